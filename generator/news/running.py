"""The running text of a region over all its years, for ``/wilayah/<id>/``."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from generator import words
from generator.dataset import Evaluation
from generator.facts.model import Fact, Participation, Rank, RegionFacts, Why
from generator.news import grammar
from generator.news.background import runs_of_categories, years_of
from generator.news.evidence import Evidence
from generator.news.sentence import Paragraph, Sentence
from generator.news.teller import Teller
from generator.schema import Region

LONGEST_SERIES = 6
"""Years that one sentence lists; of a longer series it lists the latest."""


@dataclass(slots=True)
class HistoryTeller(Teller):
    """Tells of one region over all years; ``history`` is newest first."""

    region_: Region = field(kw_only=True)
    history: list[tuple[Evaluation, RegionFacts]] = field(kw_only=True)

    @property
    def short(self) -> str:
        return self.names.short(self.region_)

    def own(self, name: str, facts: RegionFacts) -> Evidence:
        return self.figure(name, getattr(facts, name), facts.year)

    def of(self, facts: Sequence[RegionFacts]) -> list[Evidence]:
        return self.years(self.region_.group, [item.year for item in facts])


def write_history(tell: HistoryTeller) -> tuple[Paragraph, ...]:
    """The text, oldest result last told first; empty where no edition covers the region."""
    oldest_first = [facts for _, facts in reversed(tell.history)]
    paragraphs = tuple(
        paragraph
        for paragraph in (
            tuple(_latest(tell)),
            tuple(_categories(tell, oldest_first)),
            tuple(_figures(tell, oldest_first)),
            tuple(_gaps(tell, oldest_first)),
        )
        if paragraph
    )
    tell.check()
    return paragraphs


def _latest(tell: HistoryTeller) -> Iterator[Sentence]:
    found = next(((e, f) for e, f in tell.history if f.has_result), None)
    if not tell.history:
        return
    if found is None:
        yield tell.say("running.nothing", full=tell.region_.name)
        return
    evaluation, facts = found
    rank = facts.rank.value
    yield tell.say(
        "running.latest",
        tell.own("category", facts),
        *([tell.own("score", facts)] if facts.score else []),
        *([tell.own("rank", facts)] if rank else []),
        *tell.of([facts]),
        tell.institution("organizer", evaluation.organizer, (evaluation.place("organizer"),)),
        full=tell.region_.name,
        organizer=evaluation.organizer,
        category=facts.category.value.name if facts.category.value else "",
        score=words.decimal(facts.score.known) if facts.score else "",
        rank=words.digits(rank.place) if rank else "",
        of=words.digits(rank.of) if rank and rank.of else "",
        year=facts.year,
    )
    if facts.category.note:
        yield tell.say("body.note", tell.note(facts.category), note=facts.category.note)
    change = facts.categories.value
    if change is not None and change.steps:
        yield tell.say(
            "running.change",
            tell.own("categories", facts),
            steps=change.steps,
            number=abs(change.steps),
            before=change.before.name,
            year=change.year,
        )


def _categories(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """The categories from the oldest edition on, equal neighbours together."""
    placed = [facts for facts in oldest_first if facts.category]
    runs = runs_of_categories(placed)
    if len(placed) < 2 or (len(placed) == 2 and placed[-1].categories and len(runs) == 2):
        return  # two categories, and their change is told
    shown = runs[-LONGEST_SERIES:]
    told = [facts for _, group in shown for facts in group]
    yield tell.say(
        "running.categories",
        *(tell.own("category", facts) for facts in told),
        *tell.of(told),
        *tell.of([placed[0]]),
        tell.counted("editions", placed),
        short=tell.short,
        constant=len(runs) == 1,
        category=runs[0][0],
        first=told[0].year,
        last=told[-1].year,
        number=len(placed),
        parts=[
            tell.part("part.category_years", category=name, years=years_of(group))
            for name, group in shown
        ],
    )


def _figures(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """The scores and the ranks that are known, each with its year; the highest score."""
    scored = [facts for facts in oldest_first if facts.score][-LONGEST_SERIES:]
    if len(scored) > 1:
        yield tell.say(
            "running.scores",
            *(tell.own("score", facts) for facts in scored),
            *tell.of(scored),
            short=tell.short,
            parts=[
                tell.part("part.in_year", value=words.decimal(f.score.known), year=f.year)
                for f in scored
            ],
        )
    ranked = [facts for facts in oldest_first if facts.rank][-LONGEST_SERIES:]
    if len(ranked) > 1:
        yield tell.say(
            "running.ranks",
            *(tell.own("rank", facts) for facts in ranked),
            *tell.of(ranked),
            short=tell.short,
            parts=[
                tell.part("part.in_year", value=_rank(tell, f.rank), year=f.year) for f in ranked
            ],
        )
        for facts in ranked:
            if facts.rank.note:
                note = tell.note(facts.rank)
                yield tell.say(
                    "body.earlier_rank_note",
                    note,
                    *tell.of([facts]),
                    year=facts.year,
                    note=grammar.lower_first(note.value).rstrip("."),
                )


def _rank(tell: HistoryTeller, fact: Fact[Rank]) -> str:
    place = fact.known
    return tell.part(
        "part.rank",
        rank=words.digits(place.place),
        of=words.digits(place.of) if place.of else "",
    )


def _gaps(tell: HistoryTeller, oldest_first: list[RegionFacts]) -> Iterator[Sentence]:
    """Editions without a result, by what is the case: the five states are never mixed."""
    states: tuple[tuple[str, Callable[[RegionFacts], bool]], ...] = (
        ("absent", lambda f: f.participation is Participation.ABSENT),
        ("not_assessed", lambda f: f.participation is Participation.NOT_ASSESSED),
        ("not_published", lambda f: f.category.why is Why.NOT_PUBLISHED),
        ("unknown", lambda f: True),
    )
    left = [facts for facts in oldest_first if not facts.has_result]
    if len(left) == len(oldest_first) and not any(
        state(f) for _, state in states[:3] for f in left
    ):
        return
    for name, state in states:
        mine = [facts for facts in left if state(facts)]
        left = [facts for facts in left if facts not in mine]
        if mine:
            yield tell.say(
                f"running.{name}",
                *(tell.own("category", facts) for facts in mine),
                *tell.of(mine),
                short=tell.short,
                years=[str(facts.year) for facts in mine],
            )
