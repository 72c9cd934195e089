"""Published ranks against the scores of the whole group."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from itertools import pairwise

from generator.evaluation.model import Evaluation, is_complete, is_contested
from generator.evaluation.rounding import competition_ranks, round_half_up
from generator.format.problems import Message, Place, Problems, message
from generator.load.checks import Read


def check(read: Read, problems: Problems) -> None:
    """Note every rank where there are none, and every one that no group of its size has."""
    for evaluation in read.dataset.evaluations.values():
        last = last_rank(evaluation)
        for file in evaluation.results.values():
            rank = file.result.rank
            if rank is None:
                continue
            place = file.document.at(("rank",))
            if not evaluation.ranked:
                problems.add(
                    place,
                    "rank",
                    message("peringkat ditulis, padahal ranking: none"),
                    message("hapus rank, atau tulis “ranking: computed” di edition.yml"),
                )
                continue
            if rank.value is None or last is None or rank.note:
                continue
            if rank.value > last:
                problems.add(place, "rank", *beyond(rank.value, last))


def last_rank(evaluation: Evaluation) -> int | None:
    """How many bodies can have a rank: those that took part; None if that is not known."""
    took_part = evaluation.settings.participants.took_part
    if took_part is not None and took_part.value is not None:
        return None if is_contested(took_part) else took_part.value
    return None if evaluation.group.partial else len(evaluation.regions) - len(evaluation.out)


def beyond(rank: int, last: int) -> tuple[Message, Message]:
    """What to say of a rank that is greater than the number of those that may have one."""
    return (
        message("peringkat {rank}, padahal pesertanya {count}", rank=rank, count=last),
        message("perbaiki peringkat ini, jumlah peserta, atau daftar wilayah di regions.yml"),
    )


def compare(evaluation: Evaluation, problems: Problems) -> None:
    """Note every rank that the scores or the other ranks of its group contradict."""
    if evaluation.ranked:
        _ranks(evaluation, problems)


def published_or_computed(evaluation: Evaluation) -> dict[str, int]:
    """The known ranks of a group: as published, else by the scores where the group is complete."""
    computed = _computed(evaluation, _scores(evaluation))
    ranks = {}
    for id_, file in evaluation.results.items():
        rank = computed.get(id_) if file.result.rank is None else file.result.rank.value
        if rank is not None:
            ranks[id_] = rank
    return ranks


def _scores(evaluation: Evaluation) -> dict[str, Decimal]:
    return {
        id_: round_half_up(file.score, evaluation.decimals)
        for id_, file in evaluation.results.items()
        if file.score is not None
    }


def _computed(evaluation: Evaluation, scores: dict[str, Decimal]) -> dict[str, int]:
    """The ranks by the scores; none unless all are known."""
    return competition_ranks(scores) if is_complete(evaluation, len(scores)) else {}


def _ranks(evaluation: Evaluation, problems: Problems) -> None:
    """Published ranks against the scores: exactly in a complete group, else by their order."""
    scores = _scores(evaluation)
    computed = _computed(evaluation, scores)
    published: list[_Told] = []
    within: dict[str, list[_Told]] = {}
    for id_, file in evaluation.results.items():
        rank, category = file.result.rank, file.result.category
        if rank is None or rank.value is None or rank.note or id_ not in scores:
            continue
        place = file.document.at(("rank",))
        if rank.within is not None:
            name = category.value if category is not None else None
            within.setdefault(name or "", []).append((rank.value, id_, place))
            continue
        if computed and rank.value != computed[id_]:
            problems.add(
                place,
                "rank",
                message(
                    "peringkat {a} bertentangan dengan skor: dihitung {b}",
                    a=rank.value,
                    b=computed[id_],
                ),
                message("perbaiki peringkat atau skor, atau beri note"),
            )
        published.append((rank.value, id_, place))
    for told in (*within.values(), *([] if computed else [published])):
        _order(told, scores, problems)


_Told = tuple[int, str, Place]
"""A published rank, of which region, and where it stands."""


def _order(told: list[_Told], scores: Mapping[str, Decimal], problems: Problems) -> None:
    """Ranks of one group or one category against the order of the scores that are known."""
    told.sort(key=lambda item: (item[0], item[1]))
    for (rank_a, a, _), (rank_b, b, place) in pairwise(told):
        if scores[b] > scores[a] or (rank_a == rank_b) != (scores[a] == scores[b]):
            problems.add(
                place,
                "rank",
                message(
                    "peringkat {rank} (skor {score}) tidak cocok dengan {other}: "
                    "peringkat {other_rank} (skor {other_score})",
                    rank=rank_b,
                    score=scores[b],
                    other=a,
                    other_rank=rank_a,
                    other_score=scores[a],
                ),
                message("perbaiki peringkat atau skor, atau beri note"),
            )
