"""How firm a rank is: the product's ranges against every recomputed ranking."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

import pytest
from conftest import EDITION, dataset_of, write_results
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.facts import Facts
from generator.facts.rank_ranges import reweighted

STAGES = (("saq", 70), ("visit", 20), ("talk", 10))
INDICATORS = (("web", 60), ("desk", 30), ("law", 10))

INSTRUMENT = (
    "title: Kuesioner\nyear: 2024\nstages:\n"
    + "".join(f"  - {{id: {s}, name: {s}, weight: {w}}}\n" for s, w in STAGES)
    + "indicators:\n"
    + "".join(
        f"  - {{id: {i}, stage: saq, name: {i}, weight: {w}, questions: [{{id: q-{i}, text: Q, weight: 100,"
        " scale: {kind: number, maximum: 100}, not_applicable: true}]}\n"
        for i, w in INDICATORS
    )
)
Body = tuple[int | None, int | None, int | None, int, int]
"""The answers of the three indicators (None: does not apply), the visit, and the talk."""


def final(
    body: Body,
    stages: dict[str, Fraction],
    indicators: dict[str, Fraction],
    published: Fraction | None = None,
) -> Fraction:
    """The score of a body; ``published`` is that of its first stage, if it was published."""
    parts = dict(zip([i for i, _ in INDICATORS], body[:3], strict=True))
    kept = {i: part for i, part in parts.items() if part is not None}
    saq = sum((indicators[i] * part for i, part in kept.items()), Fraction(0))
    saq /= sum((indicators[i] for i in kept), Fraction(0))
    scores = {
        "saq": saq if published is None else published,
        "visit": Fraction(body[3]),
        "talk": Fraction(body[4]),
    }
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


PART = st.none() | st.integers(50, 90)
BODIES = st.lists(
    st.tuples(PART, PART, PART, st.integers(50, 90), st.integers(50, 90)).filter(
        lambda body: any(part is not None for part in body[:3])
    ),
    min_size=2,
    max_size=5,
)


def files_of(bodies: list[Body], published: int | None) -> dict[str, str | None]:
    """Results of these bodies; ``published``: the first has no answers, only a score of the stage."""
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
    for n, body in enumerate(bodies):
        saq = f"saq: {published}, " if n == 0 and published is not None else ""
        text = f"region: r-{n}\nstage_scores: {{{saq}visit: {body[3]}, talk: {body[4]}}}\n"
        if not saq:
            text += "answers:\n" + "".join(
                f"  q-{i}: {{verified: {'tidak-berlaku' if part is None else part}}}\n"
                for (i, _), part in zip(INDICATORS, body[:3], strict=True)
            )
        files[f"2024/r-{n}.yml"] = text
    return files


@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BODIES, st.none() | st.integers(50, 90))
def test_ranges_are_those_of_every_ranking(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[Body], published: int | None
) -> None:
    root = write_results(tmp_path_factory.mktemp("r"), files_of(bodies, published))
    dataset = dataset_of(root)
    facts = Facts(dataset)
    found = facts.rank_ranges(dataset.evaluations[2024, "g"])

    stages = {s: Fraction(w) for s, w in STAGES}
    indicators = {i: Fraction(w) for i, w in INDICATORS}

    def scores(
        of_stages: dict[str, Fraction], of_indicators: dict[str, Fraction]
    ) -> list[Fraction]:
        given_ = [None if published is None else Fraction(published)] + [None] * (len(bodies) - 1)
        return [
            final(body, of_stages, of_indicators, mine)
            for body, mine in zip(bodies, given_, strict=True)
        ]

    exact = scores(stages, indicators)
    evaluation = dataset.evaluations[2024, "g"]
    known = {id_: file.scores for id_, file in evaluation.results.items() if file.scores}
    finals = {id_: s.final for id_, s in known.items() if s.final is not None}
    shifted = [list(values.values()) for _, values in reweighted(evaluation, finals, known)]
    expected = []
    for saq_up, other in enumerate(moved(stages)):
        expected.append(scores(other, indicators))
        if saq_up == 1 and published is None:  # after the stage, the indicators of it
            expected += [scores(stages, weights) for weights in moved(indicators)]
    assert shifted == expected
    rankings = [places([half_up(score, 2) for score in exact])]
    for other in moved(stages):
        rankings.append(places([half_up(score, 2) for score in scores(other, indicators)]))
    if published is None:  # else the weights of indicators do not make every score
        for other in moved(indicators):
            rankings.append(places([half_up(score, 2) for score in scores(stages, other)]))
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
    whole = dataset_of(write_results(tmp_path / "a", files))
    assert len(Facts(whole).rank_ranges(whole.evaluations[2024, "kabupaten-kota"])) == 3
    files["2024/beta.yml"] = "region: beta\nscore: 71.00\n"
    part = dataset_of(write_results(tmp_path / "b", files))
    assert Facts(part).rank_ranges(part.evaluations[2024, "kabupaten-kota"]) == {}


def test_only_where_the_publisher_wants_it(contoh: Path, kalsel: Path) -> None:
    assert "Seberapa kokoh peringkat ini" in (contoh / "2023/umpama/index.html").read_text("utf-8")
    for path in kalsel.rglob("index.html"):
        text = path.read_text("utf-8")
        assert "Seberapa kokoh peringkat ini" not in text, path
