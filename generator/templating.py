"""Filling a Jinja template many times: what Jinja decides anew for each filling is decided once.

A build fills some hundred thousand templates, most of them shorter than a line, and reads some
million attributes in them. So a template becomes the Python that one would write by hand: ``a.b``
and ``f(a)`` as they stand, and a macro as a function. What these templates do not use goes
without: a key of a mapping by a dot, functions that want the context, sandboxes, blocks.
``python -m benchmarks.fill`` measures what each step saves.

Compiling takes longer than making a small site, so what was compiled is kept (``generator.cache``).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, MutableMapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.runtime import Context
from jinja2.utils import missing
from markupsafe import Markup

from generator.cache import compiled_templates

safe: Callable[[str], Markup] = partial(str.__new__, Markup)
"""Text that is HTML already, marked as such: ``Markup(text)`` without asking what the text is."""


class Filling(Context):
    """The values of one filling, without what only templates with blocks need."""

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


class Macro:
    """A macro of a template as a function: it returns finished HTML."""

    __slots__ = ("_arguments", "_number", "_write")

    def __init__(self, write: Callable[..., str], arguments: Sequence[str]) -> None:
        self._write = write
        self._arguments = arguments
        self._number = len(arguments)

    def __call__(self, *values: Any, **named: Any) -> Markup:
        if len(values) != self._number:
            rest = self._arguments[len(values) :]
            if named.keys() - rest or len(values) > self._number:
                raise TypeError(f"macro({', '.join(self._arguments)}): {values!r} {named!r}")
            values = (*values, *(named.get(name, missing) for name in rest))
        return safe(self._write(*values))


class _Straight(CodeGenerator):
    """Writes what the module says above, in the place of calls that look for more.

    The methods are Jinja's own and may go with a new version; a test fails then, and without this
    class the same pages come out.
    """

    environment: SharedEnvironment

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write(f".{node.attr}")

    def visit_Getitem(self, node: nodes.Getitem, frame: Frame) -> None:
        self.visit(node.node, frame)
        self.write("[")
        self.visit(node.arg, frame)
        self.write("]")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:
        self.visit(node.node, frame)
        self.write("(")
        for value in (*node.args, *node.kwargs):
            self.visit(value, frame)
            self.write(", ")
        for stars, more in (("*", node.dyn_args), ("**", node.dyn_kwargs)):
            if more is not None:
                self.write(stars)
                self.visit(more, frame)
                self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        names = [argument.name for argument in macro_ref.node.args]
        names += ["caller"] if macro_ref.accesses_caller else []
        self.write(f"environment.macro(macro, {tuple(names)!r})")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        # What a macro or a function has written is finished; of texts the finished form is known.
        written = self.environment.texts is not None
        self.write("(said if (kind := (said := " if written else finalize.src)

    def _output_child_post(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:
        finished = ").__class__) is Markup else environment.texts[said] if kind is str"
        written = f"{finished} else {finalize.src}said))"
        self.write(written if self.environment.texts is not None else ")")


class SharedEnvironment(Environment):
    """An environment whose fillings share what is the same for all of them.

    It needs a ``finalize`` that makes every value the text that is written; ``texts`` has what it
    makes of a text, where what is ``Markup`` already stays as it is.
    """

    context_class = Filling
    code_generator_class = _Straight
    macro = Macro

    def __init__(
        self,
        sources: Sequence[Path | None] = (),
        variant: str = "",
        texts: Mapping[str, str] | None = None,
        **options: Any,
    ) -> None:
        """``sources`` also decide what becomes of a template; None for one that is not there."""
        found = [source for source in sources if source is not None and source.is_file()]
        variant += " ".join(path.name if path else "-" for path in sources)
        kept = compiled_templates(Path(__file__), *found, variant=variant)
        super().__init__(bytecode_cache=kept, **options)
        self.texts = texts
        self.evaluation = nodes.EvalContext(self)
        self._ready: dict[str, Template] = {}

    def get_template(
        self,
        name: str | Template,
        parent: str | None = None,
        globals: MutableMapping[str, Any] | None = None,
    ) -> Template:
        """A template by its name, looked for once (while they are edited: each time)."""
        if self.auto_reload or not isinstance(name, str):
            return super().get_template(name, parent, globals)
        found = self._ready.get(name)
        if found is None:
            found = self._ready[name] = super().get_template(name, parent, globals)
        return found

    def forget(self) -> None:
        """Look for all templates again."""
        self._ready.clear()
        if self.cache is not None:
            self.cache.clear()


def fill(template: Template, values: dict[str, Any]) -> str:
    """The text of a template with these values and nothing else; they are not copied."""
    environment = template.environment
    assert isinstance(environment, SharedEnvironment)
    return "".join(template.root_render_func(Filling(environment, values, template.name, None)))
