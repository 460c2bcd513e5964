"""`phrasebook catalogue`."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from phrasebook.book import Phrasebook
from phrasebook.catalogue import page
from phrasebook.cli.main import CLEAN, FINDINGS, WRONG

__all__ = ["catalogue"]


def catalogue(tables: Sequence[str], out: str | None, *, check: bool) -> int:
    """Write the page of all rows, or see whether it is up to date; returns the exit code."""
    text = page(Phrasebook.load(*tables).entries)
    if check:
        if out is None:
            print("--check needs --out FILE, the page to look at", file=sys.stderr)
            return WRONG
        return _up_to_date(Path(out), text)
    if out is None:
        sys.stdout.write(text)
        return CLEAN
    try:
        Path(out).write_text(text, encoding="utf-8")
    except OSError as error:
        print(f"{out}: can't be written ({error.strerror}); check the folder and its permissions", file=sys.stderr)
        return WRONG
    return CLEAN


def _up_to_date(path: Path, text: str) -> int:
    try:
        current = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        print(f"{path}: can't be read ({error}); write it with 'phrasebook catalogue --out {path}'", file=sys.stderr)
        return WRONG
    if current != text:
        print(f"{path} is stale; write it anew with 'phrasebook catalogue --out {path}'", file=sys.stderr)
        return FINDINGS
    return CLEAN
