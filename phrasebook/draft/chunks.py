"""A draft in pieces of bounded size, cut where sentences end, so that memory does not grow with the draft."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["CHUNK", "chunks"]

CHUNK = 65_536
"""Longest chunk, code points."""

_SENTENCE_END = re.compile(r"\n\s*\n|[.!?\x01]\s")
_NEAR_END = 4_096
"""How far before the limit a sentence end is looked for, code points."""


def chunks(text: str) -> Iterator[tuple[int, str]]:
    """The chunks of a text with the offset of each; together they are the text."""
    start = 0
    while len(text) - start > CHUNK:
        limit = start + CHUNK
        end = max((match.end() for match in _SENTENCE_END.finditer(text, limit - _NEAR_END, limit)), default=0)
        if not end:
            end = text.rfind(" ", limit - _NEAR_END, limit) + 1
        end = end if end > start else limit
        yield start, text[start:end]
        start = end
    yield start, text[start:]
