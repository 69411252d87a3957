"""The search index by its entries, each a dictionary, as tests write and read them."""

from __future__ import annotations

import json
from typing import Any

from macros.render import search_index


def index(docs: list[dict[str, Any]], **more: Any) -> dict[str, Any]:
    """Return an index of entries, each {location, title, text} and kind, rank and other names where it has any."""
    rows = (
        (one["location"], one["title"], one.get("also", ()), one["text"], one.get("kind", 0), one.get("rank", 1))
        for one in docs
    )
    return search_index.packed(rows) | more


def entries(text: str) -> list[dict[str, Any]]:
    """Return the entries of an index, or of the script with one."""
    held = json.loads(text.removeprefix("var __index = "))
    words = held["words"].split("\f")
    places = held["places"].split("\n")
    return [
        {"location": place, "title": title, "also": also.split("\n") if also else [], "text": said, "kind": kind}
        for place, title, also, said, kind in zip(
            places, words[::3], words[1::3], words[2::3], held["kind"], strict=True
        )
    ]
