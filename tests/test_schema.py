"""data/table.schema.json, which editors use: it takes the bundled tables and refuses what phrasebook refuses."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

DATA = Path(__file__).parents[1] / "data"
TABLES = sorted((DATA / "tables").rglob("*.yaml"))
ROW: dict[str, Any] = {"id": "a-row", "dont_say": ["some phrase"], "why": "x"}


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    """The schema, itself checked."""
    schema = json.loads((DATA / "table.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


@pytest.mark.parametrize("path", TABLES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_bundled_tables(validator: jsonschema.Draft202012Validator, path: Path) -> None:
    """The bundled tables are valid."""
    errors = [f"{list(error.absolute_path)}: {error.message}" for error in validator.iter_errors(yaml.safe_load(path.read_text(encoding="utf-8")))]
    assert errors == []


def test_there_are_tables() -> None:
    """All three languages are looked at."""
    assert [path.name for path in TABLES] == ["en.yaml", "id.yaml", "ms.yaml"]


@pytest.mark.parametrize(
    "row",
    [
        ROW,
        {**ROW, "dont_say": "one phrase"},
        {**ROW, "language": "en", "severity": "error", "unless": ["<negated>"], "source": "x"},
        {**ROW, "say": ["{i} will", {"text": "ok", "register": "colloquial"}]},
        {**ROW, "examples": [{"draft": "a"}, {"draft": "a", "becomes": "b"}]},
    ],
)
def test_good_rows(validator: jsonschema.Draft202012Validator, row: dict[str, Any]) -> None:
    """Every form a row may have is valid."""
    assert validator.is_valid([row])


@pytest.mark.parametrize(
    "table",
    [
        [],
        {},
        "text",
        [[]],
        ["text"],
        [{key: value for key, value in ROW.items() if key != "id"}],
        [{key: value for key, value in ROW.items() if key != "why"}],
        [{key: value for key, value in ROW.items() if key != "dont_say"}],
        [{**ROW, "id": "Not An Id"}],
        [{**ROW, "id": "double--hyphen"}],
        [{**ROW, "dont_say": []}],
        [{**ROW, "dont_say": ["a b", "a b"]}],
        [{**ROW, "dont_say": {"a": "b"}}],
        [{**ROW, "dont_say": [""]}],
        [{**ROW, "dont_say": ["a" * 2001]}],
        [{**ROW, "why": ""}],
        [{**ROW, "why": ["a"]}],
        [{**ROW, "severity": "deadly"}],
        [{**ROW, "sevrity": "error"}],
        [{**ROW, "say": [{"register": "colloquial"}]}],
        [{**ROW, "say": [{"text": "a", "register": "loud"}]}],
        [{**ROW, "say": [{"text": "a", "colour": "red"}]}],
        [{**ROW, "examples": ["a"]}],
        [{**ROW, "examples": [{"becomes": "a"}]}],
        [{**ROW, "examples": [{"draft": ""}]}],
        [{**ROW, "examples": [{"draft": "a", "because": "b"}]}],
    ],
    ids=lambda table: json.dumps(table)[:60],
)
def test_bad_tables(validator: jsonschema.Draft202012Validator, table: Any) -> None:
    """What phrasebook refuses, the editor underlines."""
    assert not validator.is_valid(table)
