"""The nearest vocabulary word to a misspelt one, without comparing it to all of them.

Source: deletion neighbourhoods, as in W. Garbe's SymSpell: two words within k edits share a string that is left of each
after at most k letters are taken out. Also true when a swap of neighbours counts as one edit (optimal string alignment).
What shares a string is then measured with RapidFuzz.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import combinations

__all__ = ["CloseWords", "budget"]

SHORTEST = 4
"""Shortest vocabulary word that is looked for misspelt, letters. Below it, one edit makes another word."""
TWO_EDITS_FROM = 9
"""Vocabulary words of this many letters or more may have two edits, shorter ones one.
Source: research on 30,000 agent replies: reject a word under 8 letters with more than one edit."""


def budget(word: str) -> int:
    """Edits allowed in a vocabulary word: 0, 1 or 2."""
    if len(word) < SHORTEST:
        return 0
    return 2 if len(word) >= TWO_EDITS_FROM else 1


class CloseWords:
    """Vocabulary words by what is left of them when letters are taken out; built when first asked."""

    def __init__(self, words: Iterable[str]) -> None:
        self._words = tuple(sorted({word for word in words if budget(word)}))
        self._longest = max(map(len, self._words), default=0) + 2
        self._index: dict[str, tuple[str, ...]] | None = None

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_index": None}

    def nearest(self, form: str) -> tuple[tuple[str, ...], int]:
        """The closest words within their budgets, a to z, and their distance; `((), 0)` when there is none."""
        if not SHORTEST <= len(form) <= self._longest:
            return (), 0
        index = self._index
        if index is None:
            index = self._index = self._build()
        candidates = {word for left in _left(form, 2) for word in index.get(left, ())}
        return closest(form, candidates)

    def _build(self) -> dict[str, tuple[str, ...]]:
        index: dict[str, list[str]] = {}
        for word in self._words:
            for left in _left(word, budget(word)):
                index.setdefault(left, []).append(word)
        return {left: tuple(words) for left, words in index.items()}


def closest(form: str, words: Iterable[str]) -> tuple[tuple[str, ...], int]:
    """Of these words, the nearest to `form`, and among those the ones made of the same letters, if any; all are measured."""
    from rapidfuzz.distance import OSA

    best: dict[str, int] = {}
    for word in words if len(form) >= SHORTEST else ():
        allowed = budget(word)
        if _same_beginning(form, word):
            distance = OSA.distance(form, word, score_cutoff=allowed)
            if 0 < distance <= allowed:
                best[word] = distance
    if not best:
        return (), 0
    least = min(best.values())
    nearest = sorted(word for word, distance in best.items() if distance == least)
    swapped = [word for word in nearest if sorted(word) == sorted(form)]
    return tuple(swapped or nearest), least


def _same_beginning(form: str, word: str) -> bool:
    """Slips rarely hit the first letter, other words often differ in it."""
    return form[0] == word[0] or form[:2] == word[1::-1]


def _left(word: str, edits: int) -> set[str]:
    """What is left of `word` after taking out up to `edits` letters."""
    if edits > 1 and len(word) < TWO_EDITS_FROM - 2:
        edits = 1
    found = {word}
    for count in range(1, edits + 1):
        for gone in combinations(range(len(word)), count):
            found.add("".join(letter for at, letter in enumerate(word) if at not in gone))
    return found
