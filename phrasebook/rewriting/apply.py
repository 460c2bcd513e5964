"""From a draft and its findings to the rewritten draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Set

from phrasebook.model import Edit, Finding, Rewrite

__all__ = ["apply_edits", "rewritten"]

Check = Callable[[str], Sequence[Finding]]


def rewritten(draft: str, check: Check) -> Rewrite:
    """The draft with every safe suggestion applied; applying it again changes nothing.

    A row is applied in all its places or in none, so that no applied row fires on the new text.
    """
    findings = check(draft)
    rewrite = _pass(draft, findings, check, frozenset())
    if _is_stable(rewrite, check):
        return rewrite
    rows = dict.fromkeys(finding.entry.id for finding in rewrite.applied)
    smaller = (_pass(draft, findings, check, frozenset({row})) for row in rows)
    return next((one for one in smaller if _is_stable(one, check)), Rewrite(draft, (), tuple(findings)))


def _is_stable(rewrite: Rewrite, check: Check) -> bool:
    """Whether rewriting the new text would change nothing."""
    return not rewrite.applied or not _pass(rewrite.text, check(rewrite.text), check, frozenset()).applied


def _pass(draft: str, findings: Sequence[Finding], check: Check, without: Set[str]) -> Rewrite:
    """The draft with the rows applied that can be, except some."""
    refused = {finding.entry.id for finding in findings if _edit(finding) is None} | without
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
