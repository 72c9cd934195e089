"""Short names for the tiles of a map: that fit on a phone, no two the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from generator.language.bare import bare
from generator.pages.charts.tiles import fits
from generator.pages.map_states import label_of
from generator.starting.bodies import Body

_VOWELS = frozenset("aeiou")


def labels(bodies: Sequence[Body], columns: int) -> dict[str, str]:
    """The labels by id of the bodies that need one of their own.

    Whose usual label fits and is nobody else's needs none. Where a regency and a city share a name,
    the regency has it and the city has a K in front.
    """
    usual = {one.id: label_of(one.name) for one in bodies}
    count = Counter(usual.values())
    own = {id_ for id_, label in usual.items() if count[label] == 1 and fits(label, columns)}
    used = {usual[id_] for id_ in own}
    found: dict[str, str] = {}
    shared = Counter(bare(one.name) for one in bodies)
    for one in sorted(bodies, key=lambda body: body.kind == "kota"):
        if one.id in own:
            continue
        both = shared[bare(one.name)] > 1
        first = [] if not both or one.kind == "kota" else [bare(one.name), usual[one.id]]
        names = _candidates(bare(one.name), city=both and one.kind == "kota")
        label = next(
            text for text in chain(first, names) if text not in used and fits(text, columns)
        )
        used.add(label)
        if label != usual[one.id]:
            found[one.id] = label
    return found


def _candidates(name: str, *, city: bool) -> Iterator[str]:
    """The likeliest first; endless."""
    if city:
        yield from (f"K {name[:length]}" for length in range(len(name), 2, -1))
    yield name
    first, *more = name.split()
    if more:
        last = more[-1]
        yield from (first[:4] + last[0], first[:3] + last[:2], first[0] + last[:4])
        yield "".join(word[0] for word in (first, *more) if word[0].isupper())
    else:
        yield from (first[:length] for length in range(8, 4, -1))
        yield (first[0] + "".join(sign for sign in first[1:] if sign not in _VOWELS))[:5]
        yield first[:3] + first[-2:]
    number = 2
    while True:
        yield f"{first[:3]}{number}"
        number += 1
