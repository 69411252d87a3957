"""The one Jinja environment: all markup is in templates/."""

from __future__ import annotations

import functools
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemBytecodeCache, FileSystemLoader, StrictUndefined, nodes, pass_context
from jinja2.compiler import CodeGenerator, Frame, MacroRef
from jinja2.utils import missing
from markupsafe import Markup, escape

_SPECIAL = re.compile(r"[\\`*_{}\[\]()<>#+\-.!|&:~^=$@\"']")
_HEADING = re.compile(r"^(#{1,6} .*)$", re.MULTILINE)
_CHANGED = re.compile("[&<>\"'{]")
_CALLER = "caller"
"""What a macro calls the block that it is given."""
_AS_MARKDOWN = ' markdown="1"'
JSON = {"ensure_ascii": False, "sort_keys": True}
"""How templates write JSON: Chinese as such, at half the size."""


def markdown_text(text: str) -> Markup:
    """Escape text for a Markdown heading: each character that Markdown, HTML or an attribute list could read."""
    return Markup(_SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text))


def shown(value: Any) -> str:
    """Return a value as templates show it: escaped, and without braces, which another engine could read as attributes.

    Most texts hold nothing to escape, and are themselves.
    """
    if isinstance(value, Markup):
        return value
    text = value if isinstance(value, str) else escape(value)  # what has markup of its own gives that
    if isinstance(text, Markup) or not _CHANGED.search(text):
        return text
    return escape(text).replace("{", Markup("&#123;"))


class _Generator(CodeGenerator):
    """Code that shows a value by one call, and calls what it is told to; Jinja's own looks first whether to pass more.

    Pages show a million values and call a hundred thousand macros a build; nothing that they call takes the context.
    """

    def _output_child_pre(self, *_: Any) -> None:
        self.write("environment.finalize(")

    def _output_child_post(self, *_: Any) -> None:
        self.write(")")

    def visit_Call(self, node: nodes.Call, frame: Frame, forward_caller: bool = False) -> None:  # noqa: N802  Jinja's
        if node.dyn_args or node.dyn_kwargs:
            super().visit_Call(node, frame, forward_caller=forward_caller)
            return
        self.visit(node.node, frame)
        self.write("(")
        for one in (*node.args, *node.kwargs):
            self.visit(one, frame)
            self.write(", ")
        self.write("caller=caller)" if forward_caller else ")")

    def macro_def(self, macro_ref: MacroRef, frame: Frame) -> None:
        if macro_ref.accesses_kwargs or macro_ref.accesses_varargs:
            super().macro_def(macro_ref, frame)
            return
        names = [one.name for one in macro_ref.node.args]
        if macro_ref.accesses_caller and _CALLER not in names:
            names.append(_CALLER)
        self.write(f"environment.macro(macro, {tuple(names)!r})")


def _nothing(name: str) -> Any:
    """Return what stands for an argument that is not given: its default, and of a block none."""
    return StrictUndefined("there is no block between call and endcall", name=name) if name == _CALLER else missing


def _macro(made: Callable[..., str], names: tuple[str, ...]) -> Callable[..., Markup]:
    """Return a macro of a template, from the function that it is compiled to, which wants every argument."""
    number = len(names)

    def macro(*given: Any, **named: Any) -> Markup:
        if len(given) < number:
            given += tuple(named.pop(name, _nothing(name)) for name in names[len(given) :])
        if named or len(given) > number:
            raise TypeError(f"a macro of {names} was given {given} and {named}")
        return str.__new__(Markup, made(*given))

    return macro


def compiled(name: str) -> FileSystemBytecodeCache | None:
    """Return where templates of an environment are kept compiled, which is safe to lose; None where that cannot be.

    Compiling takes half a second of each build. Jinja tells what it keeps apart by template, text and its own version
    alone, so the name has to tell what compiles.
    """
    digest = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:12]
    try:
        return FileSystemBytecodeCache(pattern=f"handbook-{name}-{digest}-%s.cache")
    except (OSError, RuntimeError):  # no temporary folder, or one that belongs to somebody else
        return None


def never_compiled(made: Callable[[Any], Any]) -> Callable[[Any, Any], Any]:
    """Return a filter of one site: of a constant, too, it is asked anew where a compiled template is kept for others.

    Jinja works out what it can while it compiles, but for filters that take the context.
    """
    return pass_context(lambda _, value: made(value))


@functools.cache
def environment() -> Environment:
    """Return the environment: escapes everything, refuses names it was not given."""
    env = Environment(
        loader=FileSystemLoader(Path(__file__).parent.parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=shown,
        bytecode_cache=compiled("pages"),
    )
    env.code_generator_class = _Generator
    env.macro = _macro  # type: ignore[attr-defined]
    env.getattr = getattr  # type: ignore[assignment,method-assign]  # never an item instead; two million times a build
    env.filters["md"] = markdown_text
    env.policies["json.dumps_kwargs"] = JSON
    return env


def render(template: str, view: Any, labels: Any) -> str:
    """Return a template's text; it receives `view` and the words `t`."""
    return environment().get_template(template).render(view=view, t=labels)


def left_out(labels: Any) -> Callable[[str], str]:
    """Return what shows the HTML of a link whose target the selection leaves out."""
    macro: Any = environment().get_template("left-out.html.j2").module.left_out  # type: ignore[attr-defined]
    return lambda text: str(macro(text, labels))


def split(markdown: str) -> list[tuple[bool, str]]:
    """Split a template's text into headings (True) and blocks of HTML (False).

    Templates give only these two, so the HTML need not pass through Markdown, and loses the mark that would let it.
    """
    parts: list[tuple[bool, str]] = []
    for number, part in enumerate(_HEADING.split(markdown)):
        if number % 2:
            parts.append((True, part))
        elif text := part.strip("\n"):
            parts.append((False, text.replace(_AS_MARKDOWN, "")))
    return parts
