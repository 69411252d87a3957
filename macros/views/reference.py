"""Glossary and sources."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

from macros import wording
from macros.model.source import SOURCE_KINDS, Source
from macros.model.statement import SUPPORTS
from macros.model.term import Basis, Term
from macros.views.facets import By, Narrowing, facet, narrowing, of_kind, years
from macros.views.places import SOURCES_A_PAGE, Link, data_files, href, link, links, paged
from macros.views.reading import Reading
from macros.views.related import conflicts
from macros.views.support import support
from macros.views.tally import Tally, tally
from macros.views.where import where
from macros.wording import LANGUAGES

_USES = 6
"""Shown of what cites a source; the others are folded away."""
_MOST_USES = 200
_MOST_STATEMENTS = 6
"""That rest on a source and are named with it; of the others it says how many they are."""
_SEEN = ("system", "domain", "lesson", "implication")
"""Kinds by whose records terms are found."""


@dataclass(frozen=True)
class TermView:
    """A glossary entry, both languages shown."""

    id: str
    own: str
    other: str
    other_language: str
    note: str
    also: str
    discouraged: str
    basis: str
    basis_text: str
    sources: tuple[Link, ...]
    see: tuple[Link, ...]
    conflicts: tuple[Link, ...]
    by: By


@dataclass(frozen=True)
class SourceView:
    """A source with where it is used."""

    id: str
    title: str
    language: str
    publisher: str
    date: str
    kind: str
    kind_text: str
    copy_read: bool
    url: str
    archived: str
    """Its copy in an archive; "" for none."""
    checked: str
    note: str
    used_in: tuple[Link, ...]
    used_also: tuple[Link, ...]
    """Folded away."""
    more: int
    """How many are left out, so that a page does not grow with the number of cities."""
    statements: tuple[Link, ...]
    """Those that rest on it in records with several, each by where it stands; no more than are shown."""
    backs: int
    """How many there are of these, shown or not."""
    day: str
    """Of publication, as it stands in the data."""
    uses: int
    """Of how many records it backs something."""
    href: str
    """Where in the list it stands."""
    by: By


@dataclass(frozen=True)
class SourceList:
    """One page of the sources."""

    sources: tuple[SourceView, ...]
    tallies: tuple[Tally, ...]
    """Of all pages."""
    pages: tuple[Link, ...]
    page: int
    narrowing: Narrowing | None
    """On the first page."""
    files: tuple[str, ...]
    """Those that hold them."""


@dataclass(frozen=True)
class Glossary:
    """All terms."""

    terms: tuple[TermView, ...]
    narrowing: Narrowing
    files: tuple[str, ...]
    """Those that hold them."""


def glossary(reading: Reading) -> Glossary:
    """Return every term, sorted by its English form in English, as in the file in Chinese."""
    held = tuple(_term(reading, name, term) for name, term in reading.dataset.of(Term).items())
    if reading.language == "en":
        held = tuple(sorted(held, key=lambda view: view.own.casefold()))
    return Glossary(held, _terms_narrow(reading, [one.by for one in held]), data_files(reading, "term"))


def sources(reading: Reading, page: int = 1) -> SourceList:
    """Return one page of the sources."""
    names = list(reading.dataset.of(Source))[(page - 1) * SOURCES_A_PAGE : page * SOURCES_A_PAGE]
    count = source_pages(reading)
    numbers = range(1, count + 1) if count > 1 else ()
    return SourceList(
        tuple(_source(reading, name, reading.dataset.of(Source)[name]) for name in names),
        tuple(_tallies(reading)),
        tuple(Link(reading.labels.fill("page-number", number=n), paged("sources.md", n)) for n in numbers),
        page,
        _narrowing(reading) if page == 1 else None,
        data_files(reading, "source", names),
    )


def _tallies(reading: Reading) -> Iterator[Tally]:
    held = reading.dataset.of(Source).values()
    yield tally(reading.labels["number-sources"], len(held))
    for kind, count in Counter(source.kind for source in held).most_common():
        yield tally(reading.labels[f"source-kind-{kind}"], count)
    yield tally(reading.labels["source-languages"], len({source.language for source in held}))


def every_source(reading: Reading) -> tuple[SourceView, ...]:
    """Return the sources of all pages."""
    return tuple(_source(reading, name, source) for name, source in reading.dataset.of(Source).items())


def _narrowing(reading: Reading) -> Narrowing:
    labels, held = reading.labels, reading.dataset.of(Source)
    entries = [_by(reading, name, source) for name, source in held.items()]
    offered = (
        facet("kind", labels["facet-kind"], ((one, labels[f"source-kind-{one}"]) for one in SOURCE_KINDS), entries),
        facet("support", labels["facet-backs"], ((one, labels[f"support-{one}"]) for one in SUPPORTS), entries),
        years(reading, entries),
        of_kind(reading, "city", entries),
        facet("language", labels["source-language"], _languages(reading), entries),
    )
    sorts = (
        ("name", labels["sort-title"]), ("-date", labels["sort-newest"]), ("date", labels["sort-oldest"]),
        ("-number", labels["sort-uses"]),
    )  # fmt: skip
    return narrowing(offered, len(held), sorts, "sources" if source_pages(reading) > 1 else "")


def _languages(reading: Reading) -> list[tuple[str, str]]:
    held = Counter(source.language for source in reading.dataset.of(Source).values())
    return [(one, wording.language_name(reading.language, one)) for one, _ in held.most_common()]


def _terms_narrow(reading: Reading, entries: list[By]) -> Narrowing:
    labels = reading.labels
    words = ((one, labels[f"basis-{one}"]) for one in get_args(Basis))
    offered = (
        facet("basis", labels["facet-basis"], words, entries),
        *(of_kind(reading, kind, entries) for kind in _SEEN),
    )
    return narrowing(offered, len(entries), (("name", labels["sort-name"]),))


def source_pages(reading: Reading) -> int:
    """Return how many pages the sources take."""
    return max(1, -(-len(reading.dataset.of(Source)) // SOURCES_A_PAGE))


def _term(reading: Reading, name: str, term: Term) -> TermView:
    other = next(one for one in LANGUAGES if one != reading.language)
    return TermView(
        id=name,
        own=term.term[reading.language],
        other=term.term[other],
        other_language=wording.HTML_LANG[other],
        note=term.note[reading.language] if term.note else "",
        also=wording.listing(reading.language, term.also[reading.language]),
        discouraged=wording.listing(reading.language, term.discouraged[reading.language]),
        basis=term.basis,
        basis_text=reading.labels[f"basis-{term.basis}"],
        sources=links(reading, "source", term.sources),
        see=tuple(link(reading, ref) for ref in term.see),
        conflicts=conflicts(reading, f"term/{name}"),
        by={
            "basis": (term.basis,),
            **{kind: tuple(ref.partition("/")[2] for ref in term.see if ref.startswith(f"{kind}/")) for kind in _SEEN},
        },
    )


def _source(reading: Reading, name: str, source: Source) -> SourceView:
    owners = [
        owner for owner in reading.dataset.named_by.get(f"source/{name}", ()) if owner.split("/")[0] != "dimension"
    ]
    backed: dict[str, list[str]] = {owner: [] for owner in owners}
    for fact in reading.dataset.citing(name):
        ref = reading.dataset.ref_of(fact)
        backed.setdefault(ref.partition("#")[0], []).append(ref)
    several = [ref for refs in backed.values() if len(refs) > 1 for ref in refs]
    return SourceView(
        id=name,
        title=source.title,
        language=wording.HTML_LANG.get(source.language, source.language),
        publisher=source.publisher[reading.language],
        date=wording.date(reading.language, source.date) if source.date else "",
        kind=source.kind,
        kind_text=reading.labels[f"source-kind-{source.kind}"],
        copy_read=source.copy_read,
        url=source.url or "",
        archived=source.archived or "",
        checked=wording.date(reading.language, source.checked),
        note=source.note[reading.language] if source.note else "",
        used_in=tuple(_use(reading, owner, backed[owner]) for owner in owners[:_USES]),
        used_also=tuple(link(reading, owner) for owner in owners[_USES:_MOST_USES]),
        more=max(0, len(owners) - _MOST_USES),
        statements=tuple(_statements(reading, several[:_MOST_STATEMENTS])),
        backs=len(several),
        day=source.date or "",
        uses=len(owners),
        href=href(reading, f"source/{name}"),
        by=_by(reading, name, source),
    )


def _use(reading: Reading, owner: str, refs: list[str]) -> Link:
    """Return the link to a record; to the statement in it that rests on the source, where that is the only one."""
    held = link(reading, owner)
    return held._replace(href=href(reading, refs[0])) if len(refs) == 1 else held


def _statements(reading: Reading, refs: Iterable[str]) -> Iterator[Link]:
    """Yield where statements stand; several in one place are numbered, so that no two links have one name."""
    count = Counter[str]()
    for ref in refs:
        held = where(reading, ref)
        count[held.title] += 1
        yield held._replace(title=f"{held.title} · {count[held.title]}") if count[held.title] > 1 else held


def _by(reading: Reading, name: str, source: Source) -> By:
    owners = reading.dataset.named_by.get(f"source/{name}", ())
    return {
        "kind": (source.kind,),
        "support": tuple(dict.fromkeys(support(reading.dataset, fact) for fact in reading.dataset.citing(name))),
        "year": (source.date[:4],) if source.date else (),
        "city": tuple(owner.removeprefix("city/") for owner in owners if owner.startswith("city/")),
        "language": (source.language,),
    }
