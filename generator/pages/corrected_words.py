"""The words in which pages tell of corrections."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup

from generator.evaluation.corrected import choices, is_points
from generator.evaluation.model import Evaluation
from generator.format import Correction
from generator.format.corrected import ORIGINS
from generator.format.record import Moved
from generator.language.catalogue import N_
from generator.pages.corrected import MOST, Act
from generator.pages.labels import labels
from generator.pages.markup import escape, filled, sewn
from generator.pages.page import Site


def _part(evaluation: Evaluation | None, field: str, of: str | None) -> str:
    """The name of a stage or indicator, the text of a question; its id where it is none any more."""
    found = evaluation.instrument if evaluation else None
    if found is not None and field == "answer" and (question := found.question(of)):
        return question.text
    part = None if found is None else found.stage(of) if field == "stage" else found.indicator(of)
    return part.name if part is not None else of or ""


FIGURES = {
    "score": N_("skor"),
    "category": N_("kategori"),
    "rank": N_("peringkat"),
    "stage": N_("skor tahap %(name)s"),
    "indicator": N_("skor indikator %(name)s"),
    "answer": N_("jawaban atas “%(name)s”"),
    "points": N_("perubahan skor"),
    "places": N_("perubahan peringkat"),
    "gap": N_("jarak ke kategori berikutnya"),
    "scored": N_("banyaknya skor"),
    "mean": N_("rata-rata"),
    "median": N_("median"),
}


class Told:
    """The words of corrections in the language of a site."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._ = site.language.gettext
        self._said = labels(site.language)

    def value(self, value: str | None, figure: str = "") -> Markup:
        """A value as pages write it; words where there is, or was, none."""
        if value is None:
            return escape(self._("belum ada"))
        if figure in ("points", "places") and value[:1] not in ("-", "0"):
            return Markup("+") + self._said.given(value)
        if value.startswith("-"):
            return Markup("−") + self._said.given(value[1:])
        return self._said.given(value)

    def figure(self, item: Moved) -> Markup:
        """What moved: ``peringkat``."""
        if item.figure == "count":
            return filled(
                self._("jumlah berkategori %(name)s"), name=self._said.own(item.name or "")
            )
        evaluation = self.site.dataset.evaluations.get((item.year, item.group))
        return self.named(evaluation, item.figure, item.name)

    def named(self, evaluation: Evaluation | None, field: str, of: str | None) -> Markup:
        """A figure of a region in words: ``skor``, ``skor indikator Jenis informasi``."""
        if field not in ORIGINS:
            return escape(self._(FIGURES[field]))
        return filled(self._(FIGURES[field]), name=self._said.own(_part(evaluation, field, of)))

    def stood(self, evaluation: Evaluation, field: str, of: str | None, value: str) -> Markup:
        """A corrected value as pages write it: of an answer the words of what was chosen."""
        asked = evaluation.instrument.question(of) if evaluation.instrument else None
        if field == "answer" and asked is not None:
            if is_points(asked, value):
                return filled(self._("%(n)s poin"), n=self._said.given(value))
            return self._said.answer(asked, choices(value))
        return self._said.given(value)

    def headed(self, act: Act, item: Correction) -> Markup:
        """A figure as the head of its line: ``Skor``."""
        told = str(self.named(act.evaluation, item.field, item.of))
        return Markup(self.site.language.capitalised(told))  # noqa: S704 - escaped above

    def whose(self, item: Moved) -> Markup:
        """Whose figure it is, and of which edition."""
        dataset = self.site.dataset
        known = dataset.regions.get(item.region or "")
        group = dataset.groups.get(item.group)
        name = escape(self.site.names.full(known)) if known else self._said.own(item.group)
        if group and not known:
            name = escape(self.site.language.group(group.name))
        return filled(self._("%(name)s %(year)s"), name=name, year=str(item.year))

    def changes(self, act: Act) -> Markup:
        """``skor semula 92,31, kini 98,31``: each corrected figure."""
        text = self._("%(field)s semula %(before)s, kini %(after)s")
        told = [
            filled(
                text,
                field=self.named(act.evaluation, item.field, item.of),
                before=self.stood(act.evaluation, item.field, item.of, item.from_),
                after=self.stood(act.evaluation, item.field, item.of, item.to),
            )
            for item in act.items
        ]
        return Markup("; ").join(told)

    def called(self, act: Act) -> str:
        """Whose figure was corrected, and of which edition."""
        return f"{self.site.names.full(act.region)} {act.evaluation.year}"

    def more(self, act: Act) -> str:
        """The link to all that is known of it."""
        if act.first.kind == "revision":
            return self._("Rincian revisi ini")
        return self._("Rincian koreksi ini")

    def listed(self, figures: Sequence[Moved]) -> Markup:
        """Figures that moved, each on a line; of many the first."""
        line = self._("%(whose)s, %(figure)s: semula %(before)s, kini %(after)s")
        told = [
            filled(
                line,
                whose=self.whose(item),
                figure=self.figure(item),
                before=self.value(item.from_, item.figure),
                after=self.value(item.to, item.figure),
            )
            for item in figures[:MOST]
        ]
        if len(figures) > MOST:
            more = self.site.language.digits(len(figures) - MOST)
            told.append(escape(self._("dan %(n)s angka lain", n=more)))
        items = Markup("").join(sewn("<li>{}</li>\n", item) for item in told)
        return sewn("<ul>\n{}</ul>", items)

    def kind(self, act: Act) -> str:
        """What the change is called: a correction, or a revision that was announced before."""
        return self._("Revisi terjadwal") if act.first.kind == "revision" else self._("Koreksi")

    def source(self, act: Act) -> object:
        """Who says that the figure was changed."""
        return act.evaluation.source(act.first.source)

    def pages(self, act: Act) -> list[tuple[str, str]]:
        """The pages concerned, by title and address: at most as many as are named elsewhere."""
        site, year = act.site, act.evaluation.year
        titles = {p.address: p.title for p in act.record.pages} if act.record else {}
        kept = [address for address in titles if address not in {*act.own, *act.compared}]
        own = (
            (f"{site.names.full(act.region)} {year}", site.at.ARTICLE(year, act.region.id)),
            (site.names.full(act.region), site.at.REGION(act.region.id)),
            (
                f"{site.language.group(act.evaluation.group.name)} {year}",
                site.at.GROUP(year, act.evaluation.group.id),
            ),
            (self._("Edisi %(year)s", year=year), site.at.EDITION(year)),
            *((f"{name} {year}", address) for name, address in act.parts),
        )
        names = (site.names.full(act.region), site.language.group(act.evaluation.group.name))
        later = [
            (f"{name} {e.year}", address)
            for (e, address), name in zip(act.later, names * len(act.later), strict=False)
        ]
        return [*own, *later, *((titles[address], address) for address in kept[:MOST])]
