"""How a draft speaks: to whom, as I or as we, in which register."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from phrasebook.detect.find import Match
from phrasebook.draft.folding import fold
from phrasebook.draft.words import forms_of
from phrasebook.language.knowledge import Language

__all__ = ["Voice", "voice_of"]

NAME_WORDS = 3
"""Words of a name that are taken over after an honorific."""
LOOKED_AT = 20_000
"""How much of a draft is looked at for its voice, code points."""


@dataclass(frozen=True, slots=True)
class Voice:
    """How a draft speaks."""

    customer: str
    """Honorific and name as the draft writes them ("Mr Tan"), or ""."""
    you: str
    """The word for "you" inside a sentence."""
    many: bool
    """Whether the author speaks as "we"."""
    colloquial: bool


def voice_of(own: str, match: Match, language: Language) -> Voice:
    """The voice of a draft, given its own words, for a wording in `language` that replaces `match`."""
    text = own[:LOOKED_AT]
    customer, word = _customer(text, match.start, language)
    forms = forms_of(fold(text).text)
    return Voice(
        customer=customer,
        you=language.addresses.get(word, language.you),
        many=_many(match, forms, language),
        colloquial=not language.colloquial.isdisjoint(forms),
    )


def _many(match: Match, forms: list[str], language: Language) -> bool:
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
    return sum(form in many for form in forms) > sum(form in one for form in forms)


def _customer(text: str, place: int, language: Language) -> tuple[str, str]:
    """How the draft addresses the customer: as written with the name, and the folded honorific.

    Vocatives come first, then what stands in the finding's own paragraph, then what stands earlier in the draft.
    """
    begin, end = text.rfind("\n\n", 0, place), text.find("\n\n", place)
    best: tuple[tuple[int, bool], str, str] | None = None
    for match in _honorific_pattern(language.honorifics + tuple(language.addresses)).finditer(text):
        name = " ".join(match.group(2).split()) if match.group(2) else ""
        written = f"{match.group(1)} {name}".strip()
        before, after = text[: match.start()].rstrip(" "), text[match.end() :].lstrip(" ")
        vocative = not before or before[-1] in ",.!?\n" or after[:1] in (",", ".", "!", "?", ":", "")
        elsewhere = match.start() < begin or (0 <= end < match.start())
        rank = (0 if vocative else 1 if not name else 2, elsewhere)
        if best is None or rank < best[0]:
            best = (rank, written[0].upper() + written[1:], match.group(1).lower())
    return (best[1], best[2]) if best else ("", "")


@lru_cache(maxsize=64)
def _honorific_pattern(honorifics: tuple[str, ...]) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(set(honorifics), key=lambda word: (-len(word), word)))
    name = r"(?-i:[A-Z][\w'’\-]*)"
    return re.compile(rf"\b({words})\b\.?((?:[ \xa0]{name}){{1,{NAME_WORDS}}})?", re.I)
