"""All phrases of a book in one pass: which of them may stand in a sentence.

The phrases form one position automaton over words. It is made deterministic while it reads, state by state, so a draft
costs one dictionary look-up a word however many rows there are. It answers "may": any filler may be skipped, a gap
may hold any word, so nothing that the matcher would confirm is lost.
Source: Glushkov's position automaton, with states built lazily as in RE2 and grep.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from threading import Lock

from phrasebook.detect.pattern import Choice, Hole, Item, Pattern, Slot
from phrasebook.detect.sentence import STEP, Sentence
from phrasebook.draft.words import SENTENCE_LIMIT, is_break, is_step, is_word
from phrasebook.language.lexicon import Lexicon

__all__ = ["Automaton", "Candidates"]

STATES = 50_000
"""States kept before the automaton starts afresh (about 100 MB at worst)."""
SYMBOLS = 200_000
"""Written forms remembered before their memory is emptied."""

_ANY = -1
"""The slot of a gap: every word fills it."""
_CLAUSE = -1
_MARK = -2

Candidates = tuple[int, int, tuple[int, ...]]
"""A sentence (half-open range of forms) and the indices of the patterns that may stand in it."""


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


class _Node:
    """Where the beginning of some phrases ends."""

    __slots__ = ("children", "empty", "last")

    def __init__(self, last: list[int], empty: bool) -> None:
        self.last = last
        self.empty = empty
        self.children: dict[int | Slot | Hole, _Node] = {}


class Automaton:
    """The phrases of a book, ready to be looked for together; `gap` is the longest "..." in words, fillers not counted."""

    def __init__(self, patterns: Sequence[Pattern], lexicon: Lexicon, gap: int) -> None:
        self._gap = gap
        self.lexicon = lexicon
        self._slot_ids: dict[frozenset[str], int] = {}
        self.slot: list[int] = []
        self.begins: list[bool] = []
        self.ends: list[bool] = []
        self.follow: list[list[int]] = []
        self.accept: list[tuple[int, ...]] = []
        self.starts: dict[int, list[int]] = {}
        self._root = _Node([], True)
        for index, pattern in enumerate(patterns):
            self._add(index, pattern.items)
        del self._root
        self.word_slots: dict[str, tuple[int, ...]] = self._slots_by_word()
        self._reader = _Reader(self)

    def __getstate__(self) -> dict[str, object]:
        return {key: value for key, value in self.__dict__.items() if key != "_reader"}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)
        self._reader = _Reader(self)

    def candidates(self, forms: Sequence[str]) -> list[Candidates]:
        """The sentences of a chunk in which a phrase may stand, with those phrases."""
        return self._fresh_reader().read(forms)

    def candidates_of(self, sentence: Sentence) -> tuple[int, ...]:
        """The phrases that may stand in one sentence."""
        return self._fresh_reader().read_tokens(sentence)

    def _fresh_reader(self) -> _Reader:
        reader = self._reader
        if reader.is_full():
            reader = self._reader = _Reader(self)
        return reader

    def _add(self, pattern: int, items: tuple[Item, ...]) -> None:
        """Add a phrase; phrases that begin alike share the positions of their beginning."""
        node = self._root
        for item in items:
            key = id(item) if isinstance(item, Choice) else item  # a class is one object; hashing it would cost more than it saves
            following = node.children.get(key)
            if following is None:
                following = node.children[key] = self._extended(node, item)
            node = following
        for position in node.last:
            self.accept[position] += (pattern,)

    def _extended(self, node: _Node, item: Item) -> _Node:
        first, last, empty = self._item(item)
        for position in node.last:
            self.follow[position].extend(first)
        if node.empty:
            for position in first:
                self.starts.setdefault(self.slot[position], []).append(position)
        return _Node([*node.last, *last] if empty else last, node.empty and empty)

    def _sequence(self, items: tuple[Item, ...]) -> tuple[list[int], list[int], bool]:
        """First and last positions of a sequence, and whether it may be empty."""
        first: list[int] = []
        last: list[int] = []
        empty = True
        for item in items:
            item_first, item_last, item_empty = self._item(item)
            for position in last:
                self.follow[position].extend(item_first)
            if empty:
                first.extend(item_first)
            last = [*last, *item_last] if item_empty else item_last
            empty = empty and item_empty
        return first, last, empty

    def _item(self, item: Item) -> tuple[list[int], list[int], bool]:
        if isinstance(item, Slot):
            slot = self._slot_ids.setdefault(item.words, len(self._slot_ids))
            position = self._position(slot, item.begins, item.ends)
            return [position], [position], item.optional
        if isinstance(item, Hole):
            positions = [self._position(_ANY, False, False) for _ in range(self._gap)]
            for position, following in pairwise(positions):
                self.follow[position].append(following)
            return positions[:1], positions, True
        first: list[int] = []
        last: list[int] = []
        empty = False
        for option in item.options:
            option_first, option_last, option_empty = self._sequence(option)
            first += option_first
            last += option_last
            empty = empty or option_empty
        return first, last, empty

    def _position(self, slot: int, begins: bool, ends: bool) -> int:
        self.slot.append(slot)
        self.begins.append(begins)
        self.ends.append(ends)
        self.follow.append([])
        self.accept.append(())
        return len(self.slot) - 1

    def _slots_by_word(self) -> dict[str, tuple[int, ...]]:
        by_word: dict[str, list[int]] = {}
        for words, slot in self._slot_ids.items():
            for word in words:
                by_word.setdefault(word, []).append(slot)
        return {word: tuple(slots) for word, slots in by_word.items()}


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

    def read(self, forms: Sequence[str]) -> list[Candidates]:
        """The sentences with candidates among the forms of a chunk."""
        symbols, known = self._symbols, self._symbols.get
        state = self._start
        begin = 0
        found: list[Candidates] = []
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
        reached.update(reach.get(_ANY, ()))
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


def _told(begin: int, end: int, state: _State) -> list[Candidates]:
    """The sentence that ends in this state, if a phrase may stand in it."""
    return [(begin, end, tuple(sorted(state.found)))] if state.found else []
