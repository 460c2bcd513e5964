"""What a process pays before its first finding: time and memory, each in a Python process of its own."""

from __future__ import annotations

import subprocess
import sys

from clock import python_seconds

__all__ = ["print_startup"]

FINDING = "I don't know why the router rental was added, Mr Lim."
"""A draft with a finding: spaCy is needed."""
CLEAN = "Thank you, your refund was approved this morning."

_LOAD = "import warnings; warnings.simplefilter('ignore'); from phrasebook import Phrasebook; book = Phrasebook.load(strict=False)"
_STEPS = {
    "import phrasebook": "import phrasebook",
    "from phrasebook import Phrasebook": "from phrasebook import Phrasebook",
    "… and load": _LOAD,
    "… and check a clean draft": f"{_LOAD}; assert not book.check({CLEAN!r})",
    "… and check a draft with a finding (imports spaCy)": f"{_LOAD}; assert book.check({FINDING!r})",
    "import spacy alone": "import spacy",
}
_MEMORY = """
import re, resource
try:  # on Linux ru_maxrss starts with what the parent process held
    print(re.search(r"VmHWM:\\s*(\\d+)", open("/proc/self/status").read())[1])
except OSError:
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def print_startup(times: int) -> None:
    """Seconds over bare Python, shortest of several, and the most memory held."""
    bare, bare_memory = python_seconds("pass", times), _megabytes("pass")
    print(f"\n## Start of a process: over bare Python ({bare * 1e3:.0f} ms, {bare_memory:.0f} MB), best of {times}")
    print("| up to | s | MB |")
    print("|---|---|---|")
    for title, code in _STEPS.items():
        print(f"| {title} | {python_seconds(code, times) - bare:.3f} | {_megabytes(code) - bare_memory:.0f} |")


def _megabytes(code: str) -> float:
    """The most memory that a process running this code holds, MB (Linux counts in kB)."""
    done = subprocess.run([sys.executable, "-c", code + "\n" + _MEMORY], check=True, capture_output=True, text=True)
    return int(done.stdout) / 1024
