"""Which of several overlapping matches is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

__all__ = ["best"]


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def score(self) -> float: ...


Placed = TypeVar("Placed", bound=_Placed)


def _same(match: _Placed, other: _Placed) -> bool:
    return (match.start, match.end, match.score) == (other.start, other.end, other.score)


def best(matches: Sequence[Placed], prefer: Callable[[Placed, Placed], bool]) -> list[Placed]:
    """The matches that are told, sorted, none overlapping: the longest first, then the surest; `prefer(a, b)` breaks ties."""
    ranked = sorted(matches, key=lambda match: (-(match.end - match.start) * match.score, match.start))
    chosen: list[Placed] = []
    for match in ranked:
        rival = next((index for index, other in enumerate(chosen) if other.start < match.end and match.start < other.end), None)
        if rival is None:
            chosen.append(match)
        elif _same(match, chosen[rival]) and prefer(match, chosen[rival]):
            chosen[rival] = match
    return sorted(chosen, key=lambda match: match.start)
