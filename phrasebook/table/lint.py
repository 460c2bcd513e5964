"""Whether tables keep their promises: what can be seen only when all rows stand side by side, and what must be run to be seen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

from phrasebook.errors import Problem
from phrasebook.language.knowledge import Language
from phrasebook.model import Finding, Rewrite
from phrasebook.table.rows import Row

__all__ = ["Checks", "lint_rows"]


class Checks:
    """The doors of the book that holds the rows."""

    def __init__(self, check: Callable[[str], Sequence[Finding]], rewrite: Callable[[str], Rewrite], shown: Callable[[str, Language], str]) -> None:
        self.check = check
        self.rewrite = rewrite
        self.shown = shown


def lint_rows(rows: Sequence[Row], languages: dict[str, Language], doors: Checks) -> list[Problem]:
    """Every broken promise of the rows: doubled phrases, missing translations, forbidden wordings, examples that fail."""
    problems = [*_doubled_phrases(rows), *_missing_translations(rows)]
    for row in rows:
        problems.extend(_examples(row, doors))
        problems.extend(_wordings(row, languages[row.entry.language], doors))
    return sorted(problems)


def _doubled_phrases(rows: Iterable[Row]) -> list[Problem]:
    seen: dict[tuple[str, str], Row] = {}
    problems: list[Problem] = []
    for row in rows:
        for place in row.phrases:
            key = (row.entry.language, " ".join(place.text.lower().split()))
            first = seen.setdefault(key, row)
            if first is not row:
                where = f"{first.entry.file}:{first.entry.line}"
                problems.append(Problem(row.entry.file, place.line, place.column, f"'{place.text}' is in row '{first.entry.id}' too ({where}); keep it in one"))
    return problems


def _missing_translations(rows: Iterable[Row]) -> list[Problem]:
    by_table: dict[str, dict[str, dict[str, Row]]] = defaultdict(lambda: defaultdict(dict))
    for row in rows:
        by_table[row.entry.table][row.entry.id][row.entry.language] = row
    problems: list[Problem] = []
    for ids in by_table.values():
        codes = {code for by_language in ids.values() for code in by_language}
        for row_id, by_language in ids.items():
            missing = sorted(codes - by_language.keys())
            if missing:
                row = next(iter(by_language.values()))
                what = ", ".join(missing)
                problems.append(
                    Problem(row.entry.file, row.entry.line, row.column, f"row '{row_id}' is missing in {what}; translate it or take it out of the others")
                )
    return problems


def _examples(row: Row, doors: Checks) -> list[Problem]:
    entry = row.entry
    problems: list[Problem] = []

    def tell(line: int, message: str) -> None:
        problems.append(Problem(entry.file, line or entry.line, row.column, message))

    if not any(example.becomes is not None for example in entry.examples):
        tell(entry.line, f"row '{entry.id}' has no example that changes; add a 'draft' with what it 'becomes'")
    if not any(example.becomes is None for example in entry.examples):
        tell(entry.line, f"row '{entry.id}' has no example that stays; add a 'draft' that looks alike and is harmless")
    for example in entry.examples:
        if example.becomes is None:
            for finding in doors.check(example.draft):
                tell(example.line, f"this example must stay untouched, but '{finding.text}' is found by row '{finding.entry.id}'; see 'unless'")
            continue
        if not any(finding.entry.id == entry.id for finding in doors.check(example.draft)):
            tell(example.line, f"row '{entry.id}' finds nothing in this example; add its wording to 'dont_say'")
            continue
        text = doors.rewrite(example.draft).text
        if text != example.becomes:
            tell(example.line, f"this example becomes {text!r}, not {example.becomes!r}; correct one of the two")
    return problems


def _wordings(row: Row, language: Language, doors: Checks) -> list[Problem]:
    """An approved wording, in any of its forms, must not be found by any row."""
    problems: list[Problem] = []
    for place, wording in zip(row.wordings, row.entry.say, strict=True):
        for finding in doors.check(doors.shown(wording.text, language)):
            problems.append(
                Problem(
                    row.entry.file,
                    place.line,
                    place.column,
                    f"the approved wording '{place.text}' is itself found by row '{finding.entry.id}' ({finding.text!r}); reword it",
                )
            )
    return problems
