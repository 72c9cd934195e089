"""The ones who tell: facts, names and phrases at hand, and sentences made of slots."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts.group import EvaluationFacts
from generator.facts.model import Average, Fact, Rule, Why
from generator.facts.region import RegionFacts
from generator.facts.sources import OF_NOBODY, said_by
from generator.format import Region, Result, Source, Statement
from generator.format.problems import Place
from generator.news.evidence import Evidence, shown
from generator.news.phrases import Length, first_short
from generator.news.sentence import Sentence, sentence_of
from generator.news.slots import NOTHING, Kind, Said, Slot, Terms
from generator.news.speaker import Speaker

LONGEST_LIST, EXAMPLES = 7, 3
"""More names are a table's business, not a sentence's; and how many are given then."""


@dataclass(slots=True)
class Teller(Speaker):
    """Says sentences from templates; ``terms`` are what every sentence of the text may speak of.

    ``editions`` are the years of editions as facts, the same for all texts of a newsroom.
    """

    editions: dict[tuple[int, str], Evidence]
    terms: dict[str, Any] = field(default_factory=dict)

    def know(self, *terms: Terms, **conditions: bool) -> None:
        """Terms of which every sentence may speak from here on, and what holds for all of them."""
        self.terms |= {item.known_as: item for item in terms}
        self.terms |= conditions

    def say(self, rule: str, /, *terms: Terms, **more: Any) -> Sentence:
        """A sentence of the body: the first variant that is short enough, else the shortest.

        ``more`` are conditions, and parts and slots by the name that the template gives them.
        """
        said = self.fitting(rule, self._values(terms, more), self.words.longest_sentence)
        return sentence_of(rule, self.words.sentence(said.text), said.slots)

    def say_short(
        self, rule: str, choices: Sequence[dict[str, Any]], /, *terms: Terms, **more: Any
    ) -> Sentence:
        """A sentence of the body, with the first of ``choices`` of values that keeps it short enough."""
        values = self._values(terms, more)
        return self._first((rule,), values, choices, self.words.longest_sentence, self.words_of)

    def caution(self, rule: str, /, *terms: Terms, **more: Any) -> Sentence:
        """A sentence that limits a figure, in few words."""
        said = self.fitting(rule, self._values(terms, more), self.words.longest_caution)
        return sentence_of(rule, self.words.sentence(said.text), said.slots)

    def lead(
        self, rule: str, choices: Sequence[dict[str, Any]], *terms: Terms, shared: bool = True
    ) -> Sentence:
        """The lead, with the first of ``choices`` of values that keeps it short enough; where it is
        ``stepped``, which tells more than it must, easy to read. For the longest names there is one that
        all angles with a result share, ``any``."""
        values, limit = self._values(terms, {}), self.words.easy_lead
        texts = (self.phrases.say(rule, 0, values | one) for one in choices if one.get("stepped"))
        if said := next((one for one in texts if self.lead_words(one) <= limit), None):
            return sentence_of(rule, self.words.sentence(said.text), said.slots)
        least, most = [one for one in choices if not one.get("stepped")], self.words.longest_lead
        own = self._first((rule,), values, least, most, self.lead_words)
        if not shared or self.words.word_count(own.text) <= most:
            return own
        rules = (rule, f"{rule.partition('.')[0]}.any")
        return self._first(rules, values, least, most, self.words_of)

    def _first(
        self,
        rules: Sequence[str],
        values: dict[str, Any],
        choices: Sequence[dict[str, Any]],
        limit: int,
        length: Length,
    ) -> Sentence:
        """The first sentence of some rules and choices that is short enough, else the shortest."""
        texts = (
            self.fitting(name, values | one, limit, length) for name in rules for one in choices
        )
        said = first_short(texts, length, limit)
        return sentence_of(rules[0], self.words.sentence(said.text), said.slots)

    def headline(self, rule: str, /, *terms: Terms, **more: Any) -> Sentence:
        """The headline, in headline case: the first variant that is short enough, else ``any``."""
        values = self._values(terms, more)
        texts = (
            self.phrases.say(name, number, values)
            for name in (rule, f"{rule.partition('.')[0]}.any")
            for number in range(self.phrases.variants(name))
        )
        said = first_short(texts, lambda one: len(one.text), self.words.longest_headline)
        return sentence_of(rule, self.words.headline(said.text), said.slots)

    def line(self, rule: str, /, *terms: Terms, **more: Any) -> Sentence:
        """A line that is no sentence, such as the date line."""
        said = self.part(rule, *terms, **more)
        return sentence_of(rule, self.words.capitalised(said.text), said.slots)

    def part(self, rule: str, /, *terms: Terms, **more: Any) -> Said:
        """A part of a sentence, with its slots."""
        return self.phrases.say(rule, 0, self._values(terms, more))

    def _values(self, terms: Iterable[Terms], more: dict[str, Any]) -> dict[str, Any]:
        return {**self.terms, **{item.known_as: item for item in terms}, **more}

    def of_year(self, evaluation: Evaluation, facts: RegionFacts) -> RegionTeller:
        """Who tells of a region in a year, also another one than the text is of."""
        own = (self.facts, self.names, self.phrases, self.editions)
        whole = self.facts.evaluation(evaluation)
        return RegionTeller(*own, evaluation=evaluation, whole=whole, mine=facts)

    @property
    def at_hand(self) -> tuple[Source, ...]:
        """Sources that a text of the data may name besides those of its figure."""
        return ()

    def figure(
        self,
        name: str,
        fact: Fact[Any],
        year: int,
        sources: tuple[Source, ...] | None = None,
        /,
        **values: object,
    ) -> Evidence:
        """A figure of a region or a group, by the name of its label; else why there is none.

        ``sources`` are those of both sides of a comparison, or none where the site itself judges.
        """
        label = self.label(name, year=year, **values)
        sources = said_by(fact) if sources is None else sources
        if fact and isinstance(fact.value, Average):
            value = self.word(
                "average-of", value=self.words.decimal(fact.value.value), number=fact.value.n
            )
        else:
            value = (
                shown(fact, self.phrases)
                if fact
                else self.label(f"why-{(fact.why or Why.UNKNOWN).value}")
            )
        alone = bool(fact) and not sources and fact.rule in OF_NOBODY
        return Evidence(label, value, fact.places, sources, fact.rule, alone)

    def text_fact(
        self, name: str, text: str, places: tuple[Place, ...], source: Source | None = None
    ) -> Evidence:
        """A text of the data that a sentence takes in as it stands."""
        sources = (source,) if source else ()
        return Evidence(self.label(name), text, places, sources, quoted=True)

    def region_fact(self, region: Region) -> Evidence:
        """A region by its name; where it stands in regions.yml."""
        place = self.facts.dataset.place_of(region.id)
        return Evidence(self.label("region"), self.names.full(region), (place,))

    def edition_fact(self, evaluation: Evaluation) -> Evidence:
        """The year of an edition: one fact for all the texts that name it."""
        key = (evaluation.year, evaluation.group.id)
        found = self.editions.get(key)
        if found is None:
            place = evaluation.document.at(("year",))
            found = Evidence(self.label("year"), str(evaluation.year), (place,))
            self.editions[key] = found
        return found

    def edition(self, facts: RegionFacts) -> Evaluation:
        """The evaluation of which a region's figures are."""
        return self.facts.dataset.evaluations[facts.year, facts.group]

    def region_names(self, regions: Sequence[Region], *, alphabetical: bool = False) -> Said:
        """Regions by their short names: ``Balangan, Tabalong, dan Tapin``."""
        slots = [
            Slot(Kind.REGION, "peer", self.short_name(region), (self.region_fact(region),))
            for region in regions
        ]
        return self.joined(sorted(slots, key=lambda slot: slot.text) if alphabetical else slots)

    def years(self, group: str, years: Sequence[int], facts: tuple[Evidence, ...]) -> Said:
        """Years of a group's editions: ``2023 dan 2024``; ``facts`` are what is so in them."""
        evaluations = self.facts.dataset.evaluations
        return self.joined(
            [
                Slot(Kind.YEAR, "some", str(y), (*facts, self.edition_fact(evaluations[y, group])))
                for y in years
            ]
        )


