"""Whether the laws (docs/contributing.md) hold for texts that nobody would write: exit code 1 when one does not.

    python bench/fuzz.py [N] [--seed S] [--only I]

A failing text is cut down to a small one that fails in the same way; `--only` runs the text of one number again.
"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import Pool
from random import Random
from time import perf_counter

from strange import examples_of, strange_text

from phrasebook import Finding, Phrasebook

BATCH = 250
"""Texts a process takes at a time."""
AGAIN_EVERY = 20
"""One batch in so many is checked again, in another order and by a copy of the book (law 5)."""
SHRINKING = 300
"""Most attempts at making a failing text smaller."""
SHOWN = 5
"""Failures of a kind that are cut down and printed; the others are counted."""
MARKUPS = ("text", "html")


class LawError(AssertionError):
    """A law does not hold; the message begins with its name."""


@dataclass(slots=True)
class Tally:
    """What came of some texts."""

    texts: int = 0
    findings: int = 0
    applied: int = 0
    broken: Counter[str] = field(default_factory=Counter)
    shown: dict[str, list[tuple[int, str, str, str]]] = field(default_factory=dict)
    """By kind of failure: number of the text, markup, text, message."""
    slowest: tuple[float, int, int] = (0.0, 0, 0)
    """Seconds, number of the text, its length."""

    def add(self, other: Tally) -> None:
        """Take in another tally."""
        self.texts += other.texts
        self.findings += other.findings
        self.applied += other.applied
        self.broken += other.broken
        for kind, failures in other.shown.items():
            known = self.shown.setdefault(kind, [])
            known.extend(failures[: SHOWN - len(known)])
        self.slowest = max(self.slowest, other.slowest)


def check_laws(book: Phrasebook, text: str, markup: str) -> tuple[int, int]:
    """Hold the text against the laws; returns the number of findings and of those applied."""
    findings = book.check(text, markup=markup)
    _findings_in_order(text, findings)
    for finding, following in zip(findings, [*findings[1:], None], strict=False):
        _edits_in_place(text, finding, following)
    rewrite = book.rewrite(text, markup=markup)
    _all_accounted_for(findings, rewrite.applied, rewrite.left)
    _nothing_else_changed(text, rewrite.text, rewrite.applied)
    again = book.rewrite(rewrite.text, markup=markup)
    _law("2 stable", again.text == rewrite.text, f"rewriting {rewrite.text!r} gives {again.text!r}")
    firing = {finding.entry.id for finding in book.check(rewrite.text, markup=markup)} & {finding.entry.id for finding in rewrite.applied}
    _law("3 silent", not firing, f"{sorted(firing)} fire on {rewrite.text!r}")
    return len(findings), len(rewrite.applied)


def _law(name: str, holds: bool, message: str) -> None:
    if not holds:
        raise LawError(f"{name}: {message}")


def _findings_in_order(text: str, findings: Sequence[Finding]) -> None:
    end = 0
    for finding in findings:
        place = f"{finding.start}-{finding.end} {finding.text!r}"
        _law("1 slice", 0 <= finding.start < finding.end <= len(text) and text[finding.start : finding.end] == finding.text, place)
        _law("1 order", finding.start >= end, f"{place} begins before {end}")
        _law("1 score", 0 < finding.score <= 100 and finding.how in ("exact", "close", "pattern"), f"{place}: {finding.score}, {finding.how}")
        end = finding.end


def _edits_in_place(text: str, finding: Finding, following: Finding | None) -> None:
    limit = following.start if following else len(text)
    _law("2 suggests", bool(finding.suggestions) or not finding.entry.say, f"no suggestion for {finding.text!r}")
    for suggestion in finding.suggestions:
        if suggestion.edit:
            start, end, _ = suggestion.edit
            _law("2 edit starts", start <= finding.start, f"edit {suggestion.edit} of finding {finding.start}-{finding.end}")
            _law("2 edit ends", finding.start < end <= len(text), f"edit {suggestion.edit} of a text of {len(text)}")
            _law("2 edit covers", end >= finding.end, f"edit {suggestion.edit} of finding {finding.start}-{finding.end}")
            _law("2 edit apart", end <= limit, f"edit {suggestion.edit} reaches into the finding at {limit}")


def _all_accounted_for(findings: Sequence[Finding], applied: Sequence[Finding], left: Sequence[Finding]) -> None:
    together = sorted([*applied, *left], key=lambda finding: finding.start)
    _law("2 all", together == list(findings), f"{len(applied)} applied + {len(left)} left are not the {len(findings)} findings")
    _law("2 sorted", list(applied) == sorted(applied, key=lambda f: f.start) and list(left) == sorted(left, key=lambda f: f.start), "not in order")


def _nothing_else_changed(text: str, rewritten: str, applied: Sequence[Finding]) -> None:
    """The rewritten text is the text with one offered edit for each applied finding and no other change."""
    expected, at = [], 0
    for finding in applied:
        edit = next((suggestion.edit for suggestion in finding.suggestions if suggestion.edit), None)
        _law("2 applicable", edit is not None, f"{finding.text!r} was applied without an edit")
        if edit is not None:
            expected += [text[at : edit.start], edit.replacement]
            at = edit.end
    _law("2 only edits", "".join([*expected, text[at:]]) == rewritten, f"{rewritten!r} differs from its edits")


def _failure(book: Phrasebook, text: str, markup: str) -> tuple[str, str] | None:
    """Which law does not hold for the text, or which exception comes, with its message."""
    try:
        check_laws(book, text, markup)
    except LawError as broken:
        return str(broken).partition(":")[0], str(broken)
    except Exception as error:  # law 6 is that none comes
        return f"6 raises {type(error).__name__}", _last_place(error)
    return None


def _last_place(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    place = f"{trace.tb_frame.f_code.co_filename}:{trace.tb_lineno} in {trace.tb_frame.f_code.co_qualname}" if trace else ""
    return f"{error!r} at {place}"


def shrink(text: str, fails: Callable[[str], bool]) -> str:
    """A smaller text that still fails: stretches are taken out, large ones first."""
    attempts, size = 0, max(1, len(text) // 2)
    while size and attempts < SHRINKING:
        at, smaller = 0, False
        while at < len(text) and attempts < SHRINKING:
            attempts += 1
            shorter = text[:at] + text[at + size :]
            if fails(shorter):
                text, smaller = shorter, True
            else:
                at += size
        if not smaller:
            size //= 2
    return text


@cache
def _book() -> Phrasebook:
    """The book that a process of the pool works with."""
    warnings.simplefilter("ignore")
    return Phrasebook.load(strict=False)


def text_number(seed: int, number: int) -> str:
    """The text of a number."""
    return strange_text(Random(f"{seed}:{number}"), examples_of(_book()))


def _batch(work: tuple[int, int, int]) -> Tally:
    seed, first, last = work
    tally = Tally()
    for number in range(first, last):
        text = text_number(seed, number)
        for markup in MARKUPS:
            _try(tally, number, text, markup)
    if first // BATCH % AGAIN_EVERY == 0:
        _again(tally, [(number, text_number(seed, number)) for number in range(first, last)])
    return tally


def _try(tally: Tally, number: int, text: str, markup: str) -> None:
    tally.texts += 1
    begin = perf_counter()
    try:
        found, applied = check_laws(_book(), text, markup)
        tally.findings += found
        tally.applied += applied
        tally.slowest = max(tally.slowest, (perf_counter() - begin, number, len(text)))
    except Exception:  # looked at closely below
        kind, message = _failure(_book(), text, markup) or ("5 same again", "failed at first, not when tried again")
        tally.broken[kind] += 1
        failures = tally.shown.setdefault(kind, [])
        if len(failures) < SHOWN:
            small = shrink(text, lambda other: (_failure(_book(), other, markup) or ("", ""))[0] == kind)
            failures.append((number, markup, small, (_failure(_book(), small, markup) or (kind, message))[1]))


def _again(tally: Tally, texts: Sequence[tuple[int, str]]) -> None:
    """Law 5: a copy of the book finds the same in the opposite order."""
    copy = deepcopy(_book())
    for number, text in reversed(texts):
        if _found(copy, text) != _found(_book(), text):
            tally.broken["5 same anywhere"] += 1
            tally.shown.setdefault("5 same anywhere", []).append((number, "text", text, "a copy of the book finds something else"))


def _found(book: Phrasebook, text: str) -> Sequence[Finding] | str:
    """The findings, or the exception that came (counted where the laws are checked)."""
    try:
        return book.check(text)
    except Exception as error:
        return repr(error)


def _batches(seed: int, count: int) -> Iterator[tuple[int, int, int]]:
    return ((seed, first, min(count, first + BATCH)) for first in range(0, count, BATCH))


def main() -> int:
    """Run all texts on all cores and print what came of them."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("count", type=int, nargs="?", default=50_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", type=int, help="run the text of this number alone")
    options = parser.parse_args()
    if options.only is not None:
        text = text_number(options.seed, options.only)
        failures = [(markup, _failure(_book(), text, markup)) for markup in MARKUPS]
        print(repr(text), *failures, sep="\n")
        return int(any(failure for _, failure in failures))
    total, begin = Tally(), perf_counter()
    with Pool(os.cpu_count()) as pool:
        for tally in pool.imap_unordered(_batch, _batches(options.seed, options.count)):
            total.add(tally)
            print(f"\r{total.texts // len(MARKUPS):,} texts, {total.broken.total()} failures", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    _print(total, options.seed, perf_counter() - begin)
    return int(bool(total.broken))


def _print(total: Tally, seed: int, took: float) -> None:
    print(f"seed {seed}: {total.texts // len(MARKUPS):,} texts, each as text and as html, {took:.0f} s")
    print(f"findings {total.findings:,}, applied {total.applied:,}; failures {total.broken.total()}")
    print(f"slowest text: number {total.slowest[1]}, {total.slowest[2]:,} characters, {total.slowest[0]:.2f} s for all laws in one markup")
    for kind, count in total.broken.most_common():
        print(f"\n{kind}: {count}")
        for number, markup, text, message in total.shown[kind]:
            print(f"  --only {number} ({markup}) {text if len(text) < 400 else text[:400] + '…'!r}\n    {message[:600]}")


if __name__ == "__main__":
    sys.exit(main())
