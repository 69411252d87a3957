"""Other names of what the glossary has, by which readers search."""

from __future__ import annotations

import re

from macros.model.term import Term
from macros.views.reading import Reading
from macros.wording import LANGUAGES

_ABBREVIATION = re.compile(r"[(（]([A-Z][A-Z0-9&-]+)[)）]")
_BRACKETS = re.compile(r"\s*[(（][^)）]*[)）]")


def synonyms(reading: Reading) -> dict[str, list[str]]:
    """Return every name of what the glossary has, in both languages → the other names that this one's pages may use."""
    found: dict[str, dict[str, None]] = {}
    for term in reading.dataset.of(Term).values():
        own = _names(term, reading.language)
        discouraged = (form for language in LANGUAGES for form in term.discouraged[language])
        every = [name for language in LANGUAGES for name in _names(term, language)]
        for name in (*every, *discouraged):
            found.setdefault(name, {}).update(own)
    return {name: others for name, held in found.items() if (others := [one for one in held if one != name])}


def _names(term: Term, language: str) -> dict[str, None]:
    forms = (term.term[language], *term.also[language], *term.searched[language])
    return {name: None for form in forms for name in _forms(form)}


def _forms(term: str) -> tuple[str, ...]:
    """Return a term without what stands in brackets, and the abbreviations in these."""
    return _BRACKETS.sub("", term).strip(), *_ABBREVIATION.findall(term)
