"""The terms of an edition and its group: year, organizer, participants, counts of categories."""

from __future__ import annotations

from collections.abc import Sequence

from generator.evaluation.model import Evaluation
from generator.facts.counts import CategoryCount
from generator.facts.kept import kept
from generator.facts.model import Rule
from generator.format import PartialDate, Region, Source
from generator.language import grammar
from generator.news.evidence import Evidence
from generator.news.slots import Item, Kind, Terms, term
from generator.news.tellers import EvaluationTeller, Teller
from generator.news.words import words


class EditionTerms(Terms, name="edition", role="own"):
    """The evaluation that a text is about."""

    def __init__(self, tell: Teller, evaluation: Evaluation) -> None:
        self._tell = tell
        self._evaluation = evaluation
        self._settings = evaluation.settings

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        """Its year."""
        return (self._tell.edition_fact(self._evaluation),)

    def _fact(self, name: str, value: str, source: Source | None = None) -> tuple[Evidence, ...]:
        place, sources = self._evaluation.place(name), (source,) if source else ()
        return (Evidence(self._tell.label(name), value, (place,), sources),)

    @kept
    def organizer_facts(self) -> tuple[Evidence, ...]:
        return self._fact("organizer", self._evaluation.organizer)

    @kept
    def date_facts(self) -> tuple[Evidence, ...]:
        published, source = self._settings.published, self._evaluation.published_source
        shown = words.show_date(published, weekday=True) if published else ""
        # Who gives a result need not have given its day: only who is named for it.
        return tuple(fact._replace(alone=True) for fact in self._fact("published", shown, source))

    @kept
    def place_facts(self) -> tuple[Evidence, ...]:
        return self._fact("place", self._settings.place or "")

    @kept
    def group_facts(self) -> tuple[Evidence, ...]:
        place = self._tell.facts.dataset.place_of_group(self._evaluation.group.id)
        return (Evidence(self._tell.label("group"), self._evaluation.group.name, (place,)),)

    @kept
    def awaited_facts(self) -> tuple[Evidence, ...]:
        """That results are still to come."""
        label = self._tell.label("category", year=self._evaluation.year)
        told = self._tell.label("why-not-announced")
        return (Evidence(label, told, (self._evaluation.place("published"),)),)

    @property
    def placed(self) -> bool:
        return bool(self._settings.place)

    @property
    def scheduled(self) -> bool:
        """Whether it is known when results are to be announced."""
        return self._evaluation.scheduled is not None

    @term(Kind.YEAR)
    def year(self) -> str:
        return str(self._evaluation.year)

    @term(Kind.MEASURE)
    def measure(self) -> str:
        """``evaluasi keterbukaan informasi publik``."""
        return self._evaluation.measure.name.of(words.code)

    @term(Kind.INSTITUTION, "organizer", behind="organizer_facts")
    def organizer(self) -> str:
        return self._evaluation.organizer

    @term(Kind.GROUP, behind="group_facts")
    def group(self) -> str:
        """What its members are called inside a sentence: ``kabupaten/kota``."""
        return words.noun(self._evaluation.group.name)

    @term(Kind.DATE, "announced", behind="date_facts")
    def date(self) -> str:
        return _on_day(self._evaluation.published)

    @term(Kind.DATE, "scheduled", behind="date_facts")
    def schedule(self) -> str:
        """When results are to be announced."""
        return _on_day(self._evaluation.scheduled)

    @term(Kind.PLACE, behind="place_facts")
    def place(self) -> str:
        return grammar.at_place(self._settings.place or "")

    @term(Kind.STATE)
    def unknown(self) -> str:
        return self._tell.word("unknown")

    @term(Kind.STATE)
    def unknown_in_full(self) -> str:
        return self._tell.word("unknown-in-full")

    @term(Kind.STATE, behind="awaited_facts")
    def not_announced(self) -> str:
        return self._tell.word("not-announced")

    @term(Kind.STATE)
    def not_published(self) -> str:
        return self._tell.word("not-published")

    @term(Kind.SCOPE, "nothing")
    def none(self) -> str:
        return self._tell.word("none")


def _on_day(date: PartialDate | None) -> str:
    """``Jumat, 19 Desember 2025``; without a day *pada* is needed: ``pada November 2019``."""
    if date is None:
        return ""
    told = words.show_date(date, weekday=True)
    return told if date.day else f"pada {told}"


class EditionBeforeTerms(EditionTerms, name="edition_before", role="before"):
    """An earlier edition."""


class ParticipantsTerms(Terms, name="participants", role="participants"):
    """How many took part: announced, or counted where it is known of every region."""

    def __init__(self, tell: EvaluationTeller) -> None:
        self._tell = tell
        self._whole = tell.whole

    def __bool__(self) -> bool:
        return bool(self._whole.participants)

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("participants", self._whole.participants),)

    @kept
    def took_part_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("participants", self._whole.took_part),)

    @kept
    def invited_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.whole_figure("invited", self._whole.invited),)

    @kept
    def members_facts(self) -> tuple[Evidence, ...]:
        evaluation = self._tell.evaluation
        place = self._tell.facts.dataset.place_of_group(evaluation.group.id)
        number = str(len(evaluation.regions))
        return (Evidence(self._tell.label("members"), number, (place,), rule=Rule.COUNTED),)

    @term(Kind.COUNT)
    def number(self) -> str:
        return words.count(self._whole.participants.known)

    @term(Kind.COUNT, "took-part", behind="took_part_facts")
    def took_part(self) -> str:
        return words.count(self._whole.took_part.known)

    @term(Kind.COUNT, "invited", behind="invited_facts")
    def invited(self) -> str:
        return words.count(self._whole.invited.known)

    @term(Kind.STATE, "asked", behind="invited_facts")
    def asked(self) -> str:
        return self._tell.word("invited")

    @term(Kind.COUNT, "members", behind="members_facts")
    def members(self) -> str:
        return words.count(len(self._tell.evaluation.regions))


