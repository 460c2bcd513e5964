"""Strange texts for the fuzz bench: every kind of Unicode, HTML soup, and examples of the table bent out of shape. All seeded."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from random import Random

from corpus import draft, sentence

from phrasebook import Phrasebook

__all__ = ["examples_of", "strange_text"]

LONGEST = 30_000
"""Longest word among the texts, code points; rare."""

_RANGES = (
    (0x00, 0x20), (0x20, 0x7F), (0x80, 0x180), (0x180, 0x300), (0x300, 0x370), (0x370, 0x530), (0x590, 0x700), (0x900, 0xE80), (0x1E00, 0x2000),
    (0x2000, 0x2070), (0x2100, 0x2400), (0x2460, 0x2500), (0x2600, 0x2800), (0x3000, 0x3100), (0x4E00, 0x4F00), (0xAC00, 0xAD00), (0xD800, 0xE000),
    (0xE000, 0xE100), (0xF900, 0xFB50), (0xFB50, 0xFE00), (0xFE00, 0xFE10), (0xFE20, 0xFE30), (0xFF00, 0xFFF0), (0xFFF0, 0x10000), (0x10300, 0x10350),
    (0x1D400, 0x1D800), (0x1F100, 0x1F200), (0x1F300, 0x1FB00), (0x20000, 0x20100), (0x2F800, 0x2FA20), (0xE0000, 0xE0200), (0x10FF00, 0x110000),
)  # fmt: skip
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u180e\u034f\u115f\u3164\u2063"
_BIDI = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c"
_CONTROL = "\x00\x01\x02\x03\x07\x08\x0b\x0c\x1b\x1c\x1d\x1e\x1f\x7f\x85\u2028\u2029\r\n\t"
_MARKS = "\u0301\u0300\u0308\u0323\u20dd\u0488\u0489"
_PUNCTUATION = ".,;:!?…-–—'\"‘’“”„«»‹›「」()[]{}<>*_=&|/\\#@~`´"
_LONG_FOLDS = "ﬁﬃßİŉǰΐﷺ㎉⑴⒜№℡½ǆẞﬀ㏂🅰️"
_TAGS = (
    "<p>", "</p>", "<br>", "<br/>", "<b>", "</b>", "<i>", "</i>", "<span style='x'>", "</span>", "<div class=\"gmail_quote\">", "</div>", "<blockquote>",
    "</blockquote>", "<style>", "</style>", "<script>", "</script>", "<!-- ", " -->", "<a href=\"x>y\">", "</a>", "<a ", "<", ">", "&", "&amp;", "&nbsp;",
    "&#39;", "&#x27;", "&rsquo;", "&lt;", "&#0;", "&#1;", "&#x110000;", "&#xD800;", "&zwnj;", "&NotEqualTilde;", "<td>", "<li>", "</", "<![CDATA[", "]]>",
)  # fmt: skip
_MAIL = (
    "> ", ">> ", "\n> ", "\n-- \n", "\n--\n", "\nOn 3 May 2026, Tan wrote:\n", "\nPada 3 Mei 2026, Tan menulis:\n", "\nFrom: a\nTo: b\nDate: c\n",
    "\n----- Original Message -----\n", "1. ", "\n2) ", "* ", "\n- ", "\n\n", "RM 5.00 ", "e.g. ", "No. 5 ",
)  # fmt: skip


@lru_cache(maxsize=1)
def examples_of(book: Phrasebook) -> tuple[str, ...]:
    """The example drafts of a book's rows, the forbidden ones twice."""
    return tuple(e.draft for entry in book.entries for e in entry.examples for _ in range(1 if e.becomes is None else 2))


def strange_text(random: Random, examples: Sequence[str]) -> str:
    """One text of some strange kind."""
    return random.choice(_KINDS)(random, examples)


def _character(random: Random) -> str:
    if random.random() < 0.1:
        return chr(random.randrange(0x110000))
    return chr(random.randrange(*random.choice(_RANGES)))


def _noise(random: Random, examples: Sequence[str]) -> str:
    """Characters of all planes."""
    return "".join(_character(random) for _ in range(random.randint(0, 200)))


def _one_range(random: Random, examples: Sequence[str]) -> str:
    """Characters of one block, with spaces."""
    block = random.choice(_RANGES)
    return "".join(" " if random.random() < 0.2 else chr(random.randrange(*block)) for _ in range(random.randint(1, 200)))


def _long_word(random: Random, examples: Sequence[str]) -> str:
    """One very long word, or one character many times, by itself or within an example."""
    length = LONGEST if random.random() < 0.01 else random.randint(40, 2_000)
    word = _character(random) * length if random.random() < 0.5 else "".join(random.choices("abdeiknotuwy'-&2", k=length))
    return random.choice(("", random.choice(examples) + " ")) + word + random.choice(("", " " + random.choice(examples)))


def _mutated(random: Random, examples: Sequence[str]) -> str:
    """An example with a few letters changed."""
    text = list(random.choice(examples))
    for _ in range(random.randint(1, 6)):
        _mutate(random, text)
    return "".join(text)


