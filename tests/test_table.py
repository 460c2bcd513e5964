"""From table files to entries: every mistake told at once, and what a book does with a table that has some."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from phrasebook import Phrasebook, PhrasebookError, Problem, Severity, TableError, TableWarning
from phrasebook.table.bundled import language_path, table_path
from phrasebook.table.rows import read_table

Golden = Callable[[str, str], None]
Table = Callable[..., Path]

MISTAKES = """\
- id: Dont Know
  dont_say: [hello there]
  why: x
- id: no-why
  dont_say: [hello you]
- dont_say: [hello all]
  why: x
- id: no-phrases
  why: x
- id: empty-list
  dont_say: []
  why: x
- id: open-bracket
  dont_say:
    - hello (there
    - hello there)
    - hello (a|)
    - a | b
    - ... hello
    - hello <> there
    - "!"
  why: x
- id: unknown-class
  dont_say: [hello <i> <nobody-knows>]
  why: x
- id: unknown-context
  dont_say: [hello nephew]
  why: x
  unless: [<nowhere>]
- id: doubled-phrase
  dont_say: [hello you two, Hello  You two]
  why: x
- id: doubled-phrase
  dont_say: [hello again]
  why: x
- id: wrong-keys
  dontsay: [hello]
  dont_say: [hello mum]
  why: x
  sevrity: error
  foo: bar
- id: wrong-severity
  dont_say: [hello dad]
  why: x
  severity: deadly
- id: wrong-slots
  dont_say: [hello son]
  why: x
  say:
    - "{open"
    - "open}"
    - "{} empty"
    - "{question} first"
    - register: colloquial
    - text: hello
      register: loud
      colour: red
- id: wrong-examples
  dont_say: [hello aunt]
  why: x
  examples:
    - plain text
    - becomes: x
    - draft: ''
    - draft: x
      because: y
- id: wrong-shapes
  dont_say: {a: b}
  why: [a, b]
  say: {a: b}
- id: wrong-context
  dont_say: [hello uncle]
  why: x
  unless: [(broken]
- id: unknown-language
  language: xx
  dont_say: [hello niece]
  why: x
- id: twice
  why: &anchor x
  why: y
  dont_say: [*anchor]
- just a text
- id: sound
  dont_say: [we hate widgets]
  why: x
"""


def test_all_mistakes_at_once(table: Table, golden: Golden, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A table with more than thirty mistakes tells all of them, in the order of the file, each with what to do."""
    monkeypatch.chdir(tmp_path)
    table(MISTAKES, "bad.en.yaml")
    with pytest.raises(TableError) as error:
        Phrasebook.load("bad.en.yaml")
    problems = error.value.problems
    assert len(problems) >= 30
    assert list(problems) == sorted(problems)
    assert all(problem.line and problem.column for problem in problems)
    golden("table-errors.txt", f"{error.value}\n")


def test_all_mistakes_of_one_phrase_list(table: Table) -> None:
    """A name that nobody knows is told together with the broken bracket beside it, not only once that is mended."""
    path = table("- id: a\n  dont_say:\n    - hello (there\n    - hello <nobody-knows>\n  why: x\n  unless: [<nowhere>]\n", "en.yaml")
    with pytest.raises(TableError) as error:
        Phrasebook.load(path)
    assert [(problem.line, problem.column) for problem in error.value.problems] == [(3, 13), (4, 7), (6, 12)]


def test_what_is_sound_is_used(table: Table) -> None:
    """Without `strict`, each problem is a TableWarning and the sound rows work."""
    path = table(MISTAKES, "bad.en.yaml")
    with pytest.raises(TableError) as error:
        Phrasebook.load(path)
    with pytest.warns(TableWarning) as warned:
        book = Phrasebook.load(path, strict=False)
    assert [str(w.message) for w in warned] == [f"left out: {problem}" for problem in error.value.problems]
    assert {w.filename for w in warned} == {__file__}
    assert [entry.id for entry in book.entries if entry.id in ("sound", "no-why", "wrong-slots", "open-bracket")] == ["sound"]
    assert [finding.text for finding in book.check("We hate widgets.")] == ["We hate widgets"]


def test_one_bad_row_leaves_the_others(table: Table) -> None:
    """A row with a mistake is left out; the rows around it stay."""
    path = table(
        "- {id: one, dont_say: [red apples], why: x}\n- {id: two, dont_say: [green (apples], why: x}\n- {id: three, dont_say: [blue apples], why: x}\n",
        "t.en.yaml",
    )
    with pytest.warns(TableWarning, match=r"^left out: .*t\.en\.yaml:2:\d+: in 'green \(apples': '\(' is never closed; add '\)'$"):
        book = Phrasebook.load(path, strict=False)
    assert [entry.id for entry in book.entries] == ["one", "three"]


def test_nothing_sound_is_an_error_anyway(table: Table) -> None:
    """A table without a single sound row can't be used, strict or not."""
    with pytest.raises(TableError):
        Phrasebook.load(table("- id: x\n", "t.en.yaml"), strict=False)


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "1:1: the table is empty; write a row that begins with '- id: …'"),
        ("a: b\n", "1:1: a table is a list of rows; begin each row with '- id: …'"),
        ("just text\n", "1:1: a table is a list of rows; begin each row with '- id: …'"),
        ("- [a]\n", "1:3: a row is made of 'key: value' lines; begin it with '- id: …'"),
    ],
)
def test_wrong_from_the_start(table: Table, text: str, problem: str) -> None:
    """A file that is no list of rows is told as a whole."""
    path = table(text, "t.en.yaml")
    with pytest.raises(TableError) as error:
        Phrasebook.load(path)
    assert str(error.value) == f"{path}:{problem}"


