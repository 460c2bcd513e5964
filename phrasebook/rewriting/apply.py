"""From a draft and its findings to the rewritten draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from phrasebook.model import Edit, Finding, Rewrite

__all__ = ["apply_edits", "rewritten"]

Check = Callable[[str], Sequence[Finding]]


def rewritten(draft: str, check: Check) -> Rewrite:
    """The draft with every safe suggestion applied; applying it again changes nothing.

    A row is applied in all its places or in none, so that no applied row fires on the new text.
    """
    rewrite = _pass(draft, check)
    if rewrite.applied and _pass(rewrite.text, check).applied:
        return Rewrite(draft, (), (*rewrite.applied, *rewrite.left))
    return rewrite


def _pass(draft: str, check: Check) -> Rewrite:
    findings = check(draft)
    refused = {finding.entry.id for finding in findings if _edit(finding) is None}
    while True:
        applied = tuple(finding for finding in findings if finding.entry.id not in refused)
        text = apply_edits(draft, (edit for finding in applied if (edit := _edit(finding))))
        rows = {finding.entry.id for finding in applied}
        firing = rows & {finding.entry.id for finding in check(text)} if applied else set()
        if not firing:
            break
        refused |= firing
    return Rewrite(text, applied, tuple(finding for finding in findings if finding.entry.id in refused))


def _edit(finding: Finding) -> Edit | None:
    """The first edit that a finding offers."""
    return next((suggestion.edit for suggestion in finding.suggestions if suggestion.edit), None)


def apply_edits(draft: str, edits: Iterable[Edit]) -> str:
    """The draft after edits that are sorted and do not overlap."""
    pieces: list[str] = []
    at = 0
    for start, end, replacement in edits:
        pieces += (draft[at:start], replacement)
        at = end
    pieces.append(draft[at:])
    return "".join(pieces)
