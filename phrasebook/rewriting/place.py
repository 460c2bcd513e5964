"""What stands before and behind a finding in its sentence: what an approved wording must fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from phrasebook.detect.find import Match
from phrasebook.detect.sentence import Token
from phrasebook.language.knowledge import Language
from phrasebook.language.lexicon import NAME, Lexicon

__all__ = ["Follows", "Place", "look"]

TAIL = 4
"""Words behind a finding that a free-standing wording may replace with it, if they carry no fact ("… at all", "… either")."""

ADDRESS = 5
"""Longest form of address with its name, words."""


@dataclass(frozen=True, slots=True)
class Follows:
    """What follows the finding, as a slot sees it."""

    slot: str
    """`question`, `thing`, `condition`, `duration` or `complement`."""
    start: int
    """Where the words that stay begin; code points of the draft."""
    inserted: str = ""
    """What comes before them: kept words and the turned condition word."""


@dataclass(frozen=True, slots=True)
class Place:
    """The surroundings of a finding."""

    start: int
    """Where a wording begins: at the finding, or at a filler before it ("just wait")."""
    follows: tuple[Follows, ...]
    """The slots that what follows can fill."""
    end: int | None
    """Where a wording without slot may end; None when something follows that must not be lost."""
    opens_clause: bool
    """Whether the finding is the first thing in its clause, apart from fillers, links and a form of address."""
    opens_sentence: bool
    """The same for its sentence."""
    alone: bool
    """Whether the finding is its whole sentence, apart from a form of address."""
    capital: bool
    """Whether its first word is the first of a sentence or line."""
    stop: int
    """Where the mark that ends the sentence ends; code points of the draft."""


def look(match: Match, draft: str, limit: int, language: Language, lexicon: Lexicon) -> Place:
    """The surroundings of a match; `limit` is where the next match begins."""
    after = [token for token in match.sentence[match.last + 1 :] if token.end <= limit]
    first = match.first
    while first and not match.sentence[first].begins and match.sentence[first - 1].form in language.droppable:
        first -= 1
    before = match.sentence[:first]
    ends = match.sentence[match.last].ends
    tail = [] if ends else after
    follows = tuple(_follows(match, tail, draft, language))
    end = None if _keeps(follows) or _contrasts(match, language) else _free_end(match, tail, draft, language, lexicon)
    leading = _leading(before, match.sentence[first].clause, draft, language, lexicon)
    last_end = end if end is not None else match.end
    rest_empty = not any(token.start >= last_end for token in match.sentence)
    start = match.sentence[first].start
    at_line = first == 0 or "\n" in draft[before[-1].end : start]
    return Place(
        start=start,
        follows=follows,
        end=end,
        opens_clause=match.sentence[first].begins or leading or _clause_leading(before, match.sentence[match.first].form, draft, language, lexicon),
        opens_sentence=leading,
        alone=leading and end is not None and rest_empty,
        capital=at_line,
        stop=_stop(draft, last_end),
    )


def _follows(match: Match, tail: Sequence[Token], draft: str, language: Language) -> list[Follows]:
    """The slots that the words behind the finding can fill."""
    clause = _clause(tail)
    turned = _turned(clause, draft, language)
    found: list[Follows] = [turned] if turned else []
    if not clause or _is_address(clause, language) or (clause[0].form in language.links and not _starts(clause, language.question)):
        return found
    about = _starts(clause, language.about)
    said_about = not about and match.sentence[match.last].form in language.about  # "you have no clue about | form 12"
    topic = clause[len(about.split()) :]
    if topic and (_starts(topic, language.question) or (not about and topic[0].form in language.you_words)):
        found.append(Follows("question", topic[0].start))
    elif topic and (about or said_about or _opens_thing(topic[0], language)):
        found.append(Follows("thing", topic[0].start))
    if _starts(clause, language.durations):
        found.append(Follows("duration", clause[0].start))
    found.append(Follows("complement", clause[0].start))
    return found


def _contrasts(match: Match, language: Language) -> bool:
    """Whether the other half of a contrast follows ("…, not our teacher"): it would hang in the air."""
    following = match.sentence[match.last + 1 : match.last + 2]
    return any(token.form in language.contrasts for token in following)


def _keeps(follows: Sequence[Follows]) -> bool:
    """Whether what follows says something of its own, so that a wording without slot must not swallow it."""
    return any(one.slot != "complement" for one in follows)


def _turned(clause: Sequence[Token], draft: str, language: Language) -> Follows | None:
    """A condition in the clause ("without the receipt"), turned round; the words before it are kept."""
    for index in range(len(clause)):
        condition = _starts(clause[index:], tuple(language.turn))
        rest = clause[index + len(condition.split()) :]
        if condition and rest:
            kept = draft[clause[0].start : clause[index].start]
            return Follows("condition", rest[0].start, f"{kept}{language.turn[condition]} ")
    return None


def _opens_thing(token: Token, language: Language) -> bool:
    """Whether a noun phrase begins with the token."""
    if token.form in language.links | language.particles | language.openers or token.form in language.durations:
        return False
    return not language.determiners or token.form in language.determiners


def _clause(tail: Sequence[Token]) -> list[Token]:
    """The tokens up to the end of the clause."""
    clause: list[Token] = []
    for token in tail:
        clause.append(token)
        if token.ends:
            break
    return clause


def _starts(tokens: Sequence[Token], phrases: Sequence[str]) -> str:
    """The longest of the phrases that the tokens begin with, or ""."""
    found = ""
    for phrase in phrases:
        words = phrase.split()
        if len(words) <= len(tokens) and len(phrase) > len(found) and all(_is(t, w) for t, w in zip(tokens, words, strict=False)):
            found = phrase
    return found


def _is(token: Token, word: str) -> bool:
    return token.form == word or word in token.words


def _free_end(match: Match, tail: Sequence[Token], draft: str, language: Language, lexicon: Lexicon) -> int | None:
    """Where a wording without slot may end: at the finding, or behind a short tail without facts."""
    if not tail or (tail[0].form in language.links and not _shares_subject(tail, language)):
        return match.end
    clause = _clause(tail)
    if _is_address(clause, language):
        return match.end
    if len(clause) <= TAIL and clause[-1].ends and all(_factless(token, draft, lexicon) for token in clause):
        return clause[-1].end
    return None


def _shares_subject(tail: Sequence[Token], language: Language) -> bool:
    """Whether what follows hangs on the finding's own subject ("hurry up and send it")."""
    if tail[0].form not in language.coordinators:
        return False
    return len(tail) == 1 or tail[1].form not in language.subject_words | language.you_words | language.determiners


