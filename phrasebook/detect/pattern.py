"""A phrase with its classes and spellings put in: slots that a token fills or does not fill."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from phrasebook.draft.folding import fold
from phrasebook.draft.words import forms_of, is_word
from phrasebook.language.knowledge import Language
from phrasebook.language.lexicon import Lexicon
from phrasebook.table.notation import Alternatives, ClassName, Mark, NotationError, Part, Plain, parse

__all__ = ["EXPANSIONS", "Choice", "Hole", "Item", "Pattern", "Slot", "expand", "pattern_of", "resolve", "vocabulary"]

EXPANSIONS = 20_000
"""Straight sequences a phrase may stand for; a phrase with more is refused."""
BUILT_IN = frozenset({"number", "step", "this"})
"""Class names that every language has: any number, a list number, the finding itself."""


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


def pattern_of(phrase: str, owner: int, language: Language, lexicon: Lexicon) -> Pattern:
    """The pattern of a phrase; raises as `resolve` does."""
    plain = not any(mark in phrase for mark in "()[]|<>") and "..." not in phrase and "…" not in phrase
    return Pattern(phrase, resolve(phrase, language, lexicon), owner, plain)


def resolve(phrase: str, language: Language, lexicon: Lexicon) -> tuple[Item, ...]:
    """The items of a phrase.

    Raises:
        NotationError: the phrase can't be read, names an unknown class, or stands for too many sequences.
    """
    items = _items(parse(phrase), language, lexicon, ())
    if _count(items) > EXPANSIONS:
        raise NotationError(f"stands for more than {EXPANSIONS} different sequences; split it into several phrases", 0)
    return items


def _items(parts: tuple[Part, ...], language: Language, lexicon: Lexicon, inside: tuple[str, ...]) -> tuple[Item, ...]:
    items: tuple[Item, ...] = ()
    for index, part in enumerate(parts):
        if isinstance(part, Mark):
            if part.name == "start":
                return items + _bound(_items(parts[index + 1 :], language, lexicon, inside), at_start=True)
            items = _bound(items, at_start=False)
        elif isinstance(part, Plain):
            items += _words(part.text, lexicon)
        elif isinstance(part, ClassName):
            items += _class(part, language, lexicon, inside)
        elif isinstance(part, Alternatives):
            items += _choice([_items(option, language, lexicon, inside) for option in part.options])
        else:
            items += (Hole(),)
    return items


def _words(text: str, lexicon: Lexicon) -> tuple[Slot, ...]:
    forms = [form for form in forms_of(fold(text).text) if is_word(form)]
    return tuple(Slot(piece.words) for form in forms for piece in lexicon.canonical(form))


def _class(part: ClassName, language: Language, lexicon: Lexicon, inside: tuple[str, ...]) -> tuple[Item, ...]:
    if part.name in BUILT_IN:
        return (Slot(frozenset({f"<{part.name}>"})),)
    options = language.classes.get(part.name)
    if options is None:
        known = ", ".join(f"<{name}>" for name in sorted(language.classes)) or "none"
        raise NotationError(f"<{part.name}> is no word class of {language.name or language.code}; known are {known}", part.column)
    if part.name in inside:
        raise NotationError(f"<{part.name}> contains itself; take it out of its own list", part.column)
    return _choice([_items(option, language, lexicon, (*inside, part.name)) for option in options])


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


def _count(items: Iterable[Item]) -> int:
    count = 1
    for item in items:
        if isinstance(item, Choice):
            count *= sum(_count(option) for option in item.options)
    return count


def vocabulary(items: Iterable[Item]) -> Iterator[frozenset[str]]:
    """The words of each slot."""
    for item in items:
        if isinstance(item, Slot):
            yield item.words
        elif isinstance(item, Choice):
            for option in item.options:
                yield from vocabulary(option)


def expand(items: tuple[Item, ...]) -> list[tuple[Slot | Hole, ...]]:
    """Every straight sequence of slots and gaps that the items stand for; each needs at least one word."""
    sequences = dict.fromkeys(_sequences(items))
    return [sequence for sequence in sequences if any(isinstance(item, Slot) and not item.optional for item in sequence)]


def _sequences(items: tuple[Item, ...]) -> list[tuple[Slot | Hole, ...]]:
    sequences: list[tuple[Slot | Hole, ...]] = [()]
    for item in items:
        if isinstance(item, Choice):
            tails = [tail for option in item.options for tail in _sequences(option)]
            sequences = [head + tail for head in sequences for tail in tails]
        else:
            sequences = [(*head, item) for head in sequences]
    return sequences
