"""The YAML of a handbook as the tests read it, without a line of the code under test."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from macros.model.kinds import FILED


@functools.cache
def _read(file: Path, *_: int) -> Any:
    """Return what a file holds as it is now, to be read alone: each of the tests asks for the shipped data anew."""
    # The base loader makes no types: every scalar is as it was written.
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506


class Data:
    """The YAML as anyone would read it: of the code under test only which kinds there are, and where."""

    KINDS = {kind.name: kind.place for kind in FILED if kind.layout == "files"}
    OF_MANY = {
        kind.name: kind.place
        for kind in FILED
        if kind.layout == "entries" and (kind.can_be_named or kind.name == "awaited")
    }
    """Kinds of which a page holds each record; nobody names what is awaited, but it is listed."""

    def __init__(self, project: Path) -> None:
        self._folder = project / "data"

    @functools.cached_property
    def records(self) -> dict[str, dict[str, Any]]:
        """Records that have a file each, by kind and id."""
        return {
            kind: {file.stem: self._load(file) for file in sorted((self._folder / folder).glob("*.yml"))}
            for kind, folder in self.KINDS.items()
        }

    @functools.cached_property
    def dimensions(self) -> dict[str, Any]:
        """Questions by id."""
        return self.file("dimensions")

    @functools.cached_property
    def sources(self) -> dict[str, Any]:
        """Sources by id."""
        return self.entries("sources")

    @functools.cached_property
    def glossary(self) -> dict[str, Any]:
        """Terms by id."""
        return self.file("glossary")

    @functools.cached_property
    def toolkits(self) -> dict[str, Any]:
        """Tools by id."""
        return self.file("toolkits")

    @functools.cached_property
    def schedule(self) -> dict[str, Any]:
        """The phases of a project, and what comes with them."""
        return self.file("schedule")

    def entries(self, name: str) -> dict[str, Any]:
        """Return what is in a file of many and in the files of the folder beside it."""
        files = [self._folder / f"{name}.yml", *sorted((self._folder / name).glob("*.yml"))]
        return {key: held for file in files if file.exists() for key, held in self._load(file).items()}

    def fact(self, ref: str) -> dict[str, Any]:
        """Return the fact of a record by its name: by its id, or by the question that it answers, and its layer."""
        owner, _, name = ref.partition("#")
        kind, _, record = owner.partition("/")
        if not name:
            return dict(self.entries("findings")[record])
        held = self.records[kind][record] if kind in self.records else self.file(owner)
        found = [one for one in self._within(held) if one.get("id") == name and "title" not in one]
        question, _, layer = name.partition(".")
        answers = held.get("facts", {}).get(question, [])
        answers = answers if isinstance(answers, list) else [answers]
        return [*found, *(one for one in answers if one.get("layer", "") == layer)][0]

    def file(self, name: str) -> dict[str, Any]:
        """Return what is in a file directly below data/."""
        held: dict[str, Any] = self._load(self._folder / f"{name}.yml")
        return held

    @staticmethod
    def _load(file: Path) -> Any:
        state = file.stat()
        return _read(file, state.st_mtime_ns, state.st_size, state.st_ino)

    def measures(self, city: str) -> list[dict[str, Any]]:
        """Return the measures of a city."""
        return [one for area in self.records["city"][city]["areas"] for one in area.get("measures", [])]

    def state(self, statements: Any) -> str:
        """Return the state of a cell by the words of the design, from the statements behind it."""
        forms = ("text", "value", "date", "period", "list", "refs", "series", "money")
        given = statements if isinstance(statements, list) else [statements] if statements else []
        held = [fact for one in given for fact in self._shown(one)]
        stating = [one for one in held if any(form in one for form in forms) and "not_found" not in one]
        cited = [name if isinstance(name, str) else name["id"] for one in stating for name in one.get("sources", [])]
        if any(self.sources[name]["kind"] != "article" for name in cited):
            return "sourced"
        if stating:
            return "unsourced"
        if any("absent" in one for one in held):
            return "absent"
        return "not-found" if held else "unknown"

    def _shown(self, statement: dict[str, Any]) -> list[dict[str, Any]]:
        """Return a fact, or the facts that are used."""
        named = statement.get("facts", [])
        used = [self.fact(ref) for ref in ([named] if isinstance(named, str) else named)]
        return used if "facts" in statement else [] if "view" in statement else [statement]

    def _within(self, value: Any) -> Iterator[dict[str, Any]]:
        if isinstance(value, dict):
            yield value
        for held in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from self._within(held)

    def entities(self) -> list[str]:
        """Return `<kind>/<id>` of everything that a page holds."""
        named = [f"{kind}/{name}" for kind, held in self.records.items() for name in held]
        named += [f"measure/{city}.{one['id']}" for city in self.records["city"] for one in self.measures(city)]
        named += [f"phase/{name}" for name in self._ids(self.schedule["phases"])]
        named += [f"topic/{name}" for name in self.file("context")["topics"]]
        named += [f"stage/{name}" for name in self.file("first-days")["stages"]]
        named += [f"flow/{name}" for name in self.file("relations")["flows"]]
        files = {kind: self.entries(place.removesuffix(".yml")) for kind, place in self.OF_MANY.items()}
        return named + [f"{kind}/{name}" for kind, held in files.items() for name in held]

    def items(self) -> list[str]:
        """Return the global id of every checklist item."""
        return [
            f"{kind}.{owner}.{item['id']}"
            for kind, held in self.records.items()
            for owner, record in held.items()
            for group in record.get("groups", [])
            for item in group["items"]
        ]

    def newest(self) -> str:
        """Return the newest `checked` date of all data."""
        return max(self._checked([self._load(file) for file in self._folder.rglob("*.yml")]))

    def pages(self) -> list[str]:
        """Return every page of the stable contract."""
        named = ["", "cities/", "compare/", "coverage/", "lessons/", "implications/", "planning/", "planning/schedule/",
                 "checklists/", "glossary/", "toolkits/", "evidence/", "sources/", "about/", "contribute/"]  # fmt: skip
        named += [f"cities/{name}/" for name in self.records["city"]]
        named += [f"lessons/{name}/" for name in self.records["lesson"]]
        return named + [f"{folder}/{name}/" for folder in ("planning", "checklists") for name in self.records["path"]]

    @staticmethod
    def _ids(held: Any) -> list[str]:
        return list(held) if isinstance(held, dict) else [one["id"] for one in held]

    def _checked(self, value: Any) -> Iterator[str]:
        if isinstance(value, dict):
            yield from (str(held) for key, held in value.items() if key == "checked" and isinstance(held, str))
        for held in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
            yield from self._checked(held)