class CountTerms(Terms, name="count", role="count"):
    """How many of the group have a category in an edition, and who as far as is known.

    ``named`` are those to name; ``known`` all whose category it is known to be.
    """

    def __init__(
        self,
        tell: EvaluationTeller,
        item: CategoryCount,
        known: Sequence[Region] = (),
        named: Sequence[Region] = (),
    ) -> None:
        self._tell = tell
        self._item = item
        self._count = item.count.known
        self._known = known
        self._named = named

    @property
    def _evaluation(self) -> Evaluation:
        return self._tell.evaluation

    @kept
    def facts(self) -> tuple[Evidence, ...]:
        name = self._item.category.name
        year = self._evaluation.year
        return (self._tell.figure("count", self._item.count, year, category=name),)

    @kept
    def all_facts(self) -> tuple[Evidence, ...]:
        return (*self.facts, self._tell.participants_fact())

    @kept
    def sole_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.region_fact(self._known[0]),) if self._known else ()

    @property
    def _total(self) -> int | None:
        return self._tell.whole.participants.value

    @property
    def sole(self) -> bool:
        """Whether it is one region alone, and known which."""
        return self._count.number == len(self._known) == 1 and not self._count.at_least

    @property
    def nobody(self) -> bool:
        return self._count.number == 0

    @property
    def everyone(self) -> bool:
        """Whether all participants have the category, and it is not contested how many were asked."""
        asked = (door for door in self._tell.whole.doors if door.kind in ("invited", "returned"))
        if any(door.number.contested for door in asked):
            return False
        return self._count.number == self._total != 1 and not self._count.at_least

    @property
    def one_of_one(self) -> bool:
        """Whether a single one took part: it is no share of anything."""
        return self._total == 1

    @property
    def of_all(self) -> bool:
        """Whether the participants are all of the group, as far as its list goes."""
        evaluation = self._tell.evaluation
        return self._total == len(evaluation.regions) or not evaluation.measure.taking_part

    @property
    def contested(self) -> bool:
        return self._item.contested

    @property
    def all_by_scale(self) -> bool:
        return self._item.by_scale == "all"

    @property
    def some_by_scale(self) -> bool:
        return self._item.by_scale == "some"

    @term(Kind.COUNT)
    def number(self) -> str:
        """``empat``, ``sedikitnya empat``."""
        told = words.count(self._count.number)
        return f"{self._tell.word('at-least')} {told}" if self._count.at_least else told

    @term(Kind.COUNT)
    def opening(self) -> str:
        """As it may open a sentence: ``empat``, ``sebanyak 21``, ``sedikitnya empat``."""
        if self._count.at_least:
            return f"{self._tell.word('at-least')} {words.count(self._count.number)}"
        return words.opening_count(self._count.number)

    @term(Kind.COUNT, "all", behind="all_facts")
    def all(self) -> str:
        """All of the participants: ``kesembilan``, ``semua dari dua belas``."""
        number = self._count.number
        if number < 12:
            return words.ordinal(number)
        return self._tell.word("all-of", number=words.count(number))

    @term(Kind.SCOPE, "whole", behind="all_facts")
    def whole(self) -> str:
        return self._tell.word("whole")

    @term(Kind.SCOPE, "none")
    def none(self) -> str:
        return self._tell.word("none")

    @term(Kind.SCOPE, "only")
    def only(self) -> str:
        return self._tell.word("only")

    @term(Kind.SCOPE, "also")
    def also(self) -> str:
        return self._tell.word("also")

    @term(Kind.REGION, "peer", behind="sole_facts")
    def sole_short(self) -> str:
        return self._tell.names.short(self._known[0])

    @term(Kind.REGION, "peer", behind="sole_facts")
    def sole_full(self) -> str:
        return self._known[0].name

    @term(Kind.REGION, "peer")
    def names(self) -> Item:
        return self._tell.region_names(self._named)

    @term(Kind.CATEGORY)
    def category(self) -> str:
        return self._item.category.name

    @term(Kind.VERB)
    def placed(self) -> str:
        return self._tell.word("announced" if self._item.contested else "placed")

    @term(Kind.ORIGIN)
    def origin(self) -> str:
        return self._tell.word("by-scale")


class CountBeforeTerms(CountTerms, name="count_before", role="before"):
    """The count of a category in the edition a year before."""

    def __init__(
        self,
        tell: EvaluationTeller,
        item: CategoryCount,
        known: Sequence[Region],
        evaluation: Evaluation,
    ) -> None:
        super().__init__(tell, item, known)
        self._earlier = evaluation

    @property
    def _evaluation(self) -> Evaluation:
        return self._earlier

    @kept
    def year_facts(self) -> tuple[Evidence, ...]:
        return (self._tell.edition_fact(self._earlier),)

    @term(Kind.YEAR, "before", behind="year_facts")
    def year(self) -> str:
        return str(self._earlier.year)
