"""Templates in the language of a catalogue: ``{% trans %}`` is put into it when they are compiled.

So a page of any language takes as long as one of the messages' own, and what is filled in is
escaped as everywhere else. ``_("…")`` inside an expression is looked up when it is used.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from jinja2 import nodes
from jinja2.ext import InternationalizationExtension

from generator.language.catalogue import Catalogue
from generator.templating import SharedEnvironment

_GAP = re.compile(r"%\((\w+)\)s")


class _Translated(InternationalizationExtension):
    """Jinja's own extension, with the message looked up while the template is compiled."""

    environment: TranslatedEnvironment

    def _make_node(
        self,
        singular: str,
        plural: str | None,
        context: str | None,
        variables: dict[str, nodes.Expr],
        plural_expr: nodes.Expr | None,
        vars_referenced: bool,
        num_called_num: bool,
    ) -> Any:
        catalogue = self.environment.catalogue
        if plural is None or plural_expr is None:
            return _output(catalogue.gettext(singular), variables)
        # A language has one form, or one for 1 and one for the rest, or its rule is not served.
        one = _output(catalogue.ngettext(singular, plural, 1), variables)
        many = _output(catalogue.ngettext(singular, plural, 2), variables)
        is_one = nodes.Compare(plural_expr, [nodes.Operand("eq", nodes.Const(1))])
        return nodes.If(is_one, [one], [], [many])


def _output(message: str, variables: dict[str, nodes.Expr]) -> nodes.Output:
    """A message as what is written: its text, and between it what is filled in."""
    pieces = _GAP.split(message)
    parts: list[nodes.Expr] = []
    for at, piece in enumerate(pieces):
        if at % 2:
            parts.append(variables[piece])
        elif piece:
            parts.append(nodes.TemplateData(piece.replace("%%", "%")))
    return nodes.Output(parts)


class TranslatedEnvironment(SharedEnvironment):
    """An environment whose templates are compiled into the language of a catalogue.

    ``file`` is what the catalogue was read from, ``variant`` what was made of it: what was compiled
    with another is not used.
    """

    def __init__(
        self, catalogue: Catalogue, file: Path | None, variant: str = "", **options: Any
    ) -> None:
        self.catalogue = catalogue
        extensions = [*options.pop("extensions", ()), _Translated]
        super().__init__(
            sources=(Path(__file__), file), variant=variant, extensions=extensions, **options
        )
        self.policies["ext.i18n.trimmed"] = True
