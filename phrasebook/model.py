"""The values that phrasebook hands out. All are frozen; none knows how it was made."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

__all__ = ["Edit", "Entry", "Example", "Finding", "Rewrite", "Severity", "Suggestion", "Wording"]


class Severity(StrEnum):
    """How much a finding matters to the policy owner: `error` must not be sent, `suggestion` is a hint."""

    ERROR = "error"
    WARNING = "warning"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True)
class Example:
    """A draft that proves a row, and what `rewrite` makes of it (`None`: it must stay untouched)."""

    draft: str
    becomes: str | None
    line: int = 0
    """Line of the table file, counted from 1."""


@dataclass(frozen=True, slots=True)
class Wording:
    """One approved wording as the table has it, with its `{slots}`."""

    text: str
    register: str | None = None
    """`"colloquial"` for wording that suits a chatty draft; `None` suits every draft."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of a table in one language: what not to say, why, and what to say."""

    id: str
    language: str
    table: str
    dont_say: tuple[str, ...] = field(repr=False)
    """The phrases as written, in phrase notation."""
    why: str = field(repr=False)
    say: tuple[Wording, ...] = field(repr=False)
    severity: Severity
    unless: tuple[str, ...] = field(default=(), repr=False)
    source: str = field(default="", repr=False)
    examples: tuple[Example, ...] = field(default=(), repr=False)
    file: str = ""
    """The file the row was read from."""
    line: int = 0
    """Line of the row in that file, counted from 1."""


class Edit(NamedTuple):
    """Replace `draft[start:end]` by `replacement`; code points of the draft, half-open."""

    start: int
    end: int
    replacement: str


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An approved wording made to fit the draft."""

    text: str
    """What a person is shown. A part that a person must fill in stands in square brackets."""
    edit: Edit | None
    """The change that puts it into the draft; `None` when a person must fill a blank or place it."""


@dataclass(frozen=True, slots=True)
class Finding:
    """A stretch of the draft that must not be said, with the row that says so."""

    start: int
    """First code point of the stretch in the caller's own draft."""
    end: int
    """One past the last code point."""
    text: str
    """`draft[start:end]`, always."""
    entry: Entry
    score: float
    """How sure the match is, 0 to 100; 100 unless letters had to be corrected."""
    how: str
    """`"exact"` (the phrase itself), `"pattern"` (through a class, gap or skipped word), or `"close"` (misspelt)."""
    suggestions: tuple[Suggestion, ...] = ()
    """Best first; empty only if the row has no `say`."""

    @property
    def severity(self) -> Severity:
        """The severity of the row."""
        return self.entry.severity


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A draft with the safe suggestions applied."""

    text: str
    applied: tuple[Finding, ...]
    """Findings whose wording is now in `text`; offsets are those of the draft, not of `text`."""
    left: tuple[Finding, ...]
    """Findings that need a person."""
