"""What the data of a site say in words: names, offices, quotations. Nothing else may stand in a gap.

Each kind maps the forms in which a sentence may say something to what it is in the data.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from reader.language import Language
from reader.naive import Edition, Site
from reader.naive.folder import Record
from reader.naive.results import door_notes, list_notes
from reader.patterns import Line, Reads


class Table:
    """The forms of one kind, without the difference of small and capital letters.

    ``values`` are what a form means: several where the data hold it several times.
    """

    def __init__(self) -> None:
        self.forms: dict[str, set[str]] = {}
        self.values: dict[str, set[Any]] = {}
        self.longest = 0

    def add(self, forms: Iterable[str], value: Any) -> None:
        for form in forms:
            key = form.lower()
            self.forms.setdefault(key, set()).add(form)
            self.values.setdefault(key, set()).add(value)
            self.longest = max(self.longest, len(key))

    def read(self, line: Line, start: int) -> Iterator[tuple[int, frozenset[Any]]]:
        for end in line.ends:
            if start < end <= start + self.longest:
                key = line.folded[start:end]
                if key in self.forms and self._spelt(key, line, start, end):
                    yield end, frozenset(self.values[key])

    def _spelt(self, key: str, line: Line, start: int, end: int) -> bool:
        """Capitals count, but for those of a headline and of a sentence's first letter."""
        said = line.text[start:end]
        return line.headline or any(
            said == form or (start == 0 and said[1:] == form[1:]) for form in self.forms[key]
        )


def vocabulary(site: Site, language: Language) -> dict[str, Reads]:
    """Readers of all kinds of words that a site's data hold."""
    tables: dict[str, Table] = {kind: Table() for kind in KINDS}
    _names(site, language, tables)
    for instrument in site.instruments.values():
        _instrument(instrument, language, tables)
    for edition in site.editions.values():
        _settings(edition, language, tables)
        for id_, result in edition.results.items():
            _result(site.regions[id_], result, language, tables)
    return {kind: table.read for kind, table in tables.items()}


KINDS = (
    *("region", "member", "group", "organizer", "place", "publisher", "category"),
    *("stage", "indicator", "question", "speaker", "verb", "said", "hope", "setter", "note"),
    *("reason", "decision", "title", "obstacle", "objector", "objection", "ruling"),
    *("kind", "responder", "response", "actor", "activity", "quoted value", "passed stage"),
)


def _names(site: Site, language: Language, tables: dict[str, Table]) -> None:
    """Full names, and short ones that are no other's name nor the beginning of one."""
    shorts = {id_: language.short_names(region["name"]) for id_, region in site.regions.items()}
    for id_, region in site.regions.items():
        forms = set(language.forms["name"](region["name"]))
        short = shorts[id_]
        if not any(other.startswith(short) for key, other in shorts.items() if key != id_):
            forms |= {short, *(form.partition(" Provinsi ")[0] for form in forms)}
        for kind in ("region", "member", "objector"):
            tables[kind].add(forms, id_)
        tables["kind"].add(language.forms["kind"](region["kind"]), region["kind"])
        for kind in ("region", "objector"):
            tables[kind].add(language.own_names(region["kind"]), id_)
    for id_, group in site.groups.items():
        tables["group"].add(language.forms["group"](group["name"]), id_)


def _instrument(instrument: Record, language: Language, tables: dict[str, Table]) -> None:
    for stage in instrument["stages"]:
        tables["stage"].add([stage["name"]], stage["name"])
    for indicator in instrument.get("indicators", []):
        tables["indicator"].add([indicator["name"]], indicator["name"])
        for question in indicator.get("questions", []):
            tables["question"].add([question["text"]], question["text"])


