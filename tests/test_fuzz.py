"""``python -m tests.fuzz`` finds what is wrong, says how to find it again, and makes it small."""

from __future__ import annotations

import contextlib
import json
import shlex
import time
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT
from fuzz import run, trial
from fuzz.mutate import written
from fuzz.sites import below
from fuzz.trial import Outcome
from reader import Mismatch

from generator.format.problems import Place, Problems, message
from generator.load import folder
from generator.pages import markup

pytestmark = pytest.mark.once

SEEDS = range(3040, 3047)
"""Seven in which every sort of input occurs."""


def test_a_seed_makes_the_same_input() -> None:
    for seed in SEEDS:
        assert run.made(seed) == run.made(seed)


def test_every_sort_is_made_and_most_random_sites_are_right() -> None:
    outcomes: dict[str, list[Outcome]] = {}
    for seed in SEEDS:
        sort, files = run.made(seed)
        outcomes.setdefault(sort, []).append(run.tried(sort, files))
    assert set(outcomes) == {run.READ, run.MUTATED, "random sites", "hostile sites"}
    assert all(not outcome.wrong for listed in outcomes.values() for outcome in listed)
    right = [outcome for sort in (run.READ, "random sites") for outcome in outcomes[sort]]
    assert sum(not outcome.refused for outcome in right) > 0.7 * len(right)
    assert any(outcome.refused for outcome in outcomes[run.MUTATED])
    assert any(not outcome.refused for outcome in outcomes[run.MUTATED])


def test_what_once_failed_is_tried_first(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    seen: list[int] = []
    monkeypatch.setattr(run, "made", lambda seed: (seen.append(seed), ("x", {}))[1])
    monkeypatch.setattr(run, "tried", lambda *_: Outcome())
    assert run.main(["--again", "--seed", "7", "--count", "2"]) == 0
    assert seen == [*run.once_failed(), 7, 8] and len(seen) > 7
    assert run.main(["--seconds", "0.01"]) == 0
    first = int(capsys.readouterr().out.splitlines()[-3].removeprefix("seed "))
    assert seen[len(run.once_failed()) + 2] == first, "a random seed is printed"


def test_continuous_integration_tries_the_same_inputs_each_time() -> None:
    lines = (ROOT / ".ci/run").read_text("utf-8").splitlines()
    words = next(
        shlex.split(line) for line in lines if line.startswith(".venv/bin/python -m tests.")
    )
    options = run._options(words[3:])
    assert options.again and options.seed is not None and not options.count
    assert options.seconds >= 60


def test_sentences_that_are_refused_are_no_fault_of_the_data(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refused(_: object, problems: Problems) -> None:
        problems.add(Place("generator/news/sentences.id.yml"), "body.peers", message("salah"))

    monkeypatch.setattr(trial, "read_site", refused)
    assert "refused for its own texts" in run.tried(*run.made(SEEDS[0])).kinds


def call(found: Path, seed: int) -> int:
    return run.main(["--count", "1", "--seed", str(seed), "--found", str(found)])


def seed_of(sort: str) -> int:
    return next(seed for seed in SEEDS if run.made(seed)[0] == sort)


def test_a_crash_is_told_by_its_seed_and_made_small(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    right = folder.Reader.result

    def result(self: Any, path: Path) -> Any:
        if b"score" in path.read_bytes():
            raise KeyError("score")
        return right(self, path)

    monkeypatch.setattr(folder.Reader, "result", result)
    files = {
        "regions.yml": {
            "groups": [{"id": "g", "name": "G"}],
            "regions": [
                {"id": f"r{i}", "name": f"R{i}", "kind": "kota", "group": "g"} for i in "ab"
            ],
        },
        "2024/edition.yml": {"year": "2024", "title": "E", "organizer": "O", "status": "final"},
        "2024/ra.yml": {"region": "ra", "category": "Baik"},
        "2024/rb.yml": {"region": "rb", "score": "71.00", "statements": []},
    }
    site = {"mkdocs.yml": run.settings("kip"), **below(files)}
    monkeypatch.setattr(run, "made", lambda seed: (run.MUTATED, written(site)))
    assert call(tmp_path, 7) == 1
    said = capsys.readouterr().out
    assert "seed 7\n" in said and "--seed 7 --count 1" in said and "KeyError in folder.py:" in said
    (written_to,) = tmp_path.iterdir()
    kept = {p.relative_to(written_to).as_posix(): p.read_text() for p in written_to.rglob("*.*")}
    assert "KeyError" in kept.pop("said.txt")
    assert set(kept) == {"results/regions.yml", "results/2024/rb.yml"}
    assert json.loads(kept["results/2024/rb.yml"]) == {"score": "71.00"}


def test_what_takes_too_long_is_stopped(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if not hasattr(trial.signal, "SIGPROF"):
        pytest.skip("this system stops nothing")

    def spin(*_: Any) -> None:
        until = time.process_time() + 20
        while time.process_time() < until:
            with contextlib.suppress(Exception):  # as careless code would
                sum(range(1000))

    monkeypatch.setattr(trial, "read_settings", spin)
    monkeypatch.setattr(trial, "LIMIT", 0.2)
    began = time.process_time()
    assert trial.trial(tmp_path).kinds == {"TooSlow"}
    assert time.process_time() - began < 5


def test_what_a_page_lets_through_is_seen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """With nothing escaped, hostile sites come alive; with a wrong figure, the reader says so."""
    sort, files = run.made(seed_of("hostile sites"))
    monkeypatch.setattr(markup, "_SPECIAL", markup.re.compile("\ue000"))
    markup.known.clear()
    assert "page" in run.tried(sort, files).kinds
    markup.known.clear()


def test_what_the_reader_finds_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    false = Mismatch("2024/x/", "Skornya 80.", "score", "80", "81")
    monkeypatch.setattr(run, "read", lambda *_: [false])
    monkeypatch.setattr(run, "is_known", lambda _: False)
    for seed in (seed for seed in SEEDS if run.made(seed)[0] == run.READ):
        outcome = run.tried(*run.made(seed))
        if outcome.wrong:
            assert outcome.kinds == {"reader: score"}
            return
    pytest.fail("no site was read")
