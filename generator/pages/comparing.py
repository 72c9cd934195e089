"""What stands beside changes: what the editions that are compared differ in, what is not known of them."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from operator import attrgetter

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.apart import UNNAMED, Apart, Caution, Since, apart
from generator.facts.model import Why
from generator.facts.region import RegionFacts
from generator.language.base import Language
from generator.language.catalogue import N_
from generator.language.grammar import clause
from generator.news.passages.cautions import bounds_told
from generator.news.passages.history import known_other
from generator.news.sentence import Sentence
from generator.pages.labels import labels
from generator.pages.markup import filled
from generator.pages.page import Site


def apart_legend(language: Language, shown: Iterable[RegionFacts]) -> str:
    """What “tidak sebanding” means in a table; "" where no cell says so."""
    found = {
        item.apart
        for item in shown
        if Why.NOT_COMPARABLE in (item.categories.why, item.points.why) and not _moved(item)
    }
    told = [
        language.gettext("dengan %(year)s, %(why)s", year=one.year, why=labels(language).apart(one))
        for one in sorted(one for one in found if one is not None)
    ]
    if not told:
        return ""
    return language.gettext("“Tidak sebanding”: %(told)s.", told="; ".join(told))


def apart_told(site: Site, evaluation: Evaluation) -> str:
    """With which edition, the nearest of its group, the results are known not to compare, and why; ""
    where there is none. A figure is cited without the page that says so."""
    others = [e for e in site.dataset.of_group(evaluation.group.id) if e is not evaluation]
    others.sort(key=lambda other: (abs(other.year - evaluation.year), -other.year))
    for other in others:
        old, new = sorted((evaluation, other), key=attrgetter("year"))
        found = known_other(new, old) if site.facts.evaluation(other).placed else None
        if found is not None and new.organizer == old.organizer:
            why = labels(site.language).apart(found)
            told = site.language.gettext("Tidak sebanding dengan edisi %(year)s: %(why)s.")
            return told % {"year": other.year, "why": why}
    return ""


def organizer_told(site: Site, evaluation: Evaluation) -> Markup:
    """Who measured where no source says so, with what the name rests on; "" where one does."""
    note = evaluation.settings.organizer_note
    if not note:
        return Markup("")
    told = site.language.gettext("Penyelenggara: %(who)s (%(note)s).")
    own = labels(site.language).own(clause(note))
    return filled(told, who=evaluation.organizer, note=own)


def nothing_earlier(facts: RegionFacts) -> bool:
    """Whether a result is of the first evaluation of its group here: that nothing changed since an
    earlier one goes without saying."""
    if not facts.has_result:
        return False
    found = ((facts.category, facts.categories), (facts.score, facts.points))
    first = next((change for figure, change in found if figure), facts.places)
    return first.why is Why.NO_EARLIER


def _moved(facts: RegionFacts) -> bool:
    return any(facts.compared_with)


@lru_cache(maxsize=1000)
def caution_told(language: Language, found: Caution) -> str:
    """That a change may come from what is not known of the editions; "" where all is known."""
    _ = language.gettext
    instruments, bounds = (
        language.join([str(year) for year in sorted(years)])
        for years in (found.instruments, found.bounds)
    )
    if instruments and bounds:
        what = (
            _("Kuesioner dan batas kategori %(years)s belum diketahui", years=bounds)
            if found.instruments == found.bounds
            else _(
                "Kuesioner %(years)s serta batas kategori %(bounds)s belum diketahui",
                years=instruments,
                bounds=bounds,
            )
        )
        return _(
            "%(what)s; perubahan dapat juga datang dari kuesioner atau batas yang berbeda.",
            what=what,
        )
    if instruments:
        return _(
            "Kuesioner %(years)s belum diketahui; perubahan dapat juga datang dari kuesioner yang "
            "berbeda.",
            years=instruments,
        )
    if bounds:
        return _(
            "Batas kategori %(years)s belum diketahui; perubahan kategori dapat juga datang dari "
            "batas yang berbeda.",
            years=bounds,
        )
    return ""


def caution_of(
    site: Site, told: Iterable[tuple[Evaluation, RegionFacts]], text: Iterable[Sentence]
) -> str:
    """The caution below changes of regions, without what the text beside them says itself."""
    found = Caution()
    for evaluation, facts in told:
        found |= site.facts.caution(evaluation, [facts.compared_with])
    return caution_told(site.language, _left(found, text))


def _left(found: Caution, text: Iterable[Sentence]) -> Caution:
    """What a text does not say: of bounds, nothing where it names all the years."""
    left = found.bounds - bounds_told(text)
    return found if left else found._replace(bounds=frozenset())


def cautions_of_groups(site: Site, evaluations: Iterable[Evaluation]) -> list[tuple[str, str]]:
    """For each group what is not known of all its editions that are compared, under its name."""
    found: dict[str, Caution] = {}
    for evaluation in evaluations:
        compared = site.facts.evaluation(evaluation).compared_with
        name = site.language.group(evaluation.group.name)
        found[name] = found.get(name, Caution()) | site.facts.caution(evaluation, compared)
    told = ((name, caution_told(site.language, one)) for name, one in found.items())
    return [(name, text) for name, text in told if text]


def caution_of_group(site: Site, evaluation: Evaluation, text: Iterable[Sentence] = ()) -> str:
    """The caution below what is told of the changes of a whole group; ``text`` is what stands there."""
    compared = site.facts.evaluation(evaluation).compared_with
    return caution_told(site.language, _left(site.facts.caution(evaluation, compared), text))


def set_against(facts: RegionFacts) -> Since:
    """The years beside which the figures of a region are set: also that of a rank of which it does
    not follow how it moved."""
    since = facts.compared_with
    if since.rank is None and facts.rank_before is not None:
        return since._replace(rank=facts.places.lacking)
    return since


_KINDS = (N_("kategori"), N_("skor"), N_("peringkat"))
_AT_LEAST = N_("skor sebagai “sedikitnya”")


def compared_told(site: Site, evaluation: Evaluation) -> str:
    """With which editions each kind of figure is compared, and with which not and why."""
    language, before = site.language, site.facts.before(evaluation)
    _ = language.gettext
    earlier = [e for e in site.dataset.of_group(evaluation.group.id) if e.year < evaluation.year]
    if not before:
        if earlier:
            return _("evaluasi pertama kelompok ini oleh penyelenggara ini di situs ini")
        return _("evaluasi pertama kelompok ini di situs ini")
    facts = site.facts.evaluation(evaluation)
    kinds = {_year_of(since): _kinds(since) for since in facts.compared_with}
    for item in facts.with_result:
        if item.at_least and not item.points:
            kinds.setdefault(item.at_least.known.year, {}).setdefault(_AT_LEAST)
    ranks = {set_against(item).rank for item in facts.with_result}
    for year in [year for year in ranks if year is not None]:
        kinds.setdefault(year, {}).setdefault(_KINDS[2])
    told = [
        _("%(year)s: %(kinds)s", year=year, kinds=language.join([_(name) for name in kinds[year]]))
        for year in sorted(kinds, reverse=True)
    ]
    found = sorted({one for item in facts.with_result if (one := item.apart)}, reverse=True)
    told += [
        _("tidak dengan %(year)s: %(why)s", year=one.year, why=_why(site, evaluation, one, kinds))
        for one in found
    ]
    return "; ".join(told) or _("belum ada angka yang dapat dibandingkan")


def _why(site: Site, evaluation: Evaluation, one: Apart, compared: Iterable[int]) -> str:
    """Why an earlier edition does not compare. Where only the data say so: that its scale is another
    than that of an edition which does."""
    if one.other == UNNAMED:
        editions = {e.year: e for e in site.facts.before(evaluation)}
        for year in sorted(compared):
            if apart(editions[year], editions[one.year]).scale:
                return site.language.gettext("skalanya berbeda dari skala %(year)s", year=year)
    return labels(site.language).apart(one)


def _year_of(since: Since) -> int:
    return next(year for year in since if year is not None)


def _kinds(since: Since) -> dict[str, None]:
    named = zip(_KINDS, since, strict=True)
    return dict.fromkeys(name for name, year in named if year is not None)
