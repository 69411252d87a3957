"""Which chapter takes up which of a group's answers; what none takes up stands at the end: nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros.load.progress import Progress
from macros.model.chapter import Chapter
from macros.views.reading import Reading

_INDICATOR = "indicator/"


@dataclass(frozen=True)
class Share:
    """What belongs in one place."""

    items: tuple[str, ...] = ()
    """Ids of items; of a chapter all that feed it, answered or not."""
    own: tuple[str, ...] = ()
    """Ids of what the group added."""
    targets: tuple[str, ...] = ()
    """Ids of the indicators that the worksheet shows: those filled in, or else those of the chapter, each once."""
    ratings: tuple[str, ...] = ()
    """`<kind>/<id>` of what the group rated."""

    def __bool__(self) -> bool:
        return bool(self.items or self.own or self.targets or self.ratings)


def shares(reading: Reading, answers: Progress) -> tuple[dict[str, Share], Share]:
    """Return what belongs in each chapter, by its id, and the rest."""
    chapters = dict(sorted(reading.dataset.of(Chapter).items(), key=lambda pair: (pair[1].annex, pair[1].order)))
    homes = dict(_homes(reading, chapters.items()))
    own = {name: _home(homes, str(one.get("place", ""))) for name, one in answers.own.items() if one.get("text")}
    worksheets = dict(_worksheets(chapters, answers))
    held = {
        name: Share(chapter.items, _living(own, name), worksheets.get(name, ())) for name, chapter in chapters.items()
    }
    items = {item for one in held.values() for item in one.items}
    shown = {target for one in held.values() for target in one.targets}
    return held, Share(
        tuple(name for name in answers.items if name not in items),
        _living(own, ""),
        tuple(name for name in _filled(answers) if name not in shown),
        tuple(answers.ratings),
    )


def _filled(answers: Progress) -> list[str]:
    return [name.removeprefix(_INDICATOR) for name in answers.targets]


def _worksheets(chapters: dict[str, Chapter], answers: Progress) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each chapter with its indicators, of answers those filled in; each stands once, where it is first."""
    filled, seen = _filled(answers), set[str]()
    for name, chapter in chapters.items():
        if not chapter.annex:
            own = [one for one in chapter.indicators if one not in seen and (one in filled or not filled)]
            seen.update(own)
            yield name, tuple(own)


def _living(homes: dict[str, str], chapter: str) -> tuple[str, ...]:
    return tuple(name for name, home in homes.items() if home == chapter)


def _homes(reading: Reading, chapters: Iterable[tuple[str, Chapter]]) -> Iterator[tuple[str, str]]:
    """Yield part of a checklist, or the whole → the first chapter that takes up an item of it; first ones last."""
    part = {
        f"{kind}.{name}.{item.id}": f"{kind}.{name}.{group.id}"
        for kind, name, record in reading.dataset.whole.guides()
        for group in record.groups
        for item in group.items
    }
    for name, chapter in reversed(list(chapters)):
        for item in chapter.items:
            yield item.rpartition(".")[0], name
            yield part[item], name


def _home(homes: dict[str, str], place: str) -> str:
    """Return the chapter of a place; that of its checklist where its part has none, "" for no chapter."""
    return homes.get(place) or homes.get(".".join(place.split(".")[:2]), "")
