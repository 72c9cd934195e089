"""An independent reader of the published texts: everything they say stands in the YAML files.

``tests/reader/`` takes sentences apart into claims and compares each with a second, naive
computation. What it finds false in today's texts stands in ``cases/reader/known.yml``, each with the
reason; nothing else may be false, and nothing there may have become true.
"""

from __future__ import annotations

import ast
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from reader import Mismatch, Reader, read, rules_of_paragraph, texts
from reader.claims import CLAIMS
from reader.compare import check_sentence
from reader.language.indonesian import INDONESIAN
from reader_adapter import EXAMPLES, rendered, templates, told

READER = Path(__file__).parent / "reader"
CASES = Path(__file__).parent / "cases" / "reader"
MODULES = sorted(READER.rglob("*.py"))


def case_file(name: str) -> Any:
    return yaml.safe_load((CASES / name).read_text("utf-8"))


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, str]]:
    """The pages of the three sites as ``rapor render`` writes them."""
    return {
        name: rendered(example.folder, tmp_path_factory.mktemp(name) / "pages")
        for name, example in EXAMPLES.items()
    }


@pytest.fixture(scope="module")
def readers() -> dict[str, Reader]:
    return {name: example.reader() for name, example in EXAMPLES.items()}


# The reader is another program.
def imported(module: Path) -> set[str]:
    """The packages that a module imports, anywhere in it."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively"
            found.add((node.module or "").partition(".")[0])
    return found


@pytest.mark.parametrize("module", MODULES, ids=lambda p: p.relative_to(READER).as_posix())
def test_the_reader_shares_nothing_with_the_generator(module: Path) -> None:
    assert imported(module) <= {
        *("__future__", "collections", "dataclasses", "datetime", "decimal", "fractions"),
        *("functools", "html", "itertools", "math", "pathlib", "re", "typing", "yaml", "reader"),
    }


def test_it_is_the_whole_reader_that_shares_nothing() -> None:
    assert len(MODULES) > 20
    assert "generator" in imported(Path(__file__).parent / "reader_adapter.py")


# Every rule is understood.
RULES = templates()
PATTERNS = {
    f"{section}.{key}": sources
    for section, rules in INDONESIAN.sections().items()
    if section not in ("parts", "pieces", "without_claim")
    for key, sources in rules.items()
}
PIECES = INDONESIAN.sections()["pieces"]
WITHOUT_CLAIM = INDONESIAN.sections()["without_claim"]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_read_or_said_to_claim_nothing(rule: str) -> None:
    assert sum(rule in names for names in (PATTERNS, PIECES, WITHOUT_CLAIM)) == 1, (
        f"write how a sentence of {rule} is read, in {INDONESIAN.file}"
    )


def test_nothing_is_read_that_no_rule_writes() -> None:
    assert {*PATTERNS, *PIECES, *WITHOUT_CLAIM} <= set(RULES)


READ_BY_ROLES = {"naik", "turun", "tertinggi", "terendah", "kedua", "satu", "satunya"}
"""Words that a template writes and a role reads itself: directions, and places in a scale."""


def literal_words(template: str) -> set[str]:
    """The words that a template writes itself: outside of gaps and conditions, also within their texts."""
    bare = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", " ", template)
    return set(re.findall(r"[^\W\d_]{2,}", bare.lower()))


def words_of_patterns(rule: str) -> set[str]:
    """The words in the patterns of a rule, with those of the parts that they take in."""
    parts = INDONESIAN.parts()
    text = " ".join(PATTERNS.get(rule) or [parts.get(name, "") for name in PIECES[rule]])
    while "{&" in text:
        text = re.sub(r"\{&(\w+)\}", lambda found: parts[found[1]], text)
    bare = re.sub(r"\{\w+\}", " ", text)
    return set(re.findall(r"[^\W\d_]{2,}", re.sub(r"\{\w+[:?]", " ", bare)))


VARIANTS = [
    (rule, number)
    for rule, sources in RULES.items()
    if rule in PATTERNS or (rule in PIECES and all("{" not in name for name in PIECES[rule]))
    for number in range(len(sources))
]


@pytest.mark.parametrize("rule, number", VARIANTS)
def test_every_word_of_a_variant_stands_in_the_patterns_of_its_rule(rule: str, number: int) -> None:
    assert literal_words(RULES[rule][number]) <= words_of_patterns(rule) | READ_BY_ROLES


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_sentence_is_read_by_a_pattern_of_its_rule(
    name: str, readers: dict[str, Reader]
) -> None:
    """Not only by one that happens to fit: with the claims of its own rule it is as true."""
    example = EXAMPLES[name]
    known = {item["text"] for item in KNOWN if item["site"] == name}
    for sentence in told(example.results, analysis=example.analysis):
        context = readers[name].context(sentence.address, sentence.group)
        right = [r for r in context.readings(sentence.text) if r.rule == sentence.rule]
        assert right, sentence
        assert sentence.text in known or any(not r.wrong for r in right), sentence


# Words that always claim something are claims.
@pytest.mark.parametrize("section", INDONESIAN.patterns())
def test_no_word_that_claims_something_stands_outside_a_role(section: str) -> None:
    for pattern in INDONESIAN.patterns()[section]:
        for words in pattern.node.literals():
            assert not INDONESIAN.claiming.search(words), (pattern.name, words)


def test_every_role_is_used() -> None:
    nodes = [p.node for listed in INDONESIAN.patterns().values() for p in listed]
    nodes += [INDONESIAN.part(name) for name in INDONESIAN.parts()]
    used = {role for node in nodes for role in node.roles()}
    assert used == set(CLAIMS)


# What the sites say is true.
KNOWN: list[dict[str, Any]] = case_file("known.yml")["sites"]


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_sentence_of_a_site_is_true(
    name: str, pages: dict[str, dict[str, str]], readers: dict[str, Reader]
) -> None:
    found: list[Mismatch] = []
    pieces = 0
    for address, markdown in pages[name].items():
        on_page = texts(address, markdown)
        pieces += len(on_page)
        found += read(address, on_page, readers[name])
    known = {(item["address"], item["text"]) for item in KNOWN if item["site"] == name}
    false = {(f"/{wrong.address}", wrong.text) for wrong in found}
    new = [wrong for wrong in found if (f"/{wrong.address}", wrong.text) not in known]
    assert not new, "\n".join(map(str, new))
    assert known <= false, f"no longer false: {known - false}"
    assert pieces > 50


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_text_of_a_site_is_read(
    name: str, pages: dict[str, dict[str, str]], readers: dict[str, Reader]
) -> None:
    """The sentences on the pages are those of the newsroom, letter by letter: none is passed over."""
    on_pages: list[tuple[str, str]] = []
    for address, markdown in pages[name].items():
        for piece in texts(address, markdown):
            context = readers[name].context(address, piece.group)
            if piece.place == "paragraph":
                cut = rules_of_paragraph(context, piece.text)
                on_pages += [(address, sentence) for sentence, _ in cut]
            else:
                on_pages.append((address, piece.text))
    example = EXAMPLES[name]
    written = [(s.address, s.text) for s in told(example.results, analysis=example.analysis)]
    missing = set(written) - set(on_pages)
    # A notice has no date line on its page.
    assert {text for _, text in missing} <= {t for _, t in written if t.startswith("Hasil diumumkan")}
    assert set(on_pages) <= set(written)


FIGURE = re.compile(r"\d+")


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_figure_of_a_site_can_be_another(
    name: str, pages: dict[str, dict[str, str]], readers: dict[str, Reader]
) -> None:
    """Every run of digits in every sentence, one higher: each is found."""
    changed = 0
    for address, markdown in pages[name].items():
        for piece in texts(address, markdown):
            context = readers[name].context(address, piece.group)
            if piece.place == "paragraph":
                sentences = [sentence for sentence, _ in rules_of_paragraph(context, piece.text)]
            else:
                sentences = [piece.text]
            for sentence in sentences:
                for found in FIGURE.finditer(sentence):
                    other = str(int(found.group()) + 1).zfill(len(found.group()))
                    false = sentence[: found.start()] + other + sentence[found.end() :]
                    assert check_sentence(context, false), (address, false)
                    changed += 1
    assert changed > 300
