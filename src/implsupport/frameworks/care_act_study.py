"""The evaluation behind the Care Act report: objectives, phases, levels, questions, next steps."""

from implsupport.sources import cite
from implsupport.terms import Term

__all__ = [
    "ExploredQuestion",
    "InterviewTopic",
    "NextStep",
    "ResearchLevel",
    "ResearchObjective",
    "ResearchPhase",
]


class ResearchObjective(Term, source=cite("care-act-report", "p. 5")):
    """The five research objectives; the glosses are printed.

    Source:
        care-act-report, p. 5. Status: source.

    >>> len(ResearchObjective)
    5
    """

    LESSONS = (
        "lessons",
        (
            "Identify key lessons from previous implementation support methods and improvement "
            "research."
        ),
    )
    SUPPORT_ARRANGEMENTS = (
        "support-arrangements",
        (
            "Evaluate the impact and effectiveness of the national and regional level support "
            "arrangements."
        ),
    )
    LOCAL_ISSUES = (
        "local-issues",
        (
            "Understand the implementation issues at local level, including cultural, "
            "organisational and operational issues."
        ),
    )
    FRAMEWORK = (
        "framework",
        (
            "Develop a framework for understanding the requirements of a successful implementation "
            "programme and improvement service."
        ),
    )
    KNOWLEDGE_TRANSFER = (
        "knowledge-transfer",
        (
            "Spread knowledge transfer between improvement support for the Care Act and other "
            "policy support programmes across the public sector."
        ),
    )


class ResearchPhase(Term, source=cite("care-act-report", "pp. 5-6")):
    """The four phases of the research, in their sequence.

    Source:
        care-act-report, pp. 5-6; the glosses are ours. Status: source.

    >>> ResearchPhase.of("contextual-and-conceptual-issues").printed
    'Phase 1: Contextual and Conceptual Issues'
    """

    CONTEXTUAL_AND_CONCEPTUAL_ISSUES = (
        "contextual-and-conceptual-issues",
        "why support has become an issue, and how other policies were supported",
        "Phase 1: Contextual and Conceptual Issues",
    )
    CARE_ACT_AND_SUPPORT_PROGRAMME = (
        "care-act-and-support-programme",
        "the broad nature of the programme, from documents",
        "Phase 2: The Care Act 2014 and the Implementation Support Programme",
    )
    ANALYSING_THE_PROGRAMME = (
        "analysing-the-programme",
        "its impact, at three levels: see `ResearchLevel`",
        "Phase 3: Analysing the Partnership Support Programme",
    )
    DEVELOPING_A_FRAMEWORK = (
        "developing-a-framework",
        "generic lessons for future support",
        "Phase 4: Developing a Framework for Service Improvement Support",
    )


class ResearchLevel(Term, source=cite("care-act-report", "p. 6")):
    """The three levels at which data are collected; the words are no scale.

    Source:
        care-act-report, p. 6; the glosses are condensed from its words. Status: source.

    >>> [level.printed for level in ResearchLevel]
    ['Macro', 'Meso', 'Micro']
    """

    MACRO = "macro", "national and regional: the key support mechanisms and structures", "Macro"
    MESO = "meso", "how councils are influenced by the programme and respond to it", "Meso"
    MICRO = "micro", "how far support has helped to deliver local service improvement", "Micro"


class InterviewTopic(Term, source=cite("care-act-report", "p. 36")):
    """What the questions put to board members were intended to examine; the glosses are printed.

    Source:
        care-act-report, p. 36. Status: source.

    >>> InterviewTopic.of("other-models").gloss
    'considerations about other models of IS'
    """

    AIMS_AND_OBJECTIVES = "aims-and-objectives", "aims and objectives of IS"
    COMMUNICATION = "communication", "the communication of any and all IS plans"
    OTHER_MODELS = "other-models", "considerations about other models of IS"
    ISSUES_ARISING = (
        "issues-arising",
        (
            "any issues arising, such as risks that might occur during the process of policy "
            "implementation"
        ),
    )


class ExploredQuestion(Term, source=cite("care-act-report", "p. 36")):
    """The four questions that the national interviews are to answer; the glosses are printed.

    Source:
        care-act-report, p. 36. Status: source.

    >>> ExploredQuestion.of("structure").gloss
    'How was the programme structured, and who was involved?'
    """

    NECESSITY = (
        "necessity",
        ("Why was it considered necessary for an implementation support programme to be devised?"),
    )
    AIMS = "aims", "What were the aims and objectives of the programme?"
    STRUCTURE = "structure", "How was the programme structured, and who was involved?"
    ACHIEVEMENTS_AND_DILEMMAS = (
        "achievements-and-dilemmas",
        (
            "What were the main perceived achievements of the programme and what were the ongoing "
            "dilemmas?"
        ),
    )


class NextStep(Term, source=cite("care-act-report", "p. 47")):
    """What the study was to do next; the glosses are printed.

    Source:
        care-act-report, p. 47. Status: source.

    >>> NextStep.of("fieldwork").gloss
    'To complete our locality fieldwork and interrogate the data'
    """

    NATIONAL_INTERVIEWS = (
        "national-interviews",
        "To further interrogate the data contained in our national level interviews",
    )
    FIELDWORK = "fieldwork", "To complete our locality fieldwork and interrogate the data"
    AIMS_ACHIEVED = (
        "aims-achieved",
        (
            "To assess the extent to which the IS programme seems to have achieved the aims it set "
            "for itself"
        ),
    )
    SUCCESS_FRAMEWORK = (
        "success-framework",
        (
            "To locate the Care Act IS programme within McConnell’s adapted framework for "
            "assessing the effectiveness of implementation support programmes more generally"
        ),
    )
    MATLAND_MATRIX = (
        "matland-matrix",
        (
            "To locate the concept of implementation support within Matland’s conflict-ambiguity "
            "matrix to better understand the context within which different types of support are "
            "more likely to flourish"
        ),
    )
