"""What of the handbook an offline edition holds: chosen languages, cities and steps, and what they cite."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from macros.load.dataset import Dataset
from macros.model.kinds import FILED
from macros.model.statement import Fact, Use, sources_of
from macros.problems import Said, SaidError, meant_or, nearest, several
from macros.wording import LANGUAGES

VARIABLE = "HANDBOOK_SELECTION"
"""The environment variable in which a build is told its edition, as JSON."""


class SelectionError(SaidError):
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
        raise SelectionError(
            Said(
                f"{VARIABLE} cannot be read: {error}; it is written by 'handbook bundle'",
                f"{VARIABLE}读不了：{error}；它由“handbook bundle”写入",
            )
        ) from None


def select(dataset: Dataset, selection: Selection) -> Dataset:
    """Return the data set of a selection: its records, the sources that they cite, and the whole for titles.

    Raises SelectionError for an id that no record has, or when nothing is left.
    """
    faults = [
        *_unknown(Said("language", "语言"), selection.languages, LANGUAGES),
        *_unknown(Said("city", "城市"), selection.cities, dataset["city"]),
        *_unknown(Said("path", "规划步骤"), selection.paths, dataset["path"]),
    ]
    if faults:
        raise SelectionError(Said("\n".join(one.en for one in faults), "\n".join(one.zh for one in faults)))
    languages = tuple(one for one in LANGUAGES if one in selection.languages)
    kept = {"city": _kept(dataset["city"], selection.cities), "path": _kept(dataset["path"], selection.paths)}
    if not languages or not any(kept.values()):
        raise SelectionError(
            Said(
                "the selection is empty: there must be a language, and a city or a step",
                "什么也没有选中：至少要有一种语言，和一座城市或一个步骤",
            )
        )
    for kind in FILED:  # what stands inside a record goes with it
        if kind.step:
            kept[kind.name] = dict(dataset[kind.name]) if kind.step in kept["path"] else {}
    is_whole = all(kept[kind] == dataset[kind] for kind in kept)
    part = dataset if is_whole else dataset.but(kept, cut_from=dataset)
    cited = {reference.id for reference in part.references if reference.kind == "source"}
    if not is_whole:
        cited |= {name for fact in _used(part) for name in (*sources_of(fact), *fact.searched)}
    if not cited.issuperset(dataset["source"]):
        part = part.but({"source": {name: source for name, source in dataset["source"].items() if name in cited}})
    return part.told(languages=languages, facilitator=selection.facilitator, cut_from=dataset)


def _used(part: Dataset) -> Iterator[Fact]:
    """Yield the facts that the records of a selection use, wherever they stand."""
    for statements in part.statements_in.values():
        for _, held in statements:
            if isinstance(held, Use):
                yield from map(part.fact, held.facts)


def _kept(records: Mapping[str, Any], chosen: Collection[str]) -> dict[str, Any]:
    """Return the records that were chosen, in their order; all when none was."""
    return {name: record for name, record in records.items() if not chosen or name in chosen}


def _unknown(kind: Said, chosen: Iterable[str], known: Iterable[str]) -> Iterator[Said]:
    ids = list(known)
    there = several(ids) if ids else Said("none", "无")
    for name in chosen:
        if name not in ids:
            hint = meant_or(nearest(name, ids), Said(f"There are: {there.en}.", f"可选的有：{there.zh}。"))
            yield Said(f"there is no {kind.en} '{name}'. {hint.en}", f"{kind.zh}里没有“{name}”。{hint.zh}")
