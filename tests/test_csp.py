"""Every kind of page under the policy that the README gives: the browser refuses nothing, and would."""

from __future__ import annotations

import functools
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from conftest import ROOT, mkdocs
from fuzz.checks import MARK
from fuzz.hostile import write_hostile_site
from of_each_kind import pages_of
from test_browser import Quiet, browser, served

from generator.theme import content_security_policy, inline_script_hash, inline_style_hashes

__all__ = ["browser"]  # the fixture

POLICY = "Content-Security-Policy"

WATCH = """
window.refused = [];
document.addEventListener("securitypolicyviolation",
  said => window.refused.push(said.effectiveDirective + " " + said.blockedURI));
"""
"""Set before anything of the page runs, and not by the page."""

USE = """() => {
  document.querySelectorAll("details").forEach(one => { one.open = true; });
  const used = [];
  document.querySelectorAll("button:not(form *), [data-order]").forEach(one => {
    if (one.matches("a")) one.addEventListener("click", event => event.preventDefault());
    one.click();
    used.push(one.getAttribute("role") || one.tagName);
  });
  document.querySelectorAll("select").forEach(one => Array.from(one.options).forEach(option => {
    one.value = option.value;
    one.dispatchEvent(new Event("change", {bubbles: true}));
    used.push("SELECT");
  }));
  return used;
}"""
"""Every button and switch, every order and choice of a ranking; no link is followed."""


class Guarded(Quiet):
    """A server that sends the policy of each address."""

    def end_headers(self) -> None:
        self.send_header(POLICY, content_security_policy(self.path))
        super().end_headers()


class Watched(Quiet):
    """A server with whose policy a browser refuses nothing, and tells what it would refuse."""

    def end_headers(self) -> None:
        self.send_header(f"{POLICY}-Report-Only", content_security_policy(self.path))
        super().end_headers()


@contextmanager
def guarded(site: Path, server: type[Quiet] = Guarded) -> Iterator[str]:
    handler = functools.partial(server, directory=str(site))
    running = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=running.serve_forever, args=(0.02,), daemon=True).start()
    yield f"http://127.0.0.1:{running.server_port}/"
    running.shutdown()


class Visit:
    """Pages in a browser, with all that was refused, asked for and said meanwhile."""

    def __init__(self, browser: Any, **context: Any) -> None:
        self.context = browser.new_context(**context)
        self.page = self.context.new_page()
        self.page.add_init_script(WATCH)
        self.asked: list[str] = []
        self.said: list[str] = []
        self.used: set[str] = set()
        self.page.on("request", lambda request: self.asked.append(request.url))
        self.page.on(
            "console",
            lambda said: self.said.append(said.text) if said.type == "error" else None,
        )
        self.page.on("dialog", self._dialog)

    def _dialog(self, dialog: Any) -> None:
        self.said.append(f"dialog: {dialog.message}")
        dialog.dismiss()

    def to(self, url: str) -> list[str]:
        """Open a page and use all that it has; what the browser refused there."""
        self.page.goto(url)
        return self.use()

    def use(self) -> list[str]:
        """Use all that the page has; what the browser refused there."""
        self.used.update(self.page.evaluate(USE))
        return list(self.page.evaluate("window.refused"))


def test_nothing_of_hostile_data_runs(browser: Any, tmp_path: Path) -> None:
    """The policy, which is the second lock and not the first, stops nothing here and would tell."""
    folder = write_hostile_site(tmp_path)
    done = mkdocs("build", "-q", cwd=folder)
    assert done.returncode == 0, done.stdout
    visit, shown = Visit(browser), 0
    with guarded(folder / "site", Watched) as address:
        for page in pages_of(folder):
            assert visit.to(address + page) == [], page
            assert visit.page.evaluate("window.pwned") is None, page
            shown += MARK in visit.page.content()
    assert shown > 10, "the texts are there, as texts"
    assert {url for url in visit.asked if not url.startswith((address, "data:"))} == set()
    assert visit.said == []
    visit.context.close()


