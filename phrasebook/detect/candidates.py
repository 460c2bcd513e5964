"""All phrases of a book in one pass: which of them may stand in a sentence.

The automaton is made deterministic while it reads, state by state, so a draft costs one dictionary look-up a word however
many rows there are. It answers "may": any filler may be skipped, a gap may hold any word, so nothing that the matcher
would confirm is lost.
Source: states built when first met, as in RE2 and grep.
"""

from __future__ import annotations

from collections.abc import Sequence
from threading import Lock

from phrasebook.detect.automaton import ANY, Automaton
from phrasebook.detect.pattern import Pattern
from phrasebook.detect.sentence import STEP, Sentence
from phrasebook.draft.words import SENTENCE_LIMIT, is_break, is_step, is_word
from phrasebook.language.lexicon import Lexicon

__all__ = ["Candidates", "Named"]

STATES = 50_000
"""States kept before the reader starts afresh (about 100 MB at worst)."""
SYMBOLS = 200_000
"""Written forms remembered before their memory is emptied."""

_CLAUSE = -1
_MARK = -2

Named = tuple[int, int, tuple[int, ...]]
"""A sentence (half-open range of forms) and the indices of the patterns that may stand in it."""


class Candidates:
    """The phrases of a book, ready to be looked for together; `gap` is the longest "..." in words, fillers not counted."""

    def __init__(self, patterns: Sequence[Pattern], lexicon: Lexicon, gap: int) -> None:
        self._automaton = Automaton(patterns, lexicon, gap)
        self._reader = _Reader(self._automaton)

    def __getstate__(self) -> dict[str, object]:
        return {"_automaton": self._automaton}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._reader = _Reader(self._automaton)

    def in_chunk(self, forms: Sequence[str]) -> list[Named]:
        """The sentences of a chunk in which a phrase may stand, with those phrases."""
        return self._fresh_reader().read(forms)

    def in_sentence(self, sentence: Sentence) -> tuple[int, ...]:
        """The phrases that may stand in one sentence."""
        return self._fresh_reader().read_tokens(sentence)

    def _fresh_reader(self) -> _Reader:
        reader = self._reader
        if reader.is_full():
            reader = self._reader = _Reader(self._automaton)
        return reader


class _State:
    """Where the phrases stand that were begun in this sentence."""

    __slots__ = ("active", "begins", "found", "next", "reach", "saved")

    def __init__(self, active: frozenset[int], saved: frozenset[int], begins: bool, found: frozenset[int]) -> None:
        self.active = active
        self.saved = saved
        self.begins = begins
        self.found = found
        self.next: dict[int, _State] = {}
        self.reach: dict[int, list[int]] | None = None


_Symbol = tuple[frozenset[int], bool, bool]
"""The slots a word fills, whether it is a filler, and whether a clause may end with it."""
_Key = tuple[frozenset[int], frozenset[int], bool, frozenset[int]]


