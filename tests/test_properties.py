"""The laws of the design, each proved over many drafts."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from copy import copy
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from phrasebook import Finding, MarkupError, Phrasebook
from phrasebook.detect import confirm
from phrasebook.detect.candidates import Named as Candidates
from phrasebook.detect.find import Match
from phrasebook.draft.folding import BLOCK, fold
from phrasebook.draft.markup import visible_text
from phrasebook.draft.own_words import own_words
from phrasebook.draft.words import SENTENCE_LIMIT, forms_of, is_break, is_word
from phrasebook.language.lexicon import Lexicon

from .strategies import drafts, html_drafts, texts

LAW = settings(max_examples=70, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
SLOW_LAW = settings(LAW, max_examples=30)
EXAMPLES = (
    "Mr Lim, I don't know why it is late. Hurry up, and leave me alone!",
    "Puan, saya tidak tahu kenapa lambat. Awak salah. Tunggu!",
    "Halo Kak, gue gak tau soal paketnya. Bodo amat.",
    "Please wait, “I don't know” is what you wrote.",
    "",
    "Thank you, the parcel left on Monday.",
)


def _values(findings: Sequence[Finding]) -> list[tuple[Any, ...]]:
    """What a caller sees of findings."""
    return [(f.start, f.end, f.text, f.entry.id, f.entry.language, f.score, f.how, f.suggestions) for f in findings]


def _well_formed(draft: str, findings: Sequence[Finding]) -> None:
    end = 0
    for finding in findings:
        assert end <= finding.start < finding.end <= len(draft)
        assert finding.text == draft[finding.start : finding.end]
        assert 0 < finding.score <= 100
        assert finding.how in ("exact", "pattern", "close")
        assert finding.suggestions
        end = finding.end


# ---------------------------------------------------------------------------------------------------------------- law 1


@LAW
@given(draft=drafts)
def test_findings_are_slices_in_order(book: Phrasebook, draft: str) -> None:
    """A finding is a slice of the draft; findings are sorted and never overlap."""
    _well_formed(draft, book.check(draft))


@LAW
@given(draft=html_drafts)
def test_findings_are_slices_of_html(book: Phrasebook, draft: str) -> None:
    """The same holds for HTML: offsets are those of the source."""
    _well_formed(draft, book.check(draft, markup="html"))


# ---------------------------------------------------------------------------------------------------------------- law 2


def _sentence_around(book: Phrasebook, draft: str, finding: Finding, markup: str) -> tuple[int, int]:
    """The stretch of the sentence that holds a finding, with the marks that end it."""
    own = own_words(visible_text(draft, markup))
    match = next(m for m in book._engine.detector.matches(own) if m.start == finding.start)
    end = match.sentence[-1].end
    while end < len(draft) and draft[end] in ".!?…":
        end += 1
    return match.sentence[0].start, end


@LAW
@given(draft=drafts)
def test_edits_stay_in_the_sentence(book: Phrasebook, draft: str) -> None:
    """Every edit covers its finding's start, lies within its sentence, and keeps clear of the next finding."""
    findings = book.check(draft)
    limits = [*(f.start for f in findings), len(draft)][1:]
    for finding, following in zip(findings, limits, strict=bool(findings)):
        first, last = _sentence_around(book, draft, finding, "text")
        for suggestion in finding.suggestions:
            if suggestion.edit is None:
                continue
            start, end, replacement = suggestion.edit
            assert first <= start <= finding.start < end <= last
            assert end <= following
            assert "[" not in replacement
            assert "{" not in replacement


def _with_edits(draft: str, applied: Sequence[Finding]) -> str:
    """The draft with the first edit of each finding, put together the obvious way."""
    for finding in reversed(applied):
        edit = next(s.edit for s in finding.suggestions if s.edit)
        draft = draft[: edit.start] + edit.replacement + draft[edit.end :]
    return draft


