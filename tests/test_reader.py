"""An independent reader of the published texts: everything they say stands in the YAML files.

``tests/reader/`` takes sentences apart into claims and compares each with a second, naive
computation. What it finds false in today's texts stands in ``cases/reader/known.yml``, each with the
reason; nothing else may be false, and nothing there may have become true.

Made-up sites are read in ``test_reader_made_up.py``.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from conftest import dataset_of
from reader import Context, Mismatch, Reader, check_sentence, read, texts
from reader.claims import CLAIMS
from reader.exchange import exchanged, meaning, one_higher, things
from reader.language.english import ENGLISH
from reader.language.indonesian import INDONESIAN
from reader_adapter import (
    EXAMPLES,
    Told,
    case_file,
    is_known,
    news_cases,
    on_pages,
    on_the_day,
    pages_of,
    rendered,
    sample,
    site_of,
    templates,
    told,
    words,
)

from generator.facts import Facts

Pages = dict[str, str]
READER = Path(__file__).parent / "reader"
MODULES = sorted(set(READER.rglob("*.py")) - set(READER.rglob("test_*.py")))

PLANTED: list[dict[str, Any]] = case_file("planted.yml")
SENTENCES: dict[str, dict[str, Any]] = case_file("sentences.yml")
KNOWN: list[dict[str, Any]] = case_file("known.yml")["sites"]
NEWS = news_cases()


@pytest.fixture(scope="module", autouse=True)
def day() -> Iterator[None]:
    with on_the_day():
        yield


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Pages]:
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
        *("__future__", "collections", "dataclasses", "datetime", "decimal", "fractions", "random"),
        *("functools", "html", "itertools", "math", "pathlib", "re", "typing", "yaml", "reader"),
    }


def test_an_import_of_the_generator_would_be_seen() -> None:
    assert len(MODULES) > 30
    assert "generator" in imported(READER.parent / "reader_adapter.py")


# Every rule is understood.
RULES = templates()
PATTERNS = INDONESIAN.rules()
PIECES, WITHOUT_CLAIM = (INDONESIAN.sections()[name] for name in ("pieces", "without_claim"))


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_read_or_said_to_claim_nothing(rule: str) -> None:
    assert sum(rule in names for names in (PATTERNS, PIECES, WITHOUT_CLAIM)) == 1, (
        f"write how a sentence of {rule} is read, in {INDONESIAN.file}"
    )


def test_nothing_is_read_that_no_rule_writes() -> None:
    assert {*PATTERNS, *PIECES, *WITHOUT_CLAIM} <= set(RULES)


def literal_words(template: str) -> set[str]:
    """The words that a template writes itself: outside of its gaps and conditions."""
    bare = re.sub(r"\{\{.*?\}\}|\{%.*?%\}|\{\w+\}", " ", template)
    return set(re.findall(r"[^\W\d_]{2,}", bare.lower()))


@pytest.mark.parametrize(
    "rule, number", [(rule, i) for rule, found in RULES.items() for i in range(len(found))]
)
def test_every_word_of_a_variant_stands_in_the_patterns_of_its_rule(rule: str, number: int) -> None:
    known = INDONESIAN.words_of(PATTERNS.get(rule) or PIECES[rule])
    assert literal_words(RULES[rule][number]) <= known


def test_every_word_that_a_fact_chooses_stands_in_a_pattern() -> None:
    texts = [text for found in PATTERNS.values() for text in found]
    known = INDONESIAN.words_of([*texts, *INDONESIAN.parts()])
    chosen = [literal_words(text) for text in words().values()]
    assert len(chosen) > 50 and set().union(*chosen) <= known


@pytest.mark.parametrize("section", INDONESIAN.patterns())
def test_no_word_that_claims_something_stands_outside_a_role(section: str) -> None:
    for pattern in INDONESIAN.patterns()[section]:
        for plain in pattern.node.literals():
            assert not INDONESIAN.claiming.search(plain), (pattern.name, plain)


def test_every_role_is_used() -> None:
    nodes = [p.node for listed in INDONESIAN.patterns().values() for p in listed]
    nodes += [INDONESIAN.part(name) for name in INDONESIAN.parts()]
    assert {role for node in nodes for role in node.roles()} == set(CLAIMS)


def by_its_rule(context: Context, rule: str, text: str, *others: str) -> tuple[Mismatch, ...]:
    """What is false in a sentence as the pattern of its own rule reads it, or of one of ``others``."""
    rules = (rule, *others)
    found = [reading.wrong for reading in context.readings(text) if reading.rule in rules]
    assert found, f"{rule} does not read “{text}”"
    return min(found, key=len)


@cache
def of_site(name: str) -> tuple[Told, ...]:
    """All sentences of a site of the repository."""
    example = EXAMPLES[name]
    return tuple(told(Facts(dataset_of(example.results)), analysis=example.analysis))


@pytest.mark.parametrize("name", EXAMPLES)
def test_each_sentence_is_read_by_a_pattern_of_its_rule(
    name: str, readers: dict[str, Reader]
) -> None:
    """Not only by one that happens to fit: with the claims of its own rule it is as true."""
    known = {item["text"] for item in KNOWN if item["site"] == name}
    for sentence in of_site(name):
        context = readers[name].context(sentence.address, sentence.group)
        wrong = by_its_rule(context, sentence.rule, sentence.text)
        assert not wrong or sentence.text in known, wrong


@pytest.mark.parametrize("name", NEWS)
def test_each_case_of_the_articles_is_true(name: str, tmp_path: Path) -> None:
    case = NEWS[name]
    results, analysis = sample(case, tmp_path), case.get("analysis", False)
    reader = Reader(site_of(results, analysis=analysis))
    facts = Facts(dataset_of(results))
    for sentence in told(facts, analysis=analysis, only=case["address"]):
        context = reader.context(sentence.address, sentence.group)
        wrong = by_its_rule(context, sentence.rule, sentence.text)
        assert not [mismatch for mismatch in wrong if not is_known(mismatch)], wrong
    english = Reader(reader.site, ENGLISH)
    for sentence in told(facts, analysis=analysis, only=case["address"], english=True):
        context = english.context(sentence.address, sentence.group)
        # Where a name leaves no room, a headline or lead is that of all angles.
        usual = f"{sentence.rule.partition('.')[0]}.any"
        wrong = by_its_rule(context, sentence.rule, sentence.text, usual)
        assert not [mismatch for mismatch in wrong if not is_known(mismatch)], wrong


@pytest.mark.parametrize("rule", SENTENCES)
def test_a_sentence_of_a_rare_rule_is_true(
    rule: str, readers: dict[str, Reader], tmp_path: Path
) -> None:
    case = SENTENCES[rule]
    reader = readers[case["site"]] if "site" in case else Reader(site_of(sample(case, tmp_path)))
    context = reader.context(case["address"], case.get("group", ""))
    assert not by_its_rule(context, rule, case["text"])


def test_every_rule_was_read_in_one_of_these_tests(tmp_path: Path) -> None:
    """In the sites, in the cases of the articles, or in ``sentences.yml``."""
    left = set(RULES) - set(PIECES) - set(WITHOUT_CLAIM) - set(SENTENCES)
    for name in EXAMPLES:
        left -= {s.rule for s in of_site(name)}
    for name, case in NEWS.items():
        if "many" not in case:
            facts = Facts(dataset_of(sample(case, tmp_path / name)))
            analysis = case.get("analysis", False)
            left -= {s.rule for s in told(facts, analysis=analysis, only=case["address"])}
    assert not left


# What the sites say is true.
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_sentence_of_a_site_is_true(
    name: str, pages: dict[str, Pages], readers: dict[str, Reader]
) -> None:
    found: list[Mismatch] = []
    for address, markdown in pages[name].items():
        found += read(address, texts(address, markdown), readers[name])
    known = {(item["address"], item["text"]) for item in KNOWN if item["site"] == name}
    false = {(f"/{wrong.address}", wrong.text) for wrong in found}
    new = [wrong for wrong in found if (f"/{wrong.address}", wrong.text) not in known]
    assert not new, "\n".join(map(str, new))
    assert known <= false, f"no longer false: {known - false}"


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_text_of_a_site_is_passed_over(
    name: str, pages: dict[str, Pages], readers: dict[str, Reader]
) -> None:
    """The sentences on the pages are those of the newsroom, letter by letter."""
    found = {(context.address, text) for context, text in on_pages(readers[name], pages[name])}
    said = of_site(name)
    assert found <= {(s.address, s.text) for s in said}
    # A notice has no date line on its page.
    assert {(s.address, s.text) for s in said if not s.rule.endswith(".dateline")} <= found and len(
        found
    ) > 50


# What is false is found.
@pytest.mark.parametrize("case", PLANTED, ids=lambda case: case["what"].replace(" ", "-"))
def test_a_planted_error_is_found(
    case: dict[str, Any], pages: dict[str, Pages], readers: dict[str, Reader], tmp_path: Path
) -> None:
    """In one of the three sites, or in the sample results with the case on top."""
    if "site" in case:
        reader, found = readers[case["site"]], pages[case["site"]]
    else:
        results = sample(case, tmp_path)
        reader, found = Reader(site_of(results)), pages_of(results)
    context = reader.context(case["address"], case.get("group", ""))
    here = {case["address"]: found[case["address"]]}
    assert case["published"] in [text for _, text in on_pages(reader, here)]
    assert not check_sentence(context, case["published"])
    assert check_sentence(context, case["planted"])


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_figure_of_a_site_can_be_another(
    name: str, pages: dict[str, Pages], readers: dict[str, Reader]
) -> None:
    """Every run of digits in every sentence, one higher: each is found."""
    changed = 0
    for context, sentence in on_pages(readers[name], pages[name]):
        for false in one_higher(sentence):
            assert check_sentence(context, false), (context.address, false)
            changed += 1
    assert changed > 300


@pytest.mark.parametrize("name", EXAMPLES)
def test_no_two_things_of_a_sentence_can_be_exchanged(
    name: str, pages: dict[str, Pages], readers: dict[str, Reader]
) -> None:
    """Names, categories, figures, words: each exchange is found, or the sentence says the same.

    A sentence of each rule at each kind of address is enough, and the first three of them.
    """
    found, seen = things(readers[name]), dict[tuple[str, str], int]()
    for context, sentence in on_pages(readers[name], pages[name]):
        before = context.best(sentence)
        assert before is not None
        key = (context.kind, before.rule)
        seen[key] = seen.get(key, 0) + 1
        for false in exchanged(sentence, found) if seen[key] <= 3 else ():
            after = context.best(false)
            if after is not None and not after.wrong:
                assert meaning(after.said) == meaning(before.said), false
    assert len(seen) > 30
