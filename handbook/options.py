"""Every key of ``mkdocs.yml`` that counts here, from the model that checks them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from generator.format import manual
from generator.format.site import Options, Publisher, SiteFile


def options() -> str:
    """The keys of the file, then the options of the plugin, then the publisher's."""
    return "\n\n".join(
        (
            "## Kunci mkdocs.yml",
            *_sections(SiteFile, (), left_out=("plugins",)),
            "## Opsi situs\nSemuanya ditulis di bawah `plugins`, `- rapor:`, dan boleh tidak ditulis.",
            *_sections(Options, ("plugins", "- rapor"), left_out=("publisher",)),
            "## Penerbit\nSemuanya ditulis di bawah `publisher` milik `- rapor:`.",
            *_sections(Publisher, ("plugins", "- rapor", "publisher")),
        )
    )


def _sections(
    model: type[BaseModel], above: tuple[str, ...], *, left_out: tuple[str, ...] = ()
) -> Iterator[str]:
    for name, kind, field in manual.fields(model):
        if name not in left_out:
            yield _section(name, kind, field, above)


def _section(name: str, kind: Any, field: FieldInfo, above: tuple[str, ...]) -> str:
    example = field.examples[0] if field.examples else field.default
    rows = [*(f"{key}:" for key in above), f"{name}: {manual.flow(example)}"]
    # What stands in a list is one step further in than its sign.
    inside = [sum(2 + 2 * one.startswith("- ") for one in above[:at]) for at in range(len(rows))]
    yaml = "\n".join(f"{' ' * depth}{row}" for depth, row in zip(inside, rows, strict=True))
    default = "" if field.is_required() else manual.default_of(field)
    facts = [
        manual.form_of(kind),
        "wajib" if field.is_required() else "",
        default and f"bawaan {default}",
    ]
    told = "; ".join(filter(None, facts))
    meaning = (field.description or "").replace("<", "\\<")
    return f"### {name}\n{meaning} ({told})\n\n```yaml\n{yaml}\n```"
