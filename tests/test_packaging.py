"""The wheel and the sdist: built without network from a copy of the tree, they hold what is needed and nothing else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import dataclass
from pathlib import Path

import pytest

from phrasebook import __version__

ROOT = Path(__file__).parents[1]
PARTS = ("phrasebook", "data", "docs", "tests", "bench", "README.md", "LICENSE", "pyproject.toml", ".gitignore")
BUILD = """
import os, socket, sys

def refuse(*_, **__):
    raise AssertionError("the build wants the network")

socket.socket = socket.create_connection = socket.getaddrinfo = refuse
import hatchling.build
print(hatchling.build.build_wheel(sys.argv[1]))
print(hatchling.build.build_sdist(sys.argv[1]))
"""


@dataclass(frozen=True)
class Built:
    """What was built."""

    wheel: Path
    sdist: Path

    @property
    def wheel_names(self) -> list[str]:
        """The files of the wheel."""
        with zipfile.ZipFile(self.wheel) as archive:
            return archive.namelist()

    @property
    def sdist_names(self) -> list[str]:
        """The files of the sdist, without its own folder."""
        with tarfile.open(self.sdist) as archive:
            return [name.partition("/")[2] for name in archive.getnames()]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Both, built by hatchling from a copy of the tree."""
    tree, out = tmp_path_factory.mktemp("tree"), tmp_path_factory.mktemp("dist")
    for part in PARTS:
        source = ROOT / part
        if source.is_dir():
            shutil.copytree(source, tree / part, ignore=shutil.ignore_patterns("__pycache__", ".*_cache"))
        elif source.is_file():
            shutil.copy(source, tree / part)
    done = subprocess.run([sys.executable, "-c", BUILD, str(out)], cwd=tree, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    wheel, sdist = done.stdout.split()[-2:]
    return Built(out / wheel, out / sdist)


def _files(folder: str, suffix: str) -> set[str]:
    return {str(path.relative_to(ROOT)) for path in (ROOT / folder).rglob(f"*{suffix}") if "__pycache__" not in path.parts}


def test_names(built: Built) -> None:
    """The distribution is phrasebook-replies, in the version of the package, pure Python."""
    assert built.wheel.name == f"phrasebook_replies-{__version__}-py3-none-any.whl"
    assert built.sdist.name == f"phrasebook_replies-{__version__}.tar.gz"


def test_wheel_holds_the_package(built: Built) -> None:
    """Every module, table and language, and py.typed, are in the wheel."""
    names = set(built.wheel_names)
    assert names >= _files("phrasebook", ".py")
    assert names >= {f"phrasebook/tables/support/{code}.yaml" for code in ("en", "ms", "id")}
    assert names >= {f"phrasebook/languages/{code}.yaml" for code in ("en", "ms", "id")}
    assert "phrasebook/py.typed" in names


def test_wheel_holds_nothing_else(built: Built) -> None:
    """Nothing but phrasebook/ and its dist-info, and no leftovers."""
    tops = {name.partition("/")[0] for name in built.wheel_names}
    assert tops == {"phrasebook", f"phrasebook_replies-{__version__}.dist-info"}
    assert [name for name in built.wheel_names if "__pycache__" in name or name.endswith((".pyc", ".orig", "~"))] == []


def test_wheel_metadata(built: Built) -> None:
    """The wheel names its command, its licence, and its few dependencies."""
    info = f"phrasebook_replies-{__version__}.dist-info"
    with zipfile.ZipFile(built.wheel) as archive:
        metadata = archive.read(f"{info}/METADATA").decode("utf-8")
        entry_points = archive.read(f"{info}/entry_points.txt").decode("utf-8")
        assert any(name.startswith(f"{info}/licenses/") for name in archive.namelist())
    assert "phrasebook = phrasebook.cli.main:main" in entry_points
    needed = [line for line in metadata.splitlines() if line.startswith("Requires-Dist:") and "extra ==" not in line]
    assert {"spacy", "rapidfuzz", "pyyaml"} <= {line.split()[1].split("<")[0].split(">")[0] for line in needed}
    assert len(needed) <= 6
    assert "Requires-Python: >=3.11" in metadata


def test_sdist(built: Built) -> None:
    """The sdist holds the data, the tests, the documents, and all that is needed to build and test again."""
    names = set(built.sdist_names)
    for folder, suffix in (("phrasebook", ".py"), ("data", ".yaml"), ("tests", ".py"), ("tests", ".yaml"), ("docs", ".md")):
        assert names >= _files(folder, suffix)
    assert names >= {"README.md", "LICENSE", "pyproject.toml", "data/table.schema.json"}
    assert [name for name in names if name.startswith((".git/", ".venv", "dist/"))] == []


def test_the_wheel_works(built: Built, tmp_path: Path) -> None:
    """Unpacked anywhere, the wheel finds its tables, in Python and on the command line."""
    with zipfile.ZipFile(built.wheel) as archive:
        archive.extractall(tmp_path)  # noqa: S202
    env = {**os.environ, "PYTHONPATH": str(tmp_path)}
    program = (
        "import phrasebook; book = phrasebook.Phrasebook.load(); print(phrasebook.__file__, len(book.entries), book.check('I do not know why.')[0].entry.file)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, env=env, cwd=tmp_path)
    file, entries, table = done.stdout.split()
    assert Path(file).is_relative_to(tmp_path)
    assert entries == "24"
    assert Path(table).is_relative_to(tmp_path)
    run = subprocess.run([sys.executable, "-m", "phrasebook", "check", "-"], input=b"Thank you.", capture_output=True, check=False, env=env, cwd=tmp_path)
    assert (run.returncode, run.stdout) == (0, b"No findings in 1 draft.\n")
