"""Whether the words around a match allow it: the `unless` of its row."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from phrasebook.detect.automaton import Automaton
from phrasebook.detect.confirm import Confirmer
from phrasebook.detect.pattern import Pattern
from phrasebook.detect.sentence import THIS, Sentence, with_this
from phrasebook.language.lexicon import Lexicon

__all__ = ["Contexts"]


class Contexts:
    """All phrases of all `unless` lists of a book. The owner of a pattern is the index of its context."""

    def __init__(self, patterns: Sequence[Pattern], lexicon: Lexicon) -> None:
        self._patterns = tuple(patterns)
        self._around = frozenset(index for index, pattern in enumerate(patterns) if THIS in pattern.phrase)
        self._automaton = Automaton(self._patterns, lexicon)
        self._confirmer = Confirmer(self._patterns, lexicon, endless_gaps=True)

    def allowing(self, sentence: Sentence, first: int, last: int, owners: Iterable[int]) -> Pattern | None:
        """The phrase that allows a match over the tokens `first` to `last` (both included), if one of these owners has one."""
        wanted = frozenset(owners)
        around = with_this(sentence, first, last)
        for index in self._automaton.candidates_of(around):
            if index in self._around and self._patterns[index].owner in wanted and self._confirmer.hits(index, around):
                return self._patterns[index]
        for index in self._automaton.candidates_of(sentence):
            if index in self._around or self._patterns[index].owner not in wanted:
                continue
            if any(hit.first <= last and first <= hit.last for hit in self._confirmer.hits(index, sentence)):
                return self._patterns[index]
        return None
