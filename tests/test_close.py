"""The nearest words, against measuring every word of the vocabulary."""

from __future__ import annotations

import pickle
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phrasebook import Phrasebook
from phrasebook.language.close import SHORTEST, TWO_EDITS_FROM, CloseWords, budget, closest

_LETTERS = "abcdeiknorstuw"
_word = st.text(st.sampled_from(_LETTERS), min_size=1, max_size=12)


def _slip(random: Random, word: str) -> str:
    """The word with one slip of the fingers."""
    at = random.randrange(len(word))
    return random.choice(
        [
            word[:at] + word[at + 1 :],
            word[:at] + random.choice(_LETTERS) + word[at:],
            word[:at] + random.choice(_LETTERS) + word[at + 1 :],
            word[:at] + word[at : at + 2][::-1] + word[at + 2 :],
        ]
    )


@settings(max_examples=200, deadline=None)
@given(words=st.lists(_word, max_size=30), form=_word)
def test_nearest_is_what_measuring_finds(words: list[str], form: str) -> None:
    """The index loses nothing and adds nothing, for any vocabulary."""
    targets = [word for word in words if budget(word)]
    expected = closest(form, targets) if len(form) >= SHORTEST else ((), 0)
    assert CloseWords(words).nearest(form) == expected


def test_nearest_in_the_bundled_vocabulary(book: Phrasebook) -> None:
    """The same for slips in the words of the bundled table, one to three of them."""
    close = book._engine.lexicon._close
    random = Random(7)  # noqa: S311
    for word in random.sample(close._words, 400):
        form = word
        for _ in range(random.randint(1, 3)):
            form = _slip(random, form) or form
        if len(form) >= SHORTEST:
            assert close.nearest(form) == closest(form, close._words), form


@pytest.mark.parametrize(("length", "edits"), [(1, 0), (SHORTEST - 1, 0), (SHORTEST, 1), (TWO_EDITS_FROM - 1, 1), (TWO_EDITS_FROM, 2), (30, 2)])
def test_budget(length: int, edits: int) -> None:
    """Short words allow no slip, long ones two."""
    assert budget("a" * length) == edits


@pytest.mark.parametrize(
    ("form", "nearest"),
    [
        ("hurry", ((), 0)),
        ("hury", (("hurry",), 1)),
        ("uhrry", (("hurry",), 1)),
        ("burry", ((), 0)),
        ("worng", (("wrong",), 1)),
        ("undrestnad", (("understand",), 2)),
        ("undrestndd", ((), 0)),
        ("", ((), 0)),
        ("x" * 50, ((), 0)),
    ],
)
def test_nearest(form: str, nearest: tuple[tuple[str, ...], int]) -> None:
    """Missing, doubled and swapped letters are seen; the first letter and the word itself are not touched."""
    assert CloseWords(["hurry", "wrong", "understand", "of", "the"]).nearest(form) == nearest


def test_pickle_is_small() -> None:
    """The index is built anew after pickling, not carried along."""
    words = CloseWords(f"word{letter * 6}" for letter in _LETTERS)
    words.nearest("wordaaaaa")
    copied = pickle.loads(pickle.dumps(words))  # noqa: S301
    assert copied._index is None
    assert copied.nearest("wordaaaaa") == words.nearest("wordaaaaa")
