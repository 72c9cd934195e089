"""The groups of an edition, each on one line: how many have the best category, with a bar of all."""

from __future__ import annotations

from dataclasses import dataclass, replace

from markupsafe import Markup

from generator.evaluation.model import Evaluation, is_whole_group
from generator.facts.group import EvaluationFacts
from generator.facts.sources import is_unsourced
from generator.language.catalogue import N_
from generator.pages.awaited import Newest, state_of
from generator.pages.charts.shares import Share, shares
from generator.pages.labels import counted_as, labels, step
from generator.pages.markup import escape, filled
from generator.pages.page import Site


@dataclass(frozen=True, slots=True)
class GroupLine:
    """A group as one line: its name, what is told of it, its bar, and where its page is."""

    name: str
    told: Markup
    bar: Markup
    href: str
    anchor: str = ""
    """Under which links of old find it; "" where its heading has that."""
    awaited: str = ""
    """What a newer edition lacks."""


def group_line(
    site: Site, here: str, evaluation: Evaluation, anchor: str = "", *, few: bool = False
) -> GroupLine:
    """The line of a group among those of its year; ``few``: in the words of the others also where few
    results are known, beside lines of other years."""
    facts = site.facts.evaluation(evaluation)
    return GroupLine(
        site.language.group(evaluation.group.name),
        _told(site, evaluation, facts, few),
        group_bar(site, evaluation, facts),
        site.link(here, site.at.GROUP(evaluation.year, evaluation.group.id)),
        anchor,
    )


def newest_line(site: Site, here: str, newest: Newest) -> GroupLine:
    """The line of a group by its newest result, with its year; and what a newer edition lacks."""
    line = group_line(site, here, newest.evaluation)
    awaited = ""
    if newest.awaited:
        awaited = f"{newest.awaited.year}: {state_of(site.language, [newest.awaited])}"
    return replace(line, name=f"{line.name} {newest.evaluation.year}", awaited=awaited)


def group_told(site: Site, evaluation: Evaluation) -> Markup:
    """What is told of a group: of how many who took part, or else how many results are known; no number
    of participants that is nobody's word."""
    facts = site.facts.evaluation(evaluation)
    told = [_told(site, evaluation, facts, few=False, own=True)]
    _, digits, known = site.language.gettext, site.language.digits, len(facts.with_result)
    numbered = evaluation.measure.taking_part and facts.took_part
    if facts.few_known and numbered and not is_unsourced(facts.took_part):
        told.insert(0, escape(_("%(n)s peserta", n=digits(facts.took_part.known))))
    elif known and not facts.few_known and (not numbered or is_unsourced(facts.took_part)):
        # Whom a stage stopped has a result too, and none of all stages.
        n = digits(known)
        final = (
            _("%(n)s hasil akhir diketahui", n=n)
            if facts.stops
            else _("%(n)s hasil diketahui", n=n)
        )
        told.append(escape(final))
    return Markup("; ").join(told)


def _told(
    site: Site, evaluation: Evaluation, facts: EvaluationFacts, few: bool, *, own: bool = False
) -> Markup:
    """``sedikitnya 4 dari 12 Informatif``, or the best that is known instead; ``own``: without the number
    of participants where nobody names its source."""
    _, digits = site.language.gettext, site.language.digits
    if facts.few_known and not few:
        return escape(_("%(n)s hasil diketahui", n=digits(len(facts.with_result))))
    known = [item for item in facts.counts if item.count]
    if known:
        count, name = known[0].count.known, labels(site.language).own(known[0].category.name)
        number = digits(count.number)
        unsourced = is_unsourced(facts.took_part)
        if facts.took_part and not (own and unsourced):
            took_part = facts.took_part.known
            some = evaluation.measure.taking_part and not is_whole_group(evaluation, took_part)
            share = (
                N_("%(n)s dari %(of)s peserta %(name)s")
                if some
                else N_("%(n)s dari %(of)s %(name)s")
            )
            told = filled(_(share), n=number, of=digits(took_part), name=name)
        else:
            told = filled(_("%(n)s %(name)s"), n=number, name=name)
        if count.at_least:
            told = filled(_("sedikitnya %(told)s"), told=told)
        if known[0].by_scale == "all":
            told = filled(_("%(told)s, menurut skala"), told=told)
        elif known[0].by_scale:
            told = filled(_("%(told)s, sebagian menurut skala"), told=told)
        if known[0].own_word == "all":
            told = filled(_("%(told)s, menurut pihak yang dinilai"), told=told)
        if unsourced and not own:
            told = filled(_("%(told)s; sumber banyaknya peserta belum diketahui"), told=told)
        return told
    if facts.mean:
        return escape(_("rata-rata %(score)s", score=site.language.decimal(facts.mean.known.value)))
    first = next(iter(facts.ranked), None)
    if first is not None and first.rank.known.place == 1:
        return escape(_("peringkat 1: %(name)s", name=site.names.full(first.region)))
    state = state_of(site.language, [evaluation])
    if not state and facts.took_part:
        return escape(_("%(n)s peserta", n=digits(facts.took_part.known)))
    return escape(state)


def group_bar(site: Site, evaluation: Evaluation, facts: EvaluationFacts) -> Markup:
    """All categories that are counted, side by side, out of all participants."""
    known = [item for item in facts.counts if item.count and item.count.known.number]
    if not known or facts.few_known:
        return Markup("")
    items = [
        Share(item.count.known.number, f"rk-fill--{step(item.category)}", item.category.color)
        for item in known
    ]
    told = [f"{item.category.name} {counted_as(site.language, item)}" for item in known]
    title = site.language.gettext(
        "Sebaran kategori %(noun)s: %(told)s",
        noun=site.language.noun(evaluation.group.name),
        told=", ".join(told),
    )
    counted = sum(item.number for item in items)
    return shares(items, max(counted, facts.took_part.value or 0), title)
