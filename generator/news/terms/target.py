"""The terms of a target that somebody set, and of what became of it."""

from __future__ import annotations

from generator.facts.kept import kept
from generator.facts.model import Outcome
from generator.format import PartialDate, Statement
from generator.news.evidence import Evidence
from generator.news.slots import NOTHING, Item, Kind, Slot, term
from generator.news.tellers import RegionTeller
from generator.news.terms.figures import FigureTerms


class TargetTerms(FigureTerms, name="target"):
    """The target, the hopes of the one who set it, and the result against it."""

    label = "target"

    def __init__(self, tell: RegionTeller) -> None:
        super().__init__(tell)
        self._target = self._value.target if self._value is not None else None

    @property
    def of_category(self) -> bool:
        """Whether the target is a category of the scale; else it is a score."""
        scale = self._tell.evaluation.scale
        wanted = self._target.at_least if self._target else ""
        return scale is not None and wanted in [step.name for step in scale.categories]

    @property
    def of_score(self) -> bool:
        return self._target is not None and self._target.at_least[:1].isdigit()

    @property
    def keeps(self) -> bool:
        """Whether the target is the category that the region had before."""
        change = self._tell.mine.categories.value
        wanted = self._target.at_least if self._target else ""
        return change is not None and change.before.name == wanted

    @property
    def before(self) -> bool:
        """Whether it was set before the results were announced, for certain."""
        return self._is_before(self._target.date if self._target else None)

    def _is_before(self, date: PartialDate | None) -> bool:
        published = self._tell.evaluation.published
        return bool(date and published and date.before(published))

    def may_be_later(self, date: PartialDate | None) -> bool:
        """Whether what was said on a day may have been said when the results were known."""
        set_on = self._target.date if self._target else None
        with_it = date is not None and set_on is not None and not set_on.before(date)
        return date is not None and not (with_it or self._is_before(date))

    def tells(self, item: Statement) -> bool:
        """Whether a statement is one of the hopes."""
        return any(item is other for _, other in self._hopes)

    @property
    def dated(self) -> bool:
        """Whether its day is told: what was set before the results is told so."""
        return bool(self._target and self._target.date) and not self.before

    @property
    def hopes(self) -> bool:
        return bool(self._hopes)

    @kept
    def outcome_facts(self) -> tuple[Evidence, ...]:
        """The target, and the result that it is held against: the site does that, nobody said it."""
        name = "category" if self.of_category else "score"
        result = self._tell.own_figure(name, getattr(self._tell.mine, name))
        facts = (*self.facts, result) if self._value.outcome is not None else self.facts
        return tuple(fact._replace(sources=(), alone=False) for fact in facts)

    @kept
    def keep_facts(self) -> tuple[Evidence, ...]:
        """The target, and the category before it."""
        change = self._tell.mine.categories.known
        return (*self.facts, self._tell.figure("category", change.earlier, change.year))

    @kept
    def _hopes(self) -> list[tuple[int, Statement]]:
        result = self._tell.result
        if result is None or self._target is None:
            return []
        numbered = enumerate(result.statements)
        by = self._target.by
        hopes = [(i, s) for i, s in numbered if s.speaker == by and s.verb == "berharap"]
        # In one sentence with the target only what was said when it was.
        return [(i, s) for i, s in hopes if not self.before or self._is_before(s.date)]

    @term(Kind.CATEGORY, "target")
    def category(self) -> str:
        return self._target.at_least if self._target else ""

    @term(Kind.SCORE, "target")
    def score(self) -> str:
        return self._tell.words.written(self._target.at_least) if self._target else ""

    @term(Kind.DIRECTION, "target", behind="keep_facts")
    def keep(self) -> str:
        return self._tell.word("keep")

    @term(Kind.SCOPE, "target")
    def at_least(self) -> str:
        return self._tell.word("at-least")

    @term(Kind.PERSON)
    def who(self) -> str:
        if self._target is None:
            return ""
        office, by = self._target.office, self._target.by or ""
        return self._tell.words.person(by, office) if office else by

    @term(Kind.DATE, "said")
    def date(self) -> str:
        found = self._target.date if self._target else None
        return self._tell.words.dated(found) if found else ""

    @term(Kind.TEXT, "hope")
    def hope(self) -> Item:
        """The hopes, without the name of the region that they are about."""
        short = self._tell.short_name(self._tell.mine.region)
        found = []
        for index, item in self._hopes:
            text = self._tell.taken(item.text, of=short)
            found.append(Slot(Kind.TEXT, "hope", text, (self._tell.statement_fact(index, item),)))
        return self._tell.joined(found) if found else NOTHING

    @term(Kind.OUTCOME, behind="outcome_facts")
    def reached(self) -> str:
        return self._tell.word("reached")

    @term(Kind.OUTCOME, behind="outcome_facts")
    def met(self) -> str:
        """What the result does to the target: as little as it asked, or more."""
        outcome = self._value.outcome
        return self._tell.word("exceeded" if outcome is Outcome.EXCEEDED else "met")

    @term(Kind.OUTCOME, behind="outcome_facts")
    def missed(self) -> str:
        return self._tell.word("missed")

    @term(Kind.STATE, behind="outcome_facts")
    def unknown(self) -> str:
        return self._tell.word("unknown-in-full")

    @property
    def rule(self) -> str:
        """The sentence about its outcome."""
        outcome = self._value.outcome
        if outcome is None:
            return "target_open"
        return "target_missed" if outcome is Outcome.MISSED else "target_met"
