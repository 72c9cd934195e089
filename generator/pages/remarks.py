"""What stands beside a figure: other published values, its note, whose word it is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from functools import cache
from typing import Any

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.model import Category, Count, Fact, Rank, Why
from generator.facts.own_word import is_own_word
from generator.facts.region import RegionFacts
from generator.facts.sources import day_of_nobody, is_unsourced
from generator.facts.totals import TotalFacts
from generator.format import Source
from generator.language.base import Language
from generator.pages.changes import FIGURES
from generator.pages.labels import labels
from generator.pages.markup import escape, sewn


class Remarks:
    """The remarks in one language."""

    def __init__(self, language: Language) -> None:
        self._ = language.gettext
        self._language = language
        self._labels = labels(language)
        self._own = labels(language).own
        self._credit = labels(language).credit
        self._inside = labels(language).institution
        self._shown: dict[type, Callable[[Any], str]] = {
            Category: labels(language).category,
            Count: lambda value: language.digits(value.number),
            Decimal: language.decimal,
            Rank: lambda value: language.digits(value.place),
            int: language.digits,
        }

    def others(self, fact: Fact[Any]) -> Markup:
        """The other values that were published for a figure, each with its source; "" if there are none."""
        return _small(self._others(fact)) if fact.others else Markup("")

    def each(self, fact: Fact[Any]) -> Markup:
        """Every value that was published for a contested figure, each with whose it is alone."""
        said: dict[Any, list[Source | None]] = {}
        for value, source in (
            (fact.known, fact.source),
            *((o.value, o.source) for o in fact.others),
        ):
            said.setdefault(value, []).append(source)
        told = []
        for value, sources in said.items():
            names = [self._credit(_name(source)) for source in sources if source is not None]
            origin = Markup(", ").join(names) or escape(self._("sumbernya belum diketahui"))
            told.append(self._shown[type(value)](value) + _small(origin))
        return Markup("; ").join(told)

    def ranked_of(self, evaluation: Evaluation, fact: Fact[Rank], took_part: Fact[int]) -> Markup:
        """Whose word the number is that a published rank is one of, where it is another's."""
        told = fact.value is not None and fact.value.of == took_part.value
        if not told or fact.source is None or took_part.source == fact.source:
            return Markup("")
        if took_part.source is not None:
            name = self._credit(_name(took_part.source))
        elif is_unsourced(took_part):
            name = escape(self._("sumbernya belum diketahui"))
        else:
            return Markup("")
        return _small(sewn("{} {}", self._("banyaknya peserta:"), name))

    def bounds_by(self, evaluation: Evaluation, facts: RegionFacts) -> Markup:
        """How a distance to a bound came about, and whose word the bound is, where it is another's
        than the result."""
        told, source = escape(self._("dihitung")), other_bounds(evaluation, facts)
        if source is not None:
            name = self._inside(_name(source))
            by = (
                sewn("{}, {}", name, self._language.show_date(source.date)) if source.date else name
            )
            told = sewn("{}; {} {}", told, self._("batas menurut"), by)
        return _small(told)

    def noted(self, fact: Fact[Any]) -> Markup:
        """What the data say about a figure; "" if nothing."""
        return _small(self._own(fact.note)) if fact.note else Markup("")

    def own_origin(self, fact: Fact[Any], evaluation: Evaluation, sourced: bool = False) -> Markup:
        """Whose word a figure is, where that is not the usual source of its edition.

        ``sourced``: whether those beside it have a source, so that it is told of one without.
        """
        # Where the edition has a usual source, who has none is said to have none.
        if (sourced or evaluation.settings.source) and is_unsourced(fact):
            return _small(escape(self._("sumbernya belum diketahui")))
        if fact.source is None or fact.source == evaluation.source(evaluation.settings.source):
            return Markup("")
        return _small(self._credit(_name(fact.source)))

    def apart(
        self, fact: Fact[Any], evaluation: Evaluation, facts: RegionFacts, sourced: bool
    ) -> str:
        """What a mark beside a figure says where there is no room for its source; "" where it needs
        none, because the edition itself names that source."""
        if fact.contested:
            return self._("sumber-sumbernya menyebut nilai yang berbeda")
        if not fact:
            return ""
        if is_own_word(fact, facts.region):
            return self._("menurut pihak yang dinilai")
        if not self.own_origin(fact, evaluation, sourced):
            return ""
        if fact.source is None:
            return self._("tanpa sumber yang dikenal")
        if fact.source in evaluation.sources.values():
            return ""
        return self._("sumbernya bukan sumber edisi ini")

    def own_word(self, facts: RegionFacts, figure: str = "category") -> Markup:
        """Whose word a figure is that rests on the government that was judged alone; else ""."""
        fact = getattr(facts, figure)
        source = fact.source
        if source is None or not is_own_word(fact, facts.region):
            return Markup("")
        return Markup(" ") + _small(sewn("{} {}", self._("menurut"), self._inside(_name(source))))

    def lacks(self, evaluation: Evaluation, facts: RegionFacts) -> Markup:
        """Why a result lacks figures, each reason once: ``Skor dan peringkat: belum diketahui …``."""
        names = ["category"] * evaluation.measure.categories + ["score"]
        found: dict[Why, list[str]] = {}
        for name in [*names, *["rank"] * evaluation.ranked]:
            why = getattr(facts, name).why
            if why is not None:
                found.setdefault(why, []).append(self._(FIGURES[name][0]))
        told = []
        for why, lacking in found.items():
            what = self._language.capitalised(self._language.join(lacking))
            reason = self._labels.reason(why)
            # A reason that has a colon of its own goes on with what it says.
            if ": " in reason:
                told.append(sewn("{} {}", what, reason.replace(": ", "; ", 1)))
            else:
                told.append(sewn("{}: {}", what, reason))
        return Markup("; ").join(told)

    def dated(self, evaluation: Evaluation) -> Markup:
        """Who says when results were announced, or that this is not known; "" where the organizer and
        its decisions are among the sources."""
        if day_of_nobody(evaluation):
            return _small(self._("sumbernya belum diketahui"))
        source = evaluation.published_source
        return _small(self._credit(_name(source))) if source else Markup("")

    def silence(self, evaluation: Evaluation, region: str, name: str) -> Markup:
        """Who says that a figure of a region was not published, and what else is said of that."""
        file = evaluation.results.get(region)
        figure = getattr(file.result, name) if file else None
        if figure is None or not figure.not_published:
            return Markup("")
        source = evaluation.source(figure.source, region)
        told = [_name(source)] if source else []
        told += [figure.note] if figure.note else []
        return Markup("").join(_small(self._own(text)) for text in told)

    def of_totals(self, totals: TotalFacts) -> Markup:
        """A paragraph of whose word announced totals are, and what else was said of them."""
        named = {self._("Ikut serta"): totals.took_part, self._("Diundang"): totals.invited}
        figures: dict[Markup, Fact[Any]] = {escape(name): fact for name, fact in named.items()}
        figures |= {self._own(name): fact for name, fact in totals.categories.items()}
        told = {name: self._said(fact) for name, fact in figures.items() if fact.places}
        told = {name: said for name, said in told.items() if said}
        origins = {
            self._credit(_name(fact.source)) for fact in figures.values() if fact and fact.source
        }
        if not told:
            return Markup("")
        said = set(told.values())
        if not origins and said == {escape(self._("sumbernya belum diketahui"))}:
            text = escape(self._("Sumbernya belum diketahui."))
        elif len(origins) == 1 and origins == said:
            text = sewn("{} {}.", self._("Sumber:"), origins.pop())
        else:
            text = Markup(" ").join(sewn("{}: {}.", *item) for item in told.items())
        return sewn('<p class="rk-small">{}</p>', text)

    def _said(self, fact: Fact[Any]) -> Markup:
        parts = (
            Markup("") if fact else escape(self._("tidak dipublikasikan")),
            self._credit(_name(fact.source)) if fact.source else self._unsourced(fact),
            self._others(fact),
            self._own((fact.note or "").removesuffix(".")),
        )
        return Markup("; ").join(part for part in parts if part)

    def _unsourced(self, fact: Fact[Any]) -> Markup:
        return escape(self._("sumbernya belum diketahui")) if fact else Markup("")

    def _others(self, fact: Fact[Any]) -> Markup:
        told = []
        for other in fact.others:
            value = escape(self._shown[type(other.value)](other.value))
            if other.source:
                value = sewn("{} ({})", value, self._credit(_name(other.source)))
            told.append(value)
        if not told:
            return Markup("")
        return sewn("{} {}", self._("sumber lain:"), Markup(", ").join(told))


def other_bounds(evaluation: Evaluation, facts: RegionFacts) -> Source | None:
    """Who published the bounds from which a result has its distance, unless its own source did."""
    if evaluation.scale is None or not facts.gap:
        return None
    source = evaluation.source(evaluation.scale.source)
    return source if source not in {None, facts.score.source, facts.category.source} else None


def _name(source: Source) -> str:
    return source.publisher or source.title


def _small(text: str) -> Markup:
    return sewn(' <small class="rk-origin">{}</small>', text)


@cache
def remarks(language: Language) -> Remarks:
    """The remarks of a language, made once."""
    return Remarks(language)
