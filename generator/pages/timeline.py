"""The cycle of an evaluation as one line of time: activities, announcement, objections, corrections."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.model import Outcome, Rule
from generator.facts.objections import OPEN, OTHERWISE, UPHELD, ObjectionFacts, counted
from generator.facts.published import named_category, objected
from generator.facts.region import RegionFacts
from generator.format import Activity, Objection, PartialDate, Response, Source, Statement
from generator.language.base import Language
from generator.language.catalogue import N_
from generator.language.grammar import clause
from generator.pages.labels import labels
from generator.pages.markup import escape, filled, sewn
from generator.pages.page import Site
from generator.pages.requirements import held_back


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened on ``date``, in a sentence without its full stop.

    ``of_data``: it is told as the data have it; ``by`` did it, ``text`` goes on after it.
    """

    date: PartialDate
    text: str
    kind: str = ""
    source: Source | None = None
    by: str = ""
    of_data: bool = False


@dataclass(frozen=True, slots=True)
class Objected:
    """An objection with what it is about, in words, and the page of that."""

    item: Objection
    decision: Markup
    """In the words of the data, else what became of it; "" where no decision is known."""
    about: Markup | str
    address: str
    source: Source | None


def timeline(
    site: Site,
    evaluation: Evaluation,
    region: str | None = None,
    made: tuple[Objected, ...] = (),
) -> tuple[Event, ...]:
    """All that is dated, oldest first: of the edition, or of a region and its objections alone. What
    the edition did need not have been with each region, nor its announcement about each.

    Empty if nothing but the announcement is known: that stands over every text.
    """
    settings = evaluation.settings
    of_all = settings.activities if region is None else ()
    found = [_activity(item, evaluation, region) for item in of_all]
    file = evaluation.results.get(region or "")
    if file is not None:
        found += [_activity(item, evaluation, region) for item in file.result.activities]
    found += [event for item in made for event in _objection(site, item)]
    _ = site.language.gettext
    found += [
        Event(
            item.date,
            _("Koreksi hasil diumumkan"),
            source=evaluation.source(item.source, region),
        )
        for _index, item in evaluation.corrections_of(region or "")
    ]
    of_region = region is not None and not site.facts.region(evaluation, region).has_result
    if found and evaluation.published is not None and not of_region:
        who = site.language.capitalised(
            site.language.institution(evaluation.organizer, inside=True)
        )
        told = _("%(who)s mengumumkan hasilnya", who=who)
        found.append(Event(evaluation.published, told, source=evaluation.published_source))
    # Two figures that were corrected on one day are one event.
    return tuple(sorted(dict.fromkeys(found), key=lambda event: _order(event.date)))


def _order(date: PartialDate) -> tuple[int, int, int]:
    """By date; one that is known less exactly comes after those within it."""
    return date.year, date.month or 13, date.day or 32


def _activity(item: Activity, evaluation: Evaluation, region: str | None) -> Event:
    source = evaluation.source(item.source, region)
    text = clause(item.title)
    return Event(
        item.date,
        text if item.by else Language.capitalised(text),
        item.kind,
        source,
        item.by or "",
        of_data=True,
    )


def _objection(site: Site, item: Objected) -> list[Event]:
    _ = site.language.gettext
    own = labels(site.language).own
    about = item.about or _("hasil ini")
    told = (
        filled(_("%(who)s menyanggah %(about)s"), who=own(item.item.by), about=about)
        if item.item.by
        else filled(_("Sanggahan atas %(about)s"), about=about)
    )
    found = [Event(item.item.date, told, _("sanggahan"), item.source)]
    if item.item.decided is not None:
        decision = filled(_("Sanggahan itu %(decision)s"), decision=item.decision)
        found.append(Event(item.item.decided, decision, _("keputusan"), item.source))
    return found


def objections(site: Site, evaluation: Evaluation, region: str) -> tuple[Objected, ...]:
    """A region's objections, oldest first, with what each is about."""
    file = evaluation.results.get(region)
    if file is None:
        return ()
    year = evaluation.year
    _ = site.language.gettext
    own = labels(site.language).own
    found = []
    for item in sorted(file.result.objections, key=lambda o: _order(o.date)):
        question, indicator = objected(evaluation, item)
        about = address = ""
        if question is not None:
            about = filled(_("pertanyaan “%(text)s”"), text=own(question.text))
            address = site.at.QUESTION(year, question.id)
        elif indicator is not None:
            about = filled(_("indikator %(name)s"), name=own(indicator.name))
            address = site.at.INDICATOR(year, indicator.id)
        found.append(
            Objected(
                item, decision(site, item), about, address, evaluation.source(item.source, region)
            )
        )
    return tuple(found)


