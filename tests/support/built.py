"""The built handbook as the tests see it: built in a process of its own, read as a tree of elements."""

from __future__ import annotations

import functools
import gzip
import json
import os
import posixpath
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import yaml

ROOT = Path(__file__).resolve().parents[2]
PROJECT = ("mkdocs.yml", "content", "data", "macros", "overrides")
LANGUAGES = {"zh": "zh-Hans", "en": "en"}
"""Folder and HTML language."""
INDEXES = ("", "cities/", "lessons/", "planning/", "checklists/")
"""Pages that keep `index.html` in the offline build."""
REPOSITORY = "https://example.org/team/handbook"
SITE_URL = "https://example.org/"
MANY = 35
"""More cities than a page or a navigation section lists."""
CHECKED = "2025-03-09"
"""The newest date of checking in synthetic data."""
FORMER = "old-town"
"""An earlier id of a synthetic city."""
HOSTILE = '</title><script>alert(1)</script> {{ 7*7 }} "q" & <blink>x</blink> &lt; {: .x }'
"""A synthetic city's name."""

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip
_OURS = ("BUNDLES", "CONTACT", "EDIT_URI", "OFFLINE", "REPO_URL", "SITE_URL", "SOURCE_DATE_EPOCH")


class Element:
    """An element of a page: `element["href"]`, `element.text`, `for part in element`."""

    __slots__ = ("attributes", "children", "parent", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], parent: Element | None) -> None:
        self.tag = tag
        self.attributes = attributes
        self.parent = parent
        self.children: list[Element | str] = []

    def __getitem__(self, name: str) -> str:
        return self.attributes.get(name, "")

    def __contains__(self, name: str) -> bool:
        return name in self.attributes

    def __iter__(self) -> Iterator[Element]:
        """Yield every element inside, in order."""
        for child in self.children:
            if isinstance(child, Element):
                yield child
                yield from child

    def __repr__(self) -> str:
        return f"<{self.tag} {' '.join(f'{name}={value!r}' for name, value in self.attributes.items())}>"

    @property
    def classes(self) -> list[str]:
        """The names in its `class`."""
        return self["class"].split()

    @property
    def text(self) -> str:
        """All text inside, without that of scripts and styles, runs of blanks as one."""
        return " ".join(" ".join(self.texts("script", "style", "template")).split())

    def above(self) -> Iterator[Element]:
        """Yield the elements around this one, the nearest first."""
        around = self.parent
        while around:
            yield around
            around = around.parent

    def all(self, tag: str = "", class_: str = "", having: str = "") -> list[Element]:
        """Return the elements inside that have this tag, class and attribute."""
        return [
            one
            for one in self
            if (not tag or one.tag == tag) and (not class_ or class_ in one.classes) and (not having or having in one)
        ]

    def one(self, tag: str = "", class_: str = "", having: str = "") -> Element:
        """Return the only such element."""
        (found,) = self.all(tag, class_, having)
        return found

    def texts(self, *without: str) -> Iterator[str]:
        """Yield the pieces of text inside, but for those in elements `without`."""
        for child in self.children:
            if isinstance(child, str):
                yield child
            elif child.tag not in without:
                yield from child.texts(*without)


class _Tree(HTMLParser):
    """Builds the tree and notes end tags that close nothing, or more than one element."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = self._here = Element("", {}, None)
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_startendtag(tag, attrs)
        if tag not in _VOID:
            self._here = self._here.children[-1]  # type: ignore[assignment]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        if len(set(names)) < len(names):
            self.faults.append(f"{self.getpos()}: <{tag}> has an attribute twice")
        self._here.children.append(Element(tag, {name: value or "" for name, value in attrs}, self._here))

    def handle_endtag(self, tag: str) -> None:
        found: Element | None = self._here
        if self._here.tag != tag:
            self.faults.append(f"{self.getpos()}: </{tag}> closes <{self._here.tag}>")
            found = next((one for one in self._here.above() if one.tag == tag), None)
        if found and found.parent:
            self._here = found.parent

    def handle_data(self, data: str) -> None:
        self._here.children.append(data)


class Page:
    """One HTML file of a site."""

    def __init__(self, path: str, source: str) -> None:
        tree = _Tree()
        tree.feed(source)
        tree.close()
        self.path = path
        self.source = source
        self.root = tree.root
        self.faults = tree.faults
        self.elements = list(tree.root)
        self.ids = [one["id"] for one in self.elements if "id" in one]
        self.anchors = frozenset(self.ids)

    @property
    def language(self) -> str:
        """The folder of the page's language; the file's own name for the root's pages."""
        return self.path.split("/")[0]

    @property
    def content(self) -> Element:
        """What is the page's own: the theme's `<article>`."""
        return next(one for one in self.elements if "md-content__inner" in one.classes)

    @functools.cached_property
    def config(self) -> dict[str, Any]:
        """What the theme's script reads."""
        held: dict[str, Any] = json.loads("".join(map(str, self.root.one("script", having="id").children)))
        return held

    def links(self) -> Iterator[tuple[Element, str]]:
        """Yield every element that names an address, with the address."""
        for one in self.elements:
            for name in ("href", "src", "action", "formaction", "poster", "data", "srcset", "xlink:href", "background"):
                if name in one and one.tag != "form":
                    yield one, one[name]

    def target(self, address: str) -> tuple[str, str]:
        """Return path below the site's folder and anchor of a relative address on this page."""
        parts = urlsplit(address)
        if not parts.path:
            return self.path, unquote(parts.fragment)
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self.path), unquote(parts.path)))
        folder = parts.path.endswith(("/", ".")) and path != "."
        return f"{path}/" if folder else "" if path == "." else path, unquote(parts.fragment)


