"""Claims cite what their standing needs, and answer a question in its own form."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.project import Project
from macros.load.dataset import Dataset
from macros.model.base import Model
from macros.model.city import City
from macros.model.claim import Claim, checked_on
from macros.model.dimension import Dimension
from macros.model.scalars import is_id
from macros.model.source import Source
from macros.model.walk import claims
from macros.problems import Keys, Problem, nearest

_FORMS = {
    "text": ("text",),
    "date": ("date", "period"),
    "number": ("value",),
    "list": ("list",),
    "references": ("refs",),
}
_CITED = ("confirms", "refines", "contradicts", "new")


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each claim without a due source or date, of an unknown layer, or of the wrong form."""
    dataset = project.dataset
    for owner, record in dataset.named():
        for keys, claim in claims(record):
            yield from _sources(dataset, owner, keys, claim)
            yield from _checked(dataset, owner, record, keys, claim)
            layers = record.layers if isinstance(record, City) else {}
            if claim.layer and claim.layer not in layers and "layers" not in record.lacks:
                yield dataset.problem(
                    owner, (*keys, "layer"), "layer", f"there is no layer '{claim.layer}' here",
                    f"Layers: {', '.join(layers)}." if layers else "Only a city has layers, under 'layers:'.",
                )  # fmt: skip
        if isinstance(record, City):
            yield from _facts(dataset, owner, record)


def _sources(dataset: Dataset, owner: str, keys: Keys, claim: Claim) -> Iterator[Problem]:
    independent = [
        name for name in claim.sources if name not in dataset.of(Source) or dataset.of(Source)[name].kind != "article"
    ]
    if "sources" in claim.lacks:
        pass  # who knows what it cites
    elif claim.standing in _CITED and not independent:
        yield dataset.problem(
            owner, keys, "source-due", f"standing '{claim.standing}' without a source other than the article",
            "Name the page that was read under 'sources:', or set standing: unchecked.",
        )  # fmt: skip
    elif not claim.sources and claim.form:
        yield dataset.problem(
            owner,
            keys,
            "source-due",
            "a claim without a source",
            "Add 'sources: [...]'; the article's id is 'article'.",
        )
    elif independent and claim.form and _is_bare(claim) and all(_is_weak(dataset, name) for name in independent):
        yield dataset.problem(
            owner, (*keys, "sources"), "weak-source", "a claim that rests on weak sources alone",
            "Find a primary or secondary source, or say in a note what the reader should mind.",
        )  # fmt: skip


def _checked(dataset: Dataset, owner: str, record: Model, keys: Keys, claim: Claim) -> Iterator[Problem]:
    """Say when the sources were read: once for the record, and with a statement where that differs."""
    whole = getattr(record, "checked", None)
    if claim.lacks & {"standing", "checked"} or "checked" in record.lacks:
        return
    if claim.standing != "unchecked" and not checked_on(record, claim):
        yield dataset.problem(
            owner, keys, "checked-due", f"standing '{claim.standing}' without 'checked'",
            "Say when the sources were read, for example checked: 2026-11-24, here or once for the whole record.",
        )  # fmt: skip
    if claim.checked and claim.checked == whole:
        yield dataset.problem(
            owner, (*keys, "checked"), "checked-twice", f"'checked: {whole}' stands at the record already",
            "Leave it out here; 'handbook migrate' does so for all.", level="warning",
        )  # fmt: skip


def _is_bare(claim: Claim) -> bool:
    return claim.note is None and "note" not in claim.lacks


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


def _answers(
    dataset: Dataset, owner: str, name: str, dimension: Dimension, answers: tuple[Claim, ...]
) -> Iterator[Problem]:
    forms = _FORMS.get(dimension.kind, ())  # none where it could not be read
    for n, claim in enumerate(answers):
        if forms and claim.forms not in ((), ("absent",)) and not {*claim.forms} & {*forms}:
            yield dataset.problem(
                owner, ("facts", name, n, claim.form), "dimension-form",
                f"'{claim.form}' answers '{name}', whose kind is {dimension.kind}",
                f"Answer with {' or '.join(forms)}, or absent: true.",
            )  # fmt: skip
