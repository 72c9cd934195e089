"""The arithmetic, against independent formulations."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.evaluation import rounding

MINIMA = [Decimal(m) for m in (90, 80, 60, 40, 0)]
scores = st.decimals(min_value=0, max_value=100, places=4, allow_nan=False)
rounded = st.decimals(min_value=0, max_value=100, places=2, allow_nan=False)


@pytest.mark.parametrize(
    ("score", "shown", "index"),
    [
        ("79.995", "80.00", 1),
        ("79.994", "79.99", 2),
        ("80.00", "80.00", 1),
        ("89.995", "90.00", 0),
        ("89.95", "89.95", 1),
        ("0", "0.00", 4),
        ("100", "100.00", 0),
    ],
)
def test_rounded_before_compared(score: str, shown: str, index: int) -> None:
    value = rounding.round_half_up(Decimal(score), 2)
    assert str(value) == shown
    assert rounding.category_index(value, MINIMA) == index


@given(scores)
def test_rounding_is_half_up(score: Decimal) -> None:
    value = rounding.round_half_up(score, 2)
    assert Fraction(value) * 100 == (Fraction(score) * 100 + Fraction(1, 2)).__floor__()


@given(rounded)
def test_category_holds_its_score(score: Decimal) -> None:
    index = rounding.category_index(score, MINIMA)
    assert MINIMA[index] <= score
    assert index == 0 or score < MINIMA[index - 1]
    gap = rounding.gap_to_next(score, MINIMA)
    assert (gap is None) == (index == 0)
    assert gap is None or (gap > 0 and rounding.category_index(score + gap, MINIMA) == index - 1)


@given(st.dictionaries(st.text(min_size=1), rounded, min_size=1, max_size=20))
def test_rank_is_one_more_than_the_better_ones(by_name: dict[str, Decimal]) -> None:
    ranks = rounding.competition_ranks(by_name)
    for name, score in by_name.items():
        assert ranks[name] == 1 + sum(other > score for other in by_name.values())


def test_ties_share_a_rank() -> None:
    found = rounding.competition_ranks(
        {k: Decimal(v) for k, v in zip("abcd", (9, 8, 8, 7), strict=True)}
    )
    assert list(found.values()) == [1, 2, 2, 4]


@given(st.lists(rounded, min_size=1, max_size=20))
def test_averages(values: list[Decimal]) -> None:
    exact = sum(map(Fraction, values)) / len(values)
    assert abs(Fraction(rounding.mean(values, 2)) - exact) <= Fraction(1, 200)
    middle = rounding.median(values, 2)
    assert min(values) <= middle <= max(values)
    assert 2 * sum(v < middle for v in values) <= len(values)


def test_score_below_the_scale_is_refused() -> None:
    with pytest.raises(ValueError, match="below"):
        rounding.category_index(Decimal("-1"), MINIMA)
