"""The entries of a list's further pages as a script, so that the form on the first narrows and sorts all of them."""

from __future__ import annotations

import functools
import json
from pathlib import Path

from macros.render import links, scripts
from macros.render.further import LISTS
from macros.render.html import Composer, Outlet


def write(folder: Path, composer: Composer, *, directory: bool) -> None:
    """Write the scripts into a language's folder, with links as on a list's first page; none of lists of one page."""
    for name, (page, _, _) in LISTS.items():
        up = "../" if directory or "/" in page else ""
        outlet = Outlet(functools.partial(_address, up, directory))
        held = {key: composer.text(text, outlet).text for key, text in composer.further(name).items()}
        if held:
            text = json.dumps(held, ensure_ascii=False)
            file = folder / scripts.FURTHER.format(list=name)
            file.write_text(f"var handbookFurther = {text};\n", encoding="utf-8", newline="\n")


def _address(up: str, directory: bool, target: str) -> str:
    """Return the address of a page from a list's first page, from which `up` leads to the language's folder."""
    return up + links.address(target, directory=directory) or "./"
