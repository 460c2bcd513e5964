"""From the rows of a library to a detector: phrases resolved, vocabulary gathered, contexts joined."""

from __future__ import annotations

from collections.abc import Iterable, Set
from dataclasses import dataclass

from phrasebook.detect.context import Contexts
from phrasebook.detect.find import Detector, Match
from phrasebook.detect.pattern import Pattern, Resolver, vocabulary
from phrasebook.detect.surroundings import Surroundings
from phrasebook.errors import Problem
from phrasebook.language.knowledge import Language
from phrasebook.language.lexicon import Lexicon
from phrasebook.model import Entry
from phrasebook.table.notation import NotationError
from phrasebook.table.rows import Place, Row

__all__ = ["Engine", "build"]

BUILT_IN_CONTEXTS = {"step": ("<step> ... <this>",)}
"""Contexts that every language has."""


@dataclass(frozen=True, slots=True)
class Engine:
    """What a book finds with."""

    entries: tuple[Entry, ...]
    """The rows in use; the owner of a pattern is an index into them."""
    patterns: tuple[Pattern, ...]
    detector: Detector
    surroundings: Surroundings
    lexicon: Lexicon
    languages: dict[str, Language]
    problems: tuple[Problem, ...]

    def entry(self, match: Match) -> Entry:
        """The row of a match: in the language of its surroundings, if the row is there in that language."""
        own = self.entries[match.pattern.owner]
        home = self.surroundings.home(match)
        if home == own.language:
            return own
        same = (entry for entry in self.entries if (entry.table, entry.id, entry.language) == (own.table, own.id, home))
        return next(same, own)


class _Owners:
    """Which contexts allow the phrases of which row. Contexts have numbers."""

    def __init__(self, entries: tuple[Entry, ...]) -> None:
        self._numbers: dict[tuple[str, str], int] = {}
        self._ids = tuple(entry.id for entry in entries)
        self._of_entry: list[set[int]] = [set() for _ in entries]

    def add(self, entry: int, language: str, name: str) -> tuple[int, bool]:
        """Let a context of a language allow the phrases of an entry; its number, and whether it is new."""
        new = (language, name) not in self._numbers
        number = self._numbers.setdefault((language, name), len(self._numbers))
        self._of_entry[entry].add(number)
        return number, new

    def __call__(self, entry: int) -> Set[int]:
        return self._of_entry[entry]

    def row(self, entry: int) -> str:
        """The id of an entry."""
        return self._ids[entry]


def build(rows: Iterable[Row], languages: Iterable[Language], unsound: Iterable[Row] = ()) -> Engine:
    """The engine of these rows; a row with a phrase that can't be resolved is left out, and its problems are told.

    Rows known to be `unsound` are not used; what else is wrong with them is told as well.
    """
    known = {language.code: language for language in languages}
    plain = Lexicon(tuple(known.values()))
    addressed = frozenset[str]().union(*(_address_words(language) for language in known.values()))
    resolvers = {code: Resolver(language, plain, addressed) for code, language in known.items()}
    problems: list[Problem] = []
    entries: list[Entry] = []
    patterns: list[Pattern] = []
    for row in rows:
        found, wrong = _patterns(row, len(entries), known, resolvers[row.entry.language])
        problems.extend(wrong)
        if not wrong:
            entries.append(row.entry)
            patterns.extend(found)
    for row in unsound:
        problems.extend(_patterns(row, 0, known, resolvers[row.entry.language])[1])
    owners = _Owners(tuple(entries))
    contexts = _contexts(entries, known, resolvers, owners)
    words = {word for pattern in (*patterns, *contexts) for slot in vocabulary(pattern.items) for word in slot}
    lexicon = plain.with_vocabulary(words)
    surroundings = Surroundings(tuple(known.values()), tuple(entry.language for entry in entries))
    detector = Detector(patterns, Contexts(contexts, lexicon), owners, owners.row, surroundings.votes, lexicon)
    return Engine(tuple(entries), tuple(patterns), detector, surroundings, lexicon, known, tuple(problems))


def _address_words(language: Language) -> set[str]:
    """Words for the customer: no gap of any language crosses them ("kami … puan tidak tahu")."""
    honorifics = {honorific.lower() for honorific in language.honorifics}
    return {*honorifics, *language.addresses, *language.you_words}


def _patterns(row: Row, owner: int, languages: dict[str, Language], resolver: Resolver) -> tuple[list[Pattern], list[Problem]]:
    """The patterns of a row's phrases, and what is wrong with its phrases and contexts."""
    patterns: list[Pattern] = []
    problems: list[Problem] = []
    for place in (*row.phrases, *row.contexts):
        if _named_context(place.text, languages) is not None:
            if place in row.contexts:
                continue
        elif place in row.contexts and place.text.startswith("<") and place.text.endswith(">") and " " not in place.text:
            names = ", ".join(f"<{name}>" for name in sorted({n for lang in languages.values() for n in lang.contexts} | BUILT_IN_CONTEXTS.keys()))
            problems.append(_problem(row, place, f"'{place.text}' is no context; known are {names}"))
            continue
        try:
            pattern = resolver.pattern(place.text, owner)
        except NotationError as error:
            problems.append(_problem(row, place, f"in '{place.text}': {error}"))
            continue
        if place not in row.contexts:
            patterns.append(pattern)
    return patterns, problems


def _problem(row: Row, place: Place, message: str) -> Problem:
    return Problem(row.entry.file, place.line, place.column, message)


def _named_context(text: str, languages: dict[str, Language]) -> str | None:
    """The name of the context that `<name>` stands for, if some language has it."""
    name = text[1:-1] if text.startswith("<") and text.endswith(">") else ""
    return name if name in BUILT_IN_CONTEXTS or any(name in language.contexts for language in languages.values()) else None


def _contexts(entries: list[Entry], languages: dict[str, Language], resolvers: dict[str, Resolver], owners: _Owners) -> list[Pattern]:
    """The patterns of all contexts in use: each row's own, and those it names, from its language and those that mix with it."""
    patterns: list[Pattern] = []
    for index, entry in enumerate(entries):
        for text in entry.unless:
            name = _named_context(text, languages)
            if name is None:
                number, _ = owners.add(index, entry.language, f"{entry.id}: {text}")
                patterns.append(resolvers[entry.language].pattern(text, number))
                continue
            for code, language in languages.items():
                if code != entry.language and name not in language.mixes:
                    continue
                number, new = owners.add(index, code, f"<{name}>")
                phrases = BUILT_IN_CONTEXTS.get(name, ()) + language.contexts.get(name, ())
                patterns.extend(resolvers[code].pattern(phrase, number) for phrase in phrases if new)
    return patterns
