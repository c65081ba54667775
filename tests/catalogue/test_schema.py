"""The schema that editors use: current, every file of the catalogue fits it, and what the reader refuses does not."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from ecosystem.catalogue.schema import schema_text
from ecosystem.catalogue.yaml_source import read_yaml
from tests.conftest import DOCKER

SCHEMA = json.loads((DOCKER / "schema.json").read_text(encoding="utf-8"))
CHECK = Draft202012Validator(SCHEMA)


def content(path):
    return read_yaml(path).value


def test_the_schema_is_current():
    assert (DOCKER / "schema.json").read_text(encoding="utf-8") == schema_text(DOCKER)
    Draft202012Validator.check_schema(SCHEMA)


def test_files_of_every_kind_fit():
    folders = [folder for folder in DOCKER.iterdir() if folder.is_dir() and folder.name != "references"]
    files = [DOCKER / "tools" / "fig.yaml", *(sorted(folder.glob("*.yaml"))[0] for folder in folders)]
    assert [path for path in files if not CHECK.is_valid(content(path))] == []


@pytest.mark.parametrize(
    "typo",
    [
        {"nmae": "Fig"},
        {"since": "2014/06"},
        {"relations": [{"belong_to": "paas"}]},
        {"relations": [{"belongs_to": "paas", "made_by": "docker-inc"}]},
        {"relations": [{"belongs_to": "paas", "modality": "hoped"}]},
        {"milestones": [{"archved": "2021-02-28"}]},
        {"figures": [{"contributors": "many"}]},
        {"summary": {"en": "Only English."}},
    ],
    ids=str,
)
def test_a_typo_does_not_fit(typo):
    assert not CHECK.is_valid(content(DOCKER / "tools" / "fig.yaml") | typo)
