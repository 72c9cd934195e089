"""How an evaluation is called in a citation: its measure, its year, and who measured."""

from __future__ import annotations

from collections.abc import Sequence

from generator.evaluation.model import Evaluation
from generator.pages.page import Site


def evaluated(site: Site, evaluations: Sequence[Evaluation]) -> str:
    """``evaluasi keterbukaan informasi publik 2025 oleh Komisi Informasi Provinsi Contoh``, of evaluations
    of one year. An organizer that no source names is not named."""
    _, first = site.language.gettext, evaluations[0]
    name = first.measure.name.of(site.language.code)
    told = _("%(measure)s %(year)s", measure=name, year=first.year)
    named = dict.fromkeys(e.organizer for e in evaluations if not e.settings.organizer_note)
    if not named:
        return told
    who = [site.language.institution(one, inside=True) for one in named]
    return _("%(what)s oleh %(who)s", what=told, who=site.language.join(who))
