"""The command line: what it prints, in which shape, and with which exit code."""

from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phrasebook import Phrasebook, __version__
from phrasebook.cli.main import main

ROOT = Path(__file__).parents[1]
CLEAN, FINDINGS, WRONG = 0, 1, 2
DRAFT = "Hi Mr Lim, I don't know why order #48813 is late.\nThank you for waiting.\n"
BAD_TABLE = "- id: Bad Id\n  language: en\n  dont_say: [hello there]\n  why: x\n"

Golden = Callable[[str, str], None]
Table = Callable[..., Path]


@pytest.fixture(autouse=True)
def _in_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, book: Phrasebook) -> None:
    """A folder of its own; the bundled book is loaded once for all tests."""
    load = Phrasebook.load
    monkeypatch.setattr(Phrasebook, "load", lambda *sources, **options: load(*sources, **options) if sources else book)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("COLUMNS", "100")


def _file(name: str, content: str | bytes = DRAFT) -> str:
    Path(name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def _stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))


def _process(*arguments: str, stdin: bytes = b"", **environment: str) -> subprocess.CompletedProcess[bytes]:
    env = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run([sys.executable, "-m", "phrasebook", *arguments], input=stdin, capture_output=True, check=False, env=env)


# ---------------------------------------------------------------------------------------------------------------- check


def test_check_shows_findings(capsys: pytest.CaptureFixture[str], golden: Golden, table: Table) -> None:
    """Each finding with its place, the words underlined, why, and what to say; a summary; exit code 1."""
    table()
    _file(
        "a.txt",
        "Dear Ann,\nthank you for your long letter of last Monday about the lamp, the chair, the table. We hate widgets, and so on.\n\nWE  HATE\twidgets!\n",
    )
    assert main(["check", "a.txt", "--table", "acme.yaml"]) == FINDINGS
    captured = capsys.readouterr()
    golden("check.txt", captured.out)
    assert captured.err == ""


def test_check_clean(capsys: pytest.CaptureFixture[str]) -> None:
    """A clean draft: one line, exit code 0."""
    assert main(["check", _file("a.txt", "Thank you.\n")]) == CLEAN
    assert capsys.readouterr().out == "No findings in 1 draft.\n"


