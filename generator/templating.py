"""Jinja without what no template here uses: a build renders several hundred thousand times.

Stock Jinja asks of each call whether the function wants the context, copies the globals for each
rendering, and escapes what is already escaped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context


class _Context(Context):
    """Names and their values. No function that templates call is given it, nor inherits blocks."""

    blocks: dict[str, Any] = {}  # noqa: RUF012 — templates have none
    globals_keys: set[str] = set()  # noqa: RUF012 — an imported one sees what its environment knows

    def __init__(
        self,
        environment: LeanEnvironment,
        parent: dict[str, Any],
        name: str | None,
        *_: Any,
        **__: Any,
    ) -> None:
        self.environment = environment
        self.parent = parent
        self.name = name
        self.vars = {}
        self.exported_vars = set()
        self.eval_ctx = environment.eval_ctx

    def call(
        self,
        function: Callable[..., Any],
        /,
        *values: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        return function(*values, **named)


class _Generator(CodeGenerator):
    """Writes ``finalize(value)`` where stock Jinja writes ``escape(finalize(value))``."""

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class LeanEnvironment(Environment):
    """An environment whose ``finalize`` makes every value the text that is written."""

    context_class = _Context
    code_generator_class = _Generator

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.eval_ctx = nodes.EvalContext(self)


def fill(template: Template, values: dict[str, Any]) -> str:
    """The text of a template with these values and nothing else; they are not copied."""
    environment = template.environment
    context = environment.context_class(environment, values, template.name, {})
    try:
        return environment.concat(template.root_render_func(context))
    except Exception:
        environment.handle_exception()
