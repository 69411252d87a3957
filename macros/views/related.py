"""What a record relates to, in both directions."""

from __future__ import annotations

from macros.views.places import MOST_LINKS, LinkGroup, link
from macros.views.reading import Reading

_KINDS = ("city", "measure", "lesson", "implication", "path", "system", "domain", "phase", "term", "toolkit")


def related(
    reading: Reading, ref: str, skip: frozenset[str] = frozenset(), most: int = MOST_LINKS
) -> tuple[LinkGroup, ...]:
    """Return the records that `ref` names and those that name it, at most `most` a kind; `skip` is left out."""
    found = dict.fromkeys([*reading.dataset.names(ref), *reading.dataset.named_by.get(ref, ())])
    groups = []
    for kind in _KINDS:
        refs = [other for other in found if other.split("/")[0] == kind and other != ref and other not in skip]
        if refs:
            shown = tuple(link(reading, other) for other in refs[:most])
            groups.append(LinkGroup(reading.labels[f"kind-{kind}"], shown, len(refs) - len(shown)))
    return tuple(groups)
