"""Hypothesis strategies: drafts that are likely to hold findings, and texts that are likely to break something."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["MARKED_UP", "drafts", "html_drafts", "texts"]

_PHRASES = (
    "I don't know",
    "we have no idea",
    "nobody here knows",
    "idk",
    "I don't care",
    "it's not our problem",
    "so what",
    "stop calling us",
    "leave me alone",
    "I don't like you",
    "you know nothing",
    "don't come back",
    "go to another shop",
    "I am right and you are wrong",
    "it is your own fault",
    "hurry up",
    "wait",
    "saya tidak tahu",
    "kami tak tau",
    "saya tidak peduli",
    "lantaklah",
    "jangan kacau saya",
    "saya tidak suka awak",
    "awak salah",
    "cepatlah",
    "tunggu",
    "jangan datang lagi",
    "gue gak tau",
    "bodo amat",
    "jangan ganggu saya",
    "Anda salah",
    "buruan",
    "I don't knwo",
    "I  DON’T\u00a0KNOW",
    "sy x tahuuu",
    "w\u0430it",
)
_WORDS = (
    "Mr Lim",
    "Puan Aida",
    "Pak Budi",
    "order #48813",
    "RM 25",
    "Rp64.500",
    "why it is late",
    "about the fee",
    "kenapa lambat",
    "soal paketnya",
    "please",
    "sila",
    "mohon",
    "if",
    "kalau",
    "and",
    "tetapi",
    "but",
    "you said",
    "at all",
    "lah",
    "deh",
    "honestly",
    "sir",
    "the parcel left on Monday",
    "tahu goreng",
    "salah satu",
    "either",
    "without the receipt",
    "until noon",
    "1.",
    "2)",
    "- ",
    "🙄",
    "\u200b",
    "'",
    "“",
    "”",
    '"',
)
_MARKS = (" ", " ", " ", ", ", ". ", "! ", "? ", "; ", "\n", "\n\n", "… ", " – ", " (", ") ", "\n> ", "\n-- \n", "\r\n")
MARKED_UP = (
    "<p>",
    "</p>",
    "<br>",
    "<b>",
    "</b>",
    "&nbsp;",
    "&amp;",
    "&#39;",
    "<blockquote>",
    "</blockquote>",
    "<!-- ",
    " -->",
    "<a href='x'>",
    "</a>",
    "&",
    "<",
)

_parts = st.sampled_from(_PHRASES + _WORDS)
_raw = st.text(st.characters(codec=None), max_size=12)


def _joined(parts: list[tuple[str, str]]) -> str:
    return "".join(piece for pair in parts for piece in pair)


drafts: st.SearchStrategy[str] = st.lists(st.tuples(_parts, st.sampled_from(_MARKS)), max_size=14).map(_joined)
"""Drafts built from phrases of the table, harmless words and marks."""

html_drafts: st.SearchStrategy[str] = st.lists(st.tuples(_parts, st.sampled_from(_MARKS[:8] + MARKED_UP)), max_size=14).map(_joined)
"""The same with tags and entities, whole and broken."""

texts: st.SearchStrategy[str] = st.one_of(
    st.text(st.characters(codec=None), max_size=80),
    st.lists(st.tuples(st.one_of(_parts, _raw, st.sampled_from(MARKED_UP)), st.one_of(st.sampled_from(_MARKS), _raw)), max_size=10).map(_joined),
)
"""Anything at all: control characters, half surrogates, other alphabets, pieces of phrases."""
