"""The bundled tables keep their promises."""

from __future__ import annotations

import pytest

from phrasebook import Entry, Phrasebook
from phrasebook.linting import lint

ROWS = ["dont-know", "dont-care", "dont-bother-me", "dislike-you", "know-it-all", "dont-come-back", "right-and-wrong", "hurry-or-wait"]
LANGUAGES = ["en", "ms", "id"]
EXAMPLES = 6


def _entry(book: Phrasebook, row: str, language: str) -> Entry:
    return next(entry for entry in book.entries if (entry.id, entry.language) == (row, language))


def test_lint() -> None:
    """The bundled table has no problem at all."""
    assert [str(problem) for problem in lint(["support"])] == []


def test_rows_and_languages(book: Phrasebook) -> None:
    """The same eight rows in all three languages, and no other."""
    assert [(entry.language, entry.id) for entry in book.entries] == [(language, row) for language in LANGUAGES for row in ROWS]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", ROWS)
def test_examples(book: Phrasebook, row: str, language: str) -> None:
    """Each row proves itself with at least six examples of either kind, has wording, a reason, and a source."""
    entry = _entry(book, row, language)
    assert sum(example.becomes is not None for example in entry.examples) >= EXAMPLES
    assert sum(example.becomes is None for example in entry.examples) >= EXAMPLES
    assert entry.say
    assert entry.why
    assert entry.source


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("row", ROWS)
def test_facts_survive(book: Phrasebook, row: str, language: str) -> None:
    """No example loses a number when it is rewritten."""
    for example in _entry(book, row, language).examples:
        numbers = [word for word in example.draft.split() if any(letter.isdigit() for letter in word)]
        assert all(number.strip(".,!?;:") in (example.becomes or example.draft) for number in numbers)


@pytest.mark.parametrize("row", ROWS)
def test_severity_is_the_same_in_every_language(book: Phrasebook, row: str) -> None:
    """A row matters as much in one language as in another."""
    assert len({_entry(book, row, language).severity for language in LANGUAGES}) == 1
