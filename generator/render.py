"""The site as Markdown files on disk, for any other site builder."""

from __future__ import annotations

from pathlib import Path

from generator.dataset import Dataset
from generator.settings import Settings
from generator.site import PROSE, PROSE_PAGES, fill_prose, whole_site


def render_site(settings: Settings, dataset: Dataset, folder: Path) -> int:
    """Write ``<address>/index.md`` and the data files below ``folder``; the number of pages."""
    prose = {}
    for name in PROSE_PAGES:
        own = (settings.content / f"{name}.md", settings.content / name / "index.md")
        file = next((path for path in own if path.is_file()), PROSE / f"{name}.md")
        prose[name] = file.read_text(encoding="utf-8-sig")
    whole = whole_site(dataset, settings.title, settings.publisher, prose)
    texts = {address: None for address in whole.makers}
    for address in texts:
        _write(folder / address / "index.md", whole.page(address).markdown.encode())
    for name, text in prose.items():
        _write(folder / name / "index.md", fill_prose(text, whole, name).encode())
    for path, content in whole.files.items():
        _write(folder / path, content)
    return len(texts) + len(prose)


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
