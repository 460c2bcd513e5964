"""All phrases of a book as one position automaton over words.

Source: Glushkov's construction; phrases that begin alike share the positions of their beginning.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from phrasebook.detect.pattern import Choice, Hole, Item, Pattern, Slot
from phrasebook.language.lexicon import Lexicon

__all__ = ["ANY", "Automaton"]

ANY = -1
"""The slot of a gap: every word fills it."""


class _Node:
    """Where the beginning of some phrases ends."""

    __slots__ = ("children", "empty", "last")

    def __init__(self, last: list[int], empty: bool) -> None:
        self.last = last
        self.empty = empty
        self.children: dict[int | Slot | Hole, _Node] = {}


class Automaton:
    """Positions of the phrases and what may follow each; `gap` is the longest "..." in words, fillers not counted."""

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
            positions = [self._position(ANY, False, False) for _ in range(self._gap)]
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
