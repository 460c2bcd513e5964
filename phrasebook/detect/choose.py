"""Which of several overlapping matches is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

__all__ = ["best", "weight"]


class _Placed(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def score(self) -> float: ...


Placed = TypeVar("Placed", bound=_Placed)


def weight(match: _Placed) -> float:
    """How much a match says: its length times its score."""
    return (match.end - match.start) * match.score


def best(matches: Sequence[Placed], rank: Callable[[Placed], tuple[float, ...]]) -> list[Placed]:
    """The matches that are told, sorted, none overlapping: those of the highest rank first, of equal ones the first."""
    chosen: list[Placed] = []
    for match in sorted(matches, key=rank, reverse=True):
        if not any(other.start < match.end and match.start < other.end for other in chosen):
            chosen.append(match)
    return sorted(chosen, key=lambda match: match.start)
