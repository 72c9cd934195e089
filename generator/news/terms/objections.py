"""The terms of the objections of an edition: how many, what became of them, what they moved."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.kept import kept
from generator.facts.objections import ObjectionFacts, RankMoved, ScoreMoved
from generator.news.evidence import Evidence
from generator.news.slots import Kind, Terms, term
from generator.news.tellers import EvaluationTeller


def _evidence(tell: EvaluationTeller, items: Sequence[ObjectionFacts], shown: str) -> Evidence:
    found = [tell.evaluation.source(o.item.source, o.region.id) for o in items]
    sources = tuple(dict.fromkeys(source for source in found if source is not None))
    label = tell.label("objections", year=tell.year)
    return Evidence(label, shown, tuple(o.place for o in items), sources)


class ObjectionsTerms(Terms, name="objections", role="objections"):
    """All recorded objections of an edition."""

    def __init__(self, tell: EvaluationTeller, items: Sequence[ObjectionFacts]) -> None:
        self._tell = tell
        self._items = items

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (_evidence(self._tell, self._items, str(len(self._items))),)

    @property
    def one(self) -> bool:
        """Whether it is a single one: languages with a plural ask."""
        return len(self._items) == 1

    @property
    def several(self) -> bool:
        return len(self._items) > 1

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(len(self._items))

    @term(Kind.SCOPE, "all-objections")
    def all(self) -> str:
        return self._tell.word("than-all")


class OutcomesTerms(Terms, name="outcomes", role="outcomes"):
    """The objections of which the same became."""

    def __init__(self, tell: EvaluationTeller, items: Sequence[ObjectionFacts]) -> None:
        self._tell = tell
        self._items = items

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (_evidence(self._tell, self._items, self._word),)

    @property
    def _word(self) -> str:
        return self._tell.word(f"objection-{self._items[0].state}")

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(len(self._items))

    @term(Kind.OUTCOME, "objections")
    def became(self) -> str:
        """``diterima``, ``belum diketahui keputusannya``."""
        return self._word


class ObjectorTerms(Terms, name="objector", role="objector"):
    """The body whose objection moved something, and what became of the objection."""

    def __init__(self, tell: EvaluationTeller, item: ObjectionFacts) -> None:
        self._tell = tell
        self._item = item

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.region_fact(self._item.region),)

    @kept
    def outcome_facts(self) -> tuple[Evidence, ...]:
        return (_evidence(self._tell, [self._item], self._word),)

    @property
    def _word(self) -> str:
        return self._tell.word(f"objection-{self._item.state}")

    @term(Kind.REGION)
    def region(self) -> str:
        return self._tell.short_name(self._item.region)

    @term(Kind.OUTCOME, "moving", behind="outcome_facts")
    def became(self) -> str:
        return self._word


class ScoreMovedTerms(Terms, name="score_moved", role="moved"):
    """A score before an objection was decided, and the one that stands now."""

    def __init__(self, tell: EvaluationTeller, item: ObjectionFacts, moved: ScoreMoved) -> None:
        self._tell = tell
        self._item = item
        self._moved = moved

    @kept
    def now_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.figure("score", self._moved.now, self._tell.year),)

    @property
    def facts(self) -> tuple[Evidence, ...]:
        """What stands now; where it stood before too, that as well."""
        return (*self.now_facts, *self.before_facts) if self.same else self.now_facts

    @kept
    def before_facts(self) -> tuple[Evidence, ...]:
        told = _evidence(self._tell, [self._item], self._tell.words.decimal(self._moved.before))
        return (told._replace(alone=True),)

    @property
    def same(self) -> bool:
        return self._moved.same

    @term(Kind.SCORE)
    def now(self) -> str:
        return self._tell.words.decimal(self._moved.now.known)

    @term(Kind.SCORE, "moved-before", behind="before_facts")
    def before(self) -> str:
        return self._tell.words.decimal(self._moved.before)

    @term(Kind.DIRECTION, "unmoved", behind="now_facts")
    def still(self) -> str:
        return self._tell.word("unmoved")


class RankMovedTerms(Terms, name="rank_moved_by", role="moved"):
    """A rank before an objection was decided, and the one that stands now."""

    def __init__(self, tell: EvaluationTeller, item: ObjectionFacts, moved: RankMoved) -> None:
        self._tell = tell
        self._item = item
        self._moved = moved

    @kept
    def now_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.figure("rank", self._moved.now, self._tell.year),)

    @property
    def facts(self) -> tuple[Evidence, ...]:
        """What stands now; where it stood before too, that as well."""
        return (*self.now_facts, *self.before_facts) if self.same else self.now_facts

    @kept
    def before_facts(self) -> tuple[Evidence, ...]:
        told = _evidence(self._tell, [self._item], self._tell.words.digits(self._moved.before))
        return (told._replace(alone=True),)

    @property
    def same(self) -> bool:
        return self._moved.same

    @term(Kind.RANK)
    def now(self) -> str:
        return self._tell.words.rank(self._moved.now.known.place)

    @term(Kind.RANK, "moved-before", behind="before_facts")
    def before(self) -> str:
        return self._tell.words.rank(self._moved.before)

    @term(Kind.DIRECTION, "unmoved", behind="now_facts")
    def still(self) -> str:
        return self._tell.word("unmoved")
