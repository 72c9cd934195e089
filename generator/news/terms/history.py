"""The terms of a region's results over the years: runs of equal ones, years, an earlier result."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from generator.facts.kept import kept
from generator.facts.model import Fact, Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.format import Source
from generator.news.evidence import Evidence
from generator.news.published import every
from generator.news.slots import Item, Kind, Slot, Terms, term
from generator.news.tellers import Teller


def years_of(group: Sequence[RegionFacts]) -> list[str]:
    """All years, of three or more in a row the first and the last: ``2018``, ``2021–2023``."""
    runs: list[list[int]] = []
    for year in [facts.year for facts in group]:
        if runs and runs[-1][-1] == year - 1:
            runs[-1].append(year)
        else:
            runs.append([year])
    return [
        text
        for run in runs
        for text in ([f"{run[0]}–{run[-1]}"] if len(run) > 2 else map(str, run))
    ]


class SpellTerms(Terms, name="spell", role="spell"):
    """Neighbouring editions in which a region had the same category, score or rank."""

    def __init__(self, tell: Teller, label: str, group: Sequence[RegionFacts]) -> None:
        """``label`` is the figure's: ``category``, ``score`` or ``rank``; at least one edition."""
        self._tell = tell
        self._label = label
        self._group = group

    def _figure(self, item: RegionFacts) -> Fact[Any]:
        found: Fact[Any] = getattr(item, self._label)
        return found

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        found = []
        for item in self._group:
            figure = self._figure(item)
            told = self._tell.figure(self._label, figure, item.year, sources_of(figure))
            found.append(told)
        return tuple(found)

    @property
    def by_scale(self) -> bool:
        return all(item.category.rule is Rule.BY_SCALE for item in self._group)

    @property
    def of_known(self) -> bool:
        """Whether the number of those ranked is known, and the same in all of them."""
        numbers = {self._figure(item).known.of for item in self._group}
        return len(numbers) == 1 and None not in numbers

    @term(Kind.CATEGORY)
    def category(self) -> Item:
        return every(self._tell, Kind.CATEGORY, "spell", self._group[0].category, self.facts)

    @term(Kind.ORIGIN)
    def origin(self) -> str:
        return self._tell.word("by-scale")

    @term(Kind.RANK)
    def rank(self) -> Item:
        return every(self._tell, Kind.RANK, "spell", self._group[0].rank, self.facts)

    @term(Kind.TOTAL)
    def of(self) -> str:
        return self._tell.words.digits(self._group[0].rank.known.of or 0)

    @term(Kind.YEAR)
    def years(self) -> Item:
        """``2019 dan 2020``, ``2019–2023``."""
        facts = tuple(self._tell.edition_fact(self._tell.edition(item)) for item in self._group)
        return self._tell.joined(
            [Slot(Kind.YEAR, "spell", year, facts) for year in years_of(self._group)]
        )


class YearsTerms(Terms, name="years", role="some"):
    """Some years of a region, and what is so of its result in each of them."""

    def __init__(
        self,
        tell: Teller,
        label: str,
        group: Sequence[RegionFacts],
        *,
        state: str = "",
        sources: tuple[Source, ...] = (),
        cited: bool = True,
    ) -> None:
        """``label`` is the figure's, ``state`` the word for it.
        ``cited``: whether anybody said what is told of them, and not the site itself."""
        self._tell = tell
        self._label = label
        self._group = group
        self._state = state
        self._sources = sources
        self._cited = cited

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        found = []
        for item in self._group:
            figure: Fact[Any] = getattr(item, self._label)
            sources = (self._sources or sources_of(figure)) if self._cited else ()
            found.append(self._tell.figure(self._label, figure, item.year, sources))
        return tuple(found)

    @property
    def told(self) -> bool:
        """Whether it is one publisher that says so of all, and not the organizer, who is named."""
        organizers = {self._tell.edition(item).organizer for item in self._group}
        return any(source.publisher not in organizers for source in self._sources)

    @property
    def one(self) -> bool:
        """Whether it is a single one: languages with a plural ask."""
        return len(self._group) == 1

    @term(Kind.YEAR)
    def named(self) -> Item:
        facts = tuple(self._tell.edition_fact(self._tell.edition(item)) for item in self._group)
        return self._tell.joined(
            [Slot(Kind.YEAR, "some", year, facts) for year in years_of(self._group)]
        )

    @term(Kind.STATE)
    def state(self) -> str:
        return self._tell.word(self._state)

    @term(Kind.STATE)
    def state_in_full(self) -> str:
        return self._tell.word("unknown-in-full")

    @term(Kind.ORIGIN)
    def origin(self) -> str:
        return self._tell.word("by-scale")

    @term(Kind.ORIGIN)
    def by_site(self) -> str:
        return self._tell.word("by-site")

    @term(Kind.ORIGIN, "rank")
    def computed_from(self) -> str:
        return self._tell.word("rank-from-scores")

    @term(Kind.INSTITUTION, "says")
    def publisher(self) -> str:
        return self._tell.government(self._sources[0].publisher or "")


class _FiguresTerms(Terms):
    """Some figures of some years, all in one state."""

    def __init__(self, tell: Teller, names: Sequence[str], group: Sequence[RegionFacts]) -> None:
        self._tell = tell
        self._names = names
        self._group = group

    @property
    def one(self) -> bool:
        """Whether it is a single one: languages with a plural ask."""
        return len(self._names) == 1

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        found = []
        for item in self._group:
            for name in self._names:
                figure: Fact[Any] = getattr(item, name)
                found.append(self._tell.figure(name, figure, item.year, sources_of(figure)))
        return tuple(found)


class WithheldTerms(_FiguresTerms, name="withheld", role="withheld"):
    """Figures that a source says not to be published: ``kategori dan peringkat``."""

    @term(Kind.FIELD)
    def figures(self) -> Item:
        fields = [self._tell.word(name) for name in self._names]
        return self._tell.joined(
            [Slot(Kind.FIELD, "withheld", field, self.facts) for field in fields]
        )

    @term(Kind.STATE)
    def state(self) -> str:
        return self._tell.word("not-published")


class OpenTerms(_FiguresTerms, name="open_figures", role="open"):
    """Figures that are merely unknown; false where there are none."""

    def __bool__(self) -> bool:
        return bool(self._names)

    @term(Kind.FIELD)
    def figures(self) -> Item:
        fields = [self._tell.word(name) for name in self._names]
        return self._tell.joined([Slot(Kind.FIELD, "open", field, self.facts) for field in fields])

    @term(Kind.FIELD)
    def its(self) -> Item:
        """``skor dan peringkatnya``: of the region that was just named."""
        *others, last = self._names
        fields = (*map(self._tell.word, others), self._tell.word(f"its-{last}"))
        return self._tell.joined([Slot(Kind.FIELD, "open", field, self.facts) for field in fields])

    @term(Kind.STATE)
    def state_in_full(self) -> str:
        return self._tell.word("unknown-in-full")
