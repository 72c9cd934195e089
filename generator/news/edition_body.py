"""The body of an edition's article: categories, scores, changes, participation, decisions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator import words
from generator.dataset import Evaluation
from generator.facts.earlier import compare_categories, compare_points
from generator.facts.model import CategoryCount, RegionFacts, Rule, Why
from generator.news.evidence import Evidence, date_forms, number_forms, publisher_forms
from generator.news.pinned import LONGEST_LIST, count_before
from generator.news.records import activity_of, correction_of, distinction_of, shown
from generator.news.sentence import Sentence
from generator.news.teller import EvaluationTeller
from generator.schema import Region

EXAMPLES = 3
"""Names given where a list is too long."""


@dataclass(slots=True)
class EditionTeller(EvaluationTeller):
    """Tells of one group in one year."""

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
            contested=best.contested,
            group=tell.group,
            category=best.category.name,
        )
    elif count.number > 1 and not count.at_least:
        yield tell.say(
            "edition.names_unknown",
            tell.whole_figure("count", best.count, category=best.category.name),
            number=count.number,
            group=tell.group,
        )
    yield from _others(tell, known)
    yield from _unaccounted(tell)
    for facts in whole.order:
        if facts.category.note and best.contested and facts.category:
            note = tell.note(facts.category)
            yield tell.say("body.note", note, tell.region(facts.region), note=facts.category.note)
    yield from _by_scale(tell)
    yield from _earlier(tell, best)


def _others(tell: EditionTeller, known: list[CategoryCount]) -> Iterator[Sentence]:
    """The other categories: by name where few and all are known, else by number."""
    others = [item for item in known[1:] if item.count.known.number]
    if not others:
        return
    listed = [tell.whole.by_category.get(item.category.index, ()) for item in others]
    named = [
        regions if len(regions) == item.count.known.number <= 2 else ()
        for item, regions in zip(others, listed, strict=True)
    ]
    yield tell.say(
        "edition.others",
        *(tell.whole_figure("count", i.count, category=i.category.name) for i in others),
        *tell.regions([region for regions in named for region in regions]),
        named=_category_parts(tell, known, others, named),
        counted=_category_parts(tell, known, others, [()] * len(others)),
    )


def _category_parts(
    tell: EditionTeller,
    known: list[CategoryCount],
    others: list[CategoryCount],
    named: Sequence[tuple[Region, ...]],
) -> dict[str, object]:
    """``sedikitnya dua berkategori …`` for each."""
    return {
        "more": bool(known[0].count.known.number) and not named[0],
        "parts": [
            tell.part(
                "part.count",
                names=tell.shorts(regions),
                opens=item is others[0] and not known[0].count.known.number,
                number=item.count.known.number,
                at_least=item.count.known.at_least,
                category=item.category.name,
            )
            for item, regions in zip(others, named, strict=True)
        ],
    }


def _unaccounted(tell: EditionTeller) -> Iterator[Sentence]:
    """Participants whose category is not known: by name where it can only be these."""
    whole = tell.whole
    if not whole.unaccounted:
        yield from _unknown(tell)
        return
    if not whole.unaccounted.known:
        return
    open_ = [f.region for f in whole.order if f.category.why in (Why.UNKNOWN, Why.NOT_PUBLISHED)]
    sure = len(open_) == whole.unaccounted.known <= LONGEST_LIST
    named = open_ if sure and not tell.evaluation.group.partial else []
    yield tell.say(
        "edition.unaccounted",
        tell.whole_figure("unaccounted", whole.unaccounted),
        *tell.regions(named),
        names=tell.shorts(named),
        number=whole.unaccounted.known,
    )


def _unknown(tell: EditionTeller) -> Iterator[Sentence]:
    """Members of the group whose category is not known, where nobody told how many took part."""
    left = [f for f in tell.whole.order if f.category.why is Why.UNKNOWN]
    if left and not tell.evaluation.group.partial:
        named = _named_if_few(left)
        yield tell.say(
            "edition.kept_unknown",
            *tell.regions(named),
            names=tell.shorts(named),
            group=tell.group,
        )


def _by_scale(tell: EditionTeller) -> Iterator[Sentence]:
    """Which categories this product computed: no decision names them."""
    placed = [facts for facts in tell.whole.order if facts.category]
    computed = [facts for facts in placed if facts.category.rule is Rule.BY_SCALE]
    if not computed:
        return
    every = len(computed) == len(placed)
    named = _named_if_few(computed)
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
            yield tell.say("edition.ranks_only", year=tell.year)
        left = [facts for facts in order if facts.rank.why is Why.NOT_PUBLISHED]
        if left:
            named = _named_if_few(left)
            yield tell.say(
                "edition.ranks_unpublished",
                tell.counted("unpublished", left, tell.year),
                *tell.regions(named),
                names=tell.shorts(named),
                number=len(left),
                group=tell.group,
            )


def _earlier(tell: EditionTeller, best: CategoryCount) -> Iterator[Sentence]:
    """The same category in the edition a year before, where it was counted exactly."""
    found = count_before(tell, best.category)
    if found is None:
        return
    previous, old, named = found
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
    ranked = [facts for facts in whole.order if facts.rank and not facts.rank.others]
    ranked.sort(key=lambda facts: facts.rank.known.place)
    # Where only ranks were published, all of them are told if they are few.
    every = not whole.scored and len(ranked) <= LONGEST_LIST
    top = ranked[1:] if every else ranked[:EXAMPLES]
    places = [facts.rank.known.place for facts in top]
    if len(top) > 1 and places == list(range(places[0], places[0] + len(top))):
        yield tell.say(
            "edition.first_places",
            *(tell.whole_figure("rank", facts.rank) for facts in top),
            *(tell.whole_figure("score", facts.score) for facts in top if facts.score),
            *tell.regions([facts.region for facts in top]),
            tell.number_told("first_places", len(top)),
            number=len(top),
            all_ranks=every,
            computed=any(facts.rank.rule is Rule.RANKED for facts in top),
            first=places[0] == 1,
            **{"from": words.digits(places[0]), "to": words.digits(places[-1])},
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


def changes(tell: EditionTeller) -> Iterator[Sentence]:
    """Who rose and fell by category, among those known in both editions; the extremes in points.

    Where the edition before does not compare and no older one does, that is all there is to say.
    """
    whole = tell.whole
    moved = (*whole.rose, *whole.fell, *whole.same)
    before = tell.facts.dataset.evaluations.get((whole.earlier or 0, tell.evaluation.group.id))
    if (
        whole.has_results
        and before is not None
        and not moved
        and not _compares(tell.evaluation, before)
    ):
        yield tell.say("edition.not_comparable", tell.edition_year(before), year=before.year)
    years = {facts.categories.known.year for facts in moved}
    if len(moved) > 1 and len(years) == 1 and whole.participants.value == len(moved):
        year = years.pop()
        evidence = [
            tell.counted("compared_categories", moved, tell.year),
            tell.counted("rose", whole.rose, tell.year),
            tell.counted("fell", whole.fell, tell.year),
            tell.counted("same", whole.same, tell.year),
            *tell.editions(year),
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
    else:
        yield from _moved_named(tell)
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
                only_fall=whole.only_fall,
                year=points.year,
            )


def _compares(new: Evaluation, old: Evaluation) -> bool:
    """Whether anything of two editions may be compared."""
    return compare_points(new, old) or compare_categories(new, old)


def _moved_named(tell: EditionTeller) -> Iterator[Sentence]:
    """Who rose and who fell, by name and without a total.

    Where the categories of only some are known, those are known for a reason: a count of them
    would read as a trend.
    """
    whole = tell.whole
    for rose, moved in ((True, whole.rose), (False, whole.fell)):
        years = {facts.categories.known.year for facts in moved}
        if not moved or len(years) != 1 or len(moved) > LONGEST_LIST:
            continue
        year = years.pop()
        yield tell.say(
            "edition.moved_named",
            *(tell.whole_figure("categories", facts.categories) for facts in moved),
            *tell.regions([facts.region for facts in moved]),
            *tell.editions(year),
            names=sorted(tell.shorts([facts.region for facts in moved])),
            rose=rose,
            before=year,
            year=tell.year,
        )
        computed = [f for f in moved if f.categories.known.by_scale]
        if computed:
            yield tell.say(
                "edition.before_by_scale",
                *(tell.whole_figure("categories", facts.categories) for facts in computed),
                *tell.regions([facts.region for facts in computed]),
                names=tell.shorts([facts.region for facts in computed]),
                year=year,
            )


def activities(tell: EditionTeller) -> Iterator[Sentence]:
    """Steps of the cycle that belong to no single region, by date."""
    numbered = enumerate(tell.evaluation.settings.activities)
    for index, item in sorted(numbered, key=lambda a: a[1].date.first_day):
        yield tell.say(
            "edition.activity",
            activity_of(
                tell,
                item,
                (tell.evaluation.place("activities", index),),
                tell.evaluation.source(item.source),
            ),
            date=words.show_date(item.date, weekday=True),
            by=item.by,
            title=item.title.rstrip("."),
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
                distinction_of(tell, index, item),
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
            year=tell.year,
            date=words.show_date(decision.date, weekday=True) if decision.date else "",
        )
    regions = {region.id: region for region in evaluation.regions}
    numbered = [
        (index, item)
        for index, item in enumerate(evaluation.settings.corrections)
        if item.region in regions
    ]
    for (id_, date, number), group in groupby(
        numbered, key=lambda pair: (pair[1].region, pair[1].date, pair[1].decision)
    ):
        items = list(group)
        short = tell.names.short(regions[id_])
        yield tell.say(
            "edition.corrected",
            *(correction_of(tell, evaluation, index, item) for index, item in items),
            tell.region(regions[id_]),
            date=words.show_date(date, weekday=True),
            decision=number,
            parts=[
                tell.part(
                    "part.corrected_from",
                    field=tell.part("part.field", name=item.field),
                    short=short if position == 0 else "",
                    before=shown(item.field, item.from_),
                    after=shown(item.field, item.to),
                )
                for position, (_, item) in enumerate(items)
            ],
        )
