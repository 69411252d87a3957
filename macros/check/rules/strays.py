"""Records in the project's own folder, where nothing reads them."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.leftovers import is_left_over
from macros.load import likeness
from macros.load.yaml_reader import read
from macros.problems import Problem


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each YAML file beside mkdocs.yml that looks like a record."""
    for file in sorted(project.root.glob("*.y*ml")):
        if file.name.startswith((".", "mkdocs.")) or is_left_over(file.name):
            continue
        document, _ = read(file, file.name)
        kind = likeness.looks_like(document.value)
        if kind:
            place = f"data/{kind.place}/" if kind.layout == "files" else f"data/{kind.place}"
            yield Problem(
                file.name, 1, 1, "stray-file", f"nothing reads this file; it looks like a {kind.name}",
                f"Move it to {place}.",
            )  # fmt: skip
