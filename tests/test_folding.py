"""Folding: what a reader's eye takes for the same becomes the same, with a way back to the draft."""

from __future__ import annotations

import pytest

from phrasebook import Phrasebook
from phrasebook.draft.folding import BLOCK, GONE, HIDDEN, fold
from phrasebook.draft.words import forms_of

FOLDED = {
    "capitals": ("I DON'T Know", "i don't know"),
    "curly apostrophes": ("don’t don‘t donʼt don′t don`t don´t", "don't don't don't don't don't don't"),
    "curly quotes": ("“a” „b‟ «c»", '"a" "b" "c"'),
    "dashes": ("a‐b a‑b a–b a—b", "a-b a-b a–b a–b"),
    "odd spaces": ("a\u00a0b\u2009c\u3000d\te", "a b c d e"),
    "line ends": ("a\u2028b\u2029c\x85d\ve\ff", "a\nb\nc\nd\ne\nf"),
    "invisible": ("a\u200bb\u00adc\u2060d\ufeffe\u200df", "abcdef"),
    "combining marks": ("e\u0301e\u0323\u0302", "ee"),
    "accents": ("éàüñç", "eaunc"),
    "full width": ("Ａｂｃ１！", "abc1!"),
    "styled letters": ("\U0001d400\U0001d51f\U0001d7d9", "ab1"),
    "ligatures": ("ﬁne ﬀ", "fine ff"),
    "cyrillic": ("аеорсухі", "aeopcyxi"),
    "greek": ("ΑΒΕΟο", "abeoo"),
    "dotted capital": ("İ", "i"),
    "own marks": (HIDDEN + BLOCK, HIDDEN + BLOCK),
    "tail of an entity": (f"&{GONE * 3}a", "&a"),
    "controls": ("é a\x07b", "e a b"),
    "half a surrogate": ("a\ud800b", "a b"),
    "other alphabets": ("知道 знаю".replace("знаю", "ж"), "知道 ж"),
    "nothing": ("", ""),
}


@pytest.mark.parametrize(("draft", "folded"), FOLDED.values(), ids=FOLDED.keys())
def test_folded(draft: str, folded: str) -> None:
    """Capitals, marks, odd spaces, look-alikes and invisible characters become plain lower-case letters."""
    assert fold(draft).text == folded


@pytest.mark.parametrize(
    ("draft", "start", "end", "span"),
    [
        ("abc", 1, 2, (1, 2)),
        ("a\u200bbc", 0, 1, (0, 2)),
        ("a\u200bbc", 1, 2, (2, 3)),
        ("a\u200bbc", 0, 3, (0, 4)),
        ("xﬁy", 1, 2, (1, 2)),
        ("xﬁy", 2, 3, (1, 2)),
        ("xﬁy", 3, 4, (2, 3)),
        ("e\u0301x", 0, 1, (0, 2)),
        ("\U0001d41ax", 0, 1, (0, 1)),
    ],
)
def test_the_way_back(draft: str, start: int, end: int, span: tuple[int, int]) -> None:
    """A stretch of folded text comes from a stretch of the draft, its invisible characters included."""
    assert fold(draft).span(start, end) == span


def test_ascii_costs_nothing() -> None:
    """Plain ASCII needs no map: a range is enough."""
    assert isinstance(fold("plain text").origin, range)


@pytest.mark.parametrize("code", range(128))
def test_plain_ascii_is_read_as_any_other_text(code: int) -> None:
    """The short way for ASCII reads the same words as the long way, for every ASCII character."""
    text = f"a{chr(code)}b {chr(code)} c"
    assert [form.strip() for form in forms_of(fold(text).text)] == [form.strip() for form in forms_of(fold(f"{text} é").text)[:-1]]


def test_the_longest_fold() -> None:
    """One character may become eighteen; all of them come from it."""
    folded = fold("\ufdfa")
    assert len(folded.text) == 18
    assert set(folded.origin) == {0, 1}
    assert folded.span(3, 5) == (0, 1)


WRITTEN = [
    "I don't know",
    "I DON'T KNOW",
    "I don’t know",
    "I\u00a0don't\u2003know",
    "I  don't\n know",
    "I do\u200bn't kn\u00adow",
    "І dоn't knоw",
    "Ｉ ｄｏｎ＇ｔ ｋｎｏｗ",
    "I dón't knöw",
    "I don't knooow",
    "I dont know",
]


@pytest.mark.parametrize("written", WRITTEN)
def test_every_way_of_writing_is_found(book: Phrasebook, written: str) -> None:
    """The same words, however written, are found at their full length, and only once."""
    (finding,) = book.check(f"🙄 {written} why it is late.")
    assert finding.text == written
    assert finding.entry.id == "dont-know"