def _rewriting_holds(book: Phrasebook, draft: str, markup: str) -> None:
    findings = book.check(draft, markup=markup)
    result = book.rewrite(draft, markup=markup)
    together = sorted([*result.applied, *result.left], key=lambda finding: finding.start)
    assert _values(together) == _values(findings), "applied and left are all findings"
    assert result.text == _with_edits(draft, result.applied), "nothing changes outside the edits"
    rows = {finding.entry.id for finding in result.applied}
    assert rows.isdisjoint(finding.entry.id for finding in book.check(result.text, markup=markup)), "no applied row fires again"
    assert book.rewrite(result.text, markup=markup).text == result.text, "twice is once"


@LAW
@given(draft=drafts)
def test_rewriting(book: Phrasebook, draft: str) -> None:
    """Laws 2 and 3: only edits change the draft, applied rows are gone, and a second rewrite changes nothing."""
    _rewriting_holds(book, draft, "text")


@LAW
@given(draft=html_drafts)
def test_rewriting_html(book: Phrasebook, draft: str) -> None:
    """The same for HTML drafts."""
    _rewriting_holds(book, draft, "html")


def test_rewriting_the_bundled_examples(book: Phrasebook) -> None:
    """The laws of rewriting hold for every example of the bundled table, as text and as HTML."""
    for entry in book.entries:
        for example in entry.examples:
            _rewriting_holds(book, example.draft, "text")
            _rewriting_holds(book, f"<p>{example.draft}</p>", "html")


@LAW
@given(draft=html_drafts)
def test_edits_keep_tags(book: Phrasebook, draft: str) -> None:
    """No edit of an HTML draft takes a tag away or puts one in."""
    for finding in book.check(draft, markup="html"):
        for suggestion in finding.suggestions:
            if suggestion.edit:
                start, end, replacement = suggestion.edit
                assert "<" not in draft[start:end]
                assert not {"<", ">"} & set(replacement)


# ---------------------------------------------------------------------------------------------------------------- law 4


def _ranges(forms: Sequence[str], abbreviations: frozenset[str]) -> list[tuple[int, int]]:
    """Where sentences begin and end among forms, found the obvious way."""
    ranges: list[tuple[int, int]] = []
    begin = 0
    for index in range(len(forms)):
        if not is_word(forms[index]) and is_break(forms, index, abbreviations):
            ranges.append((begin, index))
            begin = index + 1
        elif index - begin >= SENTENCE_LIMIT - 1:
            ranges.append((begin, index + 1))
            begin = index + 1
    return [*ranges, (begin, len(forms))]


def _slowly(book: Phrasebook, draft: str, indices: Sequence[int], named_only: bool) -> list[Match]:
    """The matches when these patterns, and no others, are confirmed: in every sentence, or only where the automaton names them."""
    detector = copy(book._engine.detector)
    real = detector._candidates
    abbreviations = book._engine.lexicon.abbreviations

    class Naming:
        def in_chunk(self, forms: Sequence[str]) -> list[Candidates]:
            if named_only:
                return [(begin, end, tuple(i for i in named if i in indices)) for begin, end, named in real.in_chunk(forms)]
            return [(begin, end, tuple(indices)) for begin, end in _ranges(forms, abbreviations) if begin < end]

    vars(detector)["_candidates"] = Naming()
    return detector.matches(own_words(draft))


def _told(matches: Sequence[Match]) -> list[tuple[int, int, float, str, int]]:
    return [(m.start, m.end, m.score, m.how, m.pattern.owner) for m in matches]


@SLOW_LAW
@given(draft=drafts, seed=st.integers(0, 10_000))
def test_fast_path_finds_what_the_slow_loop_finds(book: Phrasebook, draft: str, seed: int) -> None:
    """Law 4: confirming patterns only where the automaton names them loses nothing and adds nothing."""
    indices = sorted(Random(seed).sample(range(len(book._engine.patterns)), 60))  # noqa: S311
    assert _told(_slowly(book, draft, indices, named_only=True)) == _told(_slowly(book, draft, indices, named_only=False))


@SLOW_LAW
@given(draft=drafts)
def test_what_is_told_is_told_by_the_slow_loop(book: Phrasebook, draft: str) -> None:
    """Law 4, from the other side: with the patterns of all findings confirmed in every sentence, the same is told."""
    fast = book._engine.detector.matches(own_words(draft))
    position = {id(pattern): index for index, pattern in enumerate(book._engine.patterns)}
    indices = sorted({position[id(match.pattern)] for match in fast})
    slow = _slowly(book, draft, indices, named_only=False)
    assert {(m.start, m.end) for m in fast} <= {(m.start, m.end) for m in slow}


