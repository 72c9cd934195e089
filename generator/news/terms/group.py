"""The terms of an edition and its group: year, organizer, participants, counts of categories."""

from __future__ import annotations

from generator.evaluation.model import Evaluation
from generator.facts.kept import kept
from generator.facts.model import Rule
from generator.format import PartialDate, Source
from generator.news.evidence import Evidence
from generator.news.slots import Kind, Terms, term
from generator.news.tellers import EvaluationTeller, Teller


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
        return self._fact("organizer", self._tell.words.institution(self._evaluation.organizer))

    @kept
    def date_facts(self) -> tuple[Evidence, ...]:
        published, source = self._settings.published, self._evaluation.published_source
        shown = self._tell.words.show_date(published, weekday=True) if published else ""
        # Who gives a result need not have given its day: only who is named for it.
        return tuple(fact._replace(alone=True) for fact in self._fact("published", shown, source))

    @kept
    def place_facts(self) -> tuple[Evidence, ...]:
        return self._fact("place", self._settings.place or "")

    @kept
    def group_facts(self) -> tuple[Evidence, ...]:
        place = self._tell.facts.dataset.place_of_group(self._evaluation.group.id)
        name = self._tell.words.group(self._evaluation.group.name)
        return (Evidence(self._tell.label("group"), name, (place,)),)

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
        return self._evaluation.measure.name.of(self._tell.words.code)

    @property
    def organized(self) -> bool:
        """Whether a source names the organizer: what is only presumed is told beside the text."""
        return not self._settings.organizer_note

    @term(Kind.INSTITUTION, "organizer", behind="organizer_facts")
    def organizer(self) -> str:
        return self._tell.words.institution(self._evaluation.organizer, inside=True)

    @term(Kind.GROUP, behind="group_facts")
    def group(self) -> str:
        """What its members are called inside a sentence: ``kabupaten/kota``."""
        return self._tell.words.noun(self._evaluation.group.name)

    @term(Kind.GROUP, "member", behind="group_facts")
    def member(self) -> str:
        """What one of them is called, in a language that has a plural."""
        return self._tell.words.member(self._evaluation.group.name)

    @term(Kind.DATE, "announced", behind="date_facts")
    def date(self) -> str:
        return _on_day(self._tell, self._evaluation.published)

    @term(Kind.DATE, "scheduled", behind="date_facts")
    def schedule(self) -> str:
        """When results are to be announced."""
        return _on_day(self._tell, self._evaluation.scheduled)

    @term(Kind.PLACE, behind="place_facts")
    def place(self) -> str:
        return self._tell.words.at_place(self._settings.place or "")

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
        return self._tell.word("no")


def _on_day(tell: Teller, date: PartialDate | None) -> str:
    return "" if date is None else tell.words.on_day(date)


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
        return self._tell.words.count(self._whole.participants.known)

    @term(Kind.COUNT, "took-part", behind="took_part_facts")
    def took_part(self) -> str:
        return self._tell.words.count(self._whole.took_part.known)

    @term(Kind.COUNT, "took-part", behind="took_part_facts")
    def took_part_opening(self) -> str:
        """As it may open a sentence."""
        return self._tell.words.opening_count(self._whole.took_part.known)

    @term(Kind.COUNT, "invited", behind="invited_facts")
    def invited(self) -> str:
        return self._tell.words.count(self._whole.invited.known)

    @property
    def all_came(self) -> bool:
        """Whether all, several, who were invited took part, and nobody contests either number."""
        asked, came = self._whole.invited, self._whole.took_part
        if not (asked and came) or asked.others or came.others:
            return False
        return asked.known == came.known > 1

    @term(Kind.SCOPE, "all-invited", behind="invited_facts")
    def whole(self) -> str:
        return self._tell.word("whole")

    @term(Kind.STATE, "asked", behind="invited_facts")
    def asked(self) -> str:
        return self._tell.word("invited")

    @term(Kind.COUNT, "members", behind="members_facts")
    def members(self) -> str:
        return self._tell.words.count(len(self._tell.evaluation.regions))
