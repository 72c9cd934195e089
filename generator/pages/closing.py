"""How the gap to the next category could be closed, in words."""

from __future__ import annotations

from generator.facts.closing import Closing
from generator.language.catalogue import N_
from generator.pages.page import Site


def closing_told(site: Site, found: Closing) -> str:
    """What the lists after it are: how many, how short, whether there are more; or why none."""
    _, count = site.language.gettext, site.language.count
    capitalised = site.language.capitalised
    if not found.lists:
        if not found.left:
            return _(
                "Semua pertanyaan sudah berpoin penuh; selisih itu tidak berasal dari kuesioner."
            )
        return _(
            "Poin penuh pada semua pertanyaan yang masih kurang, yakni %(n)s, pun tidak menutupnya.",
            n=count(found.left),
        )
    if found.single:
        if found.size == 1:
            return _("Hanya satu pertanyaan yang dapat menutupnya sendiri:")
        return _(
            "Tidak ada yang lebih pendek daripada satu daftar %(n)s pertanyaan ini:",
            n=count(found.size),
        )
    shown = len(found.lists)
    values = {
        "n": count(found.size),
        "choices": count(found.counted),
        "shown": count(shown),
    }
    message = _CHOICES[found.size == 1, found.more, found.counted > shown]
    return capitalised(_(message, **values))


_CHOICES = {
    (True, True, True): N_(
        "Satu pertanyaan dapat menutupnya sendiri; ada lebih dari %(choices)s pilihan sependek itu, "
        "%(shown)s di antaranya:"
    ),
    (True, True, False): N_(
        "Satu pertanyaan dapat menutupnya sendiri; ada lebih dari %(choices)s pilihan sependek itu:"
    ),
    (True, False, True): N_(
        "Satu pertanyaan dapat menutupnya sendiri; ada %(choices)s pilihan sependek itu, "
        "%(shown)s di antaranya:"
    ),
    (True, False, False): N_(
        "Satu pertanyaan dapat menutupnya sendiri; ada %(choices)s pilihan sependek itu:"
    ),
    (False, True, True): N_(
        "%(n)s pertanyaan tertentu dapat menutupnya; ada lebih dari %(choices)s pilihan sependek itu, "
        "%(shown)s di antaranya:"
    ),
    (False, True, False): N_(
        "%(n)s pertanyaan tertentu dapat menutupnya; ada lebih dari %(choices)s pilihan sependek itu:"
    ),
    (False, False, True): N_(
        "%(n)s pertanyaan tertentu dapat menutupnya; ada %(choices)s pilihan sependek itu, "
        "%(shown)s di antaranya:"
    ),
    (False, False, False): N_(
        "%(n)s pertanyaan tertentu dapat menutupnya; ada %(choices)s pilihan sependek itu:"
    ),
}
"""By whether one question closes the gap, there are more than were counted, some are left out."""