def _settings(edition: Edition, language: Language, tables: dict[str, Table]) -> None:
    settings = edition.settings
    clause = language.forms["clause"]
    tables["organizer"].add(language.forms["institution"](edition.organizer), edition.organizer)
    for name in edition.names:
        tables["category"].add(language.forms["category"](name), name)
    stages = {stage["id"]: stage["name"] for stage in (edition.instrument or {}).get("stages", [])}
    for id_ in settings.get("participants", {}).get("passed", {}):
        tables["passed stage"].add([stages.get(id_, id_)], id_)
    for note in (*door_notes(edition), *list_notes(edition).values()):
        tables["note"].add(language.forms["plain"](note), note)
    if "place" in settings:
        tables["place"].add(language.forms["place"](settings["place"]), settings["place"])
    _sources(settings, language, tables)
    for item in settings.get("activities", []):
        _activity(item, language, tables)
    for item in edition.records("distinctions"):
        tables["title"].add(language.forms["title"](item["title"]), item["title"])
    if "decision" in settings:
        tables["decision"].add([settings["decision"]["number"]], settings["decision"]["number"])
    for item in edition.records("corrections"):
        for value in (item["from"], item["to"]):
            forms = language.forms["number"](value) if item["field"] == "score" else [value]
            tables["quoted value"].add(forms, value)
        if "reason" in item:
            tables["reason"].add(clause(item["reason"]), item["reason"])
        if "decision" in item:
            tables["decision"].add([item["decision"]], item["decision"])


def _sources(record: Record, language: Language, tables: dict[str, Table]) -> None:
    for source in record.get("sources", []):
        if "publisher" in source:
            forms = language.forms["institution"](source["publisher"])
            tables["publisher"].add(forms, source["publisher"])
        else:
            tables["publisher"].add(
                {
                    *language.forms["clause"](source["title"]),
                    *language.forms["quote"](source["title"]),
                },
                source["title"],
            )


def _activity(item: Record, language: Language, tables: dict[str, Table]) -> None:
    tables["activity"].add(language.forms["plain"](item["title"]), item["title"])
    if "by" in item:
        tables["actor"].add(language.forms["institution"](item["by"]), item["by"])


def _result(region: Record, result: Record, language: Language, tables: dict[str, Table]) -> None:
    clause = language.forms["clause"]
    _sources(result, language, tables)
    for note in _notes(result):
        tables["note"].add(language.forms["plain"](note), note)
    for item in result.get("activities", []):
        _activity(item, language, tables)
    for item in result.get("statements", []):
        tables["verb"].add(language.forms["verb"](item["verb"]), item["verb"])
        tables["said"].add(language.forms["plain"](item["text"]), item["text"])
        for name in ("", f"{region['name']} ", f"{language.short_names(region['name'])} "):
            hope = item["text"].removeprefix(name)  # the name of the subject is not said twice
            tables["hope"].add([*clause(hope), *language.forms["whole"](hope)], item["text"])
        _person(item.get("office", ""), item["speaker"], language, tables["speaker"])
    target = result.get("target", {})
    if "by" in target:
        _person(target.get("office", ""), target["by"], language, tables["setter"])
    for text in (
        *(item["text"] for item in result.get("obstacles", [])),
        *(a["obstacle"] for a in result.get("answers", {}).values() if a.get("obstacle")),
    ):
        tables["obstacle"].add(clause(text), text)
    for item in result.get("objections", []):
        tables["objection"].add(clause(item["text"]), item["text"])
        if "by" in item:
            tables["objector"].add(language.forms["institution"](item["by"]), item["by"])
        if "decision" in item:
            tables["ruling"].add(
                {*clause(item["decision"]), *language.forms["quote"](item["decision"])},
                item["decision"],
            )
    for item in result.get("responses", []):
        tables["responder"].add(language.forms["institution"](item["by"]), item["by"])
        forms = {item["text"], *language.forms["quote"](item["text"])}
        tables["response"].add(forms, item["text"])


def _person(office: str, name: str, language: Language, table: Table) -> None:
    table.add([name], ("", name))
    if office:
        table.add([language.person(office, name)], (office, name))


def _notes(value: Any) -> Iterator[str]:
    """The notes of all figures of a result, however deep; those of verifiers are not told."""
    for name in ("score", "category", "rank"):
        figure = value.get(name)
        if isinstance(figure, dict) and "note" in figure:
            yield figure["note"]
