"""The other ways of looking for the same phrases in the same sentences, each as one function from drafts to a number of hits."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from phrasebook import Phrasebook

__all__ = ["CUTOFF", "Search", "make_doc", "naive_rapidfuzz", "phrase_matcher", "phrasebook"]

CUTOFF = 85
"""Score from which naive RapidFuzz tells a phrase, 0 to 100. Source: the value its users take most often."""

Search = Callable[[Sequence[str]], int]

_SENTENCE = re.compile(r"[^.!?\n]+")


def phrasebook(table: Path) -> Search:
    """The book of a table."""
    book = Phrasebook.load(table)
    return lambda drafts: sum(len(book.check(draft)) for draft in drafts)


def naive_rapidfuzz(phrases: Sequence[str]) -> Search:
    """Every phrase against every sentence with `partial_ratio_alignment`."""
    from rapidfuzz.fuzz import partial_ratio_alignment

    lowered = [phrase.lower() for phrase in phrases]

    def search(drafts: Sequence[str]) -> int:
        hits = 0
        for draft in drafts:
            for sentence in _SENTENCE.findall(draft.lower()):
                for phrase in lowered:
                    if partial_ratio_alignment(phrase, sentence, score_cutoff=CUTOFF) is not None:
                        hits += 1
        return hits

    return search


def phrase_matcher(phrases: Sequence[str]) -> Search:
    """The PhraseMatcher of spaCy on LOWER, with the blank English pipeline; exact phrases only."""
    import spacy
    from spacy.matcher import PhraseMatcher

    nlp = spacy.blank("en")
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("phrase", [nlp.make_doc(phrase) for phrase in phrases])
    return lambda drafts: sum(len(matcher(nlp.make_doc(draft))) for draft in drafts)


def make_doc() -> Search:
    """The tokenizer of spaCy alone: what any pipeline of spaCy pays before it looks for anything."""
    import spacy

    nlp = spacy.blank("en")
    return lambda drafts: sum(len(nlp.make_doc(draft)) for draft in drafts)
