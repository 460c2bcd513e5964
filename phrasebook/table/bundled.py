"""Where the files that come with phrasebook are: inside an installed wheel, or in `data/` of a checkout."""

from __future__ import annotations

from pathlib import Path

__all__ = ["LISTED", "bundled_tables", "language_files", "language_path", "table_path"]

LISTED = ("en", "ms", "id")
"""The order in which languages are listed; of two rows that fit a draft equally well the earlier language is told."""

_PACKAGED = Path(__file__).parents[1]
_CHECKOUT = _PACKAGED.parent / "data"


def _folder(name: str) -> Path:
    packaged = _PACKAGED / name
    return packaged if packaged.is_dir() else _CHECKOUT / name


def table_path(name: str) -> Path | None:
    """The folder of a bundled table, or None when there is none of that name."""
    if not name or any(mark in name for mark in "/\\."):
        return None
    folder = _folder("tables") / name
    return folder if folder.is_dir() else None


def bundled_tables() -> list[str]:
    """The names of the bundled tables, a to z."""
    return sorted(path.name for path in _folder("tables").iterdir() if path.is_dir())


def language_path(code: str) -> Path | None:
    """The file of a bundled language, or None when phrasebook does not know it."""
    path = _folder("languages") / f"{code}.yaml"
    return path if code.isalnum() and path.is_file() else None


def language_files() -> list[Path]:
    """The files of all bundled languages, a to z."""
    return sorted(_folder("languages").glob("*.yaml"), key=lambda path: (path.stem not in LISTED, path.stem))
