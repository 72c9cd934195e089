"""Filling a Jinja template many times: what Jinja makes anew for each filling is made once.

A build fills some hundred thousand templates, most of them shorter than a line. ``python -m
benchmarks.fill`` measures what each of these three saves: ``Filling.__init__`` half of a short
filling, for a new ``EvalContext`` and tables of blocks that no template here has; ``Filling.call``
a twelfth of a page, for looking at each call whether the function wants the context, which none
does; ``_Once`` a quarter of a page, for escaping what ``finalize`` has escaped.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.runtime import Context


class Filling(Context):
    """The values of one filling."""

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

    def call(
        self,
        function: Callable[..., Any],
        /,
        *values: Any,
        _loop_vars: object = None,
        _block_vars: object = None,
        **named: Any,
    ) -> Any:
        """What a function returns; none that templates call is given the context."""
        return function(*values, **named)


class _Once(CodeGenerator):
    """Writes ``finalize(value)`` where Jinja writes ``escape(finalize(value))``.

    The two methods are Jinja's own and may go with a new version; a test fails then, and without
    this class the same pages come out.
    """

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        self.write(")")


class SharedEnvironment(Environment):
    """An environment whose fillings share what is the same for all of them.

    It needs a ``finalize`` that makes every value the text that is written.
    """

    context_class = Filling
    code_generator_class = _Once

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.evaluation = nodes.EvalContext(self)


def fill(template: Template, values: dict[str, Any]) -> str:
    """The text of a template with these values and nothing else; they are not copied."""
    return "".join(template.root_render_func(template.new_context(values, shared=True)))