def test_check_empty(capsys: pytest.CaptureFixture[str]) -> None:
    """An empty draft is a clean draft."""
    assert main(["check", _file("a.txt", "")]) == CLEAN
    assert capsys.readouterr().out == "No findings in 1 draft.\n"


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_check_stdin(arguments: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """Without files, and for "-", the draft is standard input, named "-"."""
    _stdin(monkeypatch, DRAFT.encode())
    assert main(["check", *arguments]) == FINDINGS
    assert capsys.readouterr().out.startswith("-:1:12: warning dont-know (en)\n")


def test_check_several(capsys: pytest.CaptureFixture[str]) -> None:
    """Several files are told one after the other and summed up once."""
    assert main(["check", _file("a.txt"), _file("b.txt", "Thank you."), _file("c.txt", "Ok.\nSo what?")]) == FINDINGS
    out = capsys.readouterr().out
    assert "a.txt:1:12: warning dont-know (en)\n" in out
    assert "c.txt:2:1: error dont-care (en)\n" in out
    assert out.endswith("2 findings in 3 drafts: 1 error, 1 warning.\n")


def test_check_json_shape(book: Phrasebook, capsys: pytest.CaptureFixture[str]) -> None:
    """JSON: one object a draft, in one line each, with exactly these keys, equal to what the library says."""
    _file("a.txt")
    _file("b.txt", "Thank you.")
    assert main(["check", "a.txt", "b.txt", "--format", "json"]) == FINDINGS
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 2
    first, second = (json.loads(line) for line in lines)
    assert second == {"draft": "b.txt", "findings": []}
    assert first.keys() == {"draft", "findings"}
    (told,) = first["findings"]
    assert list(told) == ["start", "end", "text", "entry", "language", "severity", "why", "how", "score", "suggestions"]
    (finding,) = book.check(DRAFT)
    assert told == {
        "start": finding.start,
        "end": finding.end,
        "text": finding.text,
        "entry": finding.entry.id,
        "language": finding.entry.language,
        "severity": finding.severity.value,
        "why": finding.entry.why,
        "how": finding.how,
        "score": finding.score,
        "suggestions": [{"text": s.text, "edit": list(s.edit) if s.edit else None} for s in finding.suggestions],
    }
    assert any(suggestion["edit"] is None for suggestion in told["suggestions"])
    assert any(suggestion["edit"] for suggestion in told["suggestions"])


def test_check_json_is_ascii(capsys: pytest.CaptureFixture[str]) -> None:
    """JSON survives any terminal: only ASCII, whatever the draft."""
    main(["check", _file("a.txt", "🙄 I don’t know\u2028why."), "--format", "json"])
    out = capsys.readouterr().out
    assert out.isascii()
    assert json.loads(out)["findings"][0]["text"] == "I don’t know"


def test_check_markup(capsys: pytest.CaptureFixture[str]) -> None:
    """--markup html reads tags and entities."""
    _file("a.html", "<p>I <b>don&#39;t</b> know.</p>")
    assert main(["check", "a.html", "--markup", "html"]) == FINDINGS
    assert main(["check", "a.html"]) == CLEAN


# ------------------------------------------------------------------------------------------------------ unreadable files


@pytest.mark.parametrize("command", ["check", "rewrite"])
def test_missing_file(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is not there is told on standard error; the others are read; exit code 2."""
    assert main([command, "no.txt", _file("a.txt")]) == WRONG
    captured = capsys.readouterr()
    assert "no.txt: can't be read (No such file or directory); check the name and its permissions\n" in captured.err
    assert captured.out


def test_folder(capsys: pytest.CaptureFixture[str]) -> None:
    """A folder is told as what it is."""
    Path("drafts").mkdir()
    assert main(["check", "drafts"]) == WRONG
    assert capsys.readouterr().err == "drafts: is a folder; give the drafts in it, such as FOLDER/*.txt\n"


def test_nul_name(capsys: pytest.CaptureFixture[str]) -> None:
    """Even a name that no file can have is only a message."""
    assert main(["check", "a\0b"]) == WRONG
    assert "can't be read" in capsys.readouterr().err


def test_binary(capsys: pytest.CaptureFixture[str]) -> None:
    """A file with NUL bytes is no draft."""
    assert main(["check", _file("a.bin", b"I don't\0know")]) == WRONG
    assert capsys.readouterr().err == "a.bin: is not a text (it holds NUL bytes); give the draft as plain text or HTML\n"


def test_bad_utf8(capsys: pytest.CaptureFixture[str]) -> None:
    """A byte that is not UTF-8 is told with its place; nothing is guessed."""
    assert main(["check", _file("a.txt", b"one\ntwo \xe9 three")]) == WRONG
    captured = capsys.readouterr()
    assert captured.err == "a.txt:2:5: byte 0xe9 is not UTF-8; save the draft as UTF-8 text\n"
    assert captured.out == ""


def test_bad_utf8_on_stdin(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The same for standard input."""
    _stdin(monkeypatch, b"\xff")
    assert main(["check"]) == WRONG
    assert capsys.readouterr().err == "-:1:1: byte 0xff is not UTF-8; save the draft as UTF-8 text\n"


def test_bom(capsys: pytest.CaptureFixture[str]) -> None:
    """A byte order mark is no part of the draft: columns and offsets count without it."""
    assert main(["check", _file("a.txt", b"\xef\xbb\xbfI don't know."), "--format", "json"]) == FINDINGS
    assert json.loads(capsys.readouterr().out)["findings"][0]["start"] == 0


# -------------------------------------------------------------------------------------------------------------- terminal


def _obeyed(shown: str) -> set[str]:
    """The characters of a text that a terminal would obey."""
    return {c for c in shown if (ord(c) < 32 and c != "\n") or 127 <= ord(c) < 160}


def test_terminal_escapes_of_a_draft_are_not_passed_through(capsys: pytest.CaptureFixture[str]) -> None:
    """Whatever a draft holds, no control character of it reaches the terminal."""
    draft = "\x1b]0;title\x07 \x1b[2J \x9b5m I don't \x1b[31mknow, I don't know \x08\x08.\r\nI  \x85 don't\rknow why"
    assert main(["check", _file("a.txt", draft)]) == FINDINGS
    shown = capsys.readouterr().out
    assert "don't" in shown
    assert not _obeyed(shown)


def test_terminal_escapes_of_a_name_are_not_passed_through(capsys: pytest.CaptureFixture[str]) -> None:
    """The same for the names of files, those that are there and those that are not."""
    main(["check", _file("a\x1b[31m.txt"), "b\x1b[31m.txt"])
    captured = capsys.readouterr()
    assert not _obeyed(captured.out + captured.err)


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("environment", "coloured"),
    [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True), ({"TERM": "dumb"}, False)],
    ids=["plain", "NO_COLOR", "empty NO_COLOR", "dumb"],
)
def test_colour(environment: dict[str, str], coloured: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """Colour in a terminal, unless NO_COLOR (not empty) or a dumb terminal says no."""
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("TERM", "xterm")
    for key, value in environment.items():
        monkeypatch.setenv(key, value)
    main(["check", _file("a.txt")])
    assert ("\x1b[" in terminal.getvalue()) is coloured


def test_no_colour_in_a_pipe(capsys: pytest.CaptureFixture[str]) -> None:
    """No colour where no terminal is."""
    main(["check", _file("a.txt")])
    assert "\x1b" not in capsys.readouterr().out


def test_marks_stand_below_the_words(capsys: pytest.CaptureFixture[str]) -> None:
    """The marks stand below the found words also behind wide and combining characters."""
    main(["check", _file("a.txt", "世界 e\u0301 I don't know.")])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1] == "    世界 e\u0301 I don't know."
    assert lines[2] == "    " + " " * 7 + "^" * 12


