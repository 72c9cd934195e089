"""Refuses folders of the configuration in which a build would delete data."""

from __future__ import annotations

import subprocess
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort

from generator.folders import Layout, check_site
from generator.format.problems import Translate, message


def guard_branch(config: MkDocsConfig, results: Path, translate: Translate) -> None:
    """Raise Abort where gh-deploy would put the site in the place of the data on their branch."""
    try:
        head = subprocess.run(
            ["git", "symbolic-ref", "--short", "-q", "HEAD"],
            cwd=results,
            capture_output=True,
            text=True,
        )
    except OSError:  # no git, or no results: both are told by others
        return
    if head.stdout.strip() == config.remote_branch:
        told = message(
            "gh-deploy akan mengganti isi cabang {branch}, tempat data ini disimpan, dengan "
            "situs. Pilih remote_branch lain di mkdocs.yml, misalnya gh-pages.",
            branch=config.remote_branch,
        )
        raise Abort(told.text(translate))


def guard(config: MkDocsConfig, results: Path, translate: Translate, *, temporary: bool) -> None:
    """Raise Abort where the site folder and what a site keeps are not apart.

    ``temporary``: the site folder is the preview's own.
    """
    config_file = Path(config.config_file_path or "")
    theme = config.theme.custom_dir
    layout = Layout(
        config_file if config_file.is_file() else None,
        results,
        Path(config.docs_dir),
        Path(theme) if theme else None,
    )
    refused = check_site(Path(config.site_dir), layout, temporary=temporary)
    if refused is not None:
        raise Abort(refused.text(translate))
