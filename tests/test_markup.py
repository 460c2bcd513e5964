"""HTML drafts: what a reader sees and the author wrote, at the offsets of the source."""

from __future__ import annotations

import html
from collections.abc import Callable
from pathlib import Path

import pytest

from phrasebook import MarkupError, Phrasebook
from phrasebook.draft.folding import BLOCK, GONE
from phrasebook.draft.markup import MARKUPS, visible_text


def _seen(draft: str) -> str:
    """The visible text: blocks as |, what is gone left out."""
    visible = visible_text(draft, "html")
    assert len(visible) == len(draft)
    seen = visible.replace(GONE, "").replace(BLOCK, "|")
    while "||" in seen:
        seen = seen.replace("||", "|")
    return seen


SEEN = {
    "text": ("plain text", "plain text"),
    "inline tags": ("a<b>b</b>c <span class='x'>d</span>", "abc d"),
    "inline tags inside a word": ("kn<wbr>ow kn<b>ow</b>", "know know"),
    "blocks": ("<p>a</p><p>b</p>", "|a|b|"),
    "line break": ("a<br>b<br/>c<BR />d", "a|b|c|d"),
    "table": ("<table><tr><td>a</td><td>b</td></tr></table>", "|a|b|"),
    "attributes": ('<p title="you are > wrong">a</p>', "|a|"),
    "comment": ("a<!-- b --> c", "a c"),
    "open comment": ("a<!-- b", "a"),
    "doctype": ("<!DOCTYPE html>a", "a"),
    "style": ("<style>p {}</style>a", "|a"),
    "script": ("<script>if (a < b) {}</script>a", "|a"),
    "head": ("<head><title>x</title></head><body>a", "|a"),
    "textarea": ("<textarea>x</textarea>a", "|a"),
    "named entities": ("a &amp; b &lt;c&gt; &quot;d&quot;", 'a & b <c> "d"'),
    "numbered entities": ("don&#39;t don&#x27;t don&#8217;t", "don't don't don’t"),
    "no-break space": ("a&nbsp;b", "a\u00a0b"),
    "unknown entity": ("a &zzzz; b", "a &zzzz; b"),
    "lone ampersand": ("a & b &; &# c", "a & b &; &# c"),
    "lone bracket": ("a < b, 3 > 2", "a < b, 3 > 2"),
    "open tag": ("a <b", "a <b"),
    "blockquote": ("<blockquote>x</blockquote>a", "|a"),
    "nested blockquote": ("<blockquote>x<blockquote>y</blockquote>z</blockquote>a", "|a"),
    "blockquote with cite": ('<blockquote type="cite" class="x">y</blockquote>a', "|a"),
    "gmail quote": ('<div class="gmail_quote">x<div>y</div>z</div>a', "|a"),
    "gmail quote with line break": ('<div class="gmail_quote">x<br>y</div>a', "|a"),
    "gmail signature": ('<div class="gmail_signature">x</div>a', "|a"),
    "yahoo": ('<div class="yahoo_quoted">x</div>a', "|a"),
    "thunderbird": ('<div class="moz-cite-prefix">x</div>a', "|a"),
    "proton": ('<div class="protonmail_quote">x</div>a', "|a"),
    "outlook": ('<div id="divRplyFwdMsg">x</div>a', "|a"),
    "capitals": ("<BLOCKQUOTE>x</BLOCKQUOTE><P>a</P>", "|a|"),
    "another class": ('<div class="quote-of-the-day">a</div>', "|a|"),
    "closing without opening": ("</blockquote>a</div>", "|a|"),
}


@pytest.mark.parametrize(("draft", "seen"), SEEN.values(), ids=SEEN.keys())
def test_seen(draft: str, seen: str) -> None:
    """Tags, comments and quoted mail are gone, entities are read, the length is kept."""
    assert _seen(draft) == seen


def test_text_is_left_alone() -> None:
    """A draft that is no HTML is not read as HTML."""
    draft = "<p>a &amp; b</p>"
    assert visible_text(draft, "text") == draft


def test_markups() -> None:
    """Two markups; everything else is an error with what to write."""
    assert MARKUPS == ("text", "html")
    with pytest.raises(MarkupError, match=r"^markup is 'HTML'; it must be 'text' or 'html'$"):
        visible_text("", "HTML")


@pytest.mark.parametrize(
    ("draft", "text"),
    [
        ("<p>I don&#39;t know why.</p>", "I don&#39;t know"),
        ("<p>I&nbsp;don&rsquo;t&nbsp;know why.</p>", "I&nbsp;don&rsquo;t&nbsp;know"),
        ("<p>I <b>don't</b> know why.</p>", "I <b>don't</b> know"),
        ("<p>I don't<!-- x --> know why.</p>", "I don't<!-- x --> know"),
        ("🙄<p>I don't know why.</p>", "I don't know"),
    ],
)
def test_offsets_are_those_of_the_source(book: Phrasebook, draft: str, text: str) -> None:
    """A finding is a slice of the HTML source, with the tags and entities inside it."""
    (finding,) = book.check(draft, markup="html")
    assert finding.text == text
    assert draft[finding.start : finding.end] == text


@pytest.mark.parametrize("draft", ["<p>I do</p><p>not know</p>", "<li>I do</li><li>not know</li>", "I do<br>not know", "<td>I do</td><td>not know</td>"])
def test_blocks_end_sentences(book: Phrasebook, draft: str) -> None:
    """Words in two blocks are not one sentence."""
    assert book.check(draft, markup="html") == ()


def test_edits_are_escaped(table: Callable[..., Path]) -> None:
    """What an edit puts into HTML is escaped; what stays in the draft is not touched."""
    path = table("- id: tags\n  language: en\n  dont_say: [we hate tags]\n  why: x\n  say: ['tags <b> & co are fine']\n")
    own = Phrasebook.load(path)
    assert own.rewrite("<p>We hate tags. A &amp; B</p>", markup="html").text == f"<p>{html.escape('Tags <b> & co are fine')}. A &amp; B</p>"
    assert own.rewrite("We hate tags. A &amp; B").text == "Tags <b> & co are fine. A &amp; B"


def test_an_edit_does_not_take_tags_away(book: Phrasebook) -> None:
    """A finding with tags inside has suggestions for a person, and no edit."""
    draft = "<p>I <b>don't</b> know why.</p>"
    (finding,) = book.check(draft, markup="html")
    assert finding.suggestions
    assert all(suggestion.edit is None for suggestion in finding.suggestions)
    assert book.rewrite(draft, markup="html").text == draft
