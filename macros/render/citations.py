"""Numbers of the figures of a page and of the sources that it cites, and the list of these at its end."""

from __future__ import annotations

import re
from typing import Any

from macros.render.templates import environment, html_text, render
from macros.views.cited import cited_sources
from macros.views.reading import Reading

_CITED = re.compile(r'<a data-cite="([a-z0-9-]+)"></a>')
"""What `parts.html.j2` leaves for a number."""
_FIGURE = "<b data-figure></b>"
"""What `figures.html.j2` leaves for one."""


def numbered(text: str, reading: Reading) -> str:
    """Return a page's text with a number for each figure and each source, in order, and the list of these behind it."""
    start, *others = text.split(_FIGURE)
    named = (f"<b>{html_text(reading.labels.fill('figure', number=n))}</b>{one}" for n, one in enumerate(others, 1))
    text = "".join((start, *named))
    numbers = {name: n for n, name in enumerate(dict.fromkeys(_CITED.findall(text)), 1)}
    if not numbers:
        return text
    cite: Any = environment().get_template("cite.html.j2").module.cite  # type: ignore[attr-defined]
    text = _CITED.sub(lambda found: str(cite(numbers[found[1]])), text)
    listed = render("cited.md.j2", cited_sources(reading, numbers), reading.labels)
    return f"{text.rstrip()}\n\n{listed}"
