"""What pages show, for machines: JSON-LD in the words of schema.org.

A text of the site is a ``Report``, written from data; never a ``NewsArticle``, which a newsroom answers
for. Who measured created the data, this site publishes them. Addresses stand only where the address
of the site is known.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from generator.evaluation.model import Evaluation
from generator.facts.model import Category, Fact, Rank
from generator.facts.region import RegionFacts
from generator.format import Region, Source
from generator.news import Article
from generator.pages import addresses
from generator.pages.citing import FACTS, citing
from generator.pages.editions import edition_of, measured
from generator.pages.page import Page, Site, day_of

Data = dict[str, Any]

MEDIA = {
    "csv": "text/csv",
    "json": "application/json",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""What kind of file one is, by what its name ends with."""

_UNSAFE = str.maketrans({mark: f"\\u{ord(mark):04x}" for mark in "<>&\u2028\u2029"})
"""What could end the element that it stands in, or begin another."""


def written(site: Site, page: Page) -> str:
    """The data of a page and the way to it as one text that is safe in a script element; "" of none."""
    graph = [part for part in (page.data, _way(site, page)) if part]
    if not graph:
        return ""
    told = {"@context": "https://schema.org", "@graph": graph}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).translate(_UNSAFE)


def _way(site: Site, page: Page) -> Data:
    """The breadcrumbs of a page, where they have full addresses."""
    if not site.url or not page.breadcrumbs:
        return {}
    last = len(page.breadcrumbs) - 1
    items = [
        {
            "@type": "ListItem",
            "position": at + 1,
            "name": crumb.title,
            "item": site.full(page.address if at == last else crumb.address),
        }
        for at, crumb in enumerate(page.breadcrumbs)
    ]
    return {"@type": "BreadcrumbList", "itemListElement": items}


def report(
    site: Site,
    evaluation: Evaluation,
    facts: RegionFacts,
    article: Article,
    address: str,
    sources: Iterable[Source],
) -> Data:
    """The text about a region in a year, with each figure that is known and that nobody contests."""
    figures = [found for name in FACTS for found in _observed(site, evaluation, facts, name)]
    return _without_blanks(
        {
            "@type": "Report",
            "headline": article.headline.text,
            "description": article.lead.text,
            "inLanguage": site.told_in,
            "url": site.full(address),
            "datePublished": day_of(evaluation),
            "version": edition_of(site, evaluation),
            "creativeWorkStatus": _status(site, [evaluation]),
            "about": _body(site, facts.region),
            "mainEntity": figures,
            "isPartOf": _part_of(site, evaluation),
            "isBasedOn": _based_on(sources),
            "publisher": _publisher(site),
            "license": _license(site.publisher.text_license),
        }
    )


def _observed(site: Site, evaluation: Evaluation, facts: RegionFacts, name: str) -> Iterator[Data]:
    """A figure as an observation, with how it was made if nobody published it."""
    fact: Fact[Any] = getattr(facts, name)
    if not fact or fact.contested:
        return
    known, of = fact.known, None
    value: int | str
    if isinstance(known, Category):
        value = known.name
    elif isinstance(known, Rank):
        value, of = known.place, known.of
    else:
        value = str(known)
    _ = site.language.gettext
    yield _without_blanks(
        {
            "@type": "Observation",
            "name": _(FACTS[name]),
            "value": value,
            "measurementDenominator": "" if of is None else str(of),
            "measurementQualifier": "" if fact.exact else _("kira-kira"),
            "measurementMethod": citing(site, evaluation).made(fact),
            "observationDate": str(evaluation.year),
        }
    )


