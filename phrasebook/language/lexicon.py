"""How a written word is read: which words of the table's vocabulary it may stand for.

"tau" may stand for "tahu", "dunno" for "do not know", "tahulah" for "tahu" and "lah", "knwo" for "know", and "boat" for
nothing: it is a word of its own. Each form is worked out once and remembered.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from phrasebook.language.close import CloseWords
from phrasebook.language.knowledge import Language

__all__ = ["NAME", "NUMBER", "Lexicon", "Piece", "Reading"]

NUMBER = "<number>"
"""The word that every number stands for."""
NAME = "<name>"
"""The word that every word stands for that no language knows: most often somebody's name."""
MEMORY = 100_000
"""Forms remembered before the memory is emptied (about 20 MB)."""
PLAIN_STEM = 4
"""Shortest stem of a suffixed word that is in the list of ordinary words too, letters: "pergilah" is split, "salah" is not."""
SHORTEST_STEM = 3
"""Shortest stem that an ending is taken off, letters; shorter ones end up everywhere."""
SHORTEST_REST = 2
"""Shortest word that may be written onto a short word or before a suffix, letters."""
SHORTEST_SPELT = 6
"""Shortest chat spelling of one word that is looked for misspelt itself, letters ("cepetan" for "cepat")."""
SHORTEST_DOUBLED = 5
"""Shortest word in which a doubled letter is taken for a slip, letters: "awakk", but not "book"."""
LONGEST = 40
"""Longest form that is looked at closely, characters; longer ones are no words."""

_STRETCHED = re.compile(r"(.)\1\1")
_DOUBLED = re.compile(r"(.)\1")


@dataclass(frozen=True, slots=True)
class Piece:
    """One word read out of a written form."""

    words: frozenset[str]
    edits: int = 0


Reading = tuple[Piece, ...]
UNKNOWN: Reading = (Piece(frozenset()),)
A_NAME: Reading = (Piece(frozenset({NAME})),)


