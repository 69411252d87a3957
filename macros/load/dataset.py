"""Everything in data/, loaded, typed and indexed."""

from __future__ import annotations

import dataclasses
import functools
import itertools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, NamedTuple, TypeVar, cast

from macros.load.drafts import NOT_YET, Draft
from macros.load.imprint import Imprint
from macros.load.lacking import Lacking
from macros.load.open_texts import Open, open_texts
from macros.load.parts import Parts, Placed
from macros.load.statement_refs import Held
from macros.load.translations import Translations
from macros.load.yaml_reader import Document
from macros.model import kinds
from macros.model.base import Model, Text
from macros.model.city import BEARS_ON, City, Measure
from macros.model.guide import Guide
from macros.model.statement import Fact, Statement, Use, View, sources_of
from macros.problems import Keys, Problem, Said, Severity

REVIEW_AFTER = 18
"""Months after which a statement is due for another look, from the newest check in the data, not from the clock."""
_OF_EDITIONS = ("languages", "facilitator", "downloads", "imprint", "cut_from")
"""What editions differ in that hold the same records."""
Record = TypeVar("Record", bound=Model)


class DiffersError(Exception):
    """Something was asked for in which editions differ."""


class Location(NamedTuple):
    """Where a record stands: its file, and the keys that lead to it inside."""

    document: Document
    keys: Keys


class Download(NamedTuple):
    """A ready-made bundle."""

    name: str
    """Of the file."""
    languages: tuple[str, ...]
    single: bool
    """Whether it is one HTML file, not a zip."""
    size: int
    """In bytes."""
    digest: str
    """SHA-256 in hexadecimal."""


class Reference(NamedTuple):
    """One record naming another."""

    owner: str
    """`<kind>/<id>` of the record that names."""
    keys: Keys
    """Where in the owner's record."""
    kind: str
    """Of the record that is named."""
    id: str
    """Of the record that is named."""


