"""How a draft speaks: to whom, as I or as we, in which register."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from phrasebook.detect.find import Match
from phrasebook.draft.folding import fold
from phrasebook.draft.words import forms_of
from phrasebook.language.knowledge import Language

__all__ = ["Speaker", "Voice"]

NAME_WORDS = 3
"""Words of a name that are taken over after an honorific."""
LOOKED_AT = 20_000
"""How much of a draft is looked at for its voice, code points."""
ADDRESSES = 40
"""Forms of address that are looked at."""
CHAT_WORDS = 2
"""Chat words that make a draft colloquial; formal letters hold one now and then."""
SHORT = 20
"""Longest message in which one chat word is enough, words and marks."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How a draft speaks where a finding stands."""

    customer: str
    """Honorific and name as the draft writes them ("Mr Tan"), or ""."""
    you: str
    """The word for "you" inside a sentence."""
    many: bool
    """Whether the author speaks as "we"."""
    colloquial: bool


@dataclass(frozen=True, slots=True)
class _Address:
    """A form of address in the draft."""

    start: int
    written: str
    word: str
    """The folded honorific."""
    rank: int
    """0 for a vocative, 1 for an honorific alone, 2 for one with a name that may be somebody else's."""


class Speaker:
    """The voice of a draft, given its own words; each language is looked at once."""

    def __init__(self, own: str) -> None:
        self._text = own[:LOOKED_AT]
        self._addresses: dict[str, list[_Address]] = {}
        self._many: dict[str, bool] = {}

    def voice(self, match: Match, language: Language) -> Voice:
        """The voice for a wording in `language` that replaces `match`."""
        code = language.code
        if code not in self._addresses:
            self._addresses[code] = _addresses(self._text, language)
            one, many = language.subjects.get("one", ()), language.subjects.get("many", ())
            self._many[code] = sum(form in many for form in self._forms) > sum(form in one for form in self._forms)
        address = self._address(match.start, self._addresses[code])
        return Voice(
            customer=address.written if address else "",
            you=language.addresses.get(address.word, language.you) if address else language.you,
            many=_speaks_as_many(match, language, self._many[code]),
            colloquial=self._is_colloquial(language),
        )

    @cached_property
    def _forms(self) -> list[str]:
        return forms_of(fold(self._text).text)

    def _is_colloquial(self, language: Language) -> bool:
        """Whether the draft is chatty: two chat words, or one in a short message."""
        words = sum(form in language.colloquial for form in self._forms)
        return words >= CHAT_WORDS or (words > 0 and len(self._forms) <= SHORT)

    def _address(self, place: int, addresses: list[_Address]) -> _Address | None:
        """Vocatives come first, then what stands in the finding's own paragraph, then what stands earlier in the draft."""
        begin, end = self._text.rfind("\n\n", 0, place), self._text.find("\n\n", place)
        end = end if end >= 0 else len(self._text)
        return min(addresses, key=lambda address: (address.rank, not begin <= address.start <= end), default=None)


def _addresses(text: str, language: Language) -> list[_Address]:
    found: list[_Address] = []
    if not (language.honorifics or language.addresses):
        return found
    pattern = _honorific_pattern(language.honorifics + tuple(language.addresses))
    for match in islice(pattern.finditer(text), ADDRESSES):
        name = " ".join(match.group(2).split()) if match.group(2) else ""
        written = f"{match.group(1)} {name}".strip()
        before, after = text[: match.start()].rstrip(" ")[-1:], text[match.end() : match.end() + 8].lstrip(" ")[:1]
        vocative = not after or after in ",!?:\n" or before == ","
        rank = 0 if vocative else 2 if name else 1
        found.append(_Address(match.start(), written[0].upper() + written[1:], match.group(1).lower(), rank))
    return found


def _speaks_as_many(match: Match, language: Language, draft_many: bool) -> bool:
    """Whether the wording speaks as "we": as the finding's subject does, as its other words do, as the draft does."""
    one, many, others = (set(language.subjects.get(kind, ())) for kind in ("one", "many", "others"))
    tokens = match.sentence[match.first : match.last + 1]
    if {tokens[0].form, *tokens[0].words} & others:
        return True
    for token in tokens:
        words = {token.form, *token.words}
        if words & many:
            return True
        if words & one:
            return False
    return draft_many


@lru_cache(maxsize=64)
def _honorific_pattern(honorifics: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(set(honorifics), key=lambda word: (-len(word), word)))
    name = r"(?-i:[A-Z][\w'’\-]*)"
    return re.compile(rf"\b({words})\b\.?((?:[ \xa0]{name}){{1,{NAME_WORDS}}})?", re.I)
