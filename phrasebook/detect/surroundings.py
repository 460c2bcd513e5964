"""In which language the words around a match are written."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from phrasebook.detect.find import Match
from phrasebook.language.knowledge import Language

__all__ = ["Surroundings"]

PLAINLY = 3
"""Words by which another language must lead around a phrase, to be the language that the wording is in. Shared words count for
each, so near languages do not take each other's phrases."""


class Surroundings:
    """Tells, of matches of the same words, which one's language the sentence is written in."""

    def __init__(self, languages: Sequence[Language], language_of_owner: Sequence[str]) -> None:
        self._words = {language.code: _all_words(language) for language in languages}
        self._own_words = {language.code: _exclusive(language, languages) for language in languages}
        self._language_of_owner = tuple(language_of_owner)

    def votes(self, match: Match, near: Collection[str]) -> int:
        """Words that speak for the language of a match: those of its sentence twice, those of the forms near it once."""
        words = self._words_of(match)
        return 2 * _votes(words, [token.form for token in match.sentence]) + _votes(words, near)

    def home(self, match: Match) -> str:
        """The language of the sentence around a match: that of its phrase, unless another is plainly spoken ("so what, lambat 2 hari je")."""
        own = self._language_of_owner[match.pattern.owner]
        around = [token.form for token in (*match.sentence[: match.first], *match.sentence[match.last + 1 :])]
        votes = {code: _votes(words, around) for code, words in self._words.items()}
        best = max(votes, key=lambda code: (votes[code], code == own))
        return best if votes[best] >= votes[own] + PLAINLY else own

    def _words_of(self, match: Match) -> frozenset[str]:
        return self._own_words[self._language_of_owner[match.pattern.owner]]


def _exclusive(language: Language, languages: Sequence[Language]) -> frozenset[str]:
    """The words by which a language is told from the others."""
    own, leading = _all_words(language), _leading_words(language)
    for other in languages:
        if other is not language:
            own, leading = own - _all_words(other), leading - _leading_words(other)
    return own | leading


def _votes(words: frozenset[str], forms: Iterable[str]) -> int:
    return sum(form in words for form in forms)


def _all_words(language: Language) -> frozenset[str]:
    return language.common | language.spellings.keys() | language.particles


def _leading_words(language: Language) -> frozenset[str]:
    """Question words and forms of address: they tell near languages apart though both may have the word ("bila")."""
    return frozenset({*language.question, *(honorific.lower() for honorific in language.honorifics), *language.addresses})
