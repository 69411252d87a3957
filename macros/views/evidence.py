"""Toolkits of others, the policy context, and how the handbook's evidence stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from macros import wording
from macros.load.dataset import REVIEW_AFTER, Dataset
from macros.model.base import Model
from macros.model.conflict import Conflict
from macros.model.dimension import Dimension
from macros.model.kinds import KINDS, kind_of
from macros.model.source import SOURCE_KINDS, Source
from macros.model.statement import AGAINST_ARTICLE, SUPPORTS, VIEW, Fact, Stated, checked_on, sources_of
from macros.views.codebooks import Codebook, codebooks
from macros.views.differing import Differing, differing
from macros.views.drafts import Begun, drafts
from macros.views.facets import By, Narrowing, facet, narrowing
from macros.views.figures.supports import Supports, support_bars
from macros.views.places import Link, all_of, data_files, href, link
from macros.views.reading import Reading
from macros.views.statement import StatementView, view, views
from macros.views.support import Count, counted, support, supports, total
from macros.views.tally import Tally, tally
from macros.views.translations import Translated, translated
from macros.views.where import where

MOST_ERRORS = 40
"""Corrections of the article, and groups of numbers that do not agree."""
MOST_REVIEWS = 12
MOST_ROWS = 80
"""Of the table and lists on the evidence page; beyond, it says how many more there are."""
_SPARED = 12
"""Rows that are not left out for themselves alone."""


@dataclass(frozen=True)
class RecordNumbers:
    """Numbers of statements under one heading: a record, or a kind of which each record is one fact."""

    id: str
    link: Link
    numbers: tuple[int, ...]
    total: int
    by: By


@dataclass(frozen=True)
class LanguageNumbers:
    """Numbers of facts whose best source is in one language."""

    id: str
    name: str
    numbers: tuple[int, ...]
    """By kind of source, the best first."""


@dataclass(frozen=True)
class Correction:
    """A fact that corrects the article, and what that said."""

    said: str
    statement: StatementView
    """Without it."""


@dataclass(frozen=True)
class ReviewView:
    """One look at a whole record."""

    link: Link
    date: str
    found: str


@dataclass(frozen=True)
class ConflictView:
    """A question on which sources differ."""

    id: str
    question: str
    statements: tuple[StatementView, ...]
    note: str
    checked: str
    see: tuple[Link, ...]


@dataclass(frozen=True)
class Evidence:
    """How good the evidence of the handbook's statements is."""

    tallies: tuple[Tally, ...]
    rows: tuple[RecordNumbers, ...]
    """By record, those of cities first."""
    rows_more: int
    bars: Supports
    narrowing: Narrowing
    totals: tuple[Count, ...]
    """By support, views last."""
    total: int
    languages: tuple[LanguageNumbers, ...]
    """Facts by the language of their best source."""
    article: tuple[tuple[str, int], ...]
    """How facts stand to the 2020 article, worded; how many do."""
    errors: tuple[Correction, ...]
    differing: tuple[Differing, ...]
    """Numbers that do not agree."""
    weak: tuple[Link, ...]
    """Records with statements that rest on weak sources alone."""
    due: tuple[tuple[Link, int], ...]
    """Records with statements due for review, and how many."""
    drafts: tuple[Begun, ...]
    """Unfinished records, which no number here counts."""
    reviews: tuple[ReviewView, ...]
    """The last of each record, the newest first."""
    codebooks: tuple[Codebook, ...]
    prose: tuple[tuple[str, str], ...]
    """Questions without a codebook, and why."""
    conflicts: tuple[ConflictView, ...]
    translated: Translated | None
    files: tuple[str, ...]
    """Those that hold the conflicts."""
    as_of: str


def evidence(reading: Reading) -> Evidence:
    """Count the statements by support; list what is weak, due, or in conflict."""
    dataset = reading.dataset
    held = [fact for owner, _ in dataset.finished() for _, fact in dataset.facts_in[owner]]
    numbers = _numbers(dataset)
    rows = by_record(reading)
    shown = rows if len(rows) <= MOST_ROWS + _SPARED else rows[:MOST_ROWS]
    totals = total(numbers.values())
    sums = counted(reading, totals, every=True)
    standings = Counter(fact.article for fact in held)
    due = _all_due(dataset)
    return Evidence(
        tallies=tuple(_tallies(reading, totals, due.total())),
        rows=tuple(shown),
        bars=support_bars(reading, rows, sums),
        narrowing=_narrowing(reading, [row.by for row in shown]),
        rows_more=len(rows) - len(shown),
        totals=sums,
        total=totals.total(),
        languages=tuple(_languages(reading, held)),
        errors=tuple(_correction(reading, fact) for fact in held if fact.article == "contradicts")[:MOST_ERRORS],
        differing=differing(reading)[:MOST_ERRORS],
        article=tuple((reading.labels[f"article-{one}"], standings[one]) for one in AGAINST_ARTICLE if standings[one]),
        weak=tuple(_link(reading, owner) for owner, found in numbers.items() if found["weak"])[:MOST_ROWS],
        due=tuple((_link(reading, owner), number) for owner, number in due.items() if number)[:MOST_ROWS],
        reviews=_reviews(reading),
        codebooks=tuple(codebooks(reading)),
        prose=tuple(
            (one.label[reading.language], one.prose[reading.language])
            for one in dataset.of(Dimension).values()
            if one.prose
        ),
        drafts=drafts(reading),
        conflicts=tuple(_conflict(reading, name) for name in dataset.of(Conflict)),
        translated=translated(reading),
        files=data_files(reading, "conflict"),
        as_of=wording.date(reading.language, dataset.data_date),
    )


