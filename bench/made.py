"""Sentences made from the phrases of a table, and bent: fillers, commas, asides, typos, stretched letters, other orders."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from random import Random

from corpus import LANGUAGES, sentence

from phrasebook.detect.pattern import Hole, Item, Pattern, Slot
from phrasebook.language.lexicon import Lexicon

__all__ = ["made_sentence", "misspelt"]

_GAP_WORDS = ("the", "order", "really", "saya", "yang", "itu", "parcel", "today", "sudah", "it", "for", "very", "pesanan", "7718")
_ASIDES = (", at this point,", ", sir,", ", as of this morning,", ", maaf,", " (sorry)", ", ya,", ", to be quite honest with you,")
_CONTRACTED = (
    ("do not", "don't"), ("does not", "doesn't"), ("can not", "can't"), ("can not", "cannot"), ("will not", "won't"), ("i am", "i'm"), ("we are", "we're"),
    ("is not", "isn't"), ("have not", "haven't"), ("would not", "wouldn't"), ("you are", "you're"), ("do not", "dont"), ("tidak", "tak"), ("it is", "it's"),
)  # fmt: skip


def made_sentence(random: Random, pattern: Pattern, lexicon: Lexicon) -> str:
    """A text that holds the phrase, or nearly."""
    words = _words(random, pattern.items)
    for _ in range(random.choice((0, 1, 1, 2, 3))):
        random.choice(_BENDS)(random, words, lexicon)
    text = " ".join(words).replace(" '", "'")
    if random.random() < 0.5:
        for long, short in _CONTRACTED:
            text = text.replace(long, short)
    return _among_others(random, random.choice((str, str.capitalize, str.upper, lambda t: t.replace("'", "’")))(text))


def _words(random: Random, items: Sequence[Item]) -> list[str]:
    """One way to say the phrase."""
    words: list[str] = []
    for item in items:
        if isinstance(item, Slot):
            if not (item.optional and random.random() < 0.5):
                words += _clause_bound(random, item, _written(random, random.choice(sorted(item.words))))
        elif isinstance(item, Hole):
            words += random.choices(_GAP_WORDS, k=random.randint(0, 5))
        else:
            words += _words(random, random.choice(item.options))
    return words


def _clause_bound(random: Random, slot: Slot, word: str) -> list[str]:
    """A word with a mark before or behind it where a clause must begin or end there; now and then the mark is forgotten."""
    if slot.begins and random.random() < 0.4:
        return [random.choice((",", ".", "–", "so ,", "\n")), word]
    if slot.ends and random.random() < 0.7:
        return [word + random.choice((".", ",", "!", "?", ";"))]
    return [word]


def _written(random: Random, word: str) -> str:
    if word == "<number>":
        return str(random.randint(1, 99))
    return "2." if word == "<step>" else word


def _among_others(random: Random, text: str) -> str:
    """The sentence by itself, or before, behind or within harmless ones."""
    pick = random.randrange(6)
    other = sentence(random, random.choice(LANGUAGES))
    if pick == 0:
        return f"{other} {text}."
    if pick == 1:
        return f"{text}. {other}"
    if pick == 2:
        return f"{other.rstrip('.')}{random.choice((', ', ' and ', ' tapi ', ' but ', ' – '))}{text}"
    if pick == 3:
        return f"{text}{random.choice((', ', ' and ', ' because ', ' kerana ', ' '))}{other}"
    return text


def _put_filler(random: Random, words: list[str], lexicon: Lexicon) -> None:
    words.insert(random.randint(0, len(words)), random.choice(sorted(lexicon.fillers)))


def _put_aside(random: Random, words: list[str], lexicon: Lexicon) -> None:
    words.insert(random.randint(0, len(words)), random.choice(_ASIDES).strip())


def _put_comma(random: Random, words: list[str], lexicon: Lexicon) -> None:
    words.insert(random.randint(0, len(words)), random.choice((",", ",", ";", "…", "\n", "(", ")", "-")))


def _put_word(random: Random, words: list[str], lexicon: Lexicon) -> None:
    words.insert(random.randint(0, len(words)), random.choice(_GAP_WORDS))


def _misspell(random: Random, words: list[str], lexicon: Lexicon) -> None:
    at = random.randrange(len(words))
    words[at] = misspelt(random, words[at], random.choice((1, 1, 2))) or words[at]


def _stretch(random: Random, words: list[str], lexicon: Lexicon) -> None:
    at = random.randrange(len(words))
    letter = random.randrange(len(words[at]))
    words[at] = words[at][:letter] + words[at][letter] * random.randint(1, 4) + words[at][letter:]


def _swap(random: Random, words: list[str], lexicon: Lexicon) -> None:
    at = random.randrange(len(words))
    words[at : at + 2] = words[at : at + 2][::-1]


def _drop(random: Random, words: list[str], lexicon: Lexicon) -> None:
    if len(words) > 1:
        del words[random.randrange(len(words))]


def _join(random: Random, words: list[str], lexicon: Lexicon) -> None:
    if len(words) > 1:
        at = random.randrange(len(words) - 1)
        words[at : at + 2] = [words[at] + random.choice(("", "-")) + words[at + 1]]


def _add_suffix(random: Random, words: list[str], lexicon: Lexicon) -> None:
    at = random.randrange(len(words))
    words[at] += random.choice(("lah", "nya", "kan", "pun", "-lah", "2", "'s", "'ll", "n't"))


_BENDS: tuple[Callable[[Random, list[str], Lexicon], None], ...] = (
    _put_filler, _put_filler, _put_aside, _put_comma, _put_word, _misspell, _misspell, _stretch, _swap, _drop, _join, _add_suffix,
)  # fmt: skip


def misspelt(random: Random, word: str, slips: int) -> str:
    """The word after so many slips of the pen: a letter swapped, left out, put in, doubled or exchanged."""
    letters = list(word)
    for _ in range(slips):
        at = random.randrange(len(letters) + 1)
        near = random.choice("abcdefghijklmnopqrstuvwxyz")
        pick = random.randrange(5)
        if pick == 0:
            letters[at : at + 2] = letters[at : at + 2][::-1]
        elif pick == 1:
            del letters[at : at + 1]
        elif pick == 2:
            letters[at:at] = [near]
        elif pick == 3:
            letters[at:at] = letters[at : at + 1]
        else:
            letters[at : at + 1] = [near]
    return "".join(letters)
