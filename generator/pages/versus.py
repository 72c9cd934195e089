"""The figures of bodies as the page that compares them reads them: in pieces of a few bodies each."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import partial
from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts.beside import Beside, beside, indicators_of
from generator.facts.model import Rule, Why
from generator.facts.region import RegionFacts
from generator.facts.similar import Near, Similar
from generator.format import Region
from generator.language.catalogue import N_
from generator.pages.labels import labels, step
from generator.pages.page import Site
from generator.pages.signs import filled_steps

FOLDER = "data/banding/"
BODIES = 16
"""Bodies of a piece, about: some kilobytes, packed."""

REASONS = {
    Near.RANK: N_("Berdekatan peringkatnya pada %(year)s"),
    Near.MAP: N_("Berbatasan"),
    Near.INDICATORS: N_("Mirip skor indikatornya pada %(year)s"),
    Near.CATEGORY: N_("Sekategori pada %(before)s"),
    Near.KIND: N_("Sejenis"),
}
"""Why somebody is near: each figure with the edition that it is of."""

Named = list[tuple[str, list[tuple[str, Region]]]]
"""Reasons in words, each with the ids and bodies."""


def pieces_of(site: Site) -> int:
    """How many pieces there are."""
    return -(-len(site.dataset.regions) // BODIES)


def piece_number(id_: str, pieces: int) -> int:
    """The piece that holds a body, by its id: a browser computes it too."""
    number = 0
    for sign in id_:
        number = (number * 31 + ord(sign)) % 65_521
    return number % pieces


def versus_files(site: Site) -> dict[str, Callable[[], bytes]]:
    """The pieces by their addresses."""
    count = pieces_of(site)
    members: list[list[Region]] = [[] for _ in range(count)]
    for region in site.dataset.regions.values():
        members[piece_number(region.id, count)].append(region)
    return {f"{FOLDER}{at}.json": partial(_piece, site, held) for at, held in enumerate(members)}


def _piece(site: Site, members: list[Region]) -> bytes:
    told = {region.id: _body(site, region) for region in members}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


def _body(site: Site, region: Region) -> dict[str, Any]:
    """A body: name, short name, group, its results by measure and year, who is near it."""
    near = [
        [why, [[id_, site.names.short(one)] for id_, one in found]]
        for why, found in near_named(site, region)
    ]
    return {
        "n": site.names.full(region),
        "s": site.names.short(region),
        "g": region.group,
        "gn": site.language.group(site.dataset.groups[region.group].name),
        "m": [
            {
                str(evaluation.year): _year(mine, evaluation, facts)
                for evaluation, facts in mine.facts.history(region.id)
                if evaluation.announced
            }
            for mine in site.series
        ],
        "near": near,
    }


def _year(site: Site, evaluation: Evaluation, facts: RegionFacts) -> dict[str, Any]:
    """What is known of a body in an edition; a text where a figure is not, which says why."""
    why = labels(site.language).reason_text
    told: dict[str, Any] = {"h": int(facts.has_result)}
    if not facts.has_result:
        told["w"] = why(facts.state.value or facts.state.why or Why.UNKNOWN, short=True)
        return told
    if evaluation.measure.categories:
        told["c"] = why(facts.category.why, short=True) if facts.category.why else _category(facts)
    score = beside(facts.score)
    told["s"] = why(facts.score.why or Why.UNKNOWN, short=True) if score is None else _score(score)
    if evaluation.ranked:
        told["r"] = why(facts.rank.why, short=True) if facts.rank.why else _rank(facts)
    found = [[id_, name, *_score(one)] for id_, name, one in indicators_of(evaluation, facts)]
    if found:
        told["i"] = found
    return told


def _category(facts: RegionFacts) -> list[Any]:
    """Names, filled bars, all bars, class, colour; whether contested, whether by the scale alone."""
    one = facts.category.known
    names = dict.fromkeys((one.name, *(other.value.name for other in facts.category.others)))
    flag = _flag(not facts.category.settled, facts.category.rule is Rule.BY_SCALE)
    return [list(names), filled_steps(one), one.of, step(one), one.color or "", flag]


def _rank(facts: RegionFacts) -> list[Any]:
    rank = facts.rank.known
    flag = _flag(not facts.rank.settled, facts.rank.rule is Rule.RANKED)
    return [rank.place, rank.of or 0, flag]


def _score(score: Beside) -> list[Any]:
    return [str(score.value), _flag(score.contested, score.computed)]


def _flag(contested: bool, computed: bool) -> int:
    return 2 if contested else int(computed)


def similar_of(site: Site, evaluation: Evaluation) -> Similar:
    """Who is near whom in an evaluation; found once for all pages."""

    def found() -> Similar:
        before = site.facts.before(evaluation)

        def earlier() -> Any:
            return site.facts.regions(before[0]) if before else {}

        return Similar(evaluation, site.facts.regions(evaluation), earlier)

    return site.once(("similar", evaluation.year, evaluation.group.id), found)


def near_of(site: Site, region: Region) -> list[tuple[Near, list[tuple[str, Region]]]]:
    """Who is near a body in the latest edition with a result of it, by the main measure that has one;
    else in the latest that there is."""
    found = _latest(site, region)
    return near_in(*found, region) if found else []


def near_in(
    site: Site, evaluation: Evaluation, region: Region
) -> list[tuple[Near, list[tuple[str, Region]]]]:
    """Who is near a body in one edition, by what is known of that edition and the one before it."""
    regions = site.dataset.regions
    found = similar_of(site, evaluation).of(region)
    return [(why, [(id_, regions[id_]) for id_ in ids]) for why, ids in found]


def _latest(site: Site, region: Region) -> tuple[Site, Evaluation] | None:
    for mine in site.series:
        history = mine.facts.history(region.id)
        latest = next((e for e, facts in history if facts.has_result), None)
        latest = latest or next((e for e, _ in history), None)
        if latest is not None:
            return mine, latest
    return None


def near_named(site: Site, region: Region) -> Named:
    """Who is near a body in the latest edition, with the reasons in words."""
    found = _latest(site, region)
    return near_named_in(*found, region) if found else []


def near_named_in(site: Site, evaluation: Evaluation, region: Region) -> Named:
    """The same in one edition."""
    _, before = site.language.gettext, site.facts.before(evaluation)
    years = {"year": evaluation.year, "before": before[0].year if before else ""}
    return [(_(REASONS[why]) % years, one) for why, one in near_in(site, evaluation, region)]