def test_broken_pipe() -> None:
    """A reader that goes away (`| head`) is no error: nothing on standard error, no traceback."""
    drafts = [_file(f"{number}.txt", DRAFT * 200) for number in range(3)]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen([sys.executable, "-m", "phrasebook", "check", *drafts], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env) as process:
        assert process.stdout
        assert process.stderr
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() in (FINDINGS, 141)


def test_a_terminal_that_is_not_utf8() -> None:
    """Characters that the terminal can't show are escaped, not an error."""
    done = _process("check", "-", stdin="🙄 I don't know.".encode(), PYTHONIOENCODING="ascii")
    assert done.returncode == FINDINGS
    assert b"I don't know" in done.stdout
    assert done.stderr == b""


# --------------------------------------------------------------------------------------------------------------- rewrite


def test_rewrite(book: Phrasebook, capsys: pytest.CaptureFixture[str]) -> None:
    """The draft with the approved wording, byte for byte as the library makes it; exit code 0 when nothing is left."""
    assert main(["rewrite", _file("a.txt")]) == CLEAN
    captured = capsys.readouterr()
    assert captured.out == book.rewrite(DRAFT).text
    assert captured.err == ""


def test_rewrite_tells_what_is_left(book: Phrasebook, capsys: pytest.CaptureFixture[str]) -> None:
    """What needs a person is told on standard error; exit code 1; standard output holds only the draft."""
    draft = "Hi Ann, the answer I gave to Bob is I don't know 5521."
    assert book.rewrite(draft).left
    assert main(["rewrite", _file("a.txt", draft)]) == FINDINGS
    captured = capsys.readouterr()
    assert captured.out == book.rewrite(draft).text
    assert captured.err.startswith("\nneeds a person:\na.txt:1:")


def test_rewrite_several(capsys: pytest.CaptureFixture[str]) -> None:
    """Several drafts are told apart by a line with the name."""
    assert main(["rewrite", _file("a.txt", "Thank you."), _file("b.txt", "Noted.\n")]) == CLEAN
    assert capsys.readouterr().out == "==> a.txt <==\nThank you.\n==> b.txt <==\nNoted.\n"


def test_rewrite_keeps_line_ends() -> None:
    """Line ends stay as they are, also on a pipe."""
    done = _process("rewrite", "-", stdin=b"Thank you.\r\nI don't know why.\r\n")
    assert done.returncode == CLEAN
    assert done.stdout.startswith(b"Thank you.\r\n")
    assert done.stdout.endswith(b"why.\r\n")
    assert done.stdout.count(b"\n") == 2


def test_rewrite_diff(capsys: pytest.CaptureFixture[str], golden: Golden, table: Table) -> None:
    """--diff prints a unified diff with both names."""
    table()
    main(["rewrite", _file("a.txt", "Dear Ann,\nWe hate widgets.\u2028Yes.\nNo line end"), "--diff", "--table", "acme.yaml"])
    golden("rewrite-diff.txt", capsys.readouterr().out)


