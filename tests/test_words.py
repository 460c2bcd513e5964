"""The scanner: words, marks, and which marks end a sentence."""

from __future__ import annotations

import pytest

from phrasebook import Phrasebook
from phrasebook.draft.folding import BLOCK, HIDDEN
from phrasebook.draft.words import forms_of, is_break, is_step, is_word, places_of

ABBREVIATIONS = frozenset({"mr", "no", "approx", "p.m"})


def _sentences(text: str) -> list[str]:
    """The words of each sentence, list numbers in square brackets."""
    forms = forms_of(text)
    sentences: list[list[str]] = [[]]
    for index, form in enumerate(forms):
        if is_word(form):
            sentences[-1].append(form)
        elif is_step(forms, index):
            sentences[-1][-1] = f"[{sentences[-1][-1]}]"
        elif is_break(forms, index, ABBREVIATIONS):
            sentences.append([])
    return [" ".join(words) for words in sentences if words]


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        ("i don't know", ["i", "don't", "know"]),
        ("o'clock e-mail r&d", ["o'clock", "e-mail", "r&d"]),
        ("'tis 'quoted'", ["tis", "quoted"]),
        ("rm25.50, ok?!", ["rm25", "50", ",", "ok", "?!"]),
        ("#48813 (a)", ["48813", "(", "a", ")"]),
        ("a... b.. c", ["a", "...", "b", "..", "c"]),
        ("a -- b - c", ["a", "--", "b", "-", "c"]),
        ("a_b", ["a", "b"]),
        ("👍 ok → b", ["👍", "ok", "→", "b"]),
        (f"a {HIDDEN * 5} b{BLOCK}c", ["a", HIDDEN * 5, "b", BLOCK, "c"]),
        ("知道 know", ["知道", "know"]),
        ("x² 1½", ["x²", "1½"]),
        ("", []),
        (" \t ", []),
    ],
)
def test_forms(text: str, forms: list[str]) -> None:
    """Words keep apostrophes, hyphens and ampersands inside them; marks stand alone."""
    assert forms_of(text) == forms


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("one two. three", ["one two", "three"]),
        ("one! two? three", ["one", "two", "three"]),
        ("mr. tan is here. yes", ["mr tan is here", "yes"]),
        ("room no. 5 is free", ["room no 5 is free"]),
        ("it costs 2.50 today", ["it costs 2 50 today"]),
        ("at 3.30 p.m. we open", ["at 3 30 p.m we open"]),
        ("see a.example.org now", ["see a example org now"]),
        ("well... maybe", ["well maybe"]),
        ("well… maybe", ["well maybe"]),
        ("one\ntwo", ["one two"]),
        ("one\n\ntwo", ["one", "two"]),
        ("one\n \t\ntwo", ["one", "two"]),
        ("- one\n- two", ["one", "two"]),
        ("one\n• two\n* three", ["one", "two", "three"]),
        ("1. one\n2. two", ["[1] one", "[2] two"]),
        ("1) one\n2) two", ["[1] one", "[2] two"]),
        ("do this: 1. one", ["do this [1] one"]),
        ("order 25. thanks", ["order 25", "thanks"]),
        ("in 2026. thanks", ["in 2026", "thanks"]),
        (f"one{BLOCK}two", ["one", "two"]),
        (f"one {HIDDEN * 3} two", [f"one {HIDDEN * 3} two"]),
        ('he left." then', ["he left", "then"]),
        ("one; two, three (four) – five", ["one two three four five"]),
        ("the end.", ["the end"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    """Full stops of abbreviations, decimals, addresses and list numbers end no sentence; empty lines and list items do."""
    assert _sentences(text) == sentences


def test_places() -> None:
    """Every form is told with where it begins."""
    assert places_of("ab, c\n\nd") == [(0, "ab"), (2, ","), (4, "c"), (5, "\n\n"), (7, "d")]


@pytest.mark.parametrize(
    ("draft", "found"),
    [
        ("We do. Not know.", []),
        ("I know Mr. Tan. I don't. Know why?", []),
        ("It is approx. 2.5 kg and I don't know why.", ["I don't know"]),
        ("1. We don't care.\n2. Thank you.", ["We don't care"]),
        ("I don't\n\nknow", []),
        ("- I don't\n- know it", []),
        ("I don't... know", ["I don't... know"]),
    ],
)
def test_findings_keep_to_their_sentence(book: Phrasebook, draft: str, found: list[str]) -> None:
    """A phrase is found within a sentence, never across its end."""
    assert [finding.text for finding in book.check(draft)] == found
