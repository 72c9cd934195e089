"""What each trick around Jinja and the collector saves: ``python -m benchmarks.fill [RESULTS]``.

``RESULTS`` is a results folder, best a large one (``python -m benchmarks.dataset``); the
repository's own is read otherwise. CPU seconds, the best of three.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable
from pathlib import Path

from jinja2 import Environment
from jinja2.compiler import CodeGenerator

from generator import templating
from generator.format.problems import Problems
from generator.format.site import Publisher
from generator.load import load as loading
from generator.pages.view import environment_of_templates
from generator.site import whole_site

PAGES = 400
FILLINGS = 50_000


def best(work: Callable[[], object]) -> float:
    """CPU seconds of the fastest of three runs."""
    found = []
    for _ in range(3):
        begin = time.process_time()
        work()
        found.append(time.process_time() - begin)
    return min(found)


def short(environment: Environment) -> float:
    """Microseconds to fill a template that is shorter than a line."""
    template = environment.from_string("skor {{ a }}{% if b %}, naik {{ c }} poin{% endif %}")
    values = {"a": "87,45", "b": True, "c": "2,45"}

    def fill() -> None:
        for _ in range(FILLINGS):
            "".join(template.root_render_func(template.new_context(values, shared=True)))

    return best(fill) / FILLINGS * 1e6


def pages(results: Path) -> float:
    """Milliseconds to make a page, with templates compiled anew."""
    environment_of_templates.cache_clear()
    dataset = loading.load(results, Problems())
    assert dataset is not None
    whole = whole_site(dataset, "Tolok ukur", Publisher(name="Tolok ukur"), {})
    environment_of_templates(whole.site.language).bytecode_cache = None
    addresses = list(whole.makers)[:PAGES]
    for address in addresses:
        whole.made(address)
    return best(lambda: [whole.made(address) for address in addresses]) / len(addresses) * 1e3


def main() -> None:
    plain = Environment(finalize=str)  # noqa: S701 — plain text
    results = Path(sys.argv[1] if len(sys.argv) > 1 else "results")
    print(f"short template, jinja2's context   {short(plain):8.2f} µs")
    print(
        f"short template, shared             {short(templating.SharedEnvironment(finalize=str)):8.2f} µs"
    )
    print(f"page, as it is                     {pages(results):8.3f} ms")
    straight = templating.SharedEnvironment.code_generator_class
    templating.SharedEnvironment.code_generator_class = CodeGenerator  # type: ignore[assignment]
    print(f"page, as jinja2 compiles it        {pages(results):8.3f} ms")
    templating.SharedEnvironment.code_generator_class = straight
    read = loading.load.__wrapped__  # type: ignore[attr-defined]
    print(
        f"reading, collector paused          {best(lambda: loading.load(results, Problems())):8.3f} s"
    )
    with contextlib.suppress(AttributeError):
        print(
            f"reading, collector at work         {best(lambda: read(results, Problems())):8.3f} s"
        )


if __name__ == "__main__":
    main()
