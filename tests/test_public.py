"""What is public: exactly the names of `__all__`, each with a docstring and in the reference; and importing it is light."""

from __future__ import annotations

import dataclasses
import inspect
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

import phrasebook
from phrasebook import Phrasebook

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs/reference/python.md"


def _run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.strip()


def test_all_is_what_there_is() -> None:
    """`__all__` is sorted and names every public thing of the package, and nothing else."""
    public = sorted(name for name, value in vars(phrasebook).items() if not name.startswith("_") and not isinstance(value, ModuleType))
    assert list(phrasebook.__all__) == public
    assert all(hasattr(phrasebook, name) for name in phrasebook.__all__)


@pytest.mark.parametrize("name", phrasebook.__all__)
def test_documented(name: str) -> None:
    """Every public name has a docstring of its own and stands in the reference."""
    value = getattr(phrasebook, name)
    doc = inspect.getdoc(value)
    assert doc
    assert not doc.startswith(f"{name}("), "a dataclass's or named tuple's own docstring says nothing"
    assert f"`{name}" in REFERENCE.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", [name for name, value in vars(Phrasebook).items() if not name.startswith("_")])
def test_methods_are_documented(name: str) -> None:
    """So has every method of the book."""
    assert inspect.getdoc(getattr(Phrasebook, name))
    assert name in REFERENCE.read_text(encoding="utf-8")


def test_values_are_frozen() -> None:
    """What the book hands out can't be changed."""
    for name in ("Entry", "Example", "Finding", "Problem", "Rewrite", "Suggestion", "Wording"):
        value = getattr(phrasebook, name)
        assert dataclasses.is_dataclass(value)
        assert vars(value)["__dataclass_params__"].frozen


def test_findings_can_be_keys(book: Phrasebook) -> None:
    """Findings, entries and suggestions can be compared and used in sets."""
    findings = book.check("I don't know. So what?")
    assert len({*findings, *book.check("I don't know. So what?")}) == 2
    with pytest.raises(dataclasses.FrozenInstanceError):
        findings[0].start = 3  # type: ignore[misc]


def test_repr_does_not_flood(book: Phrasebook) -> None:
    """A finding is shown without the hundreds of phrases of its row."""
    (finding,) = book.check("I don't know why.")
    assert len(repr(finding)) < 2_000
    assert "dont-know" in repr(finding)


def test_submodules_say_what_they_offer() -> None:
    """Every `__all__` in the package names things that are there."""
    for path in sorted((ROOT / "phrasebook").rglob("*.py")):
        if path.name.startswith("__"):
            continue
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts)
        module = __import__(name, fromlist=["*"])
        assert inspect.getdoc(module), name
        assert [item for item in getattr(module, "__all__", []) if not hasattr(module, item)] == [], name


HEAVY = ("spacy", "rapidfuzz", "numpy", "yaml", "asyncio", "urllib.request")


def test_importing_is_light() -> None:
    """Importing phrasebook loads neither spaCy nor anything else that is large, and warns of nothing."""
    assert _run(f"import sys, phrasebook; print([name for name in {HEAVY!r} if name in sys.modules])") == "[]"


def test_a_clean_draft_loads_no_spacy() -> None:
    """Loading the book and checking a clean draft does without spaCy; the first finding brings it in."""
    program = (
        "import sys\nfrom phrasebook import Phrasebook\nbook = Phrasebook.load()\nassert not book.check('Thank you, the parcel left on Monday.')\n"
        "first = 'spacy' in sys.modules\nassert book.check('I do not know why.')\nprint(first, 'spacy' in sys.modules)"
    )
    assert _run(program) == "False True"


def test_no_network() -> None:
    """With every use of a socket refused, loading, checking and rewriting work."""
    program = (
        "import sys\n\ndef refuse(event, _):\n    if event.startswith('socket.'):\n        raise AssertionError('network')\n\nsys.addaudithook(refuse)\n"
        "from phrasebook import Phrasebook\nprint(bool(Phrasebook.load().rewrite('I do not know why.').applied))"
    )
    assert _run(program) == "True"


def test_nothing_is_logged_or_printed() -> None:
    """The library writes nothing to standard output or error and logs no draft."""
    program = (
        "import logging, sys\nlogging.basicConfig(level=0, stream=sys.stdout)\nfrom phrasebook import Phrasebook\n"
        "Phrasebook.load().rewrite('I do not know why SECRET.')"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    assert "SECRET" not in done.stdout + done.stderr
    assert done.stderr == ""


def test_a_book_is_not_told_from_another() -> None:
    """`Phrasebook.load()` is `Phrasebook.load("support")`."""
    assert Phrasebook.load().entries == Phrasebook.load("support").entries
