"""Pages written by hand call macros that there are, with ids that there are; a build would end in a traceback."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from macros.check.project import Project
from macros.check.rules import references
from macros.check.templates import Parameter, jinja, macros
from macros.leftovers import is_left_over
from macros.load.dataset import Dataset
from macros.load.yaml_reader import read
from macros.problems import Problem, Said

_ENGINE = frozenset((
    "config", "context", "environment", "extra", "files", "filters", "filters_builtin", "fix_url", "git", "macros",
    "macros_info", "navigation", "now", "page", "plugin",
))  # fmt: skip
"""Names that mkdocs-macros gives to pages."""
_FILTERS = frozenset(("pretty", "relative_url"))
"""Filters that it adds to those of Jinja."""
_FRONT_MATTER = re.compile(r"\A\ufeff?---\r?\n.*?^---\r?$", re.DOTALL | re.MULTILINE)
_KEY = re.compile(r"^([A-Za-z_]\w*):", re.MULTILINE)
_EXAMPLE = '{{ city("london") }}'
_COUNTED = {"page": "页码"}
"""What a macro may be given by number."""
_SYNTAX = Said(
    f"A call is written {_EXAMPLE}; text with {{{{ or {{% in it stands between {{% raw %}} and {{% endraw %}}.",
    f"调用写作{_EXAMPLE}；文字里要写{{{{或{{%，就放在{{% raw %}}和{{% endraw %}}之间。",
)
_Fault = tuple[int, str, Said, Said]
"""Line, the word at fault, message, hint."""


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each call in a page that its build cannot follow."""
    extra = (read(project.root / "mkdocs.yml", "")[0].value or {}).get("extra") or {}
    for file in sorted((project.root / "content").rglob("*.md")):
        if is_left_over(file.name):
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        lines = text.splitlines()
        for line, word, message, hint in _faults(project, text, _ENGINE | extra.keys()):
            column = lines[line - 1].find(word) + 1 if line <= len(lines) else 1
            path = file.relative_to(project.root).as_posix()
            yield Problem(path, line, max(column, 1), "macro", message, hint)


def _faults(project: Project, text: str, names: frozenset[str]) -> Iterator[_Fault]:
    head = _FRONT_MATTER.match(text)
    if head and re.search("^render_macros: *false", head[0], re.MULTILINE):
        return
    if head:  # lines are counted with it
        names |= set(_KEY.findall(head[0]))
        text = "\n" * head[0].count("\n") + text[head.end() :]
    environment = Environment(autoescape=True)
    try:
        page = environment.parse(text)
    except TemplateSyntaxError as error:
        message = Said(f"a call that cannot be read: {error.message}", f"读不懂这个调用：{error.message}")
        yield error.lineno, "{", message, _SYNTAX
        return
    yield from _calls(project.dataset, page)
    yield from _unknown(environment, page, names)
    yield from _included(project.root, page)


def _calls(dataset: Dataset, page: nodes.Template) -> Iterator[_Fault]:
    for call in page.find_all(nodes.Call):
        name = call.node.name if isinstance(call.node, nodes.Name) else ""
        if name in macros():
            yield from _arguments(dataset, name, macros()[name], call)


def _arguments(dataset: Dataset, name: str, parameters: tuple[Parameter, ...], call: nodes.Call) -> Iterator[_Fault]:
    """Yield what is wrong with the arguments of a call; only those that stand there literally can be judged."""
    if call.dyn_args or call.dyn_kwargs:
        return
    given = dict(zip((one.name for one in parameters), call.args, strict=False))
    named = {one.key: one.value for one in call.kwargs}
    missing = [one.name for one in parameters if one.is_due and one.name not in {**given, **named}]
    unfit = named.keys() - {one.name for one in parameters} or named.keys() & given.keys()
    if missing or unfit or len(call.args) > len(parameters):
        yield call.lineno, name, *_takes(name, parameters)
        return
    for one in parameters:
        value = {**given, **named}.get(one.name)
        if isinstance(value, nodes.Const):
            yield from _value(dataset, name, one, value)


def _takes(name: str, parameters: tuple[Parameter, ...]) -> tuple[Said, Said]:
    """Return what a macro takes, and how it is called."""
    if not parameters:
        hint = Said(f"Write {{{{ {name}() }}}}.", f"请写{{{{ {name}() }}}}。")
        return Said(f"{name}() takes nothing", f"{name}()不带参数"), hint
    en = ", ".join(f"the id of a {one.kind}" if one.kind else f"a {one.name} number" for one in parameters)
    zh = "、".join(f"{one.kind}的编号" if one.kind else _COUNTED[one.name] for one in parameters)
    hint = Said(f"Write {{{{ {name}(…) }}}} with {en}.", f"请写{{{{ {name}(…) }}}}，括号里写{zh}。")
    return Said(f"{name}() takes {en}", f"{name}()的括号里应当是{zh}"), hint


def _value(dataset: Dataset, name: str, parameter: Parameter, value: nodes.Const) -> Iterator[_Fault]:
    found = value.value
    if not parameter.kind:
        if not isinstance(found, int) or isinstance(found, bool) or found < 1:
            message = Said(
                f"{name}() takes a {parameter.name} number, not {found!r}",
                f"{name}()的括号里应当是{_COUNTED[parameter.name]}，不是{found!r}",
            )
            hint = Said(
                f"Write {{{{ {name}(2) }}}}, or {{{{ {name}() }}}} for the first.",
                f"请写{{{{ {name}(2) }}}}；第一页写{{{{ {name}() }}}}。",
            )
            yield value.lineno, name, message, hint
    elif found not in dataset.known[parameter.kind]:
        message = Said(
            f"{name}() is called for '{found}', but there is no such {parameter.kind}",
            f"{name}()要显示“{found}”，但没有这样的{parameter.kind}",
        )
        yield value.lineno, str(found), message, references.hint(str(found), dataset.known[parameter.kind])


def _unknown(environment: Environment, page: nodes.Template, names: frozenset[str]) -> Iterator[_Fault]:
    """Yield names and filters that nothing gives to pages."""
    known = _FILTERS | jinja().filters.keys()
    for held in page.find_all(nodes.Filter):
        if held.name not in known:
            message = Said(f"there is no filter '{held.name}'", f"没有过滤器“{held.name}”")
            yield held.lineno, held.name, message, references.hint(held.name, known)
        environment.filters.setdefault(held.name, str)  # the parser would go no further
    unknown = find_undeclared_variables(page) - names - macros().keys() - jinja().globals.keys()
    for node in page.find_all(nodes.Name):
        if node.name in unknown:
            message = Said(f"there is no macro '{node.name}'", f"没有宏“{node.name}”")
            yield node.lineno, node.name, message, references.hint(node.name, macros())


def _included(root: Path, page: nodes.Template) -> Iterator[_Fault]:
    for held in page.find_all(nodes.Include):
        name = held.template.value if isinstance(held.template, nodes.Const) else None
        if isinstance(name, str) and not held.ignore_missing and not (root / "overrides" / name).is_file():
            message = Said(f"there is no file overrides/{name}", f"没有文件overrides/{name}")
            hint = Said("Correct the name, or take the line out.", "请改正文件名，或者删去这一行。")
            yield held.lineno, name, message, hint
