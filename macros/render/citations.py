"""Numbers of the figures of a page and of the sources that it cites, and the list of these at its end."""

from __future__ import annotations

import itertools
import re
from typing import Any

from macros.render.templates import environment, render
from macros.views.cited import cited_sources
from macros.views.reading import Reading

_CITED = re.compile(r'<a data-cite="([a-z0-9-]+)"></a>')
"""What `parts.html.j2` leaves for a number."""
_FIGURE = re.compile(r"<b data-figure></b>")
"""What `figures.html.j2` leaves for one."""


def numbered(text: str, reading: Reading) -> str:
    """Return a page's text with a number for each figure and each source, in order, and the list of these behind it."""
    words: Any = environment().get_template("cite.html.j2").module
    figures = itertools.count(1)
    text = _FIGURE.sub(lambda _: str(words.figure(next(figures), reading.labels)), text)
    numbers = {name: n for n, name in enumerate(dict.fromkeys(_CITED.findall(text)), 1)}
    if not numbers:
        return text
    text = _CITED.sub(lambda found: str(words.cite(numbers[found[1]])), text)
    listed = render("cited.md.j2", cited_sources(reading, numbers), reading.labels)
    return f"{text.rstrip()}\n\n{listed}"
