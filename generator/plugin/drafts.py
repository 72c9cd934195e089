"""A build that also has what is not published yet, for those who have to agree to it first."""

from __future__ import annotations

import logging
import sys
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

from generator.format.problems import Translate, message
from generator.format.site import PLUGIN

OWN = message("Folder itu tempat situs yang diterbitkan; sebut folder lain untuk pratinjau.")


def build_preview(config_file: Path, folder: Path, translate: Translate) -> int:
    """Build a site with its drafts into a folder; the exit status, with what is wrong told."""
    log, told = logging.getLogger("mkdocs"), logging.StreamHandler(sys.stderr)
    told.setFormatter(logging.Formatter("%(message)s"))
    told.setLevel(logging.WARNING)
    log.addHandler(told)
    try:
        config = load_config(str(config_file))
        if Path(config.site_dir).resolve() == folder.resolve():
            raise Abort(OWN.text(translate))
        config.site_dir = str(folder)
        config.plugins[PLUGIN].config["preview"] = True
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
    except (Abort, ConfigurationError) as error:
        print(error, file=sys.stderr)
        return 1
    finally:
        log.removeHandler(told)
    return 0
