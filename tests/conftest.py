"""What every test may use: the bundled book, golden files, and a table written for one test."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from phrasebook import Phrasebook

GOLDEN = Path(__file__).parent / "golden"
SOUND_ROW = """\
- id: no-widgets
  language: en
  dont_say:
    - we hate widgets
  why: Widgets have feelings.
  say:
    - widgets are welcome here
  examples:
    - draft: We hate widgets.
      becomes: Widgets are welcome here.
    - draft: We like widgets.
"""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing with them")


@pytest.fixture(scope="session")
def book() -> Phrasebook:
    """The bundled table in all three languages."""
    return Phrasebook.load()


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compares a text with tests/golden/NAME, or writes it with --update-golden."""
    update = request.config.getoption("--update-golden")

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if update:
            path.write_text(text, encoding="utf-8", newline="")
        assert path.is_file(), f"{name} is missing; run pytest --update-golden and read what it wrote"
        assert text == path.read_bytes().decode("utf-8"), f"{name} differs; if that is right, run pytest --update-golden"

    return compare


@pytest.fixture
def table(tmp_path: Path) -> Callable[..., Path]:
    """Writes a table file for one test; without text, one sound row."""

    def write(text: str = SOUND_ROW, name: str = "acme.yaml") -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
        return path

    return write
