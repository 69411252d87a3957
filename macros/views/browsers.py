"""Browsers in which everything works: since when they have what the scripts need."""

from __future__ import annotations

from typing import NamedTuple

from macros.wording import Labels


class Since(NamedTuple):
    """The first versions of browsers that have something."""

    chrome: str
    """And Edge, of the same number."""
    firefox: str
    safari: str
    """On computers, phones and tablets."""


CHECKED = {
    "Array.prototype.at": Since("92", "90", "15.4"),
    "Object.hasOwn": Since("93", "92", "15.4"),
    "RegExp (?<=)": Since("62", "78", "16.4"),
    "String.prototype.replaceAll": Since("85", "77", "13.4"),
}
"""What `core/watch.js` asks a browser for, by the names under which it tells what is lacking."""
BESIDES = {
    "Blob.prototype.arrayBuffer": Since("79", "69", "14.5"),
    "Element.prototype.replaceChildren": Since("86", "78", "14"),
    "#method()": Since("84", "90", "15"),
    "class fields": Since("79", "69", "16"),
    "??=": Since("85", "79", "14"),
    "?. and ??": Since("80", "74", "13.4"),
    "dateStyle": Since("79", "79", "14.5"),
    ":is()": Since("88", "78", "14"),
}
"""What scripts need besides: no browser has the former without it, or a script ends in an error that watch.js tells.

All numbers are from MDN, "Browser compatibility"; what pages can do without is not here: dialogs, inert.
"""


def oldest() -> Since:
    """Return the first versions of the browsers that have all of it."""
    held = (*CHECKED.values(), *BESIDES.values())
    return Since(*(max(versions, key=_number) for versions in zip(*held, strict=True)))


def supported(labels: Labels) -> str:
    """Return the browsers that have all of it, in words."""
    return labels.fill("browsers", **oldest()._asdict())


def _number(version: str) -> tuple[int, ...]:
    return tuple(map(int, version.split(".")))
