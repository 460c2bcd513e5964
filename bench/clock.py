"""Processor time, which other work on the machine disturbs less than time by the clock."""

from __future__ import annotations

import gc
import resource
import subprocess
import sys
from collections.abc import Callable, Sequence
from time import process_time

__all__ = ["percentile", "python_seconds", "seconds"]


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes once, without a garbage collection in it that other work has called for."""
    gc.collect()
    begin = process_time()
    work()
    return process_time() - begin


def percentile(values: Sequence[float], share: float) -> float:
    """The value that this share (0 to 1) of the values does not exceed."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def python_seconds(code: str, times: int) -> float:
    """The shortest of several runs of a new Python process, start of the interpreter included."""
    return min(_of_children(lambda: subprocess.run([sys.executable, "-c", code], check=True, stdout=subprocess.DEVNULL)) for _ in range(times))


def _of_children(work: Callable[[], object]) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    work()
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
