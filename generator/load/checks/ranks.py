"""Published ranks against the scores of the whole group."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from generator.evaluation.model import Evaluation, is_complete
from generator.evaluation.rounding import competition_ranks, round_half_up
from generator.format.problems import Place, Problems, message
from generator.load.checks import Read


def check(read: Read, problems: Problems) -> None:
    """Note every rank that the scores or the other ranks of its group contradict."""
    for evaluation in read.dataset.evaluations.values():
        if evaluation.ranked:
            _ranks(evaluation, problems)
            continue
        for file in evaluation.results.values():
            if file.result.rank is not None:
                problems.add(
                    file.document.at(("rank",)),
                    "rank",
                    message("peringkat ditulis, padahal ranking: none"),
                    message("hapus rank, atau tulis “ranking: computed” di edition.yml"),
                )


def _ranks(evaluation: Evaluation, problems: Problems) -> None:
    """Published ranks against the scores: exactly in a complete group, else by their order."""
    decimals = evaluation.decimals
    scores: dict[str, Decimal] = {}
    for id_, file in evaluation.results.items():
        if file.score is not None:
            scores[id_] = round_half_up(file.score, decimals)
    computed = competition_ranks(scores) if is_complete(evaluation, len(scores)) else {}
    published: list[tuple[int, str, Place]] = []
    for id_, file in evaluation.results.items():
        rank = file.result.rank
        if rank is None or rank.value is None or rank.note or id_ not in scores:
            continue
        if computed and rank.value != computed[id_]:
            problems.add(
                file.document.at(("rank",)),
                "rank",
                message(
                    "peringkat {a} bertentangan dengan skor: dihitung {b}",
                    a=rank.value,
                    b=computed[id_],
                ),
                message("perbaiki peringkat atau skor, atau beri note"),
            )
        published.append((rank.value, id_, file.document.at(("rank",))))
    if computed:
        return
    published.sort(key=lambda item: (item[0], item[1]))
    for (rank_a, a, _), (rank_b, b, place) in pairwise(published):
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
