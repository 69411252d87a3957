"""One thing, one word: the forms that the glossary and data/usage.yml discourage."""

from __future__ import annotations

import bisect
import functools
import itertools
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from macros.check.project import Project
from macros.check.rules.exceptions import excepted
from macros.load.dataset import Dataset
from macros.load.open_texts import ref_at
from macros.load.unwritten import ASIDE
from macros.model.base import Text
from macros.model.label import Label
from macros.model.term import Term
from macros.model.usage import Usage
from macros.patterns import any_of
from macros.problems import SILENCE, Keys, Problem, Said, sentences
from macros.wording import LANGUAGES

_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)


class _Avoided(NamedTuple):
    """A form that is discouraged."""

    language: str
    form: str
    unless: tuple[str, ...]
    message: Said
    hint: Said
    is_term: bool


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each discouraged form that is used, not only spoken of in quotes or brackets.

    What the article said may be told in its own terms, and a note may explain one.
    """
    avoided = list(_avoided(project.dataset))
    yield from _both(project.dataset)
    yield from _in_pages(project, avoided)
    held = list(_texts(project.dataset))
    forms = {language: {one.form.lower() for one in avoided if one.language == language} for language in LANGUAGES}
    everything = {
        language: _Everything([text[language] for *_, text in held], forms[language]) for language in LANGUAGES
    }
    allowed = excepted(project.dataset, "discouraged-term")
    for one in avoided:
        for owner, keys, text in (held[number] for number in everything[one.language].having(one.form.lower())):
            if _uses(text[one.language], keys, one) and not (
                allowed(owner) or allowed(ref_at(project.dataset, owner, keys))
            ):
                place = (*keys, one.language)
                yield project.dataset.problem(owner, place, "discouraged-term", one.message, one.hint)


def _in_pages(project: Project, avoided: list[_Avoided]) -> Iterator[Problem]:
    """Yield a problem for each line of a hand-written page in which a form is used."""
    for language, pages in project.pages.items():
        for path in (f"content/{language}/{page}" for page in pages):
            text = (project.root / path).read_text("utf-8", errors="replace")
            lowered = text.lower()
            lines = _CODE.sub(lambda found: "\n" * found[0].count("\n"), text).split("\n")
            for one in (one for one in avoided if one.language == language and one.form.lower() in lowered):
                for number in (number for number, line in enumerate(lines, 1) if _uses(line, (), one)):
                    yield Problem(path, number, 1, "discouraged-term", one.message, one.hint)


class _Everything:
    """All texts in one, in small letters: two hundred forms are looked for, of which most stand nowhere."""

    def __init__(self, texts: list[str], forms: Iterable[str]) -> None:
        lowered = [text.lower() for text in texts]
        starts = list(itertools.accumulate((len(text) + 1 for text in lowered), initial=0))
        found = re.finditer(any_of(map(re.escape, forms)), "\n".join(lowered))
        numbers = dict.fromkeys(bisect.bisect_right(starts, one.start()) - 1 for one in found)
        self._held = {number: lowered[number] for number in numbers}
        """The texts in which any stands."""

    def having(self, form: str) -> Iterator[int]:
        """Yield the numbers of the texts in which a form stands, in whatever letters."""
        return (number for number, text in self._held.items() if form in text)


def _texts(dataset: Dataset) -> Iterator[tuple[str, Keys, Text | Label]]:
    """Yield the texts that are held to one form, with record and place: all but those about forms."""
    for owner, record in dataset.named():
        if isinstance(record, Label):
            yield owner, (), record
        elif not isinstance(record, Term | Usage):
            yield from ((owner, keys, text) for keys, text in dataset.texts_in[owner] if "said" not in keys)


def _uses(told: str, keys: Keys, one: _Avoided) -> bool:
    pattern = _pattern(one.form, re.IGNORECASE if one.is_term else 0)
    if not pattern.search(told) or (one.is_term and "note" in keys):
        return False
    told = ASIDE.sub("", told)
    for phrase in one.unless:
        told = told.replace(phrase, "")
    return pattern.search(told) is not None


def _both(dataset: Dataset) -> Iterator[Problem]:
    """Yield a problem for each form that one entry asks for and another discourages."""
    asked = {form: owner for language in LANGUAGES for form, owner in _asked(dataset, language)}
    for name, usage in dataset.of(Usage).items():
        for place, form in enumerate(usage.avoid):
            if form in asked:
                owner = asked[form]
                message = Said(f"“{form}” is what {owner} asks for", f"“{form}”正是{owner}要求的写法")
                hint = Said("Decide on one.", "请统一成一种。")
                yield dataset.problem(f"usage/{name}", ("avoid", place), "discouraged-term", message, hint)


def _asked(dataset: Dataset, language: str) -> Iterator[tuple[str, str]]:
    for name, term in dataset.of(Term).items():
        yield from ((form, f"term/{name}") for form in (term.term[language], *term.also[language]))
    yield from ((usage.write, f"usage/{name}") for name, usage in dataset.of(Usage).items())


def _avoided(dataset: Dataset) -> Iterator[_Avoided]:
    for term in dataset.of(Term).values():
        for language in LANGUAGES:
            for form in filter(None, term.discouraged[language]):
                preferred = term.term[language]
                message = Said(f"the glossary discourages “{form}”", f"术语表不用“{form}”这个说法")
                hint = Said(f"Write “{preferred}”.", f"请写“{preferred}”。")
                yield _Avoided(language, form, (), message, hint, is_term=True)
    for usage in dataset.of(Usage).values():
        for form in filter(None, usage.avoid) if usage.language in LANGUAGES else ():
            why = Said(usage.why.en, usage.why.zh) if usage.why else SILENCE
            message = Said(f"the handbook does not write “{form}”", f"本手册不写“{form}”")
            better = usage.write
            hint = sentences(Said(f"Write “{better}”.", f"请写“{better}”。"), why)
            yield _Avoided(usage.language, form, usage.unless, message, hint, is_term=False)


@functools.cache
def _pattern(form: str, flags: int) -> re.Pattern[str]:
    """Return the pattern of a form that stands somewhere; one that ends in a Latin letter is no part of a word."""
    before, after = (r"(?<![A-Za-z])" if form[0].isascii() else "", r"(?![A-Za-z])" if form[-1].isascii() else "")
    return re.compile(f"{before}{re.escape(form)}{after}", flags)