@dataclass(frozen=True)
class Site:
    """A built site."""

    folder: Path
    project: Path
    """Where `mkdocs.yml` is."""
    directory_urls: bool
    output: str
    """What the build printed."""

    @functools.cached_property
    def pages(self) -> dict[str, Page]:
        """Every HTML file by its path below the site's folder."""
        return {path: Page(path, self.text(path)) for path in self.files if path.endswith(".html")}

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

    @functools.cache  # noqa: B019 - sites live as long as the tests
    def packed(self, path: str) -> int:
        """Return the size of a file as a server would send it."""
        return len(gzip.compress(self.files[path].read_bytes()))

    def file_at(self, path: str) -> str:
        """Return the file that a browser gets for a path: over http, folders give their index."""
        return f"{path}index.html" if self.directory_urls and (not path or path.endswith("/")) else path


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
    return Site(site, project, environment.get("OFFLINE") != "true", done.stdout)


def made(out: Path, *arguments: str) -> Site:
    """Make a bundle as a user does, in a process of its own; with `--single-file`, the site's folder is that file."""
    out.parent.mkdir(exist_ok=True)
    done = run(ROOT, "macros", "bundle", *arguments, "--out", str(out))
    assert done.returncode == 0, done.stdout
    return Site(out, ROOT, directory_urls=False, output=done.stdout)


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
    return Site(Path(held["folder"]), Path(held["project"]), held["directory_urls"], held["output"])


def _note(note: Path, folder: Path, make: Callable[[Path], Site]) -> None:
    held: dict[str, Any] = {"fault": f"building in {folder} did not end"}
    try:
        site = make(folder)
        held = {"folder": str(site.folder), "project": str(site.project), "output": site.output}
        held |= {"directory_urls": site.directory_urls, "fault": ""}
    except Exception as error:
        held = {"fault": str(error)}
        raise
    finally:
        draft = note.with_suffix(".part")
        draft.write_text(json.dumps(held), encoding="utf-8")
        draft.rename(note)


class Data:
    """The YAML as anyone would read it, without a line of the code under test."""

    KINDS = {"city": "cities", "lesson": "lessons", "implication": "implications", "path": "paths",
             "system": "systems", "domain": "domains"}  # fmt: skip

    def __init__(self, project: Path) -> None:
        self._folder = project / "data"
        self.records = {
            kind: {file.stem: self._load(file) for file in sorted((self._folder / folder).glob("*.yml"))}
            for kind, folder in self.KINDS.items()
        }
        self.dimensions = self.file("dimensions")
        self.sources = self.file("sources")
        self.glossary = self.file("glossary")
        self.toolkits = self.file("toolkits")
        self.schedule = self.file("schedule")

    def file(self, name: str) -> dict[str, Any]:
        """Return what is in a file directly below data/."""
        held: dict[str, Any] = self._load(self._folder / f"{name}.yml")
        return held

    @staticmethod
    def _load(file: Path) -> Any:
        # The base loader makes no types: every scalar is as it was written.
        return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506

    def measures(self, city: str) -> list[dict[str, Any]]:
        """Return the measures of a city."""
        return [one for area in self.records["city"][city]["areas"] for one in area.get("measures", [])]

    def state(self, claims: Any) -> str:
        """Return the state of a cell by the words of the design, from the claims behind it."""
        forms = ("text", "value", "date", "period", "list", "refs")
        held = claims if isinstance(claims, list) else [claims] if claims else []
        stating = [one for one in held if any(form in one for form in forms)]
        if any(self.sources[name]["kind"] != "article" for one in stating for name in one.get("sources", [])):
            return "sourced"
        if stating:
            return "unsourced"
        return "absent" if any("absent" in one for one in held) else "unknown"

    def entities(self) -> list[str]:
        """Return `<kind>/<id>` of everything that a page holds."""
        named = [f"{kind}/{name}" for kind, held in self.records.items() for name in held]
        named += [f"measure/{city}.{one['id']}" for city in self.records["city"] for one in self.measures(city)]
        named += [f"phase/{name}" for name in self._ids(self.schedule["phases"])]
        named += [f"term/{name}" for name in self.glossary]
        return [*named, *(f"source/{name}" for name in self.sources), *(f"toolkit/{name}" for name in self.toolkits)]

    def items(self) -> list[str]:
        """Return the global id of every checklist item."""
        return [
            f"{kind}.{owner}.{item['id']}"
            for kind, held in self.records.items()
            for owner, record in held.items()
            for group in record.get("groups", [])
            for item in group["items"]
        ]

    def newest(self) -> str:
        """Return the newest `checked` date of all data."""
        return max(self._checked([self._load(file) for file in self._folder.rglob("*.yml")]))

    def pages(self) -> list[str]:
        """Return every page of the stable contract."""
        named = ["", "cities/", "compare/", "coverage/", "lessons/", "implications/", "planning/", "planning/schedule/",
                 "checklists/", "glossary/", "toolkits/", "evidence/", "sources/", "about/", "contribute/"]  # fmt: skip
        named += [f"cities/{name}/" for name in self.records["city"]]
        named += [f"lessons/{name}/" for name in self.records["lesson"]]
        return named + [f"{folder}/{name}/" for folder in ("planning", "checklists") for name in self.records["path"]]

    @staticmethod
    def _ids(held: Any) -> list[str]:
        return list(held) if isinstance(held, dict) else [one["id"] for one in held]

    def _checked(self, value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            yield from (str(held) for key, held in value.items() if key == "checked" and isinstance(held, str))
        for held in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from self._checked(held)
