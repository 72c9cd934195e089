"""Figures of small made-up editions and of the real ones, with their reasons."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from conftest import EDITION, ROOT, write_results

from generator.facts import Facts
from generator.facts.kept import kept
from generator.facts.model import Fact, Outcome, Participation, Rule, Why
from generator.facts.region import RegionFacts
from generator.format.problems import Problems
from generator.load.load import load


def facts_of(root: Path) -> Facts:
    problems = Problems()
    dataset = load(root, problems)
    assert dataset is not None and problems.report() == []
    return Facts(dataset)


def region(facts: Facts, year: int, id_: str) -> RegionFacts:
    evaluation = facts.dataset.evaluations[year, facts.dataset.regions[id_].group]
    return facts.region(evaluation, id_)


@pytest.fixture(scope="module")
def kalsel_facts() -> Facts:
    return facts_of(ROOT / "results")


@pytest.fixture(scope="module")
def banten_facts() -> Facts:
    return facts_of(ROOT / "examples" / "banten" / "results")


def test_balangan_rose_and_met_its_target(kalsel_facts: Facts) -> None:
    mine = region(kalsel_facts, 2025, "balangan")
    assert mine.categories.known.steps == 1
    assert mine.target.known.outcome is Outcome.EXCEEDED
    assert mine.score.why is Why.UNKNOWN
    assert region(kalsel_facts, 2024, "balangan").score.why is Why.NOT_PUBLISHED


def test_one_known_score_is_no_ranking(kalsel_facts: Facts) -> None:
    mine = region(kalsel_facts, 2025, "tabalong")
    assert mine.rank.why is Why.PEERS_UNKNOWN
    assert mine.on_bound and mine.gap.known.points == Decimal("10.00")
    assert mine.absent_before == (2024,) and mine.first_known
    assert mine.points.why is Why.ABSENT
    group = kalsel_facts.evaluation(kalsel_facts.dataset.evaluations[2025, "kabupaten-kota"])
    assert not group.mean and not group.best


def test_score_fell_and_rank_rose(kalsel_facts: Facts) -> None:
    mine = region(kalsel_facts, 2025, "provinsi-kalimantan-selatan")
    assert mine.points.known.points == Decimal("-0.83")
    assert (mine.rank.known.place, mine.rank.known.of) == (11, 38)
    assert mine.places.known.places == 6
    assert mine.moved_apart
    assert (
        region(kalsel_facts, 2024, "provinsi-kalimantan-selatan").rank.others[0].value.place == 14
    )


def test_largest_falls(kalsel_facts: Facts) -> None:
    ntb = region(kalsel_facts, 2025, "provinsi-nusa-tenggara-barat")
    assert (ntb.points.known.points, ntb.places.known.places) == (Decimal("-10.94"), -24)
    kaltim = region(kalsel_facts, 2025, "provinsi-kalimantan-timur")
    assert (kaltim.points.known.points, kaltim.places.known.places) == (Decimal("-6.24"), -18)


def test_at_least_and_exact_counts(kalsel_facts: Facts) -> None:
    counts = {}
    for year in (2024, 2025):
        group = kalsel_facts.evaluation(kalsel_facts.dataset.evaluations[year, "kabupaten-kota"])
        counts[year] = group.counts[0].count.known
    assert (counts[2025].number, counts[2025].at_least) == (4, True)
    assert (counts[2024].number, counts[2024].at_least) == (1, False)


def test_banten_ranks(banten_facts: Facts) -> None:
    order = "kota-tangerang-selatan kota-tangerang kota-serang serang pandeglang lebak tangerang kota-cilegon"
    ranks = {id_: region(banten_facts, 2019, id_).rank.known.place for id_ in order.split()}
    assert list(ranks.values()) == list(range(1, 9))
    tangerang = region(banten_facts, 2021, "tangerang")
    assert (tangerang.points.known.points, tangerang.points.known.year) == (Decimal("12.48"), 2019)
    assert tangerang.rank.rule is Rule.RANKED and tangerang.rank.known.place == 2
    assert region(banten_facts, 2020, "kota-cilegon").rank.why is Why.NOT_PUBLISHED
    assert region(banten_facts, 2021, "kota-serang").gap.why is Why.TOP_CATEGORY
    assert region(banten_facts, 2021, "lebak").gap.why is Why.NO_BOUNDS


def all_facts(mine: RegionFacts) -> list[Fact[object]]:
    names = [name for name, value in vars(RegionFacts).items() if isinstance(value, kept)]
    assert len(names) > 12
    return [getattr(mine, name) for name in names if isinstance(getattr(mine, name), Fact)]


@pytest.mark.parametrize(
    "folder", ["results", "examples/banten/results", "examples/sulsel/results"]
)
def test_every_figure_has_an_origin_or_a_reason(folder: str) -> None:
    facts = facts_of(ROOT / folder)
    checked = 0
    for evaluation in facts.dataset.evaluations.values():
        for mine in facts.regions(evaluation).values():
            for fact in all_facts(mine):
                assert (fact.value is None) == (fact.why is not None)
                for place in fact.places:
                    lines = (
                        (ROOT / folder).parent.joinpath(place.file).read_text("utf-8").split("\n")
                    )
                    assert 1 <= place.line <= len(lines)
                assert not fact or fact.places
                checked += 1
    assert checked > 100


TWO = {
    "2023/edition.yml": EDITION.replace("2024", "2023"),
    "2023/alfa.yml": "region: alfa\nscore: 70.00\n",
    "2023/beta.yml": "region: beta\nscore: 85.00\n",
    "2023/kota-gama.yml": "region: kota-gama\nscore: 85.00\n",
    "2024/beta.yml": "region: beta\nscore: 86.00\n",
    "2024/kota-gama.yml": "region: kota-gama\nscore: 85.00\n",
}


def test_complete_group(tmp_path: Path) -> None:
    facts = facts_of(write_results(tmp_path, TWO))
    group = facts.evaluation(facts.dataset.evaluations[2024, "kabupaten-kota"])
    assert group.complete and group.mean.known.value == Decimal("86.15") and group.mean.known.n == 3
    assert group.median.known.value == Decimal("86.00")
    assert [r.id for r in group.best] == ["alfa"]
    assert [f.region.id for f in group.most_improved] == ["alfa"]
    assert [f.region.id for f in group.rose] == ["alfa"]
    old = region(facts, 2023, "beta")
    assert old.rank.known.place == 1 and [r.id for r in old.some_tied(9)] == ["kota-gama"]
    assert region(facts, 2024, "beta").held.known.editions == 2


def change(name: str, old: str, new: str, tmp_path: Path) -> Facts:
    files = dict(TWO)
    files[name] = (files.get(name) or EDITION).replace(old, new)
    return facts_of(write_results(tmp_path, files))


def test_other_maximum_is_not_compared_in_points(tmp_path: Path) -> None:
    facts = change("2023/edition.yml", "scale:\n", "scale:\n  maximum: 1000\n", tmp_path)
    assert region(facts, 2024, "alfa").points.why is Why.NOT_COMPARABLE
    assert region(facts, 2024, "alfa").categories.known.steps == 1


def test_other_names_are_not_compared_in_categories(tmp_path: Path) -> None:
    facts = change("2023/edition.yml", "name: Tidak Informatif", "name: Tertutup", tmp_path)
    assert region(facts, 2024, "alfa").categories.why is Why.NOT_COMPARABLE
    assert region(facts, 2024, "alfa").points.known.points == Decimal("17.45")


def test_other_organizer_is_no_earlier_edition(tmp_path: Path) -> None:
    facts = change("2023/edition.yml", "Komisi Informasi Contoh", "Lembaga Lain", tmp_path)
    assert region(facts, 2024, "alfa").points.why is Why.NO_EARLIER


def test_comparable_with_overrides(tmp_path: Path) -> None:
    facts = change(
        "2024/edition.yml", "status: final", "status: final\ncomparable_with: []", tmp_path
    )
    assert region(facts, 2024, "alfa").points.why is Why.NOT_COMPARABLE


def test_zero_absent_not_assessed_and_not_published_differ(tmp_path: Path) -> None:
    edition = EDITION.replace(
        "status: final", "status: final\nabsent: [beta]\nnot_assessed: [kota-gama]"
    )
    facts = facts_of(
        write_results(
            tmp_path, {"2024/edition.yml": edition, "2024/alfa.yml": "region: alfa\nscore: 0.00\n"}
        )
    )
    zero = region(facts, 2024, "alfa")
    assert zero.score.known == 0 and zero.category.known.name == "Tidak Informatif"
    assert zero.rank.why is Why.SOLE_PARTICIPANT, "one known score is no ranking"
    assert region(facts, 2024, "beta").participation is Participation.ABSENT
    assert region(facts, 2024, "beta").score.why is Why.ABSENT
    assert region(facts, 2024, "kota-gama").category.why is Why.NOT_ASSESSED


@pytest.mark.parametrize(
    ("wanted", "outcome"),
    [
        ("Cukup Informatif", Outcome.EXCEEDED),
        ("Menuju Informatif", Outcome.MET),
        ("Informatif", Outcome.MISSED),
        ("87.45", Outcome.MET),
        ("87.46", Outcome.MISSED),
    ],
)
def test_target(wanted: str, outcome: Outcome, tmp_path: Path) -> None:
    text = f"region: alfa\nscore: 87.45\ntarget: {{at_least: {wanted}}}\n"
    facts = facts_of(write_results(tmp_path, {"2024/alfa.yml": text}))
    assert region(facts, 2024, "alfa").target.known.outcome is outcome


def test_scale_without_bounds_concludes_nothing(tmp_path: Path) -> None:
    edition = EDITION.split("scale:")[0] + "scale: {categories: [{name: Baik}, {name: Kurang}]}\n"
    facts = facts_of(write_results(tmp_path, {"2024/edition.yml": edition}))
    mine = region(facts, 2024, "alfa")
    assert mine.category.why is Why.UNKNOWN and mine.gap.why is Why.NO_BOUNDS
    assert mine.by_scale.why is Why.NO_BOUNDS and not mine.on_bound


def test_no_scale_at_all(tmp_path: Path) -> None:
    edition = EDITION.split("scale:")[0] + "participants: {took_part: {not_published: true}}\n"
    files = {
        "2024/edition.yml": edition,
        "2024/alfa.yml": "region: alfa\nscore: 87.456\ntarget: {at_least: 87}\n",
        "2024/beta.yml": "region: beta\nrank: 3\nindicators: {a: 1, b: {not_published: true}}\n",
    }
    facts = facts_of(write_results(tmp_path, files))
    assert str(region(facts, 2024, "alfa").score.known) == "87.46"
    assert region(facts, 2024, "alfa").gap.why is Why.NO_SCALE
    assert region(facts, 2024, "alfa").target.known.outcome is Outcome.EXCEEDED
    beta = region(facts, 2024, "beta")
    assert beta.indicators["a"].known == 1 and beta.indicators["b"].why is Why.NOT_PUBLISHED
    assert (beta.rank.known.place, beta.rank.known.of) == (3, None)
    group = facts.evaluation(facts.dataset.evaluations[2024, "kabupaten-kota"])
    assert group.took_part.why is Why.NOT_PUBLISHED


def test_target_without_a_result_is_open(tmp_path: Path) -> None:
    text = "region: alfa\ntarget: {at_least: Informatif}\n"
    facts = facts_of(write_results(tmp_path, {"2024/alfa.yml": text}))
    mine = region(facts, 2024, "alfa")
    assert mine.target.known.outcome is None and mine.participation is Participation.UNKNOWN


def test_returned_after_absence(tmp_path: Path) -> None:
    files = {
        "2022/edition.yml": EDITION.replace("2024", "2022"),
        "2022/alfa.yml": "region: alfa\nscore: 70.00\n",
        "2023/edition.yml": EDITION.replace("2024", "2023") + "absent: [alfa]\n",
    }
    mine = region(facts_of(write_results(tmp_path, files)), 2024, "alfa")
    assert mine.returned and not mine.first_known and mine.absent_before == (2023,)
    assert (mine.points.known.points, mine.points.known.year) == (Decimal("17.45"), 2022)


def test_a_fact_is_a_value_or_a_reason() -> None:
    with pytest.raises(ValueError, match="never both"):
        Fact(None, None, Rule.PUBLISHED)
    with pytest.raises(ValueError, match="no value"):
        _ = Fact(None, Why.UNKNOWN, Rule.PUBLISHED).known


def test_other_values_keep_their_source(tmp_path: Path) -> None:
    text = (
        "region: alfa\nscore: {value: 80, note: Dua angka., others: [{value: 81, source: koran}]}\n"
    )
    mine = region(facts_of(write_results(tmp_path, {"2024/alfa.yml": text})), 2024, "alfa")
    other = mine.score.others[0]
    assert (
        other.value == Decimal("81.00") and other.source is not None and other.source.id == "koran"
    )
