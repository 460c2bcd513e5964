"""In which language the words around a match are written."""

from __future__ import annotations

from collections.abc import Sequence

from phrasebook.detect.find import Match
from phrasebook.language.knowledge import Language

__all__ = ["Surroundings"]


class Surroundings:
    """Tells, of two matches of the same words, which one's language the sentence is written in."""

    def __init__(self, languages: Sequence[Language], language_of_owner: Sequence[str]) -> None:
        self._own_words = {language.code: self._exclusive(language, languages) for language in languages}
        self._language_of_owner = tuple(language_of_owner)

    def prefer(self, match: Match, other: Match) -> bool:
        """Whether `match` fits its surroundings better than `other`."""
        return self._votes(match) > self._votes(other)

    def _votes(self, match: Match) -> int:
        words = self._own_words[self._language_of_owner[match.pattern.owner]]
        return sum(token.form in words for token in match.sentence)

    @staticmethod
    def _exclusive(language: Language, languages: Sequence[Language]) -> frozenset[str]:
        """The words by which a language is told from the others."""
        own = language.common | language.spellings.keys() | language.particles
        for other in languages:
            if other is not language:
                own = own - other.common - other.spellings.keys() - other.particles
        return frozenset(own)
