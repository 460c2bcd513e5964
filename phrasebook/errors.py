"""What phrasebook raises.

PhrasebookError
├── TableError        a table, a language file or a path to one is wrong; `.problems` says where and what to do
└── MarkupError       `markup` is none of the kinds phrasebook reads
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["MarkupError", "PhrasebookError", "Problem", "TableError", "TableWarning"]


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong in a file: where it is, what it is, and what to do about it."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """`file:line:column: message`; line and column count from 1, and are left out when the whole file is meant."""
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        return f"{place}: {self.message}"


class PhrasebookError(Exception):
    """Every error that phrasebook raises on purpose."""


class TableError(PhrasebookError, ValueError):
    """A table can't be used; `problems` holds everything that is wrong with it, in the order of the file."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems: tuple[Problem, ...] = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))

    def __reduce__(self) -> tuple[type[TableError], tuple[tuple[Problem, ...]]]:
        return TableError, (self.problems,)


class MarkupError(PhrasebookError, ValueError):
    """`markup` was something other than `"text"` or `"html"`."""


class TableWarning(UserWarning):
    """A row was left out of a book that was loaded with `strict=False`; the message says where and why."""
