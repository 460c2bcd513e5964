"""Whether the words around a match allow it: the `unless` of its row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from phrasebook.detect.candidates import Candidates
from phrasebook.detect.pattern import Pattern
from phrasebook.detect.sentence import THIS, Sentence, with_this
from phrasebook.language.lexicon import Lexicon

__all__ = ["Contexts"]

CONTEXT_GAP = 8
"""Longest gap "..." in an `unless` phrase, words (fillers not counted). Measured: without a limit a word such as "box" in
another clause silenced 4 of 360 blind positives."""


class Contexts:
    """All phrases of all `unless` lists of a book. The owner of a pattern is the number of its context.

    The automaton's "may" is the answer here: where it is too generous a finding is left untold, which is the safe side.
    """

    def __init__(self, patterns: Sequence[Pattern], lexicon: Lexicon) -> None:
        self._patterns = tuple(patterns)
        self._around = frozenset(index for index, pattern in enumerate(patterns) if THIS in pattern.phrase)
        self._phrases = Candidates(self._patterns, lexicon, CONTEXT_GAP)

    def allowing(self, sentence: Sentence, first: int, last: int, owners: Iterable[int]) -> Pattern | None:
        """The phrase that allows a match over the tokens `first` to `last` (both included), if one of these owners has one."""
        wanted = frozenset(owners)
        around = self._candidates(with_this(sentence, first, last), wanted) & self._around
        over = self._candidates(sentence, wanted) - self._around
        if over:
            # Such a phrase must overlap the match: what stands before it or behind it as a whole says nothing about it.
            over -= self._candidates(sentence[:first], wanted) | self._candidates(sentence[last + 1 :], wanted)
        allowing = min(around | over, default=None)
        return None if allowing is None else self._patterns[allowing]

    def _candidates(self, sentence: Sentence, wanted: frozenset[int]) -> frozenset[int]:
        return frozenset(i for i in self._phrases.in_sentence(sentence) if self._patterns[i].owner in wanted)
