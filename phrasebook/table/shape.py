"""Checking the shape of YAML nodes: the one place that knows how a wrong key or value is told."""

from __future__ import annotations

import difflib
from collections.abc import Iterable

from phrasebook.errors import Problem
from phrasebook.table.nodes import Mapping, Node, Scalar, Sequence

__all__ = ["Reader"]


class Reader:
    """Reads texts and lists out of nodes and keeps every problem met on the way."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def problem(self, node: Node, message: str, shift: int = 0) -> None:
        """Note that something is wrong at `node` (`shift` characters further on)."""
        self.problems.append(Problem(self.file, node.line, node.column + shift, message))

    def keys(self, mapping: Mapping, known: Iterable[str], what: str) -> None:
        """Note every key that `what` does not have, with the nearest one it has."""
        names = list(known)
        for key, _ in mapping.pairs:
            if key.value and key.value not in names:
                near = difflib.get_close_matches(key.value, names, 1)
                hint = f"did you mean '{near[0]}'?" if near else f"known are {', '.join(names)}"
                self.problem(key, f"{what} has no '{key.value}'; {hint}")

    def text(self, node: Node | None, what: str) -> str:
        """A text that is not empty, or "" with the problem noted."""
        if isinstance(node, Scalar):
            value = " ".join(node.value.split())
            if value:
                return value
            self.problem(node, f"'{what}' is empty; write it out or delete the key")
        elif node is not None:
            self.problem(node, f"'{what}' must be a text; put it in one line or in quotes")
        return ""

    def raw_text(self, node: Node | None, what: str) -> str:
        """As `text`, with spaces and line breaks kept as they are."""
        return node.value if isinstance(node, Scalar) and node.value.strip() else self.text(node, what)

    def texts(self, node: Node | None, what: str) -> list[tuple[str, Node]]:
        """A list of texts with their nodes; a single text counts as a list of one."""
        return [(text, item) for item in self.items(node, what) if (text := self.text(item, what))]

    def items(self, node: Node | None, what: str) -> list[Node]:
        """The nodes of a list; a single text counts as a list of one."""
        if node is None:
            return []
        if isinstance(node, Sequence):
            return node.items
        if isinstance(node, Scalar) and node.value.strip():
            return [node]
        if isinstance(node, Mapping):
            self.problem(node, f"'{what}' must be a list; begin each item with '- '")
        return []

    def pairs(self, node: Node | None, what: str) -> list[tuple[Scalar, Node]]:
        """The pairs of a mapping."""
        if node is None:
            return []
        if isinstance(node, Mapping):
            return node.pairs
        self.problem(node, f"'{what}' must be pairs; write 'name: value' in each line")
        return []