INJECTED = """<!doctype html><title>x</title>
<script>window.pwned = 1</script>
<p style="color: red" onclick="window.pwned = 2">x</p>
<style>p { color: blue }</style>
<img src="OTHER/x.png">
<script src="OTHER/x.js"></script>
<iframe src="OTHER/"></iframe>
<object data="OTHER/x"></object>
<form action="OTHER/"><button>x</button></form>
"""

REFUSED = {
    "script-src-elem inline",
    "script-src-attr inline",
    "style-src-attr inline",
    "style-src-elem inline",
    "img-src",
    "script-src-elem",
    "frame-src",
    "object-src",
    "form-action",
}


def test_what_is_injected_is_refused_and_seen(browser: Any, tmp_path: Path) -> None:
    """The control: a test above that saw nothing would have seen this."""
    (tmp_path / "elsewhere").mkdir()
    with served(tmp_path / "elsewhere") as other:
        page = INJECTED.replace("OTHER", other.rstrip("/").replace("127.0.0.1", "localhost"))
        (tmp_path / "index.html").write_text(page)
        visit = Visit(browser)
        with guarded(tmp_path) as address:
            visit.to(address)
            visit.page.locator("p").click()
            visit.page.evaluate("document.querySelector('form button').click()")
            for _ in range(100):  # refusals are told a moment after the act
                refused = visit.page.evaluate("window.refused")
                found = {said if said.endswith("inline") else said.split()[0] for said in refused}
                if found == REFUSED:
                    break
                visit.page.wait_for_timeout(50)
        assert visit.page.evaluate("window.pwned") is None
        assert found == REFUSED
        assert len(visit.said) >= len(REFUSED), visit.said
        with served(tmp_path) as address:
            assert visit.to(address) == [], "the policy refuses it, not the browser"
            assert visit.page.evaluate("window.pwned") == 1
        with guarded(tmp_path, Watched) as address:
            assert visit.to(address) != [] and visit.page.evaluate("window.pwned") == 1
        assert any("localhost" in url for url in visit.asked)
        visit.context.close()


@pytest.mark.parametrize("path", ["", "2024/", "sematkan/2024/"])
def test_other_sites_frame_only_what_is_made_for_it(
    path: str, browser: Any, tmp_path: Path
) -> None:
    mine, other = tmp_path / "mine", tmp_path / "other"
    for folder in (mine / path, other):
        folder.mkdir(parents=True, exist_ok=True)
    (mine / path / "index.html").write_text("<!doctype html><title>x</title><p>Halaman</p>")
    with guarded(mine) as address, served(other) as elsewhere:
        framed = address.replace("127.0.0.1", "localhost") + path
        (other / "index.html").write_text(f'<!doctype html><iframe src="{framed}"></iframe>')
        visit = Visit(browser)
        visit.page.goto(elsewhere)
        shown = "Halaman" in visit.page.frames[1].content()
        visit.context.close()
    assert shown == path.startswith("sematkan/")


def test_the_policy_of_the_readme_is_this_one() -> None:
    said = content_security_policy().replace(inline_script_hash(), "HASH")
    said = said.replace(inline_style_hashes(), "STYLES")
    assert f"{POLICY}: {said}\n" in (ROOT / "README.md").read_text("utf-8")
    assert content_security_policy("/sematkan/x/").endswith("frame-ancestors *")
    assert content_security_policy("/2024/sematkan/").endswith("frame-ancestors 'none'")
    usual = content_security_policy()
    compiled = usual.replace("; style-src", " 'wasm-unsafe-eval'; style-src")
    assert {content_security_policy(one) for one in ("/2024/", "/data/cari/x", "/cari")} == {usual}
    assert {
        content_security_policy(one) for one in ("/cari/?q=x", "/pagefind/pagefind-worker.js")
    } == {compiled}
