"""Where the handbook is thin: what nothing uses, what nobody has answered, what rests on little.

None of it is a fault, so the check says nothing of it; it tells those who plan the work where to look next.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.load.dataset import Dataset
from macros.model.city import BEARS_ON, City
from macros.model.dimension import Dimension
from macros.model.statement import sources_of
from macros.model.term import Term
from macros.problems import Keys, Said, several
from macros.render.terms import glosses
from macros.views.places import title
from macros.views.reading import Reading
from macros.views.state import state_of
from macros.views.statement import plain
from macros.views.support import support
from macros.wording import LANGUAGES

_FEW = 2
"""Cities: of so many or fewer no pattern can be told."""
_TO_BE_USED = ("finding", "measure", "duty", "indicator", "instrument")
"""Kinds whose records are there for others to build on."""
_OF_A_CITY = {
    "numbers": Said("numbers at a glance", "关键数字"),
    "succession": Said("a time axis", "时间轴"),
    "profile": Said("a profile", "基本情况"),
    "region": Said("a region", "所在地区"),
    "areas": Said("measures", "措施"),
    "takeaways": Said("takeaways", "可借鉴之处"),
}
"""Field or section → what a reader misses without it."""


@dataclass(frozen=True)
class Place:
    """One thin place."""

    ref: str
    path: str
    line: int
    told: Said


Places = Iterator[Place]
_Look = Callable[[Dataset, Path], Places]


def report(dataset: Dataset, root: Path, asked: Collection[str] = ()) -> dict[str, list[Place]]:
    """Return section → what is thin there, empty ones too; of all sections unless some are asked for."""
    return {name: list(look(dataset, root)) for name, (_, look) in SECTIONS.items() if not asked or name in asked}


def _place(dataset: Dataset, owner: str, told: Said, keys: Keys = (), ref: str = "") -> Place:
    location = dataset.locations[owner]
    line = location.document.at((*location.keys, *keys))[0]
    return Place(ref or owner, location.document.path, line, told)


def _named(dataset: Dataset, ref: str) -> Said:
    return Said(*(title(Reading(dataset, language), ref) for language in ("en", "zh")))


def _uncited(dataset: Dataset, _: Path) -> Places:
    for name in dataset["source"]:
        if f"source/{name}" not in dataset.named_by:
            yield _place(dataset, f"source/{name}", _named(dataset, f"source/{name}"))


def _unused(dataset: Dataset, _: Path) -> Places:
    for kind in _TO_BE_USED:
        for name in dataset[kind]:
            ref = f"{kind}/{name}"
            if ref not in dataset.named_by:
                owner, keys = _measure(dataset, name) if kind == "measure" else (ref, ())
                yield _place(dataset, owner, _named(dataset, ref), keys, ref)


def _measure(dataset: Dataset, name: str) -> tuple[str, Keys]:
    """Return the city of a measure, and where it stands there."""
    city, _, own = name.partition(".")
    areas = dataset.of(City)[city].areas
    places = ((n, m) for n, area in enumerate(areas) for m, one in enumerate(area.measures) if one.id == own)
    n, m = next(places)
    return f"city/{city}", ("areas", n, "measures", m)


def _unmet(dataset: Dataset, root: Path) -> Places:
    """Yield terms that stand in no text of a language, in whatever form."""
    met = {language: _met(dataset, root, language) for language in LANGUAGES}
    for name, term in dataset.of(Term).items():
        missing = [language for language in LANGUAGES if name not in met[language]]
        if missing:
            words = several(term.term[language] for language in missing)
            yield _place(dataset, f"term/{name}", words)


def _met(dataset: Dataset, root: Path, language: str) -> set[str]:
    pages = (file.read_text(encoding="utf-8") for file in sorted((root / "content" / language).rglob("*.md")))
    own = ("term/", "label/", "usage/")
    held = (texts for owner, texts in dataset.texts_in.items() if not owner.startswith(own))
    return glosses(dataset, language).met((*(text[language] for texts in held for _, text in texts), *pages))


def _unanswered(dataset: Dataset, _: Path) -> Places:
    reading = Reading(dataset, "en")
    for name, city in dataset.of(City).items():
        missing = [one for one in dataset.of(Dimension) if state_of(reading, city.facts.get(one, ())) == "unknown"]
        if missing:
            labels = [dataset.of(Dimension)[one].label for one in missing]
            told = Said(*(several(label[language] for label in labels)[language] for language in ("en", "zh")))
            yield _place(dataset, f"city/{name}", told, ("facts",))


def _uncovered(dataset: Dataset, _: Path) -> Places:
    for kind in BEARS_ON:
        for name in dataset[kind]:
            number = dataset.covered(kind, name)
            if number <= _FEW:
                ref = f"{kind}/{name}"
                held = _named(dataset, ref)
                told = Said(f"{held.en}: cities with measures: {number}", f"{held.zh}：{number}座城市有措施")
                yield _place(dataset, ref, told)


def _resting(asked: str) -> _Look:
    """Return what yields the facts that rest on one source of a support."""

    def look(dataset: Dataset, _: Path) -> Places:
        readings = {language: Reading(dataset, language) for language in LANGUAGES}
        for owner, _record in dataset.finished():
            for keys, fact in dataset.facts_in[owner]:
                if support(dataset, fact) == asked and len(sources_of(fact)) == 1:
                    told = Said(plain(readings["en"], fact), plain(readings["zh"], fact))
                    yield _place(dataset, owner, told, keys, dataset.ref_of(fact))

    return look


def _incomplete(dataset: Dataset, _: Path) -> Places:
    for name, city in dataset.of(City).items():
        missing = [word for key, word in _OF_A_CITY.items() if not (getattr(city, key, None) or key in city.sections)]
        if missing:
            told = Said(several(one.en for one in missing).en, several(one.zh for one in missing).zh)
            yield _place(dataset, f"city/{name}", told)


SECTIONS: dict[str, tuple[Said, _Look]] = {
    "uncited": (Said("Sources that nothing cites", "没有引用过的来源"), _uncited),
    "unused": (Said("Records that no other record names", "没有其他记录提到的记录"), _unused),
    "unmet": (Said("Terms that stand in no text", "正文里没有出现的术语"), _unmet),
    "unanswered": (Said("Questions that nobody has looked into, by city", "各城市还没有查过的问题"), _unanswered),
    "uncovered": (
        Said(
            f"What measures of {_FEW} cities or fewer bear on", f"只有{_FEW}座或更少城市有措施的领域、体系、经验和难题"
        ),
        _uncovered,
    ),
    "weak": (Said("Facts that rest on one weak source", "只有一个较弱来源的事实"), _resting("weak")),
    "article": (Said("Facts that rest on the 2020 article alone", "只见于2020年文章的事实"), _resting("article")),
    "incomplete": (Said("What cities are without", "各城市缺少的部分"), _incomplete),
}
"""Name → what it is called, and what looks for it; in the order of the report."""