def test_language_of_a_row(table: Table) -> None:
    """The file's name gives the language, a row may say otherwise, and nobody guesses."""
    row = "- {id: a, dont_say: [x y], why: z}\n"
    assert [e.language for e in Phrasebook.load(table(row, "acme-ms.yaml")).entries] == ["ms"]
    assert [e.language for e in Phrasebook.load(table(row.replace("{id", "{language: id, id"), "acme.en.yml")).entries] == ["id"]
    with pytest.raises(TableError, match=r"nobody says which language this row is in; add 'language: en' or name the file 'en.yaml'"):
        Phrasebook.load(table(row, "acme.yaml"))


def test_entry(table: Table) -> None:
    """An entry holds what the row says, and where it stands."""
    path = table()
    (entry,) = Phrasebook.load(path).entries
    assert (entry.id, entry.language, entry.table, entry.severity) == ("no-widgets", "en", "acme", Severity.WARNING)
    assert (entry.dont_say, entry.why, entry.unless, entry.source) == (("we hate widgets",), "Widgets have feelings.", (), "")
    assert [wording.text for wording in entry.say] == ["widgets are welcome here"]
    assert [(e.draft, e.becomes, e.line) for e in entry.examples] == [("We hate widgets.", "Widgets are welcome here.", 9), ("We like widgets.", None, 11)]
    assert (entry.file, entry.line) == (str(path), 1)


def test_one_text_is_a_list_of_one(table: Table) -> None:
    """A list of one may be written as a plain text."""
    (entry,) = Phrasebook.load(table("- {id: a, dont_say: red apples, why: x, say: green apples, unless: <negated>}\n", "en.yaml")).entries
    assert entry.dont_say == ("red apples",)
    assert entry.unless == ("<negated>",)


def test_sources(table: Table, tmp_path: Path) -> None:
    """Bundled tables by name, files and folders by path, together and in order; the same row twice is a mistake."""
    path = table(name="house/acme.yaml")
    assert [e.id for e in Phrasebook.load(str(path.parent)).entries] == ["no-widgets"]
    both = Phrasebook.load("support", path)
    assert both.entries[-1].id == "no-widgets"
    assert len(both.entries) == 25
    copy = shutil.copy(path, tmp_path / "copy.yaml")
    with pytest.raises(TableError, match=r"row 'no-widgets' \(en\) is in .*acme\.yaml:1 already; give it another id"):
        Phrasebook.load(path, copy)


def test_missing_sources(tmp_path: Path) -> None:
    """A name that is nothing and a folder without tables are told; all of them."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(TableError) as error:
        Phrasebook.load("nowhere", tmp_path / "empty", tmp_path / "none.yaml")
    told = sorted(str(problem) for problem in error.value.problems)
    assert told == sorted(
        [
            "nowhere: there is no such table, file or folder; bundled tables are support",
            f"{tmp_path / 'empty'}: this folder holds no .yaml file; give the folder with the tables",
            f"{tmp_path / 'none.yaml'}: there is no such table, file or folder; bundled tables are support",
        ]
    )


@pytest.mark.parametrize("name", ["", ".", "..", "../tables/support", "support/en.yaml", "no-such"])
def test_names_of_bundled_tables_are_names(name: str) -> None:
    """A bundled table is found by its name only, never by a path into the package."""
    assert table_path(name) is None
    assert language_path("../en") is None


def test_errors_are_values() -> None:
    """A TableError is a PhrasebookError and a ValueError, survives pickling, and shows its problems line by line."""
    error = TableError([Problem("a.yaml", 1, 2, "x"), Problem("b.yaml", 0, 0, "y")])
    assert str(error) == "a.yaml:1:2: x\nb.yaml: y"
    assert isinstance(error, PhrasebookError)
    assert isinstance(error, ValueError)
    copied = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert copied.problems == error.problems


def test_a_problem_spoils_its_own_row_only(table: Table) -> None:
    """A doubled key spoils the row that has it, not the next."""
    path = table("- id: a\n  dont_say: [x y]\n  why: z\n  why: z\n- id: b\n  dont_say: [v w]\n  why: z\n", "en.yaml")
    file = read_table(path, "t", "en")
    assert [row.entry.id for row in file.rows] == ["b"]
    assert [(p.line, p.column) for p in file.problems] == [(4, 3)]
