"""What editors' tools offer while typing: the ids of all records, statements, questions, codes and units.

The schemas point to it. It stands beside them in one file, so that a new record changes no schema, and holds nothing
but offers: an id that it lacks, because it is older than the data, is as good as any other to a schema, and whether
there is such a record only the check says. So it need not be as new as the data, and no check asks for it; commands
that write data bring it up to date.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from macros.load.dataset import Dataset
from macros.model.base import ANSWERS, Target, Worded, of_words
from macros.model.dimension import Code, Dimension
from macros.model.json_schema import IDS
from macros.model.kinds import FILED, KINDS
from macros.model.kinds import ref as record
from macros.model.statement import Fact
from macros.model.walk import marks
from macros.problems import Problem
from macros.views.places import title
from macros.views.reading import Reading
from macros.views.statement import plain
from macros.wording import LANGUAGES

_FEW = 100
"""Ids of one kind."""
_DRAFT = ("草稿", "draft")
_LENGTH = {"zh": 40, "en": 80}
"""Characters of a statement by which it is known among others."""
_Offer = tuple[str, Iterable[str]]
"""An id, and how each language calls what it stands for."""
_Schema = dict[str, Any]


def renewed(root: Path, dataset: Dataset, problems: Iterable[Problem]) -> dict[Path, str]:
    """Return the file and its text, if that is to change; nothing where there is none, or the data have errors."""
    file = root / "data" / "schema" / IDS
    if not file.is_file() or any(one.level == "error" for one in problems):
        return {}
    made = text(dataset)
    return {file: made} if made != file.read_text(encoding="utf-8") else {}


def text(dataset: Dataset) -> str:
    """Return the file as JSON schema, one id a line."""
    readings = [Reading(dataset, language) for language in LANGUAGES]
    held = {**dict(_definitions(dataset, readings)), **dict(_answers(dataset))}
    return '{"$defs": {\n' + ",\n".join(f"{_json(name)}: {_lines(one)}" for name, one in held.items()) + "\n}}\n"


def _definitions(dataset: Dataset, readings: list[Reading]) -> Iterator[tuple[str, _Schema]]:
    """Yield the name under which the schemas point to some ids, and these."""
    found = [mark for kind in FILED for mark, _ in marks(kind.type)]
    fixed = {mark.kind for mark in found if isinstance(mark, Target)}
    refs: list[_Offer] = []
    for kind in KINDS:
        if kind.can_be_named or kind.name in fixed:
            names = {name: [title(one, record(kind.name, name)) for one in readings] for name in dataset[kind.name]}
            names |= {name: list(_DRAFT) for name in _begun(dataset, kind.name) if name not in names}
            yield from [(kind.name, _offering(names.items()))] if kind.name in fixed else []
            refs += ((f"{kind.name}/{name}", titles) for name, titles in names.items() if kind.can_be_named)
    yield "reference", _offering(refs)
    facts = [ref for ref, one in dataset.statements.items() if "#" in ref and isinstance(one.statement, Fact)]
    stated = ((ref, [_excerpt(one, ref) for one in readings]) for ref in facts)
    yield "statement", {**_offering(stated), "allOf": [_pointer("reference")]}
    for family in sorted({mark.family for mark in found if isinstance(mark, Worded)}):
        yield of_words(family), _offering(_words(readings, f"{family}-"))


def _begun(dataset: Dataset, kind: str) -> Iterator[str]:
    """Yield the ids of records of which too little is written to show them."""
    yield from (name for owner, _, name in (ref.partition("/") for ref in dataset.drafts) if owner == kind)


def _words(readings: list[Reading], start: str) -> Iterator[_Offer]:
    for name in readings[0].labels.texts:
        if name.startswith(start):
            yield name.removeprefix(start), [one.labels[name] for one in readings]


def _answers(dataset: Dataset) -> Iterator[tuple[str, _Schema]]:
    """Yield the codes of each question, and what answers to all questions are offered."""
    for name, question in dataset.of(Dimension).items():
        yield f"code-{name}", _offering((code, _counts(one)) for code, one in question.codes.items())
    yield ANSWERS, {"properties": {name: _answer(name, one) for name, one in dataset.of(Dimension).items()}}


def _answer(name: str, question: Dimension) -> _Schema:
    """Return what a question says of itself, and the codes that it offers to its answer or to each of several."""
    told = [f"{question.label[language]} · {question.help[language]}" for language in LANGUAGES]
    code = _pointer(f"code-{name}")
    one = {"properties": {"code": {"allOf": [code], "items": code}}}
    return {"description": _said(told), **one, "items": one}


def _offering(offers: Iterable[_Offer]) -> _Schema:
    """Return ids as snippets, which nothing is held to.

    A few are values beside any other too, so that an editor says of one in the data what it stands for; of many each
    would be tried on every reference of a file.
    """
    held = [(name, _said(told)) for name, told in offers]
    made: _Schema = {"defaultSnippets": [{"bodyText": name, "description": said} for name, said in held]}
    if len(held) <= _FEW:
        made["anyOf"] = [*({"const": name, "description": said} for name, said in held), {}]
    return made


def _pointer(name: str) -> _Schema:
    return {"$ref": f"#/$defs/{name}"}


def _counts(code: Code) -> list[str]:
    return [f"{code.label[language]} · {code.counts[language]}" for language in LANGUAGES]


def _excerpt(reading: Reading, ref: str) -> str:
    said = plain(reading, reading.dataset.statements[ref].statement)
    length = _LENGTH[reading.language]
    return said if len(said) <= length else f"{said[: length - 1]}…"


def _said(told: Iterable[str]) -> str:
    """Return what both languages say as paragraphs, what is the same in both once."""
    return "\n\n".join(filter(None, dict.fromkeys(told)))


def _lines(held: _Schema) -> str:
    (key, inner), *others = held.items()
    parts = map(_json, inner) if isinstance(inner, list) else (f"{_json(k)}: {_json(v)}" for k, v in inner.items())
    left, right = "[]" if isinstance(inner, list) else "{}"
    ends = "".join(f", {_json(k)}: {_json(v)}" for k, v in others)
    return "".join(("{", _json(key), ": ", left, "\n", ",\n".join(parts), "\n", right, ends, "}"))


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)
