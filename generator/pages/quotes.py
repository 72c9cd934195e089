"""The facts of a page, each with the anchor that stays and the sentence that cites it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.apart import Since
from generator.facts.group import EvaluationFacts
from generator.facts.model import Average, Fact, Rule
from generator.facts.own_word import is_own_word
from generator.facts.region import RegionFacts
from generator.facts.sources import inputs_of
from generator.language.catalogue import N_
from generator.pages.changes import changes
from generator.pages.citing import FACTS, Citing, Quote, citing, nobodys_result, unsourced_years
from generator.pages.comparing import caution_told
from generator.pages.labels import labels
from generator.pages.markup import escape, sewn, slug
from generator.pages.page import Site
from generator.pages.timeline import Told
from generator.pages.wholes import shown_wholes
from generator.templating import safe

ANCHORS = {
    "category": "kategori",
    "by_scale": "kategori-menurut-skala",
    "score": "skor",
    "rank": "peringkat",
    "rank_in_category": "peringkat-dalam-kategori",
    "categories": "perubahan-kategori",
    "points": "perubahan-skor",
    "places": "perubahan-peringkat",
    "gap": "selisih",
    "held": "bertahan",
    "target": "target",
}
"""Where each fact of a region stands on its article; published once, an anchor never changes."""

CHANGED = {"categories": "category", "points": "score", "places": "rank"}
"""Of which figure each change is."""


class Quotes:
    """The citations of the facts of a region in an evaluation, each made when it is asked for."""

    def __init__(
        self, site: Site, evaluation: Evaluation, facts: RegionFacts, told: Told, here: str
    ) -> None:
        self._site = site
        self._evaluation = evaluation
        self._cite: Citing = citing(site, evaluation)
        self._facts = facts
        self._told = told
        self._here = here

    def __call__(self, name: str) -> Quote | None:
        """The citation of a fact, by its name among the facts of the region; None where the site
        computes nothing: that is no fact."""
        fact = self._fact(name)
        if not fact and name in (*CHANGED, "gap"):
            return None
        what, value = self._said(name)
        region, anchor = self._site.names.full(self._facts.region), ANCHORS[name]
        if value is None:
            own = is_own_word(fact, self._facts.region)
            score = self._facts.score
            return self._cite.quote(anchor, what, region, fact, self._here, score, own=own)
        sentence = self._cite.told(what, region, value)
        if fact and fact.rule is not Rule.PUBLISHED:
            sentence = safe(f"{sentence}, {escape(self._cite.made(fact, self._facts.score))}")  # noqa: S704 — escaped
        behind = dict(self._behind(name, fact)) if fact else {}
        sentence = self._unsourced(sentence, {} if name == "held" else behind)
        sources = inputs_of(fact, *behind.values())
        bounds = self._cite.bounds(self._facts.score) if name in ("gap", "by_scale") else None
        limits = self._limits(name, fact) if fact else ""
        return self._cite.quoted(
            anchor, what, sentence, fact, sources, self._here, bounds=bounds, limits=limits
        )

    def _limits(self, name: str, fact: Fact[Any]) -> str:
        """What a fact leaves open, which stands beside it on the page: that a change may come from what
        is not known of the editions, that the earlier category was computed, that points alone do not
        give the next category."""
        language, facts = self._site.language, self._facts
        if name == "gap" and facts.next_requires:
            category = fact.known.category
            return language.gettext(
                "Kategori %(category)s bersyarat selain skor.", category=category
            )
        if name not in CHANGED:
            return ""
        since = Since(**{CHANGED[name]: fact.known.year})
        told = [caution_told(language, self._site.facts.caution(self._evaluation, [since]))]
        if name == "categories" and fact.known.earlier.rule is Rule.BY_SCALE:
            year = fact.known.year
            told.insert(0, language.gettext("Kategori %(year)s menurut skala.", year=year))
        return " ".join(filter(None, told))

    def _fact(self, name: str) -> Fact[Any]:
        """The fact; of a change that is not known exactly, what is sure of it."""
        facts = self._facts
        fact: Fact[Any] = getattr(facts, name)
        sure: dict[str, Fact[Any]] = {
            "points": facts.at_least,
            "categories": facts.surely_moved,
        }
        return fact if fact or not sure.get(name) else sure[name]

    def _unsourced(self, sentence: Markup, behind: dict[int, Fact[Any]]) -> Markup:
        """The sentence with the years of which nobody is known who said the figure."""
        told = nobodys_result(self._site.language, unsourced_years(behind.items()))
        return sewn("{}; {}", sentence, told) if told else sentence

    def _behind(self, name: str, fact: Fact[Any]) -> Iterator[tuple[int, Fact[Any]]]:
        """The figures from which the site computed another, each with its year: also those of the
        edition it is compared with."""
        facts = self._facts
        year = facts.year
        if name in CHANGED:
            yield year, getattr(facts, CHANGED[name])
            yield fact.known.year, fact.known.earlier
        elif name == "held":
            yield year, facts.category
            for before, earlier in enumerate(facts.held.known.earlier, 1):
                yield -before, earlier  # its year is not told
        elif name in ("gap", "by_scale"):
            yield year, facts.score
        elif name == "target" and fact.known.outcome is not None:
            scale = self._told.evaluation.scale
            named = {one.name for one in scale.categories or ()} if scale else set()
            yield year, facts.category if fact.known.target.at_least in named else facts.score

    def _said(self, name: str) -> tuple[str, str | None]:
        """What a fact is called, and its value in words where the page has it so; else None."""
        _, facts, language = self._site.language.gettext, self._facts, self._site.language
        if name in FACTS:
            return _(FACTS[name]), None
        if name in CHANGED:
            figure = CHANGED[name]
            moved = changes(language).in_full(figure, facts).striptags()
            return _("perubahan %(figure)s", figure=_(FACTS[figure])), moved
        if name == "by_scale":
            return _("kategori menurut skala"), facts.by_scale.known.name
        if name == "rank_in_category":
            return _("peringkat dalam kategori"), self._place()
        if name == "gap":
            return _("selisih ke kategori berikutnya"), self._gap()
        if name == "held":
            held = facts.held.known
            told = _("%(n)s edisi, %(since)s–%(year)s")
            n = language.count(held.editions)
            return _("kategori bertahan"), told % {
                "n": n,
                "since": held.since,
                "year": facts.year,
            }
        target = facts.target.known.target
        least = labels(language).given(target.at_least).striptags()
        outcome = str(self._told.target_outcome)
        told = _("sedikitnya %(least)s: %(outcome)s", least=least, outcome=outcome)
        day = language.show_date(target.date) if target.date else ""
        office = language.office(target.office or "")
        by = ", ".join(part for part in (target.by, office, day) if part)
        return _("target"), f"{told} ({by})" if by else told

    def _place(self) -> str:
        fact, category = self._facts.rank_in_category, self._facts.category
        digits = self._site.language.digits
        places = dict.fromkeys((fact.known.place, *(o.value.place for o in fact.others)))
        _ = self._site.language.gettext
        place = f" {_('atau')} ".join(digits(place) for place in places)
        told = _("%(place)s dalam kategori %(category)s")
        text = told % {"place": place, "category": category.known.name}
        return text if fact.exact else f"{text} ({_('kira-kira')})"

    def _gap(self) -> str:
        language, gap = self._site.language, self._facts.gap.known
        told = language.gettext("%(points)s poin ke %(category)s (mulai %(minimum)s)")
        return told % {
            "points": language.decimal(gap.points),
            "category": gap.category,
            "minimum": language.plain_number(gap.minimum),
        }


MEAN, MEDIAN = N_("rata-rata skor"), N_("median skor")


def group_quotes(
    site: Site, evaluation: Evaluation, whole: EvaluationFacts, here: str
) -> dict[str, Quote]:
    """The citations of the figures of a group by their anchors: counts of categories, averages."""
    return {quote.anchor: quote for quote in _of_group(site, evaluation, whole, here)}


def _of_group(
    site: Site, evaluation: Evaluation, whole: EvaluationFacts, here: str
) -> Iterator[Quote]:
    _, cite = site.language.gettext, citing(site, evaluation)
    noun = site.language.noun(evaluation.group.name)
    for item in whole.counts:
        category = item.category.name
        whose = _("%(noun)s berkategori %(category)s", noun=noun, category=category)
        quote = cite.quote(f"jumlah-{slug(category)}", _("jumlah"), whose, item.count, here)
        yield replace(quote, name=f"{quote.name} {category}")
    for one in shown_wholes(site, evaluation):
        whose = "Indonesia" if one.national else noun
        yield cite.quote(one.anchor, one.what, whose, one.fact, here)
    for anchor, message, fact in (
        ("rata-rata", MEAN, whole.mean),
        ("median", MEDIAN, whole.median),
    ):
        if fact:
            yield averaged(site, evaluation, anchor, _(message), fact, noun, here)


def averaged(
    site: Site,
    evaluation: Evaluation,
    anchor: str,
    what: str,
    fact: Fact[Average],
    name: str,
    here: str,
    *,
    alike: bool = False,
) -> Quote:
    """The citation of an average, with how many scores it is of; ``alike``: that it compares with
    earlier editions, though these as a whole do not."""
    average, language = fact.known, site.language
    cite = citing(site, evaluation)
    ngettext = language.ngettext
    n = ngettext(
        "dihitung %(site)s dari %(n)s skor",
        "dihitung %(site)s dari %(n)s skor",
        average.n,
        n=language.digits(average.n),
        site=site.title,
    )
    told = cite.told(what, name, f"{language.decimal(average.value)} ({n})")
    return cite.quoted(anchor, what, told, fact, inputs_of(fact), here, alike=alike)
