"""Whose words count: everybody else's are blanked out at the same length, the author's never."""

from __future__ import annotations

import pytest

from phrasebook.draft.folding import BLOCK, HIDDEN
from phrasebook.draft.own_words import QUOTED_SPEECH, own_words

OTHERS = "XYZZY"
OWN = "PLUGH"


def _kept(text: str) -> tuple[bool, bool]:
    """Whether somebody else's words and the author's own are still there."""
    own = own_words(text)
    assert len(own) == len(text)
    assert all(a in (b, HIDDEN, BLOCK) for a, b in zip(own, text, strict=True))
    return OTHERS in own, OWN in own


QUOTED = {
    "straight quotes": f'You wrote "{OTHERS}" and {OWN}',
    "curly quotes": f"You wrote “{OTHERS}” and {OWN}",
    "single quotes": f"You wrote '{OTHERS}' and {OWN}",
    "single curly quotes": f"You wrote ‘{OTHERS}’ and {OWN}",
    "guillemets": f"You wrote «{OTHERS}» and {OWN}",
    "low quotes": f"You wrote „{OTHERS}“ and {OWN}",
    "corner brackets": f"You wrote 「{OTHERS}」 and {OWN}",
    "single quotes around an apostrophe": f"You wrote 'it isn't {OTHERS}' and {OWN}",
    "two quotations": f'"a" {OWN} "{OTHERS}"',
    "quoted line": f"> {OTHERS}\n{OWN}",
    "quoted line, indented": f"   > {OTHERS}\n{OWN}",
    "quoted twice": f">> {OTHERS}\n> {OTHERS}\n{OWN}",
    "quoted line, no space": f">{OTHERS}\n{OWN}",
    "quoted line, CRLF": f"> {OTHERS}\r\n{OWN}",
    "quoted line, escaped": f"&gt; {OTHERS}\n{OWN}",
    "below quoted lines": f"> {OTHERS}\n\n{OWN}\n\n> {OTHERS}\n",
    "signature": f"{OWN}\n-- \n{OTHERS}",
    "signature without space": f"{OWN}\n--\n{OTHERS}",
    "attribution, en": f"{OWN}\n\nOn 3 May 2026 at 10:14, Ann Pike wrote:\n\n{OTHERS}",
    "attribution, en, weekday": f"{OWN}\n\nOn Sat, May 3, 2026 at 10:14 AM Ann Pike <ann@example.org> wrote:\n{OTHERS}",
    "attribution, en, wrapped": f"{OWN}\n\nOn Sat, May 3, 2026 at 10:14 AM Ann Pike\n<ann@example.org> wrote:\n{OTHERS}",
    "attribution, ms": f"{OWN}\n\nPada 3 Mei 2026, Puan Aida menulis:\n{OTHERS}",
    "attribution, ms, long": f"{OWN}\n\nPada Sab, 3 Mei 2026 pada 10:14 PG, Aida <a@example.org> telah menulis:\n{OTHERS}",
    "attribution, id": f"{OWN}\n\nPada tanggal Sab, 3 Mei 2026 pukul 10.14 Ratih <r@example.org> menulis:\n{OTHERS}",
    "original message, en": f"{OWN}\n\n-----Original Message-----\nFrom: Ann\n{OTHERS}",
    "forwarded, en": f"{OWN}\n\n---------- Forwarded message ----------\n{OTHERS}",
    "forwarded, Apple": f"{OWN}\n\nBegin forwarded message:\n\n{OTHERS}",
    "original message, ms": f"{OWN}\n\n----- Mesej Asal -----\n{OTHERS}",
    "forwarded, ms": f"{OWN}\n\n---------- Mesej dimajukan ----------\n{OTHERS}",
    "original message, id": f"{OWN}\n\n----- Pesan Asli -----\n{OTHERS}",
    "forwarded, id": f"{OWN}\n\n---------- Pesan terusan ----------\n{OTHERS}",
    "headers, en": f"{OWN}\n\nFrom: Ann\nSent: Saturday\nTo: Support\nSubject: pump\n\n{OTHERS}",
    "headers, ms": f"{OWN}\n\nDaripada: Aida\nTarikh: 3 Mei\nKepada: Sokongan\n\n{OTHERS}",
    "headers, id": f"{OWN}\n\nDari: Ratih\nTanggal: 3 Mei\nKepada: Dukungan\n\n{OTHERS}",
    "headers, bold": f"{OWN}\n\n*From:* Ann\n*Sent:* Saturday\n*To:* Support\n{OTHERS}",
}