def _tallies(reading: Reading, totals: Counter[str], due: int) -> Iterator[Tally]:
    """Yield what tells at a glance how good the evidence is."""
    yield tally(reading.labels["evidence-primary"], totals["primary"], "evidence.md#supports")
    yield tally(reading.labels["evidence-views"], totals[VIEW], "evidence.md#supports")
    yield tally(reading.labels["evidence-not-found"], totals["not-found"], "evidence.md#supports")
    yield tally(reading.labels["evidence-due"], due, "evidence.md#due")
    yield tally(reading.labels["evidence-questions"], len(reading.dataset.of(Conflict)), "evidence.md#conflicts")


def by_record(reading: Reading) -> list[RecordNumbers]:
    """Return the numbers of statements under each heading that has any, those of cities first."""
    return [_row(reading, owner, found) for owner, found in _numbers(reading.dataset).items() if found]


def _row(reading: Reading, owner: str, found: Counter[str]) -> RecordNumbers:
    numbers = tuple(found[one] for one in (*SUPPORTS, VIEW))
    by = {"record": (kind_of(owner).name,), "has": tuple(one for one in (*SUPPORTS, VIEW) if found[one])}
    return RecordNumbers(owner.replace("/", "."), _link(reading, owner), numbers, found.total(), by)


def _narrowing(reading: Reading, entries: list[By]) -> Narrowing:
    labels = reading.labels
    kinds = ((kind.name, labels[f"kind-{kind.name}"]) for kind in KINDS if kind.title)
    words = ((one, labels[f"support-{one}"]) for one in (*SUPPORTS, VIEW))
    offered = (
        facet("record", labels["facet-record"], kinds, entries), facet("has", labels["facet-has"], words, entries)
    )  # fmt: skip
    return narrowing(offered, len(entries))


def _numbers(dataset: Dataset) -> dict[str, Counter[str]]:
    """Return the supports under each heading."""
    found: dict[str, Counter[str]] = {}
    for owner, record in dataset.finished():
        found.setdefault(_heading(owner, record), Counter()).update(supports(dataset, owner))
    return found


def _heading(owner: str, record: Model) -> str:
    """Return under which heading a record counts: its own, or its kind's for records that are one fact each."""
    return kind_of(owner).name if isinstance(record, Fact) else owner


def _link(reading: Reading, heading: str) -> Link:
    """Return title and place of a record, or of all of a kind."""
    kind = kind_of(heading)
    if heading != kind.name or kind.layout == "record":
        return link(reading, heading)
    first = f"{kind.name}/{next(iter(reading.dataset[kind.name]))}"
    return Link(reading.labels[f"kind-{kind.name}"], all_of(reading, first))


def _correction(reading: Reading, fact: Fact) -> Correction:
    shown = view(reading, fact)
    return Correction(shown.said, shown._replace(said="", anchor="", where=where(reading, shown.ref)))


def _languages(reading: Reading, held: Iterable[Fact]) -> Iterator[LanguageNumbers]:
    """Yield numbers of facts that a source supports by the best one's language, the most frequent language first."""
    sources = reading.dataset.whole.of(Source)
    numbers: dict[str, Counter[str]] = {}
    for fact in held:
        kind = support(reading.dataset, fact)
        if kind in SOURCE_KINDS[:-1]:
            best = next(sources[name] for name in sources_of(fact) if sources[name].kind == kind)
            numbers.setdefault(best.language, Counter())[kind] += 1
    for language, counts in sorted(numbers.items(), key=lambda pair: (-pair[1].total(), pair[0])):
        yield LanguageNumbers(
            language,
            wording.language_name(reading.language, language),
            tuple(counts[kind] for kind in SOURCE_KINDS[:-1]),
        )


def _reviews(reading: Reading) -> tuple[ReviewView, ...]:
    """Return the last review of each record, the newest first."""
    last = [
        (one.reviews[-1], owner) for owner, one in reading.dataset.named() if isinstance(one, Stated) and one.reviews
    ]
    shown = sorted(last, key=lambda pair: pair[0].date, reverse=True)[:MOST_REVIEWS]
    return tuple(
        ReviewView(link(reading, owner), wording.date(reading.language, one.date), one.found[reading.language])
        for one, owner in shown
    )


def _conflict(reading: Reading, name: str) -> ConflictView:
    conflict = reading.dataset.of(Conflict)[name]
    return ConflictView(
        name,
        conflict.question[reading.language],
        views(reading, conflict.statements),
        conflict.note[reading.language],
        wording.date(reading.language, conflict.checked) if conflict.checked else "",
        tuple(Link(link(reading, ref).title, href(reading, ref)) for ref in conflict.see),
    )


def _all_due(dataset: Dataset) -> Counter[str]:
    """Return the number of facts that are due for review under each heading."""
    due = Counter[str]()
    for owner, record in dataset.named():
        due[_heading(owner, record)] += _due(dataset, owner, record)
    return due


def _due(dataset: Dataset, owner: str, record: Model) -> int:
    """Return how many facts were checked so long before the newest check in the data that they are due again."""
    dates = [checked_on(record, fact) for _, fact in dataset.facts_in[owner]]
    return sum(wording.months_between(date, dataset.data_date) > REVIEW_AFTER for date in dates if date)
