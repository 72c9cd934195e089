"""``rapor explain``: every sentence of a text with its rule and its facts."""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from generator.command._loaded import loaded, opened, site_argument, tell
from generator.format.guess import RegionGuesser, suggestion
from generator.format.problems import Translate, message
from generator.progress import counted

if TYPE_CHECKING:
    from generator.news import Evidence, Newsroom, Sentence

MOST_PLACES = 20
"""Places that are listed for one fact: a count of thousands rests on thousands of lines."""

NAME = "explain"
HELP = message("sebutkan fakta di balik tiap kalimat")


def arguments(parser: argparse.ArgumentParser, translate: Translate) -> None:
    told = message("tahun, id wilayah, atau keduanya; kosong: periksa semua kalimat")
    name = message("TAHUN/WILAYAH").text(translate)
    parser.add_argument("what", nargs="*", metavar=name, help=told.text(translate))
    site_argument(parser, translate)


def run(options: argparse.Namespace) -> int:
    """Print the proof of a text, or without a year and region count the sentences of all."""
    site = opened(options.site, options.messages)
    whole = loaded(site)
    if whole is None:
        return 1
    what: Sequence[str] = options.what
    # The id of another measure, said first, means its editions.
    others = {mine.dataset.measure_id: mine for mine in whole.site.others}
    mine = others.get(what[0], whole.site) if what else whole.site
    what = what[1:] if mine is not whole.site else what
    room, dataset, translate = mine.newsroom, mine.dataset, site.translate
    editions = {str(year): year for year in dataset.editions}
    years: list[int | None] = [editions[word] for word in what if word in editions]
    regions: list[str | None] = [word for word in what if word in dataset.regions]
    unknown = [word for word in what if word not in dataset.regions and word not in editions]
    if unknown or len(years) > 1 or len(regions) > 1:
        word = " ".join(unknown or what)
        guess = RegionGuesser((r.id, (r.name, *r.also)) for r in dataset.regions.values())
        right = suggestion(word, guess, message("contoh: rapor explain 2025 balangan"))
        told = message(
            "“{word}” bukan tahun edisi dan bukan id wilayah; {right}", word=word, right=right
        )
        tell([told.text(translate)])
        return 1
    try:
        if years or regions:
            year, region = (years or [None])[0], (regions or [None])[0]
            print("\n".join(explained(room, year, region, translate)))
        else:
            counted = [accounted(one.newsroom) for one in whole.site.series]
            texts, sentences = (sum(numbers) for numbers in zip(*counted, strict=True))
    except KeyError:
        told = message("Tidak ada halaman /{address}/.", address="/".join(what))
        tell([told.text(translate)])
        return 1
    if not what:
        told = message(
            "{sentences} kalimat dalam {texts} teks; semuanya didukung fakta.",
            sentences=sentences,
            texts=texts,
        )
        print(told.text(translate))
    return 0


def explained(
    room: Newsroom, year: int | None, region: str | None, translate: Translate
) -> Iterator[str]:
    """The lines for an article (year and region), an edition (year), or a running text (region).

    What is said of a sentence is in the language of messages; the sentence, its slots and its facts
    are in that of the article. KeyError if the dataset has no such year or region.
    """
    dataset = room.facts.dataset
    if year is None:
        assert region is not None
        paragraphs = room.history(dataset.regions[region].id)
        yield f"/wilayah/{region}/"
        yield from _sentences(room, [s for paragraph in paragraphs for s in paragraph], translate)
        return
    angle = message("sudut").text(translate)
    if region is not None:
        article = room.article(dataset.evaluations[year, dataset.regions[region].group], region)
        yield f"/{year}/{region}/ ({angle}: {article.angle})"
        yield from _sentences(room, article.sentences, translate)
        return
    if not dataset.of_year(year):
        raise KeyError(year)
    for evaluation in dataset.of_year(year):
        article = room.edition(evaluation)
        yield f"/{year}/ {evaluation.group.name} ({angle}: {article.angle})"
        yield from _sentences(room, article.sentences, translate)


def accounted(room: Newsroom) -> tuple[int, int]:
    """Write every text of a dataset and count texts and sentences."""
    texts = sentences = 0
    for text in _all_texts(room):
        texts += 1
        sentences += len(text)
    return texts, sentences


def _all_texts(room: Newsroom) -> Iterator[list[Sentence]]:
    dataset = room.facts.dataset
    for evaluation in dataset.evaluations.values():
        yield list(room.edition(evaluation).sentences)
        told = message("Menulis laporan {year}", year=evaluation.year)
        for region in counted(told, evaluation.regions):
            yield list(room.article(evaluation, region.id).sentences)
    for id_ in dataset.regions:
        yield [s for paragraph in room.history(id_) for s in paragraph]


def _sentences(
    room: Newsroom, sentences: tuple[Sentence, ...] | list[Sentence], translate: Translate
) -> Iterator[str]:
    rule, slots, fact = (
        told.text(translate) for told in (message("aturan"), message("slot"), message("fakta"))
    )
    for number, sentence in enumerate(sentences, 1):
        yield ""
        yield f"{number}. {sentence.text}"
        place = room.phrases.place(sentence.rule)
        yield f"   {rule}: {sentence.rule} ({place.file}:{place.line})"
        told = (
            f"{slot.text} [{slot.kind}{slot.role and ':'}{slot.role}]" for slot in sentence.slots
        )
        yield f"   {slots}: {', '.join(told)}"
        for item in sentence.evidence:
            yield f"   {fact}: {item.label}: {item.value}{_origin(item, translate)}"
            for shown in item.places[:MOST_PLACES]:
                yield f"     {shown}"
            if len(item.places) > MOST_PLACES:
                more = message("dan {count} tempat lain", count=len(item.places) - MOST_PLACES)
                yield f"     {more.text(translate)}"


def _origin(item: Evidence, translate: Translate) -> str:
    from generator.facts.model import Rule

    parts = [] if item.rule is Rule.PUBLISHED else [message("dihitung").text(translate)]
    parts += item.publishers
    return f" ({'; '.join(parts)})" if parts else ""