class Lexicon:
    """The spellings of several languages over one vocabulary. Remembers what it has read; equal for equal input."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self.languages = tuple(languages)
        self.fillers = frozenset[str]().union(*(lang.fillers for lang in languages))
        self.particles = frozenset[str]().union(*(lang.particles for lang in languages))
        self.gap_stops = frozenset[str]().union(*(lang.gap_stops for lang in languages))
        self.abbreviations = frozenset[str]().union(*(lang.abbreviations for lang in languages))
        self._common = frozenset[str]().union(*(lang.common for lang in languages))
        self._suffixes = sorted({suffix for lang in languages for suffix in lang.suffixes}, key=lambda s: (-len(s), s))
        self._glue = sorted({word for lang in languages for word in lang.glue}, key=lambda s: (-len(s), s))
        self._prefixes = tuple({prefix for lang in languages for prefix in lang.prefixes})
        self._endings = tuple({ending for lang in languages for ending in lang.endings})
        self._contractions = {ending: word for lang in languages for ending, word in lang.contractions.items()}
        self._spellings = self._merge_spellings()
        self._vocabulary: frozenset[str] = frozenset()
        self._squeezed: dict[str, tuple[str, ...]] = {}
        self._close = CloseWords(())
        self._memory: dict[str, Reading] = {}

    def with_vocabulary(self, words: Iterable[str]) -> Lexicon:
        """A lexicon that reads drafts in terms of these words."""
        lexicon = Lexicon(self.languages)
        lexicon._vocabulary = frozenset(words) | self.fillers | self.particles | self.gap_stops
        squeezed: dict[str, list[str]] = {}
        for word in sorted(lexicon._vocabulary | {key for key in self._spellings if len(key) >= SHORTEST_STEM}):
            if not word.startswith("<"):
                squeezed.setdefault(_squeeze(word), []).append(word)
        spelt = {key for key, reading in self._spellings.items() if _is_contraction(key, reading) or (len(reading) == 1 and len(key) >= SHORTEST_SPELT)}
        targets = lexicon._vocabulary | spelt
        lexicon._squeezed = {form: tuple(found) for form, found in squeezed.items()}
        lexicon._close = CloseWords(word for word in targets if word.isalpha())
        return lexicon

    def __getstate__(self) -> dict[str, object]:
        return {**self.__dict__, "_memory": {}}

    def canonical(self, form: str) -> Reading:
        """How a word of a table's phrase is read: spellings and contractions, no guesses."""
        return self._listed(form) or self._contraction(form) or (Piece(frozenset({form})),)

    def read(self, form: str) -> Reading:
        """How a word of a draft is read."""
        reading = self._memory.get(form)
        if reading is None:
            if len(self._memory) >= MEMORY:
                self._memory = {}
            reading = self._memory[form] = self._read(form)
        return reading

    def is_common(self, form: str) -> bool:
        """Whether the form is an ordinary word of some language, as it stands or with an ending."""
        if form in self._common:
            return True
        stems = [form[: -len(ending)] for ending in self._endings if form.endswith(ending)]
        stems += [form[len(prefix) :] for prefix in self._prefixes if form.startswith(prefix)]
        stems += [s[: -len(e)] for s in tuple(stems) for e in self._endings if s.endswith(e)]
        return any(len(stem) >= SHORTEST_STEM and (stem in self._common or stem in self._vocabulary) for stem in stems)

    def _merge_spellings(self) -> dict[str, Reading]:
        merged: dict[str, Reading] = {}
        for language in self.languages:
            for form, words in language.spellings.items():
                reading = tuple(self._resolve(language, word) for word in words)
                if len(reading) == 1 and len(merged.get(form, UNKNOWN)) == 1:
                    known = merged[form][0].words if form in merged else frozenset({form})
                    merged[form] = (Piece(known | reading[0].words),)
                elif form not in merged or len(merged[form]) == 1:
                    merged[form] = reading
        return merged

    @staticmethod
    def _resolve(language: Language, word: str) -> Piece:
        target = language.spellings.get(word)
        return Piece(frozenset({word, *target}) if target and len(target) == 1 else frozenset({word}))

    def _read(self, form: str) -> Reading:
        if form[0] == "\x00" or len(form) > LONGEST:
            return UNKNOWN
        if form.isdecimal():
            return (Piece(frozenset({NUMBER, form})),)
        return (
            self._known(form)
            or self._contraction(form)
            or self._repeated(form)
            or (UNKNOWN if any(letter.isdecimal() for letter in form) else None)
            or self._hyphenated(form)
            or self._stretched(form)
            or self._suffixed(form, PLAIN_STEM if form in self._common else SHORTEST_REST)
            or (UNKNOWN if form in self._common else None)
            or self._glued(form)
            or (UNKNOWN if self.is_common(form) else None)
            or self._misspelt(form)
            or (A_NAME if form.isalpha() else UNKNOWN)
        )

    def _listed(self, form: str) -> Reading | None:
        return self._spellings.get(form)

    def _known(self, form: str) -> Reading | None:
        listed = self._listed(form)
        if listed:
            return listed
        return (Piece(frozenset({form})),) if form in self._vocabulary else None

    def _contraction(self, form: str) -> Reading | None:
        if "'" not in form:
            return None
        for ending, word in self._contractions.items():
            stem = form[: -len(ending)]
            if form.endswith(ending) and stem:
                stem = {"ca": "can", "wo": "will", "sha": "shall"}.get(stem, stem) if ending == "n't" else stem
                return (*(self._known(stem) or (Piece(frozenset({stem})),)), Piece(frozenset({word})))
        return self._known(form.replace("'", ""))

    def _repeated(self, form: str) -> Reading | None:
        """Indonesian and Malay "cepat2" is "cepat-cepat"; "apa2nya" has its suffix behind."""
        stem, two, rest = form.partition("2")
        if not (two and stem.isalpha() and (not rest or rest in self._suffixes)):
            return None
        doubled = (Piece(frozenset({f"{stem}-{stem}", *(w for w in self._words(stem))})),)
        return (*doubled, Piece(frozenset({rest}))) if rest else doubled

    def _words(self, stem: str) -> frozenset[str]:
        known = self._known(stem)
        return frozenset(f"{word}-{word}" for word in known[0].words) if known else frozenset()

    def _hyphenated(self, form: str) -> Reading | None:
        if "-" not in form and "&" not in form:
            return None
        parts = re.split(r"[-&]", form)
        for suffix in self._suffixes:
            if len(parts) > 1 and parts[-1].endswith(suffix) and "-".join(parts)[: -len(suffix)] in self._vocabulary:
                return (Piece(frozenset({form[: -len(suffix)]})), Piece(frozenset({suffix})))
        return tuple(piece for part in parts if part for piece in self._read(part)) or UNKNOWN

    def _suffixed(self, form: str, shortest: int) -> Reading | None:
        """A stem of at least `shortest` letters with a suffix."""
        for suffix in self._suffixes:
            stem = form[: -len(suffix)]
            if form.endswith(suffix) and len(stem) >= shortest:
                known = self._known(stem) or self._stretched(stem)
                if known:
                    return (*known, Piece(frozenset({suffix})))
        return None

    def _glued(self, form: str) -> Reading | None:
        """A short word written together with the next one."""
        for word in self._glue:
            rest = form[len(word) :]
            if form.startswith(word) and len(rest) >= SHORTEST_REST:
                known = self._known(rest) or self._suffixed(rest, SHORTEST_REST) or self._glued(rest)
                if known:
                    return (*self.canonical(word), *known)
        return None

    def _stretched(self, form: str) -> Reading | None:
        """Stretched letters: "waaaiit" for "wait" costs nothing, "awakk" for "awak" one edit: doubling is a common slip."""
        if not _DOUBLED.search(form) or not form.isalpha():
            return None
        edits = 0 if _STRETCHED.search(form) else 1
        if edits and (form in self._common or len(form) < SHORTEST_DOUBLED or self.is_common(form)):
            return None
        squeezed = _squeeze(form)
        found = self._squeezed.get(squeezed)
        if found and (not edits or len(squeezed) >= SHORTEST_STEM):
            return self._joined(sorted(found, key=lambda word: (abs(len(word) - len(form)), word)), edits)
        if edits or squeezed in self._common:
            return None
        return self._suffixed(squeezed, SHORTEST_REST) or self._glued(squeezed)

    def _misspelt(self, form: str) -> Reading | None:
        """The nearest words together: the phrase they stand in tells them apart."""
        if not form.isalpha():
            return None
        return self._joined(*self._close.nearest(form))

    def _joined(self, words: Sequence[str], edits: int) -> Reading | None:
        """What these words stand for together; the first of them, if none is a single word."""
        readings = [reading for word in words if (reading := self._corrected(word, edits))]
        single = frozenset[str]().union(*(reading[0].words for reading in readings if len(reading) == 1))
        return (Piece(single, edits),) if single else next(iter(readings), None)

    def _corrected(self, word: str, edits: int) -> Reading | None:
        known = self._known(word)
        return tuple(Piece(piece.words, edits if number == 0 else 0) for number, piece in enumerate(known)) if known else None


def _is_contraction(form: str, reading: Reading) -> bool:
    """Whether a spelling is its words written together ("dont"), so that it can be misspelt; "idk" is not."""
    return len(reading) > 1 and len(form) + 1 >= sum(len(min(piece.words, key=len)) for piece in reading)


def _squeeze(form: str) -> str:
    return "".join(letter for letter, _ in groupby(form))
