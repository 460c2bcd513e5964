"""What lint demands of a table, each demand proved by a table that breaks it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from phrasebook.linting import lint

Table = Callable[..., Path]

GOOD = """\
- id: {id}
  language: {language}
  dont_say: [{phrase}]
  why: x
  say: [{say}]
  examples:
    - draft: {draft}
      becomes: {becomes}
    - draft: {stays}
"""
VALUES = {
    "id": "no-widgets",
    "language": "en",
    "phrase": "we hate widgets",
    "say": "widgets are welcome here",
    "draft": "We hate widgets.",
    "becomes": "Widgets are welcome here.",
    "stays": "We like widgets.",
}


def _row(**changes: str) -> str:
    return GOOD.format(**{**VALUES, **changes})


def _told(table: Table, text: str, name: str = "t.yaml") -> list[str]:
    path = table(text, name)
    return [str(problem).removeprefix(f"{path}:").replace(str(path), "FILE") for problem in lint([path])]


def test_sound(table: Table) -> None:
    """A sound table has no problem."""
    assert _told(table, _row()) == []


DEMANDS = {
    "an example that changes": (
        _row().replace("    - draft: We hate widgets.\n      becomes: Widgets are welcome here.\n", ""),
        ["1:3: row 'no-widgets' has no example that changes; add a 'draft' with what it 'becomes'"],
    ),
    "an example that stays": (
        _row().replace("    - draft: We like widgets.\n", ""),
        ["1:3: row 'no-widgets' has no example that stays; add a 'draft' that looks alike and is harmless"],
    ),
    "examples that change are found": (_row(draft="We hate gadgets."), ["7:3: row 'no-widgets' finds nothing in this example; add its wording to 'dont_say'"]),
    "examples become what they say": (
        _row(becomes="Widgets rule."),
        ["7:3: this example becomes 'Widgets are welcome here.', not 'Widgets rule.'; correct one of the two"],
    ),
    "examples that stay are not found": (
        _row(stays="Do you know that we hate widgets?"),
        ["9:3: this example must stay untouched, but 'we hate widgets' is found by row 'no-widgets'; see 'unless'"],
    ),
    "approved wording is allowed": (
        _row(say="in truth we hate widgets", becomes="In truth we hate widgets."),
        [
            "5:9: the approved wording 'in truth we hate widgets' is itself found by row 'no-widgets' ('we hate widgets'); reword it",
            "7:3: this example becomes 'We hate widgets.', not 'In truth we hate widgets.'; correct one of the two",
        ],
    ),
    "no phrase in two rows": (
        _row() + _row(id="no-widgets-please", phrase="'We  Hate widgets'"),
        [
            "12:14: 'We Hate widgets' is in row 'no-widgets' too (FILE:1); keep it in one",
            "16:3: row 'no-widgets-please' finds nothing in this example; add its wording to 'dont_say'",
        ],
    ),
    "the same ids in every language": (
        _row()
        + _row(id="another", phrase="red apples", draft="Red apples.", stays="Pears.")
        + _row(language="ms", phrase="benci widget", draft="Benci widget.", stays="Suka widget."),
        ["10:3: row 'another' is missing in ms; translate it or take it out of the others"],
    ),
    "ids once": (_row() + _row(phrase="red apples"), ["10:3: row 'no-widgets' is in this file already (line 1); give it another id or merge the two"]),
    "known classes": (
        _row(phrase="<nobody-ever> hates widgets"),
        ["3:14: in '<nobody-ever> hates widgets': <nobody-ever> is no word class of English; known are"],
    ),
}


@pytest.mark.parametrize(("text", "problems"), DEMANDS.values(), ids=DEMANDS.keys())
def test_demand(table: Table, text: str, problems: list[str]) -> None:
    """A table that breaks this demand is told so, in the right line, and nothing else is told."""
    told = _told(table, text)
    assert len(told) == len(problems)
    for line, expected in zip(told, problems, strict=True):
        assert line.startswith(expected)


def test_all_at_once(table: Table) -> None:
    """Several broken demands are all told, in the order of the file."""
    told = lint([table(_row(becomes="x", stays="Do you know that we hate widgets?") + _row(id="b", phrase="red (apples"), "t.yaml")])
    assert [problem.line for problem in told] == sorted(problem.line for problem in told)
    assert len(told) >= 3


def test_wording_of_one_table_against_another(table: Table, tmp_path: Path) -> None:
    """An approved wording that another loaded table forbids is told."""
    first = table(_row(), "one/a.yaml")
    second = table(_row(id="gadgets", phrase="we hate gadgets", say="we hate widgets less", draft="We hate gadgets.", becomes="x", stays="y"), "two/b.yaml")
    told = [str(p) for p in lint([first, second])]
    assert any("the approved wording 'we hate widgets less' is itself found by row 'no-widgets'" in line for line in told)
