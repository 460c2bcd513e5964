"""The suggestions of a finding: approved wordings, best first, each with the edit that puts it into the draft."""

from __future__ import annotations

import html
import re
from dataclasses import replace

from phrasebook.detect.find import Match
from phrasebook.draft.folding import BLOCK, GONE, HIDDEN
from phrasebook.draft.markup import has_tags
from phrasebook.language.knowledge import Language
from phrasebook.language.lexicon import NAME, NUMBER, Lexicon
from phrasebook.model import Edit, Entry, Suggestion
from phrasebook.rewriting.address import Speaker, Voice
from phrasebook.rewriting.place import Follows, Place, look
from phrasebook.rewriting.wording import Filled, fill

__all__ = ["suggestions"]

_INNER_STOP = re.compile(r"[.?!]\s")
_END = re.compile(rf"[.!?](?:\s|{BLOCK}|$)|\n|{BLOCK}")
_QUOTATION = re.compile(f"{HIDDEN}+")
_FINAL_STOP = (".", "?", "!")
JUST_SAID = 60
"""How far before a sentence a name is still in the reader's ear (a salutation), code points."""
SHOWN = 200
"""Longest stretch of the draft that a suggestion's text repeats after the wording, code points."""


def suggestions(
    match: Match,
    entry: Entry,
    draft: str,
    own: str,
    limit: int,
    speaker: Speaker,
    language: Language,
    lexicon: Lexicon,
    *,
    markup: str,
) -> tuple[Suggestion, ...]:
    """The suggestions for a match; `own` is the draft with other people's words blanked, `limit` where the next match begins."""
    place = look(match, own, limit, language, lexicon)
    voice = speaker.voice(match, language)
    if any(token.form in language.addresses for token in match.sentence[match.last + 1 : match.last + 3]):
        voice = replace(voice, you=language.you)  # "…, Tuan" follows: not "Tuan, Tuan"
    sentence = draft[max(0, match.sentence[0].start - JUST_SAID) : match.sentence[-1].end]
    ready: list[Suggestion] = []
    blanks: list[Suggestion] = []
    unfit: list[Suggestion] = []
    for wording in _in_order(entry, voice):
        filled = fill(wording, voice, place, sentence, language)
        suggestion = _suggestion(filled, match, place, draft, draft if markup == "text" else own, limit, markup)
        fits = filled.slot is None or any(follows.slot == filled.slot for follows in place.follows)
        (ready if suggestion.edit else blanks if fits else unfit).append(suggestion)
    by_text = {suggestion.text: suggestion for suggestion in reversed([*ready, *blanks, *([] if ready or blanks else unfit)])}
    return tuple(reversed(by_text.values()))


def _in_order(entry: Entry, voice: Voice) -> list[str]:
    """The wordings in the table's order, those of the draft's register first; none that is too chatty for it."""
    chatty = [wording.text for wording in entry.say if voice.colloquial and wording.register == "colloquial"]
    return chatty + [wording.text for wording in entry.say if wording.register is None]


def _suggestion(filled: Filled, match: Match, place: Place, draft: str, seen: str, limit: int, markup: str) -> Suggestion:
    edit: Edit | None = None
    shown = filled.text
    if filled.slot:
        follows = next((follows for follows in place.follows if follows.slot == filled.slot), None)
        shown = filled.text + (_shown(follows, seen) if follows else f"[{filled.slot}]")
        if follows and follows.start >= match.end and not filled.blank and _fits(filled, place):
            edit = Edit(place.start, follows.start, filled.text + follows.inserted)
    elif not filled.blank:
        edit = _free_edit(filled, match, place, draft)
    if edit and (edit.end > limit or _loses_a_fact(edit, match, draft)):
        edit = None
    return Suggestion(shown, _in_markup(edit, draft, markup))


def _loses_a_fact(edit: Edit, match: Match, draft: str) -> bool:
    """Whether the edit takes away a name or a number that its replacement does not hold."""
    replacement = edit.replacement.lower()
    for token in match.sentence:
        if edit.start <= token.start < edit.end:
            written = draft[token.start : token.end]
            unread = not token.words and any(letter.isdecimal() for letter in token.form)
            named = NAME in token.words or NUMBER in token.words or token.proper or unread
            if named and written.lower() not in replacement:
                return True
    return False


def _free_edit(filled: Filled, match: Match, place: Place, draft: str) -> Edit | None:
    """The edit of a wording without ending slot."""
    if place.end is None or not _fits(filled, place):
        return None
    if not filled.text.endswith(_FINAL_STOP):
        if place.stop > place.end and not set(draft[place.end : place.stop]) <= {"."}:
            return Edit(place.start, place.stop, f"{filled.text}.")  # neither "!" nor "?" suits the new words
        return Edit(place.start, place.end, filled.text)
    if not place.alone:
        return None
    return Edit(place.start, place.stop, filled.text)


def _fits(filled: Filled, place: Place) -> bool:
    """Whether the wording is grammatical where the finding stands: several sentences need the head of one."""
    if _INNER_STOP.search(filled.text):
        return place.opens_sentence
    return place.opens_clause


def _shown(follows: Follows, seen: str) -> str:
    """The words that stay behind the wording, up to the end of their line or sentence, as a reader sees them."""
    rest = seen[follows.start : follows.start + SHOWN].replace(GONE, "")
    end = _END.search(rest)
    return follows.inserted + _QUOTATION.sub("…", rest[: end.start()] if end else rest)


def _in_markup(edit: Edit | None, draft: str, markup: str) -> Edit | None:
    """The edit for an HTML source; None when it would take tags away."""
    if edit is None or markup == "text":
        return edit
    if has_tags(draft[edit.start : edit.end]):
        return None
    return edit._replace(replacement=html.escape(edit.replacement, quote=False))
