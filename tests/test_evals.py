"""The labelled drafts of evals/: well-formed, and rewritten without losing a fact."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from phrasebook import Phrasebook

EVALS = Path(__file__).parents[1] / "evals"
REWRITES = [json.loads(line) for line in (EVALS / "rewrites.jsonl").read_text(encoding="utf-8").splitlines()]
DRAFTS = sorted(EVALS.glob("round-*/*.jsonl"))


@pytest.mark.parametrize("case", REWRITES, ids=[case["id"] for case in REWRITES])
def test_rewrite_keeps_every_fact(book: Phrasebook, case: dict[str, Any]) -> None:
    """Every name, number, date and amount is still there, something was rewritten, and what was applied is silent."""
    result = book.rewrite(case["draft"])
    assert [fact for fact in case["must_keep"] if fact not in result.text] == []
    assert result.applied
    applied = {finding.entry.id for finding in result.applied}
    assert [finding.text for finding in book.check(result.text) if finding.entry.id in applied] == []


@pytest.mark.parametrize("path", DRAFTS, ids=[f"{path.parent.name}-{path.stem}" for path in DRAFTS])
def test_labels_are_well_formed(book: Phrasebook, path: Path) -> None:
    """Each span slices its draft and names a row of the table; ids are unique."""
    cases = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    rows = {entry.id for entry in book.entries}
    assert len({case["id"] for case in cases}) == len(cases)
    for case in cases:
        for span in case["spans"]:
            assert case["text"][span["start"] : span["end"]] == span["text"]
            assert {span["entry"], span.get("alt", span["entry"])} <= rows
