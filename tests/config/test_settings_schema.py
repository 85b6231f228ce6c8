"""The schema of settings files says the same of them as the reader of settings files."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest

import seocheck
from seocheck.base.yaml12 import load_yaml
from seocheck.config import settings_from
from seocheck.config.schema import settings_schema

SCHEMA = settings_schema()
DOCUMENT = Path(__file__).parents[2] / "docs" / "settings.md"


def valid(values: dict[str, Any]) -> bool:
    return bool(jsonschema.Draft202012Validator(SCHEMA).is_valid(values))


def test_it_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_the_examples_of_the_document_fit() -> None:
    blocks = re.findall(r"```yaml\n(.*?)```", DOCUMENT.read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        values = load_yaml(block)
        jsonschema.validate(values, SCHEMA)
        settings_from({key: value for key, value in values.items() if key != "extends"})


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"extends": "../house.yml"},
        {"extends": ["a.yml", "b.yml"]},
        {"title_is_h1": True},
        {"title_is_h1": "auto"},
        {"overrides": [{"files": "blog/**", "profile": "news", "rules": {"title/too-wide": {"max_pixels": 500}}}]},
        {"defaults": {"blog/**": {"keywords": ["bread"], "description": "x"}}},
        {"suppress": {"old/**": ["title", "links/empty-link"], "x": "headings"}},
        {"ignore": ["headings", "title/too-wide"]},
        {"exclude": ["drafts"], "baseline": "b.json"},
    ],
)
def test_what_the_reader_takes_the_schema_takes(values: dict[str, Any]) -> None:
    assert valid(values)
    settings_from({key: value for key, value in values.items() if key != "extends"})


@pytest.mark.parametrize(
    "values",
    [
        {"profil": "news"},
        {"profile": "newspaper"},
        {"ignore": ["headings/skiped-level"]},
        {"severities": {"title/too-wide": "fatal"}},
        {"severities": {"title/to-wide": "off"}},
        {"rules": {"title/too-wide": {"max_pixel": 500}}},
        {"rules": {"title/too-wide": {"max_pixels": 5}}},
        {"rules": {"title/too-wide": {"max_pixels": "wide"}}},
        {"rules": {"title/missing": {"strict": True}}},
        {"overrides": [{"profile": "news"}]},
        {"overrides": [{"files": "x", "defaults": {}}]},
        {"overrides": {"files": "x"}},
        {"defaults": {"blog/**": {"tite": "x"}}},
        {"suppress": {"x": ["nothing"]}},
        {"fields": {"titel": "x"}},
        {"max_file_size": 0},
        {"title_is_h1": "yes"},
    ],
)
def test_what_the_reader_refuses_the_schema_refuses(values: dict[str, Any]) -> None:
    assert not valid(values)
    with pytest.raises(seocheck.SettingsError):
        settings_from(values)


def test_every_key_and_every_option_says_what_it_is() -> None:
    for key, entry in SCHEMA["properties"].items():
        assert entry.get("description"), key
    for rule, entry in SCHEMA["properties"]["rules"]["properties"].items():
        for option, schema in entry["properties"].items():
            assert schema.get("description"), f"{rule}: {option}"
