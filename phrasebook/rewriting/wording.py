"""Approved wording with its slots filled from the draft."""

from __future__ import annotations

import re
from dataclasses import dataclass

from phrasebook.language.knowledge import Language
from phrasebook.rewriting.address import Voice
from phrasebook.rewriting.place import Place
from phrasebook.table.rows import ENDING_SLOTS

__all__ = ["Filled", "fill", "in_plain_words"]

_SLOT = re.compile(r"\{([^{}]+)\}")
_CUSTOMER = re.compile(r"\{customer\},?\s*|,?\s*\{customer\}")


@dataclass(frozen=True, slots=True)
class Filled:
    """A wording made to fit, as far as it could be."""

    text: str
    """What stands in the finding's place; blanks in square brackets."""
    slot: str | None
    """The ending slot it has, or None."""
    blank: bool
    """Whether a person must fill something in."""


def fill(wording: str, voice: Voice, place: Place, sentence: str, language: Language) -> Filled:
    """Fill the slots of a wording. `sentence` is the text of the finding's sentence: a name said there is not said again."""
    slot = next((name for name in ENDING_SLOTS if wording.endswith(f"{{{name}}}")), None)
    text = wording[: -len(slot) - 2] if slot else wording
    if voice.customer and voice.customer.lower() not in sentence.lower() and not (language.addresses and _addressed(sentence, language)):
        text = text.replace("{customer}", voice.customer)
    else:
        text = _CUSTOMER.sub("", text)
    blank = False

    def put(match: re.Match[str]) -> str:
        nonlocal blank
        name = match.group(1)
        if name == "you":
            return voice.you
        if name in language.agreement:
            return language.agreement[name][voice.many]
        blank = True
        return f"[{name}]"

    return Filled(_capitals(_SLOT.sub(put, text), place, language), slot, blank)


def _addressed(sentence: str, language: Language) -> bool:
    words = re.findall(r"[\w']+", sentence.lower())
    return any(word in language.addresses for word in words)


def _capitals(text: str, place: Place, language: Language) -> str:
    """The first letter as its place wants it; every letter after a full stop stays as the table has it."""
    first = re.match(r"[\w']+", text)
    if not first:
        return text
    if place.capital:
        return text[0].upper() + text[1:]
    word = first.group()
    if word.lower() in language.always_capital or word.lower() in language.addresses or (len(word) > 1 and word.isupper()):
        return text
    return text[0].lower() + text[1:]


def in_plain_words(wording: str, language: Language) -> str:
    """A wording as a reader of the table imagines it: usual pronouns, other slots as blanks of one unknown word."""
    text = _CUSTOMER.sub("", wording)
    text = text.replace("{you}", language.you)
    for slot, forms in language.agreement.items():
        text = text.replace(f"{{{slot}}}", forms[0])
    return _SLOT.sub("…", text)
