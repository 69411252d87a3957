"""HTML files as the tests read them: trees of elements."""

from __future__ import annotations

import functools
import json
import posixpath
from collections.abc import Iterator
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urlsplit

_VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr",
})  # fmt: skip


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
        if tag == "wbr":  # no part of the text
            return
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
        held = self._here.children
        if held and isinstance(held[-1], str):
            held[-1] += data
        else:
            held.append(data)


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
