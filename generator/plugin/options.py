"""The plugin's options and MkDocs' own as the site's settings.

MkDocs would tell mistakes in the options one at a time and without their line. So it is given no
schema of them: the model of ``mkdocs.yml`` checks them, when the data are checked too.
"""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig

from generator.format.problems import Message, Problems, message
from generator.format.site import SiteFile
from generator.settings import Settings, given_settings


class RaporOptions(Config):
    """The options under ``plugins: - rapor:``, as they were written."""


def settings_of(config: MkDocsConfig, options: RaporOptions, problems: Problems) -> Settings:
    """The settings as MkDocs has them now: an option of its command, a hook or another plugin may
    have changed what the file says."""
    path = Path(config.config_file_path) if config.config_file_path else None
    # The patterns of excluded prose MkDocs keeps in a form of its own: those of the file count.
    names = SiteFile.model_fields.keys() - {"plugins", "exclude_docs"}
    values = {key: config.get(key) for key in SiteFile.model_fields if key in names}
    values["theme"] = config.theme.name
    return given_settings(path, values, options.data, problems)


def unaddressed() -> Message:
    """What a site does without that does not say its address: told once, and no warning."""
    return message(
        "Tanpa site_url di mkdocs.yml, halaman tidak memuat: tautan WhatsApp, alamat lengkap dalam "
        "kutipan, alamat kanonik, og:url, serta alamat, remah roti, dan berkas dalam JSON-LD."
    )
