"""Templates can be read; a build would end in a traceback."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.check.templates import CODE, Fault, parsed
from macros.problems import Problem

_HINT = "Mend the line, or compare the file with the version before; Jinja's own guide has the syntax."


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each template that its parser refuses."""
    for file, held in parsed(project.root).items():
        if isinstance(held, Fault):
            base = project.root if file.is_relative_to(project.root) else CODE.parent
            path = file.relative_to(base).as_posix()
            yield Problem(path, held.line, 1, "template", f"a template that cannot be read: {held.message}", _HINT)
