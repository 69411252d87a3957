"""Links the first use of each glossary term on a page to its entry."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from macros.load.dataset import Dataset
from macros.model.term import Term
from macros.render.templates import environment, shown

# Paragraphs of text alone: statements, not headings, links or notes about sources.
_PARAGRAPH = re.compile(r"(<p>)([^<]+)(</p>)")
# What may not touch a form in Latin letters: it would be part of a longer word, or of an entity such as &amp;.
_EDGE = "0-9A-Za-zÀ-ɏ"


@dataclass(frozen=True)
class Glosses:
    """The forms of all terms in one language."""

    pattern: re.Pattern[str]
    terms: dict[str, str]
    """Form in small letters → id."""


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
    groups = [f"(?<![{_EDGE}&#])(?:{'|'.join(latin)})"] if latin else []
    return Glosses(re.compile("|".join([*groups, *others]) or "(?!)", re.IGNORECASE), terms)


def link_terms(text: str, held: Glosses) -> str:
    """Return a page's HTML with each term linked where it is first used."""
    anchor: Any = environment().get_template("term.html.j2").module.term  # type: ignore[attr-defined]
    seen: set[str] = set()

    def link(found: re.Match[str]) -> str:
        name = held.terms.get(found[0].lower())
        if name is None or name in seen:
            return found[0]
        seen.add(name)
        return str(anchor(name, found[0]))

    return _PARAGRAPH.sub(lambda found: f"{found[1]}{held.pattern.sub(link, found[2])}{found[3]}", text)
