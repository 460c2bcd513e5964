"""`phrasebook rewrite`."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Sequence

from phrasebook.book import Phrasebook
from phrasebook.cli.drafts import Drafts
from phrasebook.cli.main import CLEAN, FINDINGS, WRONG
from phrasebook.cli.terminal import shown_finding, wants_colour

__all__ = ["rewrite"]


def rewrite(files: Sequence[str], tables: Sequence[str], markup: str, *, diff: bool) -> int:
    """Print drafts with the approved wording in place; returns the exit code."""
    book = Phrasebook.load(*tables)
    drafts = Drafts(files)
    left = 0
    for name, draft in drafts:
        result = book.rewrite(draft, markup=markup)
        if diff:
            sys.stdout.write(_diff(name, draft, result.text))
        else:
            if len(files) > 1:
                sys.stdout.write(f"==> {name} <==\n")
            sys.stdout.write(result.text if result.text.endswith("\n") or not len(files) > 1 else f"{result.text}\n")
        sys.stdout.flush()
        left += len(result.left)
        for finding in result.left:
            print(f"\nneeds a person:\n{shown_finding(name, draft, finding, colour=wants_colour(sys.stderr))}", file=sys.stderr)
    if drafts.unreadable:
        return WRONG
    return FINDINGS if left else CLEAN


def _diff(name: str, draft: str, text: str) -> str:
    lines = difflib.unified_diff(_lines(draft), _lines(text), f"{name} (draft)", f"{name} (rewritten)")
    return "".join(line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines)


def _lines(text: str) -> list[str]:
    """Lines at line feeds only, so that nothing else in the draft is taken for a line end."""
    parts = text.split("\n")
    return [f"{part}\n" for part in parts[:-1]] + ([parts[-1]] if parts[-1] else [])