OUTCOMES = {
    "granted": N_("diterima"),
    "partly": N_("diterima sebagian"),
    "refused": N_("ditolak"),
    OTHERWISE: N_("diputus lain"),
    OPEN: N_("keputusannya belum diketahui"),
}
"""What can be known of an objection."""


def decision(site: Site, item: Objection) -> Markup:
    """What was decided, in the words of the data where it has any, in another language after what they
    mean; "" where that is not known."""
    if item.decision is not None:
        told = labels(site.language).own(clause(item.decision))
        if site.language.quotes and item.result:
            meant = escape(site.language.gettext(OUTCOMES[item.result]))
            return meant if item.told_by_decision else sewn("{} ({})", meant, told)
        return told
    return escape(site.language.gettext(OUTCOMES[item.outcome]) if item.outcome else "")


def outcomes(site: Site, items: Sequence[ObjectionFacts]) -> Markup:
    """How many objections an edition has and what became of them: ``tiga: satu diterima, …``."""
    _, found = site.language.gettext, counted(items)
    return _counted(site, {escape(_(OUTCOMES[state])): len(of) for state, of in found.items()})


def decided(site: Site, items: tuple[Objected, ...]) -> Markup:
    """How many objections there are and what became of them: ``dua: satu diterima, satu ditolak``."""
    counts: dict[Markup, int] = {}
    for item in items:
        outcome = item.decision or escape(site.language.gettext(OUTCOMES[OPEN]))
        counts[outcome] = counts.get(outcome, 0) + 1
    return _counted(site, counts)


def _counted(site: Site, counts: Mapping[Markup, int]) -> Markup:
    count = site.language.count
    told = Markup(", ").join(sewn("{} {}", count(n), said) for said, n in counts.items())
    return told if len(counts) == 1 else sewn("{}: {}", count(sum(counts.values())), told)


_OUTCOMES = {
    Outcome.MET: N_("tercapai"),
    Outcome.EXCEEDED: N_("tercapai, hasilnya di atas target"),
    Outcome.MISSED: N_("tidak tercapai"),
}


@dataclass(frozen=True, slots=True)
class Told:
    """A year of a region's history as its page shows it."""

    evaluation: Evaluation
    facts: RegionFacts
    target_outcome: str
    timeline: tuple[Event, ...]
    objections: tuple[Objected, ...]
    statements: tuple[Statement, ...]
    responses: tuple[Response, ...]
    held_back: Markup | str
    """Which requirements of the category that the score reaches do not hold, in words."""

    @property
    def ruled(self) -> bool:
        """Whether an objection was granted, in whole or in part: verdicts are those after it."""
        return any(objected.item.result in UPHELD for objected in self.objections)


def _outcome(site: Site, evaluation: Evaluation, facts: RegionFacts, outcome: Outcome) -> str:
    """Whether a target was reached, and that nobody but the site says so of the result."""
    _, target = site.language.gettext, facts.target.known.target
    said = _(_OUTCOMES[outcome])
    result = facts.category if named_category(evaluation.scale, target.at_least) else facts.score
    if result.rule is Rule.BY_SCALE:
        return _("%(outcome)s menurut skala", outcome=said)
    if result.rule is Rule.BY_INSTRUMENT:
        return _("%(outcome)s menurut hitungan situs", outcome=said)
    return said


def told_of(site: Site, evaluation: Evaluation, facts: RegionFacts) -> Told:
    file = evaluation.results.get(facts.region.id)
    outcome = facts.target.value.outcome if facts.target.value else None
    _ = site.language.gettext
    unknown = _("belum diketahui") if evaluation.announced else _("belum diumumkan")
    made = objections(site, evaluation, facts.region.id)
    return Told(
        evaluation,
        facts,
        _outcome(site, evaluation, facts, outcome) if outcome else unknown,
        timeline(site, evaluation, facts.region.id, made),
        made,
        file.result.statements if file else (),
        file.result.responses if file else (),
        held_back(site, evaluation, facts),
    )
