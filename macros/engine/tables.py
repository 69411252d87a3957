"""The comparison of several pages as one script, so that cities of all of them can stand beside each other.

Each page gives its table, what its answers have folded away, and the list of its sources: half of all markup is seen by
nobody before it is asked for, and takes a telephone as long to read as the rest.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from macros.render import links, scripts
from macros.render.html import Composer, Outlet
from macros.render.pages import every_page
from macros.views.places import CITIES_A_PAGE, COMPARED_A_PAGE

_TABLE = re.compile(r"<table.*?</table>", re.DOTALL)
_FOLDED = re.compile(r'(<details class="hb-answered\b[^>]*>\n<summary>.*?</summary>)(.*?)(?=</details>)', re.DOTALL)
_SOURCE = re.compile(r'<li id="r\d+" data-source="([^"]*)">.*?</li>', re.DOTALL)
_MACRO = "compare"


def write(folder: Path, composer: Composer, *, directory: bool) -> None:
    """Write the script into a language's folder, with links as on the first page; nothing where one page is all."""
    held = [page for page in every_page(composer.reading) if page.row.macro == _MACRO]
    if len(held) < 2:
        return
    up = "../" if directory else ""
    outlet = Outlet(lambda target: up + links.address(target, directory=directory) or "./")
    held = held[: -(-CITIES_A_PAGE // COMPARED_A_PAGE)]  # of those that every page offers
    found = [_parts(composer.html(page, outlet).text) for page in held]
    text = json.dumps(found, ensure_ascii=False)
    (folder / scripts.TABLES).write_text(f"var handbookTables = {text};\n", encoding="utf-8", newline="\n")


def _parts(html: str) -> tuple[str, list[str], list[tuple[str, str]]]:
    """Return a page's tables, what each of their answers has folded away, and (id, entry) of each source."""
    tables = "".join(_TABLE.findall(html))
    folded = [found[2] for found in _FOLDED.finditer(tables)]
    return _FOLDED.sub(r"\1", tables), folded, [(found[1], found[0]) for found in _SOURCE.finditer(html)]
