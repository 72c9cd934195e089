"""How a region is called in a text: in full at first mention, then short where that is clear."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from itertools import pairwise

from generator.format import Region
from generator.language import SITE_LANGUAGE, language
from generator.language.bare import KINDS_IN_NAMES, bare
from generator.language.base import Language
from generator.language.grammar import lower_first


class Names:
    """The names of all regions of a dataset.

    A short name that is also the beginning of another's (Banjar and Banjarmasin, Papua and
    Papua Tengah) or shared (Kota and Kabupaten Serang) is never used: the full one stays. So it is
    with a place of which an organizer has its name (Kota Contoh, Komisi Informasi Provinsi Contoh).
    """

    def __init__(
        self,
        regions: Collection[Region],
        organizers: Iterable[str] = (),
        spoken: Language | None = None,
    ) -> None:
        self.language = spoken or language(SITE_LANGUAGE)
        brief = self.language.short_region
        self._bare: dict[str, str] = {one.id: brief(one.name, one.kind) for one in regions}
        own = {region.name for region in regions}
        places = {place for name in organizers if (place := _place_in(name))}
        ordered = sorted((*self._bare.values(), *map(brief, places - own)))
        self._ambiguous = {first for first, second in pairwise(ordered) if second.startswith(first)}

        self._first_words = {
            text.partition(" ")[0]
            for region in regions
            for text in (region.name, bare(region.name))
        }

    def inside(self, text: str) -> str:
        """A text of the data inside a sentence: its first letter small, unless a name opens it."""
        return text if text.partition(" ")[0] in self._first_words else lower_first(text)

    def full(self, region: Region) -> str:
        """``Kabupaten Balangan``, in English ``Balangan Regency``."""
        return self.language.region(region.name, region.kind)

    def bare(self, region: Region) -> str:
        """``Balangan``, also where another one has or begins with that name."""
        return self._bare[region.id]

    def short(self, region: Region) -> str:
        """``Balangan`` for Kabupaten Balangan; ``Kabupaten Banjar`` stays."""
        name = self._bare[region.id]
        return self.full(region) if name in self._ambiguous else name


def _place_in(organizer: str) -> str:
    """The place in an organizer's name: ``Provinsi Contoh``; "" where there is none."""
    found = (organizer.find(kind) for kind in KINDS_IN_NAMES)
    at = min((at for at in found if at >= 0), default=None)
    return "" if at is None else organizer[at:]
