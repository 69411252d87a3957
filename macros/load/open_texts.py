"""Texts of which nobody has said that they say the same in both languages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Literal, NamedTuple

from macros.load.translations import Line, whole, whole_of
from macros.model.base import Text
from macros.model.label import Label
from macros.problems import Keys

if TYPE_CHECKING:
    from macros.load.dataset import Dataset

OTHER = {"zh": "en", "en": "zh"}
State = Literal["lagging", "unsynced", "new"]


class NamedText(NamedTuple):
    """A text in both languages, and where it stands."""

    name: str
    """As in `Line`."""
    owner: str
    keys: Keys
    text: Text | Label

    @property
    def ref(self) -> str:
        """The record or statement that it is part of."""
        return self.name.partition(":")[0]

    @property
    def digests(self) -> tuple[str, str]:
        """Of both languages."""
        return whole(self.text.zh), whole(self.text.en)


class Open(NamedTuple):
    """A text that may not say the same in both languages."""

    held: NamedText
    state: State
    """lagging: one language changed alone; unsynced: the one that lagged changed later, perhaps in another way;
    new: never seen, or both changed at once."""
    behind: str = ""
    """The language that lags."""
    line: Line | None = None
    """What is remembered of it."""


def named_texts(dataset: Dataset) -> Iterator[NamedText]:
    """Yield every text, named in the way that lasts: by ids, and by places only where there are none."""
    for owner, parts in dataset.parts.items():
        for name, (keys, text, _) in zip(parts.text_names, parts.digests, strict=True):
            yield NamedText(name, owner, keys, text)


def ref_at(dataset: Dataset, owner: str, keys: Keys) -> str:
    """Return the record or statement of which something inside a record is part."""
    return dataset.parts[owner].name_at(keys).partition(":")[0]


def open_texts(dataset: Dataset) -> tuple[Open, ...]:
    """Return the texts that may not say the same in both languages; none of a project that remembers nothing."""
    remembered = dataset.translations
    if not remembered.lines:
        return ()
    held = [
        (NamedText(parts.text_names[number], owner, keys, text), pair)
        for owner, parts in dataset.parts.items()
        for number, (keys, text, pair) in enumerate(parts.digests)
        if pair not in remembered.pairs  # naming takes longer than looking, and is seldom needed
    ]
    gone = list[Line]()
    if any(one.name not in remembered.by_name for one, _ in held):
        every = {pair for parts in dataset.parts.values() for *_, pair in parts.digests}
        gone = _gone(dataset, {digest for _, pair in held for digest in pair}, every)
    moved = {"zh": {whole_of(line.zh): line for line in gone}, "en": {whole_of(line.en): line for line in gone}}
    return tuple(_state(one, pair, remembered.by_name.get(one.name, ()), moved) for one, pair in held)


def _gone(dataset: Dataset, digests: AbstractSet[str], pairs: AbstractSet[tuple[str, str]]) -> list[Line]:
    """Return the lines of texts that are nowhere any more, of which one of those that are new may have been made.

    `digests` are those of the new texts in each language, `pairs` those of all texts there are.
    """
    wholes = [(line, (whole_of(line.zh), whole_of(line.en))) for line in dataset.translations.lines]
    alike = [line for line, pair in wholes if pair not in pairs and not digests.isdisjoint(pair)]
    names = {one.name for one in named_texts(dataset)} if alike else set()
    return [line for line in alike if line.name not in names]


def every_text(dataset: Dataset) -> Iterator[tuple[str, Keys, Text | Label]]:
    """Yield every text with its record and its place in that."""
    for owner, parts in dataset.parts.items():
        for keys, text, _ in parts.digests:
            yield owner, keys, text


def _state(
    held: NamedText, pair: tuple[str, str], lines: tuple[Line, ...], moved: Mapping[str, Mapping[str, Line]]
) -> Open:
    now = dict(zip(("zh", "en"), pair, strict=True))
    for line in lines or [one for language in now if (one := moved[language].get(now[language]))]:
        before = {"zh": whole_of(line.zh), "en": whole_of(line.en)}
        for language, digest in now.items():
            if digest == before[language]:
                return Open(held, "lagging", language, line)
    lagged = next((line for line in lines if line.lagged), None)
    return Open(held, "unsynced", "", lagged) if lagged else Open(held, "new", "", lines[0] if lines else None)
