"""One group in one year, while it is made up."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any


@dataclass
class Year:
    """What is drawn for one group in one year; ``scores`` are those of all who took part, hidden or not."""

    year: int
    scale: dict[str, Any] | None
    instrument: str | None
    states: dict[str, str]
    scores: dict[str, Decimal] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    files: dict[str, dict[str, Any]] = field(default_factory=dict)

    @property
    def decimals(self) -> int:
        return int((self.scale or {}).get("decimals", 2))

    @property
    def bounded(self) -> bool:
        return bool(self.scale) and "minimum" in (self.scale or {})["categories"][0]

    def rounded(self, score: Decimal) -> Decimal:
        return score.quantize(Decimal(1).scaleb(-self.decimals), ROUND_HALF_UP)

    def rank(self, region: str) -> int:
        mine = self.rounded(self.scores[region])
        return 1 + sum(self.rounded(other) > mine for other in self.scores.values())

    def rank_in_category(self, region: str) -> int:
        mine = self.scores[region]
        return 1 + sum(
            self.category(other) == self.category(mine) and self.rounded(other) > self.rounded(mine)
            for other in self.scores.values()
        )

    def category(self, score: Decimal) -> str:
        """The category of a score; without bounds one of the scale's by a hidden cut."""
        steps = (self.scale or {})["categories"]
        for index, step in enumerate(steps):
            bound = Decimal(step.get("minimum", 100 - 25 * (index + 1)))
            if self.rounded(score) >= bound or step is steps[-1]:
                return str(step["name"])
        raise AssertionError
