"""Short texts that stand in many places of a page, in the language of the site.

Categories, changes, and why a figure is missing: finished HTML, the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from typing import Any

from markupsafe import Markup

from generator.evaluation.model import USUAL_MAXIMUM, Evaluation
from generator.facts.apart import Apart
from generator.facts.model import WHY_OUT, Category, Fact, PointChange, Why
from generator.facts.region import RegionFacts
from generator.format import Question
from generator.format.instrument import NO, NOT_APPLICABLE, YES
from generator.language import SITE_LANGUAGE
from generator.language.base import Language
from generator.language.catalogue import N_
from generator.language.states import STATES
from generator.pages.markup import escape
from generator.templating import safe

SHORT_REASONS = {
    **{Why(name): state.word for name, state in STATES.items()},
    Why.NOT_ANNOUNCED: N_("belum diumumkan"),
    Why.PEERS_UNKNOWN: N_("tidak dihitung"),
    Why.PEERS_UNSURE: N_("tidak dihitung"),
    Why.SOLE_PARTICIPANT: N_("tidak dihitung"),
    Why.UNSURE: N_("tidak pasti"),
    Why.OTHER_NUMBER: N_("tidak dibandingkan"),
    Why.NO_BOUNDS: N_("tanpa batas"),
    Why.NO_SCALE: N_("tanpa skala"),
    Why.NO_EARLIER: N_("edisi pertama di situs ini"),
    Why.NOT_COMPARABLE: N_("tidak sebanding"),
    Why.NOT_RANKED: N_("tanpa peringkat"),
    Why.NO_CATEGORIES: N_("tanpa kategori"),
}
"""What the cells of a table say instead; below the table stands what they mean in full."""

REASONS = {
    **{Why(name): state.meaning for name, state in STATES.items()},
    Why.NOT_ANNOUNCED: N_("belum diumumkan"),
    Why.PEERS_UNKNOWN: N_("tidak dihitung: skor peserta lain belum diketahui"),
    Why.PEERS_UNSURE: N_(
        "tidak dihitung: ada skor yang disebut berbeda, kira-kira, atau menyalahi skala"
    ),
    Why.SOLE_PARTICIPANT: N_("tidak dihitung: satu-satunya peserta"),
    Why.UNSURE: N_("tidak dihitung: angkanya disebut berbeda atau kira-kira"),
    Why.OTHER_NUMBER: N_(
        "tidak dibandingkan: banyaknya yang diperingkat berbeda atau belum diketahui"
    ),
    Why.NO_BOUNDS: N_("batas kategori edisi ini belum diketahui"),
    Why.NO_SCALE: N_("skala edisi ini belum diketahui"),
    Why.NO_EARLIER: N_("tidak ada edisi sebelumnya di situs ini"),
    Why.NOT_COMPARABLE: N_("tidak sebanding dengan edisi sebelumnya"),
    Why.NOT_APPLICABLE: N_("tidak berlaku"),
    Why.TOP_CATEGORY: N_("sudah di kategori tertinggi"),
    Why.NOT_NEAR: N_("tidak dekat batas kategori"),
    Why.NO_TARGET: N_("tidak ada target yang diketahui"),
    Why.NOT_RANKED: N_("tidak diperingkat oleh penyelenggara"),
    Why.NO_CATEGORIES: N_("ukuran ini tidak memakai kategori"),
    Why.REQUIREMENT: N_("skornya mencapai batasnya, tetapi syaratnya tidak terpenuhi"),
    Why.NOT_HELD_BACK: N_("tidak ada syarat yang menahan"),
}
"""Why a figure is missing, in full."""

APART = {
    (True, False): N_("skalanya berbeda"),
    (False, True): N_("kuesionernya berbeda"),
    (True, True): N_("skala dan kuesionernya berbeda"),
    (False, False): N_("data situs ini tidak menyebutnya sebanding"),
}
"""What an earlier edition differs in: its scale, its questionnaire; or the data alone say so."""

_FIGURE = re.compile(r"[0-9]+(\.[0-9]+)?")

EARLIER = frozenset((*WHY_OUT, Why.STOPPED, Why.NOT_PUBLISHED))
"""What a body with a result can have lacked in the edition before."""


def step(category: Category) -> int:
    """The place of a category among five steps, 1 best: scales have other numbers of categories."""
    if category.of <= 1:
        return 1
    return (
        1 + round(category.index * 4 / (category.of - 1))
        if category.of != 5
        else category.index + 1
    )


def _mark(why: Why) -> Markup:
    """The mark of a state, for the eye alone; "" of anything else."""
    state = STATES.get(why)
    if state is None:
        return Markup("")
    return safe(f'<span class="rk-mark" aria-hidden="true">{state.mark}</span> ')  # noqa: S704


def change_label(number: Decimal | int, text: str) -> Markup:
    """What changed, marked as better, worse or the same by the sign of ``number``."""
    direction = "up" if number > 0 else "down" if number < 0 else "same"
    return safe(f'<span class="rk-change rk-change--{direction}">{escape(text)}</span>')  # noqa: S704


class Labels:
    """The labels of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._ = language.gettext
        self._reasons = {
            (why, short): language.gettext((short and SHORT_REASONS.get(why)) or told)
            for why, told in REASONS.items()
            for short in (False, True)
        }

    def reason_text(self, why: Why, short: bool = False) -> str:
        """Why a figure is missing, in the words of the site; never swapped, never an empty cell."""
        return self._reasons[Why(why), short]

    def reason(self, why: Why, short: bool = False) -> Markup:
        """The same, marked as no figure, after the mark of the state if it is one."""
        text = escape(self.reason_text(why, short))
        return safe(f'<span class="rk-none">{_mark(why)}{text}</span>')  # noqa: S704

    def marked(self, why: Why) -> Markup:
        """The mark of a state alone, its words for who hears them; of no state the short words."""
        state = STATES.get(why)
        if state is None:
            return self.reason(why, short=True)
        word = escape(self.reason_text(why, short=True))
        return safe(  # noqa: S704
            f'<span class="rk-none rk-none--mark">{_mark(why)}'
            f'<span class="rk-said">{word}</span></span>'
        )

    def legend(self, shown: Iterable[RegionFacts]) -> Markup:
        """What the marks of a table mean: of those that stand in it; "" if none does."""
        listed = list(shown)
        whys = {fact.why for item in listed for fact in (item.category, item.score, item.rank)}
        told = [
            Markup("{}{}").format(_mark(Why(name)), self._(state.meaning))
            for name, state in STATES.items()
            if Why(name) in whys
        ]
        if any(item.score and item.score.known == 0 for item in listed):
            told.append(Markup("{}: {}").format("0", self._("skor nol, bukan keadaan tanpa skor")))
        return Markup("{}.").format(Markup("; ").join(told)) if told else Markup("")

    def own(self, text: object) -> Markup:
        """A text of the data; marked as Indonesian where the page is in another language."""
        told = escape(text)
        if self.language.code == SITE_LANGUAGE or not told:
            return told
        return safe(f'<span lang="{SITE_LANGUAGE}">{told}</span>')  # noqa: S704

    def of_maximum(self, evaluation: Evaluation) -> Markup:
        """Where the scale ends, beside a score, unless that is the usual 100."""
        scale = evaluation.scale
        if scale is None or scale.maximum == USUAL_MAXIMUM:
            return Markup("")
        most = self.language.plain_number(scale.maximum)
        told = self._("skala sampai %(maximum)s", maximum=most)
        return Markup(' <small class="rk-origin">{}</small>').format(told)

    def given(self, value: str) -> Markup:
        """A value that the data give as a text: a figure as the language writes it, or a name."""
        if _FIGURE.fullmatch(value):
            return escape(self.language.decimal(Decimal(value)))
        return self.own(value)

    def answer(self, question: Question, values: tuple[str, ...] | None) -> Markup:
        """An answer as its reader says it: the names of what was chosen; "" where there is none."""
        return Markup("; ").join(self._answered(question, value) for value in values or ())

    def _answered(self, question: Question, value: str) -> Markup:
        for option in question.scale.options:
            if option.id == value:
                return self.own(option.name)
        if value == NO and question.scale.kind == "choices":
            return escape(self._("tidak satu pun"))
        plain = {YES: N_("ya"), NO: N_("tidak"), NOT_APPLICABLE: N_("tidak berlaku")}
        return escape(self._(plain[value])) if value in plain else self.given(value)

    def category(self, category: Category, text: str = "") -> Markup:
        """The label of a category: its name, with a mark that does not rely on colour."""
        name = self.own(text or category.name)
        if category.color:
            swatch = (
                '<svg class="rk-swatch" viewBox="0 0 10 10" aria-hidden="true">'
                f'<rect width="10" height="10" fill="{escape(category.color)}"></rect></svg>'
            )
            return safe(f'<span class="rk-cat">{swatch}{name}</span>')  # noqa: S704
        return safe(f'<span class="rk-cat rk-cat--{step(category)}">{name}</span>')  # noqa: S704

    def points_moved(self, change: PointChange) -> Markup:
        """A change in points with its year; none is no number."""
        if change.points == 0:
            return change_label(0, self._("tetap dari %(year)s", year=change.year))
        points = self.language.signed(change.points)
        told = self._("%(points)s poin dari %(year)s", points=points, year=change.year)
        return change_label(change.points, told)

    def steps_moved(self, steps: int) -> Markup:
        """A change in categories, without its year: ``naik dua kategori``, ``tetap``."""
        return change_label(steps, self._steps(steps) if steps else self._("tetap"))

    def score_moved(self, points: Decimal) -> Markup:
        """A change in points, without its year."""
        if points == 0:
            return change_label(0, self._("tetap"))
        return change_label(points, self._("%(points)s poin", points=self.language.signed(points)))

    def places_moved(self, places: int, exact: bool) -> Markup:
        """A change in rank, without its year; only its direction where it is not ``exact``."""
        if not exact:
            return change_label(places, self._("naik") if places > 0 else self._("turun"))
        return change_label(places, self._places(places) if places else self._("tetap"))

    def _steps(self, steps: int) -> str:
        n, number = abs(steps), self.language.count(abs(steps))
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

    def apart(self, found: Apart) -> str:
        """Why an earlier edition does not compare: ``skalanya berbeda``."""
        return self._(APART[found.scale, found.instrument])

    def reason_of_change(self, fact: Fact[Any], facts: RegionFacts) -> Markup:
        """Why there is no change: what is missing of the earlier edition is said to be of that one."""
        why = fact.why or Why.UNKNOWN
        if why is Why.NOT_COMPARABLE and facts.apart is not None:
            year, told = facts.apart.year, self.apart(facts.apart)
            told = self._("tidak sebanding dengan %(year)s: %(why)s", year=year, why=told)
            return Markup('<span class="rk-none">{}</span>').format(told)
        if facts.has_result and why in EARLIER and not self._own_lack(facts, why):
            short = self.reason_text(why, short=True)
            told = self._("%(reason)s pada edisi sebelumnya", reason=short)
            return Markup('<span class="rk-none">{}</span>').format(told)
        return self.reason(why)

    def reason_before(self, why: Why) -> Markup:
        """Why there is no change in the narrow room of a table: what is missing was so before."""
        if why not in EARLIER and why is not Why.UNKNOWN:
            return self.reason(why, short=True)
        told = self._("sebelumnya %(reason)s", reason=self.reason_text(why, short=True))
        return Markup('<span class="rk-none">{}</span>').format(told)

    def changes(self, facts: RegionFacts) -> Markup:
        """What changed, category first, then score, then rank; each with its year."""
        parts: list[Markup] = []
        if facts.categories.value is not None:
            steps = facts.categories.value.steps
            parts.append(change_label(steps, self._steps_since(steps, facts.categories.value.year)))
        if facts.points.value is not None:
            points = facts.points.value
            parts.append(
                self.points_moved(points)
                if points.points
                else change_label(0, self._("skor tetap dari %(year)s", year=points.year))
            )
        if facts.places.value is not None:
            places = facts.places.value
            told = self._places_since(places.places, places.year, exact=not places.others)
            parts.append(change_label(places.places, told))
        if not parts:
            why = facts.categories.why
            if why is None or why is Why.NO_CATEGORIES:
                why = facts.points.why
            if not facts.has_result and why:
                return self.marked(why)
            if facts.has_result and why in EARLIER and not self._own_lack(facts, why):
                short = self.reason_text(why, short=True)
                told = self._("sebelumnya %(reason)s", reason=short)
                return Markup('<span class="rk-none">{}</span>').format(told)
            return self.reason(why, short=True) if why else Markup("")
        return safe(f'<span class="rk-changes">{"<br>".join(parts)}</span>')  # noqa: S704 — labels

    @staticmethod
    def _own_lack(facts: RegionFacts, why: Why) -> bool:
        """Whether it is the region's own figure, and not an earlier one, that is not published."""
        own = (facts.category, facts.score, facts.rank)
        return why is Why.NOT_PUBLISHED and any(fact.why is why for fact in own)

    def _steps_since(self, steps: int, year: int) -> str:
        if steps == 0:
            return self._("kategori tetap dari %(year)s", year=year)
        return self._("%(change)s dari %(year)s", change=self._steps(steps), year=year)

    def _places_since(self, places: int, year: int, exact: bool) -> str:
        """A change in rank; one of several published values is no ground for a difference."""
        if places == 0:
            return self._("peringkat tetap dari %(year)s", year=year)
        if exact:
            return self._("%(change)s dari %(year)s", change=self._places(places), year=year)
        return (
            self._("peringkat naik dari %(year)s", year=year)
            if places > 0
            else self._("peringkat turun dari %(year)s", year=year)
        )


@cache
def labels(language: Language) -> Labels:
    """The labels of a language, made once."""
    return Labels(language)
