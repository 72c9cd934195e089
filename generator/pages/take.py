"""``Unduh tabel ini``: the file of the rows that a table shows.

Without script the link gives the ready file with the same columns and more rows; with it the rows in
view, in their order, are taken out of that file. So both say the same, with sources and states.
"""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlencode

from markupsafe import Markup

from generator.pages.markup import escape
from generator.pages.page import Site
from generator.templating import safe


def is_ready(site: Site, path: str) -> bool:
    """Whether the site has a file of the measure at a path."""
    return path in site.once("ready files", lambda: {file.path for file in site.downloads})


def taking(site: Site, here: str) -> Callable[..., Markup]:
    """What writes the link below a table of the page ``here``."""

    def take(subject: str, year: int | None = None, rows: str = "", **where: str) -> Markup:
        """The link to the file of a subject; "" where the site has none.

        ``where`` are columns with what they hold in the rows of the table. ``rows`` selects, in the
        page, a table whose rows link to the bodies that they are of, and may be hidden or sorted.
        """
        path = f"data/{site.dataset.prefix}{subject}{'' if year is None else f'-{year}'}.csv"
        if not is_ready(site, path):
            return Markup("")
        name = "-".join(filter(None, (subject, str(year or ""), *where.values())))
        told = {
            "where": urlencode(where),
            "rows": rows,
            "name": name,
        }
        data = "".join(f' data-{key}="{escape(value)}"' for key, value in told.items() if value)
        link, text = escape(site.link(here, path)), escape(site.language.gettext("Unduh tabel ini"))
        return safe(  # noqa: S704 — every value is escaped
            f'<p class="rk-take"><a href="{link}" download data-take{data}>{text} (CSV)</a></p>'
        )

    return take
