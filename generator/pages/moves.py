"""How a result moved, in the narrow room of a ranking: a sign and a figure, its words for who hears it."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from markupsafe import Markup

from generator.facts.model import Why
from generator.facts.region import RegionFacts
from generator.language.base import Language
from generator.pages.changes import changes
from generator.pages.labels import heard, labels
from generator.pages.markup import escape
from generator.templating import safe


class Moves:
    """The moves of one language."""

    def __init__(self, language: Language) -> None:
        self.language = language
        self._ = language.gettext

    def __call__(self, facts: RegionFacts, since: int | None = None) -> Markup:
        """What moved: the score first, then category and rank, which give way where there is no room.

        ``since`` is the edition that the table names; a figure compared with another one names it.
        """
        parts = [part for part in self._parts(facts, since) if part]
        if not parts:
            return self._none(facts, since)
        first, *more = parts
        told = [first, *(safe(f'<span class="rk-more">, {part}</span>') for part in more)]  # noqa: S704
        return safe(f'<span class="rk-changes">{"".join(told)}</span>')  # noqa: S704 — labels

    def _parts(self, facts: RegionFacts, since: int | None) -> tuple[Markup, Markup, Markup]:
        _, digits, whole = self._, self.language.digits, changes(self.language)
        score = category = Markup("")
        points, steps = facts.points.value, whole.category_change(facts)
        if points is not None:
            number = self.language.decimal(abs(points.points))
            short = _("%(points)s poin", points=number) if points.points else _("skor")
            score = _label(points.points, short, points.year, since, whole.score_since(facts))
        if steps is not None:
            all_ = [abs(one) for one in (steps.steps, *steps.others)]
            n, each = max(all_), (digits(one) for one in all_)
            short = self.language.ngettext(
                "%(number)s kategori", "%(number)s kategori", n, number=f" {_('atau')} ".join(each)
            )
            told = whole.category_since(facts)
            category = _label(steps.steps, short if n else _("kategori"), steps.year, since, told)
        return score, category, self._rank(facts, since)

    def _rank(self, facts: RegionFacts, since: int | None) -> Markup:
        whole = changes(self.language)
        told = whole.rank_since(facts)
        if told is None:
            return Markup("")
        change, rank, _ = facts.places.value, facts.rank, self._
        before = facts.rank_before or (change.earlier if change else None)
        year = change.year if change else facts.places.lacking
        alike = change is not None and not change.others
        if change is not None and alike and change.places == 0 and change.same_of(rank.known):
            return _label(0, _("peringkat"), year, since, told)
        if change is not None and alike and change.places and change.counted(rank.known):
            n = abs(change.places)
            short = self.language.ngettext(
                "%(number)s peringkat",
                "%(number)s peringkat",
                n,
                number=self.language.digits(n),
            )
            return _label(change.places, short, year, since, told)
        if before is None or before.value is None:
            return told
        # Another number was ranked then: the place alone would not tell how it moved.
        short = _("%(year)s: %(rank)s", year=year, rank=whole.rank_of(before))
        direction = change.places if change is not None and change.places else None
        return _label(direction, short, since, since, told)

    def _none(self, facts: RegionFacts, since: int | None) -> Markup:
        """Why nothing is compared: the mark of a state with its year, or the words."""
        if not facts.has_result:
            why = facts.state.value or facts.state.why or Why.UNKNOWN
            return heard(labels(self.language).reason_text(why, short=True))
        return changes(self.language).marked_none(facts, since)


def _label(
    number: Decimal | int | None, short: str, year: int | None, since: int | None, told: Markup
) -> Markup:
    """A sign and a figure, without the year that the table names; who hears it hears all of it."""
    dated = short if year == since or year is None else f"{short} ({year})"
    direction = "none" if number is None else "same"
    if number:
        direction = "up" if number > 0 else "down"
    return safe(  # noqa: S704 — all escaped
        f'<span class="rk-change rk-change--{direction}"><span aria-hidden="true">{escape(dated)}</span>'
        f"{heard(told.striptags())}</span>"
    )


@cache
def moves(language: Language) -> Moves:
    """The moves of a language, made once."""
    return Moves(language)
