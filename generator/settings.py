"""What a site's mkdocs.yml says, read without MkDocs: for the command line."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


class _Tolerant(yaml.CSafeLoader):
    """mkdocs.yml may hold tags of MkDocs and its plugins; their values do not matter here."""


_Tolerant.add_multi_constructor("", lambda loader, suffix, node: None)


@dataclass(frozen=True, slots=True)
class Settings:
    """A site's folder, its name, its publisher, and where results and prose are."""

    folder: Path
    title: str
    publisher: Publisher
    results: Path
    content: Path
    analysis: bool


def publisher_of(options: dict[str, Any] | None, title: str) -> Publisher:
    """The publisher from the plugin's options; the site's own name if none is given."""
    known = {key: value for key, value in (options or {}).items() if value is not None}
    return Publisher(**{"name": title, **known})


def read_settings(folder: Path) -> Settings:
    """The settings of the site in a folder; defaults where mkdocs.yml is silent or missing."""
    config: Any = {}
    file = folder / "mkdocs.yml"
    if file.is_file():
        config = yaml.load(file.read_bytes(), Loader=_Tolerant)
    if not isinstance(config, dict):
        config = {}
    options: dict[str, Any] = {}
    plugins = config.get("plugins") or []
    for plugin in plugins if isinstance(plugins, list) else [plugins]:
        if isinstance(plugin, dict) and isinstance(plugin.get("rapor"), dict):
            options = plugin["rapor"]
    title = str(config.get("site_name") or folder.resolve().name)
    return Settings(
        folder,
        title,
        publisher_of(options.get("publisher"), title),
        folder / str(options.get("results") or "results"),
        folder / str(config.get("docs_dir") or "docs"),
        options.get("analysis") is True,
    )


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the site (not who evaluates); every key but the name may be unknown."""

    name: str
    official: bool = False
    responsible: str = ""
    contact: str = ""
    text_license: str = ""
    data_license: str = ""

    @property
    def contact_url(self) -> str:
        """The contact as a link: an address, or a mail address; "" if it is neither."""
        if self.contact.startswith(("https://", "http://", "mailto:")):
            return self.contact
        return f"mailto:{self.contact}" if "@" in self.contact and " " not in self.contact else ""
