"""The built handbook as the tests see it: built in a process of its own, read file by file."""

from __future__ import annotations

import functools
import gzip
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from macros.render.site_map import SITE_MAP
from macros.rulebook import SECTIONS
from tests.support import example
from tests.support.data import Data
from tests.support.html import Page

ROOT = Path(__file__).resolve().parents[2]
PROJECT = ("mkdocs.yml", "content", "data", "macros", "overrides")
LANGUAGES = {"zh": "zh-Hans", "en": "en"}
"""Folder and HTML language."""
INDEXES = ("", "cities/", "lessons/", "planning/", "checklists/")
"""Pages that keep `index.html` in the offline build."""
REPOSITORY = "https://example.org/team/handbook"
GITHUB, GITLAB = "https://github.com/team/handbook", "https://gitlab.com/team/handbook"
"""Of these two the theme would ask on every page how many stars there are."""
SITE_URL = "https://example.org/"
PUBLISHED = {"SITE_URL": SITE_URL, "REPO_URL": GITHUB, "CONTACT": "mailto:editors@example.org"}
"""Settings, as the README gives them for publishing."""
PAGES = 80
"""Fewer pages, in both languages, no site has."""
MANY = 35
"""More cities than a page or a navigation section lists."""
CHECKED = "2026-11-23"
"""The newest date of checking in synthetic data."""
FORMER = "old-town"
"""An earlier id of a synthetic city."""
HOSTILE = '</title><script>alert(1)</script> {{ 7*7 }} "q" & <blink>x</blink> &lt; {: .x }'
"""A synthetic city's name."""
_OURS = ("BUNDLES", "CONTACT", "EDIT_URI", "OFFLINE", "REPO_URL", "SITE_URL", "SOURCE_DATE_EPOCH")


@dataclass(frozen=True)
class Site:
    """A built site."""

    folder: Path
    project: Path
    """Where `mkdocs.yml` is."""
    directory_urls: bool
    output: str
    """What the build printed."""
    repository: str = ""
    """The address of the repository that the pages name."""

    @functools.cached_property
    def pages(self) -> Mapping[str, Page]:
        """Every HTML file by its path below the site's folder, read when it is asked for.

        Left out are permanent links, which outnumber all others, and the form as one file, which is large.
        """
        return _Pages(self)

    @functools.cached_property
    def files(self) -> dict[str, Path]:
        """Every file by its path below the site's folder, sorted."""
        return dict(sorted(tree(self.folder).items()))

    @functools.cached_property
    def data(self) -> Data:
        """The YAML that the site was built from."""
        return Data(self.project)

    @property
    def language_pages(self) -> dict[str, Page]:
        """Every page in one of the languages."""
        return {path: page for path, page in self.pages.items() if page.language in LANGUAGES}

    def text(self, path: str) -> str:
        """Return what is in a file."""
        return (self.folder / path).read_text(encoding="utf-8")

    def path(self, language: str, page: str = "") -> str:
        """Return the file of a page of the contract: `en`, `cities/london/` → en/cities/london/index.html."""
        whole = f"{language}/{page}"
        return f"{whole}index.html" if self.directory_urls or page in INDEXES else f"{whole.rstrip('/')}.html"

    def page(self, language: str, page: str = "") -> Page:
        """Return a page of the contract."""
        return self.pages[self.path(language, page)]

    def kinds(self, language: str) -> list[str]:
        """Return one page of the contract for each row of the map of the site, the largest where there are several."""
        rows = [row.path.removesuffix(".md") for tab in SITE_MAP for row in tab.rows]
        pages = ["" if path == "index" else f"{path.removesuffix('/index')}/" for path in rows]
        return [page.format(name) for page in pages for name in self._largest(self.path(language, page))]

    def _largest(self, pattern: str) -> list[str]:
        """Return what stands for `{}` in the path of the largest file; nothing where there is none."""
        expression = re.compile(re.escape(pattern).replace(r"\{\}", "([^/]+)"))
        found = [(file.stat().st_size, path) for path, file in self.files.items() if expression.fullmatch(path)]
        return ["".join(expression.fullmatch(max(found)[1]).groups())] if found else []  # type: ignore[union-attr]

    @functools.cache  # noqa: B019 - sites live as long as the tests
    def packed(self, path: str) -> int:
        """Return the size of a file as a server would send it."""
        return len(gzip.compress(self.files[path].read_bytes()))

    def file_at(self, path: str) -> str:
        """Return the file that a browser gets for a path: over http, folders give their index."""
        return f"{path}index.html" if self.directory_urls and (not path or path.endswith("/")) else path


