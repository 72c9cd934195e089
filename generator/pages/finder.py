"""What the field of every page finds bodies by: an index in pieces, with each body's last result."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from functools import cached_property, partial
from typing import Any

from generator.facts.model import Category
from generator.facts.region import RegionFacts
from generator.finding import NAME, RULES, Entry, Index, index_of
from generator.finding.answers import MOST
from generator.format import Region
from generator.format.base import altered
from generator.language import SITE_LANGUAGE
from generator.pages.labels import step
from generator.pages.markup import slug
from generator.pages.page import Site
from generator.pages.signs import filled_steps

FOLDER = "data/cari/"
FIRST = f"{FOLDER}indeks.json"
"""The piece that every look-up needs: the rules, where each other piece begins, names of a small site."""

Row = list[Any]
Sign = tuple[str, int, int, str, str]


def finder_files(site: Site) -> dict[str, Callable[[], bytes]]:
    """The pieces of the index by their addresses."""
    finder = Finder(site)
    files: dict[str, Callable[[], bytes]] = {FIRST: finder.first}
    index = finder.index
    for letter, shelf in (("a", index.front), ("z", index.back)):
        for number, piece in enumerate(shelf.pieces):
            files[f"{FOLDER}{letter}-{number}.json"] = partial(finder.piece, piece)
    return files


class Finder:
    """Writes the pieces: with each text the body, and with that what is known of it last."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self.index: Index = index_of(_named(site))

    def first(self) -> bytes:
        """``FIRST``."""
        index, last = self.index, self._last
        return _json(
            {
                "of": len(last),
                "rules": RULES,
                "most": MOST,
                "scales": list(self._scales),
                "near": self._rows(index.at_hand) if index.at_hand else None,
                "a": index.front.keys,
                "z": index.back.keys,
            }
        )

    def piece(self, entries: Iterable[Entry]) -> bytes:
        """A piece: ``p`` what bodies are part of, ``b`` the bodies, ``t`` the texts.

        A body is its name, its id (0 where the name gives it), its place in ``p``, and what is known
        last: a place in ``scales`` or a text, and the year. A text is 0 where it is the name itself.
        """
        return _json(self._rows(entries))

    def _rows(self, entries: Iterable[Entry]) -> dict[str, list[Any]]:
        parents: dict[str, int] = {}
        places: dict[int, int] = {}
        bodies: list[Row] = []
        texts: list[Row] = []
        for entry in entries:
            if entry.of not in places:
                places[entry.of] = len(bodies)
                name, id_, parent = self.index.bodies[entry.of]
                number = parents.setdefault(parent, len(parents))
                own: int | str = 0 if id_ == usual_id(name) else id_
                bodies.append([name, own, number, *self._last[id_]])
            text: int | str = 0 if entry.role == NAME else entry.text
            texts.append([text, places[entry.of], entry.role])
        return {"p": list(parents), "b": bodies, "t": texts}

    @cached_property
    def _last(self) -> dict[str, tuple[int | str, int]]:
        """The last known result of each body by id: a place in ``scales``, or what else is known; and
        its year."""
        self._scales: dict[Sign, int] = {}
        return {id_: self._found(id_) for id_ in self._site.dataset.regions}

    def _found(self, id_: str) -> tuple[int | str, int]:
        for site in self._site.series:
            for evaluation, facts in site.facts.history(id_):
                if facts.category.settled:
                    sign = _sign(facts.category.known)
                    return self._scales.setdefault(sign, len(self._scales)), evaluation.year
                if facts.has_result:
                    return _figure(site, facts), evaluation.year
        return "", 0


def _named(site: Site) -> Mapping[str, Region]:
    """The bodies by the names of the language, and found by those of the data as well."""
    regions = site.dataset.regions
    if site.language.code == SITE_LANGUAGE:
        return regions
    named = {}
    for id_, one in regions.items():
        name = site.names.full(one)
        also = one.also if name == one.name else (*one.also, one.name)
        named[id_] = altered(one, name=name, also=also)
    return named


def _figure(site: Site, facts: RegionFacts) -> str:
    """What is known of a body whose category is not, or is contested."""
    language = site.language
    if facts.score.settled:
        return language.gettext("skor %(score)s", score=language.decimal(facts.score.known))
    if facts.rank.settled:
        place = language.digits(facts.rank.known.place)
        return language.gettext("peringkat %(place)s", place=place)
    return language.gettext("hasil menurut beberapa sumber")


def _sign(category: Category) -> Sign:
    """A category as its step sign needs it: name, bars that are filled, all of them, colour."""
    name, of = category.name, category.of
    return name, filled_steps(category), of, step(category), category.color or ""


def usual_id(name: str) -> str:
    """The id that a region of this name usually has."""
    return slug(name.removeprefix("Kabupaten "))


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
