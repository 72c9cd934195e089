"""The terms of what is known of a group of which little is known."""

from __future__ import annotations

from collections.abc import Sequence

from generator.facts.kept import kept
from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.news.evidence import Evidence, places_of
from generator.news.slots import Item, Kind, Terms, term
from generator.news.tellers import LONGEST_LIST, EvaluationTeller


class KnownTerms(Terms, name="known", role="known"):
    """The members of a group (at least one) whose results are known, and of how many."""

    def __init__(self, tell: EvaluationTeller) -> None:
        self._tell = tell
        self._found: Sequence[RegionFacts] = tell.whole.with_result

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        figures = [
            fact for mine in self._found for fact in (mine.category, mine.score, mine.rank) if fact
        ]
        label, number = self._tell.label("known", year=self._tell.year), str(len(self._found))
        return (Evidence(label, number, places_of(*figures), sources_of(*figures), Rule.COUNTED),)

    @kept
    def of_facts(self) -> tuple[Evidence, ...]:
        tell = self._tell
        if tell.whole.participants:
            return (tell.participants_fact(),)
        place = tell.facts.dataset.place_of_group(tell.evaluation.group.id)
        number = str(tell.whole.listed or len(self._found))
        return (Evidence(tell.label("members"), number, (place,), rule=Rule.COUNTED),)

    @property
    def of_known(self) -> bool:
        return self._tell.whole.taking is not None

    @property
    def taking_part(self) -> bool:
        """Whether those are the participants of whom they are a part."""
        return bool(self._tell.whole.participants) and self._tell.evaluation.measure.taking_part

    @property
    def placed(self) -> bool:
        """Whether the category of each is known: then the text names them by category."""
        return len(self._tell.whole.placed) == len(self._found)

    @property
    def one(self) -> bool:
        """Whether it is a single one: languages with a plural ask."""
        return len(self._found) == 1

    @property
    def few(self) -> bool:
        """Whether all of them are named."""
        return len(self._found) <= LONGEST_LIST

    @term(Kind.COUNT)
    def number(self) -> str:
        return self._tell.words.count(len(self._found))

    @term(Kind.COUNT, "known-of", behind="of_facts")
    def of(self) -> str:
        return self._tell.words.count(self._tell.whole.taking or len(self._found))

    @term(Kind.REGION)
    def names(self) -> Item:
        return self._tell.region_names([mine.region for mine in self._found])