# ---------------------------------------------------------------------------------------------------------------- law 5


@LAW
@given(batch=st.lists(drafts, max_size=4))
def test_a_draft_does_not_depend_on_others(book: Phrasebook, batch: list[str]) -> None:
    """Law 5: a draft has the same findings alone, after others, and in reverse order."""
    forwards = [_values(book.check(draft)) for draft in batch]
    backwards = [_values(book.check(draft)) for draft in reversed(batch)]
    assert forwards == backwards[::-1]


def test_a_book_after_pickle_finds_the_same(book: Phrasebook) -> None:
    """A pickled book finds what the book finds, and its pickle does not grow with use."""
    before = len(pickle.dumps(book))
    expected = [_values(book.check(draft)) for draft in EXAMPLES]
    data = pickle.dumps(book)
    assert len(data) <= before * 1.05
    copied = pickle.loads(data)  # noqa: S301
    assert [_values(copied.check(draft)) for draft in EXAMPLES] == expected
    assert copied.entries == book.entries


def test_threads_find_the_same() -> None:
    """A fresh book, used by eight threads at once, finds what it finds alone."""
    shared = Phrasebook.load()
    work = list(EXAMPLES) * 20
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda draft: _values(shared.check(draft)), work))
    alone = {draft: _values(shared.check(draft)) for draft in EXAMPLES}
    assert found == [alone[draft] for draft in work]


def test_another_process_finds_the_same(book: Phrasebook) -> None:
    """Hash seeds do not matter: other processes find the same."""
    program = (
        "import sys\nfrom phrasebook import Phrasebook\nbook = Phrasebook.load()\n"
        f"print([[(f.start, f.end, f.entry.id, f.entry.language, f.suggestions) for f in book.check(d)] for d in {EXAMPLES!r}])"
    )
    expected = str([[(f.start, f.end, f.entry.id, f.entry.language, f.suggestions) for f in book.check(d)] for d in EXAMPLES])
    for seed in ("0", "1"):
        done = subprocess.run(
            [sys.executable, "-c", program],
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=True,
            env={"PYTHONHASHSEED": seed, "PYTHONPATH": ":".join(sys.path), "PYTHONUTF8": "1"},
        )
        assert done.stdout.strip() == expected


# ---------------------------------------------------------------------------------------------------------------- law 6


@settings(LAW, max_examples=100)
@given(text=texts, markup=st.sampled_from(["text", "html"]))
def test_no_text_raises(book: Phrasebook, text: str, markup: str) -> None:
    """Law 6: whatever the text, check and rewrite give an answer, and a well-formed one."""
    _well_formed(text, book.check(text, markup=markup))
    _rewriting_holds(book, text, markup)


@pytest.mark.parametrize("draft", [None, 7, b"I don't know", ["I don't know"]])
def test_what_is_no_text_is_told(book: Phrasebook, draft: Any) -> None:
    """Something else than a str is refused with its type, by both doors."""
    name = type(draft).__name__
    with pytest.raises(TypeError, match=rf"^a draft is a str, not {name}; decode it first$"):
        book.check(draft)
    with pytest.raises(TypeError, match=rf"^a draft is a str, not {name}; decode it first$"):
        book.rewrite(draft)


@pytest.mark.parametrize("draft", ["", "I don't know."])
def test_unknown_markup_is_told(book: Phrasebook, draft: str) -> None:
    """A markup that phrasebook does not read is an error, by both doors, even for an empty draft."""
    with pytest.raises(MarkupError, match=r"^markup is 'rtf'; it must be 'text' or 'html'$"):
        book.check(draft, markup="rtf")
    with pytest.raises(MarkupError, match=r"^markup is 'rtf'; it must be 'text' or 'html'$"):
        book.rewrite(draft, markup="rtf")


