"""Linting through the door: a table is read, loaded as a book, and asked to prove itself."""

from __future__ import annotations

import os
from collections.abc import Sequence

from phrasebook.book import Phrasebook
from phrasebook.detect.build import build
from phrasebook.errors import Problem
from phrasebook.rewriting.wording import in_plain_words
from phrasebook.table.library import read_library
from phrasebook.table.lint import Checks, lint_rows

__all__ = ["lint"]


def lint(sources: Sequence[str | os.PathLike[str]]) -> list[Problem]:
    """Everything that is wrong with tables, by file and line; empty when they are sound. All are loaded together."""
    library = read_library(sources or ("support",))
    engine = build(library.rows, library.languages, library.unsound)
    book = Phrasebook(engine)
    used = {(entry.id, entry.language) for entry in engine.entries}
    rows = [row for row in library.rows if (row.entry.id, row.entry.language) in used]
    doors = Checks(book.check, book.rewrite, in_plain_words)
    return sorted({*library.problems, *engine.problems, *lint_rows(rows, engine.languages, doors)})
