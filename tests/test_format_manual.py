"""The examples of the manual are right."""

from __future__ import annotations

import re
from pathlib import Path

from conftest import ROOT

from generator.format.problems import Problems
from generator.load.load import load


def test_examples_of_the_manual(tmp_path: Path) -> None:
    text = (ROOT / "docs" / "format.md").read_text(encoding="utf-8")
    regions, edition, result, instrument, answers = re.findall(
        r"```yaml\n(.*?)```", text, re.DOTALL
    )
    regions += (
        "  - {id: tabalong, name: Kabupaten Tabalong, kind: kabupaten, group: kabupaten-kota}\n"
    )
    result = result.replace("rank: 3\n", "")  # the edition says that ranks were not published
    root = tmp_path / "results"
    (root / "2025").mkdir(parents=True)
    (root / "regions.yml").write_text(regions, encoding="utf-8")
    (root / "2025" / "edition.yml").write_text(edition, encoding="utf-8")
    (root / "2025" / "balangan.yml").write_text(result, encoding="utf-8")
    problems = Problems()
    assert load(root, problems) is not None
    assert problems.report() == []
    (root / "instruments").mkdir()
    (root / "instruments" / "k.yml").write_text(instrument, encoding="utf-8")
    asked = edition.replace("status: final", "status: final\ninstrument: k", 1)
    (root / "2025" / "edition.yml").write_text(asked, encoding="utf-8")
    (root / "2025" / "balangan.yml").write_text(answers, encoding="utf-8")
    dataset = load(root, problems)
    assert dataset is not None and problems.report() == []
    file = dataset.evaluations[2025, "kabupaten-kota"].results["balangan"]
    # (60 + 40 × 1/2) × 80 % + 91 × 20 %
    assert str(file.computed) == "82.20"


def test_schemas_are_current() -> None:
    import json

    from generator.format.export import json_schemas

    for name, schema in json_schemas().items():
        file = ROOT / "docs" / "schema" / f"{name}.schema.json"
        written = json.loads(file.read_text(encoding="utf-8"))
        assert written == json.loads(json.dumps(schema)), f"{name}: run “rapor schema docs/schema”"


def test_prose_of_the_site_is_the_default_where_it_should_be() -> None:
    for name in ("metodologi", "privasi", "glosarium"):
        own = (ROOT / "content" / f"{name}.md").read_text(encoding="utf-8")
        assert own == (ROOT / "generator" / "prose" / f"{name}.md").read_text(encoding="utf-8"), (
            name
        )
