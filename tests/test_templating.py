"""Templates as plain Python give what Jinja itself makes of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import ROOT, dataset_of
from jinja2 import DictLoader, StrictUndefined, UndefinedError
from jinja2.compiler import CodeGenerator

from generator.format.site import Publisher
from generator.language import language
from generator.pages.markup import escape
from generator.pages.view import environment_of_templates
from generator.site import whole_site
from generator.templating import SharedEnvironment, fill

MACROS = """\
{% macro row(name, value="–", last=False) %}<i>{{ name }}</i>{{ value }}{% if last %}!{% endif %}{% endmacro %}
{% macro box(title) %}<b>{{ title }}</b>{{ caller() }}{% endmacro %}
"""


def html(text: str, **values: object) -> str:
    environment = SharedEnvironment(
        loader=DictLoader({"m": MACROS, "t": '{% import "m" as m %}' + text}),
        autoescape=True,
        finalize=escape,
        undefined=StrictUndefined,
    )
    return fill(environment.get_template("t"), values)


@pytest.mark.parametrize("folder", ["results", "examples/contoh/results"])
def test_pages_are_those_of_jinja(folder: str, monkeypatch: pytest.MonkeyPatch) -> None:
    dataset = dataset_of(ROOT / folder)

    def pages() -> dict[str, str]:
        environment_of_templates.cache_clear()
        environment_of_templates(language("id")).bytecode_cache = None
        whole = whole_site(dataset, "Situs", Publisher(name="Penerbit"), {})
        return {address: whole.page(address).markdown for address in whole.makers}

    mine = pages()
    with monkeypatch.context() as patch:
        patch.setattr(SharedEnvironment, "code_generator_class", CodeGenerator)
        jinja = pages()
    environment_of_templates.cache_clear()
    assert mine == jinja


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("{{ m.row('a<b') }}", "<i>a&#60;b</i>–"),
        ("{{ m.row('a', 2, True) }}", "<i>a</i>2!"),
        ("{{ m.row('a', last=True) }}", "<i>a</i>–!"),
        ("{% call m.box('t') %}<p>{{ x }}</p>{% endcall %}", "<b>t</b><p>&#60;u&#62;</p>"),
        ("{{ m.row(m.row('a')) }}", "<i><i>a</i>–</i>–"),
        ("{{ m.row(*['a', 2]) }}{{ m.row('b', **{'last': True}) }}", "<i>a</i>2<i>b</i>–!"),
        ("{% for n in [1, 2] %}{{ loop.index }}{{ m.row(n) }}{% endfor %}", "1<i>1</i>–2<i>2</i>–"),
    ],
)
def test_macros_take_what_jinjas_take(text: str, told: str) -> None:
    assert html(text, x="<u>").strip() == told


@pytest.mark.parametrize("text", ["{{ m.row('a', 1, 2, 3) }}", "{{ m.row('a', colour=1) }}"])
def test_a_macro_takes_nothing_else(text: str) -> None:
    with pytest.raises(TypeError):
        html(text)


def test_a_name_that_is_not_there_is_told() -> None:
    with pytest.raises(UndefinedError):
        html("{{ nobody }}")


def test_templates_are_looked_for_again_when_told(tmp_path: Path) -> None:
    loader = DictLoader({"a": "one"})
    environment = SharedEnvironment(loader=loader, finalize=str, auto_reload=False)
    assert fill(environment.get_template("a"), {}) == "one"
    loader.mapping = {"a": "two"}
    assert fill(environment.get_template("a"), {}) == "one"
    environment.forget()
    assert fill(environment.get_template("a"), {}) == "two"
