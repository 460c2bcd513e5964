"""YAML as raw texts with their places: nothing is guessed, and every trap of YAML is told by line and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from phrasebook.errors import Problem
from phrasebook.table import nodes
from phrasebook.table.nodes import Mapping, Node, Scalar, Sequence, read_file, read_nodes


def _plain(node: Node | None) -> object:
    """A tree as plain values."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    if isinstance(node, Mapping):
        return {key.value: _plain(value) for key, value in node.pairs}
    return node


def _problems(text: str) -> list[tuple[int, int, str]]:
    return [(p.line, p.column, p.message) for p in read_nodes(text, "t.yaml")[1]]


@pytest.mark.parametrize(
    "text", ["no", "off", "yes", "on", "n", "y", "true", "null", "~", "007", "1_000", "1e3", "0x1F", "12:30:45", "2026-05-03", ".inf", "1.0", "=", "<<"]
)
def test_plain_words_stay_text(text: str) -> None:
    """YAML would make a boolean, number, date or nothing of these; here they stay what is written."""
    root, problems = read_nodes(f"- {text}\n- key: {text}\n", "t.yaml")
    assert problems == []
    assert _plain(root) == [text, {"key": text}]


def test_quoted_and_folded_texts() -> None:
    """Quotes, folding and escapes are taken away as YAML says."""
    root, problems = read_nodes("a: 'it''s'\nb: \"\\u2019 \\\"x\\\"\"\nc: >-\n  two\n  lines\nd: |\n  kept\n  lines\ne:\n", "t.yaml")
    assert problems == []
    assert _plain(root) == {"a": "it's", "b": '\u2019 "x"', "c": "two lines", "d": "kept\nlines\n", "e": ""}


def test_places() -> None:
    """Every node knows its line and column, counted from 1."""
    root, _ = read_nodes("# comment\n- id: one\n  list:\n    - a\n    - 'b'\n", "t.yaml")
    assert isinstance(root, Sequence)
    (row,) = root.items
    assert isinstance(row, Mapping)
    assert (row.line, row.column) == (2, 3)
    key, value = row.pairs[0]
    assert (key.line, key.column) == (2, 3)
    assert isinstance(value, Scalar)
    assert (value.line, value.column, value.quoted) == (2, 7, False)
    items = row.get("list")
    assert isinstance(items, Sequence)
    assert [(i.line, i.column, i.quoted) for i in items.items if isinstance(i, Scalar)] == [(4, 7, False), (5, 7, True)]
    assert row.get("nothing") is None


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: 1\nb: 2\na: 3\n", [(3, 1, "'a' is given twice (first in line 1); delete one")]),
        ("- x: 1\n  x: 2\n  x: 3\n", [(2, 3, "'x' is given twice (first in line 1); delete one"), (3, 3, "'x' is given twice (first in line 1); delete one")]),
        ("a: &name b\n", [(1, 4, "'&name' names this place for reuse; write the text out where it is needed")]),
        (
            "- &row {id: a}\n- *row\n",
            [(1, 3, "'&row' names this place for reuse; write the text out where it is needed"), (2, 3, "'*row' repeats another place; write the text out")],
        ),
        ("a: !!python/object:os.system x\n", [(1, 4, "'tag:yaml.org,2002:python/object:os.system' is a YAML tag; delete it, everything here is plain text")]),
        ("a: !mine x\n", [(1, 4, "'!mine' is a YAML tag; delete it, everything here is plain text")]),
        ("? [a, b]\n: c\n", [(1, 3, "a key must be a plain word; check the brackets or the '?' here")]),
        ("a: b\n---\nc: d\n", [(2, 1, "a second document begins here ('---'); put one table in one file")]),
    ],
    ids=["doubled key", "tripled key", "anchor", "anchor and alias", "object tag", "own tag", "list as key", "two documents"],
)
def test_traps(text: str, problems: list[tuple[int, int, str]]) -> None:
    """Doubled keys, anchors, aliases, tags, strange keys and second documents are told where they stand."""
    assert _problems(text) == problems


def test_the_first_of_doubled_keys_counts() -> None:
    """The second value does not replace the first unseen."""
    assert _plain(read_nodes("a: 1\na: 2\nb: 3\n", "t.yaml")[0]) == {"a": "1", "b": "3"}


