"""Pages under ``mkdocs serve``: made when a browser asks for them, so that a change shows at once.

A rebuild reads the data anew and writes the few pages of the navigation; a site of thousands of
regions is otherwise not written at all.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation

from generator.plugin.pages import TEMPLATE, GeneratedPage, Maker

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


@dataclass(slots=True)
class Build:
    """What the last rebuild left that a page needs."""

    maker: Maker
    config: MkDocsConfig
    files: Files
    nav: Navigation
    env: Environment


class Preview:
    """Writes a page or data file into the site folder of the server before it is served."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._building = False
        self._build: Build | None = None

    def begin(self) -> None:
        """A rebuild begins: requests wait until it has ended."""
        if not self._building:
            self._lock.acquire()
            self._building = True

    def end(self, build: Build | None) -> None:
        """A rebuild has ended; None if it failed and the last one stays."""
        self._build = build or self._build
        if self._building:
            self._building = False
            self._lock.release()

    def watch(self, server: LiveReloadServer) -> None:
        """Put itself in front of the server."""
        app = server.get_app()
        assert app is not None

        def with_pages(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
            path = str(environ.get("PATH_INFO", ""))
            if path.startswith(server.mount_path):
                self.write(path.removeprefix(server.mount_path).lstrip("/"))
            return app(environ, start_response)

        server.set_app(with_pages)

    def write(self, path: str) -> None:
        """Write what stands at a path of the site, if it is ours and not yet there."""
        with self._lock:
            build = self._build
            if build is None:
                return
            address = path.removesuffix("index.html")
            target = Path(build.config.site_dir) / (
                f"{address}index.html" if address.endswith("/") else path
            )
            if path in build.maker.whole.files and not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(build.maker.whole.files[path]())
            elif address in build.maker.whole.makers and not target.exists():
                _write_page(build, address)


def _write_page(build: Build, address: str) -> None:
    """The same as MkDocs does with a page, for one of them."""
    config, plugins = build.config, build.config.plugins
    file = File.generated(
        config, f"{address}index.md", content="", inclusion=InclusionLevel.NOT_IN_NAV
    )
    page = GeneratedPage(file, config, build.maker.whole, address, build.maker)
    page.active = True
    context = get_context(build.nav, build.files.documentation_pages(), config, page)
    context = plugins.on_page_context(context, page=page, config=config, nav=build.nav)
    output = build.env.get_template(TEMPLATE).render(context)
    output = plugins.on_post_page(output, page=page, config=config) or ""
    target = Path(file.abs_dest_path)
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(output.encode("utf-8", errors="xmlcharrefreplace"))
