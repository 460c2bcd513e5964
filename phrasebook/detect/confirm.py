"""Whether a phrase that may stand in a sentence does stand there, and where: spaCy's Matcher decides.

The sentence is put before the Matcher as the phrase sees it: fillers that the phrase does not name are left out, and each
token carries, as its NORM, the word of the phrase that it may stand for. spaCy is imported when the first candidate comes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any

from phrasebook.detect.pattern import Hole, Pattern, Slot, lines_within, vocabulary
from phrasebook.detect.sentence import Sentence, Token
from phrasebook.language.lexicon import Lexicon

if TYPE_CHECKING:
    from spacy.matcher import Matcher
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

__all__ = ["GAP", "Confirmer", "Hit"]

GAP = 4
"""Longest gap "..." in a `dont_say` phrase, words (fillers not counted)."""
EDITS_BY_LETTERS = ((5, 0), (10, 1), (18, 2))
"""Misspelt letters allowed in a match of fewer than so many letters; 3 beyond.
Source: research on injected typos: budget 1 below about 12 letters and 2 above finds 98 % of them; measured again in bench/."""
MOST_EDITS = 3
MATCHERS = 20_000
"""spaCy Matchers kept before they are built afresh (about 2 kB each)."""

_OTHER, _STOP = "_", "_stop"


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase in a sentence."""

    pattern: Pattern
    first: int
    """Index of the first token in the sentence."""
    last: int
    """Index of the last token, included."""
    start: int
    """Characters of the folded text, half-open."""
    end: int
    edits: int
    letters: int
    skipped: bool
    """Whether words lie inside that the phrase does not name."""


class Confirmer:
    """The exact matcher of a book's phrases."""

    def __init__(self, patterns: Sequence[Pattern], lexicon: Lexicon) -> None:
        self.patterns = patterns
        self._lexicon = lexicon
        self._named: dict[int, frozenset[str]] = {}
        self._matchers: dict[tuple[int, frozenset[str]], Matcher | None] = {}

    def __getstate__(self) -> dict[str, object]:
        state = {key: value for key, value in self.__dict__.items() if key != "_vocab"}
        return {**state, "_named": {}, "_matchers": {}}

    def hits(self, index: int, sentence: Sentence) -> list[Hit]:
        """Every place where the phrase `index` stands in the sentence."""
        named = self._named.get(index)
        if named is None:
            named = self._named[index] = frozenset[str]().union(*vocabulary(self.patterns[index].items))
        seen = self._as_seen(sentence, named, self.patterns[index].stops)
        matcher = self._matcher(index, named, frozenset(word for _, word, _ in seen) & named)
        if matcher is None:
            return []
        hits = [self._hit(index, sentence, seen, start, end) for _, start, end in matcher(self._doc(seen))]
        return [hit for hit in hits if hit.edits <= allowed_edits(hit.letters)]

    def _doc(self, seen: list[tuple[int, str, str]]) -> Doc:
        from spacy.tokens import Doc

        return Doc(self._vocab, words=[word for _, word, _ in seen], tags=[tag for _, _, tag in seen])

    @cached_property
    def _vocab(self) -> Vocab:
        from spacy.attrs import NORM  # type: ignore[import-not-found,unused-ignore]
        from spacy.vocab import Vocab

        return Vocab(lex_attr_getters={NORM: str})

    def _matcher(self, index: int, named: frozenset[str], words: frozenset[str]) -> Matcher | None:
        """A Matcher for what these words can fill of the phrase; None when they can't fill it."""
        key = (index, words)
        if key not in self._matchers:
            from spacy.matcher import Matcher

            if len(self._matchers) >= MATCHERS:
                self._matchers = {}
            lines = lines_within(self.patterns[index].items, words)
            matcher = Matcher(self._vocab) if lines else None
            if matcher is not None:
                matcher.add("phrase", [[_token(item, named & self.patterns[index].stops) for item in line] for line in lines])
            self._matchers[key] = matcher
        return self._matchers.get(key)

    def _as_seen(self, sentence: Sentence, named: frozenset[str], stops: frozenset[str]) -> list[tuple[int, str, str]]:
        """For each token that the phrase sees: its index, the word it stands for, and where clauses begin and end."""
        fillers = self._lexicon.fillers
        seen: list[tuple[int, str, str]] = []
        begins = False
        for index, token in enumerate(sentence):
            begins = begins or token.begins
            word = _word(token, named)
            if word is None and not token.words.isdisjoint(fillers):
                if token.ends:
                    begins = False
                    if seen and "e" not in seen[-1][2]:
                        seen[-1] = (*seen[-1][:2], {"b": "be"}.get(seen[-1][2], "e"))
                continue
            tag = ("b" if begins else "") + ("e" if token.ends else "")
            seen.append((index, word or (_STOP if not token.words.isdisjoint(stops) else _OTHER), tag or "m"))
            begins = False
        return seen

    def _hit(self, index: int, sentence: Sentence, seen: list[tuple[int, str, str]], start: int, end: int) -> Hit:
        first, last = seen[start][0], seen[end - 1][0]
        named = [(sentence[at], word) for at, word, _ in seen[start:end] if word not in (_OTHER, _STOP)]
        return Hit(
            pattern=self.patterns[index],
            first=first,
            last=last,
            start=sentence[first].start,
            end=sentence[last].end,
            edits=sum(token.edits for token, _ in named),
            letters=sum(len(word) for _, word in named),
            skipped=last - first + 1 > len(named),
        )


def allowed_edits(letters: int) -> int:
    """Misspelt letters allowed in a match of so many letters."""
    return next((edits for below, edits in EDITS_BY_LETTERS if letters < below), MOST_EDITS)


def _token(item: Slot | Hole, stops: frozenset[str]) -> dict[str, Any]:
    """What the Matcher wants a token to be."""
    if isinstance(item, Hole):
        return {"NORM": {"NOT_IN": [_STOP, *sorted(stops)]}, "OP": f"{{0,{GAP}}}"}
    token: dict[str, Any] = {"NORM": {"IN": sorted(item.words)} if len(item.words) > 1 else next(iter(item.words))}
    if item.begins or item.ends:
        token["TAG"] = {"IN": [tag for tag in ("b", "e", "be") if (not item.begins or "b" in tag) and (not item.ends or "e" in tag)]}
    if item.optional:
        token["OP"] = "?"
    return token


def _word(token: Token, named: frozenset[str]) -> str | None:
    """The word of the phrase that the token stands for: its own spelling first. A name is nobody's misspelling."""
    if token.proper:
        return None
    if token.form in named and token.form in token.words:
        return token.form
    return min(token.words & named, default=None)
