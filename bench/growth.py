"""Whether time and memory grow with the length of a text and no faster, for ordinary and for hostile texts."""

from __future__ import annotations

import gc
from collections.abc import Callable
from random import Random
from typing import NamedTuple

from clock import seconds
from corpus import draft

from phrasebook import Phrasebook

__all__ = ["print_growth"]

TIMES = (1, 10, 100)
"""Lengths measured, as multiples of the first."""
REPEATS = (5, 3, 1)
"""Texts tried at each length; the shortest time counts."""
GROWTH_FEARED = 3.0
"""How many times more a character may be feared to cost in the next longer text."""
TOLERANCE = 2.0
"""A longest text that costs more than so many times as much a character as the first is pointed out."""


class Kind(NamedTuple):
    """A kind of text: how one of about so many characters is made."""

    title: str
    make: Callable[[int, Random], str]
    markup: str = "text"


def _repeated(piece: str) -> Callable[[int, Random], str]:
    return lambda length, random: piece * (length // len(piece) + 1)


def _ordinary(length: int, random: Random) -> str:
    return draft(random, length // 6)


def _half_forbidden(length: int, random: Random) -> str:
    return "\n".join(draft(random, 40, inside="I don't know why it was added, Mr Lim.") for _ in range(length // 280 + 1))


def _new_words(length: int, random: Random) -> str:
    return " ".join("".join(random.choices("aeioubdkmnprst", k=random.randint(4, 12))) for _ in range(length // 9 + 1))


KINDS = (
    Kind("ordinary drafts, all different", _ordinary),
    Kind("one finding every 40 words", _half_forbidden),
    Kind("nothing but findings", _repeated("I don't know. ")),
    Kind("findings without a full stop", _repeated("I don't know and ")),
    Kind("findings with commas all over", _repeated("I, well, do, at this point, not, honestly, know, ")),
    Kind("words never seen before", _new_words),
    Kind("beginnings of phrases, no end", _repeated("I do not ")),
    Kind("one word", _repeated("a")),
    Kind("one stretched word after another", _repeated("knooooow ")),
    Kind("combining marks", _repeated("a\u0301\u0300")),
    Kind("opening quotation marks", _repeated("“I 'don't ‘know \"")),
    Kind("apostrophes", _repeated("'a' ")),
    Kind("full stops and spaces", _repeated(". ")),
    Kind("empty lines", _repeated("\n \n")),
    Kind("quoted lines", _repeated("> I don't know\nOn 3 May 2026, Tan\n")),
    Kind("attributions", _repeated("On 3 May 2026, Tan wrote:\n> no\n")),
    Kind("numbers and brackets", _repeated("1) 2. 3) ")),
    Kind("emoji", _repeated("👩\u200d👩\u200d👧 ")),
    Kind("html: ordinary", lambda length, random: "".join(f"<p>{draft(random, 30)}</p>" for _ in range(length // 200 + 1)), "html"),
    Kind("html: open tags", _repeated("<a "), "html"),
    Kind("html: open tags with quotes", _repeated("<a b=\"' c='\""), "html"),
    Kind("html: comments", _repeated("<!-- "), "html"),
    Kind("html: entities", _repeated("&amp;&nbsp;&#39;&lt"), "html"),
    Kind("html: nested quotations", _repeated("<blockquote>"), "html"),
    Kind("html: findings in tags", _repeated("<b>I</b> don&#39;t <i>know</i>. "), "html"),
)


def print_growth(seed: int, words: int, patience: float) -> None:
    """Time per character at 1, 10 and 100 times the length: `check` of each kind, and `rewrite` of one with findings.

    A longer text of a kind is not tried when it may be feared to take more than `patience` seconds.
    """
    book = Phrasebook.load(strict=False)
    book.check("I don't knwo.")  # spaCy and the index of misspellings belong to the start, not to the length
    gc.freeze()  # what is loaded is not gone through again before each measurement
    length = words * 6
    print(f"\n## Growth with length: {length:,} characters × {', '.join(map(str, TIMES))}; µs a character")
    print("| text | × 1 | × 10 | × 100 | last : first |")
    print("|---|---|---|---|---|")
    for kind in KINDS:
        _print_row(kind.title, _costs(book.check, kind, length, Random(seed), patience))
    _print_row("rewrite: one finding every 40 words", _costs(book.rewrite, KINDS[1], length, Random(seed), patience))


def _costs(door: Callable[..., object], kind: Kind, length: int, random: Random, patience: float) -> list[float]:
    """Seconds a character at each length, until one would take too long; short texts are tried several times, each time another."""
    costs: list[float] = []
    for times, repeats in zip(TIMES, REPEATS, strict=True):
        if costs and costs[-1] * length * times * GROWTH_FEARED > patience:
            break
        costs.append(min(_cost(door, kind, length * times, random) for _ in range(repeats)))
    return costs


def _cost(door: Callable[..., object], kind: Kind, length: int, random: Random) -> float:
    text = kind.make(length, random)
    return seconds(lambda: door(text, markup=kind.markup)) / len(text)


def _print_row(title: str, costs: list[float]) -> None:
    ratio = costs[-1] / costs[0]
    told = f"{ratio:.1f}{' **grows**' if ratio > TOLERANCE else ''}" if len(costs) > 1 else ""
    cells = [f"{cost * 1e6:.3f}" for cost in costs] + ["too slow"] * (len(TIMES) - len(costs))
    print(f"| {title} | {' | '.join(cells)} | {told} |")
