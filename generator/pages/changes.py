"""How a result moved since an earlier edition, in the language of the site; or why that is not said."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from markupsafe import Markup

from generator.facts.model import WHY_OUT, WHY_PEERS, CategoryChange, Fact, PointChange, Rank, Why
from generator.facts.region import RegionFacts
from generator.language.base import Language
from generator.language.catalogue import N_
from generator.language.states import STATES
from generator.pages.labels import APART_MARK, change_label, heard, labels, said
from generator.pages.markup import escape, filled, sewn
from generator.templating import safe

FIGURES = {
    "category": (N_("kategori"), N_("kategori sama seperti pada %(year)s")),
    "score": (N_("skor"), N_("skor sama seperti pada %(year)s")),
    "rank": (N_("peringkat"), N_("peringkat sama seperti pada %(year)s")),
}
"""What moves: its name, and that it is the same as in an edition that is not the one before."""

_LACK = (Why.UNKNOWN, Why.NOT_PUBLISHED, Why.NOT_ANNOUNCED, Why.UNSURE)
"""Reasons that are said of a figure: without it, none is computed from it."""


class Changes:
    """The changes of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._ = language.gettext
        self._labels = labels(language)

    def points_moved(self, change: PointChange) -> Markup:
        """A change in points with its year; none is no number."""
        if change.points == 0:
            return change_label(0, self._("tetap dari %(year)s", year=change.year))
        points = self.language.signed(change.points)
        told = self._("%(points)s poin dari %(year)s", points=points, year=change.year)
        return change_label(change.points, told)

    def steps_moved(self, steps: int, *others: int) -> Markup:
        """A change in categories, without its year: ``naik dua kategori``, ``tetap``."""
        return change_label(steps, self._steps(steps, *others) if steps else self._("tetap"))

    def _steps(self, steps: int, *others: int) -> str:
        """``others``: the steps by the other categories that sources name, which say the same way."""
        each = [abs(one) for one in (steps, *others)]
        n, number = max(each), f" {self._('atau')} ".join(map(self.language.count, each))
        ngettext = self.language.ngettext  # by this name, or the catalogues miss its messages
        if steps > 0:
            return ngettext(
                "naik %(number)s kategori", "naik %(number)s kategori", n, number=number
            )
        return ngettext("turun %(number)s kategori", "turun %(number)s kategori", n, number=number)

    def _places(self, places: int) -> str:
        n, number, ngettext = abs(places), self.language.count(abs(places)), self.language.ngettext
        if places > 0:
            return ngettext(
                "naik %(number)s peringkat", "naik %(number)s peringkat", n, number=number
            )
        return ngettext(
            "turun %(number)s peringkat", "turun %(number)s peringkat", n, number=number
        )

    def in_full(self, name: str, facts: RegionFacts) -> Markup:
        """How a figure moved, from what: ``naik satu kategori dari Cukup Informatif (2024)``."""
        found = {
            "category": self._category_in_full,
            "score": self._score_in_full,
            "rank": self._rank_in_full,
        }[name](facts)
        return found or self.no_change(name, facts)

    def _since(self, change: Markup, before: Markup, year: int) -> Markup:
        told = self._("%(change)s dari %(before)s (%(year)s)")
        return filled(told, change=change, before=before, year=year)

    def _same(self, facts: RegionFacts, year: int) -> Markup | None:
        """That nothing changed since an edition that is not the one before: between, it may have."""
        if facts.year - year == 1:
            return None
        return change_label(0, self._("sama seperti pada %(year)s", year=year))

    def _category_in_full(self, facts: RegionFacts) -> Markup | None:
        change = self.category_change(facts)
        if change is None:
            return None
        same = None if change.steps else self._same(facts, change.year)
        before = self._labels.own(change.before.name)
        return same or self._since(
            self.steps_moved(change.steps, *change.others), before, change.year
        )

    def _score_in_full(self, facts: RegionFacts) -> Markup | None:
        change = facts.points.value
        if change is None:
            return self._score_at_least(facts)
        same = None if change.points else self._same(facts, change.year)
        return same or self._since(
            self._score_moved(change.points),
            escape(self.language.decimal(change.before)),
            change.year,
        )

    def _score_at_least(self, facts: RegionFacts) -> Markup | None:
        """``naik sedikitnya 20,06 poin dari 2019``: of the earlier score only the category is known."""
        least, _ = facts.at_least.value, self._
        if least is None:
            return None
        rose, fell = (
            _("naik sedikitnya %(points)s poin dari %(year)s"),
            _("turun sedikitnya %(points)s poin dari %(year)s"),
        )
        values = {"points": self.language.decimal(abs(least.points)), "year": least.year}
        return change_label(least.points, (rose if least.points > 0 else fell) % values)

    def _score_moved(self, points: Decimal) -> Markup:
        if points == 0:
            return change_label(0, self._("tetap"))
        return change_label(points, self._("%(points)s poin", points=self.language.signed(points)))

    def _rank_in_full(self, facts: RegionFacts) -> Markup | None:
        change = facts.places.value
        if change is None:
            both = self._both_ranks(facts)
            told = self._("arahnya tidak disimpulkan: %(ranks)s")
            return filled(told, ranks=both) if both else None
        if change.others:
            up, told = (
                change.places > 0,
                self._(
                    "%(change)s dari %(year)s, yang peringkatnya disebut berbeda oleh sumbernya"
                ),
            )
            moved = change_label(change.places, self._("naik") if up else self._("turun"))
            both = self._both_ranks(facts)
            return both or filled(told, change=moved, year=change.year)
        both = self._both_ranks(facts)
        same = None if change.places else self._same(facts, change.year)
        if both or same:
            return both or same
        if not change.counted(facts.rank.known):
            return self._from_to(facts)
        moved = change_label(
            change.places, self._places(change.places) if change.places else self._("tetap")
        )
        before = escape(self.language.digits(change.before.place))
        return self._since(moved, before, change.year)

    def _from_to(self, facts: RegionFacts) -> Markup:
        """A sure direction where another number was ranked: how many places it were says nothing."""
        change, now = facts.places.known, facts.rank.known
        told = (
            self._("naik dari peringkat %(before)s pada %(year)s ke %(now)s")
            if change.places > 0
            else self._("turun dari peringkat %(before)s pada %(year)s ke %(now)s")
        )
        before, after = map(self.language.rank, (change.before.place, now.place))
        values = {"before": before, "now": after, "year": change.year}
        return change_label(change.places, told % values)

    def _both_ranks(self, facts: RegionFacts) -> Markup | None:
        """Both ranks, each of its number, where one is no better and the other no worse for certain:
        ``7 dari 9; pada 2024 6 dari 8``."""
        change, now, before = facts.places.value, facts.rank, facts.rank_before
        year = facts.places.lacking
        if change is not None and change.places == 0 and not change.same_of(now.known):
            before, year = change.earlier, change.year
        if before is None or year is None:
            return None
        told = self._("%(now)s; pada %(year)s %(before)s")
        if change is not None and before.known.of is None and not before.others:
            told = self._("%(now)s; pada %(year)s juga %(before)s")
        return filled(told, now=self.rank_of(now), year=year, before=self.rank_of(before))

    def rank_of(self, rank: Fact[Rank]) -> Markup:
        """A place and its number, if that is known; all places that were published."""
        _, digits = self._, self.language.digits
        all_ = dict.fromkeys((rank.known.place, *(other.value.place for other in rank.others)))
        place = escape(f" {_('atau')} ".join(digits(place) for place in all_))
        of = rank.known.of
        return place if of is None else sewn("{} {}", place, _("dari %(n)s", n=digits(of)))

    def no_change(self, name: str, facts: RegionFacts) -> Markup:
        """Why a figure did not move: what keeps it from being compared, of which edition."""
        moved: dict[str, Fact[Any]] = {
            "category": facts.categories,
            "score": facts.points,
            "rank": facts.places,
        }
        change = moved[name]
        why, year, _ = change.why or Why.UNKNOWN, change.lacking, self._
        if why is Why.NOT_COMPARABLE and year is not None:
            return _none(self._apart_of(name, facts, year))
        if year is None and why in WHY_PEERS:
            return _none(_("tidak dihitung, seperti peringkatnya"))
        if why in _LACK:
            return _none(_("tidak dihitung: %(lack)s", lack=self._lack_of(name, why, year)))
        if year is not None:
            return _none(self._lack_of(name, why, year))
        return self._labels.reason(why)

    def _apart_of(self, name: str, facts: RegionFacts, year: int) -> str:
        """That a figure does not compare with that of a year; of none that is known first that."""
        apart, _ = facts.apart_of(year), self._
        about = apart.of_scores if apart is not None and name != "category" else apart
        told = "" if about is None else self._labels.apart(about)
        plain, both = _("tidak sebanding dengan %(year)s", year=year), _("%(plain)s: %(why)s")
        if not facts.known_in(name, year):
            plain, both = self._lack_of(name, Why.UNKNOWN, year), _("%(plain)s, dan %(why)s")
        return both % {"plain": plain, "why": told} if told else plain

    def _lack_of(self, name: str, why: Why, year: int | None) -> str:
        """What is the case of a figure, of an earlier edition where a ``year`` is given."""
        _, figure = self._, self._(FIGURES[name][0])
        state = self._labels.reason_text(why, short=True)
        if why in (*WHY_OUT, Why.STOPPED) and year is not None:
            return _("%(state)s pada %(year)s", state=state, year=year)
        if why is Why.UNSURE and name != "category":
            state = _("disebut berbeda atau kira-kira")
        if year is None:
            return _("%(figure)s %(state)s", figure=figure, state=state)
        return _("%(figure)s %(year)s %(state)s", figure=figure, year=year, state=state)

    def no_gap(self, facts: RegionFacts) -> Markup:
        """Why there is no distance to the next category: it is computed, and nobody withholds it."""
        why = facts.gap.why or Why.UNKNOWN
        if not facts.score and why in _LACK:
            return _none(self._("tidak dihitung: %(lack)s", lack=self._lack_of("score", why, None)))
        return self._labels.reason(why)

    def changes(self, facts: RegionFacts, marked: bool = False) -> Markup:
        """What changed, category first, then score, then rank; each with its year.

        ``marked``: why nothing is compared as the mark of a legend, where it has one.
        """
        found = (self.category_since(facts), self.score_since(facts), self.rank_since(facts))
        parts = [part for part in found if part]
        if parts:
            return safe(f'<span class="rk-changes">{"<br>".join(parts)}</span>')  # noqa: S704 — labels
        if not facts.has_result:
            category, score = facts.category.why, facts.score.why
            why = score if category in (None, Why.NO_CATEGORIES) else category
            return self._labels.marked(why or Why.UNKNOWN)
        return self.marked_none(facts) if marked else self.why_none(facts)

    def marked_none(self, facts: RegionFacts, since: int | None = None) -> Markup:
        """Why nothing is compared: a mark and the year, unless that is ``since``; words where none says it."""
        lacking, told = self.lack(facts), self.why_none(facts)
        why, year = lacking.why or Why.UNKNOWN, lacking.lacking
        state = STATES.get(why)
        mark = APART_MARK if why is Why.NOT_COMPARABLE else state.mark if state else ""
        if not mark:
            return told
        dated = sewn(' <span aria-hidden="true">{}</span>', year) if year and year != since else ""
        words = heard(told.striptags())
        return sewn('<span class="rk-none rk-none--mark">{}{}{}</span>', said(mark), dated, words)

    def category_change(self, facts: RegionFacts) -> CategoryChange | None:
        """How the category moved, also where sources differ and all of them say the same way."""
        return facts.categories.value or facts.surely_moved.value

    def category_since(self, facts: RegionFacts) -> Markup:
        """``naik dua kategori dari 2024``; "" where it is not compared."""
        change = self.category_change(facts)
        if change is None:
            return Markup("")
        moved = self._steps(change.steps, *change.others)
        told = self._("%(change)s dari %(year)s", change=moved, year=change.year)
        still = "" if change.steps else self._still("category", facts.year, change.year)
        return change_label(change.steps, still or told)

    def score_since(self, facts: RegionFacts) -> Markup:
        """``+16,55 poin dari 2024``; "" where it is not compared."""
        points = facts.points.value
        if points is None:
            return Markup("")
        if points.points:
            return self.points_moved(points)
        return change_label(0, self._still("score", facts.year, points.year))

    def lack(self, facts: RegionFacts) -> Fact[Any]:
        """The change that is not there, of the first figure that a result has."""
        return self._lacking(facts)[1]

    def _lacking(self, facts: RegionFacts) -> tuple[str, Fact[Any]]:
        changes = (("category", facts.categories), ("score", facts.points), ("rank", facts.places))
        figures = {"category": facts.category, "score": facts.score, "rank": facts.rank}
        return next(pair for pair in changes if figures[pair[0]])

    def why_none(self, facts: RegionFacts) -> Markup:
        """Why nothing of a result is compared, in short: said of the first figure that it has."""
        name, change = self._lacking(facts)
        why, year, _ = change.why or Why.UNKNOWN, change.lacking, self._
        if why is Why.NOT_COMPARABLE and year is not None:
            return _none(self._apart_of(name, facts, year))
        if year is not None or why in _LACK:
            return _none(self._lack_of(name, why, year))
        return self._labels.reason(why, short=True)

    def _still(self, name: str, now: int, year: int) -> str:
        """That a figure is the same: kept only where no edition lies, or may have lain, between."""
        if now - year > 1:
            return self._(FIGURES[name][1], year=year)
        kept = {
            "category": self._("kategori tetap dari %(year)s", year=year),
            "score": self._("skor tetap dari %(year)s", year=year),
            "rank": self._("peringkat tetap dari %(year)s", year=year),
        }
        return kept[name]

    def rank_since(self, facts: RegionFacts) -> Markup | None:
        """A change in rank; one of several published values is no ground for a difference."""
        both = self._both_ranks(facts)
        if both:
            return filled(self._("peringkat %(ranks)s"), ranks=both)
        change = facts.places.value
        if change is None:
            return None
        year, places = change.year, change.places
        if places == 0:
            return change_label(0, self._still("rank", facts.year, year))
        if change.others:
            up, down = (
                self._("peringkat naik dari %(year)s"),
                self._("peringkat turun dari %(year)s"),
            )
            return change_label(places, (up if places > 0 else down) % {"year": year})
        if not change.counted(facts.rank.known):
            return self._from_to(facts)
        told = self._("%(change)s dari %(year)s", change=self._places(places), year=year)
        return change_label(places, told)


def _none(text: str) -> Markup:
    """A text that is no figure."""
    return safe(f'<span class="rk-none">{escape(text)}</span>')  # noqa: S704


@cache
def changes(language: Language) -> Changes:
    """The changes of a language, made once."""
    return Changes(language)
