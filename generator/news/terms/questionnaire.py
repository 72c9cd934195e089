"""The terms of what a questionnaire tells of one region: indicators, losses, claims."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.breakdown import IndicatorRow, StageRow
from generator.facts.closing import Loss
from generator.facts.kept import kept
from generator.facts.model import Rule
from generator.facts.objections import objections_of
from generator.facts.rank_ranges import RankRange
from generator.format.problems import Place
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Slot, Terms, term
from generator.news.tellers import RegionTeller


def _answers(tell: RegionTeller, losses: Sequence[Loss]) -> tuple[Place, ...]:
    return tuple(
        place for loss in losses for place in tell.at("answers", loss.question.id)
    ) or tell.at("answers")


class QuestionnaireTerms(Terms, name="questionnaire", role="questionnaire"):
    """What the questionnaire of the measure is, and the abbreviation that texts use for it."""

    def __init__(self, tell: RegionTeller) -> None:
        self._tell = tell
        self._found = tell.evaluation.measure.questionnaire
        full = (
            self._found.full.of(self._tell.words.code) if self._found and self._found.full else ""
        )
        self.abbreviation = full.partition("(")[2].partition(")")[0]

    def __bool__(self) -> bool:
        return bool(self.abbreviation)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._tell.evaluation),)

    @term(Kind.STAGE)
    def short(self) -> str:
        return self.abbreviation

    @term(Kind.TEXT)
    def name(self) -> str:
        return str(self._found.name.of(self._tell.words.code)) if self._found else ""


class IndicatorsTerms(Terms, name="indicators", role="indicators"):
    """How many indicators have a known score."""

    def __init__(self, tell: RegionTeller, number: int) -> None:
        self._tell = tell
        self._number = number

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.number_fact("indicators", self._number),)

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(self._number)


class StrongestTerms(Terms, name="strongest", role="highest"):
    """The indicators with the highest score of a region (at least one)."""

    def __init__(self, tell: RegionTeller, rows: Sequence[IndicatorRow]) -> None:
        self._tell = tell
        self._rows = rows

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return tuple(
            self._tell.figure("indicator", row.score, self._tell.year, name=row.indicator.name)
            for row in self._rows
        )

    @property
    def several(self) -> bool:
        return len(self._rows) > 1

    @term(Kind.INDICATOR)
    def names(self) -> Item:
        facts, role = self.facts, type(self).role
        return self._tell.joined(
            [
                Slot(Kind.INDICATOR, role, row.indicator.name, facts[n : n + 1])
                for n, row in enumerate(self._rows)
            ]
        )

    @term(Kind.SCORE)
    def score(self) -> str:
        return self._tell.words.decimal(self._rows[0].score.known)


class WeakestTerms(StrongestTerms, name="weakest", role="lowest"):
    """The indicators with the lowest score."""

    @term(Kind.SUPERLATIVE)
    def extreme(self) -> str:
        return self._tell.word("worst")


class CostliestTerms(Terms, name="costliest", role="lost"):
    """The questions in which most points of the final score were not obtained (at least one)."""

    def __init__(self, tell: RegionTeller, losses: Sequence[Loss]) -> None:
        self._tell = tell
        self._losses = losses

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        label = self._tell.label("lost", year=self._tell.year)
        shown = self._tell.words.decimal(self._losses[0].points)
        return (Evidence(label, shown, _answers(self._tell, self._losses), (), Rule.BY_INSTRUMENT),)

    @term(Kind.SUPERLATIVE, "most")
    def most(self) -> str:
        return self._tell.word("most")

    @term(Kind.QUESTION)
    def question(self) -> str:
        return self._losses[0].question.text

    @term(Kind.DIFFERENCE)
    def points(self) -> str:
        return self._tell.words.decimal(self._losses[0].points)


class ClaimTerms(Terms, name="claim", role="claim"):
    """What a region answered against what was verified, in one stage."""

    def __init__(self, tell: RegionTeller, row: StageRow) -> None:
        self._tell = tell
        self._row = row

    def _fact(self, label: str, shown: str, rule: Rule = Rule.BY_INSTRUMENT) -> Evidence:
        return Evidence(label, shown, self._tell.at("answers"), (), rule)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        label = self._tell.label("claim", stage=self._row.name, year=self._tell.year)
        return (self._fact(label, self.claimed_text),)

    @kept
    def verified_facts(self) -> tuple[Evidence, ...]:
        label = self._tell.label("stage_score", year=self._tell.year)
        return (self._fact(label, self.verified_text),)

    @kept
    def differing_facts(self) -> tuple[Evidence, ...]:
        label = self._tell.label("differing", year=self._tell.year)
        told = self._tell.label("shown-step", number=self._row.differing, of=self._row.compared)
        return (self._fact(label, told, Rule.COUNTED),)

    @property
    def claimed_text(self) -> str:
        return "" if self._row.claimed is None else self._tell.words.decimal(self._row.claimed)

    @property
    def verified_text(self) -> str:
        return "" if self._row.verified is None else self._tell.words.decimal(self._row.verified)

    @property
    def differs(self) -> bool:
        return self._row.differing > 0

    @property
    def ruled(self) -> bool:
        """Whether an objection was granted, in whole or in part: what stands is not the verifiers' own."""
        made = objections_of(self._tell.evaluation, self._tell.mine)
        return any(one.upheld for one in made)

    @term(Kind.STAGE)
    def stage(self) -> str:
        return self._row.name

    @term(Kind.SCORE, "claimed")
    def claimed(self) -> str:
        return self.claimed_text

    @term(Kind.SCORE, "verified", behind="verified_facts")
    def verified(self) -> str:
        return self.verified_text

    @term(Kind.COUNT, "differing", behind="differing_facts")
    def differing(self) -> str:
        return self._tell.words.count(self._row.differing)

    @term(Kind.COUNT, "answers", behind="differing_facts")
    def compared(self) -> str:
        return self._tell.words.count(self._row.compared)


class FirmnessTerms(Terms, name="firmness", role="firmness"):
    """Between which places a rank lies, where a weight or the rounding moves it."""

    def __init__(self, tell: RegionTeller, found: RankRange) -> None:
        self._tell = tell
        self._found = found

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        label = self._tell.label("rank_range", year=self._tell.year)
        told = f"{self._tell.words.digits(self._found.best)}–{self._tell.words.digits(self._found.worst)}"
        places = self._tell.mine.rank.places
        return (Evidence(label, told, places, (), Rule.BY_INSTRUMENT),)

    @term(Kind.RANK, "from")
    def best(self) -> str:
        return self._tell.words.rank(self._found.best)

    @term(Kind.RANK, "to")
    def worst(self) -> str:
        return self._tell.words.rank(self._found.worst)

    @term(Kind.COUNT, "one")
    def one(self) -> str:
        """One weight at a time is moved."""
        return self._tell.words.count(1)

    @term(Kind.SCOPE, "tenth")
    def tenth(self) -> str:
        return self._tell.word("tenth")
