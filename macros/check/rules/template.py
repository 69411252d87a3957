"""Templates can be read; a build would end in a traceback."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.check.templates import CODE, Fault
from macros.problems import Problem, Said

_HINT = Said(
    "Mend the line, or compare the file with the version before; Jinja's own guide has the syntax.",
    "请改正这一行，或者与上一个版本比较；语法见Jinja的文档。",
)


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each template that its parser refuses."""
    for file, held in project.shown.items():
        if isinstance(held, Fault):
            base = project.root if file.is_relative_to(project.root) else CODE.parent
            path = file.relative_to(base).as_posix()
            message = Said(f"a template that cannot be read: {held.message}", f"读不懂这个模板：{held.message}")
            yield Problem(path, held.line, 1, "template", message, _HINT)
