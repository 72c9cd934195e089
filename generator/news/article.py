"""The article of one region in one year: headline, date line, lead, body.

What everybody needs comes first; then what is unusual among the peers, the rarest first, and what
was before; then what people did and said; last what the answers tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.news.angles import CATEGORY, DISPUTED, KEPT, MOVED, NOTICES, OUT, Angle
from generator.news.case import Case
from generator.news.passages import answers, figures, history, notice, peers, ranks, said, standing
from generator.news.passages.cautions import bounds_of_region
from generator.news.passages.left_out import left_out
from generator.news.passages.overall import of_region
from generator.news.passages.own_word import with_own_word
from generator.news.passages.sources import with_cautions, with_questionnaire
from generator.news.sentence import Article, Paragraph, Sentence, without_repeats
from generator.news.slots import Kind
from generator.news.tellers import RegionTeller

SHORT = 4
"""Sentences that make one paragraph."""


def write(
    tell: RegionTeller, case: Case, angles: tuple[Angle, ...], rarity: Mapping[str, int]
) -> Article:
    """The article (or notice) of a case. ``rarity``: how many of the group each angle holds for."""
    first = angles[0]
    tell.angle = first.name
    parts_ = standing.parts(tell, case)
    is_notice = first.name in NOTICES
    without_result = is_notice or first.name in OUT
    if without_result:
        notice.know(tell)
    headline = tell.headline(f"headline.{first.name}", **parts_)
    # The date is in the line above, which a lead does not repeat.
    choices = tell.choices(dated=False, rank_moved=ranks.rank_in_lead(tell), **parts_)
    # Where no sentence about peers will say which step of the scale the category is, the lead does.
    alone = case.mine.category.settled and peers.shared(tell) is None
    scored = case.mine.sure_score and (first.name == "first_place" or not case.mine.points)
    steps = (True, False) if alone else (False,)
    figured = {stepped: standing.figured(tell, stepped=stepped) for stepped in steps}
    choices = [
        {**choice, "figured": figured[stepped], "stepped": stepped, "scored": scored_ and scored}
        for choice in choices
        for stepped, scored_ in (*((stepped, True) for stepped in steps), (False, False))
    ]
    # The lead that all angles share for long names speaks of a result that nobody contests.
    known = case.mine.has_result and first.name not in DISPUTED
    lead = tell.lead(f"lead.{first.name}", choices, shared=known)
    tell.in_lead = frozenset((slot.kind, slot.role) for slot in lead.slots)
    parts = notice.body(tell) if is_notice else _body(tell, case, angles, rarity)
    paragraphs = tuple(without_repeats(parts, lead))
    told = [facts for _, facts in tell.history if facts.year <= tell.year]
    paragraphs = with_cautions(tell, told, paragraphs, lead)
    paragraphs = with_own_word(tell, told, paragraphs, lead)
    paragraphs = bounds_of_region(tell, headline, lead, paragraphs)
    paragraphs = with_questionnaire(tell, paragraphs, lead)
    # Over a notice the date would say that this region's result was announced.
    own = said.corrections_of(tell, tell.evaluation, tell.mine.region.id)
    corrected = said.since_announced(tell, own or ranks.corrected_peers(tell))
    made = figures.made_by_site(tell)
    dateline = (
        None if is_notice else tell.dateline(*corrected, made=made, both=figures.as_before(tell))
    )
    return Article(first.name, headline, dateline, lead, paragraphs, is_notice)


def _body(
    tell: RegionTeller, case: Case, angles: tuple[Angle, ...], rarity: Mapping[str, int]
) -> Iterator[Paragraph]:
    if tell.angle == "corrected":
        yield _paragraph(tell, said.corrections(tell))
    moved = _moved(angles)
    yield from _joined(
        _paragraph(tell, _figures(tell, case, moved, compared=_category_told(tell, angles, case))),
        _paragraph(tell, _news(tell, case, angles, rarity)),
    )
    if tell.angle != "corrected":
        yield _paragraph(tell, said.corrections(tell))
    yield _paragraph(tell, said.target(tell))
    yield from said.activities(tell)
    yield _paragraph(tell, answers.objections(tell))
    yield _paragraph(tell, said.responses(tell))
    yield _paragraph(tell, answers.told(tell))
    yield from _joined(
        _paragraph(tell, answers.obstacles(tell)), _paragraph(tell, answers.computed(tell))
    )


def _news(
    tell: RegionTeller, case: Case, angles: tuple[Angle, ...], rarity: Mapping[str, int]
) -> Iterator[Sentence]:
    """What else is unusual, and what was before."""
    unusual = tuple(_unusual(tell, case, angles, rarity))
    yield from unusual
    held_told = any(sentence.rule == "told.held" for sentence in unusual)
    yield from notice.around(tell) if tell.angle in OUT else history.before(tell, held_told)


def _paragraph(tell: RegionTeller, sentences: Iterator[Sentence]) -> Paragraph:
    """The sentences, none of which is said before it is taken: the paragraph begins first."""
    tell.new_paragraph()
    return tuple(sentences)


def _joined(first: Paragraph, second: Paragraph) -> Iterator[Paragraph]:
    """Two paragraphs, or one where the second is a single sentence or both are short."""
    if len(second) == 1 or len(first) + len(second) <= SHORT:
        yield first + second
    else:
        yield first
        yield second


def _moved(angles: tuple[Angle, ...]) -> str:
    """The angle that tells that the category moved, where another one leads; "" if none does."""
    return next((angle.name for angle in angles[1:] if angle.name in MOVED), "")


def _category_told(tell: RegionTeller, angles: tuple[Angle, ...], case: Case) -> bool:
    """Whether the lead, or the sentence of the category, tells what became of that."""
    if angles[0].name in CATEGORY or (angles[0].name == "moved_apart" and case.stayed):
        return True
    if (angles[0].name == "score_moved" and case.still) or standing.stays_told(tell):
        return True
    return bool(_moved(angles)) and not figures.category_in_lead(tell)


def _figures(tell: RegionTeller, case: Case, moved: str, *, compared: bool) -> Iterator[Sentence]:
    if tell.angle in OUT:
        yield from notice.out(tell)
        return
    led = (Kind.RANK, "own") in tell.in_lead
    category = tuple(figures.category(tell, moved, compared=compared))
    yield from category
    stated = not figures.category_in_lead(tell)
    among = list(peers.peers(tell, step=not stated or bool(moved)))
    if not tell.mine.score:
        yield from among
    rank = ranks.clause(tell)
    # Where the lead tells the rank, an earlier one comes after who is beside it now.
    beside = tuple(standing.neighbours(tell)) if led and not tell.mine.score else ()
    yield from beside  # before that there is no score
    score = tuple(figures.score(tell, case, rank))
    told = any(rank.text in sentence.text or _ranked(sentence) for sentence in score)
    before = (score or (() if tell.mine.score else among) or category)[-1:]
    noted = any(sentence.rule == "body.note" for sentence in before)
    ahead = tuple(standing.neighbours(tell)) if led and not beside else ()
    away = noted or bool(ahead or beside)
    placed = tuple(ranks.rank(tell, rank, told=told, after_note=away))
    next_to = ahead if led else tuple(standing.neighbours(tell))
    order = (score, next_to, placed) if led else (score, placed, next_to)
    if led and (ranks.surely_moved(tell) or tell.angle == "tied"):
        order = (placed, score, next_to)  # of the rank in the lead that is the news
    for sentences in order:
        yield from sentences
    yield from of_region(tell)
    yield from figures.corrected_before(tell)
    if tell.mine.score:
        yield from among
    if led:
        yield from left_out(tell)


def _ranked(sentence: Sentence) -> bool:
    """Whether a sentence of the score tells the place as well."""
    return any((slot.kind, slot.role) == (Kind.RANK, "own") for slot in sentence.slots)


def _unusual(
    tell: RegionTeller, case: Case, angles: tuple[Angle, ...], rarity: Mapping[str, int]
) -> Iterator[Sentence]:
    """What the other angles that hold have to say, the rarest among the peers first."""
    yield from standing.only_mover(tell, case)
    others: list[Angle] = []
    category_told = _category_told(tell, angles, case)
    told = figures.EXTREME if figures.extreme_told(case, tell.angle) else frozenset()
    for angle in angles[1:]:
        if angle.name in told or (angle.name in CATEGORY and category_told):
            continue
        if angle.name in KEPT and standing.as_most(tell):
            continue
        category_told = category_told or angle.name in CATEGORY
        if tell.phrases.variants(f"told.{angle.name}"):
            others.append(angle)
    for angle in sorted(others, key=lambda a: rarity.get(a.name, 0)):
        yield tell.say(f"told.{angle.name}", name=tell.name())
        if angle.name in CATEGORY:
            yield from figures.compared_computed(tell)
