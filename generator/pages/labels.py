"""Short texts that stand in many places of a page, in the language of the site.

Categories, changes, and why a figure is missing: finished HTML, the same everywhere.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterable
from decimal import Decimal
from functools import cache, lru_cache

from markupsafe import Markup

from generator.evaluation.model import USUAL_MAXIMUM, Evaluation
from generator.facts.apart import UNNAMED, Apart
from generator.facts.counts import CategoryCount
from generator.facts.model import WHY_OUT, Category, Why
from generator.facts.region import RegionFacts
from generator.format import Question, Region
from generator.format.instrument import NO, NOT_APPLICABLE, YES
from generator.language import SITE_LANGUAGE
from generator.language.base import Language
from generator.language.catalogue import N_
from generator.language.reasons import REASONS, SHORT_REASONS
from generator.language.states import STATES
from generator.pages.markup import escape, sewn
from generator.pages.signs import step_sign
from generator.templating import safe

APART = {
    "scale": N_("skalanya berbeda"),
    "instrument": N_("kuesionernya berbeda"),
    "both": N_("skala dan kuesionernya berbeda"),
    "requirements": N_("syarat kategorinya berbeda"),
    "requirements-and-instrument": N_("syarat kategori dan kuesionernya berbeda"),
    UNNAMED: N_("data situs ini tidak menyebutnya sebanding"),
}
"""What an earlier edition differs in, by `Apart.other`."""

EARLIER = frozenset((*WHY_OUT, Why.STOPPED, Why.NOT_PUBLISHED))
"""What a body with a result can have lacked in the edition before."""

_FIGURE = re.compile(r"[0-9]+(\.[0-9]+)?")


USUAL, LONG = 5, 7
"""How many colours there are for a scale of few categories, and for one of more."""


def step(category: Category) -> str:
    """The colour of a category, ``1`` best to ``5``, ``7-1`` to ``7-7`` on a scale of more than five.

    A scale of fewer takes them as far apart as they come; beyond seven the step sign alone tells two
    neighbours from each other.
    """
    colours, name = (USUAL, "") if category.of <= USUAL else (LONG, f"{LONG}-")
    share = category.index / max(1, category.of - 1)
    return f"{name}{1 + round(share * (colours - 1))}"


def _mark(why: Why) -> Markup:
    """The mark of a state, for the eye alone; "" of anything else."""
    state = STATES.get(why)
    if state is None:
        return Markup("")
    return safe(f"{said(state.mark)} ")  # noqa: S704


def said(mark: str) -> Markup:
    """A mark, for the eye alone: its words stand beside it, or for who hears the page."""
    return safe(f'<span class="rk-state" aria-hidden="true">{escape(mark)}</span>')  # noqa: S704


def heard(text: object) -> Markup:
    """Words for who hears the page, where a mark says the same to the eye."""
    return safe(f'<span class="rk-said">{escape(text)}</span>')  # noqa: S704


APART_MARK = "≠"
"""That two editions do not compare."""


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
        word = self.reason_text(why, short=True)
        return safe(f'<span class="rk-none rk-none--mark">{_mark(why)}{heard(word)}</span>')  # noqa: S704

    def legend(self, shown: Iterable[RegionFacts]) -> Markup:
        """What the marks of a table mean: of those that stand in it; "" if none does."""
        listed = list(shown)
        whys = {fact.why for item in listed for fact in (item.category, item.score, item.rank)}
        return self.explained(whys, listed)

    def explained(self, whys: Container[Why | None], shown: Iterable[RegionFacts]) -> Markup:
        """What the marks of some states mean, in a table that shows some results; "" of none."""
        told = [
            sewn("{}{}", _mark(Why(name)), self._(state.meaning))
            for name, state in STATES.items()
            if Why(name) in whys
        ]
        if Why.NOT_COMPARABLE in whys:
            told.append(sewn("{} {}", said(APART_MARK), self._("tidak sebanding dengan edisi itu")))
        if any(item.score and item.score.known == 0 for item in shown):
            told.append(sewn("{}: {}", "0", self._("skor nol, bukan keadaan tanpa skor")))
        return sewn("{}.", Markup("; ").join(told)) if told else Markup("")

    def own(self, text: object) -> Markup:
        """A text of the data; marked as Indonesian where the page is in another language."""
        told = escape(text)
        if self.language.code == SITE_LANGUAGE or not told:
            return told
        return safe(f'<span lang="{SITE_LANGUAGE}">{told}</span>')  # noqa: S704

    def _own_unless(self, told: str, text: str) -> Markup:
        """What the language calls a text of the data; that text where it has nothing else for it."""
        return self.own(text) if told == text else escape(told)

    def activity(self, kind: str) -> Markup:
        """A kind of activity; in another language with the word of the data."""
        told = self.language.activity(kind)
        return self.own(kind) if told == kind else sewn("{} ({})", told, self.own(kind))

    def law(self, text: str) -> Markup:
        """A law by its name in the language; one that has none there is a text of the data."""
        return self._own_unless(self.language.law(text), text)

    def laws(self, texts: Iterable[str]) -> Markup:
        """Several, each marked for itself where all are not the data's."""
        listed = list(texts)
        if all(self.language.law(text) == text for text in listed):
            return self.own("; ".join(listed))
        return Markup("; ").join(map(self.law, listed))

    def name_of(self, region: Region) -> Markup:
        """A region or body in full; one without a name in the language by its own, marked."""
        return self._own_unless(self.language.region(region.name, region.kind), region.name)

    def institution(self, name: str, *, inside: bool = True) -> Markup:
        """An institution by its name in the language, inside a sentence with its article; one that has
        none there is a text of the data."""
        return self._own_unless(self.language.institution(name, inside=inside), name)

    def credit(self, name: str) -> Markup:
        """The same where it stands by itself, below what it said."""
        return self.institution(name, inside=False)

    def of_maximum(self, evaluation: Evaluation) -> Markup:
        """Where the scale ends, beside a score, unless that is the usual 100."""
        scale = evaluation.scale
        if scale is None or scale.maximum == USUAL_MAXIMUM:
            return Markup("")
        most = self.language.plain_number(scale.maximum)
        told = self._("skala sampai %(maximum)s", maximum=most)
        return sewn(' <small class="rk-origin">{}</small>', told)

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
        """The label of a category: its step sign, then its name; the colour says it a third time."""
        name = self.own(text or category.name)
        return safe(f"{_signed(category)}{name}</span>")  # noqa: S704

    def apart(self, found: Apart) -> str:
        """Why an earlier edition does not compare: ``skalanya berbeda``."""
        return self._(APART[found.other])

    def reason_before(self, why: Why) -> Markup:
        """Why there is no change in the narrow room of a table: what is missing was so before."""
        if why not in EARLIER and why is not Why.UNKNOWN:
            return self.reason(why, short=True)
        told = self._("sebelumnya %(reason)s", reason=self.reason_text(why, short=True))
        return sewn('<span class="rk-none">{}</span>', told)


@lru_cache(maxsize=1000)
def _signed(category: Category) -> str:
    """How the label of a category begins: a page has ten of the same few."""
    return f'<span class="rk-cat rk-cat--{step(category)}">{step_sign(category)}'


@cache
def labels(language: Language) -> Labels:
    """The labels of a language, made once."""
    return Labels(language)


def counted_as(language: Language, item: CategoryCount) -> str:
    """A known count of a category as a chart says it: ``≥ 9`` where there may be more."""
    count = item.count.known
    return ("≥ " if count.at_least else "") + language.digits(count.number)
