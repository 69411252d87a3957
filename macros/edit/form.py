"""What the form for editors knows: the types of all records, which there are, and what each holds."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

from macros.edit.form_types import Types, name_of
from macros.load.dataset import Dataset
from macros.model.kinds import KINDS, TYPED, kind_of
from macros.views.places import PLACES, href, title
from macros.views.reading import Reading
from macros.views.statement import plain
from macros.wording import OF_FORM

_SHORT = 60
"""Characters of a statement in a list to choose from."""


def known(
    reading: Reading, address: Callable[[str], str] | None = None, edit: Callable[[str], str] | None = None
) -> str:
    """Return as a script what the form needs at once, in one language.

    `address` gives the link to a place (source path and anchor) from the form's page, `edit` that to a file on the
    host; a form that is one file has neither.
    """
    dataset = reading.dataset
    types = Types(reading.labels)
    files = sorted({location.document.path for location in dataset.locations.values()})
    held = {
        "language": reading.language,
        "data": dataset.data_date,
        "words": {
            name.removeprefix(OF_FORM).replace("-", "_"): reading.labels[name]
            for name in reading.labels.texts
            if name.startswith(OF_FORM)
        },
        "models": types.models(),
        "kinds": {
            kind.name: [
                reading.labels[f"kind-{kind.name}"] if kind.title else kind.name,
                name_of(kind.type),
                kind.layout,
            ]
            for kind in TYPED
        },
        "files": files,
        "hosts": [edit(path) for path in files] if edit else [],
        "records": {
            ref: [_title(reading, ref), files.index(location.document.path), list(location.keys)]
            for ref, location in dataset.locations.items()
            if kind_of(ref).is_typed
        },
        "pages": {ref: address(href(reading, ref)) for ref in dataset.locations if _has_place(ref)} if address else {},
        "inside": {f"{kind}/{name}": title(reading, f"{kind}/{name}") for kind, name in _inside(dataset)},
        "statements": {
            ref: plain(reading, one.statement)[:_SHORT] for ref, one in dataset.statements.items() if "#" in ref
        },
        "questions": {
            name: [
                one.label[reading.language],
                one.kind,
                {key: code.label[reading.language] for key, code in one.codes.items()},
            ]
            for name, one in dataset["dimension"].items()
        },
    }
    return f"var handbookForm = {_json(held)};\n"


def records(dataset: Dataset) -> Iterator[tuple[str, str]]:
    """Yield path in data/ and script of each file, with the records as they are written."""
    documents = {one.document.path: one.document for one in dataset.locations.values()}
    for path, document in sorted(documents.items()):
        yield path, f"(window.handbookRecords ??= {{}})[{_json(path)}] = {_json(document.value)};\n"


def script(path: str) -> str:
    """Return how the script of a file is called: `data/cities/london.yml` → cities.london."""
    return path.removeprefix("data/").removesuffix(".yml").replace("/", ".")


def _title(reading: Reading, ref: str) -> str:
    return title(reading, ref) if kind_of(ref).title else ref.partition("/")[2]


def _has_place(ref: str) -> bool:
    return kind_of(ref).name in PLACES


def _inside(dataset: Dataset) -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        if kind.inside:
            yield from ((kind.name, name) for name in dataset[kind.name])


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
