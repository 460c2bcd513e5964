"""Behaviour cases: tests/cases/*.yaml, one file a row or feature. A case is a draft and everything that is found in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import yaml

from phrasebook import Phrasebook

CASES = Path(__file__).parent / "cases"
ROWS = ("dont-know", "dont-care", "dont-bother-me", "dislike-you", "know-it-all", "dont-come-back", "right-and-wrong", "hurry-or-wait")
LANGUAGES = ("en", "ms", "id")
AT_LEAST = 4
"""Cases of each kind that a row has in each language."""


@dataclass(frozen=True)
class Case:
    """One draft and what is found in it."""

    file: str
    name: str
    draft: str
    findings: list[dict[str, str]]
    markup: str
    rewritten: str | None


def _case(file: str, raw: dict[str, Any]) -> Case:
    unknown = raw.keys() - {"name", "draft", "findings", "markup", "rewritten"}
    if unknown:
        raise ValueError(f"{file}: {raw.get('name')}: unknown {sorted(unknown)}")
    return Case(file, raw["name"], raw["draft"], raw["findings"], raw.get("markup", "text"), raw.get("rewritten"))


ALL = [_case(path.stem, raw) for path in sorted(CASES.glob("*.yaml")) for raw in yaml.safe_load(path.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("case", ALL, ids=lambda case: f"{case.file}: {case.name}")
def test_case(book: Phrasebook, case: Case) -> None:
    """The draft has exactly these findings, in this order, and is rewritten so where the case says how."""
    found = [{"id": finding.entry.id, "text": finding.text} for finding in book.check(case.draft, markup=case.markup)]
    assert found == case.findings
    if case.rewritten is not None:
        assert book.rewrite(case.draft, markup=case.markup).text == case.rewritten


def test_names_are_unique() -> None:
    """A case can be told by its file and name."""
    doubled = [key for key, count in Counter((case.file, case.name) for case in ALL).items() if count > 1]
    assert doubled == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", ROWS)
def test_every_row_has_cases(row: str, language: str) -> None:
    """Each row has both kinds of cases in each language."""
    cases = [case for case in ALL if case.file == row and case.name.startswith(f"{language} ")]
    assert sum(bool(case.findings) for case in cases) >= AT_LEAST
    assert sum(not case.findings for case in cases) >= AT_LEAST
