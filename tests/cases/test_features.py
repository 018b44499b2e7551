"""Our reading of which features of support the approaches of the Care Act report show."""

import re

import pytest

from implsupport import cases
from implsupport.cases.features import approach_features
from implsupport.cases.tables import printed_in, read
from implsupport.vocabulary import Extent, SupportFeature, SupportModel

APPROACHES = {approach.key: approach for approach in cases.study().approaches}

SAME_NAME = {SupportFeature.of(model.key): model for model in SupportModel}

PRINTED_ELSEWHERE = {"training": "p. 24", "flexibility": "p. 24"}


def rated(key: str, extent: Extent) -> set[SupportFeature]:
    """The features of whose namesakes among the models the approach is rated so."""
    return {name for name, model in SAME_NAME.items() if APPROACHES[key].models[model] is extent}


def quoted(reason: str) -> list[str]:
    """The words that a reason gives as printed."""
    return re.findall(r"'([^']+)'", reason)


def printed(key: str) -> str:
    """What the table prints of an approach, in lower case."""
    return f"{APPROACHES[key].title} {APPROACHES[key].description}".casefold()


def test_every_approach_of_the_report_is_mapped_in_the_order_of_the_page() -> None:
    """CA Table 3, pp. 25-27: 20 approaches."""
    assert list(approach_features()) == list(APPROACHES)
    assert len(approach_features()) == 20


@pytest.mark.parametrize("key", list(APPROACHES))
def test_every_feature_has_a_reason(key: str) -> None:
    """Each approach shows one feature or more, in the order of the vocabulary."""
    features = approach_features()[key]

    assert len(features) >= 1
    assert list(features) == [feature for feature in SupportFeature if feature in features]
    assert all(len(reason.split()) > 3 for reason in features.values())


@pytest.mark.parametrize("key", list(APPROACHES))
def test_no_feature_contradicts_the_printed_ratings(key: str) -> None:
    """CA Table 3: Yes on a model gives the feature of its name, and No rules it out."""
    assert rated(key, Extent.YES) <= set(approach_features()[key])
    assert rated(key, Extent.NO).isdisjoint(approach_features()[key])


@pytest.mark.parametrize("key", list(APPROACHES))
def test_a_rating_is_the_reason_only_where_the_table_has_it(key: str) -> None:
    """CA Table 3: whoever says "rated Yes" is right."""
    said = {
        feature for feature, reason in approach_features()[key].items() if "rated Yes" in reason
    }

    assert said == rated(key, Extent.YES)


@pytest.mark.parametrize("key", list(APPROACHES))
def test_words_in_quotation_marks_are_printed(key: str) -> None:
    """CA Table 3, in title or description; but for two words of p. 24."""
    words = [word for reason in approach_features()[key].values() for word in quoted(reason)]
    absent = [word for word in words if word.casefold() not in printed(key)]
    reasons = " ".join(approach_features()[key].values())

    assert set(absent) <= set(PRINTED_ELSEWHERE)
    assert all(PRINTED_ELSEWHERE[word] in reasons for word in absent)


def test_no_approach_is_mapped_to_regulation() -> None:
    """The table lists ways of support; legal force is a property of the policy (CA p. 21)."""
    shown = {feature for features in approach_features().values() for feature in features}

    assert shown == set(SupportFeature) - {SupportFeature.REGULATION}


def test_the_mapping_is_labelled_ours() -> None:
    """The table prints no such column."""
    assert printed_in(read("approach_features")).citation == (
        "Care Act report (draft interim report), Table 3, pp. 25-27 [ours]"
    )
