"""What an offline edition holds, in words."""

from __future__ import annotations

from dataclasses import dataclass

from macros import wording
from macros.views.places import title
from macros.views.reading import Reading

_MOST_NAMES = 6


@dataclass(frozen=True)
class Share:
    """How much of one kind of record an edition holds."""

    kind: str
    """Worded."""
    number: int
    all: int
    names: str
    """Of those that it holds; "" where it holds all of them, or too many to name."""


def shares(reading: Reading) -> tuple[Share, ...]:
    """Return how many cities and steps the edition holds, and of how many."""
    return tuple(_share(reading, kind) for kind in ("city", "path"))


def stamp(reading: Reading, version: str, commit: str) -> str:
    """Return the one line that tells every page's edition: version, date of the data, commit, selection."""
    labels = reading.labels
    return " · ".join(
        [
            labels.fill("stamp-version", version=version),
            labels.fill("data-as-of", date=wording.date(reading.language, reading.dataset.data_date)),
            *([labels.fill("stamp-commit", commit=commit)] if commit else []),
            contents(reading),
        ]
    )


def contents(reading: Reading) -> str:
    """Return in a few words what the edition holds."""
    labels = reading.labels
    held = shares(reading)
    if all(share.number == share.all for share in held):
        return labels["stamp-whole"]
    return wording.listing(reading.language, (_worded(reading, share) for share in held))


def _worded(reading: Reading, share: Share) -> str:
    amount = reading.labels.fill("stamp-share", kind=share.kind, number=share.number, all=share.all)
    return amount + (reading.labels.fill("stamp-names", names=share.names) if share.names else "")


def _share(reading: Reading, kind: str) -> Share:
    held, whole = reading.dataset[kind], reading.dataset.whole[kind]
    names = [title(reading, f"{kind}/{name}") for name in held]
    named = len(names) < len(whole) and len(names) <= _MOST_NAMES
    return Share(
        reading.labels[f"kind-{kind}"], len(held), len(whole), wording.listing(reading.language, names) if named else ""
    )
