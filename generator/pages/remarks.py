"""What stands beside a figure: other published values, its note, whose word it is."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

from markupsafe import Markup

from generator.evaluation.model import Evaluation
from generator.facts.model import Category, Count, Fact, Rank
from generator.facts.totals import TotalFacts
from generator.format import Source
from generator.language import indonesian as words

_SHOWN: dict[type, Callable[[Any], str]] = {
    Category: lambda value: str(value.name),
    Count: lambda value: words.digits(value.number),
    Decimal: words.decimal,
    Rank: lambda value: words.digits(value.place),
    int: words.digits,
}


def others(fact: Fact[Any]) -> Markup:
    """The other values that were published for a figure, each with its source; "" if there are none."""
    return _small(_others(fact)) if fact.others else Markup("")


def noted(fact: Fact[Any]) -> Markup:
    """What the data say about a figure; "" if nothing."""
    return _small(fact.note) if fact.note else Markup("")


def own_origin(fact: Fact[Any], evaluation: Evaluation) -> Markup:
    """Whose word a figure is, where that is not the usual source of its edition."""
    if fact.source is None or fact.source == evaluation.source(evaluation.settings.source):
        return Markup("")
    return _small(_name(fact.source))


def silence(evaluation: Evaluation, region: str, name: str) -> Markup:
    """Who says that a figure of a region was not published, and what else is said of that."""
    file = evaluation.results.get(region)
    figure = getattr(file.result, name) if file else None
    if figure is None or not figure.not_published:
        return Markup("")
    source = evaluation.source(figure.source, region)
    told = [_name(source)] if source else []
    told += [figure.note] if figure.note else []
    return Markup("").join(_small(text) for text in told)


def of_totals(totals: TotalFacts) -> Markup:
    """A paragraph of whose word announced totals are, and what else was said of them."""
    figures = {"Ikut serta": totals.took_part, "Diundang": totals.invited, **totals.categories}
    told = {name: _said(fact) for name, fact in figures.items() if fact.places}
    told = {name: said for name, said in told.items() if said}
    origins = {_name(fact.source) for fact in figures.values() if fact and fact.source}
    if not told:
        return Markup("")
    if len(origins) == 1 and origins == set(told.values()):
        text = f"Sumber: {origins.pop()}."
    else:
        text = " ".join(f"{name}: {said}." for name, said in told.items())
    return Markup('<p class="rk-small">{}</p>').format(text)


def _said(fact: Fact[Any]) -> str:
    parts = (
        "" if fact else "tidak dipublikasikan",
        _name(fact.source) if fact.source else "",
        _others(fact),
        (fact.note or "").removesuffix("."),
    )
    return "; ".join(part for part in parts if part)


def _others(fact: Fact[Any]) -> str:
    told = []
    for other in fact.others:
        value = _SHOWN[type(other.value)](other.value)
        told.append(f"{value} ({_name(other.source)})" if other.source else value)
    return f"sumber lain: {', '.join(told)}" if told else ""


def _name(source: Source) -> str:
    return source.publisher or source.title


def _small(text: str) -> Markup:
    return Markup(' <small class="rk-origin">{}</small>').format(text)