def _mutate(random: Random, text: list[str]) -> None:
    at = random.randrange(len(text) + 1)
    pick = random.randrange(9)
    if pick == 0:
        text[at:at] = [random.choice(_INVISIBLE + _BIDI)]
    elif pick == 1:
        text[at:at] = [random.choice(_CONTROL)]
    elif pick == 2:
        text[at:at] = [random.choice(_MARKS) * random.randint(1, 4)]
    elif pick == 3:
        text[at:at] = [random.choice(_PUNCTUATION + " ")]
    elif pick == 4:
        del text[at : at + random.randint(1, 3)]
    elif pick == 5 and at < len(text):
        text[at] = text[at] * random.randint(2, 5)
    elif pick == 6 and at < len(text):
        text[at] = text[at].swapcase()
    elif pick == 7 and at + 1 < len(text):
        text[at], text[at + 1] = text[at + 1], text[at]
    elif at < len(text):
        text[at] = random.choice(_LONG_FOLDS + _character(random))


def _disguised(random: Random, examples: Sequence[str]) -> str:
    """An example with an invisible character or a mark behind every few letters, or in styled letters."""
    text = random.choice(examples)
    if random.random() < 0.3:
        base = random.choice((0x1D41A, 0x1D44E, 0xFF41, 0x24D0))
        return "".join(chr(base + ord(c.lower()) - 97) if "a" <= c.lower() <= "z" else c for c in text)
    marks = random.choice((_INVISIBLE, _BIDI, _MARKS, _INVISIBLE + _MARKS))
    return "".join(c + (random.choice(marks) if random.random() < 0.3 else "") for c in text)


def _joined(random: Random, examples: Sequence[str]) -> str:
    """Several examples and harmless sentences with anything between them."""
    between = (" ", ". ", ", ", " and ", " but ", "\n", "\n\n", " – ", "; ", "… ", "? ", " (", ") ", ' "', '" ', " ’", *_MAIL)
    pieces = []
    for _ in range(random.randint(2, 7)):
        piece = random.choice(examples) if random.random() < 0.7 else sentence(random, random.choice(("en", "ms", "id")))
        pieces.append(piece.rstrip(".!?") if random.random() < 0.5 else piece)
        pieces.append(random.choice(between))
    return "".join(pieces)


def _shuffled(random: Random, examples: Sequence[str]) -> str:
    """The words of two or three examples in another order."""
    words = " ".join(random.choices(examples, k=random.randint(1, 3))).split()
    start = random.randrange(len(words))
    part = words[start : start + random.randint(2, 12)]
    random.shuffle(part)
    return " ".join([*words[:start], *part, *words[start + len(part) :]])


def _cut(random: Random, examples: Sequence[str]) -> str:
    """A stretch of an example, put against a stretch of another."""
    one, other = random.choice(examples), random.choice(examples)
    return one[random.randrange(len(one)) :] + random.choice(("", " ", ", ")) + other[: random.randrange(len(other))]


def _repeated(random: Random, examples: Sequence[str]) -> str:
    """An example over and over."""
    return (random.choice(examples) + random.choice((" ", "", "\n", ", ", " and "))) * random.randint(2, 8)


def _soup(random: Random, examples: Sequence[str]) -> str:
    """HTML in no order, around and within examples."""
    words = " ".join(random.choices(examples, k=random.randint(1, 3))).split(" ")
    pieces = []
    for word in words:
        if random.random() < 0.25:
            pieces.append("".join(random.choices(_TAGS, k=random.randint(1, 3))))
        pieces.append(word.replace("'", random.choice(("'", "&#39;", "&rsquo;"))) + random.choice((" ", " ", " ", "&nbsp;", "\n")))
    return "".join(pieces)


def _mail(random: Random, examples: Sequence[str]) -> str:
    """Quoted mail, signatures and lists around examples."""
    return "".join(random.choice(_MAIL) + random.choice(examples) + random.choice(("", "\n", "\r\n")) for _ in range(random.randint(1, 5)))


def _upper(random: Random, examples: Sequence[str]) -> str:
    """An example in capitals, without marks, or with other quotes."""
    text = random.choice(examples)
    return random.choice((text.upper(), text.title(), text.replace("'", "’"), text.replace("'", ""), text.replace(" ", "  "), text.replace(".", "")))


def _harmless(random: Random, examples: Sequence[str]) -> str:
    """A harmless draft, bent."""
    text = list(draft(random, random.randint(10, 60)))
    for _ in range(random.randint(0, 8)):
        _mutate(random, text)
    return "".join(text)


_KINDS: tuple[Callable[[Random, Sequence[str]], str], ...] = (
    _noise, _one_range, _long_word, _mutated, _mutated, _mutated, _disguised, _joined, _joined, _joined, _shuffled, _cut, _repeated, _soup, _soup, _mail,
    _upper, _harmless,
)  # fmt: skip
