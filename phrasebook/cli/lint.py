"""`phrasebook lint`."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from phrasebook.cli.main import CLEAN, WRONG
from phrasebook.cli.terminal import safe
from phrasebook.linting import lint as problems_of

__all__ = ["lint"]


def lint(paths: Sequence[str]) -> int:
    """Tell every problem of tables; returns the exit code."""
    problems = problems_of(paths)
    for problem in problems:
        print(safe(str(problem)))
    names = safe(" ".join(paths) or "support")
    if problems:
        print(f"{len(problems)} problem{'' if len(problems) == 1 else 's'} in {names}.", file=sys.stderr)
        return WRONG
    print(f"{names}: no problems.")
    return CLEAN
