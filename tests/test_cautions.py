"""Each caution that the facts of an article demand stands in it, once, and none that they do not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from conftest import ROOT
from newsroom import article_text, newsroom
from reader_adapter import EXAMPLES

from generator.evaluation.model import Evaluation
from generator.facts import Facts
from generator.facts.model import Rule
from generator.facts.region import RegionFacts
from generator.facts.sources import sources_of
from generator.format.problems import Problems
from generator.load.load import load
from generator.news import Article, Names, Newsroom
from generator.news.sentence import Sentence

COMPUTED = re.compile(
    r"[Kk]ategori(?: dan skor)?((?: \d{4}(?: dan \d{4})?| di sini)?) dihitung (?:situs )?dari"
)
"""A category that is the site's own, and of which years that is said; of this one where none is."""
RANKED = re.compile(r"enurut urutan skor|Peringkat itu dihitung dari skor")
BOUND = re.compile(r"batas bawah kategori")
BOUNDS = re.compile(
    r"^Batas kategori menurut|^Kategori(?: dan skor)?(?: \d{4} dan \d{4})? dihitung .* menurut batas dari"
)
LONGEST = 15
"""Words of a caution; the name of a source is the data's."""


@pytest.fixture(scope="module", params=EXAMPLES)
def room(request: pytest.FixtureRequest) -> Newsroom:
    example = EXAMPLES[request.param]
    return newsroom(example.results, analysis=example.analysis)


def articles(room: Newsroom) -> Iterator[tuple[Article, Evaluation, RegionFacts]]:
    for evaluation in room.facts.dataset.evaluations.values():
        for region in evaluation.regions:
            article = room.article(evaluation, region.id)
            if not article.is_notice:
                yield article, evaluation, room.facts.region(evaluation, region.id)


def computed_years(mine: RegionFacts) -> list[int]:
    """The years of which a text tells a category that nobody published."""
    change = mine.categories.value
    found = [change.year] if change is not None and change.by_scale else []
    own = mine.category.settled and mine.category.rule is Rule.BY_SCALE
    return [*found, mine.year] if own else found


def test_a_computed_category_is_told_as_one_once(room: Newsroom) -> None:
    for article, evaluation, mine in articles(room):
        said: Counter[int] = Counter()
        for sentence in article.sentences:
            for years in COMPUTED.findall(sentence.text):
                said.update([int(year) for year in re.findall(r"\d{4}", years)] or [mine.year])
        # Where nobody decides on categories, "menurut skala" in the lead is enough.
        by_scale_alone = not evaluation.measure.taking_part and "menurut skala" in article.lead.text
        expected = [] if by_scale_alone else computed_years(mine)
        assert said == Counter(expected), article.headline.text


def test_a_computed_rank_is_told_as_one_once(room: Newsroom) -> None:
    for article, _, mine in articles(room):
        text = " ".join(sentence.text for sentence in (article.lead, *body(article)))
        ranked = mine.rank.settled and mine.rank.rule is Rule.RANKED
        assert len(RANKED.findall(text)) == ranked, article.headline.text


def test_whose_bounds_are_told_is_said_once(room: Newsroom) -> None:
    for article, evaluation, mine in articles(room):
        texts = [sentence.text for sentence in body(article)]
        scale = evaluation.scale
        source = evaluation.source(scale.source) if scale else None
        other = source is not None and source not in sources_of(mine.category, mine.score)
        by_scale = mine.category.settled and mine.category.rule is Rule.BY_SCALE
        # Beside a distance to the next category the table says it.
        at = not mine.gap and any(BOUND.search(t) for t in (article.lead.text, *texts))
        found = sum(bool(BOUNDS.match(text)) for text in texts)
        assert found == (other and (by_scale or at)), article.headline.text


def test_the_questionnaire_is_explained_once_where_it_is_named(room: Newsroom) -> None:
    """In the sentence that first names it, after that, or at the end of its paragraph; after the lead,
    by the end of the next one."""
    for article, _, _ in articles(room):
        first = article.paragraphs[0] if article.paragraphs else ()
        beginning = [article.lead, *first]
        texts = [sentence.text for sentence in (article.lead, *body(article))]
        named = [n for n, text in enumerate(texts) if re.search(r"\bSAQ\b", text)]
        told = [n for n, text in enumerate(texts) if EXPLAINED.search(text)]
        assert len(told) == bool(named), article.headline.text
        for number in named[:1]:
            rest = next(
                paragraph
                for paragraph in (beginning, *article.paragraphs[1:])
                if any(sentence.text == texts[number] for sentence in paragraph)
            )
            assert told[0] >= number, article.headline.text
            assert any(EXPLAINED.search(s.text) for s in rest), article.headline.text


