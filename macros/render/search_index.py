"""The search index of a language as our worker is handed it: entries, and other words for what stands in them."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterable

from macros.model.term import Term
from macros.render.search import KINDS_FOUND, PAGE, Entry
from macros.views.reading import Reading
from macros.wording import LANGUAGES, simplified

_ABBREVIATION = re.compile(r"[(（]([A-Z][A-Z0-9&-]+)[)）]")
_BRACKETS = re.compile(r"\s*[(（][^)）]*[)）]")


def index(held: Iterable[Entry], reading: Reading, location: Callable[[Entry], str]) -> str:
    """Return the index as JSON, all plain text.

    `location` gives an entry's address relative to the language's root. Beside the entries it has the other names of
    what the glossary knows, the traditional forms of the characters in use, and a table of the kinds of records, [name,
    word]; an entry has the place of its kind in it.
    """
    held = list(held)
    kinds = [kind for kind in KINDS_FOUND if any(entry.kind == kind for entry in held)]
    numbers = {kind: number for number, kind in enumerate(kinds)}
    documents = [
        {"location": location(entry), "title": entry.title, "text": entry.text, "kind": numbers[entry.kind]}
        | ({} if entry.boost == 1 else {"boost": entry.boost})
        | ({"also": entry.also} if entry.also else {})
        for entry in held
    ]
    used = {character for one in documents for character in f"{one['title']}{one['text']}"}
    more = {"same": _synonyms(reading), "simple": _traditional(used)}
    words = [(kind, reading.labels["kind-page"] if kind == PAGE else reading.labels[f"kind-{kind}"]) for kind in kinds]
    return json.dumps({"docs": documents, "kinds": words} | more, ensure_ascii=False, separators=(",", ":"))


def _traditional(used: Collection[str]) -> str:
    """Return pairs of a traditional character and the simplified one it stands for, of the characters `used`."""
    return "".join(f"{other}{simple}" for other, simple in simplified().items() if simple in used or other in used)


def _synonyms(reading: Reading) -> dict[str, list[str]]:
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
