"""The phrase notation: what a policy owner writes in `dont_say` and `unless`, read into a small tree.

plain words        those words
(a|b c)            one of these
[a|b c]            one of these, or nothing
...                a gap of a few words
<name>             a word class of the language, or <start>, <end>, <this>, <step>, <number>
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["Alternatives", "ClassName", "Gap", "Mark", "NotationError", "Part", "Plain", "parse"]

MAX_LENGTH = 2_000
"""Longest phrase, characters."""
MAX_GAPS = 3
"""Gaps a phrase may hold: each multiplies the ways a sentence can match."""
MAX_NESTING = 6
"""Deepest brackets within brackets."""

MARKS = frozenset({"start", "end"})
"""Names in angle brackets that stand for a place, not a word."""


class NotationError(ValueError):
    """A phrase that can't be read; `column` counts from 0 within the phrase."""

    def __init__(self, message: str, column: int) -> None:
        super().__init__(message)
        self.column = column


@dataclass(frozen=True, slots=True)
class Plain:
    """A written word."""

    text: str


@dataclass(frozen=True, slots=True)
class ClassName:
    """A word class by name."""

    name: str
    column: int


@dataclass(frozen=True, slots=True)
class Mark:
    """`start` or `end`: a place where a sentence or clause begins or ends."""

    name: str


@dataclass(frozen=True, slots=True)
class Gap:
    """A few words, whatever they are."""


@dataclass(frozen=True, slots=True)
class Alternatives:
    """One of several sequences; `()` among them when the whole may be left out."""

    options: tuple[tuple[Part, ...], ...]


Part = Plain | ClassName | Mark | Gap | Alternatives

_PIECE = re.compile(r"\s+|\.\.\.|…|<[^<>\s]*>|[()\[\]|<>]|[^\s()\[\]|<>…]+?(?=\.\.\.)|[^\s()\[\]|<>…]+")
_WORD = re.compile(r"[^\W_]")


@lru_cache(maxsize=65_536)
def parse(phrase: str) -> tuple[Part, ...]:
    """The parts of a phrase, in order.

    Raises:
        NotationError: a bracket without its other half, an empty alternative, more gaps than allowed, or no word at all.
    """
    if len(phrase) > MAX_LENGTH:
        raise NotationError(f"the phrase is longer than {MAX_LENGTH} characters; split it into several", 0)
    pieces = [(m.group(), m.start()) for m in _PIECE.finditer(phrase) if not m.group().isspace()]
    parts, rest = _sequence(pieces, 0, "", 0)
    if rest < len(pieces):
        piece, column = pieces[rest]
        raise NotationError(f"'{piece}' closes nothing; delete it or add the opening bracket", column)
    inside = _walk(parts)
    if sum(isinstance(part, Gap) for part in inside) > MAX_GAPS:
        raise NotationError(f"more than {MAX_GAPS} gaps '...'; split the phrase in two", 0)
    if not any(isinstance(part, Plain | ClassName) for part in inside):
        raise NotationError("no word in it; write the words to be found", 0)
    for part, neighbour in ((parts[0], "begins"), (parts[-1], "ends")):
        if isinstance(part, Gap):
            raise NotationError(f"the phrase {neighbour} with a gap '...'; delete it, a match may stand anywhere", 0)
    return parts


def _sequence(pieces: list[tuple[str, int]], at: int, closer: str, depth: int) -> tuple[tuple[Part, ...], int]:
    """Parts up to `|`, the closing bracket, or the end; and the index of the piece that ended them."""
    parts: list[Part] = []
    while at < len(pieces):
        piece, column = pieces[at]
        if piece in "|)]":
            if not closer:
                if piece == "|":
                    raise NotationError("'|' stands outside brackets; write (this|that)", column)
                return tuple(parts), at
            break
        if piece in "([":
            part, at = _alternatives(pieces, at, depth)
            parts.append(part)
            continue
        if piece != ",":  # a comma is matched by itself
            parts.append(_single(piece, column))
        at += 1
    return tuple(parts), at


def _alternatives(pieces: list[tuple[str, int]], at: int, depth: int) -> tuple[Alternatives, int]:
    opener, column = pieces[at]
    closer = ")" if opener == "(" else "]"
    if depth >= MAX_NESTING:
        raise NotationError(f"brackets nested deeper than {MAX_NESTING}; split the phrase", column)
    options: list[tuple[Part, ...]] = []
    while True:
        parts, at = _sequence(pieces, at + 1, closer, depth + 1)
        if not parts:
            raise NotationError(f"'{opener}' holds an empty alternative; write [word] for a word that may be missing", column)
        options.append(parts)
        if at >= len(pieces):
            raise NotationError(f"'{opener}' is never closed; add '{closer}'", column)
        if pieces[at][0] == "|":
            continue
        if pieces[at][0] != closer:
            raise NotationError(f"'{opener}' is closed by '{pieces[at][0]}'; write '{closer}'", pieces[at][1])
        break
    if opener == "[":
        options.append(())
    return Alternatives(tuple(options)), at + 1


def _single(piece: str, column: int) -> Part:
    if piece in ("...", "…"):
        return Gap()
    if piece[0] == "<" or piece == ">":
        name = piece[1:-1]
        if piece in "<>" or not name:
            raise NotationError(f"'{piece}' is no class name; write <name>", column)
        return Mark(name) if name in MARKS else ClassName(name, column)
    if not _WORD.search(piece):
        raise NotationError(f"'{piece}' has no letter or digit; delete it, punctuation is matched by itself", column)
    return Plain(piece)


def _walk(parts: tuple[Part, ...]) -> list[Part]:
    found: list[Part] = []
    for part in parts:
        found.append(part)
        if isinstance(part, Alternatives):
            for option in part.options:
                found.extend(_walk(option))
    return found
