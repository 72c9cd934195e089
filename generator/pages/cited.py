"""The element that holds the citation of a fact."""

from __future__ import annotations

from markupsafe import Markup

from generator.language.base import Language
from generator.pages.citing import Quote
from generator.pages.markup import escape
from generator.templating import safe


class Cited:
    """``Kutip``: the citation of a fact, folded up beside it. Written here and not in a template: a
    page has one for each fact."""

    def __init__(self, language: Language) -> None:
        _ = language.gettext
        cite, figure, done = _("Kutip"), _("angka ini"), _("Tersalin")
        self._opening = (
            f'<details class="rk-quote rk-unprinted"><summary>{escape(cite)}'
            f'<span class="rk-said"> {escape(figure)}: '
        )
        self._button = (
            '<button class="rk-button rk-button--quiet" type="button" hidden '
            f'data-done="{escape(done)}" data-copy="kutip-'
        )
        self._copy, self._report = escape(_("Salin")), escape(_("Laporkan kekeliruan"))

    def __call__(self, quote: Quote | None) -> Markup:
        """The element of a citation; nothing beside what says no fact."""
        if quote is None:
            return Markup("")
        report = f' <a href="{escape(quote.report)}">{self._report}</a>' if quote.report else ""
        return safe(  # noqa: S704 — every value is escaped
            f"{self._opening}{escape(quote.name)}</span></summary>"
            f'<p id="kutip-{quote.anchor}">{quote.text}</p>'
            f'<p>{self._button}{quote.anchor}">{self._copy}</button>{report}</p></details>'
        )