def dataset(
    site: Site,
    evaluations: Sequence[Evaluation],
    title: str,
    description: str,
    address: str,
) -> Data:
    """The results of a year, of one group or of all: what was measured by whom, and the files."""
    first = evaluations[0]
    sources = (source for evaluation in evaluations for source in evaluation.sources.values())
    authors = (
        site.language.institution(e.organizer) for e in evaluations if not e.settings.organizer_note
    )
    return _without_blanks(
        {
            "@type": "Dataset",
            "name": title,
            "description": description,
            "inLanguage": site.language.code,
            "url": site.full(address),
            "temporalCoverage": str(first.year),
            "datePublished": day_of(first) if len(evaluations) == 1 else "",
            "version": edition_of(site, first) if len(evaluations) == 1 else "",
            "creativeWorkStatus": _status(site, evaluations),
            "creator": [{"@type": "Organization", "name": name} for name in dict.fromkeys(authors)],
            "publisher": _publisher(site),
            "isBasedOn": _based_on(dict.fromkeys(sources)),
            "isAccessibleForFree": True,
            "license": _license(site.publisher.data_license),
            "distribution": list(_files(site, first.year)),
        }
    )


def body(site: Site, region: Region, address: str) -> Data:
    """A body that is evaluated, and where it answers requests."""
    ppid = region.ppid
    contact = (
        {
            "@type": "ContactPoint",
            "name": ppid.office,
            "email": ppid.email,
            "telephone": ppid.phone,
            "url": ppid.website,
        }
        if ppid is not None
        else {}
    )
    return {
        **_body(site, region),
        **_without_blanks(
            {
                "alternateName": list(region.also),
                "mainEntityOfPage": site.full(address),
                "contactPoint": _without_blanks(contact),
            }
        ),
    }


def _body(site: Site, region: Region) -> Data:
    id_ = site.full(addresses.REGION(region.id))
    return _without_blanks(
        {"@type": "GovernmentOrganization", "@id": id_, "name": site.names.full(region)}
    )


def _part_of(site: Site, evaluation: Evaluation) -> Data:
    """The results of the group of which a text is about one."""

    def made() -> Data:
        return _without_blanks(
            {
                "@type": "Dataset",
                "name": f"{site.language.group(evaluation.group.name)} {evaluation.year}",
                "description": measured(site, evaluation),
                "url": site.full(site.at.GROUP(evaluation.year, evaluation.group.id)),
            }
        )

    return site.once(("data", evaluation.year, evaluation.group.id), made)


def _based_on(sources: Iterable[Source]) -> list[Data]:
    return [
        _without_blanks(
            {
                "@type": "CreativeWork",
                "name": source.title,
                "publisher": {"@type": "Organization", "name": source.publisher}
                if source.publisher
                else {},
                "datePublished": str(source.date or ""),
                "url": str(source.url or ""),
            }
        )
        for source in sources
    ]


def _publisher(site: Site) -> Data:
    """This site, by its publisher's name where that is said."""
    name = site.publisher.name or site.title
    return _without_blanks({"@type": "Organization", "name": name, "url": site.full("")})


def _license(name: str) -> Data:
    return {"@type": "CreativeWork", "name": name} if name else {}


def _status(site: Site, evaluations: Iterable[Evaluation]) -> str:
    """That results are made up, or not final: no machine takes them for what they are not."""
    states = {evaluation.status for evaluation in evaluations}
    _ = site.language.gettext
    if "sample" in states:
        return _("data contoh, bukan hasil sesungguhnya")
    return _("draf") if "draft" in states else ""


def _files(site: Site, year: int) -> Iterator[Data]:
    """The files of a year; where they are cannot be said without the address of the site."""
    for file in site.downloads if site.url else ():
        if file.year == year:
            yield _without_blanks(
                {
                    "@type": "DataDownload",
                    "name": file.table.about_in(site.language),
                    "encodingFormat": MEDIA.get(file.path.rpartition(".")[2], ""),
                    "contentUrl": site.full(file.path),
                }
            )


def _without_blanks(data: Data) -> Data:
    """What is known of it: a blank would say that there is nothing."""
    return {name: value for name, value in data.items() if value not in ("", None, [], {})}
