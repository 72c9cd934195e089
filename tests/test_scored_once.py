"""Answers are scored when their file is loaded, and never again."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from conftest import ROOT, dataset_of, whole_of

from generator.evaluation import scoring


def test_each_answer_is_scored_once(monkeypatch: pytest.MonkeyPatch) -> None:
    scored: Counter[str] = Counter()
    real = scoring.points

    def counted(question: Any, values: tuple[str, ...]) -> Any:
        scored[question.id] += 1
        return real(question, values)

    monkeypatch.setattr(scoring, "points", counted)
    dataset = dataset_of(ROOT / "examples/contoh/results")
    told: Counter[str] = Counter()
    for evaluation in dataset.evaluations.values():
        for file in evaluation.results.values():
            for id_, answer in file.result.answers.items():
                told[id_] += (answer.claim is not None) + (answer.verified is not None)
    assert scored == told and scored.total() > 100
    whole = whole_of(dataset, analysis=True)
    whole.prepare()
    for address in whole.makers:
        whole.page(address)
    for content in whole.files.values():
        content()
    assert scored == told


def test_published_scores_stand_beside_what_the_answers_give() -> None:
    dataset = dataset_of(ROOT / "examples/contoh/results")
    files = [file for e in dataset.evaluations.values() for file in e.results.values()]
    asked = [file for file in files if file.scores is not None]
    assert asked
    for file in asked:
        assert file.scores and file.verified and file.below
        for id_, figure in file.result.indicators.items():
            if figure.value is not None:
                assert file.scores.indicators[id_] == figure.value
        assert file.below.indicators == file.verified.indicators
        if not file.result.indicators and not file.result.stage_scores:
            assert file.scores == file.verified
