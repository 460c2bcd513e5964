"""A phrase with its classes and spellings put in: slots that a token fills or does not fill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from dataclasses import dataclass, replace

from phrasebook.draft.folding import fold
from phrasebook.draft.words import forms_of, is_word
from phrasebook.language.knowledge import Language
from phrasebook.language.lexicon import Lexicon
from phrasebook.table.notation import Alternatives, ClassName, Mark, NotationError, Part, Plain, parse

__all__ = ["LINES", "SLOTS", "Choice", "Hole", "Item", "Pattern", "Resolver", "Slot", "lines_within", "vocabulary"]

SLOTS = 4_000
"""Words and classes a phrase may hold once its classes are written out; a larger one is refused."""
LINES = 1_000
"""Straight sequences of a phrase that are tried on one sentence; a sentence that allows more is made of nothing else."""
BUILT_IN = frozenset({"name", "number", "step", "this"})
"""Class names that every language has: a word nobody knows, any number, a list number, the finding itself."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One token that stands for one of these words."""

    words: frozenset[str]
    begins: bool = False
    """Only where a sentence or clause begins."""
    ends: bool = False
    """Only where one ends."""
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Hole:
    """A gap of a few tokens."""


@dataclass(frozen=True, slots=True)
class Choice:
    """One of several sequences, none of which is a mere slot."""

    options: tuple[tuple[Item, ...], ...]


Item = Slot | Hole | Choice


@dataclass(frozen=True, slots=True)
class Pattern:
    """A resolved phrase of one row, ready to be matched."""

    phrase: str
    items: tuple[Item, ...]
    owner: int
    """Index of the row, or of the context, that the phrase belongs to."""
    plain: bool
    """Whether the phrase is plain words without any mark."""
    stops: frozenset[str] = frozenset()
    """Words that its gaps do not cross."""


class Resolver:
    """Puts the classes and spellings of one language into phrases; each class is worked out once."""

    def __init__(self, language: Language, lexicon: Lexicon, addressed: frozenset[str] = frozenset()) -> None:
        """`addressed` are the words for the customer in all languages in use."""
        self._language = language
        self._stops = language.gap_stops | addressed
        self._lexicon = lexicon
        self._classes: dict[str, tuple[Item, ...]] = {}
        self._plain: dict[str, tuple[Slot, ...]] = {}

    def pattern(self, phrase: str, owner: int) -> Pattern:
        """The pattern of a phrase.

        Raises:
            NotationError: the phrase can't be read, names an unknown class, or is too large.
        """
        items = self._items(parse(phrase), ())
        if sum(1 for _ in vocabulary(items)) > SLOTS:
            raise NotationError(f"holds more than {SLOTS} words once its classes are written out; split it into several phrases", 0)
        plain = not any(mark in phrase for mark in "()[]|<>") and "..." not in phrase and "…" not in phrase
        return Pattern(phrase, items, owner, plain, self._stops)

    def _items(self, parts: tuple[Part, ...], inside: tuple[str, ...]) -> tuple[Item, ...]:
        items: tuple[Item, ...] = ()
        for index, part in enumerate(parts):
            if isinstance(part, Mark):
                if part.name == "start":
                    return items + _bound(self._items(parts[index + 1 :], inside), at_start=True)
                items = _bound(items, at_start=False)
            elif isinstance(part, Plain):
                items += self._words(part.text)
            elif isinstance(part, ClassName):
                items += self._class(part, inside)
            elif isinstance(part, Alternatives):
                items += _choice([self._items(option, inside) for option in part.options])
            else:
                items += (Hole(),)
        return items

    def _words(self, text: str) -> tuple[Slot, ...]:
        known = self._plain.get(text)
        if known is None:
            forms = [form for form in forms_of(fold(text).text) if is_word(form)]
            known = tuple(Slot(piece.words) for form in forms for piece in self._lexicon.canonical(form))
            self._plain[text] = known
        return known

    def _class(self, part: ClassName, inside: tuple[str, ...]) -> tuple[Item, ...]:
        if part.name in BUILT_IN:
            return (Slot(frozenset({f"<{part.name}>"})),)
        known = self._classes.get(part.name)
        if known is None:
            options = self._language.classes.get(part.name)
            if options is None:
                names = ", ".join(f"<{name}>" for name in sorted(self._language.classes)) or "none"
                raise NotationError(f"<{part.name}> is no word class of {self._language.name}; known are {names}", part.column)
            if part.name in inside:
                raise NotationError(f"<{part.name}> contains itself; take it out of its own list", part.column)
            known = _choice([self._items(option, (*inside, part.name)) for option in options])
            self._classes[part.name] = known
        return known


def _choice(options: list[tuple[Item, ...]]) -> tuple[Item, ...]:
    """A choice, with all single words among the options put into one slot."""
    words: set[str] = set()
    longer: list[tuple[Item, ...]] = []
    optional = False
    for option in options:
        if not option:
            optional = True
        elif len(option) == 1 and isinstance(slot := option[0], Slot) and not (slot.begins or slot.ends):
            words |= slot.words
            optional = optional or slot.optional
        else:
            longer.append(option)
    if not longer:
        return (Slot(frozenset(words), optional=optional),)
    if words:
        longer.insert(0, (Slot(frozenset(words)),))
    if optional:
        longer.append(())
    return (Choice(tuple(dict.fromkeys(longer))),)


def _bound(items: tuple[Item, ...], at_start: bool) -> tuple[Item, ...]:
    """The items with their outermost slot bound to where a clause begins (or ends), whichever slot that turns out to be."""
    if not items:
        return items
    edge, rest = (items[0], items[1:]) if at_start else (items[-1], items[:-1])
    if isinstance(edge, Hole):
        return items
    if isinstance(edge, Slot):
        marked = replace(edge, begins=True, optional=False) if at_start else replace(edge, ends=True, optional=False)
        options: list[tuple[Item, ...]] = [_side(marked, rest, at_start)]
        if edge.optional:
            options.append(_bound(rest, at_start))
    else:
        joined = [option + rest if at_start else rest + option for option in edge.options]
        options = [_bound(sequence, at_start) for sequence in joined]
    options = [option for option in dict.fromkeys(options) if option]
    return options[0] if len(options) == 1 else (Choice(tuple(options)),)


def _side(slot: Slot, rest: tuple[Item, ...], at_start: bool) -> tuple[Item, ...]:
    return (slot, *rest) if at_start else (*rest, slot)


def vocabulary(items: Iterable[Item]) -> Iterator[frozenset[str]]:
    """The words of each slot."""
    for item in items:
        if isinstance(item, Slot):
            yield item.words
        elif isinstance(item, Choice):
            for option in item.options:
                yield from vocabulary(option)


def lines_within(items: tuple[Item, ...], words: Set[str]) -> list[tuple[Slot | Hole, ...]]:
    """The straight sequences of slots and gaps that these words can fill. Each has at least one word; at most LINES."""
    lines = dict.fromkeys(_lines(items, words))
    return [line for line in lines if any(isinstance(item, Slot) for item in line)]


def _lines(items: tuple[Item, ...], words: Set[str]) -> list[tuple[Slot | Hole, ...]]:
    lines: list[tuple[Slot | Hole, ...]] = [()]
    for item in items:
        if isinstance(item, Choice):
            tails = [tail for option in item.options for tail in _lines(option, words)]
            lines = [head + tail for head in lines for tail in tails][:LINES]
        elif isinstance(item, Hole) or not item.words.isdisjoint(words):
            lines = [(*head, item) for head in lines]
        elif not item.optional:
            return []
        if not lines:
            return []
    return lines
