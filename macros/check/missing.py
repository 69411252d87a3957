"""What is named and not there: whether it may stand where nothing could be read, or went with a record or a part."""

from __future__ import annotations

from typing import NamedTuple

from macros.load.dataset import Dataset
from macros.load.lacking import STATEMENT
from macros.model.city import City
from macros.model.kinds import BY_NAME
from macros.problems import Keys, nearest

_LEAST = 3
"""Names that are like none that there is: as many are no slips of the hand."""


class Naming(NamedTuple):
    """Where something is named that a record does not hold."""

    owner: str
    keys: Keys


Gone = dict[str, dict[str, list[Naming]]]
"""Record → what it does not hold, by the last part of its name ("" for the record itself) → where that is named."""


def is_unread(dataset: Dataset, kind_name: str, name: str) -> bool:
    """Whether a record may well exist, in a file that could not be read; that file has its own problem."""
    kind = BY_NAME[kind_name]
    if not kind.inside:
        return kind.layout != "files" and kind_name in dataset.incomplete
    owner, _, owner_id = kind.inside.owner(name).partition("/")
    is_known = owner_id in dataset.known[owner]
    return is_known and (owner_id not in dataset[owner] or dataset.lacking.may_hold(f"{owner}/{owner_id}", kind_name))


def is_statement_unread(dataset: Dataset, ref: str) -> bool:
    """Whether a statement may stand where nothing could be read, or its record is missing, which has been told."""
    record, _, statement = ref.partition("#")
    kind, _, name = record.partition("/")
    is_missing = kind in dataset.incomplete or name not in dataset.known.get(kind, ())
    return is_missing or dataset.lacking.may_hold(record, STATEMENT) or _is_of_another_layer(dataset, record, statement)


def _is_of_another_layer(dataset: Dataset, record: str, statement: str) -> bool:
    """Whether an answer is looked for by its layer, and one to that question has a layer that the city has not."""
    city, question = dataset.record(record), statement.partition(".")[0]
    return isinstance(city, City) and any(
        one.layer and one.layer not in city.layers
        for keys, one in dataset.statements_in[record]
        if keys[:2] == ("facts", question)
    )


def gone(dataset: Dataset) -> Gone:
    """Return the records that are named in many places and not there, or lack much of what is named in them.

    One record alone that names it all has rather the names wrong, unless it is the very record.
    """
    found: Gone = {}
    for owner, references in dataset.references_in.items():
        for keys, named in references:
            if lacking := _lacking(dataset, named):
                holder, name = lacking
                found.setdefault(holder, {}).setdefault(name, []).append(Naming(owner, keys))
    return {holder: names for holder, names in found.items() if _is_gone(dataset, holder, names)}


def _is_gone(dataset: Dataset, holder: str, names: dict[str, list[Naming]]) -> bool:
    held = [one for places in names.values() for one in places]
    owners = {one.owner for one in held}
    if holder not in owners and len(owners) == 1:
        return False
    kind, _, own = holder.partition("/")
    if own not in dataset.known[kind]:
        return len(held) >= _LEAST and not nearest(own, sorted(dataset.known[kind]))
    known = [ref.partition("#")[2] for ref, one in dataset.statements.items() if one.owner == holder and "#" in ref]
    return sum(not nearest(name, known) for name in names) >= _LEAST


def _lacking(dataset: Dataset, named: str) -> tuple[str, str] | None:
    """Return the record that should hold what is named, with the name there, "" for the record itself.

    None where it is there, or nobody can know.
    """
    record, _, statement = named.partition("#")
    kind, _, name = record.partition("/")
    if kind not in BY_NAME or not name:
        return None
    if name not in dataset.known.get(kind, ()):
        return None if is_unread(dataset, kind, name) else _outermost(kind, name)
    is_there = not statement or named in dataset.statements or is_statement_unread(dataset, named)
    return None if is_there else (record, statement)


def _outermost(kind: str, name: str) -> tuple[str, str]:
    inside = BY_NAME[kind].inside
    return (inside.owner(name), name.rpartition(".")[2]) if inside else (f"{kind}/{name}", "")
