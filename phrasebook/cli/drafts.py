"""Drafts from files and standard input."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from phrasebook.cli.terminal import safe

__all__ = ["Draft", "Drafts"]

Draft = tuple[str, str]
"""Name of the draft ("-" for standard input) and its text."""


class Drafts:
    """The drafts that can be read, one by one; what can't be read is told on standard error and remembered."""

    def __init__(self, files: Sequence[str]) -> None:
        self._files = files or ["-"]
        self.unreadable = 0

    def __iter__(self) -> Iterator[Draft]:
        for name in self._files:
            text = self._read(name)
            if text is not None:
                yield name, text

    def _read(self, name: str) -> str | None:
        if not name:
            return self._problem("''", "is no file name; give a file, or - for standard input")
        try:
            raw = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except IsADirectoryError:
            return self._problem(name, "is a folder; give the drafts in it, such as FOLDER/*.txt")
        except (OSError, ValueError) as error:
            reason = getattr(error, "strerror", None) or error
            return self._problem(name, f"can't be read ({reason}); check the name and its permissions")
        try:
            text = raw.decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = raw.count(b"\n", 0, error.start) + 1
            column = error.start - raw.rfind(b"\n", 0, error.start)
            return self._problem(f"{name}:{line}:{column}", f"byte 0x{raw[error.start]:02x} is not UTF-8; save the draft as UTF-8 text")
        if "\0" in text:
            return self._problem(name, "is not a text (it holds NUL bytes); give the draft as plain text or HTML")
        return text

    def _problem(self, place: str, message: str) -> str | None:
        self.unreadable += 1
        print(safe(f"{place}: {message}"), file=sys.stderr)
        return None
