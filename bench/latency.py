"""How long `check` takes for one draft of the shipped table, by what is in the draft; and where the time goes."""

from __future__ import annotations

import cProfile
import io
import pstats
from collections.abc import Sequence
from random import Random
from time import process_time

from clock import percentile
from corpus import draft

from phrasebook import Phrasebook
from phrasebook.draft.folding import fold
from phrasebook.draft.own_words import own_words
from phrasebook.draft.words import forms_of

__all__ = ["print_latency", "print_profile"]

WORDS = 120
"""Length of a draft, words."""
WARM_UP = 300
"""Other drafts that the book sees first."""
KINDS = ("finding", "candidate", "clean")


def print_latency(seed: int, drafts: int) -> None:
    """p50 and p99 of `check`, for a draft the book has not seen and for one that it has."""
    random = Random(seed)
    book = Phrasebook.load(strict=False)
    warm_up, texts = shipped_drafts(random, book, WARM_UP), shipped_drafts(random, book, drafts)
    cold = _times(Phrasebook.load(strict=False), texts)
    for text in warm_up:
        book.check(text)
    first, second = _times(book, texts), _times(book, texts)
    kinds = [_kind(book, text) for text in texts]
    print(f"\n## One draft of {WORDS} words, shipped table ({len(book.entries)} rows, {sum(len(e.dont_say) for e in book.entries)} phrases), ms")
    print("| drafts | number | new to a warm book p50 | p99 | seen before p50 | p99 | new book p50 | p99 |")
    print("|---|---|---|---|---|---|---|---|")
    for kind in KINDS:
        chosen = [index for index, one in enumerate(kinds) if one == kind]
        if chosen:
            print(f"| {_TITLES[kind]} | {len(chosen)} | {_row([first, second, cold], chosen)} |")
    _print_false_alarms(book, random)


_TITLES = {"finding": "with a finding", "candidate": "a candidate that is none", "clean": "without a candidate"}


def _row(measured: Sequence[Sequence[float]], chosen: Sequence[int]) -> str:
    cells = []
    for times in measured:
        own = [times[index] * 1e3 for index in chosen]
        cells += [f"{percentile(own, 0.5):.2f}", f"{percentile(own, 0.99):.2f}"]
    return " | ".join(cells)


def shipped_drafts(random: Random, book: Phrasebook, count: int) -> list[str]:
    """Harmless drafts, every second one with an example of the table that must be found."""
    examples = [(entry.language, example.draft) for entry in book.entries for example in entry.examples if example.becomes is not None]
    texts = []
    for number in range(count):
        language, inside = random.choice(examples)
        texts.append(draft(random, WORDS, language, inside) if number % 2 else draft(random, WORDS))
    return texts


def _times(book: Phrasebook, texts: Sequence[str]) -> list[float]:
    times = []
    for text in texts:
        begin = process_time()
        book.check(text)
        times.append(process_time() - begin)
    return times


def _kind(book: Phrasebook, text: str) -> str:
    if book.check(text):
        return "finding"
    return "candidate" if book._engine.detector._candidates.in_chunk(forms_of(fold(own_words(text)).text)) else "clean"


def _print_false_alarms(book: Phrasebook, random: Random) -> None:
    """Findings in drafts that hold nothing forbidden."""
    alarms = {finding.text: finding for _ in range(300) for finding in book.check(draft(random, WORDS))}
    print(f"findings in 300 harmless drafts: {len(alarms)}")
    for finding in alarms.values():
        print(f"  false alarm: {finding.text!r} ({finding.entry.id}, {finding.entry.language}, {finding.how})")


def print_profile(seed: int) -> None:
    """The functions that `check` spends its time in, with a finding and without, in a warm book."""
    book = Phrasebook.load(strict=False)
    random = Random(seed)
    for text in shipped_drafts(random, book, WARM_UP):
        book.check(text)
    copy = Phrasebook.load(strict=False)
    found = {text: bool(copy.check(text)) for text in shipped_drafts(random, book, 400)}
    for title, wanted in (("without a finding", False), ("with a finding", True)):
        fresh = [text for text, has in found.items() if has is wanted]
        print(f"\n## Profile of {len(fresh)} drafts {title}")
        print(_profile(book, fresh))


def _profile(book: Phrasebook, texts: Sequence[str]) -> str:
    profiler = cProfile.Profile()
    profiler.enable()
    for text in texts:
        book.check(text)
    profiler.disable()
    out = io.StringIO()
    pstats.Stats(profiler, stream=out).sort_stats("cumulative").print_stats(25)
    return "\n".join(line for line in out.getvalue().splitlines() if line.strip())
