"""The page of all rows, made from the tables."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from phrasebook.model import Entry, Wording

__all__ = ["page"]

_LANGUAGES = {"en": "English", "ms": "Malay", "id": "Indonesian"}
_HEAD = """\
# Catalogue

What the bundled tables forbid, why, and what they offer instead. Written by `phrasebook catalogue`; do not edit.
"""


def page(entries: Iterable[Entry]) -> str:
    """The catalogue as Markdown, by table and row, each row in all its languages."""
    by_row: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        by_row.setdefault((entry.table, entry.id), []).append(entry)
    parts = [_HEAD]
    table = None
    for (name, row_id), rows in by_row.items():
        if name != table:
            parts.append(f"\n## Table `{name}`\n")
            table = name
        parts.append(_row(row_id, rows))
    return "".join(parts)


def _row(row_id: str, entries: Sequence[Entry]) -> str:
    parts = [f"\n### {row_id}\n\nSeverity: {entries[0].severity}\n"]
    for entry in entries:
        parts.append(f"\n#### {_LANGUAGES.get(entry.language, entry.language)}\n\n{_text(entry.why)}\n")
        parts.append("\nSay instead:\n\n" + "".join(f"- {_wording(wording)}\n" for wording in entry.say))
        parts.append(_examples(entry))
        parts.append(_details(f"All {len(entry.dont_say)} phrases", entry.dont_say))
        if entry.unless:
            parts.append(_details(f"Allowed in {len(entry.unless)} contexts", entry.unless))
        if entry.source:
            parts.append(f"\nSource: {_text(entry.source)}\n")
    return "".join(parts)


def _wording(wording: Wording) -> str:
    return f"`{wording.text}`" + (f" ({wording.register})" if wording.register else "")


def _examples(entry: Entry) -> str:
    changed = [example for example in entry.examples if example.becomes is not None]
    kept = [example for example in entry.examples if example.becomes is None]
    rows = "".join(f"| {_cell(example.draft)} | {_cell(example.becomes or '')} |\n" for example in changed)
    text = f"\n| draft | becomes |\n|---|---|\n{rows}" if rows else ""
    return text + ("\nStays as it is:\n\n" + "".join(f"- {_text(example.draft)}\n" for example in kept) if kept else "")


def _details(title: str, phrases: Sequence[str]) -> str:
    lines = "".join(f"    {phrase}\n" for phrase in phrases)
    return f"\n<details><summary>{title}</summary>\n\n{lines}\n</details>\n"


def _cell(text: str) -> str:
    return _text(text).replace("|", "\\|")


def _text(text: str) -> str:
    """Text that Markdown leaves as it is, in one line."""
    escaped = text.replace("\\", "\\\\").replace("<", "&lt;").replace("*", "\\*").replace("_", "\\_").replace("`", "\\`")
    return " ".join(escaped.split())