def test_a_gap_is_told_once(room: Newsroom) -> None:
    gap = re.compile(r"poin untuk (?:mencapai|kembali ke) kategori")
    for article, _, _ in articles(room):
        text = " ".join(sentence.text for sentence in (article.lead, *body(article)))
        assert len(gap.findall(text)) <= 1, article.headline.text


def test_a_caution_is_short(room: Newsroom) -> None:
    starts = re.compile(f"{COMPUTED.pattern}|Peringkat itu dihitung")
    for article, _, _ in articles(room):
        for sentence in body(article):
            if starts.match(sentence.text):
                assert len(sentence.text.split()) <= LONGEST, sentence.text


def body(article: Article) -> list[Sentence]:
    return [sentence for paragraph in article.paragraphs for sentence in paragraph]


EXPLAINED = re.compile(r"^SAQ adalah|SAQ, kuesioner yang diisi")

OPEN = re.compile(r"Batas kategori ((?:\d{4}(?:, | dan |, dan )?)+) belum diketahui")


def test_unknown_bounds_are_told_once_where_a_category_is_compared(room: Newsroom) -> None:
    """At the end of the paragraph that tells what became of the category, or follows a lead that does."""
    for article, evaluation, mine in articles(room):
        change = mine.categories.value or mine.surely_moved.value
        years = {evaluation.year, change.year} if change is not None else set()
        editions = (room.facts.dataset.evaluations[y, mine.group] for y in sorted(years))
        open_ = [e.year for e in editions if e.scale is None or e.scale.minima is None]
        labels = {room.phrases.label(name, year=mine.year) for name in ("categories", "held")}
        first_two = [article.lead, *(article.paragraphs[0] if article.paragraphs else ())]
        told = [first_two, *article.paragraphs[1:]]
        compares = [any(labels & {f.label for f in s.evidence} for s in part) for part in told]
        ends = [part[-1].text for part in told]
        number = compares.index(True) if open_ and any(compares) else None
        found = [s.text for s in body(article) if OPEN.match(s.text)]
        assert found == ([] if number is None else [ends[number]]), article.headline.text
        for text in found:
            assert re.findall(r"\d{4}", text) == list(map(str, open_))
            assert len(text.split()) <= LONGEST


def test_unknown_bounds_of_an_edition_are_told_once(room: Newsroom) -> None:
    for evaluation in room.facts.dataset.evaluations.values():
        article = room.edition(evaluation)
        found = [s.text for s in body(article) if OPEN.match(s.text)]
        moved = article.angle == "moved"
        bounds = evaluation.scale is None or evaluation.scale.minima is None
        assert len(found) == 1 if moved and bounds else len(found) <= 1, article.headline.text


def test_an_organizer_that_no_source_names_is_named_in_no_text(room: Newsroom) -> None:
    for evaluation in room.facts.dataset.evaluations.values():
        presumed = evaluation.settings.organizer_note is not None
        texts = [
            room.edition(evaluation),
            *(room.article(evaluation, r.id) for r in evaluation.regions),
        ]
        for article in texts:
            named = sum(
                f"oleh {evaluation.organizer}" in s.text for s in (article.lead, *body(article))
            )
            assert named == (0 if presumed else 1), article.headline.text


def test_nothing_presumes_a_decision_on_a_measure_without_one() -> None:
    """An index whose categories are read off a printed scale is decided by nobody."""
    dataset = load(ROOT / "examples/ikip/results", Problems(), measure="ikip")
    assert dataset is not None
    room = Newsroom(Facts(dataset), Names(dataset.regions.values(), dataset.organizers))
    for evaluation in dataset.evaluations.values():
        texts = [room.edition(evaluation)]
        texts += [room.article(evaluation, region.id) for region in evaluation.regions]
        assert not any("keputusan" in article_text(text) for text in texts)


def test_a_note_on_the_participants_has_all_sources_that_it_names(room: Newsroom) -> None:
    for evaluation in room.facts.dataset.evaluations.values():
        for sentence in body(room.edition(evaluation)):
            named = {s for s in evaluation.sources.values() if s.publisher in sentence.text.split()}
            assert sentence.rule != "body.note" or named <= set(sentence.sources), sentence.text
