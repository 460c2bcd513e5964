"""HTML drafts: tags, comments and quoted mail blanked out, entities replaced, all at the same length.

Own scanner: `html.parser` takes quadratic time on runs of "<a ".
"""

from __future__ import annotations

import html
import re

from phrasebook.draft.folding import BLOCK, GONE
from phrasebook.errors import MarkupError

__all__ = ["MARKUPS", "has_tags", "visible_text"]

MARKUPS = ("text", "html")
"""The kinds of draft that phrasebook reads."""

_TAG = re.compile(
    r"<!--.*?(?:-->|\Z)"
    r"|<(/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})((?:[^<>\"']|\"[^\"]{0,4000}\"|'[^']{0,4000}'){0,4000})>"
    r"|<[!?][^<>]{0,4000}>"
    r"|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});",
    re.S,
)
_INLINE = frozenset(("a abbr b bdi bdo big cite code em font i ins kbd mark o:p s samp small span strike strong sub sup tt u var wbr").split())
"""Tags that do not end a line of text."""
_SILENT = frozenset(["script", "style", "head", "title", "template", "textarea", "select", "svg", "math", "object"])
_QUOTES = frozenset(("blockquote",))
_VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"])
_CONTAINER = re.compile(
    r"gmail_quote|gmail_attr|gmail_signature|yahoo_quoted|moz-cite-prefix|moz-signature|protonmail_quote|divRplyFwdMsg|appendonsend"
    r"|OLK_SRC_BODY_SECTION|freshdesk_quote|front-blockquote|hs_reply|missive_quote|zmail_extra|tutanota_quote|mailSpacer|ms-outlook-mobile-signature"
    r"|type=[\"']?cite"
)


def visible_text(draft: str, markup: str) -> str:
    """What a reader of the draft sees and its author wrote; same length, same offsets.

    Raises:
        MarkupError: `markup` is neither "text" nor "html".
    """
    if markup == "text":
        return draft
    if markup != "html":
        raise MarkupError(f"markup is {markup!r}; it must be 'text' or 'html'")
    pieces: list[str] = []
    at = 0
    hidden: list[str] = []
    for match in _TAG.finditer(draft):
        between = draft[at : match.start()]
        pieces.append(BLOCK * len(between) if hidden else between)
        pieces.append(_replacement(match, hidden))
        at = match.end()
    rest = draft[at:]
    pieces.append(BLOCK * len(rest) if hidden else rest)
    return "".join(pieces)


def has_tags(draft: str) -> bool:
    """Whether a stretch of an HTML draft holds more than text."""
    return "<" in draft


def _replacement(match: re.Match[str], hidden: list[str]) -> str:
    """What stands for a tag or entity, at its length; opens and closes hidden elements."""
    length = match.end() - match.start()
    raw = match.group()
    if raw[0] == "&":
        decoded = html.unescape(raw)
        if hidden:
            return BLOCK * length
        return decoded + GONE * (length - len(decoded)) if len(decoded) <= length else raw
    closing, name = match.group(1), (match.group(2) or "").lower()
    if not name:
        return GONE * length
    if hidden:
        if closing and name == hidden[-1]:
            hidden.pop()
        elif not closing and name == hidden[-1] and name not in _VOID:
            hidden.append(name)
        return BLOCK * length
    if not closing and name not in _VOID and not raw.endswith("/>") and (name in _SILENT or name in _QUOTES or _CONTAINER.search(match.group(3) or "")):
        hidden.append(name)
        return BLOCK * length
    return (GONE if name in _INLINE and name != "br" else BLOCK) * length
