"""Folding: the draft as a reader's eye takes it, with a way back to the caller's offsets.

Capitals, full-width and styled letters, accents, look-alike letters of other alphabets, curly quotes and odd spaces
become plain lower-case ASCII where they have one; invisible characters disappear.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["BLOCK", "GONE", "HIDDEN", "Folded", "fold"]

HIDDEN = "\x00"
"""Stands for a character of somebody else's words inside a sentence (a quotation)."""
BLOCK = "\x01"
"""Stands for a character of somebody else's words that ends a sentence (a quoted line, a tag such as <p>)."""
GONE = "\x02"
"""Stands for a character that folding takes away (the tail of an entity such as &amp;)."""

_LONG = "\x03"
"""Stands, within folding, for a character that becomes several."""

# Letters of other alphabets that are drawn like a Latin letter. Own selection; Unicode TR 39 has the full set.
_LOOKALIKES = {
    drawn: latin
    for latin, others in {
        "a": "аАαΑɑ",
        "b": "вВΒ",
        "c": "сСϲ",
        "d": "ԁ",
        "e": "еЕΕё",
        "g": "ɡԌց",
        "h": "һнНΗհ",
        "i": "іІιΙıɩ",
        "j": "јЈ",
        "k": "кКκΚ",
        "l": "ӏℓ",
        "m": "мМΜ",
        "n": "Νηոɴ",
        "o": "оОοΟօ",
        "p": "рРρΡ",
        "q": "ԛ",
        "r": "гʀ",
        "s": "ѕЅ",
        "t": "тТτΤ",
        "u": "υս",
        "v": "ѵν",
        "w": "ԝԜω",
        "x": "хХχΧ",
        "y": "уУΥ",
        "z": "Ζ",
    }.items()
    for drawn in others
}
_SINGLE = {
    **dict.fromkeys("‘’‚‛′`´ʼʹ＇", "'"),
    **dict.fromkeys("“”„‟″«»＂", '"'),
    **dict.fromkeys("‐‑‒﹣－", "-"),
    **dict.fromkeys("–—―", "–"),
    **{mark: mark for mark in f"…{HIDDEN}{BLOCK}{GONE}"},
    **dict.fromkeys("\n\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029", "\n"),
    "\u115f": GONE,
}
_INVISIBLE = frozenset({"Cf", "Mn", "Me"})
"""Unicode categories that take no room: formats and marks."""
_BLANK = frozenset({"Zs", "Cc", "Cs"})
"""Categories that are read as a space: odd spaces, controls (a tab, a carriage return), lone surrogates."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; `origin[i]` is the offset in the draft of the character that `text[i]` comes from."""

    text: str
    origin: Sequence[int]
    """One longer than `text`; the last item is the length of the draft."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the draft that `text[start:end]` comes from, with invisible characters inside it."""
        last = self.origin[end - 1]
        following = self.origin[end]
        return self.origin[start], max(following, last + 1)


def fold(draft: str) -> Folded:
    """Fold `draft`; linear in its length, for every text."""
    if draft.isascii() and GONE not in draft:
        return Folded(draft.lower().translate(_ASCII), range(len(draft) + 1))
    text = draft.translate(_TABLE)
    if GONE not in text and _LONG not in text:
        return Folded(text, range(len(draft) + 1))
    pieces: list[str] = []
    origin: list[int] = []
    for at, (raw, folded) in enumerate(zip(draft, text, strict=True)):
        if folded == GONE:
            continue
        letters = _several(raw) if folded == _LONG else folded
        pieces.append(letters)
        origin.extend([at] * len(letters))
    origin.append(len(draft))
    return Folded("".join(pieces), origin)


class _Table(dict[int, str]):
    """Code point → its folded character, worked out when first met."""

    def __missing__(self, code: int) -> str:
        folded = _fold_character(chr(code))
        self[code] = folded
        return folded


def _fold_character(character: str) -> str:
    """One character for one: a letter, a space, GONE, or _LONG when it becomes several."""
    listed = _SINGLE.get(character) or _LOOKALIKES.get(character)
    if listed:
        return listed
    category = unicodedata.category(character)
    if category in _INVISIBLE:
        return GONE
    if category in _BLANK:
        return " "
    folded = _several(character)
    return folded if len(folded) == 1 else _LONG if folded else GONE


def _several(character: str) -> str:
    """Compatibility form of one character, without marks, in lower case. At most 18 characters (U+FDFA)."""
    decomposed = unicodedata.normalize("NFKD", character)
    plain = "".join(part for part in decomposed if unicodedata.category(part) not in _INVISIBLE)
    folded = "".join(_LOOKALIKES.get(part, part) for part in plain.lower())
    return "".join(part for part in folded if unicodedata.category(part) not in _INVISIBLE)


_TABLE = _Table()
_ASCII = {code: _TABLE[code] for code in range(128) if _TABLE[code] != chr(code).lower()}
"""What folding changes in ASCII beside capitals: controls and the backtick."""
