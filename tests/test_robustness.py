"""How firm a rank is: the product's ranges against every recomputed ranking."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import EDITION, ROOT, write_results
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.dataset import load
from generator.facts import Facts
from generator.problems import Problems

STAGES = (("saq", 70), ("visit", 20), ("talk", 10))
INDICATORS = (("web", 60), ("desk", 30), ("law", 10))

INSTRUMENT = (
    "title: Kuesioner\nyear: 2024\nstages:\n"
    + "".join(f"  - {{id: {s}, name: {s}, weight: {w}}}\n" for s, w in STAGES)
    + "indicators:\n"
    + "".join(f"  - {{id: {i}, stage: saq, name: {i}, weight: {w}}}\n" for i, w in INDICATORS)
)
Body = tuple[int, int, int, int, int]
"""Scores of the three indicators, the visit, and the talk."""


def final(body: Body, stages: dict[str, Fraction], indicators: dict[str, Fraction]) -> Fraction:
    parts = dict(zip([i for i, _ in INDICATORS], body, strict=False))
    saq = sum(indicators[i] * parts[i] for i in parts) / sum(indicators.values())
    scores = {"saq": saq, "visit": Fraction(body[3]), "talk": Fraction(body[4])}
    return sum((stages[s] * scores[s] for s in scores), Fraction(0)) / sum(stages.values())


def moved(weights: dict[str, Fraction]) -> Iterator[dict[str, Fraction]]:
    """Each weight a tenth of itself up and down, the others scaled to the rest of 100."""
    for name, weight in weights.items():
        for factor in (Fraction(11, 10), Fraction(9, 10)):
            new = min(weight * factor, Fraction(100))
            yield {
                other: new if other == name else w * (100 - new) / (100 - weight)
                for other, w in weights.items()
            }


def half_up(value: Fraction, decimals: int) -> Fraction:
    return Fraction((value * 10**decimals + Fraction(1, 2)).__floor__(), 10**decimals)


def places(scores: list[Fraction]) -> list[int]:
    return [1 + sum(other > score for other in scores) for score in scores]


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(*[st.integers(50, 90)] * 5), min_size=2, max_size=5))
def test_ranges_are_those_of_every_ranking(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[Body]
) -> None:
    files: dict[str, str | None] = {
        "regions.yml": "groups: [{id: g, name: Kabupaten/kota}]\nregions:\n"
        + "".join(
            f"  - {{id: r-{n}, name: Kabupaten R{n}, kind: kabupaten, group: g}}\n"
            for n in range(len(bodies))
        ),
        "instruments/k.yml": INSTRUMENT,
        "2024/edition.yml": EDITION + "instrument: k\n",
        "2024/alfa.yml": None,
    }
    for n, (web, desk, law, visit, talk) in enumerate(bodies):
        files[f"2024/r-{n}.yml"] = (
            f"region: r-{n}\nindicators: {{web: {web}, desk: {desk}, law: {law}}}\n"
            f"stage_scores: {{visit: {visit}, talk: {talk}}}\n"
        )
    problems = Problems()
    dataset = load(write_results(tmp_path_factory.mktemp("r"), files), problems)
    assert dataset is not None and not len(problems), problems.report()
    facts = Facts(dataset)
    found = facts.rank_ranges(dataset.evaluations[2024, "g"])

    stages = {s: Fraction(w) for s, w in STAGES}
    indicators = {i: Fraction(w) for i, w in INDICATORS}
    exact = [final(body, stages, indicators) for body in bodies]
    rankings = [places([half_up(score, 2) for score in exact])]
    for other in moved(stages):
        rankings.append(places([half_up(final(b, other, indicators), 2) for b in bodies]))
    for other in moved(indicators):
        rankings.append(places([half_up(final(b, stages, other), 2) for b in bodies]))
    rankings += [
        places(exact),
        places([half_up(score, 1) for score in exact]),
        places([Fraction((score * 100).__floor__()) for score in exact]),
    ]
    for n in range(len(bodies)):
        told = found[f"r-{n}"]
        mine = [ranking[n] for ranking in rankings]
        assert (told.place, told.best, told.worst) == (rankings[0][n], min(mine), max(mine))
        assert (told.best_by is None) == (told.best == told.place)
        assert (told.worst_by is None) == (told.worst == told.place)


def test_no_range_without_every_score_from_the_instrument(tmp_path: Path) -> None:
    """A published score that no weights give cannot be shifted; neither can those beside it."""
    files: dict[str, str | None] = {
        "instruments/k.yml": INSTRUMENT,
        "2024/edition.yml": EDITION + "instrument: k\n",
    }
    for id_ in ("alfa", "beta", "kota-gama"):
        files[f"2024/{id_}.yml"] = (
            f"region: {id_}\nindicators: {{web: 80, desk: 70, law: 60}}\n"
            "stage_scores: {visit: 90, talk: 50}\n"
        )
    whole = load(write_results(tmp_path / "a", files), Problems())
    assert whole is not None
    assert len(Facts(whole).rank_ranges(whole.evaluations[2024, "kabupaten-kota"])) == 3
    files["2024/beta.yml"] = "region: beta\nscore: 71\n"
    part = load(write_results(tmp_path / "b", files), Problems())
    assert part is not None
    assert Facts(part).rank_ranges(part.evaluations[2024, "kabupaten-kota"]) == {}


def test_only_where_the_publisher_wants_it(contoh: Path, kalsel: Path) -> None:
    assert "Seberapa kokoh peringkat ini" in (contoh / "2023/umpama/index.html").read_text("utf-8")
    for path in kalsel.rglob("index.html"):
        text = path.read_text("utf-8")
        assert "Seberapa kokoh peringkat ini" not in text and "menyalip" not in text, path


def test_no_text_says_that_one_overtook_another() -> None:
    assert "menyalip" not in (ROOT / "generator/news/sentences.id.yml").read_text("utf-8")
