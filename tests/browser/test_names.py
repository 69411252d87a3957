"""What a page is to somebody who hears it: headings in order, landmarks and tables by name, links out of context."""

from __future__ import annotations

from typing import Any

import pytest

from tests.support.built import LANGUAGES
from tests.support.reading import Reader
from tests.support.some import some

HEARD = """() => {
  const all = elements => [...document.querySelectorAll(elements)];
  const label = one => one.getAttribute('aria-label') ?? one.getAttribute('aria-labelledby') ?? '';
  const named = one => label(one) || one.textContent.replace(/\\s+/g, ' ').trim();
  return {
    levels: all('h1, h2, h3, h4, h5, h6').map(one => Number(one.tagName[1])),
    landmarks: all('body > header, nav, main, footer, aside').filter(one => one.checkVisibility())
      .map(one => `${one.tagName} ${label(one)}`),
    tables: all('table').map(one => one.caption ? named(one.caption) : label(one)),
    lists: all('.hb-items').map(label),
    links: all('.hb-acts > a, .hb-action a, a[rel=edit]').map(one => [named(one), one.href]),
  };
}"""
"""Levels of headings, landmarks with their names, names of tables; names and targets of links that lead away alike."""

END = "。."
"""Of a name that is all that a statement says; two that say the same have the same."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_heard_out_of_context_tells_one_from_another(served: Reader, language: str) -> None:
    faults: dict[str, list[Any]] = {}
    window = served.open(language)
    for kind in some(served.site.kinds(language), 20):
        window.goto(served.address(language, kind))
        heard = window.evaluate(HEARD)
        levels = some(heard["levels"])
        links: dict[str, set[str]] = {}
        for name, target in heard["links"]:
            links.setdefault(name, set()).add(target)
        found = [
            *[("jump", place) for place, level in enumerate(levels) if level > ([0, *levels][place]) + 1],
            *[("twice", one) for one in set(some(heard["landmarks"], 4)) if heard["landmarks"].count(one) > 1],
            *[("unnamed or twice", one) for one in heard["tables"] if not one or heard["tables"].count(one) > 1],
            # Two that are named by all they say say the same.
            *[("a list without a name", place) for place, one in enumerate(heard["lists"]) if not one],
            *[
                ("leads to several", name)
                for name, targets in links.items()
                if len(targets) > 1 and name[-1] not in "。."
            ],
        ]
        if found:
            faults[kind] = found[:5]
    assert faults == {}
