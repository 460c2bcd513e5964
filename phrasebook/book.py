"""The one door: a loaded phrasebook that checks and rewrites drafts."""

from __future__ import annotations

import os
import warnings
from typing import TYPE_CHECKING

from phrasebook.errors import TableError, TableWarning
from phrasebook.model import Entry, Finding, Rewrite

if TYPE_CHECKING:
    from phrasebook.detect.build import Engine

__all__ = ["Phrasebook"]


class Phrasebook:
    """A loaded table: immutable, safe to share between threads, cheap to pickle."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @classmethod
    def load(cls, *sources: str | os.PathLike[str], strict: bool = True) -> Phrasebook:
        """A book of bundled tables (by name) and your own files and folders (by path); with no argument, the table `support`.

        With `strict=False` a row that is wrong is left out with a `TableWarning`, and the rest is used.

        Raises:
            TableError: a source does not exist or, if `strict`, anything in a table is wrong. All problems are in `.problems`.
        """
        from phrasebook.detect.build import build
        from phrasebook.table.library import read_library

        library = read_library(sources or ("support",))
        engine = build(library.rows, library.languages, library.unsound)
        problems = sorted([*library.problems, *engine.problems])
        if problems and (strict or not engine.entries):
            raise TableError(problems)
        for problem in problems:
            warnings.warn(f"left out: {problem}", TableWarning, stacklevel=2)
        return cls(engine)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows of the book, in the order they were loaded."""
        return self._engine.entries

    def check(self, draft: str, *, markup: str = "text") -> tuple[Finding, ...]:
        """What must not be said in `draft`, in order of start, no two overlapping; offsets are code points of `draft`.

        Raises:
            MarkupError: `markup` is neither "text" nor "html".
            TypeError: `draft` is not a str.
        """
        if not isinstance(draft, str):
            msg = f"a draft is a str, not {type(draft).__name__}; decode it first"
            raise TypeError(msg)
        from phrasebook.draft.markup import visible_text
        from phrasebook.draft.own_words import own_words

        own = own_words(visible_text(draft, markup))
        matches = self._engine.detector.matches(own)
        if not matches:
            return ()
        from phrasebook.rewriting.address import Speaker
        from phrasebook.rewriting.suggest import suggestions

        speaker = Speaker(own)
        findings = []
        limits = [match.start for match in matches[1:]] + [len(draft)]
        for match, limit in zip(matches, limits, strict=True):
            entry = self._engine.entry(match)
            language = self._engine.languages[entry.language]
            offered = suggestions(match, entry, draft, own, limit, speaker, language, self._engine.lexicon, markup=markup)
            text = draft[match.start : match.end]
            findings.append(Finding(match.start, match.end, text, entry, match.score, match.how, offered))
        return tuple(findings)

    def rewrite(self, draft: str, *, markup: str = "text") -> Rewrite:
        """`draft` with every safe suggestion applied; what needs a person is in `.left`.

        Raises:
            MarkupError: `markup` is neither "text" nor "html".
        """
        from phrasebook.rewriting.apply import rewritten

        return rewritten(draft, lambda text: self.check(text, markup=markup))
