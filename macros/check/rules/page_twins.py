"""The two languages have the same hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.problems import Problem


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each page that only one language has."""
    for language, other in (("zh", "en"), ("en", "zh")):
        for page in project.pages[language]:
            if page not in project.pages[other]:
                yield Problem(
                    f"content/{language}/{page}", 1, 1, "page-twin", f"content/{other}/{page} is missing",
                    "Write its twin under the same name, or remove this page.",
                )  # fmt: skip
