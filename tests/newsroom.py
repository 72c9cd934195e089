"""What the tests of the articles share: a newsroom on a folder, and a text as one string."""

from __future__ import annotations

from pathlib import Path

from conftest import dataset_of

from generator.facts import Facts
from generator.news import Article, Names, Newsroom, Paragraph


def newsroom(folder: Path, *, analysis: bool = False) -> Newsroom:
    """The newsroom of a results folder without problems."""
    return newsroom_of(Facts(dataset_of(folder)), analysis=analysis)


def newsroom_of(facts: Facts, *, analysis: bool = False) -> Newsroom:
    """A newsroom that has written nothing yet, on facts that others may use as well."""
    dataset = facts.dataset
    return Newsroom(facts, Names(dataset.regions.values(), dataset.organizers), analysis=analysis)


def article_text(article: Article) -> str:
    """Headline, date line, lead and paragraphs, as a golden file holds them."""
    head = [article.headline.text]
    head += [article.dateline.text] if article.dateline else []
    return (
        "\n\n".join([*head, article.lead.text, paragraphs_text(article.paragraphs)]).strip() + "\n"
    )


def paragraphs_text(paragraphs: tuple[Paragraph, ...]) -> str:
    return "\n\n".join(" ".join(s.text for s in paragraph) for paragraph in paragraphs)


def text_of(room: Newsroom, name: str) -> str:
    """The text of a golden file's name: ``2025-balangan``, ``edisi-2025-provinsi``, ``wilayah-…``."""
    kind, _, rest = name.partition("-")
    if kind == "wilayah":
        return paragraphs_text(room.history(rest)) + "\n"
    if kind == "edisi":
        year, _, group = rest.partition("-")
        return article_text(room.edition(room.facts.dataset.evaluations[int(year), group]))
    region = room.facts.dataset.regions[rest]
    evaluation = room.facts.dataset.evaluations[int(kind), region.group]
    return article_text(room.article(evaluation, rest))
