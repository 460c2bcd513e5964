"""`phrasebook check`."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from typing import Any

from phrasebook.book import Phrasebook
from phrasebook.cli.drafts import Drafts
from phrasebook.cli.main import CLEAN, FINDINGS, WRONG
from phrasebook.cli.terminal import shown_finding, summary, wants_colour
from phrasebook.model import Finding, Severity

__all__ = ["as_json", "check"]


def check(files: Sequence[str], tables: Sequence[str], markup: str, form: str) -> int:
    """Show the findings of drafts; returns the exit code."""
    book = Phrasebook.load(*tables)
    drafts = Drafts(files)
    counts = dict.fromkeys(Severity, 0)
    read = 0
    colour = form == "text" and wants_colour(sys.stdout)
    for name, draft in drafts:
        read += 1
        findings = book.check(draft, markup=markup)
        for finding in findings:
            counts[finding.severity] += 1
        if form == "json":
            print(json.dumps(as_json(name, findings)))
        for finding in findings if form == "text" else ():
            print(shown_finding(name, draft, finding, colour=colour), end="\n\n")
    if form == "text" and read:
        print(summary(counts, read))
    if drafts.unreadable:
        return WRONG
    return FINDINGS if any(counts.values()) else CLEAN


def as_json(name: str, findings: Sequence[Finding]) -> dict[str, Any]:
    """The findings of a draft as plain values; offsets are code points, an edit is [start, end, replacement] or null."""
    return {
        "draft": name,
        "findings": [
            {
                "start": finding.start,
                "end": finding.end,
                "text": finding.text,
                "entry": finding.entry.id,
                "language": finding.entry.language,
                "severity": str(finding.severity),
                "why": finding.entry.why,
                "how": finding.how,
                "score": finding.score,
                "suggestions": [{"text": s.text, "edit": list(s.edit) if s.edit else None} for s in finding.suggestions],
            }
            for finding in findings
        ],
    }
