"""What the questionnaires of a whole group tell: indicators, the hardest question, claims, obstacles."""

from __future__ import annotations

from collections.abc import Iterator

from generator.facts.model import Rule
from generator.facts.questionnaire import IndicatorFacts, Questionnaire
from generator.format.problems import Place
from generator.language import indonesian as words
from generator.news import grammar
from generator.news.answers import MOST_LEVEL
from generator.news.edition_body import EditionTeller
from generator.news.evidence import Evidence, number_forms, text_forms
from generator.news.sentence import Sentence


def questionnaire(tell: EditionTeller) -> Iterator[Sentence]:
    """What is known below the scores of at least two bodies; nothing without an instrument."""
    found = tell.facts.questionnaire(tell.evaluation)
    if found is not None:
        yield from _indicators(tell, found)
        yield from _claims(tell, found)
        yield from _hardest(tell, found)
        yield from _obstacle(tell, found)


def _places(tell: EditionTeller, name: str) -> tuple[Place, ...]:
    """Where the bodies' answers or scores stand."""
    return tuple(
        file.document.at((name,))
        for file in tell.evaluation.results.values()
        if getattr(file.result, name)
    )


def _inputs(tell: EditionTeller) -> tuple[Place, ...]:
    return (*_places(tell, "indicators"), *_places(tell, "answers"))


def stopped(tell: EditionTeller) -> Iterator[Sentence]:
    """Who did not pass which stage: they took part and have no final score."""
    if tell.evaluation.instrument is None:
        return
    regions = {region.id: region for region in tell.evaluation.regions}
    for stage in tell.evaluation.instrument.stages:
        found = [
            (regions[id_], file.document.at(("region",)))
            for id_, file in tell.evaluation.results.items()
            if file.scores is not None and file.scores.stopped == stage.id
        ]
        if not found or stage.threshold is None:
            continue
        bodies = [region for region, _ in found]
        named, threshold = tell.few(bodies), words.plain_number(stage.threshold)
        yield tell.say(
            "edition.stopped",
            Evidence(
                tell.label("threshold"),
                f"{stage.name}: {threshold}",
                (stage.name, threshold, *number_forms(len(bodies))),
                tuple(place for _, place in found),
            ),
            *tell.regions(named),
            number=len(bodies),
            examples=len(named) < len(bodies),
            names=tell.shorts(named),
            group=tell.group,
            stage=stage.name,
            threshold=threshold,
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
    number = numbers.pop()
    yield tell.say(
        "edition.indicators",
        *(_mean(tell, item) for item in (*strongest, *weakest)),
        tell.number_told("indicators", len(scored)),
        tell.number_told("indicator_scores", number),
        indicators=len(scored),
        number=number,
        group=tell.group,
        strongest=[item.indicator.name for item in strongest],
        weakest=[item.indicator.name for item in weakest],
        high=words.decimal(high),
        low=words.decimal(low),
    )


def _mean(tell: EditionTeller, item: IndicatorFacts) -> Evidence:
    assert item.mean is not None
    shown, name = words.decimal(item.mean), item.indicator.name
    label = tell.label("indicator_mean", name=name, year=tell.year)
    return Evidence(label, shown, (shown, name), _inputs(tell), rule=Rule.AVERAGE)


def _claims(tell: EditionTeller, found: Questionnaire) -> Iterator[Sentence]:
    """The indicator where the mean claim and what was verified are furthest apart."""
    apart = [
        (abs(item.claims.claimed - item.claims.verified), item, item.claims)
        for item in found.indicators
        if item.claims is not None and item.claims.n > 1
    ]
    widest = max((difference for difference, _, _ in apart), default=None)
    if widest is None or widest <= 0:
        return
    first = [(item, claims) for difference, item, claims in apart if difference == widest]
    if len(first) > 1:
        return
    item, claims = first[0]
    claimed, verified = words.decimal(claims.claimed), words.decimal(claims.verified)
    yield tell.say(
        "edition.claims",
        Evidence(
            tell.label("claim", stage=item.indicator.name, year=tell.year),
            f"{claimed}; {verified}",
            (claimed, verified, item.indicator.name, *number_forms(claims.n)),
            _places(tell, "answers"),
            rule=Rule.AVERAGE,
        ),
        indicator=item.indicator.name,
        claimed=claimed,
        verified=verified,
        number=claims.n,
        group=tell.group,
    )


def _hardest(tell: EditionTeller, found: Questionnaire) -> Iterator[Sentence]:
    """The question in which most bodies have no point, if it is a single one."""
    questions = [q for item in found.indicators for q in item.questions if q.n > 1]
    most = max((q.failed for q in questions), default=0)
    hardest = [q for q in questions if q.failed == most]
    if most < 2 or len(hardest) > 1:
        return
    item = hardest[0]
    yield tell.say(
        "edition.hardest",
        Evidence(
            tell.label("failed", year=tell.year),
            f"{item.failed} dari {item.n}",
            (
                item.question.text,
                item.indicator.name,
                *number_forms(item.failed),
                *number_forms(item.n),
                *number_forms(1),
            ),
            _places(tell, "answers"),
            rule=Rule.COUNTED,
        ),
        question=item.question.text,
        indicator=item.indicator.name,
        failed=item.failed,
        number=item.n,
        group=tell.group,
    )


def _obstacle(tell: EditionTeller, found: Questionnaire) -> Iterator[Sentence]:
    """The obstacle that most bodies named in the same words, at whatever question."""
    by_text: dict[str, set[str]] = {}
    for listed in (*(item.obstacles for item in found.indicators), found.general):
        for item in listed:
            by_text.setdefault(item.text, set()).update(n.region.id for n in item.named)
    most = max((len(named) for named in by_text.values()), default=0)
    common = [text for text, named in by_text.items() if len(named) == most]
    if most < 2 or len(common) > 1:
        return
    yield tell.say(
        "edition.obstacle",
        Evidence(
            tell.label("obstacle"),
            str(most),
            (*text_forms(common[0]), *number_forms(most)),
            (*_places(tell, "obstacles"), *_places(tell, "answers")),
            rule=Rule.COUNTED,
        ),
        text=grammar.clause(common[0]),
        number=most,
        group=tell.group,
    )