HOSTILE = {
    "findings": "I don't know. ",
    "findings without a full stop": "I don't know and ",
    "commas": "I, well, do, at this point, not, honestly, know, ",
    "beginnings": "I do not ",
    "one word": "a",
    "new lines": "\n \n",
    "quotes": "“I 'don't ‘know \"",
    "quoted lines": "> I don't know\nOn 3 May 2026, Tan\n",
    "numbers": "1) 2. 3) ",
    "open tags": "<a b=\"' c='\"",
    "comments": "<!-- ",
    "quotations": "<blockquote>",
    "ordinary": "Thank you for writing in about the parcel, it left on Monday. ",
}


class _Counting:
    """Counts calls of a function."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self.function = function
        self.count = 0

    def __call__(self, *arguments: Any) -> Any:
        self.count += 1
        return self.function(*arguments)


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE.keys())
@pytest.mark.parametrize("markup", ["text", "html"])
def test_work_grows_with_length(book: Phrasebook, monkeypatch: pytest.MonkeyPatch, piece: str, markup: str) -> None:
    """Law 6: four times the text is at most about four times the confirmations and the words looked up."""
    hits = _Counting(book._engine.detector._confirmer.hits)
    read = _Counting(Lexicon.read)
    monkeypatch.setattr(book._engine.detector._confirmer, "hits", hits)
    monkeypatch.setattr(Lexicon, "read", lambda self, form: read(self, form))  # noqa: PLW0108 (a method needs a function)
    counts = []
    for length in (3_000, 12_000):
        hits.count = read.count = 0
        book.check(piece * (length // len(piece)), markup=markup)
        counts.append(hits.count + read.count)
    assert counts[1] <= 5 * counts[0] + 200


def test_a_long_draft_keeps_its_offsets(book: Phrasebook) -> None:
    """Drafts are read in chunks; a finding far behind has offsets of the whole draft, and none is lost at a cut."""
    filler = "Thank you for writing in about the parcel. "
    draft = (filler * 400 + "I don't know why. ") * 12
    findings = book.check(draft)
    assert len(findings) == 12
    _well_formed(draft, findings)
    assert {finding.text for finding in findings} == {"I don't know"}


@pytest.mark.parametrize(
    "text",
    [
        "\ud800",
        "\x00",
        "\x01\x02\x03",
        "\u202e I don't know",
        "\ufdfa" * 50,
        "a" * 100_000,
        "\n" * 50_000,
        "İ" * 500,
        "ﬀ" * 500,
        "\U0010ffff",
        "e\u0301" * 5_000,
    ],
    ids=["surrogate", "nul", "controls", "bidi", "longest fold", "one word", "lines", "dotted capital", "ligature", "last code point", "accents"],
)
def test_strange_texts(book: Phrasebook, text: str) -> None:
    """Texts that folding or scanning could trip over have well-formed answers in both markups."""
    for markup in ("text", "html"):
        _well_formed(text, book.check(text, markup=markup))


@LAW
@given(text=texts)
def test_own_words_and_markup_keep_length(text: str) -> None:
    """Blanking other people's words and tags never moves an offset."""
    assert len(own_words(text)) == len(text)
    assert len(visible_text(text, "html")) == len(text)


@LAW
@given(text=texts)
def test_folding_maps_back(text: str) -> None:
    """Every folded character comes from a place in the draft, in order, and spans lie within the draft."""
    folded = fold(text)
    origin = list(folded.origin)
    assert len(origin) == len(folded.text) + 1
    assert origin == sorted(origin)
    assert origin[-1] == len(text)
    for at in range(len(folded.text)):
        start, end = folded.span(at, at + 1)
        assert 0 <= start < end <= len(text)


@LAW
@given(text=texts)
def test_forms_lie_in_the_text(text: str) -> None:
    """The scanner loses no letter or digit: whatever is no form is no letter."""
    folded = fold(text).text
    left = folded
    for form in forms_of(folded):
        left = left.replace(form, "", 1)
    assert not any(letter.isalpha() for letter in left if letter not in BLOCK)


def test_confirmation_has_a_budget() -> None:
    """Longer matches may hold more misspelt letters, never more than the most."""
    allowed = [confirm.allowed_edits(letters) for letters in range(100)]
    assert allowed == sorted(allowed)
    assert allowed[4] == 0
    assert allowed[-1] == confirm.MOST_EDITS
