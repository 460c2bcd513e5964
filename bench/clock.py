"""Time, taken so that other work on the machine disturbs it little."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Callable, Sequence
from time import perf_counter

__all__ = ["best_of", "percentile", "python_seconds", "seconds"]


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes once, without a garbage collection in it that other work has called for."""
    gc.collect()
    begin = perf_counter()
    work()
    return perf_counter() - begin


def best_of(times: int, work: Callable[[], object]) -> float:
    """The shortest of several runs."""
    return min(seconds(work) for _ in range(times))


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share (0 to 1) of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def python_seconds(code: str, times: int) -> float:
    """The shortest of several runs of a new Python process, start of the interpreter included."""
    return best_of(times, lambda: subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL))
