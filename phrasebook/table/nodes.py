"""YAML as a tree of raw texts, each with its place. Nothing is guessed: `no` stays "no", `007` stays "007".

PyYAML's own `compose` recurses (1,000 levels raise RecursionError, 100,000 end the process in the C loader), turns words
into booleans and lets a second key replace the first. So the tree is built here from parse events, which are flat.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import yaml
from yaml import events

from phrasebook.errors import Problem

__all__ = ["Mapping", "Node", "Scalar", "Sequence", "read_file", "read_nodes"]

MAX_BYTES = 16 * 1024 * 1024
"""Largest table file, bytes. 50,000 phrases are about 2 MB."""
MAX_DEPTH = 12
"""Deepest nesting; a table needs 5."""

_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text, exactly as written (quotes and folding taken away)."""

    value: str
    line: int
    column: int
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list of nodes."""

    items: list[Node]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """Pairs of a key and a node, in file order; no key comes twice."""

    pairs: list[tuple[Scalar, Node]]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """The node under `key`, or None."""
        return next((node for name, node in self.pairs if name.value == key), None)


Node = Scalar | Sequence | Mapping


@dataclass(slots=True)
class _Open:
    """A collection whose end has not come yet."""

    node: Sequence | Mapping
    key: Scalar | None = None
    keys: dict[str, int] = field(default_factory=dict)
    skip_value: bool = False


def read_file(path: Path, name: str | None = None) -> tuple[Node | None, list[Problem]]:
    """The tree of a YAML file and everything that is wrong with it; never raises for what is in the file."""
    file = name or str(path)
    try:
        raw = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        return None, [Problem(file, 0, 0, f"can't be read ({error.strerror or error}); check the path and its permissions")]
    if raw is None:
        return None, [Problem(file, 0, 0, f"is larger than {MAX_BYTES // 1024 // 1024} MB; split the table into several files")]
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        column = error.start - raw.rfind(b"\n", 0, error.start)
        return None, [Problem(file, line, column, f"byte 0x{raw[error.start]:02x} is not UTF-8; save the file as UTF-8")]
    return read_nodes(text, file)


def read_nodes(text: str, file: str) -> tuple[Node | None, list[Problem]]:
    """The tree of YAML `text` and its problems, each with line and column counted from 1."""
    builder = _Builder(file)
    try:
        for event in _parse(text):
            if not builder.take(event):
                break
    except yaml.MarkedYAMLError as error:
        builder.drop_unfinished()
        mark = error.problem_mark or error.context_mark
        what = error.problem or error.context or "this is not YAML"
        line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
        builder.problems.append(Problem(file, line, column, f"{what}; check the indentation, quotes and colons here"))
    except yaml.reader.ReaderError as error:
        line, column = text.count("\n", 0, error.position) + 1, error.position - text.rfind("\n", 0, error.position)
        builder.problems.append(Problem(file, line, column, f"character U+{error.character:04X} is not allowed in YAML; delete it"))
    except yaml.YAMLError as error:
        builder.problems.append(Problem(file, 0, 0, f"this is not YAML ({error}); check the file"))
    return builder.root, builder.problems


def _parse(text: str) -> Iterator[events.Event]:
    yield from yaml.parse(text, Loader=_PARSER)


class _Builder:
    """Takes parse events one by one and keeps the tree and its problems."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []
        self._documents = 0

    def take(self, event: events.Event) -> bool:
        """Add one event; False when reading must end here."""
        if isinstance(event, events.DocumentStartEvent):
            self._documents += 1
            if self._documents > 1:
                self._problem(event, "a second document begins here ('---'); put one table in one file")
                return False
        elif isinstance(event, events.AliasEvent):
            self._problem(event, f"'*{event.anchor}' repeats another place; write the text out")
            self._add(Scalar("", *_place(event)))
        elif isinstance(event, events.NodeEvent):
            return self._node(event)
        elif isinstance(event, events.CollectionEndEvent):
            self._open.pop()
        return True

    def drop_unfinished(self) -> None:
        """Take out the item that was being read when the file broke off: what it lacks says nothing."""
        if isinstance(self.root, Sequence) and len(self._open) > 1 and self.root.items:
            self.root.items.pop()

    def _node(self, event: events.NodeEvent) -> bool:
        if event.anchor:
            self._problem(event, f"'&{event.anchor}' names this place for reuse; write the text out where it is needed")
        tag = getattr(event, "tag", None)
        if tag and tag != "!":
            self._problem(event, f"'{tag}' is a YAML tag; delete it, everything here is plain text")
        if isinstance(event, events.ScalarEvent):
            self._add(Scalar(event.value, *_place(event), quoted=bool(event.style)))
            return True
        if len(self._open) >= MAX_DEPTH:
            self._problem(event, f"nested deeper than {MAX_DEPTH} levels; a row needs no more than 5")
            return False
        kind = Sequence if isinstance(event, events.SequenceStartEvent) else Mapping
        collection: Sequence | Mapping = kind([], *_place(event))
        self._add(collection)
        self._open.append(_Open(collection))
        return True

    def _add(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        parent = self._open[-1]
        if isinstance(parent.node, Sequence):
            parent.node.items.append(node)
        elif parent.key is None:
            self._key(parent, node)
        else:
            if not parent.skip_value:
                parent.node.pairs.append((parent.key, node))
            parent.key, parent.skip_value = None, False

    def _key(self, parent: _Open, node: Node) -> None:
        if not isinstance(node, Scalar):
            self.problems.append(Problem(self.file, node.line, node.column, "a key must be a plain word; check the brackets or the '?' here"))
            node = Scalar("", node.line, node.column)
            parent.skip_value = True
        elif node.value in parent.keys:
            first = parent.keys[node.value]
            self.problems.append(Problem(self.file, node.line, node.column, f"'{node.value}' is given twice (first in line {first}); delete one"))
            parent.skip_value = True
        parent.keys.setdefault(node.value, node.line)
        parent.key = node

    def _problem(self, event: events.Event, message: str) -> None:
        self.problems.append(Problem(self.file, *_place(event), message))


def _place(event: events.Event) -> tuple[int, int]:
    mark = event.start_mark
    return (mark.line + 1, mark.column + 1) if mark else (0, 0)
