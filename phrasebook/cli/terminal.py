"""What a person sees in a terminal: the line, the underlined words, why, and what to say."""

from __future__ import annotations

import os
import textwrap
import unicodedata
from collections.abc import Mapping
from typing import TextIO

from phrasebook.model import Finding, Severity

__all__ = ["safe", "shown_finding", "summary", "wants_colour"]

WIDTH = 100
"""Widest line, columns; a longer line of the draft is cut around the finding."""
OFFERED = 3
"""Suggestions shown."""
_COLOURS: Mapping[Severity, str] = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.SUGGESTION: "36"}


def wants_colour(stream: TextIO) -> bool:
    """Whether the stream is a terminal that takes colour; `NO_COLOR` and `TERM=dumb` say no."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def shown_finding(name: str, draft: str, finding: Finding, *, colour: bool) -> str:
    """The lines that tell one finding."""
    start = draft.rfind("\n", 0, finding.start) + 1
    number = draft.count("\n", 0, finding.start) + 1
    entry = finding.entry
    head = f"{name}:{number}:{finding.start - start + 1}: {finding.severity} {entry.id} ({entry.language})"
    code = _COLOURS[finding.severity]
    lines = [_painted(safe(head), f"1;{code}" if colour else ""), *_underlined(draft, finding, code if colour else "")]
    lines += _wrapped("why: ", safe(entry.why))
    ready = [suggestion for suggestion in finding.suggestions if suggestion.edit]
    others = [suggestion for suggestion in finding.suggestions if not suggestion.edit]
    for suggestion in [*ready, *others][:OFFERED]:
        lines += _wrapped("say: " if suggestion.edit else "or:  ", safe(suggestion.text))
    return "\n".join(lines)


def _underlined(draft: str, finding: Finding, code: str) -> list[str]:
    """The line of the draft around the finding and the marks below it."""
    begin = draft.rfind("\n", 0, finding.start) + 1
    end = draft.find("\n", finding.start)
    end = len(draft) if end < 0 else end
    last = min(finding.end, end)
    room = max(20, WIDTH - 6 - (last - finding.start))
    left = max(begin, finding.start - room // 2)
    right = min(end, max(last, left + WIDTH - 6))
    before, words, after = (safe(draft[a:b]) for a, b in ((left, finding.start), (finding.start, last), (last, right)))
    before = ("…" if left > begin else "") + before
    after = after.rstrip() + ("…" if right < end else "")
    marks = " " * _columns(before) + "^" * max(1, _columns(words))
    return [f"    {before}{_painted(words, f'1;{code}' if code else '')}{after}", f"    {_painted(marks, code)}"]


def _wrapped(label: str, text: str) -> list[str]:
    return textwrap.wrap(text, WIDTH, initial_indent=f"    {label}", subsequent_indent=" " * 9, break_long_words=False) or [f"    {label}"]


def _painted(text: str, code: str) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if code else text


def safe(text: str) -> str:
    """The text without anything that a terminal would obey."""
    return "".join(" " if character == "\t" else "\ufffd" if unicodedata.category(character) in ("Cc", "Cs") else character for character in text)


def _columns(text: str) -> int:
    """Columns that a text takes in a terminal."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    none = sum(unicodedata.category(character) in ("Mn", "Me", "Cf") for character in text)
    return len(text) + wide - none


def summary(findings: Mapping[Severity, int], drafts: int) -> str:
    """One line that sums up a run."""
    count = sum(findings.values())
    what = f"{drafts} draft{'' if drafts == 1 else 's'}"
    if not count:
        return f"No findings in {what}."
    parts = ", ".join(f"{number} {severity}{'' if number == 1 else 's'}" for severity, number in findings.items() if number)
    return f"{count} finding{'' if count == 1 else 's'} in {what}: {parts}."
