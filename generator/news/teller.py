"""The one who tells: facts, names and phrases at hand, and a proof for each sentence said."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator import words
from generator.dataset import Dataset, Evaluation
from generator.facts import Facts
from generator.facts.model import (
    Category,
    CategoryCount,
    EvaluationFacts,
    Fact,
    RegionFacts,
    Rule,
    Why,
)
from generator.news import grammar
from generator.news.evidence import (
    Evidence,
    date_forms,
    number_forms,
    of_fact,
    publisher_forms,
    region_forms,
    text_forms,
)
from generator.news.names import Names
from generator.news.phrases import Phrases
from generator.news.proof import Unproven, examine
from generator.news.sentence import Sentence
from generator.problems import Place, Problem, message
from generator.schema import PartialDate, Region, Result, Source

LONGEST_SENTENCE = 30
LONGEST_LEAD = 35
"""Words; the names and offices of speakers are the data's and not counted."""

LONGEST_HEADLINE = 90
"""Letters."""


@dataclass(frozen=True, slots=True)
class Shared:
    """What the texts of many regions give alike, by its group and year: made once, by the first."""

    evidence: dict[tuple[object, ...], Evidence] = field(default_factory=dict)
    parts: dict[tuple[object, ...], str] = field(default_factory=dict)


@dataclass(slots=True)
class Teller:
    """Says sentences from templates and proves each; ``context`` is what every sentence may name.

    ``address`` is the page on which the text stands, for messages.
    """

    facts: Facts
    names: Names
    phrases: Phrases
    address: str
    context: tuple[Evidence, ...]
    problems: list[Problem] = field(default_factory=list, kw_only=True)
    introduced: set[str] = field(default_factory=set, kw_only=True)
    shared: Shared = field(default_factory=Shared, kw_only=True)

    def say(self, rule: str, /, *evidence: Evidence, **values: Any) -> Sentence:
        """A sentence of the body: the first variant that is short enough, else the shortest."""
        fits = self._fitting(rule, values, LONGEST_SENTENCE)
        return self._proven(rule, fits, grammar.sentence(fits), evidence)

    def lead(self, rule: str, *evidence: Evidence, choices: Sequence[dict[str, Any]]) -> Sentence:
        """The lead, with the first of ``choices`` of values that keeps it short enough.

        For the longest names there is one that all angles share, ``any``.
        """
        texts = (
            self._fitting(name, values, LONGEST_LEAD)
            for name in (rule, f"{rule.partition('.')[0]}.any")
            for values in choices
        )
        text = _first_short(texts, grammar.word_count, LONGEST_LEAD)
        return self._proven(rule, text, grammar.sentence(text), evidence)

    def headline(self, rule: str, /, *evidence: Evidence, **values: Any) -> Sentence:
        """The headline, in headline case: the first variant that is short enough.

        For the longest names there is one that all angles share, ``any``.
        """
        texts = (
            self.phrases.variant(name, number, values)
            for name in (rule, f"{rule.partition('.')[0]}.any")
            for number in range(self.phrases.variants(name))
        )
        text = _first_short(texts, len, LONGEST_HEADLINE)
        return self._proven(rule, text, grammar.title_case(text), evidence)

    def line(self, rule: str, /, *evidence: Evidence, **values: Any) -> Sentence:
        """A line that is no sentence, such as the date line."""
        text = self.phrases.say(rule, **values)
        return self._proven(rule, text, words.capitalised(text), evidence)

    def part(self, rule: str, /, **values: Any) -> str:
        """A part of a sentence, proven with the sentence that takes it in."""
        return self.phrases.say(rule, **values)

    def common_part(self, rule: str, /, **values: Hashable) -> str:
        """A part whose values are those of a group or few, so that most texts say it alike."""
        key = (rule, *values.items())
        found = self.shared.parts.get(key)
        if found is None:
            found = self.shared.parts[key] = self.phrases.say(rule, **values)
        return found

    def _fitting(self, rule: str, values: dict[str, Any], limit: int) -> str:
        count = self.phrases.variants(rule)
        if count == 1:
            return self.phrases.variant(rule, 0, values)
        texts = (self.phrases.variant(rule, number, values) for number in range(count))
        return _first_short(texts, grammar.word_count, limit)

    def _proven(self, rule: str, raw: str, text: str, evidence: tuple[Evidence, ...]) -> Sentence:
        used, claims = examine(raw, (*evidence, *self.context))
        for claim in dict.fromkeys(claims):
            self.problems.append(
                Problem(
                    self.phrases.place(rule),
                    rule,
                    message(
                        "“{claim}” dalam kalimat “{text}” (/{address}) bukan fakta kalimat itu",
                        claim=claim,
                        text=text,
                        address=self.address,
                    ),
                    message("isi kalimat hanya dari fakta, dan tulis templatnya tanpa huruf besar"),
                )
            )
        return Sentence(rule, text, tuple(dict.fromkeys((*evidence, *used))))

    def once(self, make: Callable[[], Evidence], *key: object) -> Evidence:
        """The evidence of a key, which is about a group as a whole."""
        found = self.shared.evidence.get(key)
        if found is None:
            found = self.shared.evidence[key] = make()
        return found

    def check(self) -> None:
        """Raise Unproven if a sentence claims what none of its facts says."""
        if self.problems:
            raise Unproven(self.problems)

    def step(self, evaluation: Evaluation, category: Category) -> Evidence:
        """Which step of the scale a category is, and of how many."""
        key = ("step", evaluation.year, evaluation.group.id, category.index)
        return self.once(lambda: self._step(evaluation, category), *key)

    def _step(self, evaluation: Evaluation, category: Category) -> Evidence:
        place = evaluation.place("scale", "categories", category.index)
        from_the_end = category.of - category.index
        ordinals = (words.ordinal(category.index + 1), words.ordinal(from_the_end))
        forms = (*ordinals, *number_forms(category.of))
        told = f"{category.index + 1} dari {category.of}"
        label = self.phrases.label("step", year=evaluation.year)
        return Evidence(label, told, forms, (place,), evaluation.source(_scale_source(evaluation)))

    def label(self, name: str, /, **values: object) -> str:
        return self.phrases.label(name, **values)

    def figure(self, name: str, fact: Fact[Any], year: int, **values: object) -> Evidence:
        """A figure of a region or a group, by the name of its label."""
        label = self.phrases.label(name, year=year, **values)
        if fact.value is None:
            return Evidence(
                label,
                self.phrases.label(f"why-{(fact.why or Why.UNKNOWN).value}"),
                (),
                fact.places,
                fact.source,
                fact.rule,
            )
        return of_fact(label, fact, (str(value) for value in values.values()))

    def counted(self, label: str, facts: Sequence[RegionFacts], year: int = 0) -> Evidence:
        """A number of results that the text counts, with the figures it was counted from."""
        number = len(facts)
        places = tuple(place for item in facts for place in item.category.places)
        told = self.phrases.label(label, year=year)
        return Evidence(told, str(number), number_forms(number), places, rule=Rule.COUNTED)

    def text(
        self, name: str, text: str, places: tuple[Place, ...], source: Source | None = None
    ) -> Evidence:
        """A text of the data that a sentence takes in as it stands."""
        return Evidence(self.phrases.label(name), text, text_forms(text), places, source)

    def note(self, fact: Fact[Any]) -> Evidence:
        """What the data say about a figure; it may introduce the short form of a government."""
        publisher = fact.source.publisher if fact.source else None
        if publisher and grammar.government(publisher, first=True) in (fact.note or ""):
            self.introduced.add(publisher)
        return self.text("note", fact.note or "", fact.places, fact.source)

    def noted(self, fact: Fact[Any]) -> Iterator[Sentence]:
        """What the data say about a figure, if they say anything."""
        if fact.note:
            yield self.say("body.note", self.note(fact), note=fact.note)

    def date(
        self, name: str, date: PartialDate, places: tuple[Place, ...], source: Source | None = None
    ) -> Evidence:
        shown = words.show_date(date, weekday=True)
        return Evidence(self.phrases.label(name), shown, date_forms(date), places, source)

    def region(self, region: Region) -> Evidence:
        """A region by its name; where it stands in regions.yml."""
        dataset = self.facts.dataset
        return Evidence(
            self.phrases.label("region"),
            region.name,
            region_forms(region, self.names),
            (dataset.place_of(region.id),),
        )

    def edition_year(self, evaluation: Evaluation) -> Evidence:
        """Another year of the same evaluation."""
        year = str(evaluation.year)
        return self.once(
            lambda: Evidence(
                self.label("year"), year, (year,), (evaluation.document.at(("year",)),)
            ),
            "year",
            evaluation.year,
        )

    def regions(self, regions: Sequence[Region]) -> list[Evidence]:
        return [self.region(region) for region in regions]

    def years(self, group: str, years: Sequence[int]) -> list[Evidence]:
        """Some years in which a group was evaluated."""
        evaluations = self.facts.dataset.evaluations
        return [self.edition_year(evaluations[year, group]) for year in years]

    def institution(
        self, name: str, publisher: str, places: tuple[Place, ...], source: Source | None = None
    ) -> Evidence:
        """An institution with the ways in which a text shortens it."""
        return Evidence(
            self.phrases.label(name), publisher, publisher_forms(publisher), places, source
        )

    def government(self, publisher: str) -> str:
        """A publisher as the text calls it: in full at first mention, then short."""
        first = publisher not in self.introduced
        self.introduced.add(publisher)
        return grammar.government(publisher, first=first)


