"""Pages under ``mkdocs serve``: made when a browser asks for them, so that a change shows at once.

A rebuild reads what changed and writes prose; a site of thousands of regions is otherwise not
written at all.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from mkdocs.exceptions import MkDocsException

from generator.format.problems import Translate, message
from generator.plugin.shell import Shells
from generator.plugin.warning import warned
from generator.plugin.writer import Target
from generator.site import Whole

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer


log = logging.getLogger("mkdocs.plugins.rapor")


@dataclass(slots=True)
class Build:
    """What the last rebuild left that a page needs."""

    whole: Whole
    shells: Shells
    target: Target
    empty: Sequence[str]
    """Files that MkDocs writes without their content: they too are made when they are asked for."""


class Preview:
    """Writes a page or data file into the site folder of the server before it is served."""

    def __init__(self) -> None:
        self._lock = threading.RLock()
        self._building = False
        self._build: Build | None = None
        self._report: Sequence[str] = ()
        self._translate: Translate = str

    def begin(self) -> None:
        """A rebuild begins: requests wait until it has ended."""
        if not self._building:
            self._lock.acquire()
            self._building = True

    def end(
        self, build: Build | None, report: Sequence[str] = (), translate: Translate = str
    ) -> None:
        """A rebuild has ended; None if it failed and the last one stays.

        ``report``: what is wrong with the data now; until it is mended each page says so.
        """
        self._report, self._translate = report, translate
        for path in build.empty if build else ():
            with suppress(FileNotFoundError):
                os.unlink(path)
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
            return self._served(app, environ, start_response)

        build = server.builder

        def surviving() -> None:
            # MkDocs would answer no request until a rebuild succeeds: nobody would see why.
            try:
                build()
            except (Exception, SystemExit) as error:
                expected = isinstance(error, MkDocsException)
                log.error("%s", error, exc_info=None if expected else error)
                failed = message("Situs tidak dapat dibangun ulang: {error}", error=error)
                self._report = [failed.text(self._translate)]

        server.builder = surviving
        server.set_app(with_pages)

    def _served(self, app: Any, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        """What the server answers; a page, while anything is wrong, with a warning."""
        if not self._report:
            answer: Iterable[bytes] = app(environ, start_response)
            return answer
        begun: list[tuple[str, list[tuple[str, str]]]] = []
        body = b"".join(app(environ, lambda status, headers: begun.append((status, headers))))
        status, headers = begun[0]
        if any(value.startswith("text/html") for name, value in headers if name == "Content-Type"):
            body = warned(body, self._report, self._translate)
            headers = [pair for pair in headers if pair[0] != "Content-Length"]
            headers.append(("Content-Length", str(len(body))))
        start_response(status, headers)
        return [body]

    def write(self, path: str) -> None:
        """Write what stands at a path of the site, if it is ours and not yet there."""
        with self._lock:
            build = self._build
            if build is None:
                return
            address = path.removesuffix("index.html")
            file = build.target.folder / path
            if path in build.whole.files and not file.exists():
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(build.whole.files[path]())
            elif address in build.whole.makers and build.target.missing([address]):
                build.target.write(address, build.shells.pieces(address))
