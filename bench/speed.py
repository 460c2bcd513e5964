"""How fast phrasebook is: against other ways of matching, per draft, at start, and as the text grows.

    python bench/speed.py [--quick] [--profile] [--seed N]

Everything is measured in one run on one text, so the ratios hold even where the times are noise.
"""

from __future__ import annotations

import argparse
import tempfile
import warnings
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from random import Random
from typing import NamedTuple

from clock import seconds
from corpus import draft, forbidden_phrases, write_table
from growth import print_growth
from latency import print_latency, print_profile
from rivals import Search, make_doc, naive_rapidfuzz, phrase_matcher, phrasebook
from startup import print_startup

from phrasebook import Phrasebook

SIZES = (10, 100, 1_000)
"""Rows in the generated tables."""
WITH_PHRASE = 0.1
"""Share of the drafts that hold one of the phrases; half of these have it misspelt."""


def main() -> None:
    """Run every bench and print its figures."""
    options = _options()
    warnings.simplefilter("ignore")
    print(f"seed {options.seed}{', quick' if options.quick else ''}")
    print_rivals(options.seed, drafts=25 if options.quick else 250, times=2 if options.quick else 3)
    print_latency(options.seed, drafts=100 if options.quick else 600)
    print_startup(times=1 if options.quick else 7)
    print_growth(options.seed, words=80 if options.quick else 300, patience=0.5 if options.quick else 8)
    if options.profile:
        print_profile(options.seed)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--quick", action="store_true", help="smaller texts and fewer repeats, under 30 s")
    parser.add_argument("--profile", action="store_true", help="also say where the time of `check` goes")
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


def print_rivals(seed: int, drafts: int, times: int) -> None:
    """Costs of phrasebook and of the others on the same drafts with the same phrases, by number of rows."""
    random = Random(seed)
    phrases = forbidden_phrases(random, max(SIZES))
    texts = Texts(_drafts(random, drafts, phrases), _drafts(random, drafts, phrases))
    with tempfile.TemporaryDirectory() as folder:
        tables = [write_table(Path(folder), phrases[:size]) for size in SIZES]
        _print_costs(texts, phrases, tables, times)


def _print_costs(texts: Texts, phrases: list[str], tables: list[Path], times: int) -> None:
    drafts = len(texts.fresh)
    megabytes = sum(len(text.encode()) for text in texts.fresh) / 1e6
    print(f"\n## Against others: {drafts} English drafts, {megabytes:.2f} MB; costs as multiples of phrasebook's (= 1)")
    print("| rows | text | phrasebook MB/s | naive RapidFuzz | PhraseMatcher | make_doc | hits: phrasebook, RapidFuzz, PhraseMatcher |")
    print("|---|---|---|---|---|---|---|")
    own: list[Cost] = []
    for size, table in zip(SIZES, tables, strict=True):
        load = seconds(lambda table=table: Phrasebook.load(table))  # type: ignore[misc]
        own.append(_cost(partial(phrasebook, table), texts, times))
        others = [
            _cost(partial(naive_rapidfuzz, phrases[:size]), texts, times, remembers=False),
            _cost(partial(phrase_matcher, phrases[:size]), texts, times),
            _cost(make_doc, texts, times),
        ]
        hits = ", ".join(str(cost.hits) for cost in (own[-1], *others[:2]))
        for title, mine, theirs in (("new", own[-1].new, [o.new for o in others]), ("seen before", own[-1].seen, [o.seen for o in others])):
            print(f"| {size} | {title} | {megabytes / mine:.1f} | {' | '.join(f'{other / mine:.2f}' for other in theirs)} | {hits} |")
        print(f"| {size} | loaded in {load:.2f} s | | | | | |")
    ends = f"{own[0].new / drafts * 1e6:.0f} to {own[-1].new / drafts * 1e6:.0f} µs"
    print(f"phrasebook's cost per draft from {SIZES[0]} to {SIZES[-1]} rows: × {own[-1].new / own[0].new:.2f} ({ends}, new text)")


class Texts(NamedTuple):
    """What is searched."""

    known: list[str]
    """Drafts that are searched first, so that what a searcher remembers of a language is there."""
    fresh: list[str]
    """Drafts that are timed."""


class Cost(NamedTuple):
    """What searching the fresh drafts costs."""

    new: float
    """Seconds at first sight."""
    seen: float
    """Seconds at second sight."""
    hits: int


def _cost(make: Callable[[], Search], texts: Texts, times: int, remembers: bool = True) -> Cost:
    """The shortest of several runs, each with a new searcher; one that remembers nothing runs once."""
    new: list[float] = []
    seen: list[float] = []
    hits = 0
    for _ in range(times if remembers else 1):
        search = make()
        search(texts.known if remembers else texts.known[:1])
        took, hits = _timed(search, texts.fresh)
        new.append(took)
        seen.append(_timed(search, texts.fresh)[0] if remembers else took)
    return Cost(min(new), min(seen), hits)


def _timed(search: Search, drafts: Sequence[str]) -> tuple[float, int]:
    hits: list[int] = []
    took = seconds(lambda: hits.append(search(drafts)))
    return took, hits[0]


def _drafts(random: Random, count: int, phrases: Sequence[str]) -> list[str]:
    """English drafts; the phrases in them come half from the smallest table, half from the largest."""
    texts = []
    for number in range(count):
        inside = ""
        if number < WITH_PHRASE * count:
            phrase = random.choice(phrases[: SIZES[0]] if number % 2 else phrases)
            inside = f"As far as I can see {_misspelt(random, phrase) if number % 4 > 1 else phrase}."
        texts.append(draft(random, random.randint(40, 160), "en", inside))
    return texts


def _misspelt(random: Random, phrase: str) -> str:
    """The phrase with two letters of its longest word swapped."""
    word = max(phrase.split(), key=len)
    at = random.randrange(1, len(word) - 2)
    return phrase.replace(word, word[:at] + word[at + 1] + word[at] + word[at + 2 :])


if __name__ == "__main__":
    main()