@dataclass(slots=True)
class EvaluationTeller(Teller):
    """Tells of one group in one year, or of one of its regions."""

    evaluation: Evaluation = field(kw_only=True)
    whole: EvaluationFacts = field(kw_only=True)

    @property
    def year(self) -> int:
        return self.evaluation.year

    @property
    def group(self) -> str:
        return group_noun(self.evaluation.group.name)

    def whole_figure(self, name: str, fact: Fact[Any], **values: object) -> Evidence:
        """A figure of this evaluation, by the name of its label."""
        return self.figure(name, fact, self.year, **values)

    def number_told(self, name: str, number: int) -> Evidence:
        """A number that the text counts itself, by the name of its label."""
        label = self.label(name, year=self.year)
        return Evidence(label, str(number), number_forms(number), rule=Rule.COUNTED)

    def participants(self) -> Evidence:
        return self.once(
            lambda: self.whole_figure("participants", self.whole.participants),
            "participants",
            self.year,
            self.evaluation.group.id,
        )

    def count(self, evaluation: Evaluation, item: CategoryCount) -> Evidence:
        """How many of the group have a category in an edition."""
        name = item.category.name
        return self.once(
            lambda: self.figure("count", item.count, evaluation.year, category=name),
            "count",
            evaluation.year,
            evaluation.group.id,
            name,
        )

    def editions(self, *years: int) -> list[Evidence]:
        """Other years of the same group."""
        return self.years(self.evaluation.group.id, years)

    @property
    def scheduled(self) -> str:
        """When the results are to be announced; "" where that is not known or past."""
        date = self.evaluation.scheduled
        return when(date) if date else ""

    def awaited(self) -> Evidence:
        """That results are still to come, for what is said of a group as a whole."""
        told = self.label("why-not-announced")
        places = (self.evaluation.place("published"),)
        return Evidence(self.label("category", year=self.year), told, (), places)

    def dateline(self, *, computed: bool = False) -> Sentence | None:
        """When and where the results were announced; None where that is not known.

        ``computed``: the figures below it were announced by nobody.
        """
        published = self.evaluation.published
        if published is None:
            return None
        place, date = self.evaluation.settings.place or "", when(published)
        return self.line("part.dateline", place=place, date=date, computed=computed)

    def choices(self, values: dict[str, Any], *, dated: bool = True) -> list[dict[str, Any]]:
        """Values of a lead: with the date of the announcement, else without (the date line has it)."""
        published = self.evaluation.published
        dates = ([when(published)] if published and dated else []) + [""]
        organizer = self.evaluation.organizer
        return [
            {
                **values,
                "evaluation": self.common_part(
                    "part.evaluation", year=self.year, organizer=organizer, date=date
                ),
            }
            for date in dates
        ]


