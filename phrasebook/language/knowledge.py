"""What is known of one language. All of it comes from data/languages/<code>.yaml; see docs for the meaning of each key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from phrasebook.table.notation import Part

__all__ = ["Language"]

_NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Language:
    """One language as its data file has it; every word is folded (lower case, straight quotes)."""

    code: str
    name: str
    classes: dict[str, tuple[tuple[Part, ...], ...]]
    """Word classes by name, each a choice of phrases."""
    spellings: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """A written form and the words it stands for."""
    contractions: dict[str, str] = field(default_factory=dict)
    """An ending such as "n't" and the word it stands for."""
    glue: frozenset[str] = frozenset()
    """Short words that people write together with the next one."""
    suffixes: tuple[str, ...] = ()
    """Particles and clitics that are written onto a word."""
    prefixes: tuple[str, ...] = ()
    """Beginnings of ordinary words, for the guard against false corrections."""
    endings: tuple[str, ...] = ()
    """Endings of ordinary words, for the same guard."""
    particles: frozenset[str] = frozenset()
    """Words that belong to a finding when they follow it."""
    fillers: frozenset[str] = frozenset()
    """Words that are overlooked inside a phrase."""
    gap_stops: frozenset[str] = frozenset()
    """Words that a gap does not cross."""
    contexts: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Named contexts: phrases around `<this>`."""
    mixes: frozenset[str] = frozenset()
    """Names of contexts that count in drafts of other languages too, since people mix them ("please tunggu")."""
    question: tuple[str, ...] = ()
    """First words of an indirect question."""
    about: tuple[str, ...] = ()
    """Prepositions before the topic of a finding."""
    turn: dict[str, str] = field(default_factory=dict)
    """Condition words and their opposites (without → with)."""
    durations: tuple[str, ...] = ()
    """First words of how long to wait (until, for)."""
    coordinators: frozenset[str] = frozenset()
    """Links after which the subject may be left out (and)."""
    droppable: frozenset[str] = frozenset()
    """Fillers before a finding that a wording takes the place of too ("just wait")."""
    contrasts: frozenset[str] = frozenset()
    """Words that open the other half of a contrast (not)."""
    openers: frozenset[str] = frozenset()
    """Words that open an adverbial before the subject (after, since)."""
    links: frozenset[str] = frozenset()
    """Words that open the next clause (and, but, so)."""
    determiners: frozenset[str] = frozenset()
    """Words that open a noun phrase (the, your); when empty, any word may."""
    honorifics: tuple[str, ...] = ()
    """Forms of address, with their usual capitals."""
    addresses: dict[str, str] = field(default_factory=dict)
    """Honorifics that may stand for "you" inside a sentence, and the form they take there (Pak → Bapak)."""
    you_words: frozenset[str] = frozenset()
    """Words for the customer that open a clause behind a finding (awak, kamu); such a clause is kept whole."""
    you: str = "you"
    """How a customer is addressed when the draft does not show it."""
    subjects: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Words for I ("one"), we ("many") and others of the company ("others") by which a finding's subject is told."""
    agreement: dict[str, tuple[str, str]] = field(default_factory=dict)
    """What the slots {i}, {am}, {my}, {me} are filled with, for one and for many."""
    always_capital: frozenset[str] = frozenset()
    """Words written with a capital in the middle of a sentence (I)."""
    colloquial: frozenset[str] = frozenset()
    """Written forms that mark a colloquial draft."""
    abbreviations: frozenset[str] = frozenset()
    """Words after which a full stop ends no sentence."""
    common: frozenset[str] = frozenset()
    """Ordinary words, never taken for a misspelling."""

    @property
    def subject_words(self) -> frozenset[str]:
        """Every word by which a subject is told."""
        return frozenset(word for words in self.subjects.values() for word in words)
