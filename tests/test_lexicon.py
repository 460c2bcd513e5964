"""How a written word is read: spellings, contractions, Malay and Indonesian word-building, and the guard against false corrections."""

from __future__ import annotations

import pytest

from phrasebook import Phrasebook
from phrasebook.language.lexicon import LONGEST, MEMORY, NAME, NUMBER, Lexicon


@pytest.fixture(scope="module")
def lexicon(book: Phrasebook) -> Lexicon:
    """The lexicon of the bundled table."""
    return book._engine.lexicon


READ = {
    "contractions": {"don't": "do not", "doesn't": "does not", "can't": "can not", "won't": "will not", "i'm": "i am", "dont": "do not", "cant": "can not"},
    "chat, English": {"dunno": "do not know", "idk": "i do not know", "u": "you", "idc": "i do not care"},
    "negators, Malay": {"x": "tak", "tk": "tak", "xtau": "tak tahu", "xtahu": "tak tahu", "xnak": "tak nak"},
    "negators, Indonesian": {"gak": "nggak", "ga": "nggak", "gk": "nggak", "ngga": "nggak", "enggak": "nggak", "tdk": "tidak", "gausah": "nggak usah"},
    "clitics": {"tahulah": "tahu lah", "taulah": "tahu lah", "pedulikannya": "pedulikan nya", "tahupun": "tahu pun"},
    "dropped vowels": {"sy": "saya", "jgn": "jangan", "tggu": "tunggu", "kmi": "kami", "tdk": "tidak"},
    "digit two": {"cepat2": "cepat-cepat", "apa2": "apa-apa", "apa2nya": "apa-apa nya"},
    "stretched": {"waaaait": "wait", "tidaaaak": "tidak", "tungguuu": "tunggu", "knooow": "know", "hurryyyy": "hurry", "cepatlaaah": "cepat lah"},
    "hyphenated": {"apa-apa": "apa-apa"},
}


@pytest.mark.parametrize(("form", "words"), [(f, w) for group in READ.values() for f, w in group.items()], ids=str)
def test_read(lexicon: Lexicon, form: str, words: str) -> None:
    """A written form stands for these words, and costs nothing."""
    reading = lexicon.read(form)
    assert len(reading) == len(words.split())
    for piece, word in zip(reading, words.split(), strict=True):
        assert word in piece.words
        assert piece.edits == 0


@pytest.mark.parametrize(
    ("form", "word"),
    [
        ("knwo", "know"),
        ("konw", "know"),
        ("jangn", "jangan"),
        ("jagnan", "jangan"),
        ("tunnggu", "tunggu"),
        ("worng", "wrong"),
        ("underestand", "understand"),
        ("mengangu", "mengganggu"),
        ("awakk", "awak"),
    ],
)
def test_misspelt(lexicon: Lexicon, form: str, word: str) -> None:
    """A slip of the fingers is corrected, at a cost."""
    (piece,) = lexicon.read(form)
    assert word in piece.words
    assert piece.edits >= 1


@pytest.mark.parametrize(
    ("form", "never"),
    [
        ("now", "know"),
        ("show", "know"),
        ("knows", "know"),
        ("have", "care"),
        ("scare", "care"),
        ("carry", "care"),
        ("boat", "wait"),
        ("bait", "wait"),
        ("strong", "wrong"),
        ("worry", "hurry"),
        ("harry", "hurry"),
        ("tahan", "tahu"),
        ("tahun", "tahu"),
        ("pernah", "peduli"),
        ("salam", "salah"),
        ("selalu", "salah"),
        ("kisar", "kisah"),
        ("cermat", "cepat"),
        ("tempat", "cepat"),
        ("tangga", "tunggu"),
        ("minggu", "tunggu"),
        ("ganggu", "tunggu"),
        ("jalan", "jangan"),
        ("tangan", "jangan"),
    ],
)
def test_a_word_of_its_own_is_no_misspelling(lexicon: Lexicon, form: str, never: str) -> None:
    """An ordinary word is never taken for another one, however near."""
    assert all(never not in piece.words for piece in lexicon.read(form))


def test_numbers_and_names(lexicon: Lexicon) -> None:
    """Every number is a number; a word that nobody knows is most likely a name."""
    assert lexicon.read("48813")[0].words == {NUMBER, "48813"}
    assert lexicon.read("bartholomäus".replace("ä", "a"))[0].words == {NAME}


@pytest.mark.parametrize("form", ["\x00\x00", "a" * (LONGEST + 1), "x1y2z", "2", "22", "-", "--", "'", "²"])
def test_strange_forms_are_read(lexicon: Lexicon, form: str) -> None:
    """Whatever the scanner finds, the lexicon has an answer, always the same."""
    assert lexicon.read(form) == lexicon.read(form)
    assert len(lexicon.read(form)) >= 1


def test_memory_is_bounded(lexicon: Lexicon, monkeypatch: pytest.MonkeyPatch) -> None:
    """What was read is remembered, up to a bound, and forgetting changes no answer."""
    fresh = lexicon.with_vocabulary({"know", "tahu"})
    monkeypatch.setattr("phrasebook.language.lexicon.MEMORY", 50)
    before = fresh.read("knwo")
    for number in range(500):
        fresh.read(f"w{number}")
    assert len(fresh._memory) <= 50 < MEMORY
    assert fresh.read("knwo") == before


def test_canonical_guesses_nothing(lexicon: Lexicon) -> None:
    """The words of a table are read by spellings and contractions only."""
    assert [sorted(piece.words) for piece in lexicon.canonical("don't")] == [["do"], ["not"]]
    assert lexicon.canonical("knwo")[0].words == {"knwo"}


@pytest.mark.parametrize(
    ("draft", "row"),
    [
        ("Sy xtau bila sampai.", "dont-know"),
        ("Gw ga tau kapan sampai.", "dont-know"),
        ("Gue gatau kapan sampai.", "dont-know"),
        ("Jgn ganggu sy lg.", "dont-bother-me"),
        ("Cepat2 la!", "hurry-or-wait"),
        ("Tungguuu!", "hurry-or-wait"),
        ("Dunno why it is late.", "dont-know"),
        ("idc, the fee stays.", "dont-care"),
        ("u r wrong.", "right-and-wrong"),
    ],
)
def test_chat_spellings_are_found(book: Phrasebook, draft: str, row: str) -> None:
    """Drafts in chat spelling are read like any other."""
    assert [finding.entry.id for finding in book.check(draft)] == [row]
