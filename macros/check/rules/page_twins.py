"""The two languages have the same hand-written pages."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.problems import Problem, Said


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each page that only one language has."""
    for language, other in (("zh", "en"), ("en", "zh")):
        for page in project.pages[language]:
            if page not in project.pages[other]:
                yield Problem(
                    f"content/{language}/{page}", 1, 1, "page-twin",
                    Said(f"content/{other}/{page} is missing", f"缺少content/{other}/{page}"),
                    Said(
                        "Write its twin under the same name, or remove this page.",
                        "请用同样的文件名写出另一种语言的页面，或者删去这一页。",
                    ),
                )  # fmt: skip
