"""The hooks of the MkDocs plugin: a few lines each around ``generator.site``."""

from __future__ import annotations

import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from jinja2 import Environment
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import CountHandler
from mkdocs.utils.templates import TemplateContext

from generator import pages
from generator.cache import compiled_templates
from generator.collector import seldom
from generator.content import PROSE
from generator.format.problems import Message, Problems, Translate, message, said
from generator.language import language
from generator.language.messages import message_language, translator
from generator.lasting.keeper import Keeper
from generator.load.folder import Kept
from generator.news.sentences import phrases
from generator.pages.view import environment_of_templates
from generator.plugin import child, keeping, searching, sitemap
from generator.plugin.files import DataFile, kept_of, pages_of
from generator.plugin.guard import guard, guard_branch
from generator.plugin.navigation import words
from generator.plugin.options import RaporOptions, settings_of, unaddressed
from generator.plugin.pages import ReadyPage, ShownPage, problem_page
from generator.plugin.preview import Build, Preview
from generator.plugin.prose import prose_markdown, with_prose
from generator.plugin.publish import Publication, PublishError
from generator.plugin.shell import Around, Shells
from generator.plugin.spoken import LOST, Spoken
from generator.plugin.summary import Summary
from generator.plugin.writer import Target, WriteError, Writer
from generator.settings import Settings
from generator.site import Whole, read_site
from generator.theme import FOLDER as THEME_FOLDER

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

log = logging.getLogger("mkdocs.plugins.rapor")


