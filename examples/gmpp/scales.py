"""The scales of the Government Major Projects Portfolio as rubrics, and how its words are read."""

from implsupport import Gap, Rubric, Scale, Term


class Judged(Term):
    """What is judged, by the central authority (ipa) or the project's own senior owner (sro)."""

    CONFIDENCE = "delivery-confidence"


class FiveGrades(Scale):
    """Until the report of 2021."""

    RED = "red"
    AMBER_RED = "amber-red"
    AMBER = "amber"
    AMBER_GREEN = "amber-green"
    GREEN = "green"


class ThreeGrades(Scale):
    """From the report of 2022: words of the old scale, but not the old scale."""

    RED = "red"
    AMBER = "amber"
    GREEN = "green"


RUBRICS = {
    key: Rubric(key=key, title=key, rows=Judged, cols=scale, cells={Judged.CONFIDENCE: [*scale]})
    for key, scale in (("5-point", FiveGrades), ("3-point", ThreeGrades))
}
READING = {  # any other word that is no key or label is refused
    "Amber/Red": FiveGrades.AMBER_RED.key,
    "Amber/Green": FiveGrades.AMBER_GREEN.key,
    "Exempt": Gap.NOT_STATED.key,
    "Reset": Gap.NOT_APPLICABLE.key,
    "NotRated": Gap.NOT_ASSESSED.key,
}
