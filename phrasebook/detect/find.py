"""From own words to matches: fold, look for candidates, confirm them, ask their context, choose."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence, Set
from dataclasses import dataclass, replace

from phrasebook.detect.candidates import Candidates
from phrasebook.detect.choose import best, weight
from phrasebook.detect.confirm import GAP, Confirmer, Hit
from phrasebook.detect.context import Contexts
from phrasebook.detect.pattern import Pattern
from phrasebook.detect.sentence import Sentence, read_sentence, without_asides
from phrasebook.draft.chunks import chunks
from phrasebook.draft.folding import Folded, fold
from phrasebook.draft.words import forms_of, places_of
from phrasebook.language.lexicon import Lexicon

__all__ = ["Detector", "Match"]


NEAR = 60
"""Words before and after a sentence that tell which of two near languages it is in."""


@dataclass(frozen=True, slots=True)
class Match:
    """A phrase that stands in the draft and that nothing around it allows."""

    pattern: Pattern
    start: int
    """Code points of the draft, half-open."""
    end: int
    score: float
    """0 to 100."""
    how: str
    sentence: Sentence
    """The tokens of its sentence; their places are those of the draft."""
    first: int
    last: int
    """Indices of the first and the last token, both included."""


class Detector:
    """Finds the phrases of a book. `owners` gives, for a pattern's owner, the contexts that allow its phrases."""

    def __init__(
        self,
        patterns: Sequence[Pattern],
        contexts: Contexts,
        owners: Callable[[int], Set[int]],
        row: Callable[[int], str],
        votes: Callable[[Match, Collection[str]], int],
        lexicon: Lexicon,
    ) -> None:
        self._lexicon = lexicon
        self._candidates = Candidates(patterns, lexicon, GAP)
        self._confirmer = Confirmer(patterns, lexicon)
        self._contexts = contexts
        self._owners = owners
        self._row = row
        self._votes = votes

    def matches(self, own: str) -> list[Match]:
        """The matches in the own words of a draft: sorted, none overlapping."""
        found: list[Match] = []
        for offset, chunk in chunks(own):
            folded = fold(chunk)
            forms = forms_of(folded.text)
            sentences = self._candidates.in_chunk(forms)
            if not sentences:
                continue
            places = places_of(folded.text)

            def written(start: int, end: int, chunk: str = chunk, folded: Folded = folded) -> str:
                first, last = folded.span(start, end)
                return chunk[first:last]

            for begin, end, candidates in sentences:
                sentence = read_sentence(places, begin, end, self._lexicon, written)
                matches = self._in_sentence(sentence, candidates, forms[max(0, begin - NEAR) : end + NEAR])
                if matches:
                    placed = _placed(sentence, folded, offset)
                    found.extend(_in_draft(match, placed) for match in matches)
        return found

    def _in_sentence(self, sentence: Sentence, candidates: Sequence[int], near: Collection[str]) -> list[Match]:
        """The best matches of a sentence, in places of the folded chunk."""
        matches: dict[tuple[int, int, int], Match] = {}
        for version in without_asides(sentence):
            for index in candidates:
                for hit in self._confirmer.hits(index, version):
                    match = self._match(hit, sentence)
                    key = (match.pattern.owner, match.first, match.last)
                    if key not in matches or match.score > matches[key].score:
                        matches[key] = match

        by_row: dict[str, list[Match]] = {}
        for match in matches.values():
            by_row.setdefault(self._row(match.pattern.owner), []).append(match)
        # A context that allows the whole of a match allows the shorter matches of its row inside it too,
        # and a phrase that two languages share is allowed by the contexts of either.
        told = [match for row in by_row.values() for match in self._best_of_row(row, near) if not self._allowed(match, row)]
        return best(told, lambda match: (weight(match), -match.start))

    def _best_of_row(self, row: Sequence[Match], near: Collection[str]) -> list[Match]:
        """The best matches of one row: in the language of the surroundings first, then the longest."""
        return best(row, lambda match: (self._votes(match, near), weight(match), -match.start))

    def _allowed(self, match: Match, row: Sequence[Match]) -> bool:
        """Whether a context allows the match; `row` holds all matches of its row in the sentence."""
        entries = {other.pattern.owner for other in row if other.start < match.end and match.start < other.end}
        owners = {number for entry in entries for number in self._owners(entry)}
        return self._contexts.allowing(match.sentence, match.first, match.last, owners) is not None

    def _match(self, hit: Hit, sentence: Sentence) -> Match:
        first = next(index for index, token in enumerate(sentence) if token.start >= hit.start)
        last = max(index for index, token in enumerate(sentence) if token.end <= hit.end)
        while last + 1 < len(sentence) and not sentence[last].ends and sentence[last + 1].words & self._lexicon.particles:
            last += 1
        score = 100.0 if not hit.edits else round(100 * (1 - hit.edits / hit.letters), 1)
        how = "close" if hit.edits else "exact" if hit.pattern.plain and not hit.skipped else "pattern"
        return Match(hit.pattern, sentence[first].start, sentence[last].end, score, how, sentence, first, last)


def _placed(sentence: Sentence, folded: Folded, offset: int) -> Sentence:
    """The sentence with its places in the draft instead of in the folded chunk."""
    tokens = []
    for token in sentence:
        start, end = folded.span(token.start, token.end)
        tokens.append(replace(token, start=offset + start, end=offset + end))
    return tuple(tokens)


def _in_draft(match: Match, sentence: Sentence) -> Match:
    """The match in the sentence with its places in the draft."""
    return replace(match, start=sentence[match.first].start, end=sentence[match.last].end, sentence=sentence)
