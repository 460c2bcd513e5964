"""Whether the fast ways find exactly what the slow, obvious ones find: exit code 1 when one does not.

    python bench/lossless.py [N] [--seed S]

(a) `CloseWords.nearest` against measuring every word of the vocabulary.
(b) The candidates of the automaton against confirming phrases that it did not name: in every sentence of a text the phrase
    that the text was made from, 30 that share words with it, and 30 others. Hits and told matches must be the same.
"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections import Counter
from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from functools import cache
from multiprocessing import Pool
from random import Random
from time import perf_counter

from corpus import LANGUAGES, sentence
from made import made_sentence, misspelt

from phrasebook import Phrasebook
from phrasebook.detect.candidates import Named as Candidates
from phrasebook.detect.find import Detector, Match
from phrasebook.detect.pattern import vocabulary
from phrasebook.detect.sentence import read_sentence, without_asides
from phrasebook.draft.chunks import chunks
from phrasebook.draft.folding import Folded, fold
from phrasebook.draft.words import SENTENCE_LIMIT, forms_of, is_break, is_word, places_of
from phrasebook.language.close import SHORTEST, closest

BATCH = 200
"""Cases a process takes at a time."""
OTHERS = 30
"""Phrases confirmed in each sentence that share words with it, and as many that need not."""
SHOWN = 15
"""Differences of a kind that are printed; the others are counted."""
HARMLESS_SHARE = 0.15
"""Share of the cases that are harmless sentences."""


@dataclass(slots=True)
class Tally:
    """What came of some cases."""

    cases: Counter[str] = field(default_factory=Counter)
    differences: dict[str, list[str]] = field(default_factory=dict)
    counts: Counter[str] = field(default_factory=Counter)

    def differs(self, kind: str, message: str) -> None:
        """Note a difference."""
        self.counts[kind] += 1
        if len(known := self.differences.setdefault(kind, [])) < SHOWN:
            known.append(message)

    def add(self, other: Tally) -> None:
        """Take in another tally."""
        self.cases += other.cases
        self.counts += other.counts
        for kind, messages in other.differences.items():
            known = self.differences.setdefault(kind, [])
            known.extend(messages[: SHOWN - len(known)])


Told = tuple[int, int, float, str, int]
"""A match: its place, its score, how it was found, and its row."""


def _told(match: Match) -> Told:
    return match.start, match.end, match.score, match.how, match.pattern.owner


def ranges(forms: Sequence[str], abbreviations: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Where the sentences of a chunk begin and end among its forms."""
    begin = 0
    for index in range(len(forms)):
        if not is_word(forms[index]) and is_break(forms, index, abbreviations):
            yield begin, index
            begin = index + 1
        elif index - begin >= SENTENCE_LIMIT - 1:
            yield begin, index + 1
            begin = index + 1
    yield begin, len(forms)


class Slow:
    """The slow ways, over the parts of one book."""

    def __init__(self, book: Phrasebook) -> None:
        engine = book._engine
        self.patterns = engine.patterns
        self.lexicon = engine.lexicon
        self.detector = engine.detector
        self.close_words = self.lexicon._close
        self.targets = self.close_words._words
        self.owners = [(entry.id, entry.language) for entry in engine.entries]
        self._by_word: dict[str, list[int]] = {}
        for index, pattern in enumerate(self.patterns):
            for word in sorted(frozenset[str]().union(*vocabulary(pattern.items))):
                self._by_word.setdefault(word, []).append(index)

    def tried(self, random: Random, text: str, source: int | None) -> set[int]:
        """Phrases to confirm in every sentence of a text, whatever the automaton says."""
        tried = set(random.sample(range(len(self.patterns)), min(OTHERS, len(self.patterns))))
        words = {word for form in forms_of(fold(text).text) for piece in self.lexicon.read(form) for word in piece.words}
        shared = Counter(index for word in sorted(words) for index in self._by_word.get(word, ()))
        nearest = [index for index, _ in shared.most_common(3 * OTHERS)]
        tried.update(random.sample(nearest, min(OTHERS, len(nearest))))
        return tried if source is None else tried | {source}

    def fast(self, text: str) -> list[Told]:
        """What the detector tells."""
        return [_told(match) for match in self.detector.matches(text)]

    def obvious(self, text: str, tried: set[int]) -> list[Told]:
        """What the detector tells when it confirms these phrases in every sentence, besides those that the automaton names."""
        return [_told(match) for match in self._without_filter(tried).matches(text)]

    def lost(self, text: str, tried: set[int]) -> list[int]:
        """Phrases that stand in some sentence, allowed or not, but are not named by the automaton there."""
        lost: list[int] = []
        for _, chunk in chunks(text):
            fold_of_chunk = fold(chunk)
            folded = fold_of_chunk.text
            forms, places = forms_of(folded), places_of(folded)

            def written(start: int, end: int, chunk: str = chunk, folded: Folded = fold_of_chunk) -> str:
                first, last = folded.span(start, end)
                return chunk[first:last]

            named = {(begin, end): set(candidates) for begin, end, candidates in self.detector._candidates.in_chunk(forms)}
            for begin, end in ranges(forms, self.lexicon.abbreviations):
                versions = without_asides(read_sentence(places, begin, end, self.lexicon, written))
                unnamed = sorted(tried - named.pop((begin, end), set()))
                lost += [index for index in unnamed if any(self.detector._confirmer.hits(index, version) for version in versions)]
            if named:
                raise AssertionError(f"the automaton cuts sentences elsewhere, at {sorted(named)}")
        return lost

    def _without_filter(self, tried: set[int]) -> Detector:
        """The detector with an automaton that names these phrases in every sentence."""
        detector = copy(self.detector)
        real, abbreviations = self.detector._candidates, self.lexicon.abbreviations

        class Naming:
            def in_chunk(self, forms: Sequence[str]) -> list[Candidates]:
                named = {(begin, end): set(candidates) for begin, end, candidates in real.in_chunk(forms)}
                every = ((begin, end, named.get((begin, end), set())) for begin, end in ranges(forms, abbreviations))
                return [(begin, end, tuple(sorted(tried | own))) for begin, end, own in every if begin < end]

        vars(detector)["_candidates"] = Naming()
        return detector

    def phrase(self, index: int) -> str:
        """A phrase as its table has it, with the row."""
        pattern = self.patterns[index]
        return f"{'/'.join(self.owners[pattern.owner])}: {pattern.phrase}"


