"""Which words of a draft its author is answerable for. Everybody else's are blanked out, at the same length.

Blanked are lines that begin with `>`, a mail's attribution line and what it introduces, forwarded and original-message
headers and what follows them, a signature after `-- `, and speech in quotation marks.
"""

from __future__ import annotations

import re

from phrasebook.draft.folding import BLOCK, HIDDEN

__all__ = ["own_words"]

QUOTED_SPEECH = 600
"""Longest quotation within a paragraph, characters; a longer one is taken for a stray mark."""
LINE = 400
"""How much of a line is looked at to tell what it is, characters."""
ATTRIBUTION_LINES = 4
"""Lines over which an attribution may be wrapped."""
HEADERS = 3
"""Header lines in a row (From:, Date:, …) that make a quoted message."""

_N = f"{{1,{QUOTED_SPEECH}}}"
_SPEECH = re.compile(
    rf'"[^"\n]{_N}"'
    rf"|“[^“”]{_N}”|„[^„“”]{_N}[“”]|«[^«»]{_N}»|‹[^‹›]{_N}›|「[^「」]{_N}」|『[^『』]{_N}』"
    rf"|(?<![\w'’])'(?=\w)[^'\n]{_N}(?:(?<=\w)'(?=\w)[^'\n]{_N}){{0,8}}(?<=[\w.!?,…)])'(?!\w)"
    rf"|(?<![\w'’])‘(?=\w)[^‘\n]{_N}?(?<=[\w.!?,…)])’(?!\w)"
)
_SPEECH_MARKS = frozenset('"“„«‹「『')
_OPENING = re.compile(r"['‘](?<![\w'’].)(?=\w)")
"""A single quotation mark that opens something, and is no apostrophe."""

_SOMETHING = re.compile(
    r"(?m)^[ \t]*(?:>|--|__|==|\*\*|[-—]{2,})|wrote|writes|menulis|tulis|(?i:forwarded message|pesan terusan|mesej dimajukan)"
    r"|(?im:^[ \t*]*(?:from|dari|daripada|pengirim)[ \t]*:)"
)
_QUOTED_LINE = re.compile(r"[ \t]{0,8}(?:>|&gt;)")
_SIGNATURE = re.compile(r"--[ \t\xa0]?\r?\n?$")
_DIVIDER = re.compile(
    r"[ \t]*[-_*=]{2,}[ \t]*(?:original message|forwarded message|original appointment|begin forwarded message|mesej asal|mesej dimajukan"
    r"|mesej yang dimajukan|pesan asli|pesan terusan|pesan yang diteruskan|diteruskan)[ \t]*[-_*=]*[ \t]*\r?\n?$"
    r"|[ \t]*(?:begin forwarded message|pesan terusan dimulai)\s*:?\s*$",
    re.I,
)
_HEADER = re.compile(
    r"[ \t*]*(?:from|sent|to|cc|date|subject|reply-to|dari|daripada|pengirim|kepada|ke|untuk|tarikh|tanggal|dikirim|dihantar|terkirim"
    r"|subjek|perkara|perihal|hal)[ \t]*\*?[ \t]*:\*?[ \t]*\S",
    re.I,
)
_FIRST_HEADER = re.compile(r"[ \t*]*(?:from|dari|daripada|pengirim)[ \t]*\*?[ \t]*:", re.I)
_OPENS = re.compile(
    r"[ \t]*(?:on|pada|tarikh|tanggal|at|\d{1,4}[-/. ]"
    r"|(?:mon|tue|wed|thu|fri|sat|sun|isnin|selasa|rabu|khamis|jumaat|sabtu|ahad|senin|kamis|jumat|minggu))",
    re.I,
)
_WROTE = re.compile(r"(?:\bwrote|\bwrites|\b(?:telah |ada |sudah )?menulis|\b(?:telah )?tulis)[ \t]*:[ \t]*\r?\n?$", re.I)
_DATED = re.compile(
    r"\d{1,4}[-/.:]\d{1,2}|\b(?:19|20)\d\d\b|@[\w-]+\.|\b\d{1,2}(?:st|nd|rd|th)?[ \t]+(?:hb[ \t]+)?[a-z]{3,9}\b"
    r"|\b[a-z]{3,9}[ \t]+\d{1,2}\b",
    re.I,
)


def own_words(text: str) -> str:
    """`text` with everything that is not the author's own blanked out; same length, same offsets. Linear in its length."""
    if ("\n" in text and _SOMETHING.search(text)) or _QUOTED_LINE.match(text):
        text = _without_quoted_lines(text)
    if not _SPEECH_MARKS.isdisjoint(text) or (("'" in text or "‘" in text) and _OPENING.search(text)):
        text = _SPEECH.sub(_hide, text)
    return text


def _hide(match: re.Match[str]) -> str:
    return HIDDEN * (match.end() - match.start())


def _without_quoted_lines(text: str) -> str:
    lines = text.splitlines(keepends=True)
    kept: list[str] = []
    index = 0
    while index < len(lines):
        line = lines[index]
        if _QUOTED_LINE.match(line):
            kept.append(_blank(line))
            index += 1
            continue
        if _ends_here(lines, index):
            kept.extend(_blank(rest) for rest in lines[index:])
            break
        attribution = _attribution(lines, index)
        if attribution:
            kept.extend(_blank(rest) for rest in lines[index : index + attribution])
            index += attribution
            if not _quoted_below(lines, index):
                kept.extend(_blank(rest) for rest in lines[index:])
                break
            continue
        kept.append(line)
        index += 1
    return "".join(kept)


def _blank(line: str) -> str:
    return BLOCK * len(line)


def _ends_here(lines: list[str], index: int) -> bool:
    """Whether nothing from this line on is the author's: a signature, a forwarded message, a block of mail headers."""
    line = lines[index][:LINE]
    if _SIGNATURE.match(line) or _DIVIDER.match(line):
        return True
    if not _FIRST_HEADER.match(line):
        return False
    return all(_HEADER.match(other[:LINE]) for other in lines[index : index + HEADERS]) and len(lines) >= index + HEADERS


def _attribution(lines: list[str], index: int) -> int:
    """Over how many lines an attribution ("On 3 May 2026, Tan wrote:") runs from here; 0 when none begins here."""
    if not _OPENS.match(lines[index][:LINE]):
        return 0
    joined = ""
    for count in range(1, ATTRIBUTION_LINES + 1):
        if index + count > len(lines) or not lines[index + count - 1].strip():
            return 0
        joined += lines[index + count - 1][:LINE]
        if _WROTE.search(joined[-LINE:]):
            return count if _DATED.search(joined[: 2 * LINE]) else 0
    return 0


def _quoted_below(lines: list[str], index: int) -> bool:
    """Whether the text below goes on with `>` lines (then only those are quoted)."""
    while index < len(lines) and not lines[index].strip():
        index += 1
    return index < len(lines) and bool(_QUOTED_LINE.match(lines[index]))
