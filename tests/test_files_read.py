"""The files to download, read by the programs of others: the same rows, whatever reads."""

from __future__ import annotations

import csv
import json
import re
import shutil
import subprocess
from html import unescape
from pathlib import Path
from typing import Any

import pytest


@pytest.fixture(scope="module")
def packages(kalsel: Path, contoh: Path, ikip: Path) -> list[Path]:
    return [site / "data/datapackage.json" for site in (kalsel, contoh, ikip)]


def test_datapackages_are_valid(packages: list[Path]) -> None:
    from frictionless import Package

    for path in packages:
        report = Package(str(path)).validate()
        assert report.valid, report.flatten(["name", "type", "message"])
        listed = {one["path"] for one in json.loads(path.read_text("utf-8"))["resources"]}
        there = {file.relative_to(path.parent).as_posix() for file in path.parent.rglob("*.csv")}
        assert listed == {name for name in there if not name.endswith("-excel.csv")}


def test_every_program_reads_the_same_rows(contoh: Path) -> None:
    """pandas by the types of datapackage.json, DuckDB, openpyxl, calamine, JSON: of every table."""
    import duckdb
    import openpyxl
    import pandas
    import python_calamine

    folder = contoh / "data"
    for resource in json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]:
        path = folder / resource["path"]
        fields = resource["schema"]["fields"]
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        kinds = {"string": "string", "number": "Float64"}
        types = {field["name"]: kinds.get(field["type"], "Int64") for field in fields}
        frame = pandas.read_csv(path, dtype=types)
        assert {name: str(kind) for name, kind in frame.dtypes.items()} == types
        varchar = {name: "VARCHAR" for name, kind in types.items() if kind == "string"}
        found = duckdb.sql(f"FROM read_csv('{path}', types = {varchar})").fetchall()
        book = openpyxl.load_workbook(path.with_suffix(".xlsx"))
        sheet = list(book.worksheets[0].iter_rows(min_row=2, values_only=True))
        other = python_calamine.CalamineWorkbook.from_path(str(path.with_suffix(".xlsx")))
        calamine = other.get_sheet_by_index(0).to_python()[1:]
        document = json.loads(path.with_suffix(".json").read_text("utf-8"))["rows"]
        assert len(rows) == len(frame) == len(found) == len(sheet) == len(document) > 0
        assert len(calamine) == len(rows)
        for at, field in enumerate(fields):
            name, kind = field["name"], field["type"]
            for number, row in enumerate(rows):
                _same(row[name], kind, frame[name].iloc[number], found[number][at])
                told = document[number][name]
                assert ("" if told is None else str(told)) == row[name].removeprefix("'")
                if kind != "string" and row[name]:
                    shown = sheet[number][at]
                    assert shown == calamine[number][at] == pytest.approx(float(row[name]))
                elif (
                    row[name]
                    and "words" not in field
                    and not field.get("constraints", {}).get("enum")
                ):
                    assert sheet[number][at] == calamine[number][at] == row[name].removeprefix("'")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_the_same_rows(contoh: Path, tmp_path: Path) -> None:
    """A workbook opened and saved as CSV by LibreOffice; the file for Excel read by it, too."""
    folder = contoh / "data"
    listed = json.loads((folder / "datapackage.json").read_text("utf-8"))["resources"]
    books = [folder / resource["path"] for resource in listed if "-20" not in resource["path"]]
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
    ]
    paths = [str(path.with_suffix(".xlsx")) for path in books]
    subprocess.run([*command, "--outdir", str(tmp_path), *paths], check=True, timeout=120)
    seen = 0
    for resource, path in zip((r for r in listed if "-20" not in r["path"]), books, strict=True):
        numbers = {f["name"] for f in resource["schema"]["fields"] if f["type"] != "string"}
        with path.open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        with (tmp_path / path.name).open(encoding="utf-8", newline="") as stream:
            head, *shown = list(csv.reader(stream))
        assert len(shown) == len(rows) > 0 and len(head) == len(rows[0])
        for row, cells in zip(rows, shown, strict=True):
            for name, cell in zip(row, cells, strict=True):
                if name in numbers and row[name]:
                    assert float(cell) == pytest.approx(float(row[name])), (path.name, name)
                    seen += 1
    assert seen


def _same(cell: str, kind: str, pandas_value: Any, duckdb_value: Any) -> None:
    import pandas

    if not cell:
        assert pandas.isna(pandas_value) and duckdb_value in (None, "")
    elif kind == "string":
        assert cell == pandas_value == str(duckdb_value)
    else:
        assert float(cell) == float(pandas_value) == float(duckdb_value)


def test_the_lines_on_the_page_run(contoh: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import duckdb
    import openpyxl

    page = (contoh / "data/index.html").read_text("utf-8")
    code = {
        kind: unescape(text)
        for kind, text in re.findall(r'<code class="language-(\w+)">(.*?)</code>', page, re.DOTALL)
    }
    monkeypatch.chdir(contoh / "data")
    scope: dict[str, Any] = {}
    exec(code["python"], scope)  # the lines that the page tells to run
    frame = scope["hasil"]
    with open("hasil.csv", encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    scores = [float(row["score"]) for row in rows if row["score"]]
    assert list(frame["region"]) == [row["region"] for row in rows]
    assert list(frame["score"].dropna()) == scores

    connection = duckdb.connect()
    first, second, third = filter(None, (line.strip() for line in code["sql"].split(";")))
    connection.execute(first)
    years = connection.execute(second).fetchall()
    assert sum(n for _year, _group, n, _mean in years) == len(scores) > 0
    assert [row[2] for row in connection.execute(third).fetchall()][: len(scores)] == sorted(
        scores, reverse=True
    )

    (name,) = set(re.findall(r"<code>([\w-]+\.xlsx)</code>", page))
    sheet = openpyxl.load_workbook(name).worksheets[0]
    compute = {"101": lambda v: sum(v) / len(v), "102": len, "104": max}
    own = [row for row in rows if row["year"] == name[6:10] and row["score"]]
    told = [float(row["score"]) for row in own]
    lines = code["text"].split()
    assert len(lines) == len(compute)
    for line in lines:
        what, cells = re.fullmatch(r"=SUBTOTAL\((\d+),(\w+:\w+)\)", line).groups()  # type: ignore[union-attr]
        values = [cell.value for (cell,) in sheet[cells] if isinstance(cell.value, int | float)]
        assert compute[what](values) == pytest.approx(compute[what](told))
        assert sheet[cells.split(":")[0][:-1] + "1"].value == "Skor"