@dataclass(slots=True)
class RegionTeller(EvaluationTeller):
    """Tells of one region in one evaluation."""

    mine: RegionFacts = field(kw_only=True)
    angle: str = field(default="", kw_only=True)
    analysis: bool = field(default=False, kw_only=True)
    """Whether the text may tell what the site computes beyond the evaluation."""
    _named: bool = field(default=False, kw_only=True)
    _own: dict[str, Evidence] = field(default_factory=dict, kw_only=True)

    @property
    def short(self) -> str:
        return self.names.short(self.mine.region)

    @property
    def result(self) -> Result | None:
        file = self.evaluation.results.get(self.mine.region.id)
        return file.result if file else None

    def new_paragraph(self) -> None:
        """The next mention is by name again."""
        self._named = False

    def name(self) -> str:
        """The region: by name at its first mention in a paragraph, then ``kabupaten itu``."""
        if self._named:
            return grammar.generic(self.mine.region.kind)
        self._named = True
        return self.short

    def own(self, name: str) -> Evidence:
        """One of the region's own figures in this evaluation; a text names most of them thrice."""
        found = self._own.get(name)
        if found is None:
            found = self._own[name] = self.whole_figure(name, getattr(self.mine, name))
        return found

    @property
    def history(self) -> list[tuple[Evaluation, RegionFacts]]:
        """The region's evaluations, newest first."""
        return self.facts.history(self.mine.region.id)

    def members(self) -> Evidence:
        """How many regions the group has in regions.yml."""
        number = len(self.evaluation.regions)
        place = self.facts.dataset.place_of_group(self.evaluation.group.id)
        label = self.label("members")
        return Evidence(label, str(number), number_forms(number), (place,), rule=Rule.COUNTED)

    def unscored(self, number: int) -> Evidence:
        """Participants whose score is not known: those announced less those with a score."""
        label = self.label("unscored", year=self.year)
        places = self.whole.took_part.places
        return Evidence(label, str(number), number_forms(number), places, rule=Rule.COUNTED)

    def at(self, *path: str | int) -> tuple[Place, ...]:
        """The place of a value in the region's result file."""
        file = self.evaluation.results.get(self.mine.region.id)
        return (file.document.at(path),) if file else ()

    def source(self, id_: str | None) -> Source | None:
        return self.evaluation.source(id_, self.mine.region.id)


