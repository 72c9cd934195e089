"""What the questionnaires of a whole group tell: indicators, the hardest question, claims, obstacles."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.model import Rule
from generator.facts.questionnaire import Questionnaire
from generator.news.evidence import Evidence
from generator.news.passages.answers import MOST_LEVEL
from generator.news.sentence import Sentence
from generator.news.tellers import EditionTeller
from generator.news.terms.group_answers import (
    CommonObstacleTerms,
    GroupClaimTerms,
    GroupIndicatorsTerms,
    HardestTerms,
    HighestMeansTerms,
    LowestMeansTerms,
)
from generator.news.terms.regions import MissingTerms
from generator.news.terms.stage import StageTerms


def questionnaire(tell: EditionTeller) -> Iterator[Sentence]:
    """What is known below the scores of at least two bodies; nothing without an instrument."""
    found = tell.facts.questionnaire(tell.evaluation)
    if found is not None:
        yield from _indicators(tell, found)
        yield from _claims(tell, found)
        yield from _hardest(tell, found)
        yield from _obstacle(tell, found)


def stopped(tell: EditionTeller) -> Iterator[Sentence]:
    """Who did not pass which stage: they took part and have no final score."""
    if tell.evaluation.instrument is None:
        return
    for stage in tell.evaluation.instrument.stages:
        found = [
            (tell.facts.region(tell.evaluation, id_), file.document.at(("region",)))
            for id_, file in tell.evaluation.results.items()
            if file.scores is not None and file.scores.stopped == stage.id
        ]
        if not found or stage.threshold is None:
            continue
        bodies = [facts.region for facts, _ in found]
        label = tell.label("stopped", stage=stage.name, year=tell.year)
        rules = {facts.stage_scores[stage.id].rule for facts, _ in found}
        rule = Rule.BY_INSTRUMENT if Rule.BY_INSTRUMENT in rules else Rule.COUNTED
        fact = Evidence(label, str(len(bodies)), tuple(place for _, place in found), rule=rule)
        yield tell.say(
            "edition.stopped",
            MissingTerms(tell, bodies, tell.few(bodies), (fact,)),
            StageTerms(tell, stage, (fact,)),
        )


def _indicators(tell: EditionTeller, found: Questionnaire) -> Iterator[Sentence]:
    """The indicators with the highest and the lowest mean, where all rest on the same bodies."""
    scored = [item for item in found.indicators if item.mean is not None]
    numbers = {len(item.scores) for item in scored}
    if len(scored) < 2 or len(numbers) != 1 or min(numbers) < 2:
        return
    means = [item.mean for item in scored if item.mean is not None]
    high, low = max(means), min(means)
    strongest = [item for item in scored if item.mean == high]
    weakest = [item for item in scored if item.mean == low]
    if high == low or max(len(strongest), len(weakest)) > MOST_LEVEL:
        return
    yield tell.say(
        "edition.indicators",
        GroupIndicatorsTerms(tell, len(scored), numbers.pop()),
        HighestMeansTerms(tell, strongest),
        LowestMeansTerms(tell, weakest),
    )


def _claims(tell: EditionTeller, found: Questionnaire) -> Iterator[Sentence]:
    """The indicator where the mean claim and what was verified are furthest apart; nothing where an
    objection changed a verdict: what was verified first is no longer known."""
    if any(item.upheld for item in tell.facts.objections(tell.evaluation)):
        return
    apart = [
        (abs(item.claims.claimed - item.claims.verified), item, item.claims)
        for item in found.indicators
        if item.claims is not None
    ]
    widest = max((difference for difference, _, _ in apart), default=None)
    if widest is None or widest <= 0:
        return
    first = [(item, claims) for difference, item, claims in apart if difference == widest]
    # The answers of one body are no mean; but they may be what is furthest apart.
    if len(first) == 1 and first[0][1].n > 1:
        alone = sum(difference > 0 for difference, _, _ in apart) == 1
        yield tell.say("edition.claims", GroupClaimTerms(tell, *first[0], alone=alone))


def _hardest(tell: EditionTeller, found: Questionnaire) -> Iterator[Sentence]:
    """The question in which most bodies have no point, if it is a single one."""
    questions = [q for item in found.indicators for q in item.questions if q.n > 1]
    most = max((q.failed for q in questions), default=0)
    hardest = [q for q in questions if q.failed == most]
    if most > 1 and len(hardest) == 1:
        yield tell.say("edition.hardest", HardestTerms(tell, hardest[0]))


OFTEN = 3
"""So many name an obstacle that it is one of the group."""


def _obstacle(tell: EditionTeller, found: Questionnaire) -> Iterator[Sentence]:
    """The obstacle that most bodies named in the same words, at whatever question."""
    by_text: dict[str, set[str]] = {}
    for listed in (*(item.obstacles for item in found.indicators), found.general):
        for item in listed:
            by_text.setdefault(item.text, set()).update(n.region.id for n in item.named)
    most = max((len(named) for named in by_text.values()), default=0)
    common = [text for text, named in by_text.items() if len(named) == most]
    if most >= OFTEN and len(common) == 1:
        yield tell.say("edition.obstacle", CommonObstacleTerms(tell, common[0], most))