@dataclass(slots=True)
class EvaluationTeller(Teller):
    """Tells of one group in one year, or of one of its regions."""

    evaluation: Evaluation = field(kw_only=True)
    whole: EvaluationFacts = field(kw_only=True)

    @property
    def year(self) -> int:
        return self.evaluation.year

    def earlier(self, year: int) -> Evaluation:
        """The evaluation of the same group in another year."""
        return self.facts.dataset.evaluations[year, self.evaluation.group.id]

    def whole_figure(self, name: str, fact: Fact[Any], /, **values: object) -> Evidence:
        """A figure of this evaluation, by the name of its label."""
        return self.figure(name, fact, self.year, **values)

    def participants_fact(self) -> Evidence:
        return self.whole_figure("participants", self.whole.participants)

    def number_fact(self, name: str, number: int, fact: Fact[Any] | None = None) -> Evidence:
        """A number that the text counts itself, by the name of its label; from what it is counted."""
        label, places = self.label(name, year=self.year), fact.places if fact else ()
        return Evidence(label, str(number), places, (), Rule.COUNTED)

    def dateline(self, *terms: Terms, made: Terms | None = None, **told: bool) -> Sentence | None:
        """When and where the results were announced; None where that is not known.

        ``terms``: when they were corrected after that day; ``computed``: the figures below were
        announced by nobody, and ``made`` says of what they were computed, in ``both`` years.
        """
        if self.evaluation.published is None:
            return None
        told = {"computed": made is not None, "both": False, "corrected": bool(terms), **told}
        values = terms if made is None else (*terms, made)
        return self.line("part.dateline", *values, in_parts=made is not None, **told)

    def choices(self, *, dated: bool = True, **more: Any) -> list[dict[str, Any]]:
        """Values of a lead: with the date of the announcement, else without (the date line has it)."""
        published = self.evaluation.published
        return [
            {**more, "dated": told, "evaluation": self.part("part.evaluation", dated=told)}
            for told in ([True, False] if published and dated else [False])
        ]