class RaporPlugin(BasePlugin[RaporOptions]):
    """Reads the results, adds their pages, and swaps the finished site in as a whole."""

    def __init__(self) -> None:
        self._serving = self._deploying = self._dirty = False
        self._settings: Settings | None = None
        self._whole: Whole | None = None
        self._problems: list[str] = []
        self._writer: Writer | None = None
        self._files: list[str] = []
        self._keeper = Keeper(None, sums=False)
        self._summary = Summary()
        self._kept = Kept()
        self._preview = Preview()
        self._build: Build | None = None
        self._publication: Publication | None = None
        self._nav: Navigation | None = None
        self._spoken: Spoken | None = None
        self._site_dir = ""
        self._guarded = ("", "")
        self._warnings = CountHandler()
        self._warnings.setLevel(logging.WARNING)

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Take the options as they are: ``on_config`` tells their mistakes with those of the data."""
        super().load_config(options, config_file_path)
        return [], []

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Also what keeps this object, and the last good pages, alive between rebuilds."""
        self._serving = command == "serve"
        if not self._serving:
            seldom()
            child.end_in_order()
        self._deploying, self._dirty = command == "gh-deploy", dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        problems = Problems()
        settings = settings_of(config, self.config, problems)
        self._settings = settings = searching.possible(settings, preview=self._serving)
        if not self._serving:
            self._summary = Summary()
            self._summary.watch(self._translate)
        if self._dirty:
            self._abort(message("--dirty tidak dapat dipakai: situs selalu dibangun utuh."))
        self._guard(config)
        self._warnings.counts.clear()
        logging.getLogger("mkdocs").addHandler(self._warnings)
        # Under serve the sentences and templates may have been edited.
        phrases.cache_clear()
        self._keeper = keeping.keeper_of(settings, problems, preview=self._serving)
        self._whole = self._read(settings, problems) or self._whole
        self._problems = problems.report(self._translate)
        if self._whole is not None:
            self._keeper.made = self._whole.makers
            if not settings.address:
                log.info(unaddressed().text(self._translate))
            for site in self._whole.sites:
                for mine in site.series:  # a measure with words of its own has others
                    environment_of_templates(mine.language).auto_reload = self._serving
            self._spoken = Spoken(self._whole, settings, config)
        return config

    def _guard(self, config: MkDocsConfig) -> None:
        assert self._settings is not None  # they are read first
        self._guarded = config.site_dir, config.docs_dir
        guard(config, self._settings.results, self._translate, temporary=self._serving)
        if self._deploying:
            guard_branch(config, self._settings.results, self._translate)

    def _read(self, settings: Settings, problems: Problems) -> Whole | None:
        """The site of the data as they are now; None (under serve) if they have problems."""
        whole = read_site(
            settings,
            problems,
            drafts=self._serving or settings.preview,
            # Between the rebuilds of serve only what changed is parsed.
            kept=self._kept if self._serving else None,
            as_files=not settings.directory_urls,
        )
        if whole is None:
            for line in problems.report(self._translate):
                log.error(line)
            if self._serving:
                return None
            self._abort(message("Belum dapat diterbitkan; perbaiki baris-baris di atas."))
        return whole

    @property
    def _language(self) -> str:
        """The language of messages that was chosen."""
        return message_language(self._settings.messages if self._settings else None)

    @property
    def _translate(self) -> Translate:
        """From Indonesian to that language."""
        return translator(self._language)

    def _abort(self, told: Message, error: Exception | None = None) -> NoReturn:
        raise Abort(told.text(self._translate)) from error

    def on_pre_build(self, *, config: MkDocsConfig) -> None:
        if self._guarded != (config.site_dir, config.docs_dir):  # another plugin changed them
            self._guard(config)
        if self._serving:
            self._preview.begin()
            return
        self._site_dir = config.site_dir
        self._publication = Publication(Path(config.site_dir))
        try:
            self._publication.begin()
        except PublishError as error:
            self._abort(error.told, error)
        config.site_dir = str(self._publication.staging_dir)

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        if self._whole is None:
            return problem_page(files, config, self._problems, self._language)
        kept = kept_of(files, config)
        with_prose(kept, self._whole, config)
        for address in self._whole.makers:
            there = kept.get_file_from_path(f"{address}index.md")
            if there is not None and not there.inclusion.is_included():
                kept.remove(there)
            elif there is not None:
                self._stop_writing()
                self._end(publish=False)
                told = message(
                    "{file} menimpa halaman yang dibuat situs; hapus atau beri nama lain.",
                    file=f"content/{address}index.md",
                )
                self._abort(told)
        if not self._serving:
            self._whole.prepare()
            for path, content in self._whole.few_files.items():
                kept.append(DataFile(config, path, content))
        assert self._spoken is not None  # it comes with the site
        for address in self._spoken.shown(kept):
            kept.append(ShownPage(config, self._whole, address).file)
        return kept

    def on_nav(self, nav: Navigation, *, config: MkDocsConfig, files: Files) -> Navigation:
        if self._whole is None:
            return nav
        self._nav = nav
        if self._spoken is not None:
            self._spoken.navigate(nav, config, files)
        for file in files.documentation_pages():
            if file.page is not None and not isinstance(file.page, ReadyPage):
                file.page.update_date = self._whole.updated("")
        return nav

    def on_env(self, env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
        if self._settings is not None:
            env.globals |= words(language(self._settings.languages[0]))
        if self._spoken is not None:
            self._spoken.env = env
        if self._whole is None or self._nav is None:
            return env
        env.bytecode_cache = compiled_templates(variant=" ".join(sorted(env.extensions)))
        shells = Shells(self._whole, Around(config, files, self._nav, env))
        shown = {f.page.address: f.page for f in files if isinstance(f.page, ShownPage)}
        if self._serving:
            empty = [page.file.abs_dest_path for page in shown.values()]
            self._build = Build(self._whole, shells, Target(Path(config.site_dir)), empty)
        else:
            self._files = [file.abs_dest_path for file in files if file.inclusion.is_included()]
            left = [address for address in self._whole.makers if address not in shown]
            target = Target(Path(config.site_dir), self._keeper)
            self._writer = Writer(shells, target, left, self._whole.many_files)
            self._writer.begin()
            for page in shown.values():
                page.may_be = True
        return env

    def on_post_template(
        self, output: str, *, template_name: str, config: MkDocsConfig
    ) -> str | None:
        if template_name == LOST and self._spoken is not None:
            self._spoken.write_lost(config)
        if template_name != "sitemap.xml":
            return output
        pages = () if self._whole is None else pages_of(self._whole, config)
        return sitemap.written(output, config.site_url, pages, Path(config.site_dir))

    def on_page_markdown(
        self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        if isinstance(page, ReadyPage) or self._whole is None:
            return markdown
        page.update_date = self._whole.updated("")
        return prose_markdown(markdown, page, self._whole, files)

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        if self._spoken is not None:
            context.update(self._spoken.around(page.url))  # type: ignore[typeddict-item]
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        if template_name == LOST and self._spoken is not None and self._whole is not None:
            context.update(self._spoken.homes(self._whole.site, config))  # type: ignore[typeddict-item]
        return context

    @event_priority(-100)
    def on_post_build(self, *, config: MkDocsConfig) -> None:
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        if self._serving:
            # Before there was any good data, the one page there is lists what to mend.
            told = self._problems if self._whole is not None else ()
            self._preview.end(self._build, told, self._translate)
        if self._publication is None:
            return
        staging, config.site_dir = Path(config.site_dir), self._site_dir
        self._wait()
        assert self._whole is not None and self._settings is not None  # else nothing is built
        searching.index(staging, self._whole, self._settings, self._translate)
        kept = keeping.finish(self._keeper, staging, self._whole, self._settings, self._translate)
        self._summary.look(staging, Path(config.site_dir), self._whole, self._settings)
        # MkDocs refuses only after this hook; by then the site would be swapped in.
        refused = config.strict and any(number for _, number in self._warnings.get_counts())
        try:
            self._end(publish=kept and not refused)
        except PublishError as error:
            self._abort(error.told, error)
        if not kept:
            self._abort(keeping.REFUSED)
        if not refused:
            self._summary.tell(self._translate)

    def _wait(self) -> None:
        """Until the pages are there that MkDocs does not know."""
        writer, self._writer = self._writer, None
        if writer is None:
            return
        try:
            writer.end()
            gone = [path for path in self._files if not os.path.isfile(path)]
            if gone:
                told = message("{file} tidak ada (hilang: {count})", file=gone[0], count=len(gone))
                raise WriteError(told)
        except (WriteError, OSError) as error:
            self._end(publish=False)
            why = error.why if isinstance(error, WriteError) else said(error)
            told = message("Halaman tidak dapat ditulis: {why}", why=why)
            raise Abort(told.text(self._translate)) from error

    def _stop_writing(self) -> None:
        if self._writer is not None:
            self._writer.stop()
            self._writer = None

    def on_build_error(self, *, error: Exception) -> None:
        logging.getLogger("mkdocs").removeHandler(self._warnings)
        self._stop_writing()
        if self._serving:
            self._preview.end(None)
        self._end(publish=False)
        if isinstance(error, OSError) and error.errno and not self._serving:
            told = message(
                "Situs tidak dapat dibangun: {error}. Situs yang lama tetap seperti semula.",
                error=said(error),
            )
            self._abort(told, error)

    def _end(self, *, publish: bool) -> None:
        publication, self._publication = self._publication, None
        if publication is None:
            return
        if publish:
            publication.commit()
        else:
            publication.abandon()

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        assert self._settings is not None  # MkDocs serves what it has built
        for watched in (
            self._settings.results,
            Path(pages.__file__).parent / "templates",
            Path(pages.__file__).parent.parent / "news",
            PROSE,
            THEME_FOLDER,
        ):
            if watched.is_dir():
                server.watch(str(watched))
        self._preview.watch(server)
        return server
