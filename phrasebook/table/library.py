"""From the names and paths a caller gives to the rows of one book, with the languages they are written in."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from phrasebook.errors import Problem
from phrasebook.language.knowledge import Language
from phrasebook.language.reader import read_language_file
from phrasebook.table.bundled import LISTED, bundled_tables, language_files, language_path, table_path
from phrasebook.table.rows import Row, TableFile, read_table

__all__ = ["Library", "read_library"]


@dataclass(frozen=True, slots=True)
class Library:
    """Everything that was read for a book."""

    files: tuple[TableFile, ...]
    rows: tuple[Row, ...]
    unsound: tuple[Row, ...]
    """Rows that have a problem and are not in use."""
    languages: tuple[Language, ...]
    problems: tuple[Problem, ...]


def read_library(sources: Sequence[str | os.PathLike[str]]) -> Library:
    """The rows of bundled tables (by name), table files and folders (by path), in the order given."""
    problems: list[Problem] = []
    files: list[TableFile] = []
    for source in sources:
        for path, table in _files_of(source, problems):
            files.append(read_table(path, table, _language_of(path)))
    problems.extend(problem for file in files for problem in file.problems)
    languages, rows = _languages(files, problems)
    rows = _without_doubles(rows, problems)
    known = {language.code for language in languages}
    unsound = tuple(row for file in files for row in file.unsound if row.entry.language in known)
    return Library(tuple(files), tuple(rows), unsound, tuple(languages), tuple(problems))


def _files_of(source: str | os.PathLike[str], problems: list[Problem]) -> list[tuple[Path, str]]:
    """The files that a source stands for, each with the name of its table."""
    name = os.fspath(source)
    bundled = table_path(name) if isinstance(source, str) else None
    path = bundled or Path(name)
    if path.is_dir():
        files = sorted((file for file in path.rglob("*") if file.suffix in (".yaml", ".yml") and file.is_file()), key=_listing)
        if not files:
            problems.append(Problem(name, 0, 0, "this folder holds no .yaml file; give the folder with the tables"))
        return [(file, bundled.name if bundled else path.name) for file in files]
    if not path.exists():
        known = ", ".join(bundled_tables())
        problems.append(Problem(name, 0, 0, f"there is no such table, file or folder; bundled tables are {known}"))
        return []
    return [(path, path.stem)]


def _listing(path: Path) -> tuple[Path, int, str]:
    """Files folder by folder, those of the bundled languages in their usual order."""
    code = _language_of(path)
    return path.parent, LISTED.index(code) if code in LISTED else len(LISTED), path.name


def _language_of(path: Path) -> str | None:
    """The language that a file's name gives: en.yaml, acme.en.yaml, acme-en.yaml."""
    code = path.stem.replace("-", ".").replace("_", ".").rpartition(".")[2]
    return code if language_path(code) else None


def _languages(files: Sequence[TableFile], problems: list[Problem]) -> tuple[list[Language], list[Row]]:
    """The languages of the rows, and the rows whose language is known."""
    languages: dict[str, Language] = {}
    broken: set[str] = set()
    rows: list[Row] = []
    for file in files:
        for row in (*file.rows, *file.unsound):
            code = row.entry.language
            path = language_path(code)
            if path is None:
                known = ", ".join(path.stem for path in language_files())
                problems.append(Problem(file.file, row.entry.line, row.column, f"'{code}' is no language phrasebook knows; known are {known}"))
                continue
            if code not in languages and code not in broken:
                language, wrong = read_language_file(path)
                problems.extend(wrong)
                if language is None or wrong:
                    broken.add(code)  # its rows could only add complaints about what is missing here
                else:
                    languages[code] = language
            if code in languages and row not in file.unsound:
                rows.append(row)
    return list(languages.values()), rows


def _without_doubles(rows: Sequence[Row], problems: list[Problem]) -> list[Row]:
    """The rows without those whose id and language an earlier file has."""
    seen: dict[tuple[str, str], Row] = {}
    for row in rows:
        key = (row.entry.id, row.entry.language)
        if key in seen:
            first = seen[key].entry
            problems.append(
                Problem(row.entry.file, row.entry.line, row.column, f"row '{key[0]}' ({key[1]}) is in {first.file}:{first.line} already; give it another id")
            )
            continue
        seen[key] = row
    return list(seen.values())
