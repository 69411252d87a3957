"""What a record relates to, in both directions."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from macros.views.places import MOST_LINKS, PLACES, Link, LinkGroup, all_of, link
from macros.views.reading import Reading


def related(
    reading: Reading,
    ref: str,
    inside: Iterable[str] = (),
    skip: frozenset[str] = frozenset(),
    most: int = MOST_LINKS,
    without: Collection[str] = (),
) -> tuple[LinkGroup, ...]:
    """Return the records that `ref` names and those that name it, at most `most` a kind.

    Left out are the records of `skip` and the kinds `without`.

    Conflicts about a record that stands `inside` are this one's too; of conflicts none is left out.
    """
    dataset = reading.dataset
    found = dict.fromkeys([*dataset.names(ref), *dataset.named_by.get(ref, ()), *_conflicts(reading, inside)])
    groups = []
    for kind in (kind for kind, place in PLACES.items() if place.is_related and kind not in without):
        refs = [other for other in found if other.split("/")[0] == kind and other != ref and other not in skip]
        if refs:
            shown = tuple(link(reading, other) for other in (refs if kind == "conflict" else refs[:most]))
            groups.append(
                LinkGroup(reading.labels[f"kind-{kind}"], shown, len(refs) - len(shown), all_of(reading, refs[0]))
            )
    return tuple(groups)


def conflicts(reading: Reading, ref: str) -> tuple[Link, ...]:
    """Return the conflicts between sources that name a record, for records that show nothing else as related."""
    return tuple(link(reading, other) for other in _conflicts(reading, [ref]))


def _conflicts(reading: Reading, refs: Iterable[str]) -> Iterable[str]:
    owners = (owner for ref in refs for owner in reading.dataset.named_by.get(ref, ()))
    return dict.fromkeys(owner for owner in owners if owner.startswith("conflict/"))
