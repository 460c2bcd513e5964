"""The code keeps the house rules: typed, clean, in small files with names that say what is in them."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
MODULES = sorted((ROOT / "phrasebook").rglob("*.py"))
LINES = 300
"""Longest file, lines."""


def _run(*command: str) -> None:
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("folder", ["phrasebook", "tests"])
def test_types(folder: str) -> None:
    """Strict mypy has nothing to say."""
    _run("mypy", "--strict", folder)


@pytest.mark.parametrize("folder", ["phrasebook", "tests"])
def test_lint(folder: str) -> None:
    """Ruff has nothing to say."""
    _run("ruff", "check", folder)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_files_are_small_and_named(path: Path) -> None:
    """No file is longer than 300 lines, and none is named utils, helpers or common."""
    assert len(path.read_text(encoding="utf-8").splitlines()) <= LINES
    assert path.stem not in ("utils", "util", "helpers", "helper", "common", "misc")


def test_no_tests_are_skipped() -> None:
    """No test is skipped or expected to fail."""
    marks = ("pytest.mark." + "skip", "pytest.mark." + "xfail", "pytest." + "skip(", "pytest." + "xfail(", "importor" + "skip")
    for path in (ROOT / "tests").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert [mark for mark in marks if mark in text] == [], path.name


def test_the_door_is_the_only_way_in() -> None:
    """What the command line uses of the library is the door, its values and its errors, never the engine."""
    for path in sorted((ROOT / "phrasebook/cli").glob("*.py")):
        text = path.read_text(encoding="utf-8")
        assert not [part for part in ("detect", "rewriting", "draft.", "language") if f"from phrasebook.{part}" in text], path.name
