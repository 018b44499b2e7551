"""The JSON Schema of a study in YAML or JSON, generated from the records."""

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest
import yaml
from hypothesis import given

from implsupport import cases, testing
from implsupport.documents import json_text, schema, yaml_text
from implsupport.records import Study

POLICY = {"key": "toll", "title": "Toll"}
POSITION = {"policy": "toll", "ambiguity": "low", "conflict": "high"}


VALIDATOR: Any = jsonschema.Draft202012Validator(schema())


def complaint(values: object) -> str | None:
    """Hold values against the schema, and say what it refuses first."""
    return next((error.message for error in VALIDATOR.iter_errors(values)), None)


def study_with(**sections: object) -> dict[str, object]:
    """Write the smallest study that holds some sections."""
    return {"schema": "implsupport/study/1", "title": "T", **sections}


def test_the_published_schema_is_the_generated_one() -> None:
    """The file in the package is what `schema` gives, byte for byte."""
    published = (files("implsupport") / "schemas" / "study-1.json").read_text(encoding="utf-8")

    assert published == json.dumps(schema(), ensure_ascii=False, indent=2) + "\n"


def test_the_schema_is_a_schema() -> None:
    """Of the draft that it names."""
    jsonschema.Draft202012Validator.check_schema(schema())

    assert schema()["$schema"] == jsonschema.Draft202012Validator.META_SCHEMA["$schema"]


@pytest.mark.parametrize("study", [cases.study(), cases.illustration()], ids=lambda one: one.title)
def test_what_is_written_keeps_to_the_schema(study: Study) -> None:
    """As JSON, and as YAML read by anyone."""
    values = yaml.safe_load(yaml_text.dumped(study))

    assert complaint(values) is None
    assert values == json.loads(json_text.dumped(study))


@given(testing.studies())
def test_any_study_keeps_to_the_schema(study: Study) -> None:
    """The schema refuses nothing that the records take."""
    assert complaint(json.loads(json_text.dumped(study))) is None


@pytest.mark.parametrize(
    "values",
    [
        {"title": "T"},
        study_with(schema="implsupport/study/2"),
        study_with(titel="T"),
        study_with(title=" "),
        study_with(policies=[{"key": "toll"}]),
        study_with(policies=[{**POLICY, "key": "The Toll"}]),
        study_with(policies=[{**POLICY, "year": "2014"}]),
        study_with(policies=[{**POLICY, "year": 0}]),
        study_with(policies=[{**POLICY, "year": 10_000}]),
        study_with(positions=[{**POSITION, "ambiguity": "hihg"}]),
        study_with(positions=[{**POSITION, "ambiguity": 1.5}]),
        study_with(positions=[{**POSITION, "step": 0}]),
        study_with(positions=[{**POSITION, "date": "May 2014"}]),
        study_with(approaches=[{**POLICY, "models": {"problem-solving": "maybe"}}]),
        study_with(approaches=[{**POLICY, "models": {"problem": "yes"}}]),
        study_with(activities=[{**POLICY, "policy": "toll", "cells": [["system"]]}]),
    ],
)
def test_the_schema_refuses_what_it_can(values: dict[str, Any]) -> None:
    """So that an editor marks it."""
    assert complaint(values) is not None


def test_every_record_and_every_field_is_described() -> None:
    """In the words of the docstrings, where an editor shows them."""
    records = schema()["$defs"].values()
    fields = [field for record in records for field in record.get("properties", {}).values()]

    assert [record["title"] for record in records if not record["description"]] == []
    assert [field for field in fields if not field.get("description")] == []


def test_a_long_description_is_put_on_one_line() -> None:
    """However the docstring breaks it."""
    assert schema()["$defs"]["Rating"]["properties"]["grade"]["description"] == (
        "The key of the grade, as text, or None. The study tells whether it is of the rubric's "
        "scale."
    )