_ELSEWHERE = frozenset({"body.note", "body.neighbours", "body.earlier_rank_contested"})
"""Sentences whose subject is another body, or what the data have of others."""


@dataclass(slots=True)
class RegionTeller(EvaluationTeller):
    """Tells of one region in one evaluation."""

    mine: RegionFacts = field(kw_only=True)
    contested: bool = field(default=False, kw_only=True)
    """Whether the category has a note and the scale does not confirm it."""
    angle: str = field(default="", kw_only=True)
    led_alike: int = field(default=0, kw_only=True)
    """How many of the group the same angle leads."""
    in_lead: frozenset[tuple[Kind, str]] = field(default=frozenset(), kw_only=True)
    """What the lead says, by kind and role of its slots: the body does not say it again."""
    analysis: bool = field(default=False, kw_only=True)
    """Whether the text may tell what the site computes beyond the evaluation."""
    named: bool = field(default=False, kw_only=True)  # whether the paragraph has named the region
    elsewhere: bool = field(default=False, kw_only=True)
    """Whether the last sentence was about something else: ``its`` would be read of that."""
    _own: dict[str, Evidence] = field(default_factory=dict, kw_only=True)

    @property
    def result(self) -> Result | None:
        file = self.evaluation.results.get(self.mine.region.id)
        return file.result if file else None

    def say(self, rule: str, /, *terms: Terms, **more: Any) -> Sentence:
        """After a sentence about something else, the next mention is by name again."""
        self.elsewhere = rule in _ELSEWHERE
        self.named = self.named and not self.elsewhere
        return EvaluationTeller.say(self, rule, *terms, **more)

    def caution(self, rule: str, /, *terms: Terms, **more: Any) -> Sentence:
        """The same: what limits a figure may be about that of another year."""
        self.elsewhere, self.named = True, False
        return EvaluationTeller.caution(self, rule, *terms, **more)

    def whose(self, named: bool) -> dict[str, Any]:
        """For a sentence that says ``its`` unless that might be read of something else."""
        return {"named": named, "name": self.name() if named else NOTHING}

    def new_paragraph(self) -> None:
        """The next mention is by name again."""
        self.named = False

    def name(self) -> Slot:
        """The region: by name at its first mention in a paragraph, then ``kabupaten itu``."""
        region = self.mine.region
        text = self.words.generic(region.kind) if self.named else self.short_name(region)
        self.named = True
        return Slot(Kind.REGION, "own", text, (self.region_fact(region),))

    def own_figure(
        self, name: str, fact: Fact[Any], sources: tuple[Source, ...] | None = None
    ) -> Evidence:
        """One of the region's own figures in this evaluation; a text names most of them thrice."""
        found = self._own.get(name)
        if found is None:
            found = self._own[name] = self.figure(name, fact, self.year, sources)
        return found

    @property
    def history(self) -> list[tuple[Evaluation, RegionFacts]]:
        """The region's evaluations, newest first."""
        return self.facts.history(self.mine.region.id)

    def at(self, *path: str | int) -> tuple[Place, ...]:
        """The place of a value in the region's result file."""
        file = self.evaluation.results.get(self.mine.region.id)
        return (file.document.at(path),) if file else ()

    def source(self, id_: str | None) -> Source | None:
        """A source of the region's result file or of the edition."""
        return self.evaluation.source(id_, self.mine.region.id)

    @property
    def at_hand(self) -> tuple[Source, ...]:
        return (*(self.result.sources if self.result else ()), *self.evaluation.sources.values())

    def statement_fact(self, index: int, item: Statement) -> Evidence:
        """Indirect speech: who said it, and where it was published."""
        source = self.source(item.source)
        places = self.at("statements", index)
        return Evidence(self.label("statement"), item.speaker, places, (source,) if source else ())


@dataclass(slots=True)
class EditionTeller(EvaluationTeller):
    """Tells of one group in one year."""

    def few(self, regions: Sequence[Region]) -> tuple[Region, ...]:
        """All regions if they are few, else the first as examples."""
        return tuple(regions if len(regions) <= LONGEST_LIST else regions[:EXAMPLES])

    def places(self, name: str) -> tuple[Place, ...]:
        """Where the bodies' answers or scores stand in their result files."""
        return tuple(
            file.document.at((name,))
            for file in self.evaluation.results.values()
            if getattr(file.result, name)
        )
