"""From the nodes of a table file to entries, with every problem of the file told at once."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from phrasebook.errors import Problem
from phrasebook.model import Entry, Example, Severity, Wording
from phrasebook.table.nodes import Mapping, Node, Scalar, Sequence, read_file
from phrasebook.table.notation import NotationError, parse
from phrasebook.table.shape import Reader

__all__ = ["ENDING_SLOTS", "Place", "Row", "TableFile", "read_table"]

_KEYS = ("id", "language", "dont_say", "why", "say", "severity", "unless", "source", "examples")
_REQUIRED = ("id", "dont_say", "why")
_EXAMPLE_KEYS = ("draft", "becomes")
_WORDING_KEYS = ("text", "register")
_REGISTERS = ("colloquial",)
ENDING_SLOTS = ("question", "thing", "condition", "duration", "complement")
"""Slots that stand for what follows a finding; each is the last thing in its wording."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_CONTEXT_NAME = re.compile(r"<[^<>\s]+>")
_SLOT = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Place:
    """Where a phrase stands in its file; line and column count from 1."""

    text: str
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Row:
    """An entry with the places of its phrases, for messages about them."""

    entry: Entry
    phrases: tuple[Place, ...]
    contexts: tuple[Place, ...]
    wordings: tuple[Place, ...]
    column: int


@dataclass(frozen=True, slots=True)
class TableFile:
    """The rows of a file that are sound, and every problem of the file. A row with a problem is not among the rows."""

    file: str
    rows: tuple[Row, ...]
    unsound: tuple[Row, ...]
    """Rows with a problem, as far as they could be read: to be told what else is wrong with them."""
    problems: tuple[Problem, ...]


def read_table(path: Path, table: str, language: str | None, name: str | None = None) -> TableFile:
    """The rows of a table file. `language` is that of rows that do not name one."""
    file = name or str(path)
    root, problems = read_file(path, file)
    reader = Reader(file)
    rows: list[Row] = []
    if isinstance(root, Sequence):
        seen: dict[tuple[str, str], int] = {}
        for node in root.items:
            row = _row(reader, node, table, language)
            if row is None or not row.entry.id or not row.entry.language:
                continue
            key = (row.entry.id, row.entry.language)
            if key in seen:
                reader.problem(node, f"row '{key[0]}' is in this file already (line {seen[key]}); give it another id or merge the two")
                continue
            seen[key] = node.line
            rows.append(row)
    elif root is not None:
        reader.problem(root, "a table is a list of rows; begin each row with '- id: …'")
    elif not problems:
        reader.problems.append(Problem(file, 1, 1, "the table is empty; write a row that begins with '- id: …'"))
    problems = sorted([*problems, *reader.problems])
    wrong_lines = [problem.line for problem in problems]
    unsound = tuple(row for row in rows if _spoilt(row, root, wrong_lines))
    return TableFile(file, tuple(row for row in rows if row not in unsound), unsound, tuple(problems))


def _spoilt(row: Row, root: Node | None, wrong_lines: list[int]) -> bool:
    """Whether a problem lies within the row's lines."""
    starts = sorted(node.line for node in root.items) if isinstance(root, Sequence) else []
    end = next((line for line in starts if line > row.entry.line), 10**9)
    return any(row.entry.line <= line < end for line in wrong_lines)


def _row(reader: Reader, node: Node, table: str, language: str | None) -> Row | None:
    if not isinstance(node, Mapping):
        reader.problem(node, "a row is made of 'key: value' lines; begin it with '- id: …'")
        return None
    before = len(reader.problems)
    reader.keys(node, _KEYS, "a row")
    for key in _REQUIRED:
        if node.get(key) is None:
            reader.problem(node, f"'{key}' is missing in this row; add it")
    row_id = reader.text(node.get("id"), "id")
    if row_id and not _ID.fullmatch(row_id):
        reader.problem(_at(node, "id"), f"'{row_id}' is no id; use small letters, digits and single hyphens, such as 'dont-know'")
    row_language = reader.text(node.get("language"), "language") or language or ""
    if not row_language:
        reader.problem(node, "nobody says which language this row is in; add 'language: en' or name the file 'en.yaml'")
    phrases = _phrases(reader, node.get("dont_say"), "dont_say")
    if node.get("dont_say") is not None and not phrases and len(reader.problems) == before:
        reader.problem(_at(node, "dont_say"), "'dont_say' holds no phrase; write at least one")
    contexts = _phrases(reader, node.get("unless"), "unless")
    wordings, places = _wordings(reader, node.get("say"))
    entry = Entry(
        id=row_id,
        language=row_language,
        table=table,
        dont_say=tuple(place.text for place in phrases),
        why=reader.text(node.get("why"), "why"),
        say=wordings,
        severity=_severity(reader, node.get("severity")),
        unless=tuple(place.text for place in contexts),
        source=reader.text(node.get("source"), "source"),
        examples=_examples(reader, node.get("examples")),
        file=reader.file,
        line=node.line,
    )
    return Row(entry, phrases, contexts, places, node.column)