@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("a: b: c\n", 1, 5),
        ("- a\n- 'b\n", 3, 1),
        ("a:\n\t- b\n", 2, 1),
        ("a: [b, c\n", 2, 1),
        ("- a\n b\n  c: d\n", 3, 4),
        ("a: @b\n", 1, 4),
        ("%bad\n", 1, 5),
        ("a: *none\n", 1, 4),
    ],
    ids=["colon", "open quote", "tab", "open bracket", "indentation", "at sign", "directive", "unknown alias"],
)
def test_syntax_errors(text: str, line: int, column: int) -> None:
    """What is no YAML is told in one message with its place and what to do."""
    found = _problems(text)
    assert len(found) == 1
    assert found[0][0] == line
    assert abs(found[0][1] - column) <= 2
    assert ";" in found[0][2]


@pytest.mark.parametrize("opener", ["[", "{a: ", "- ", "? "])
def test_deep_nesting(opener: str) -> None:
    """100,000 levels are refused at the first that is too deep; nothing recurses, nothing crashes."""
    found = _problems(opener * 100_000)
    assert found[-1][2] == f"nested deeper than {nodes.MAX_DEPTH} levels; a row needs no more than 5"
    assert {line for line, _, _ in found} == {1}


def test_depth_that_is_allowed() -> None:
    """As deep as the bound is fine."""
    text = "[" * nodes.MAX_DEPTH + "a" + "]" * nodes.MAX_DEPTH
    assert _problems(text) == []


def test_aliases_cannot_blow_up() -> None:
    """A bomb of aliases stays as small as its file."""
    text = "a: &a [x, x]\n" + "".join(f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(20))
    root, problems = read_nodes(text, "t.yaml")
    assert root is not None
    assert len(problems) == 21 + 40


@pytest.mark.parametrize("text", ["", "\n", "# only a comment\n", "---\n", "\ufeff"])
def test_nothing_in_it(text: str) -> None:
    """An empty file has no tree or an empty text, and no problem of its own."""
    root, problems = read_nodes(text.removeprefix("\ufeff"), "t.yaml")
    assert _plain(root) in (None, "")
    assert problems == []


# ----------------------------------------------------------------------------------------------------------------- files


def _read(tmp_path: Path, raw: bytes) -> tuple[object, list[Problem]]:
    path = tmp_path / "t.yaml"
    path.write_bytes(raw)
    root, problems = read_file(path, "t.yaml")
    return _plain(root), problems


def test_bom_and_crlf(tmp_path: Path) -> None:
    """A byte order mark and Windows line ends change neither texts nor places."""
    path = tmp_path / "t.yaml"
    path.write_bytes(b"\xef\xbb\xbf- id: a\r\n  why: b\r\n")
    root, problems = read_file(path)
    assert problems == []
    assert _plain(root) == [{"id": "a", "why": "b"}]
    assert isinstance(root, Sequence)
    assert (root.items[0].line, root.items[0].column) == (1, 3)


def test_nul(tmp_path: Path) -> None:
    """A NUL is told with its place."""
    _, problems = _read(tmp_path, b"- a\n- b\0c\n")
    assert [str(p) for p in problems] == ["t.yaml:2:4: character U+0000 is not allowed in YAML; delete it"]


def test_control_character(tmp_path: Path) -> None:
    """So is every other character that YAML does not allow."""
    _, problems = _read(tmp_path, b"- a\n- b\x07c\n")
    assert len(problems) == 1
    assert (problems[0].line, problems[0].message) == (2, "character U+0007 is not allowed in YAML; delete it")


def test_bad_utf8(tmp_path: Path) -> None:
    """A byte that is not UTF-8 is told with its place."""
    _, problems = _read(tmp_path, b"- a\n- caf\xe9\n")
    assert [str(p) for p in problems] == ["t.yaml:2:6: byte 0xe9 is not UTF-8; save the file as UTF-8"]


def test_utf16(tmp_path: Path) -> None:
    """UTF-16, as some editors write, is refused at its first byte."""
    _, problems = _read(tmp_path, "- a\n".encode("utf-16"))
    assert [str(p) for p in problems] == ["t.yaml:1:1: byte 0xff is not UTF-8; save the file as UTF-8"]


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file over the bound is not read at all."""
    monkeypatch.setattr(nodes, "MAX_BYTES", 1024 * 1024)
    root, problems = _read(tmp_path, b"#" * (1024 * 1024 + 1))
    assert root is None
    assert [str(p) for p in problems] == ["t.yaml: is larger than 1 MB; split the table into several files"]
    assert _read(tmp_path, b"#" * 1024 * 1024)[1] == []


@pytest.mark.parametrize("name", ["no.yaml", ".", "no/such.yaml"])
def test_unreadable(tmp_path: Path, name: str) -> None:
    """What can't be read is told, not raised."""
    root, problems = read_file(tmp_path / name, "t.yaml")
    assert root is None
    assert len(problems) == 1
    assert str(problems[0]).startswith("t.yaml: can't be read (")
    assert str(problems[0]).endswith("); check the path and its permissions")
