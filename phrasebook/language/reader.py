"""From data/languages/<code>.yaml to a Language, with every problem of the file told at once."""

from __future__ import annotations

from pathlib import Path

from phrasebook.draft.folding import fold
from phrasebook.errors import Problem
from phrasebook.language.knowledge import Language
from phrasebook.table.nodes import Mapping, Node, Scalar, read_file
from phrasebook.table.notation import NotationError, Part, parse
from phrasebook.table.shape import Reader

__all__ = ["read_language_file"]

_KEYS = (
    "language name classes spellings contractions glue suffixes prefixes endings particles fillers gap_stops contexts mixes "
    "question about turn durations coordinators droppable contrasts openers links determiners honorifics addresses you you_words subjects "
    "agreement always_capital colloquial abbreviations common "
).split()


def read_language_file(path: Path) -> tuple[Language | None, list[Problem]]:
    """The language of a file, as far as it can be read, and its problems."""
    root, problems = read_file(path)
    if not isinstance(root, Mapping):
        return None, problems or [Problem(str(path), 1, 1, "must hold 'key: value' lines; see the bundled languages")]
    reader = Reader(str(path))
    reader.keys(root, _KEYS, "a language file")
    code = reader.text(root.get("language"), "language")
    name = reader.text(root.get("name"), "name")
    if not code:
        reader.problem(root, "'language' is missing; write its code, such as 'language: en'")
    language = Language(
        code=code,
        name=name,
        classes=_classes(reader, root.get("classes")),
        spellings={key: tuple(value.split()) for key, value in _pairs(reader, root, "spellings").items()},
        contractions=_pairs(reader, root, "contractions"),
        glue=frozenset(_words(reader, root, "glue")),
        suffixes=_words(reader, root, "suffixes"),
        prefixes=_words(reader, root, "prefixes"),
        endings=_words(reader, root, "endings"),
        particles=frozenset(_words(reader, root, "particles")),
        fillers=frozenset(_words(reader, root, "fillers")),
        gap_stops=frozenset(_words(reader, root, "gap_stops")),
        contexts=_contexts(reader, root.get("contexts")),
        mixes=frozenset(_words(reader, root, "mixes")),
        question=_phrases(reader, root, "question"),
        about=_phrases(reader, root, "about"),
        turn=_pairs(reader, root, "turn"),
        durations=_phrases(reader, root, "durations"),
        coordinators=frozenset(_words(reader, root, "coordinators")),
        droppable=frozenset(_words(reader, root, "droppable")),
        contrasts=frozenset(_words(reader, root, "contrasts")),
        openers=frozenset(_words(reader, root, "openers")),
        links=frozenset(_phrases(reader, root, "links")),
        determiners=frozenset(_words(reader, root, "determiners")),
        honorifics=tuple(text for text, _ in reader.texts(root.get("honorifics"), "honorifics")),
        addresses={_fold(name.value): reader.text(node, name.value) for name, node in reader.pairs(root.get("addresses"), "addresses")},
        you_words=frozenset(_words(reader, root, "you_words")),
        you=reader.text(root.get("you"), "you") or "you",
        subjects={key.value: tuple(_fold(t) for t, _ in reader.texts(node, key.value)) for key, node in reader.pairs(root.get("subjects"), "subjects")},
        agreement=_agreement(reader, root.get("agreement")),
        always_capital=frozenset(_words(reader, root, "always_capital")),
        colloquial=frozenset(_words(reader, root, "colloquial")),
        abbreviations=frozenset(_words(reader, root, "abbreviations")),
        common=frozenset(_words(reader, root, "common")),
    )
    return language, sorted(problems + reader.problems)


def _fold(text: str) -> str:
    return fold(text).text


def _phrases(reader: Reader, root: Mapping, key: str) -> tuple[str, ...]:
    """The folded texts of a list."""
    return tuple(_fold(text) for text, _ in reader.texts(root.get(key), key))


def _words(reader: Reader, root: Mapping, key: str) -> tuple[str, ...]:
    """The folded words of a list whose items may hold several words."""
    return tuple(dict.fromkeys(word for text in _phrases(reader, root, key) for word in text.split()))


def _pairs(reader: Reader, root: Mapping, key: str) -> dict[str, str]:
    return {_fold(name.value): _fold(reader.text(node, name.value)) for name, node in reader.pairs(root.get(key), key)}


def _contexts(reader: Reader, node: Node | None) -> dict[str, tuple[str, ...]]:
    contexts = {}
    for name, phrases in reader.pairs(node, "contexts"):
        contexts[name.value] = tuple(text for text, place in reader.texts(phrases, name.value) if _parse(reader, text, place))
    return contexts


def _classes(reader: Reader, node: Node | None) -> dict[str, tuple[tuple[Part, ...], ...]]:
    classes = {}
    for name, phrases in reader.pairs(node, "classes"):
        options = [parts for text, place in reader.texts(phrases, name.value) if (parts := _parse(reader, text, place))]
        classes[name.value] = tuple(options)
    return classes


def _parse(reader: Reader, text: str, node: Node) -> tuple[Part, ...]:
    try:
        return parse(text)
    except NotationError as error:
        shift = error.column if isinstance(node, Scalar) else 0
        reader.problem(node, str(error), shift)
        return ()


def _agreement(reader: Reader, node: Node | None) -> dict[str, tuple[str, str]]:
    agreement = {}
    for slot, forms in reader.pairs(node, "agreement"):
        texts = [text for text, _ in reader.texts(forms, slot.value)]
        if len(texts) != len(("one", "many")):
            reader.problem(forms, f"'{slot.value}' needs two forms, for one person and for several; write [I, we]")
            continue
        agreement[slot.value] = (texts[0], texts[1])
    return agreement
