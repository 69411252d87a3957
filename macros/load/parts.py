"""What is found in a record, each kind of part once: most records stay as they are when a project is read again."""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Any, TypeVar

from macros.load.statement_refs import Held, statement_ref
from macros.load.translations import whole
from macros.model import kinds, walk
from macros.model.base import Model, Text
from macros.model.label import Label
from macros.model.statement import Fact, Use, View
from macros.problems import Keys

Part = TypeVar("Part")
Placed = tuple[tuple[Keys, Part], ...]
"""Parts of a record, each with the keys that lead to it."""


class Parts:
    """A record and its parts."""

    def __init__(self, owner: str, record: Model) -> None:
        """Take a record with its `<kind>/<id>`, or its bare kind."""
        self.owner, self.record = owner, record

    def look(self) -> None:
        """Find now what the rules look for in every record."""
        _ = self.texts, self.digests, self.statements, self.facts, self.named, self.references

    def __getstate__(self) -> dict[str, Any]:
        """Return what another process can use: there, no `id()` is the same."""
        return {name: held for name, held in self.__dict__.items() if name != "_units"}

    @functools.cached_property
    def texts(self) -> Placed[Text]:
        """Return the texts in both languages."""
        return tuple(walk.texts(self.record))

    @functools.cached_property
    def digests(self) -> tuple[tuple[Keys, Text | Label, tuple[str, str]], ...]:
        """Return every text, of a label that itself, and the digests of the Chinese and the English."""
        held: tuple[tuple[Keys, Text | Label], ...] = self.texts
        if isinstance(self.record, Label):
            held = (((), self.record), *held)
        return tuple((keys, text, (whole(text.zh), whole(text.en))) for keys, text in held)

    @functools.cached_property
    def statements(self) -> Placed[Fact | View | Use]:
        """Return the statements, those without an id too; a record that is one comes first."""
        return tuple(walk.statements(self.record))

    @functools.cached_property
    def facts(self) -> Placed[Fact]:
        """Return the facts."""
        return tuple((keys, one) for keys, one in self.statements if isinstance(one, Fact))

    @functools.cached_property
    def named(self) -> dict[str, Held]:
        """Return the statements that have an id, by how they are named."""
        found = ((statement_ref(self.owner, keys, one), keys, one) for keys, one in self.statements)
        return {name: Held(self.owner, keys, one) for name, keys, one in found if name}

    @functools.cached_property
    def text_names(self) -> tuple[str, ...]:
        """Return how the texts are named, in the order of their digests."""
        return tuple(self.name_at(keys) for keys, *_ in self.digests)

    def name_at(self, keys: Keys) -> str:
        """Return how a part is named in the way that lasts: by ids, and by places only where there are none."""
        name, path = self.owner, list[str]()
        around: Any = self.record
        for key in keys:
            around = around[key] if isinstance(key, int) or isinstance(around, Mapping) else getattr(around, key)
            if ref := self._units.get(id(around)):
                name, path = ref, []
            else:
                path.append(getattr(around, "id", None) or str(key + 1 if isinstance(key, int) else key))
        return f"{name}:{'.'.join(path)}" if keys else name

    @functools.cached_property
    def _units(self) -> dict[int, str]:
        """Return the `id()` of each statement, and of each record inside, → how it is named."""
        kind, _, name = self.owner.partition("/")
        inside = {
            id(one): kinds.ref(held.name, key)
            for held in kinds.KINDS
            if held.inside
            for key, one in held.inside.find(kind, name, self.record)
        }
        return inside | {id(held.statement): ref for ref, held in self.named.items()}

    @functools.cached_property
    def references(self) -> Placed[str]:
        """Return the references, each as `<kind>/<id>` or `<kind>/<id>#<statement>`."""
        return tuple(walk.references(self.record))

    @functools.cached_property
    def names(self) -> tuple[str, ...]:
        """Return `<kind>/<id>` of every record that is referred to, or of which a statement is, each once.

        The id is "" for one that is a file of its own.
        """
        held = (named.partition("#")[0] for _, named in self.references)
        return tuple(dict.fromkeys(named if "/" in named else f"{named}/" for named in held))