class _Pages(Mapping[str, Page]):
    """The pages of a site, each read once: all of them take seconds."""

    def __init__(self, site: Site) -> None:
        paths = (path for path in site.files if path.endswith(".html"))
        self._paths = dict.fromkeys(path for path in paths if path[2:6] != "/go/" and path[:7] != "assets/")
        self._site = site
        self._read: dict[str, Page] = {}

    def __contains__(self, path: object) -> bool:
        return path in self._paths

    def __getitem__(self, path: str) -> Page:
        if path not in self._read:
            if path not in self._paths:
                raise KeyError(path)
            self._read[path] = Page(path, self._site.text(path))
        return self._read[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def parts(site: Site, language: str, page: str) -> list[Page]:
    """Return the pages of a continued table, by following its pager."""
    first = site.page(language, f"{page}/")
    pagers = first.content.all("nav", "hb-pager")
    links = [link["href"] for pager in pagers for link in pager.all("a")]
    return [first, *(site.pages[site.file_at(first.target(link)[0])] for link in links)]


def first_view(site: Site, page: Page) -> set[str]:
    """Return the files that a page asks for by itself.

    What its markup names, and where pages from disk share what they keep.
    """
    named = [one["href"] or one["src"] for one in page.elements if one["rel"] in ("stylesheet", "icon") or "src" in one]
    files = {site.file_at(page.target(address)[0]) for address in named}
    store = {"assets/shared.xhtml"} if "assets/javascripts/core/shared.js" in files else set()
    return files | store


def twice(held: list[str]) -> list[str]:
    """Return what stands in a list more than once."""
    return [one for one, count in Counter(held).items() if count > 1]


def tree(folder: Path) -> dict[str, Path]:
    """Return the files below a folder by their relative paths."""
    return {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}


def copy_project(target: Path) -> Path:
    """Copy what a build needs."""
    target.mkdir(parents=True)
    for name in PROJECT:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, target / name, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copy(ROOT / name, target / name)
    return target


def small_project(project: Path) -> Path:
    """Make a project of few pages that a strict build accepts."""
    example.make(project)
    shutil.copy(ROOT / "mkdocs.yml", project)
    shutil.copytree(ROOT / "overrides", project / "overrides", dirs_exist_ok=True)
    (project / "macros").symlink_to(ROOT / "macros")
    for page in ("about", "contribute", "workshop"):
        for language in LANGUAGES:
            (project / "content" / language / f"{page}.md").write_text(f"# {page} {{: #top }}\n", encoding="utf-8")
    anchors = sorted({rule.more for section in SECTIONS for rule in section.rules if rule.more})
    for language in LANGUAGES:  # the page of rules leads to the guide, and is found from there alone
        with (project / "content" / language / "contribute.md").open("a", encoding="utf-8") as guide:
            guide.write("\n{{ rule_names() }}\n" + "".join(f"\n## {name} {{: #{name} }}\n" for name in anchors))
    return project


def run(project: Path, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a Python module in a project, with no settings but those given; standard error goes with the output."""
    inherited = {name: value for name, value in os.environ.items() if name not in _OURS}
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=project,
        env={**inherited, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )


def build(project: Path, site: Path, **environment: str) -> Site:
    """Build the site of a project; AssertionError with the output when that fails."""
    done = run(project, "mkdocs", "build", "--strict", "--site-dir", str(site), **environment)
    assert done.returncode == 0, done.stdout
    return Site(site, project, environment.get("OFFLINE") != "true", done.stdout, environment.get("REPO_URL", ""))


def made(out: Path, *arguments: str, **environment: str) -> Site:
    """Make a bundle as a user does, in a process of its own; with `--single-file`, the site's folder is that file."""
    out.parent.mkdir(exist_ok=True)
    done = run(ROOT, "macros", "bundle", *arguments, "--out", str(out), **environment)
    assert done.returncode == 0, done.stdout
    return Site(out, ROOT, directory_urls=False, output=done.stdout, repository=environment.get("REPO_URL", ""))


def shared(folder: Path, make: Callable[[Path], Site]) -> Site:
    """Return what `make` builds in `folder`; the first process of a test run makes it, the others wait for it."""
    note = folder.with_suffix(".json")
    try:
        folder.mkdir()
    except FileExistsError:
        for _ in range(3000):
            if note.exists():
                break
            time.sleep(0.1)
    else:
        _note(note, folder, make)
    held = json.loads(note.read_text(encoding="utf-8"))
    assert not held["fault"], held["fault"]
    folder, project = Path(held["folder"]), Path(held["project"])
    return Site(folder, project, held["directory_urls"], held["output"], held["repository"])


def _note(note: Path, folder: Path, make: Callable[[Path], Site]) -> None:
    held: dict[str, Any] = {"fault": f"building in {folder} did not end"}
    try:
        site = make(folder)
        held = {"folder": str(site.folder), "project": str(site.project), "output": site.output}
        held |= {"directory_urls": site.directory_urls, "repository": site.repository, "fault": ""}
    except Exception as error:
        held = {"fault": str(error)}
        raise
    finally:
        draft = note.with_suffix(".part")
        draft.write_text(json.dumps(held), encoding="utf-8")
        draft.rename(note)
