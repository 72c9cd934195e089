"""The manual is what the models say, and its examples are right."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml
from conftest import ROOT
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from generator.content import packaged
from generator.format import manual
from generator.format.export import MODELS, json_schemas
from generator.format.problems import Problems
from generator.load.load import load

Key = tuple[str, Any, FieldInfo]


def every(model: type[BaseModel], seen: set[type[BaseModel]]) -> Iterator[Key]:
    """Every key of a model and of the records in it, each record once."""
    if model in seen:
        return
    seen.add(model)
    for name, kind, field in manual.fields(model):
        yield f"{model.__name__}.{name}", kind, field
        for inner in manual.records(kind):
            yield from every(inner, seen)


SEEN: set[type[BaseModel]] = set()
KEYS = [key for _, model in manual.FILES for key in every(model, SEEN)]


def read(example: Any) -> Any:
    """An example as the files are read: every value is a text."""
    return yaml.load(manual.flow(example), yaml.BaseLoader)


def test_the_manual_is_what_the_models_say() -> None:
    text = (ROOT / manual.MANUAL).read_text(encoding="utf-8")
    assert manual.written(text) == text, "run “python -m generator.format.manual”"
    marks = sorted(mark for _, mark, _ in manual.MARKS.findall(text))
    assert marks == sorted(name for name, _ in manual.FILES)


def test_the_manual_has_every_file() -> None:
    assert {model for model, _, _ in MODELS.values()} <= {model for _, model in manual.FILES}
    assert len(KEYS) > 150


def test_the_command_writes_the_manual(tmp_path: Path) -> None:
    text = (ROOT / manual.MANUAL).read_text(encoding="utf-8")
    file = tmp_path / "format.md"
    file.write_text(manual.MARKS.sub(r"\1old\n\3", text), encoding="utf-8")
    manual.main(file)
    assert file.read_text(encoding="utf-8") == text


@pytest.mark.parametrize(("name", "kind", "field"), KEYS, ids=[name for name, _, _ in KEYS])
def test_every_key_is_described_with_a_right_example(
    name: str, kind: Any, field: FieldInfo
) -> None:
    assert field.description and field.description.endswith((".", "…")), name
    assert field.examples, name
    for example in field.examples:
        TypeAdapter(kind).validate_python(read(example))


def test_a_wrong_example_is_found() -> None:
    kind = next(kind for name, kind, _ in KEYS if name == "Scale.maximum")
    with pytest.raises(ValidationError):
        TypeAdapter(kind).validate_python(read(0))


@pytest.mark.parametrize("kind", MODELS)
def test_the_schemas_take_the_examples(kind: str) -> None:
    """An editor offers them, so it must not mark them as wrong."""
    schema = json_schemas()[kind]
    validator = jsonschema.validators.validator_for(schema)
    validator.check_schema(schema)
    for record in (schema, *schema["$defs"].values()):
        for form in (record, *record.get("anyOf", ())):
            for name, key in form.get("properties", {}).items():
                assert key.get("examples"), name
                for example in key["examples"]:
                    validator({**key, "$defs": schema["$defs"]}).validate(example)


@pytest.mark.parametrize(
    "value",
    [
        "kata",
        "a: b",
        "a, b",
        "#1a7f4b",
        "+62 511",
        "*.txt",
        "",
        "https://a.id/b",
        [1, True],
        {"a": []},
    ],
)
def test_an_example_is_read_as_it_was_meant(value: Any) -> None:
    assert read(value) == (["1", "true"] if value == [1, True] else value)


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
    for name, schema in json_schemas().items():
        file = ROOT / "docs" / "schema" / f"{name}.schema.json"
        written = json.loads(file.read_text(encoding="utf-8"))
        assert written == json.loads(json.dumps(schema)), f"{name}: run “rapor schema docs/schema”"


def test_prose_of_the_site_is_the_default_where_it_should_be() -> None:
    for name in ("metodologi", "privasi", "glosarium"):
        own = (ROOT / "content" / f"{name}.md").read_text(encoding="utf-8")
        assert own == packaged("kip", name), name
