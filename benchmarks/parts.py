"""The share of each part of a build, in one process and without MkDocs' own work."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from generator.format.problems import Problems
from generator.load.load import load
from generator.pages.markup import to_html
from generator.pages.view import environment_of_templates
from generator.settings import read_settings
from generator.site import site_of


def shares(site: Path) -> dict[str, float]:
    """Seconds for reading and checking, facts, text, page templates, Markdown, and writing."""
    clock = time.perf_counter
    problems = Problems()
    settings = read_settings(site, problems)
    start = clock()
    dataset = load(settings.results, problems)
    assert dataset is not None and not len(problems)
    found = {"reading and checking": clock() - start}
    start = clock()
    whole = site_of(settings, dataset, problems)
    whole.prepare()
    found["facts"] = clock() - start
    start = clock()
    room = whole.site.newsroom
    for evaluation in dataset.evaluations.values():
        room.edition(evaluation)
        for region in evaluation.regions:
            room.article(evaluation, region.id)
    for id_ in dataset.regions:
        room.history(id_)
    found["text"] = clock() - start
    environment_of_templates(whole.site.language)
    start = clock()
    made = [whole.page(address) for address in whole.makers]
    found["page templates"] = clock() - start - found["text"]  # a page writes its text itself
    start = clock()
    html = [to_html(page.markdown) for page in made]
    found["Markdown"] = clock() - start
    with tempfile.TemporaryDirectory() as folder:
        start = clock()
        for number, text in enumerate(html):
            (Path(folder) / f"{number}.html").write_bytes(text.encode())
        found["writing"] = clock() - start
    return found
