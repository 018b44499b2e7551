"""Which features of support the approaches of the Care Act report show, as we read them."""

from functools import cache

from implsupport.cases.tables import read
from implsupport.terms import FrozenMap
from implsupport.vocabulary import SupportFeature

__all__ = ["approach_features", "illustration_features"]


@cache
def approach_features() -> FrozenMap[str, FrozenMap[SupportFeature, str]]:
    """Say which features of support each approach shows, and why.

    The mapping is one reading of the printed titles, descriptions and ratings.
    `matching.described` takes it, or any other mapping of approaches to features.

    Returns:
        Approach key to feature to the reason; 20 approaches in the order of the page, the
        features of each in the order of the vocabulary.

    Raises:
        UnknownTermError: If the file names what is not a feature of support.

    Source:
        care-act-report, Table 3, pp. 25-27, for the approaches; which features they show is
        this library's reading. Status: ours.

    >>> dict(approach_features()["written-support"])
    {SupportFeature.GUIDANCE: "it is 'practice guidance'",
     SupportFeature.PERFORMANCE_MANAGEMENT: 'rated Yes on performance management'}
    """
    return _features("approach_features")


@cache
def illustration_features() -> FrozenMap[str, FrozenMap[SupportFeature, str]]:
    """Say which features of support the invented approaches of the illustration show.

    Returns:
        Approach key to feature to the reason; as invented as the illustration.

    Source:
        This library. Status: ours.

    >>> list(illustration_features()["learning-circles"])
    [SupportFeature.CAPACITY_BUILDING, SupportFeature.COLLABORATIVE_WORKING]
    """
    return _features("illustration_features")


def _features(table: str) -> FrozenMap[str, FrozenMap[SupportFeature, str]]:
    return FrozenMap(
        {
            approach: FrozenMap(
                {SupportFeature.of(feature): reason for feature, reason in reasons.items()}
            )
            for approach, reasons in read(table)["approaches"].items()
        }
    )
