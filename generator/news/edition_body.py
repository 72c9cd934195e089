"""The body of an edition's article: categories, scores, changes, participation, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Any

from generator import words
from generator.dataset import Evaluation
from generator.facts.model import CategoryCount, EvaluationFacts, Fact, RegionFacts, Rule, Why
from generator.news.evidence import Evidence, date_forms, number_forms, publisher_forms, text_forms
from generator.news.pinned import EXAMPLES, LONGEST_LIST, count_of
from generator.news.records import shown
from generator.news.sentence import Sentence
from generator.news.teller import Teller, group_noun
from generator.schema import Region


@dataclass(slots=True)
class EditionTeller(Teller):
    """Tells of one group in one year."""

    evaluation: Evaluation = field(kw_only=True)
    whole: EvaluationFacts = field(kw_only=True)

    @property
    def year(self) -> int:
        return self.evaluation.year

    @property
    def group(self) -> str:
        return group_noun(self.evaluation.group.name)

    def whole_figure(self, name: str, fact: Fact[Any], **values: object) -> Evidence:
        return self.figure(name, fact, self.year, **values)

    def scored(self) -> Evidence:
        """How many scores of the group are known."""
        number = self.whole.scored
        label = self.label("scored", year=self.year)
        return Evidence(
            label,
            str(number),
            (*number_forms(number), *self._total_forms()),
            tuple(place for facts in self.whole.order for place in facts.score.places),
            rule=Rule.COUNTED,
        )

    def _total_forms(self) -> tuple[str, ...]:
        return number_forms(self.whole.took_part.known) if self.whole.took_part else ()

    def shorts(self, regions: Sequence[Region]) -> list[str]:
        return [self.names.short(region) for region in regions]

    def few(self, regions: Sequence[Region]) -> tuple[Region, ...]:
        """The regions to name: all if they are few, else the first as examples."""
        return tuple(regions if len(regions) <= LONGEST_LIST else regions[:EXAMPLES])


def counts(tell: EditionTeller, known: list[CategoryCount]) -> Iterator[Sentence]:
    """Who has the best known category, who had it before, the other categories, what is unknown."""
    whole = tell.whole
    if not known:
        return
    best = known[0]
    count = best.count.known
    regions = whole.by_category.get(best.category.index, ())
    if regions and (count.number > 1 or count.at_least):
        named = tell.few(regions)
        yield tell.say(
            "edition.names",
            tell.whole_figure("count", best.count, category=best.category.name),
            *tell.regions(named),
            all_named=len(named) == count.number and not count.at_least,
            examples=len(named) < len(regions),
            names=tell.shorts(named),
            group=tell.group,
            category=best.category.name,
        )
    others = [item for item in known[1:] if item.count.known.number]
    if others:
        yield tell.say(
            "edition.others",
            *(tell.whole_figure("count", i.count, category=i.category.name) for i in others),
            more=bool(count.number),
            parts=[
                tell.part(
                    "part.count",
                    opens=item is others[0] and not count.number,
                    number=item.count.known.number,
                    at_least=item.count.known.at_least,
                    category=item.category.name,
                )
                for item in others
            ],
        )
    if whole.unaccounted and whole.unaccounted.known:
        yield tell.say(
            "edition.unaccounted",
            tell.whole_figure("unaccounted", whole.unaccounted),
            number=whole.unaccounted.known,
            group=tell.group,
        )
    yield from _by_scale(tell)
    yield from _earlier(tell, best)


def _by_scale(tell: EditionTeller) -> Iterator[Sentence]:
    """Which categories this product computed: no decision names them."""
    placed = [facts for facts in tell.whole.order if facts.category]
    computed = [facts for facts in placed if facts.category.rule is Rule.BY_SCALE]
    if not computed:
        return
    every = len(computed) == len(placed)
    named = [facts.region for facts in computed] if len(computed) <= LONGEST_LIST else []
    yield tell.say(
        "edition.by_scale",
        tell.counted("by_scale_count", computed, tell.year),
        *tell.regions([] if every else named),
        all=every,
        names=tell.shorts(named),
        number=len(computed),
    )


def gaps(tell: EditionTeller, angle: str) -> Iterator[Sentence]:
    """What is missing where the lead is about one region or about ranks alone."""
    if angle == "only":
        yield tell.say("edition.others_unknown", group=tell.group)
    if angle == "ranks":
        order = tell.whole.order
        if all(facts.category.why is Why.NOT_PUBLISHED for facts in order):
            yield tell.say("edition.ranks_only")
        left = [facts for facts in order if facts.rank.why is Why.NOT_PUBLISHED]
        if left:
            yield tell.say(
                "edition.ranks_unpublished",
                tell.counted("unpublished", left, tell.year),
                number=len(left),
                group=tell.group,
            )


def _earlier(tell: EditionTeller, best: CategoryCount) -> Iterator[Sentence]:
    """The same category in the edition a year before, where it was counted exactly."""
    previous = tell.facts.dataset.evaluations.get((tell.year - 1, tell.evaluation.group.id))
    if previous is None or previous.organizer != tell.evaluation.organizer:
        return
    before = tell.facts.evaluation(previous)
    old = count_of(before, best.category.name)
    if old is None or not old.count or old.count.known.at_least:
        return
    named = before.by_category.get(old.category.index, ())
    number = old.count.known.number
    yield tell.say(
        "edition.earlier",
        tell.figure("count", old.count, previous.year, category=best.category.name),
        tell.edition_year(previous),
        *(tell.regions(named) if len(named) == number == 1 else []),
        year=previous.year,
        number=number,
        only=tell.names.short(named[0]) if len(named) == number == 1 else "",
        group=tell.group,
        category=best.category.name,
    )


def scores(tell: EditionTeller) -> Iterator[Sentence]:
    """The first places, and in a complete group the range and the averages."""
    whole = tell.whole
    ranked = [facts for facts in whole.order if facts.rank]
    ranked.sort(key=lambda facts: facts.rank.known.place)
    top = ranked[:EXAMPLES]
    if len(ranked) > 1 and len({facts.rank.known.place for facts in top}) == len(top):
        yield tell.say(
            "edition.first_places",
            *(tell.whole_figure("rank", facts.rank) for facts in top),
            *(tell.whole_figure("score", facts.score) for facts in top if facts.score),
            *tell.regions([facts.region for facts in top]),
            number=len(top),
            first=top[0].rank.known.place == 1,
            of=words.digits(top[0].rank.known.of) if top[0].rank.known.of else "",
            parts=[
                tell.part(
                    "part.scored",
                    name=tell.names.short(facts.region),
                    score=words.decimal(facts.score.known) if facts.score else "",
                )
                for facts in top
            ],
        )
    if whole.mean and whole.mean.known.n > 1:
        yield tell.say(
            "edition.average",
            tell.whole_figure("mean", whole.mean),
            tell.whole_figure("median", whole.median),
            mean=words.decimal(whole.mean.known.value),
            median=words.decimal(whole.median.known.value),
            number=whole.mean.known.n,
        )
    elif whole.scored > 1:
        yield tell.say(
            "edition.no_average",
            tell.whole_figure("mean", whole.mean),
            tell.scored(),
            number=whole.scored,
            total=whole.took_part.value,
        )


def changes(tell: EditionTeller) -> Iterator[Sentence]:
    """Who rose and fell by category, among those known in both editions; the extremes in points."""
    whole = tell.whole
    moved = (*whole.rose, *whole.fell, *whole.same)
    years = {facts.categories.known.year for facts in moved}
    if len(moved) > 1 and len(years) == 1:
        year = years.pop()
        evidence = [
            tell.counted("compared_categories", moved, tell.year),
            tell.counted("rose", whole.rose, tell.year),
            tell.counted("fell", whole.fell, tell.year),
            tell.counted("same", whole.same, tell.year),
            *tell.years(tell.evaluation.group.id, [year]),
        ]
        risen = _named_if_few(whole.rose)
        fallen = _named_if_few(whole.fell)
        yield tell.say(
            "edition.moved",
            *evidence,
            *tell.regions((*risen, *fallen)),
            number=len(moved),
            group=tell.group,
            before=year,
            year=tell.year,
            rose=len(whole.rose),
            fell=len(whole.fell),
            same=len(whole.same),
            risen=tell.shorts(risen),
            fallen=tell.shorts(fallen),
        )
    for name, extreme in (
        ("most_improved", whole.most_improved),
        ("largest_fall", whole.largest_fall),
    ):
        if extreme:
            points = extreme[0].points.known
            named = tell.few([facts.region for facts in extreme])
            yield tell.say(
                f"edition.{name}",
                *(tell.whole_figure("points", facts.points) for facts in extreme[: len(named)]),
                *tell.regions(named),
                names=tell.shorts(named),
                points=words.decimal(abs(points.points)),
                year=points.year,
            )


def _named_if_few(facts: Sequence[RegionFacts]) -> list[Region]:
    return [item.region for item in facts] if len(facts) <= LONGEST_LIST else []


def participation(tell: EditionTeller) -> Iterator[Sentence]:
    """Who was invited, who stayed away, who was not assessed, who was named."""
    whole, evaluation = tell.whole, tell.evaluation
    if whole.invited and whole.took_part:
        yield tell.say(
            "edition.invited",
            tell.whole_figure("invited", whole.invited),
            tell.whole_figure("participants", whole.took_part),
            invited=whole.invited.known,
            took_part=whole.took_part.known,
            group=tell.group,
        )
    regions = {region.id: region for region in evaluation.regions}
    for name, listed in (("absent", evaluation.absent), ("not_assessed", evaluation.not_assessed)):
        if not listed:
            continue
        missing = [regions[id_] for id_ in listed]
        named = tell.few(missing)
        sources = [evaluation.source(item.source) for item in listed.values()]
        publishers = list(dict.fromkeys(s.publisher for s in sources if s and s.publisher))
        source = sources[0] if len(publishers) == 1 else None
        label = tell.label("absence", year=tell.year)
        forms = (*number_forms(len(missing)), *(publisher_forms(p) for p in publishers[:1]))
        flat = tuple(f for form in forms for f in ([form] if isinstance(form, str) else form))
        yield tell.say(
            f"edition.{name}",
            Evidence(label, str(len(missing)), flat, (evaluation.place(name),), source),
            *tell.regions(named),
            number=len(missing),
            examples=len(named) < len(missing),
            names=tell.shorts(named),
            group=tell.group,
            according_to=tell.government(publishers[0]) if len(publishers) == 1 else "",
        )
    for index, item in enumerate(evaluation.settings.distinctions):
        if item.region in regions:
            yield tell.say(
                "told.named",
                Evidence(
                    tell.label("distinction"),
                    item.title,
                    text_forms(item.title),
                    (evaluation.place("distinctions", index),),
                    evaluation.source(item.source),
                ),
                tell.region(regions[item.region]),
                short=tell.names.short(regions[item.region]),
                title=item.title,
                group=tell.group,
            )


def decisions(tell: EditionTeller) -> Iterator[Sentence]:
    """The decision behind the results, and what was corrected later, one act at a time."""
    evaluation = tell.evaluation
    decision = evaluation.settings.decision
    if decision is not None:
        forms = [decision.number, *(date_forms(decision.date) if decision.date else ())]
        yield tell.say(
            "edition.decision",
            Evidence(
                tell.label("decision"),
                decision.number,
                tuple(forms),
                (evaluation.place("decision"),),
            ),
            number=decision.number,
            date=words.show_date(decision.date) if decision.date else "",
            precise=bool(decision.date and decision.date.day),
        )
    regions = {region.id: region for region in evaluation.regions}
    numbered = [
        (index, item)
        for index, item in enumerate(evaluation.settings.corrections)
        if item.region in regions
    ]
    for (id_, date), group in groupby(numbered, key=lambda pair: (pair[1].region, pair[1].date)):
        items = list(group)
        evidence = []
        for index, item in items:
            before, after = shown(item.field, item.from_), shown(item.field, item.to)
            evidence.append(
                Evidence(
                    tell.label("correction"),
                    f"{before} → {after}",
                    (before, after, *date_forms(item.date)),
                    (evaluation.place("corrections", index),),
                    evaluation.source(item.source),
                )
            )
        yield tell.say(
            "edition.corrected",
            *evidence,
            tell.region(regions[id_]),
            short=tell.names.short(regions[id_]),
            date=words.show_date(date),
            precise=date.day is not None,
            parts=[
                tell.part(
                    "part.corrected_from",
                    field=item.field,
                    before=shown(item.field, item.from_),
                    after=shown(item.field, item.to),
                )
                for _, item in items
            ],
        )
