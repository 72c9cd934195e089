"""How a figure and a page are cited: who measured comes first, this site second.

A citation is a sentence, made of the fact itself: what is unknown is cited as unknown, what the site
computed as computed, what sources say differently with all that they say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from generator.evaluation.model import USUAL_MAXIMUM, Evaluation
from generator.facts.group import EvaluationFacts
from generator.facts.model import Category, Count, Fact, Rank, Rule
from generator.facts.sources import inputs_of, is_unsourced, said_by
from generator.format import Source
from generator.language.base import Language
from generator.language.catalogue import N_
from generator.pages.comparing import apart_told, organizer_told
from generator.pages.editions import edition_of, measured, published, report_of
from generator.pages.labels import labels
from generator.pages.left_out import left_out
from generator.pages.markup import escape, filled, sewn
from generator.pages.page import Site
from generator.templating import safe

FACTS = {
    "category": N_("kategori"),
    "score": N_("skor"),
    "rank": N_("peringkat"),
}
"""What the figures of a result are called."""

SOURCES = N_("Sumber: %(named)s.")
OF_SCORE, OF_INPUTS = N_("Sumber skor: %(named)s."), N_("Sumber angka asal: %(named)s.")
"""Whose word a sentence is, or, where the site computed it, what it was computed from."""

OWN_WORD = N_("menurut pihak yang dinilai")

MOST_SOURCES = 4
"""Sources that a citation names; of more the page has the list."""


@dataclass(frozen=True, slots=True)
class Quote:
    """The citation of one fact: where it stands on its page, what it is called, and the sentence."""

    anchor: str
    name: str
    text: Markup
    report: str = ""
    """Where somebody reports that it is wrong; "" where the site names no contact."""


class Citing:
    """The citations of one evaluation; what all of them say is made once."""

    def __init__(self, site: Site, evaluation: Evaluation) -> None:
        self._site = site
        self._evaluation = evaluation
        self._language: Language = site.language
        self._ = site.language.gettext
        whole = site.facts.evaluation(evaluation)
        self.measured = escape(measured(site, evaluation))
        self._computed_in = escape(measured(site, evaluation, dated=False))
        self.edition = edition_of(site, evaluation)
        self._participants = self._counted(whole)
        self._number = whole.participants
        self._published = escape(published(site, self.edition))
        self._whose = {"site": site.title}
        self._organizer = organizer_told(site, evaluation)
        beside = (self._organizer, escape(apart_told(site, evaluation)))
        self._beside = Markup(" ").join(filter(None, beside))
        self._ranked = self._("dihitung %(site)s dari skor semua peserta", **self._whose)
        if whole.stopped:
            ranked = self._("dihitung %(site)s dari semua skor akhir", **self._whose)
            self._ranked = f"{ranked}; {left_out(site, evaluation)}"
        self._ends: dict[tuple[object, ...], str] = {}
        self._names: dict[Source, Markup] = {}
        self._page = lru_cache(1)(lambda page: escape(site.full(page)))  # it has many facts

    def _counted(self, whole: EvaluationFacts) -> str:
        """How many took part, or were assessed: ``Peserta: 12 kabupaten/kota.``"""
        number, taking_part = whole.participants, self._evaluation.measure.taking_part
        if not number:
            return self._("Jumlah peserta belum diketahui.") if taking_part else ""
        told = (
            N_("Peserta: %(n)s %(noun)s.")
            if taking_part and not whole.counts_assessed
            else N_("Dinilai: %(n)s %(noun)s.")
        )
        noun = self._language.noun(self._evaluation.group.name)
        return self._(told, n=self._language.digits(number.known), noun=noun)

    def _told_of(self, sources: Collection[Source]) -> Markup:
        """How many took part; where none of the sources says so, who does, or that nobody is known who
        did."""
        told, number = escape(self._participants), self._number
        if not told or not number or number.rule is not Rule.PUBLISHED or number.source in sources:
            return told
        by = (
            self._dated(number.source)
            if number.source
            else self._("sumber angka itu belum diketahui")
        )
        return sewn("{} ({}).", safe(told.removesuffix(".")), by)  # noqa: S704 — escaped

    def figure(
        self, what: str, name: str, fact: Fact[Any], score: Fact[Decimal] | None = None
    ) -> Markup:
        """One figure of ``name``, without full stop and sources: ``Skor Alfa dalam … adalah 80,00``;
        ``score`` is what a category was computed from."""
        values: dict[str, object] = {
            "fact": self._language.subject(what),
            "name": name,
            "of": self.measured if fact.rule is Rule.PUBLISHED else self._computed_in,
        }
        if fact.why is not None:
            # A reason that has a colon of its own goes on with what it says.
            why = labels(self._language).reason_text(fact.why).replace(": ", "; ", 1)
            why = off_page(self._site, why)
            return filled(self._("%(fact)s %(name)s dalam %(of)s: %(why)s"), **values, why=why)
        if fact.contested:
            told = self._("%(fact)s %(name)s dalam %(of)s disebut berbeda oleh sumbernya: %(each)s")
            return filled(told, **values, each=self._each(fact))
        values["value"] = self.shown(fact.known)
        if not fact.exact:
            about = self._("%(fact)s %(name)s dalam %(of)s disebut kira-kira, yakni %(value)s")
            return filled(about, **values)
        plain = filled(self._("%(fact)s %(name)s dalam %(of)s adalah %(value)s"), **values)
        made = self.made(fact, score)
        return safe(f"{plain}, {escape(made)}") if made else plain  # noqa: S704 — escaped

    def told(self, what: str, name: str, value: str) -> Markup:
        """What the site computed and shows in words, such as a change."""
        told = self._("%(fact)s %(name)s dalam %(of)s: %(value)s")
        fact = self._language.subject(what)
        return filled(told, fact=fact, name=name, of=self._computed_in, value=value)

    def made(self, fact: Fact[Any], score: Fact[Decimal] | None = None) -> str:
        """How the site, by its name, made a figure that nobody published; "" of a published one."""
        undecided = self._("bukan keputusan")
        if fact.rule is Rule.BY_SCALE:
            told = self._("dihitung %(site)s menurut skala", **self._whose)
            if score and not score.others:
                values = {**self._whose, "score": self.shown(score.known)}
                told = self._("dihitung %(site)s dari skor %(score)s menurut skala", **values)
            decided = self._evaluation.measure.taking_part
            return f"{told}; {undecided}" if decided else told
        if fact.rule is Rule.BY_INSTRUMENT:
            told = self._("dihitung %(site)s menurut bobot instrumen", **self._whose)
            return f"{told}; {undecided}"
        if fact.rule is Rule.RANKED:
            return self._ranked
        return self._("dihitung %(site)s", **self._whose) if fact.rule is not Rule.PUBLISHED else ""

    def shown(self, value: object) -> str:
        """A value as the pages have it."""
        language = self._language
        if isinstance(value, Category):
            return value.name
        if isinstance(value, Rank):
            place = language.digits(value.place)
            return self._of(place, value.of) if value.of is not None else place
        if isinstance(value, Count):
            number = language.digits(value.number)
            return self._("sedikitnya %(n)s", n=number) if value.at_least else number
        if isinstance(value, Decimal):
            told, scale = language.decimal(value), self._evaluation.scale
            if scale is None or scale.maximum == USUAL_MAXIMUM:
                return told
            most = language.plain_number(scale.maximum)
            return self._("%(score)s pada skala sampai %(maximum)s", score=told, maximum=most)
        return str(value)

    def _of(self, place: str, number: int) -> str:
        return f"{place} {self._('dari %(n)s', n=self._language.digits(number))}"

    def _each(self, fact: Fact[Any]) -> Markup:
        said = [(fact.known, fact.source), *((o.value, o.source) for o in fact.others)]
        unknown = escape(self._("sumbernya belum diketahui"))
        return Markup("; ").join(
            sewn("{} ({})", escape(self.shown(value)), self._name(source) if source else unknown)
            for value, source in said
        )

    def cited(
        self,
        sentences: Markup,
        sources: Iterable[Source],
        address: str,
        *,
        said: bool = True,
        counted: bool = True,
        origin: str = "",
        bounds: Source | None = None,
        compared: bool = True,
        alike: bool = False,
    ) -> Markup:
        """Finished sentences about the evaluation as one cites them: with the number of participants,
        the sources, and this site with the edition and the address of what is cited.

        ``said``: whether somebody said it, so that it is told where nobody is known who did.
        ``counted``: whether the number of participants goes along. ``origin``: what it is that the
        sources are of, where they did not say the sentence itself; ``bounds`` who published the
        bounds of the categories that it goes by. ``compared``: whether what is said of the
        organizer and of other editions goes along; ``alike`` that of other editions does not: what is
        cited compares with them.
        """
        listed = tuple(sources)
        # All but the sentences and the address is the same on page after page.
        key = (listed, said, counted, origin, bounds, compared, alike)
        end = self._ends.get(key)
        if end is None:
            named = self._named(listed) or (escape(self._("belum diketahui")) if said else "")
            by = self._dated(bounds) if bounds else ""
            parts = (
                (self._organizer if alike else self._beside) if compared else "",
                self._told_of(listed) if counted else "",
                filled(self._(origin or SOURCES), named=named) if named else "",
                filled(self._("Sumber batas: %(named)s."), named=by) if bounds else "",
                self._published,
            )
            end = self._ends[key] = " ".join([part for part in parts if part])
        page, hash_, anchor = address.partition("#")
        full = self._page(page)
        there = f": {full}{escape(hash_ + anchor)}" if full else "."
        return safe(f"{sentences} {end}{there}")  # noqa: S704 — escaped

    def _named(self, sources: Sequence[Source]) -> Markup:
        named: list[Markup] = [self._dated(source) for source in sources[:MOST_SOURCES]]
        more = len(sources) - len(named)
        if more:
            ngettext, n = self._language.ngettext, self._language.digits(more)
            named.append(escape(ngettext("%(n)s sumber lain", "%(n)s sumber lain", more, n=n)))
        return safe("; ".join(named))  # noqa: S704 — escaped

    def _dated(self, source: Source) -> Markup:
        """``Antara, 19 Desember 2025``."""
        found = self._names.get(source)
        if found is None:
            found, date = self._name(source), source.date
            if date:
                found = sewn("{}, {}", found, self._language.show_date(date))
            self._names[source] = found
        return found

    def _name(self, source: Source) -> Markup:
        return labels(self._language).credit(source.publisher or source.title)

    def quote(
        self,
        anchor: str,
        what: str,
        name: str,
        fact: Fact[Any],
        here: str,
        score: Fact[Decimal] | None = None,
        *,
        own: bool = False,
    ) -> Quote:
        """The citation of a figure that stands at an anchor of the page ``here``; ``score`` is what a
        category was computed from, ``own`` whether the judged body alone says so. Of what is not known
        nobody is named but who said so."""
        told = self.figure(what, name, fact, score)
        if own:
            told = sewn("{}, {}", told, self._(OWN_WORD))
        sources = inputs_of(fact) if fact else said_by(fact)
        bounds = self.bounds(score) if fact.rule is Rule.BY_SCALE and score is not None else None
        return self.quoted(anchor, what, told, fact, sources, here, bounds=bounds)

    def bounds(self, score: Fact[Decimal]) -> Source | None:
        """Who published the bounds of the categories, unless the score is theirs."""
        scale = self._evaluation.scale
        source = self._evaluation.source(scale.source) if scale else None
        return source if source not in inputs_of(score) else None

    def quoted(
        self,
        anchor: str,
        what: str,
        sentence: Markup,
        fact: Fact[Any],
        sources: Iterable[Source],
        here: str,
        *,
        bounds: Source | None = None,
        limits: str = "",
        alike: bool = False,
    ) -> Quote:
        """The citation of what a sentence without its full stop says of a fact; what the data note
        about it goes along, and ``limits``, a sentence of what it leaves open."""
        there, text = f"{here}#{anchor}", f"{sentence}."
        if limits:
            text += f" {escape(limits)}"
        if fact.note:
            text += f" {labels(self._language).own(fact.note.removesuffix('.'))}."
        said = bool(fact) and fact.rule is Rule.PUBLISHED
        # A rank says of how many it is, but not who says so.
        ranked = isinstance(fact.value, Rank) and fact.value.of is not None
        counted = bool(fact) and (not ranked or is_unsourced(self._number))
        cited = self.cited(
            safe(text),  # noqa: S704 — escaped
            [source for source in sources if source != bounds],
            there,
            said=said,
            counted=counted,
            origin=_origin(fact, of_score=bounds is not None),
            bounds=bounds,
            compared=bool(fact),
            alike=alike,
        )
        return Quote(anchor, what, cited, report_of(self._site, there, sentence, self.edition))


def _origin(fact: Fact[Any], *, of_score: bool) -> str:
    """What it is that the sources of a fact are of."""
    if not fact or fact.rule is Rule.PUBLISHED:
        return SOURCES
    return OF_SCORE if of_score or fact.rule is Rule.BY_SCALE else OF_INPUTS


def unsourced_years(figures: Iterable[tuple[int, Fact[Any]]]) -> list[int]:
    """The years of figures of which nobody is known who said them, in order."""
    return sorted({year for year, fact in figures if is_unsourced(fact)})


def nobodys_result(language: Language, years: Sequence[int]) -> str:
    """``sumber hasil 2023 dan 2024 belum diketahui``; "" of no year."""
    if not years:
        return ""
    told = language.join([str(year) for year in years])
    return language.gettext("sumber hasil %(years)s belum diketahui", years=told)


def off_page(site: Site, text: str) -> str:
    """A text of a page where it stands elsewhere: what is “this site” there has a name."""
    return site.language.elsewhere(text, site.title)


def citing(site: Site, evaluation: Evaluation) -> Citing:
    """The citations of an evaluation, made once."""
    key = ("citing", evaluation.year, evaluation.group.id)
    return site.once(key, lambda: Citing(site, evaluation))
