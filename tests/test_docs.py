"""The documents tell the truth: their Python runs, their commands run, and generated pages are up to date."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from phrasebook import Phrasebook
from phrasebook.catalogue import page
from phrasebook.cli.main import parser

ROOT = Path(__file__).parents[1]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
NOT_RUN = "<!-- not run -->"
_BLOCK = re.compile(r"^([ ]*)```(\w+)[^\n]*\n(.*?)^\1```", re.M | re.S)
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s#]+)(#[^)\s]*)?\)")


@dataclass(frozen=True)
class Block:
    """A fenced block of a page."""

    page: Path
    line: int
    kind: str
    text: str

    def __str__(self) -> str:
        return f"{self.page.relative_to(ROOT)}:{self.line}"


def _blocks(path: Path) -> list[Block]:
    text = path.read_text(encoding="utf-8")
    found = []
    for match in _BLOCK.finditer(text):
        if text[: match.start()].rstrip().endswith(NOT_RUN):
            continue
        lines = [line.removeprefix(match.group(1)) for line in match.group(3).splitlines()]
        found.append(Block(path, text.count("\n", 0, match.start()) + 1, match.group(2), "\n".join(lines) + "\n"))
    return found


BLOCKS = [block for path in PAGES for block in _blocks(path)]
PYTHON = [path for path in PAGES if any(block.page == path and block.kind in ("python", "py") for block in BLOCKS)]
COMMANDS = [
    (block, line)
    for block in BLOCKS
    if block.kind in ("sh", "bash", "shell", "console")
    for line in block.text.replace("\\\n", " ").splitlines()
    if line.startswith("phrasebook ")
]


@pytest.fixture
def examples(tmp_path: Path) -> Path:
    """A copy of docs/examples to run in."""
    return Path(shutil.copytree(ROOT / "docs/examples", tmp_path / "examples"))


@pytest.mark.parametrize("path", PYTHON, ids=lambda path: str(path.relative_to(ROOT)))
def test_python_runs(path: Path, examples: Path) -> None:
    """The Python of a page runs from top to bottom, as a reader would run it."""
    program = "".join(block.text for block in BLOCKS if block.page == path and block.kind in ("python", "py"))
    script = examples / "page_of_the_docs.py"
    script.write_text(program, encoding="utf-8")
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-W", "error", script.name], cwd=examples, env=env, capture_output=True, text=True, check=False, timeout=120)
    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("block", "line"), COMMANDS, ids=str)
def test_commands_run(block: Block, line: str, examples: Path) -> None:
    """Each command of a page that begins with `phrasebook ` runs in docs/examples with exit code 0 or 1."""
    words = shlex.split(line, comments=True)
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = " ".join(word if word in ("|", ">", "<", "&&", "||") else shlex.quote(word) if not any(c in word for c in "*?") else word for word in words)
    command = re.sub(r"^phrasebook ", f"{shlex.quote(sys.executable)} -m phrasebook ", command)
    done = subprocess.run(["/bin/sh", "-c", command], cwd=examples, env=env, capture_output=True, text=True, check=False, input="", timeout=120)
    assert done.returncode in (0, 1), f"{block}: {done.stderr}"
    assert "Traceback" not in done.stderr


def test_there_is_something_to_run() -> None:
    """The pages have Python and commands at all."""
    assert len(PYTHON) >= 3
    assert len(COMMANDS) >= 5


def test_catalogue_is_up_to_date(book: Phrasebook) -> None:
    """docs/reference/catalogue.md is what `phrasebook catalogue` writes."""
    assert (ROOT / "docs/reference/catalogue.md").read_text(encoding="utf-8") == page(book.entries), (
        "run: phrasebook catalogue --out docs/reference/catalogue.md"
    )


def _commands() -> dict[str, argparse.ArgumentParser]:
    (action,) = (action for action in parser()._actions if isinstance(action, argparse._SubParsersAction))
    return dict(action.choices)


@pytest.mark.parametrize("command", _commands())
def test_every_option_is_documented(command: str) -> None:
    """Every command and every option stands in the reference of the command line."""
    text = (ROOT / "docs/reference/command-line.md").read_text(encoding="utf-8")
    assert f"phrasebook {command}" in text
    for action in _commands()[command]._actions:
        assert all(option in text for option in action.option_strings if option.startswith("--")), action.option_strings


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_links(path: Path) -> None:
    """Links between the pages lead somewhere."""
    text = path.read_text(encoding="utf-8")
    targets = [match.group(1) for match in _LINK.finditer(text)]
    missing = [target for target in targets if "://" not in target and not target.startswith("mailto:") and not (path.parent / target).exists()]
    assert missing == []