class _Reader:
    """The automaton made deterministic, as far as drafts have called for it. Shared by threads."""

    def __init__(self, automaton: Automaton) -> None:
        self._automaton = automaton
        self._lock = Lock()
        self._symbols: dict[str, int] = {}
        self._runs: dict[int, tuple[int, ...]] = {}
        self._word_symbols: dict[tuple[frozenset[str], bool], int] = {}
        self._symbol_ids: dict[_Symbol, int] = {}
        self._symbol_slots: list[_Symbol] = []
        self._states: dict[_Key, _State] = {}
        self._start = self._state(frozenset(), frozenset(), True, frozenset())

    def is_full(self) -> bool:
        """Whether so much is remembered that it is better to start afresh."""
        return len(self._states) > STATES or len(self._symbols) > SYMBOLS or len(self._word_symbols) > SYMBOLS

    def read(self, forms: Sequence[str]) -> list[Named]:
        """The sentences with candidates among the forms of a chunk."""
        symbols, known = self._symbols, self._symbols.get
        state = self._start
        begin = 0
        found: list[Named] = []
        for index, form in enumerate(forms):
            symbol = known(form)
            if symbol is None:
                symbol = symbols[form] = self._symbol(form)
            if symbol >= 0:
                state = state.next.get(symbol) or self._step(state, symbol)
            elif symbol != _MARK:
                for one in self._runs[symbol]:
                    state = state.next.get(one) or self._step(state, one)
            elif is_break(forms, index, self._automaton.lexicon.abbreviations):
                found += _told(begin, index, state)
                state, begin = self._start, index + 1
                continue
            else:
                state = self._after_mark(state, forms, index)
            if index - begin >= SENTENCE_LIMIT - 1:
                found += _told(begin, index + 1, state)
                state, begin = self._start, index + 1
        return found + _told(begin, len(forms), state)

    def _after_mark(self, state: _State, forms: Sequence[str], index: int) -> _State:
        """The state after a mark that ends no sentence; a list number turns into the word that stands for it."""
        if is_step(forms, index):
            state = self._step(self._start, self._word_symbol(frozenset({STEP})))
        return self._step(state, _CLAUSE)

    def read_tokens(self, sentence: Sentence) -> tuple[int, ...]:
        """The candidates in one sentence of tokens."""
        state = self._start
        clause = 0
        for token in sentence:
            if token.begins or token.clause != clause:
                state, clause = self._step(state, _CLAUSE), token.clause
            state = self._step(state, self._word_symbol(token.words, token.ends))
        return tuple(sorted(state.found))

    def _symbol(self, form: str) -> int:
        """The symbol of a form: of its one word, of its run of words (below _MARK), or _MARK."""
        if not is_word(form):
            return _MARK
        run = tuple(self._word_symbol(piece.words) for piece in self._automaton.lexicon.read(form))
        if len(run) == 1:
            return run[0]
        with self._lock:
            number = _MARK - 1 - len(self._runs)
            self._runs[number] = run
        return number

    def _word_symbol(self, words: frozenset[str], ends: bool = True) -> int:
        known = self._word_symbols.get((words, ends))
        if known is not None:
            return known
        word_slots, fillers = self._automaton.word_slots, self._automaton.lexicon.fillers
        key = (frozenset(slot for word in words for slot in word_slots.get(word, ())), not words.isdisjoint(fillers), ends)
        symbol = self._symbol_ids.get(key)
        if symbol is None:
            with self._lock:
                symbol = self._symbol_ids.get(key)
                if symbol is None:
                    self._symbol_slots.append(key)
                    symbol = self._symbol_ids[key] = len(self._symbol_slots) - 1
        self._word_symbols[words, ends] = symbol
        return symbol

    def _state(self, active: frozenset[int], saved: frozenset[int], begins: bool, found: frozenset[int]) -> _State:
        key = (active, saved, begins, found)
        state = self._states.get(key)
        return state if state is not None else self._states.setdefault(key, _State(*key))

    def _step(self, state: _State, symbol: int) -> _State:
        """The state after one more word or clause mark."""
        after = state.next.get(symbol)
        if after is None:
            if symbol == _CLAUSE:
                # What was begun before an earlier mark may go on after this one: the stretch between can be an aside.
                active = state.active | state.saved
                after = self._state(active, active, True, state.found)
            else:
                after = self._after_word(state, symbol)
            state.next[symbol] = after
        return after

    def _after_word(self, state: _State, symbol: int) -> _State:
        automaton = self._automaton
        slots, filler, ends = self._symbol_slots[symbol]
        reached: set[int] = set()
        reach = state.reach if state.reach is not None else self._reach(state)
        reached.update(reach.get(ANY, ()))
        for slot in slots:
            reached.update(reach.get(slot, ()))
            for position in automaton.starts.get(slot, ()):
                if state.begins or not automaton.begins[position]:
                    reached.add(position)
        if not ends:
            reached = {position for position in reached if not automaton.ends[position]}
        found = state.found.union(*(automaton.accept[position] for position in reached))
        if filler:
            reached |= state.active
        return self._state(frozenset(reached), state.saved, state.begins and filler, frozenset(found))

    def _reach(self, state: _State) -> dict[int, list[int]]:
        """By slot, the positions that can be entered from this state."""
        automaton = self._automaton
        reach: dict[int, list[int]] = {}
        for position in state.active:
            for following in automaton.follow[position]:
                if state.begins or not automaton.begins[following]:
                    reach.setdefault(automaton.slot[following], []).append(following)
        state.reach = reach
        return reach


def _told(begin: int, end: int, state: _State) -> list[Named]:
    """The sentence that ends in this state, if a phrase may stand in it."""
    return [(begin, end, tuple(sorted(state.found)))] if state.found else []