@pytest.mark.parametrize("text", QUOTED.values(), ids=QUOTED.keys())
def test_other_peoples_words_are_blanked(text: str) -> None:
    """Quotations, quoted lines and mails, forwarded messages and signatures are blanked; what is around them stays."""
    assert _kept(text) == (False, True)


TRAPS = {
    "apostrophes": f"It's Ann's pump, {OWN}, and it's the guests' lounge",
    "inches": f'The 6" pipe, {OWN}\nand the 4" pipe',
    "a stray quotation mark": f'He said "no. {OWN}',
    "leading apostrophe": f"Get 'em {OWN} before ’twas late, rock 'n' roll",
    "quotation over paragraphs": f'"one\n{OWN}\ntwo"',
    "overlong quotation": f'"{"word " * (QUOTED_SPEECH // 4)}{OWN}"',
    "arrow": f"5 -> 3, {OWN} > 4",
    "greater than inside a line": f"a line\nand {OWN} > b",
    "dashes inside a line": f"yes -- {OWN}\nmore",
    "list with dashes": f"- one\n- {OWN}\n- three",
    "a rule": f"one\n-----\n{OWN}",
    "stars": f"one\n***\n{OWN}",
    "one header word": f"one\nTo: {OWN} and so on\nmore",
    "from at the start of a line": f"From: Monday on we open at nine.\n{OWN}",
    "from and to as words": f"from: here\nnothing\nto: there {OWN}",
    "wrote without a date": f"At noon somebody wrote:\n{OWN}",
    "wrote inside a sentence": f"On 3 May 2026 you wrote: a letter.\n{OWN}",
    "menulis inside a sentence": f"Pada 3 Mei Puan menulis surat.\n{OWN}",
    "after quoted lines below an attribution": f"On 3 May 2026, Ann wrote:\n> x\n\n{OWN}",
    "signature marks in a line": f"a\n --  b\n{OWN}",
    "original message in a sentence": f"the original message was lost\n{OWN}",
}


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS.keys())
def test_the_authors_words_stay(text: str) -> None:
    """Apostrophes, inches, dashes, arrows and words that look like headers blank nothing of the author's."""
    assert _kept(text)[1]


def test_a_quotation_is_one_unknown_word() -> None:
    """A quotation leaves something in its place, so that the words around it don't come together."""
    assert own_words('I "do" know') == f"I {HIDDEN * 4} know"


def test_quoted_lines_end_the_sentence() -> None:
    """A quoted line is a break: words above and below it are not one sentence."""
    assert own_words("I do\n> x\nnot") == f"I do\n{BLOCK * 4}not"


def test_nothing_to_blank_is_the_same_text() -> None:
    """A draft without quotation comes back as it is."""
    text = "Dear Ann,\nthank you for writing on 3 May 2026.\n\nBest,\nBob"
    assert own_words(text) == text


@pytest.mark.parametrize("line", ["On 3 May 2026, Tan\n", "> x\n", "'", '"', "“", "From: a\n", "-- a\n", "On Mon\n" * 3])
def test_work_is_bounded(line: str) -> None:
    """A text of nothing but beginnings comes back at its own length."""
    text = line * 5_000
    assert len(own_words(text)) == len(text)