def check_typo(slow: Slow, random: Random, tally: Tally) -> None:
    """(a) One misspelt word."""
    word = random.choice(slow.targets)
    form = misspelt(random, word, random.randint(1, 3))
    fast, obvious = slow.close_words.nearest(form), closest(form, slow.targets) if form else ((), 0)
    tally.cases["typos"] += 1
    if fast != obvious:
        kind = f"typo of fewer than {SHORTEST} letters (left out on purpose)" if len(form) < SHORTEST else "typo"
        tally.differs(kind, f"{form!r} (from {word!r}): nearest {fast}, over the whole vocabulary {obvious}")


def check_text(slow: Slow, random: Random, tally: Tally) -> None:
    """(b) One text of one or two sentences."""
    source = None if random.random() < HARMLESS_SHARE else random.randrange(len(slow.patterns))
    text = sentence(random, random.choice(LANGUAGES)) if source is None else made_sentence(random, slow.patterns[source], slow.lexicon)
    tried = slow.tried(random, text, source)
    fast, obvious = slow.fast(text), slow.obvious(text, tried)
    tally.cases["texts"] += 1
    tally.cases["confirmations"] += len(tried)
    tally.cases["matches told"] += len(fast)
    for index in slow.lost(text, tried):
        tally.differs("phrase lost", f"{text!r}: {slow.phrase(index)}")
    if fast != obvious:
        tally.differs("told otherwise", f"{text!r}: {fast} against {obvious}")


@cache
def _slow() -> Slow:
    """What a process of the pool works with."""
    warnings.simplefilter("ignore")
    return Slow(Phrasebook.load(strict=False))


def _batch(work: tuple[int, int, int]) -> Tally:
    seed, first, last = work
    tally = Tally()
    for number in range(first, last):
        check_typo(_slow(), Random(f"{seed}:typo:{number}"), tally)
        try:
            check_text(_slow(), Random(f"{seed}:text:{number}"), tally)
        except Exception as error:  # told with the case
            tally.differs(f"raises {type(error).__name__}", f"case {number}: {error!r}")
    return tally


def main() -> int:
    """Run all cases on all cores and print the differences."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("count", type=int, nargs="?", default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    total, begin = Tally(), perf_counter()
    batches = [(options.seed, first, min(options.count, first + BATCH)) for first in range(0, options.count, BATCH)]
    with Pool(os.cpu_count()) as pool:
        for tally in pool.imap_unordered(_batch, batches):
            total.add(tally)
            print(f"\r{total.cases['texts']:,} cases, {total.counts.total()} differences", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    _print(total, options.seed, perf_counter() - begin)
    return int(any("on purpose" not in kind for kind in total.counts))


def _print(total: Tally, seed: int, took: float) -> None:
    print(f"seed {seed}: {', '.join(f'{count:,} {name}' for name, count in total.cases.items())}; {took:.0f} s")
    print(f"differences: {total.counts.total()}")
    for kind, messages in total.differences.items():
        print(f"\n{kind}: {total.counts[kind]}")
        for message in messages:
            print(f"  {message[:700]}")


if __name__ == "__main__":
    sys.exit(main())
