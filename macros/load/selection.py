"""What of the handbook an offline edition holds: chosen languages, cities and steps, and what they cite."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from macros.load.dataset import Dataset
from macros.model.kinds import KINDS
from macros.model.statement import Fact, Use, sources_of
from macros.model.walk import statements
from macros.problems import nearest
from macros.wording import LANGUAGES

VARIABLE = "HANDBOOK_SELECTION"
"""The environment variable in which a build is told its edition, as JSON."""


class SelectionError(ValueError):
    """Something was chosen that does not exist, or nothing at all."""


@dataclass(frozen=True)
class Selection:
    """What was chosen; an empty tuple of cities or steps chooses all of them."""

    languages: tuple[str, ...] = LANGUAGES
    cities: tuple[str, ...] = ()
    paths: tuple[str, ...] = ()
    facilitator: bool = False
    """Whether there are pages for who leads a workshop."""


@dataclass(frozen=True)
class Edition:
    """A selection, with what each of its pages is stamped with."""

    selection: Selection
    version: str
    """Of the handbook."""
    commit: str = ""
    """Of the repository, if known."""

    def to_json(self) -> str:
        """Return the value of the environment variable."""
        return json.dumps(asdict(self), sort_keys=True)


def edition(environment: Mapping[str, str] = os.environ) -> Edition | None:
    """Return the edition that this process is to build, None for the whole site.

    Raises SelectionError when the variable holds something else.
    """
    text = environment.get(VARIABLE, "")
    if not text:
        return None
    try:
        held: Any = json.loads(text)
        facilitator = held["selection"].pop("facilitator", False) is True
        chosen = {key: tuple(map(str, value)) for key, value in held["selection"].items()}
        return Edition(Selection(**chosen, facilitator=facilitator), str(held["version"]), str(held["commit"]))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise SelectionError(f"{VARIABLE} cannot be read: {error}; it is written by 'handbook bundle'") from None


def select(dataset: Dataset, selection: Selection) -> Dataset:
    """Return the data set of a selection: its records, the sources that they cite, and the whole for titles.

    Raises SelectionError for an id that no record has, or when nothing is left.
    """
    faults = [
        *_unknown("language", selection.languages, LANGUAGES),
        *_unknown("city", selection.cities, dataset["city"]),
        *_unknown("path", selection.paths, dataset["path"]),
    ]
    if faults:
        raise SelectionError("\n".join(faults))
    languages = tuple(one for one in LANGUAGES if one in selection.languages)
    kept = {"city": _kept(dataset["city"], selection.cities), "path": _kept(dataset["path"], selection.paths)}
    if not languages or not any(kept.values()):
        raise SelectionError("the selection is empty: there must be a language, and a city or a step")
    for kind in KINDS:
        if kind.step:
            kept[kind.name] = dict(dataset[kind.name]) if kind.step in kept["path"] else {}
    part = dataset.but(kept, languages=languages, facilitator=selection.facilitator, cut_from=dataset)
    cited = {reference.id for reference in part.references if reference.kind == "source"}
    cited |= {name for fact in _used(part) for name in (*sources_of(fact), *fact.searched)}
    return part.but({"source": {name: source for name, source in dataset["source"].items() if name in cited}})


def _used(part: Dataset) -> Iterator[Fact]:
    """Yield the facts that the records of a selection use, wherever they stand."""
    for _, record in part.named():
        for _, held in statements(record):
            if isinstance(held, Use):
                yield from map(part.fact, held.facts)


def _kept(records: Mapping[str, Any], chosen: Collection[str]) -> dict[str, Any]:
    """Return the records that were chosen, in their order; all when none was."""
    return {name: record for name, record in records.items() if not chosen or name in chosen}


def _unknown(kind: str, chosen: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    ids = list(known)
    for name in chosen:
        if name not in ids:
            match = nearest(name, ids)
            hint = f"did you mean '{match}'?" if match else f"there are: {', '.join(ids) or 'none'}"
            yield f"there is no {kind} '{name}'; {hint}"