def test_rewrite_diff_of_a_clean_draft(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing changes, nothing is printed."""
    assert main(["rewrite", _file("a.txt", "Thank you."), "--diff"]) == CLEAN
    assert capsys.readouterr().out == ""


# -------------------------------------------------------------------------------------------------------------- lint etc.


def test_lint_sound(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    """A sound table: one line, exit code 0."""
    table()
    assert main(["lint", "acme.yaml"]) == CLEAN
    assert capsys.readouterr().out == "acme.yaml: no problems.\n"


def test_lint_bad(table: Table, capsys: pytest.CaptureFixture[str], golden: Golden) -> None:
    """Each problem in a line of its own on standard output, the count on standard error; exit code 2."""
    table(BAD_TABLE)
    assert main(["lint", "acme.yaml"]) == WRONG
    captured = capsys.readouterr()
    golden("lint.txt", captured.out)
    lines = len(captured.out.splitlines())
    assert captured.err == f"{lines} problem{'' if lines == 1 else 's'} in acme.yaml.\n"


def test_own_table(table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    """--table uses this table instead of the bundled one, and several together."""
    table()
    _file("a.txt", "We hate widgets. I don't know.")
    assert main(["check", "a.txt", "--table", "acme.yaml"]) == FINDINGS
    assert "no-widgets" in (first := capsys.readouterr().out)
    assert "dont-know" not in first
    assert main(["check", "a.txt", "--table", "acme.yaml", "support"]) == FINDINGS
    assert "2 findings" in capsys.readouterr().out


@pytest.mark.parametrize("command", [["check"], ["rewrite"], ["catalogue"]])
def test_bad_table(command: list[str], table: Table, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """A bad table is told with its places, nothing else happens, exit code 2."""
    table(BAD_TABLE)
    _stdin(monkeypatch, b"I don't know.")
    assert main([*command, "--table", "acme.yaml"]) == WRONG
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err == "acme.yaml:1:7: 'Bad Id' is no id; use small letters, digits and single hyphens, such as 'dont-know'\n"


def test_unknown_table(capsys: pytest.CaptureFixture[str]) -> None:
    """A table that is nowhere is told with what there is."""
    assert main(["check", _file("a.txt"), "--table", "nowhere"]) == WRONG
    assert capsys.readouterr().err == "nowhere: there is no such table, file or folder; bundled tables are support\n"


def test_catalogue(capsys: pytest.CaptureFixture[str], table: Table, golden: Golden) -> None:
    """The page of a table, on standard output or in a file; --check tells whether the file is up to date."""
    table()
    assert main(["catalogue", "--table", "acme.yaml"]) == CLEAN
    page = capsys.readouterr().out
    golden("catalogue.md", page)
    assert main(["catalogue", "--table", "acme.yaml", "--out", "page.md"]) == CLEAN
    assert Path("page.md").read_text(encoding="utf-8") == page
    assert main(["catalogue", "--table", "acme.yaml", "--out", "page.md", "--check"]) == CLEAN
    Path("page.md").write_text(page + "more", encoding="utf-8")
    capsys.readouterr()
    assert main(["catalogue", "--table", "acme.yaml", "--out", "page.md", "--check"]) == FINDINGS
    assert capsys.readouterr().err == "page.md is stale; write it anew with 'phrasebook catalogue --out page.md'\n"
    assert Path("page.md").read_text(encoding="utf-8") == page + "more"


@pytest.mark.parametrize("arguments", [["--check"], ["--check", "--out", "no.md"], ["--out", "no/such/folder.md"]])
def test_catalogue_wrong_use(arguments: list[str], table: Table, capsys: pytest.CaptureFixture[str]) -> None:
    """--check without a page, a missing page and a missing folder are wrong use."""
    table()
    assert main(["catalogue", *arguments, "--table", "acme.yaml"]) == WRONG
    assert capsys.readouterr().err


@pytest.mark.parametrize("arguments", [[], ["chek"], ["check", "--format", "xml"], ["check", "--nonsense"], ["lint", "--table", "x"]])
def test_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Unknown commands and options: the usage on standard error, exit code 2."""
    with pytest.raises(SystemExit) as exit_:
        main(arguments)
    assert exit_.value.code == WRONG
    assert capsys.readouterr().err.startswith("usage: phrasebook")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    """--version names the version of the package."""
    with pytest.raises(SystemExit) as exit_:
        main(["--version"])
    assert exit_.value.code == CLEAN
    assert capsys.readouterr().out == f"phrasebook {__version__}\n"


def test_as_a_process() -> None:
    """`python -m phrasebook` hands the exit code on."""
    assert _process("check", "-", stdin=b"I don't know.").returncode == FINDINGS
    assert _process("check", "-", stdin=b"Thank you.").returncode == CLEAN
    assert _process("nothing").returncode == WRONG


def test_interrupt(monkeypatch: pytest.MonkeyPatch) -> None:
    """Ctrl-C ends with 130, as shells expect, and without a traceback."""

    def interrupted(*_: Any, **__: Any) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Phrasebook, "load", interrupted)
    assert main(["check", _file("a.txt")]) == 130