def _at(mapping: Mapping, key: str) -> Node:
    return mapping.get(key) or mapping


def _phrases(reader: Reader, node: Node | None, what: str) -> tuple[Place, ...]:
    places: list[Place] = []
    seen: dict[str, int] = {}
    for text, item in reader.texts(node, what):
        key = " ".join(text.lower().split())
        if key in seen:
            reader.problem(item, f"'{text}' is in this list already (line {seen[key]}); delete one")
            continue
        seen[key] = item.line
        if what == "unless" and _CONTEXT_NAME.fullmatch(text):
            places.append(Place(text, item.line, item.column))
            continue
        try:
            parse(text)
        except NotationError as error:
            reader.problem(item, f"in '{text}': {error}", error.column)
            continue
        places.append(Place(text, item.line, item.column))
    return tuple(places)


def _wordings(reader: Reader, node: Node | None) -> tuple[tuple[Wording, ...], tuple[Place, ...]]:
    wordings: list[Wording] = []
    places: list[Place] = []
    for item in reader.items(node, "say"):
        register = None
        text_node: Node | None = item
        if isinstance(item, Mapping):
            reader.keys(item, _WORDING_KEYS, "an approved wording")
            text_node = item.get("text")
            if text_node is None:
                reader.problem(item, "'text' is missing in this wording; add it, or put the wording in quotes")
            register = reader.text(item.get("register"), "register") or None
            if register is not None and register not in _REGISTERS:
                reader.problem(_at(item, "register"), f"'{register}' is no register; known is colloquial")
        text = reader.text(text_node, "say")
        if text:
            _check_slots(reader, text, text_node or item)
            wordings.append(Wording(text, register))
            places.append(Place(text, item.line, item.column))
    return tuple(wordings), tuple(places)


def _check_slots(reader: Reader, text: str, node: Node) -> None:
    rest = _SLOT.sub("", text)
    if "{" in rest or "}" in rest:
        reader.problem(node, f"in '{text}': a brace has no other half; write {{slot}}")
    for match in _SLOT.finditer(text):
        if not match.group(1).strip():
            reader.problem(node, f"in '{text}': {{}} has no name; write what belongs there, such as {{reason}}")
        if match.group(1) in ENDING_SLOTS and match.end() != len(text):
            reader.problem(node, f"in '{text}': {match.group()} must be the last thing; what follows the finding stays behind it")


def _severity(reader: Reader, node: Node | None) -> Severity:
    value = reader.text(node, "severity")
    if not value:
        return Severity.WARNING
    if value not in set(Severity):
        reader.problem(node or Scalar("", 0, 0), f"'{value}' is no severity; write error, warning or suggestion")
        return Severity.WARNING
    return Severity(value)


def _examples(reader: Reader, node: Node | None) -> tuple[Example, ...]:
    examples: list[Example] = []
    for item in reader.items(node, "examples"):
        if not isinstance(item, Mapping):
            reader.problem(item, "an example is 'draft: …', with 'becomes: …' where it changes")
            continue
        reader.keys(item, _EXAMPLE_KEYS, "an example")
        if item.get("draft") is None:
            reader.problem(item, "'draft' is missing in this example; add it")
            continue
        becomes = item.get("becomes")
        draft = reader.raw_text(item.get("draft"), "draft")
        if draft:
            examples.append(Example(draft, reader.raw_text(becomes, "becomes") if becomes is not None else None, item.line))
    return tuple(examples)
