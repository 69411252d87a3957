"""Links the first use of each glossary term on a page to its entry."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from macros.load.dataset import Dataset
from macros.model.term import Term
from macros.patterns import any_of
from macros.render.templates import environment, shown

# Paragraphs of text alone: statements, not headings, links or notes about sources.
_PARAGRAPH = re.compile(r"(<p>)([^<]+)(</p>)")
# What may not touch a form in Latin letters: it would be part of a longer word, or of an entity such as &amp;.
_EDGE = "0-9A-Za-zÀ-ɏ"


@dataclass(frozen=True)
class Glosses:
    """The forms of all terms in one language."""

    pattern: re.Pattern[str]
    """Of small letters."""
    terms: dict[str, str]
    """Form in small letters → id."""

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where each form stands in a text, in whatever letters."""
        return (found.span() for found in self.pattern.finditer(_small(text)))

    def met(self, texts: Iterable[str]) -> set[str]:
        """Return the ids of the terms of which a form stands in any of some texts."""
        return {self.terms.get(text[start:end].lower(), "") for text in texts for start, end in self.spans(text)}


def glosses(dataset: Dataset, language: str) -> Glosses:
    """Return the forms to look for, the longest first."""
    terms: dict[str, str] = {}
    for name, term in dataset.of(Term).items():
        for form in (term.term[language], *term.also[language]):
            if len(form) > 1:
                terms.setdefault(str(shown(form)).lower(), name)
    # Whole words where a form begins or ends in Latin letters; Chinese has no edges of words.
    begin, end = re.compile(f"[{_EDGE}]"), re.compile(f"[{_EDGE}]$")
    latin: list[str] = []
    others: list[str] = []
    for form in sorted(terms, key=lambda form: (-len(form), form)):
        pattern = re.escape(form) + (f"(?![{_EDGE}])" if end.search(form) else "")
        (latin if begin.match(form) else others).append(pattern)
    words = f"(?<![{_EDGE}&#])(?:{any_of(latin)})"
    return Glosses(re.compile(f"{words}|{any_of(others)}"), terms)


def link_terms(text: str, held: Glosses) -> str:
    """Return a page's HTML with each term linked where it is first used."""
    anchor: Any = environment().get_template("term.html.j2").module.term  # type: ignore[attr-defined]
    seen: set[str] = set()

    def link(form: str) -> str:
        name = held.terms.get(form.lower())
        if name is None or name in seen:
            return form
        seen.add(name)
        return str(anchor(name, form))

    return _PARAGRAPH.sub(lambda found: f"{found[1]}{_linked(found[2], held, link)}{found[3]}", text)


def _linked(text: str, held: Glosses, link: Callable[[str], str]) -> str:
    """Return a text with each form in it replaced."""
    parts, last = list[str](), 0
    for start, end in held.spans(text):
        parts += (text[last:start], link(text[start:end]))
        last = end
    return "".join((*parts, text[last:])) if parts else text


def _small(text: str) -> str:
    """Return a text in small letters, each in its place: one that would become two stays as it is."""
    lowered = text.lower()
    if len(lowered) == len(text):
        return lowered
    return "".join(low if len(low := one.lower()) == 1 else one for one in text)
