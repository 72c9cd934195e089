"""The lists that would close a gap, against every subset."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.evaluation.gains import Gain, shortest

gains = st.lists(st.fractions(0, 20, max_denominator=50).filter(bool), max_size=9).map(
    lambda points: [Gain(f"q{i}", value) for i, value in enumerate(points)]
)


@settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(gains, st.fractions(0, 60, max_denominator=50))
def test_shortest_lists_are_those_of_brute_force(possible: list[Gain], needed: Fraction) -> None:
    expected: list[list[Gain]] = []
    for size in range(len(possible) + 1):
        expected = [
            list(chosen)
            for chosen in combinations(possible, size)
            if sum((gain.points for gain in chosen), Fraction(0)) >= needed
        ]
        if expected:
            break
    if needed <= 0:
        expected = []  # there is no gap
    assert shortest(possible, needed, 3) == expected[:3]


def test_a_long_questionnaire_is_searched_at_once() -> None:
    possible = [Gain(f"q{i}", Fraction(1 + i % 7, 10)) for i in range(200)]
    total = sum((gain.points for gain in possible), Fraction(0))
    found = shortest(possible, total - Fraction(1, 2), 3)
    assert len(found) == 3 and len({len(chosen) for chosen in found}) == 1
    assert shortest(possible, total + 1, 3) == []
