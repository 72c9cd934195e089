"""The record of each body as JSON: by its schema, and with the figures of the tables."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from conftest import EDITION, dataset_of, whole_of, write_results
from jsonschema import Draft202012Validator


def strict(node: Any) -> Any:
    """The schema with nothing allowed that it does not name: what is written is what is promised."""
    if isinstance(node, list):
        return [strict(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {key: strict(value) for key, value in node.items()}
    return found | ({"additionalProperties": False} if "properties" in node else {})


@pytest.fixture(scope="module", params=["kalsel", "contoh", "ikip", "sulsel"])
def data(request: pytest.FixtureRequest) -> Path:
    built: Path = request.getfixturevalue(request.param)
    return built / "data"


def records_of(data: Path) -> dict[str, Any]:
    return {
        path.stem: json.loads(path.read_text("utf-8")) for path in (data / "wilayah").glob("*.json")
    }


def rows_of(data: Path) -> list[dict[str, str]]:
    found = []
    for path in data.rglob("hasil.csv"):
        with path.open(encoding="utf-8-sig", newline="") as stream:
            found += list(csv.DictReader(stream))
    return found


def test_every_record_is_by_the_schema(data: Path) -> None:
    schema = json.loads((data / "skema/wilayah.json").read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(strict(schema))
    records = records_of(data)
    assert records
    for name, found in records.items():
        assert not [f"{name}: {e.json_path} {e.message}" for e in validator.iter_errors(found)]
        assert (data / "wilayah" / found["$schema"]).resolve() == data / "skema/wilayah.json"
        for page in (found["page"], *(one["article"] for one in found["editions"])):
            assert (data.parent / page / "index.html").is_file()


def test_records_and_tables_say_the_same(data: Path) -> None:
    found = {
        (one["measure"], str(one["year"]), name): (record, one)
        for name, record in records_of(data).items()
        for one in record["editions"]
    }
    rows = rows_of(data)
    assert {(row["measure"], row["year"], row["region"]) for row in rows} >= found.keys()
    for row in rows:
        pair = found.get((row["measure"], row["year"], row["region"]))
        if pair is None:
            continue  # of a year before the region was founded
        record, one = pair
        for name in ("category", "score", "rank"):
            figure = one[name]
            assert row[name] == ("" if figure["value"] is None else str(figure["value"]))
            assert row[f"{name}_state"] == figure["state"]
            assert row[f"{name}_why"] == (figure["why"] or "")
            told = figure["change"]
            assert row[f"{name}_change"] == ("" if told is None else str(told))
            titles = [record["sources"][at]["title"] for at in figure["sources"]]
            assert all(title in row["source"] for title in titles)
        if one["score"]["value"] is not None:
            assert one["score"]["decimals"] == -Decimal(row["score"]).as_tuple().exponent  # type: ignore[operator]


def test_a_record_holds_what_the_files_hold(tmp_path: Path) -> None:
    correction = (
        "corrections: [{date: 2025-01-15, region: alfa, field: score, from: '81', to: '87.40', "
        "reason: Salah hitung, decision: 3/KEP/2025, source: koran}]\n"
    )
    files: dict[str, str | None] = {
        "2024/edition.yml": EDITION + correction,
        "2024/alfa.yml": "region: alfa\nscore: {value: 87.40, source: koran, note: 'Menurut \"x\"'}\n",
        "2023/edition.yml": EDITION.replace("2024", "2023"),
    }
    site = whole_of(dataset_of(write_results(tmp_path, files)))
    found = json.loads(site.files["data/wilayah/alfa.json"]())
    newest, oldest = found["editions"]
    assert (newest["year"], oldest["year"]) == (2024, 2023)
    score = newest["score"]
    assert (score["value"], score["decimals"], score["state"]) == ("87.40", 2, "diketahui")
    assert (score["note"], score["maximum"]) == ('Menurut "x"', "100")
    assert [found["sources"][at]["title"] for at in score["sources"]] == ["Hasil evaluasi"]
    assert oldest["score"]["value"] is None and oldest["score"]["state"] == "belum diketahui"
    assert newest["corrections"] == [
        {
            "date": "2025-01-15",
            "field": "score",
            "of": None,
            "from": "81",
            "to": "87.40",
            "reason": "Salah hitung",
            "decision": "3/KEP/2025",
            "sources": [0],
        }
    ]
    assert set(site.many_files) == {f"data/wilayah/{r}.json" for r in ("alfa", "beta", "kota-gama")}


def test_a_record_holds_indicators_and_answers(contoh: Path) -> None:
    found = json.loads((contoh / "data/wilayah/dongeng.json").read_text("utf-8"))
    newest = found["editions"][0]
    with (contoh / "data/indikator-2025.csv").open(encoding="utf-8-sig", newline="") as stream:
        table = {r["indicator"]: r for r in csv.DictReader(stream) if r["region"] == "dongeng"}
    mine = {one["id"]: one for one in newest["indicators"]}
    assert mine.keys() == table.keys()
    for id_, one in mine.items():
        assert one["score"] == (table[id_]["score"] or None)
        assert one["claimed"] == (table[id_]["claimed"] or None)
    with (contoh / "data/jawaban-2025.csv").open(encoding="utf-8-sig", newline="") as stream:
        answers = {r["question"]: r for r in csv.DictReader(stream) if r["region"] == "dongeng"}
    assert {one["question"] for one in newest["answers"]} == answers.keys()
    for one in newest["answers"]:
        assert ";".join(one["verified"]) == answers[one["question"]]["verified"]
        assert one["points"] == (answers[one["question"]]["points"] or None)
