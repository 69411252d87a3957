"""Facts cite what they need, and answer a question in its own form."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.load.dataset import Dataset
from macros.model.base import Model
from macros.model.city import City
from macros.model.dimension import Dimension
from macros.model.scalars import is_id
from macros.model.source import Source
from macros.model.statement import Fact, Statement, View, checked_on, sources_of
from macros.model.walk import facts, statements
from macros.problems import Keys, Problem, nearest

_FORMS = {
    "text": ("text",),
    "date": ("date", "period"),
    "number": ("value", "series"),
    "list": ("list",),
    "references": ("refs",),
}


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each fact without a due source or date, of an unknown layer, or of the wrong form."""
    dataset = project.dataset
    for owner, record in dataset.named():
        for keys, fact in facts(record):
            yield from _sources(dataset, owner, keys, fact)
            yield from _checked(dataset, owner, record, keys, fact)
        for keys, statement in statements(record):
            layers = record.layers if isinstance(record, City) else {}
            if statement.layer and statement.layer not in layers and "layers" not in record.lacks:
                yield dataset.problem(
                    owner, (*keys, "layer"), "layer", f"there is no layer '{statement.layer}' here",
                    f"Layers: {', '.join(layers)}." if layers else "Only a city has layers, under 'layers:'.",
                )  # fmt: skip
        if isinstance(record, City):
            yield from _facts(dataset, owner, record)
            yield from _profile(dataset, owner, record)


def _sources(dataset: Dataset, owner: str, keys: Keys, fact: Fact) -> Iterator[Problem]:
    if "sources" in fact.lacks:
        return  # who knows what it cites
    sources = dataset.of(Source)
    cited = sources_of(fact)
    independent = [name for name in cited if name not in sources or sources[name].kind != "article"]
    if fact.article and not independent:
        yield dataset.problem(
            owner, keys, "source-due", f"'article: {fact.article}' without a source other than the article",
            "Name the page that was read under 'sources:', or leave 'article:' out.",
        )  # fmt: skip
    elif not cited and fact.form:
        yield dataset.problem(
            owner, keys, "source-due", "a fact without a source",
            "Add 'sources: [...]'; the article's id is 'article'. What the handbook itself thinks is a 'view:'.",
        )  # fmt: skip
    elif all([independent, fact.form, _is_bare(fact), *(_is_weak(dataset, name) for name in independent)]):
        yield dataset.problem(
            owner, (*keys, "sources"), "weak-source", "a fact that rests on weak sources alone",
            "Find a primary or secondary source, or say in a note what the reader should mind.",
        )  # fmt: skip


def _checked(dataset: Dataset, owner: str, record: Model, keys: Keys, fact: Fact) -> Iterator[Problem]:
    """Say when the sources were read: once for the record, and with a fact where that differs."""
    whole = getattr(record, "checked", None) if record is not fact else None
    if fact.lacks & {"sources", "searched", "checked"} or "checked" in record.lacks:
        return
    read = [name for name in (*sources_of(fact), *fact.searched) if not _is_article(dataset, name)]
    if read and not checked_on(record, fact):
        yield dataset.problem(
            owner, keys, "checked-due", "a fact with sources, and no day on which they were read",
            "Say when, for example checked: 2026-11-24, here or once for the whole record.",
        )  # fmt: skip
    if fact.checked and fact.checked == whole:
        yield dataset.problem(
            owner, (*keys, "checked"), "checked-twice", f"'checked: {whole}' stands at the record already",
            "Leave it out here; 'handbook migrate' does so for all.", level="warning",
        )  # fmt: skip


def _is_bare(fact: Fact) -> bool:
    return fact.note is None and "note" not in fact.lacks


def _is_article(dataset: Dataset, name: str) -> bool:
    return name in dataset.of(Source) and dataset.of(Source)[name].kind == "article"


def _is_weak(dataset: Dataset, name: str) -> bool:
    return name in dataset.of(Source) and dataset.of(Source)[name].kind == "weak"


def _facts(dataset: Dataset, owner: str, city: City) -> Iterator[Problem]:
    if "dimension" in dataset.incomplete:
        return
    for name, answers in city.facts.items():
        dimension = dataset.of(Dimension).get(name)
        if dimension:
            yield from _answers(dataset, owner, name, dimension, answers)
        elif is_id(name):  # otherwise its form has been told
            match = nearest(name, list(dataset.of(Dimension)))
            yield dataset.problem(
                owner, ("facts", name), "dimension", f"there is no question '{name}' in dimensions.yml",
                f"Did you mean '{match}'?" if match else f"Questions: {', '.join(dataset.of(Dimension))}.",
            )  # fmt: skip


def _profile(dataset: Dataset, owner: str, city: City) -> Iterator[Problem]:
    """Yield a problem for each number of a profile that is told in words."""
    profile = city.profile
    if profile is None:
        return
    for name, fact in (("population", profile.population), ("area", profile.area)):
        if fact.forms and not {*fact.forms} & {*_FORMS["number"]} and name not in profile.lacks:
            message = f"'{fact.form}' tells the {name}, which is a number"
            place = ("profile", name, fact.form)
            yield dataset.problem(owner, place, "profile-form", message, "Write value, unit and as_of.")


def _answers(
    dataset: Dataset, owner: str, name: str, dimension: Dimension, answers: tuple[Statement, ...]
) -> Iterator[Problem]:
    forms = _FORMS.get(dimension.kind, ())  # none where it could not be read
    for n, answer in enumerate(answers):
        if isinstance(answer, View):
            yield dataset.problem(
                owner, ("facts", name, n), "dimension-form", f"a view answers '{name}'",
                "Answer with a fact, or use one; what the handbook thinks goes under 'sections:'.",
            )  # fmt: skip
        elif not isinstance(answer, Fact) or answer.forms in ((), ("absent",)):
            continue
        elif forms and not {*answer.forms} & {*forms}:
            yield dataset.problem(
                owner, ("facts", name, n, answer.form), "dimension-form",
                f"'{answer.form}' answers '{name}', whose kind is {dimension.kind}",
                f"Answer with {' or '.join(forms)}, or absent: true.",
            )  # fmt: skip
