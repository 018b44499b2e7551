"""What an appraisal holds, and its JSON."""

import json
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

from implsupport import cases
from implsupport.appraisal import SCHEMA, Context, appraise, schema
from implsupport.records import Study

WHOLE_CONTEXT = Context(
    comparability=cases.comparability(),
    perceived_success=cases.perceived_success(),
    deferral=cases.deferral(),
    misreading=cases.figure_1(),
    citations=cases.citations(),
)


def built_in() -> dict[str, Any]:
    """Give the built-in study's appraisal as plain values."""
    return appraise(cases.study(), context=WHOLE_CONTEXT).to_dict()


@pytest.mark.parametrize(
    "values",
    [built_in(), appraise(cases.illustration()).to_dict(), appraise(Study(title="E")).to_dict()],
    ids=["built-in", "illustration", "empty"],
)
def test_the_json_keeps_to_its_schema(values: dict[str, Any]) -> None:
    """What JSON makes of an appraisal and reads back is valid, field by field."""
    read_back = json.loads(json.dumps(values))
    jsonschema.validate(read_back, schema(), jsonschema.Draft202012Validator)

    assert read_back["schema"] == SCHEMA


def test_the_schema_allows_no_other_field() -> None:
    """A field that the schema does not name is refused."""
    values = built_in() | {"score": 4}

    with pytest.raises(jsonschema.ValidationError, match="'score' was unexpected"):
        jsonschema.validate(values, schema(), jsonschema.Draft202012Validator)


def test_the_schema_refuses_a_kind_that_does_not_exist() -> None:
    """Words of closed vocabularies are listed in the schema."""
    values = json.loads(json.dumps(built_in()))
    values["cases"][0]["approaches"][0]["status"] = "guessed"

    with pytest.raises(jsonschema.ValidationError, match="'guessed' is not one of"):
        jsonschema.validate(values, schema(), jsonschema.Draft202012Validator)


def test_the_published_schema_is_the_generated_one() -> None:
    """The file in the package is what `schema` gives."""
    published = (files("implsupport") / "schemas" / "appraisal-1.json").read_text(encoding="utf-8")

    assert json.loads(published) == schema()


def test_the_json_gives_every_reading_whole() -> None:
    """Memberships, margin and candidates stand beside the axes of a graded place."""
    values = appraise(cases.illustration()).to_dict()
    place = values["cases"][1]["places"][1]

    assert place["reading"]["kind"] is None
    assert place["reading"]["borderline"] is True
    assert place["reading"]["candidates"] == ["administrative", "experimental"]
    assert place["reading"]["margin"] == 0.0


def test_a_case_that_is_only_named_is_not_described() -> None:
    """Of the Academies programme the sources say only how comparable it is."""
    by_key = {case.key: case for case in appraise(cases.study()).cases}

    assert not by_key["academies"].is_described
    assert by_key["care-act"].is_described