@dataclass(frozen=True)
class Dataset:
    """All records by kind and id, as far as they can be read; only rules meet one that has a fault."""

    records: Mapping[str, Mapping[str, Model]] = field(repr=False)
    """Kind → id → record, in the order of lists; for kinds with files of their own. A file that is one record has
    the id ""."""
    known: Mapping[str, frozenset[str]] = field(repr=False)
    """Kind → every id of that kind, those in files that cannot be read too."""
    locations: Mapping[str, Location] = field(repr=False)
    """`<kind>/<id>` (or the bare kind of a file that is one record) → where the record stands."""
    incomplete: frozenset[str] = frozenset()
    """Kinds of which a file is missing or could not be read at all."""
    lacking: Lacking = field(default=Lacking(), repr=False)
    """What may stand in the parts of records that could not be read."""
    translations: Translations = field(default=Translations(), repr=False)
    """Which texts were last held to say the same in both languages."""
    drafts: Mapping[str, Draft] = field(default_factory=dict, repr=False)
    """`<kind>/<id>` of each unfinished record; one that cannot be shown yet is among no records."""
    languages: tuple[str, ...] = ("zh", "en")
    """Those in which pages are made."""
    facilitator: bool = False
    """Whether there are pages for who leads a workshop."""
    downloads: tuple[Download, ...] = ()
    """The bundles that the site offers."""
    imprint: Imprint = field(default=Imprint())
    """What the edition says of itself."""
    cut_from: Dataset | None = field(default=None, repr=False)
    """The data set that this one is a selection of."""
    found: dict[str, Parts] = field(default_factory=dict, repr=False, compare=False)
    """What was found in records, for data sets that have nearly the same ones."""

    def prepare_for_rules(self) -> None:
        """Work out what several rules look at, before processes that would each do so share them."""
        _ = self.references_in, self.facts_in, self.texts_in, self.statements, self.references

    def prepare_for_pages(self) -> None:
        """Work out what nearly every page looks at, likewise."""
        whole = self.whole
        _ = whole.statements, whole._statement_refs, whole.lagging, whole.data_date  # noqa: SLF001  # of this class
        _ = self.facts_in, self.named_by, self._citing, self._bearing_by_city, self._covered, self.numbers

    @property
    def whole(self) -> Dataset:
        """The data set with everything that a selection leaves out, for titles of what is not in it."""
        return self.cut_from or self

    def __getitem__(self, kind: str) -> Mapping[str, Any]:
        """Return the records of a kind by id, those inside others by their global ids; KeyError for no kind."""
        return self.records[kind] if kind in self.records else self._inside[kind]

    def of(self, kind: type[Record]) -> Mapping[str, Record]:
        """Return the records of a type by id."""
        return cast("Mapping[str, Record]", self[kinds.of_type(kind).name])

    def count(self, kind: type[Record]) -> int:
        """Return how many records of a type are finished: a stub counts in no total."""
        name = kinds.of_type(kind).name
        if name not in self._counts:
            self._counts[name] = sum(not getattr(record, "draft", False) for record in self[name].values())
        return self._counts[name]

    @functools.cached_property
    def _counts(self) -> dict[str, int]:
        return {}

    def one(self, kind: type[Record]) -> Record | None:
        """Return the record of a type of which there is one, in a file of its own; None where it is missing."""
        return self.of(kind).get("")

    def record(self, ref: str) -> Any:
        """Return the record of `<kind>/<id>`, or of a bare kind; KeyError when there is none."""
        kind, _, name = ref.partition("/")
        return self[kind][name]

    @functools.cached_property
    def _inside(self) -> dict[str, dict[str, Model]]:
        return {kind.name: dict(stand_inside(kind, self.records)) for kind in kinds.KINDS if kind.inside}

    def bearing(self, kind: str, name: str) -> Mapping[str, Measure]:
        """Return the measures, by global id, that name a record of one of the kinds in `BEARS_ON`."""
        return self._bearing.get((kind, name), {})

    def covered(self, kind: str, name: str) -> int:
        """Return how many cities have a measure that names a record of one of the kinds in `BEARS_ON`."""
        return self._covered.get((kind, name), 0)

    @functools.cached_property
    def _covered(self) -> dict[tuple[str, str], int]:
        drafts = {name for name, city in self.of(City).items() if city.draft}
        return {key: len(held.keys() - drafts) for key, held in self._bearing_by_city.items()}

    def bearing_by_city(self, kind: str, name: str) -> Mapping[str, tuple[str, ...]]:
        """Return city → the global ids of its measures that name a record of one of the kinds in `BEARS_ON`."""
        return self._bearing_by_city.get((kind, name), {})

    @functools.cached_property
    def _bearing_by_city(self) -> dict[tuple[str, str], dict[str, tuple[str, ...]]]:
        return {
            key: {city: tuple(measures) for city, measures in itertools.groupby(held, city_of)}
            for key, held in self._bearing.items()
        }

    @functools.cached_property
    def _bearing(self) -> dict[tuple[str, str], dict[str, Measure]]:
        found: dict[tuple[str, str], dict[str, Measure]] = {}
        for name, measure in self.of(Measure).items():
            for kind, field_name in BEARS_ON.items():
                for named in getattr(measure, field_name):
                    found.setdefault((kind, named), {})[name] = measure
        return found

    @functools.cached_property
    def references(self) -> tuple[Reference, ...]:
        """Return every reference of every record."""
        return tuple(
            Reference(owner, keys, *_record_of(named))
            for owner, held in self.references_in.items()
            for keys, named in held
        )

    @functools.cached_property
    def parts(self) -> Mapping[str, Parts]:
        """Return owner → its record with its parts; of a record that was there before, those found then."""
        made = {}  # of this data set alone: while one is checked, the next may be read
        for owner, record in self.named():
            known = self.found.get(owner)
            made[owner] = known if known and known.record is record else Parts(owner, record)
        self.found.update(made)
        return made

    @functools.cached_property
    def references_in(self) -> Mapping[str, Placed[str]]:
        """Return owner → its references, as `Parts` has them; likewise below."""
        return {owner: held.references for owner, held in self.parts.items()}

    @functools.cached_property
    def statements_in(self) -> Mapping[str, Placed[Fact | View | Use]]:
        """Return owner → its statements."""
        return {owner: held.statements for owner, held in self.parts.items()}

    @functools.cached_property
    def facts_in(self) -> Mapping[str, Placed[Fact]]:
        """Return owner → its facts."""
        return {owner: held.facts for owner, held in self.parts.items()}

    @functools.cached_property
    def texts_in(self) -> Mapping[str, Placed[Text]]:
        """Return owner → its texts in both languages."""
        return {owner: held.texts for owner, held in self.parts.items()}

    @functools.cached_property
    def named_by(self) -> dict[str, tuple[str, ...]]:
        """Return `<kind>/<id>` → the owners that name it, each once, in the order of records."""
        found: dict[str, list[str]] = {}
        for owner, held in self.parts.items():
            for name in held.names:
                found.setdefault(name, []).append(owner)
        return {name: tuple(owners) for name, owners in found.items()}

    def citing(self, source: str) -> tuple[Fact, ...]:
        """Return the facts of this data set that rest on a source."""
        return self._citing.get(source, ())

    @functools.cached_property
    def _citing(self) -> dict[str, tuple[Fact, ...]]:
        found: dict[str, list[Fact]] = {}
        for held in self.facts_in.values():
            for _, fact in held:
                for name in sources_of(fact):
                    found.setdefault(name, []).append(fact)
        return {name: tuple(held) for name, held in found.items()}

    @functools.cached_property
    def numbers(self) -> dict[str, dict[str, int]]:
        """Return kind → id → the record's place in lists, from 0."""
        return {kind: {name: n for n, name in enumerate(held)} for kind, held in self.records.items()}

    @functools.cached_property
    def data_date(self) -> str:
        """Return the newest date on which a source was read: the date of the data, of a selection too."""
        if self.cut_from:
            return self.cut_from.data_date
        records = [record for _, record in self.named()]
        stated = [fact.checked for held in self.facts_in.values() for _, fact in held]
        return max(filter(None, [*stated, *(getattr(record, "checked", None) for record in records)]), default="1970")

    @functools.cached_property
    def statements(self) -> dict[str, Held]:
        """Return every statement with an id, by how it is named: `<kind>/<id>#<statement>`, `finding/<id>`."""
        return {name: one for held in self.parts.values() for name, one in held.named.items()}

    @functools.cached_property
    def _statement_refs(self) -> dict[int, str]:
        return {id(held.statement): name for name, held in self.statements.items()}

    def ref_of(self, statement: Statement) -> str:
        """Return how a statement of this data set is named; "" for one without an id."""
        return self.whole._statement_refs.get(id(statement), "")  # noqa: SLF001  # of this class

    def place_of(self, ref: str) -> tuple[str, int]:
        """Return the file in which a statement of the whole data set stands, and its line, from 1."""
        held = self.whole.statements[ref]
        document, keys = self.whole.locations[held.owner]
        return document.path, document.line((*keys, *held.keys))

    def fact(self, ref: str) -> Fact:
        """Return a fact of the whole data set by its name; KeyError when there is none."""
        held = self.whole.statements[ref].statement
        if not isinstance(held, Fact):
            raise KeyError(ref)
        return held

    @functools.cached_property
    def open_texts(self) -> tuple[Open, ...]:
        """Return the texts of the whole data set that may not say the same in both languages."""
        return open_texts(self) if self.whole is self else self.whole.open_texts

    @functools.cached_property
    def lagging(self) -> frozenset[tuple[str, str]]:
        """Return record or statement and language of every text that the other language has left behind."""
        return frozenset((one.held.ref, one.behind) for one in self.open_texts if one.behind)

    @functools.cached_property
    def supports(self) -> dict[int, tuple[Fact, str]]:
        """Return a fact's `id()` → the fact and its support, of those for which `views.support` was asked."""
        return {}

    def names(self, owner: str) -> tuple[str, ...]:
        """Return `<kind>/<id>` of everything that a record names, each once."""
        return self.parts[owner].names if owner in self.parts else ()

    def named(self) -> Iterator[tuple[str, Model]]:
        """Yield every record of the files with its `<kind>/<id>`, or its bare kind, in the order of the registry."""
        for kind, held in self.records.items():
            yield from ((kinds.ref(kind, name), record) for name, record in held.items())

    def finished(self) -> Iterator[tuple[str, Model]]:
        """Yield as `named` does, without stubs: for what is counted."""
        yield from ((owner, record) for owner, record in self.named() if not getattr(record, "draft", False))

    def guides(self) -> Iterator[tuple[str, str, Guide]]:
        """Yield kind, id and record of everything that may hold a checklist, in the order of work."""
        for kind in kinds.GUIDES:
            yield from ((kind, name, record) for name, record in self[kind].items())

    def but(self, records: Mapping[str, Mapping[str, Model]], **more: Any) -> Dataset:
        """Return the data set with other records of some kinds."""
        return replace(self, records={**self.records, **records}, **more)

    def told(self, **more: Any) -> Dataset:
        """Return the same records with another imprint or other downloads; what was worked out of them stays known."""
        made = replace(self, **more)
        fields = {one.name for one in dataclasses.fields(self)}
        made.__dict__.update((name, held) for name, held in self.__dict__.items() if name not in fields)
        return made

    def common(self, differing: tuple[str, ...] = _OF_EDITIONS) -> Dataset:
        """Return what all editions with these records have in common; what they differ in raises DiffersError.

        So whatever can be worked out of it is the same in each of them.
        """
        _ = self.data_date  # asks what this is a selection of, but is the same in it
        made: Dataset = object.__new__(_common(differing))
        made.__dict__.update(self.__dict__)
        return made

    def problem(
        self, owner: str, keys: Keys, rule: str, message: Said, hint: Said, level: Severity = "error"
    ) -> Problem:
        """Make a problem at `keys` inside the record of `owner`."""
        location = self.locations[owner]
        if rule in NOT_YET and owner in self.drafts:
            level = "warning"
        return location.document.problem((*location.keys, *keys), rule, message, hint, level)


class _Differs:
    """An attribute that is not the same in each edition. It has a setter, or the value in the object would count."""

    def __get__(self, _: Any, __: Any = None) -> Any:
        raise DiffersError

    def __set__(self, _: Any, __: Any) -> None:
        raise DiffersError


@functools.cache
def _common(differing: tuple[str, ...]) -> type[Dataset]:
    own: dict[str, Any] = {name: _Differs() for name in differing}
    if "cut_from" in differing:
        own["whole"] = property(lambda held: held)
    return type("Common", (Dataset,), own)


def stand_inside(kind: kinds.Kind, records: Mapping[str, Mapping[str, Model]]) -> Iterator[tuple[str, Model]]:
    """Yield global id and record of all of a kind that stands inside the records of others."""
    assert kind.inside
    for owners, held in records.items():
        for name, record in held.items():
            yield from kind.inside.find(owners, name, record)


def city_of(measure: str) -> str:
    """Return the city of a measure's global id."""
    return measure.partition(".")[0]


def _record_of(named: str) -> tuple[str, str]:
    """Return kind and id of the record that a reference names, or one of whose statements it names."""
    kind, _, name = named.partition("#")[0].partition("/")
    return kind, name