def _first_short(texts: Iterable[str], length: Callable[[str], int], limit: int) -> str:
    """The first text within the limit, else the shortest; none is written after the first."""
    tried = []
    for text in texts:
        if length(text) <= limit:
            return text
        tried.append(text)
    return min(tried, key=length)


def _scale_source(evaluation: Evaluation) -> str | None:
    return evaluation.scale.source if evaluation.scale else None


def when(published: PartialDate) -> str:
    """``Jumat, 19 Desember 2025``; without a day *pada* is needed: ``pada November 2019``."""
    date = words.show_date(published, weekday=True)
    return date if published.day else f"pada {date}"


def group_noun(name: str) -> str:
    """What a group's members are called inside a sentence: ``kabupaten/kota``."""
    return grammar.lower_first(name)


def evaluation_context(
    evaluation: Evaluation, dataset: Dataset, phrases: Phrases
) -> tuple[Evidence, ...]:
    """What every sentence about an evaluation may name: its year, organizer, group, date, place."""
    settings = evaluation.settings
    group = evaluation.group.name
    found = [
        Evidence(
            phrases.label("year"),
            str(evaluation.year),
            (str(evaluation.year),),
            (evaluation.document.at(("year",)),),
        ),
        Evidence(
            phrases.label("organizer"),
            evaluation.organizer,
            publisher_forms(evaluation.organizer),
            (evaluation.place("organizer"),),
        ),
        Evidence(
            phrases.label("group"),
            group,
            (group, group_noun(group)),
            (dataset.place_of_group(evaluation.group.id),),
        ),
    ]
    if settings.published:
        date = settings.published
        found.append(
            Evidence(
                phrases.label("published"),
                words.show_date(date, weekday=True),
                date_forms(date),
                (evaluation.place("published"),),
            )
        )
    if settings.place:
        place = settings.place
        found.append(
            Evidence(
                phrases.label("place"),
                place,
                (place, grammar.at_place(place)),
                (evaluation.place("place"),),
            )
        )
    return tuple(found)
