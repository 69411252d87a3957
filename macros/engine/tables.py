"""The comparison of several pages as one script, so that cities of all of them can stand beside each other.

Each page gives its table and the list of its sources.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from macros.render import links, scripts
from macros.render.html import Composer, Outlet
from macros.render.pages import every_page
from macros.views.places import CITIES_A_PAGE, COMPARED_A_PAGE

_PARTS = re.compile(r"<table.*?</table>|<ol>\n<li id=\"r1\".*?</ol>", re.DOTALL)
_MACRO = "compare"


def write(folder: Path, composer: Composer, *, directory: bool) -> None:
    """Write the script into a language's folder, with links as on the first page; nothing where one page is all."""
    held = [page for page in every_page(composer.reading) if page.row.macro == _MACRO]
    if len(held) < 2:
        return
    up = "../" if directory else ""
    outlet = Outlet(lambda target: up + links.address(target, directory=directory) or "./")
    held = held[: -(-CITIES_A_PAGE // COMPARED_A_PAGE)]  # of those that every page offers
    found = ["".join(_PARTS.findall(composer.html(page, outlet).text)) for page in held]
    text = json.dumps(found, ensure_ascii=False)
    (folder / scripts.TABLES).write_text(f"var handbookTables = {text};\n", encoding="utf-8", newline="\n")
