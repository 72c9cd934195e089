"""What is the case of a region or a figure without a value: for each state one word and one mark.

Pages, articles, files and legends take both from here, so that a state is called the same everywhere.
A score of 0 is a value and no state. The words are messages of the catalogue of pages.
"""

from __future__ import annotations

from typing import NamedTuple

from generator.language.catalogue import N_


class State(NamedTuple):
    """A state: its mark, where there is little room; its word; and the word in full."""

    mark: str
    word: str
    full: str = ""

    @property
    def meaning(self) -> str:
        """What it means, in full."""
        return self.full or self.word


STATES = {
    "unknown": State("?", N_("belum diketahui"), N_("belum diketahui dari sumber situs ini")),
    "not-published": State("–", N_("tidak dipublikasikan")),
    "absent": State("×", N_("tidak ikut serta")),
    "not-returned": State("⊘", N_("tidak mengembalikan kuesioner")),
    "stopped": State(
        "↧", N_("tidak lolos tahap"), N_("tidak lolos tahap: skor satu tahap di bawah batasnya")
    ),
    "not-assessed": State("∅", N_("tidak dinilai")),
}
"""By the name that the data files give to each, in the order of a legend."""
