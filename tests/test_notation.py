"""The phrase notation: how it is read, and the exact words of every mistake."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from phrasebook.table.notation import MAX_GAPS, MAX_LENGTH, MAX_NESTING, Alternatives, ClassName, Gap, Mark, NotationError, Part, Plain, parse


@pytest.mark.parametrize(
    ("phrase", "parts"),
    [
        ("hold on", (Plain("hold"), Plain("on"))),
        ("  hold\ton ", (Plain("hold"), Plain("on"))),
        ("I don't", (Plain("I"), Plain("don't"))),
        ("go, please", (Plain("go,"), Plain("please"))),
        ("go , please", (Plain("go"), Plain("please"))),
        ("<i> care", (ClassName("i", 0), Plain("care"))),
        ("<start> wait <end>", (Mark("start"), Plain("wait"), Mark("end"))),
        ("so ... what", (Plain("so"), Gap(), Plain("what"))),
        ("so … what", (Plain("so"), Gap(), Plain("what"))),
        ("so...what", (Plain("so"), Gap(), Plain("what"))),
        ("(a|b c)", (Alternatives(((Plain("a"),), (Plain("b"), Plain("c")))),)),
        ("go [now|at once]", (Plain("go"), Alternatives(((Plain("now"),), (Plain("at"), Plain("once")), ())))),
        ("(a [b]|<c>)", (Alternatives(((Plain("a"), Alternatives(((Plain("b"),), ()))), (ClassName("c", 7),))),)),
    ],
)
def test_parts(phrase: str, parts: tuple[Part, ...]) -> None:
    """Words, classes, marks, gaps and alternatives are read in order."""
    assert parse(phrase) == parts


@pytest.mark.parametrize(
    ("phrase", "column", "message"),
    [
        ("a" * (MAX_LENGTH + 1), 0, f"the phrase is longer than {MAX_LENGTH} characters; split it into several"),
        ("go )", 3, "')' closes nothing; delete it or add the opening bracket"),
        ("go ] now", 3, "']' closes nothing; delete it or add the opening bracket"),
        (" ... ".join("a" * (MAX_GAPS + 2)), 0, f"more than {MAX_GAPS} gaps '...'; split the phrase in two"),
        ("", 0, "no word in it; write the words to be found"),
        ("   ", 0, "no word in it; write the words to be found"),
        ("<start> <end>", 0, "no word in it; write the words to be found"),
        ("... a", 0, "the phrase begins with a gap '...'; delete it, a match may stand anywhere"),
        ("a ...", 0, "the phrase ends with a gap '...'; delete it, a match may stand anywhere"),
        ("a | b", 2, "'|' stands outside brackets; write (this|that)"),
        ("a (b|c", 2, "'(' is never closed; add ')'"),
        ("a [b", 2, "'[' is never closed; add ']'"),
        ("a (b]", 4, "'(' is closed by ']'; write ')'"),
        ("a [b)", 4, "'[' is closed by ')'; write ']'"),
        ("a ()", 2, "'(' holds an empty alternative; write [word] for a word that may be missing"),
        ("a (b|)", 2, "'(' holds an empty alternative; write [word] for a word that may be missing"),
        ("a (|b)", 2, "'(' holds an empty alternative; write [word] for a word that may be missing"),
        ("[]", 0, "'[' holds an empty alternative; write [word] for a word that may be missing"),
        ("(" * (MAX_NESTING + 1) + "a" + ")" * (MAX_NESTING + 1), MAX_NESTING, f"brackets nested deeper than {MAX_NESTING}; split the phrase"),
        ("a <> b", 2, "'<>' is no class name; write <name>"),
        ("a < b", 2, "'<' is no class name; write <name>"),
        ("a > b", 2, "'>' is no class name; write <name>"),
        ("a ! b", 2, "'!' has no letter or digit; delete it, punctuation is matched by itself"),
        ("a * b", 2, "'*' has no letter or digit; delete it, punctuation is matched by itself"),
    ],
)
def test_mistakes(phrase: str, column: int, message: str) -> None:
    """Every mistake is told with its column, what is wrong, and what to do."""
    with pytest.raises(NotationError) as error:
        parse(phrase)
    assert str(error.value) == message
    assert error.value.column == column


@settings(max_examples=300, deadline=None)
@given(st.text(st.sampled_from("ab <>()[]|.…,!'"), max_size=30))
def test_any_text_is_read_or_told(phrase: str) -> None:
    """Whatever is written, it is read into parts with a word, or refused with what to do; nothing else is raised."""
    told: NotationError | None = None
    parts: tuple[Part, ...] = ()
    try:
        parts = parse(phrase)
    except NotationError as error:
        told = error
    assert bool(parts) is (told is None)
    assert told is None or (";" in str(told) and 0 <= told.column <= len(phrase))


def test_deep_brackets_do_not_recurse_away() -> None:
    """A thousand brackets are refused, not a crash."""
    with pytest.raises(NotationError, match="nested deeper"):
        parse("(" * 1_000 + "a" + ")" * 900)
