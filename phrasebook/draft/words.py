"""From folded text to forms, that is words and marks: one scanner, for drafts and for the phrases of a table alike."""

from __future__ import annotations

import re
from collections.abc import Sequence

__all__ = ["SENTENCE_LIMIT", "forms_of", "is_break", "is_step", "is_word", "places_of"]

SENTENCE_LIMIT = 120
"""Longest sentence, in words and marks; a longer run without a full stop is cut here, so that cost stays linear."""

LIST_NUMBER = 2
"""Longest number that can open a list item, digits."""

_FORM = re.compile(
    r"(?:[ap]\.m|[ei]\.[eg])\b|[^\W_]+(?:['\-&][^\W_]+)*"  # a word, with its apostrophes and hyphens
    r"|[\x00]+"  # hidden words: one unknown word
    r"|\.{2,}|[.](?=[\s\"')\]\x00\x01]|$)|[!?]+"  # sentence ends; a full stop only before a space
    r"|\n[^\S\n]*(?:\n\s*)+|\n[^\S\n]*(?:[*•▪·]|-(?=\s))|\n(?=[^\S\n]*\d{1,2}[.)]\s)|[\x01]+"  # empty line, list item, block
    r"|[,;:()\[\]–…]|-{2,}|[-](?=\s)|\n"
    r"|[\u2190-\u2bff\U0001f000-\U0001faff]+"  # arrows, dingbats, emoji
)
_BREAKS = frozenset(".!?\x01")


def forms_of(text: str) -> list[str]:
    """The words and marks of folded text, in order."""
    return _FORM.findall(text)


def is_break(forms: Sequence[str], index: int, abbreviations: frozenset[str]) -> bool:
    """Whether the mark `forms[index]` ends a sentence."""
    form = forms[index]
    first = form[0]
    if first == "\n":
        return len(form) > 1 or (index + 1 < len(forms) and _is_number(forms, index + 1))
    if first not in _BREAKS or form.startswith(".."):
        return False
    if form != ".":
        return True
    return index == 0 or (forms[index - 1] not in abbreviations and not _is_number(forms, index - 1))


def is_step(forms: Sequence[str], index: int) -> bool:
    """Whether the mark `forms[index]` belongs to a list number ("2." or "2)") that opens a sentence."""
    return forms[index] in (".", ")") and index > 0 and _is_number(forms, index - 1)


def _is_number(forms: Sequence[str], index: int) -> bool:
    """Whether `forms[index]` is a short number at the start of a sentence, with a full stop or bracket after it."""
    form = forms[index]
    if not (form.isdecimal() and len(form) <= LIST_NUMBER and index + 1 < len(forms) and forms[index + 1] in (".", ")")):
        return False
    return index == 0 or forms[index - 1][0] in ".!?\n\x01:*•▪·"


def is_word(form: str) -> bool:
    """Whether a form is a word (a hidden one too) and not a mark."""
    return form[0].isalnum() or form[0] == "\x00"


def places_of(text: str) -> list[tuple[int, str]]:
    """Where each form of folded text begins, and the form."""
    return [(match.start(), match.group()) for match in _FORM.finditer(text)]