def _factless(token: Token, draft: str, lexicon: Lexicon) -> bool:
    """Whether a word names nothing: no capital, no digit, an ordinary word."""
    written = draft[token.start : token.end]
    return written == written.lower() and written.isalpha() and (lexicon.is_common(token.form) or bool(token.words))


def _leading(before: Sequence[Token], here: int, draft: str, language: Language, lexicon: Lexicon) -> bool:
    """Whether all that stands before is a form of address, a filler or a link; `here` is the finding's own clause."""
    clauses: dict[int, list[Token]] = {}
    for token in before:
        clauses.setdefault(token.clause, []).append(token)
    return all(
        all(_light(token, draft, language, lexicon) for token in clause) or (number != here and _is_address(clause, language))
        for number, clause in clauses.items()
    )


def _clause_leading(before: Sequence[Token], subject: str, draft: str, language: Language, lexicon: Lexicon) -> bool:
    """The same for what stands before in the finding's own clause; an adverbial ("After Monday's call …") may open it too."""
    clause: list[Token] = []
    for token in reversed(before):
        if token.ends:
            break
        clause.insert(0, token)
    if not clause:
        return False
    if all(_light(token, draft, language, lexicon) for token in clause) or clause[-1].form in language.links:
        return True
    return clause[0].form in language.openers and subject in language.subject_words


def _light(token: Token, draft: str, language: Language, lexicon: Lexicon) -> bool:
    words = {token.form, *token.words}
    if words == {token.form, NAME} and draft[token.start : token.end] == token.form:
        return True  # a lower-case word nobody knows, at the head of a clause: an interjection ("omg", "adoi")
    return bool(words & (lexicon.fillers | lexicon.particles)) or token.form in language.links


def _is_address(clause: Sequence[Token], language: Language) -> bool:
    """Whether a stretch between marks is an honorific, with or without a name."""
    honorifics = {word for honorific in language.honorifics for word in honorific.lower().split()} | language.addresses.keys()
    head = next((token for token in clause if token.form not in language.particles | language.fillers), None)
    return len(clause) <= ADDRESS and head is not None and head.form in honorifics


def _stop(draft: str, end: int) -> int:
    """Where the marks that end the sentence end, if they follow directly."""
    while end < len(draft) and draft[end] in ".!?…":
        end += 1
    return end
