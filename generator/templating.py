"""Filling a Jinja template many times: what Jinja makes anew for each filling is made once.

A build fills some hundred thousand templates, most of them shorter than a line. Of the 9 µs that a
short one takes, 5 are a new ``EvalContext`` and the tables of blocks and globals of its context,
which none of these templates uses (``python -m benchmarks.fill`` measures both).
"""

from __future__ import annotations

from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.runtime import Context


class Filling(Context):
    """The values of one filling; without blocks, which no template here has."""

    def __init__(
        self,
        environment: SharedEnvironment,
        parent: dict[str, Any],
        name: str | None,
        blocks: Any,
        globals: Any = None,
    ) -> None:
        self.environment = environment
        self.parent = parent
        self.name = name
        self.vars = {}
        self.exported_vars = set()
        self.blocks = {}
        self.globals_keys = set()
        self.eval_ctx = environment.evaluation


class SharedEnvironment(Environment):
    """An environment whose fillings share what is the same for all of them."""

    context_class = Filling

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.evaluation = nodes.EvalContext(self)


def fill(template: Template, values: dict[str, Any]) -> str:
    """The text of a template with these values and nothing else; they are not copied."""
    return "".join(template.root_render_func(template.new_context(values, shared=True)))
