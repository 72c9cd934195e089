"""The naive computation by hand: small data, and what must come out of them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from reader.naive import Edition, Site
from reader.naive.announced import results_announced
from reader.naive.arithmetic import mean, median, place, rounded
from reader.naive.folder import surely_before
from reader.naive.groups import average, count_of, may_have_moved, participants
from reader.naive.history import held, points, steps
from reader.naive.questionnaire import indicators_of, stages_of
from reader.naive.results import category, rank, score, state, took_part
from reader.naive.whatif import gains, rank_range, shortest_lists

FILES = {
    "regions.yml": """
groups: [{id: g, name: Kabupaten/kota}]
regions:
  - {id: a, name: Kabupaten A, kind: kabupaten, group: g}
  - {id: b, name: Kabupaten B, kind: kabupaten, group: g}
  - {id: c, name: Kota C, kind: kota, group: g}
  - {id: d, name: Kota D, kind: kota, group: g}
""",
    "2023/edition.yml": """
year: 2023
title: E
organizer: K
status: final
absent: [d]
scale: &scale
  categories: [{name: Baik, minimum: 80}, {name: Cukup, minimum: 60}, {name: Buruk, minimum: 0}]
""",
    "2023/a.yml": "{region: a, score: 79.995}",
    "2023/b.yml": "{region: b, score: 60}",
    "2023/c.yml": "{region: c, score: 80}",
    "2024/edition.yml": """
year: 2024
title: E
organizer: K
status: final
instrument: k
not_assessed: [d]
scale:
  categories: [{name: Baik, minimum: 80}, {name: Cukup, minimum: 60}, {name: Buruk, minimum: 0}]
""",
    "2024/a.yml": """
region: a
stage_scores: {visit: 50}
answers: {x: {verified: ya}, y: {verified: tidak-berlaku}, z: {verified: 5}}
""",
    "2024/b.yml": "{region: b, score: {not_published: true}}",
    "2024/c.yml": "{region: c, score: 70, rank: {value: 1, note: N}}",
    "instruments/k.yml": """
title: K
year: 2024
stages: [{id: saq, name: SAQ, weight: 60, threshold: 10}, {id: visit, name: Visitasi, weight: 40}]
indicators:
  - {id: i, stage: saq, name: I, weight: 50, questions: [
      {id: x, text: X?, weight: 50, scale: yes-no},
      {id: y, text: Y?, weight: 50, scale: yes-no, not_applicable: true}]}
  - {id: j, stage: saq, name: J, weight: 50, questions: [
      {id: z, text: Z?, weight: 100, scale: {kind: number, maximum: 10}}]}
""",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    root = tmp_path_factory.mktemp("naive")
    for name, text in FILES.items():
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return Site(root)


def test_arithmetic_by_hand() -> None:
    assert str(rounded(Decimal("79.995"), 2)) == "80.00"
    assert str(rounded(Decimal("2.5"), 0)) == "3"
    assert mean([Fraction(1), Fraction(2)]) == Fraction(3, 2)
    assert median([Fraction(9), Fraction(1), Fraction(2), Fraction(4)]) == 3
    scores = {"a": Decimal(3), "b": Decimal(2), "c": Decimal(2), "d": Decimal(1)}
    assert [place(id_, scores) for id_ in scores] == [1, 2, 2, 4]


def test_a_date_is_earlier_only_as_far_as_both_are_known() -> None:
    assert surely_before("2024-11", "2024-12-19")
    assert not surely_before("2024-12", "2024-12-19")
    assert not surely_before("2024-12-20", "2024-12-19")


SAID: dict[str, tuple[Callable[[Edition, Edition], object], object]] = {
    "79,995 is 80,00": (lambda old, _: str(score(old, "a")), "80.00"),
    "and Baik": (lambda old, _: category(old, "a"), "Baik"),
    "level with c": (lambda old, _: [rank(old, id_).place for id_ in "abc"], [1, 3, 1]),  # type: ignore[union-attr]
    "of three": (lambda old, _: (participants(old), rank(old, "a").of), (3, 3)),  # type: ignore[union-attr]
    "two are Baik": (lambda old, _: count_of(old, "Baik"), (2, True)),
    "the mean is of what was published": (
        lambda old, _: average(old),
        (3, Decimal("73.33"), Decimal("80.00")),
    ),
    "d was absent": (
        lambda old, _: (state(old, "d", "score"), took_part(old, "d")),
        ("absent", False),
    ),
    "what does not apply is shared out": (
        lambda _, new: indicators_of(new, "a"),
        {"i": 100, "j": 50},
    ),
    "half and half is 75": (lambda _, new: stages_of(new, "a"), {"saq": 75, "visit": 50}),
    "60 % of 75 and 40 % of 50": (lambda _, new: score(new, "a"), Decimal("65.00")),
    "15,00 less": (lambda _, new: points(new, "a"), Decimal("-15.00")),
    "one category lower": (lambda _, new: (steps(new, "a"), held(new, "a")), (-1, (1, 2024))),
    "b was not published": (lambda _, new: state(new, "b", "score"), "not published"),
    "and may have moved": (lambda old, new: may_have_moved(new, old), {"b"}),
    "so that the others have no rank": (lambda _, new: rank(new, "a"), None),
    "c has the published one": (lambda _, new: rank(new, "c").place, 1),  # type: ignore[union-attr]
    "five more points are half of half of 60 %": (lambda _, new: gains(new, "a"), {"z": 15}),
    "that reaches Baik": (lambda _, new: shortest_lists(new, "a", Decimal(80)), [("z",)]),
    "but not 81": (lambda _, new: shortest_lists(new, "a", Decimal(81)), []),
    "c's score does not follow from answers": (lambda _, new: rank_range(new, "a"), None),
}


@pytest.mark.parametrize("what", SAID)
def test_small_data_by_hand(what: str, site: Site) -> None:
    found, expected = SAID[what]
    assert found(site.editions[2023, "g"], site.editions[2024, "g"]) == expected


def read_on_2_march_2026(folder: Path, **files: str) -> Site:
    """The files above, and an edition of 2025 with more lines."""
    for name, text in {**FILES, **files}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return Site(folder, today=date(2026, 3, 2))


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("", False),
        ("published: 2026-03-03", False),
        ("published: 2026-03-02", True),
        ("published: 2026-04", False),
        ("published: 2026-03", True),
        ("participants: {took_part: 3}", True),
        ("participants: {invited: 3}", False),
        ("participants: {categories: {Baik: 0}}", True),
        ("absent: [b]", True),
        ("absent: [b]\npublished: 2026-04-01", False),
        ("decision: {number: 1/2026}\npublished: 2026-04-01", True),
    ],
)
def test_whether_results_are_announced(more: str, expected: bool, tmp_path: Path) -> None:
    edition = f"year: 2025\ntitle: E\norganizer: K\nstatus: final\n{more}\n"
    site = read_on_2_march_2026(tmp_path, **{"2025/edition.yml": edition})
    assert results_announced(site.editions[2025, "g"]) is expected
    assert state(site.editions[2025, "g"], "a", "score") == (
        "unknown" if expected else "not announced"
    )


def test_what_was_followed_by_results_was_announced(tmp_path: Path) -> None:
    edition = "{year: 2022, title: E, organizer: K, status: final}"
    site = read_on_2_march_2026(tmp_path, **{"2022/edition.yml": edition})
    assert results_announced(site.editions[2022, "g"])
