"""phrasebook: finds what must not be said in a draft reply, says why, and offers the approved wording."""

from phrasebook.book import Phrasebook
from phrasebook.errors import MarkupError, PhrasebookError, Problem, TableError, TableWarning
from phrasebook.model import Edit, Entry, Example, Finding, Rewrite, Severity, Suggestion, Wording

__all__ = [
    "Edit",
    "Entry",
    "Example",
    "Finding",
    "MarkupError",
    "Phrasebook",
    "PhrasebookError",
    "Problem",
    "Rewrite",
    "Severity",
    "Suggestion",
    "TableError",
    "TableWarning",
    "Wording",
]
__version__ = "0.1.0"
