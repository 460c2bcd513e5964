"""A sentence as the matcher sees it: tokens with the vocabulary words each may stand for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from phrasebook.draft.words import is_step, is_word
from phrasebook.language.lexicon import Lexicon

__all__ = ["STEP", "THIS", "Sentence", "Token", "read_sentence", "with_this", "without_asides"]

STEP = "<step>"
"""The word that stands for a list number ("2." or "2)") at the start of a sentence."""
THIS = "<this>"
"""The word that stands for the finding itself when its context is looked at."""
ASIDE = 8
"""Longest stretch between two commas that may be overlooked ("I do not, at this point, know"), words."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a sentence."""

    start: int
    """Characters of the folded text, half-open."""
    end: int
    form: str
    """The folded spelling."""
    words: frozenset[str]
    """The vocabulary words it may stand for; empty when it is none."""
    edits: int = 0
    """Letters that had to be corrected to read it so."""
    begins: bool = False
    """Whether a sentence or clause begins with it."""
    ends: bool = False
    """Whether a sentence or clause ends with it."""
    clause: int = 0
    """How many clause marks stand before it in the sentence."""
    proper: bool = False
    """Whether it is written like a name: a capital, though no sentence begins there."""


Sentence = tuple[Token, ...]


def read_sentence(places: Sequence[tuple[int, str]], start: int, end: int, lexicon: Lexicon, written: Callable[[int, int], str]) -> Sentence:
    """The tokens of the forms `places[start:end]`, which are one sentence; `written` gives the draft's own letters."""
    before = max(0, start - 1)
    forms = [form for _, form in places[before : end + 1]]
    tokens: list[Token] = []
    begins, clause = True, 0
    for index in range(start, end):
        at, form = places[index]
        if not is_word(form):
            if tokens and is_step(forms, index - before):
                tokens[-1] = replace(tokens[-1], form=STEP, words=frozenset({STEP}))
            elif tokens:
                tokens[-1] = replace(tokens[-1], ends=True)
            begins = True
            clause += form[0] != "\n"
            continue
        reading = lexicon.read(form)
        proper = bool(tokens) and reading[0].edits > 0 and written(at, at + len(form)).istitle()
        for number, piece in enumerate(reading):
            tokens.append(Token(at, at + len(form), form, piece.words, piece.edits, begins and number == 0, False, clause, proper))
        begins = False
    if tokens:
        tokens[-1] = replace(tokens[-1], ends=True)
    return tuple(tokens)


def without_asides(sentence: Sentence) -> list[Sentence]:
    """The sentence itself, and the sentence without each of its short stretches between two marks."""
    versions = [sentence]
    last = sentence[-1].clause if sentence else 0
    for clause in range(1, last):
        aside = [token for token in sentence if token.clause == clause]
        if 0 < len(aside) <= ASIDE:
            versions.append(_joined(sentence, clause))
    return versions


def _joined(sentence: Sentence, clause: int) -> Sentence:
    """The sentence without one clause; the two ends that meet are no clause ends any more."""
    before = [token for token in sentence if token.clause < clause]
    after = [token for token in sentence if token.clause > clause]
    if before and after:
        before[-1], after[0] = replace(before[-1], ends=False), replace(after[0], begins=False)
    return (*before, *after)


def with_this(sentence: Sentence, first: int, last: int) -> Sentence:
    """The sentence with one token THIS in place of the tokens `first` to `last` (both included)."""
    begin, end = sentence[first], sentence[last]
    this = Token(begin.start, end.end, THIS, frozenset({THIS}), 0, begin.begins, end.ends, begin.clause)
    return (*sentence[:first], this, *sentence[last + 1 :])
