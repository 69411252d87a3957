"""What others name is there: where a record or much of it is gone at once, that is told once, not at each name."""

from __future__ import annotations

from collections.abc import Iterator

from macros.check.missing import Naming
from macros.check.project import Project
from macros.load.dataset import Dataset
from macros.model.kinds import BY_NAME
from macros.problems import Problem, Said, several

_SHOWN = 8


def check(project: Project) -> Iterator[Problem]:
    """Yield a problem for each record that is gone, or of which a part seems to have been taken out."""
    dataset = project.dataset
    for holder, names in project.gone.items():
        where = _places(dataset, [one for held in names.values() for one in held])
        told, places = (
            _some(list(filter(None, names)), Said("", "项")),
            _some([f"{path}:{line}" for path, line in where], Said(" places", "处")),
        )
        hint = Said(
            f"If it was taken out by mistake, put it back; otherwise mend what names it: {places.en}.",
            f"若是误删，请放回来；否则请改提到它的地方：{places.zh}。",
        )
        if holder in dataset.locations:
            message = Said(
                f"{len(names)} parts that are named elsewhere are not here: {told.en}",
                f"别处提到的{len(names)}项这里没有：{told.zh}",
            )
            yield dataset.problem(holder, (), "gone", message, hint)
        else:
            path, line = _where_due(holder, where)
            message = Said(
                f"there is no {holder}, which is named in {len(where)} places",
                f"没有{holder}，却有{len(where)}处提到它",
            )
            yield Problem(path, line, 1, "gone", message, hint)


def _some(names: list[str], counter: Said) -> Said:
    shown, more = several(names[:_SHOWN]), len(names) - _SHOWN
    return Said(f"{shown.en} and {more} more{counter.en}", f"{shown.zh}，另有{more}{counter.zh}") if more > 0 else shown


def _places(dataset: Dataset, held: list[Naming]) -> list[tuple[str, int]]:
    """Return files and lines, in their order."""
    found = set()
    for one in held:
        document, keys = dataset.locations[one.owner]
        found.add((document.path, document.line((*keys, *one.keys))))
    return sorted(found)


def _where_due(holder: str, named: list[tuple[str, int]]) -> tuple[str, int]:
    """Return where a record would stand, or the first place that names it where many stand in a file."""
    kind, _, name = holder.partition("/")
    return (f"data/{BY_NAME[kind].place}/{name}.yml", 1) if BY_NAME[kind].layout == "files" else named[0]
