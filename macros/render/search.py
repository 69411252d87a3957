"""Search entries straight from the views: kind, title, text; each fact once, on its own page."""

from __future__ import annotations

import functools
import html
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from macros.load.dataset import Dataset
from macros.model.city import City
from macros.model.conflict import Conflict
from macros.model.context import Context
from macros.model.dimension import Dimension
from macros.model.first_days import FirstDays
from macros.model.guide import Guide
from macros.model.instrument import Instrument
from macros.model.kinds import FILED, GUIDES, KINDS, kind_of, ref
from macros.model.relations import Relations
from macros.model.schedule import Schedule
from macros.model.source import Source
from macros.model.statement import Statement
from macros.model.term import Term
from macros.model.toolkit import Toolkit
from macros.render.pages import pages
from macros.render.site_map import FOR_EDITORS
from macros.views import statement as statements
from macros.views.places import PLACES, href, list_page, records_of_pages, title
from macros.views.reading import Reading
from macros.wording import LANGUAGES

_HEADINGS = re.compile(r'<h[2-6] id="([^"]+)">(.*?)</h[2-6]>', re.DOTALL)
_TAGS = re.compile(r"<[^>]*>")
_EDITORS = 0.1
"""Rank of pages for editors, which come last for the words of readers."""
_SECTION = 0.2
"""Rank of sections that every city has: the lesson of their subject comes before them, whatever it is called."""
_NAMED = 0.3
"""Rank of what has the name of a subject, but only a line on it."""
PAGE = "page"
"""What is no record: lists, figures, texts written by hand."""
_CHECKLIST = "item"
"""A group of a checklist, its questions and the page that has them all."""
KINDS_FOUND = (*(kind.name for kind in KINDS if kind.name in PLACES), PAGE)
"""By which results can be told apart and chosen, in this order; `kind-…` has their words."""
_BODY = {"path": "overview", "lesson": "evidence"}
"""Where the body of a record begins that has a page of its own."""


@dataclass(frozen=True)
class Entry:
    """One thing that search finds."""

    page: str
    """Source path below the language's folder."""
    anchor: str
    title: str
    text: str
    boost: float = 1
    """Multiplies the rank: what explains comes before what is only named."""
    also: tuple[str, ...] = ()
    """Other names by which it is found as by its title."""
    kind: str = PAGE
    """The kind of record that it is, or is part of: one of KINDS_FOUND."""


def entries(dataset: Dataset, language: str) -> Iterator[Entry]:
    """Yield every entry of a language. Each page's own comes first; the others are found and shown under its title."""
    reading = Reading(dataset, language)
    own = _own_texts(reading)
    kinds = _kinds_of_pages(reading)
    for page in pages(dataset, language):
        law = dataset.of(Instrument).get(str(page.argument)) if page.row.kind == "instrument" else None
        also = law.known_as[language] if law else ()
        text = own.get(page.path, page.description)
        yield Entry(page.path, "", page.title, text, also=also, kind=kinds.get(page.path, PAGE))
    for kind, of_record in _of_records().items():
        for name in dataset[kind]:
            yield from (one if one.kind != PAGE else replace(one, kind=kind) for one in of_record(reading, name))


def _own_texts(reading: Reading) -> dict[str, str]:
    """Return path → text of the pages that are a record."""
    found = {f"cities/{name}.md": _city_text(reading, name) for name in reading.dataset.of(City)}
    first = reading.dataset.one(FirstDays)
    if first:
        found[href(reading, "first-days")] = f"{first.lead[reading.language]} {_text(reading, first.statements)}"
    for named in (ref(kind, name) for kind in _plain_kinds() for name in reading.dataset[kind]):
        page, mark, _ = href(reading, named).partition("#")
        if not mark:
            found[page] = _all_texts(reading, named)
    return found


def _kinds_of_pages(reading: Reading) -> dict[str, str]:
    """Return path → kind of the pages that are a record, or the checklist of one."""
    lists = {list_page(reading, "path", name): _CHECKLIST for name in reading.dataset["path"]}
    return lists | {page: kind_of(named).name for page, named in records_of_pages(reading).items()}


def _of_records() -> dict[str, _OfRecord]:
    """Return kind → what search has of a record, for records that are not told by those they stand in."""
    guides: dict[str, _OfRecord] = {kind: functools.partial(_guide, kind) for kind in GUIDES}
    return {"city": _city, **guides, **_SPECIAL} | {kind: functools.partial(_record, kind) for kind in _plain_kinds()}


def _plain_kinds() -> list[str]:
    """Return the kinds of which nothing special is known."""
    others = (kind.name for kind in FILED if kind.name in PLACES and PLACES[kind.name].is_searched)
    return [kind for kind in others if kind not in ("city", *GUIDES, *_SPECIAL)]


def _record(kind: str, reading: Reading, name: str) -> Iterator[Entry]:
    """Yield the entry of a record of which nothing special is known: all its texts below its title."""
    named = ref(kind, name)
    page, _, anchor = href(reading, named).partition("#")
    if anchor:  # others are found as the page that they are
        yield Entry(page, anchor, title(reading, named), _all_texts(reading, named))


def _all_texts(reading: Reading, named: str) -> str:
    """Return all texts of a record but its title."""
    held = (text[reading.language] for _, text in reading.dataset.texts_in[named])
    return "\n".join(text for text in held if text != title(reading, named))


def _city_text(reading: Reading, name: str) -> str:
    city = reading.dataset.of(City)[name]
    facts = [
        f"{reading.dataset.of(Dimension)[key].label[reading.language]}{reading.labels['colon']}{_text(reading, held)}"
        for key, held in city.facts.items()
    ]
    profile = city.profile.facts.values() if city.profile else ()
    return " ".join([city.country[reading.language], city.lead[reading.language], *facts, _text(reading, profile)])


def _city(reading: Reading, name: str) -> Iterator[Entry]:
    city = reading.dataset.of(City)[name]
    page = f"cities/{name}.md"
    for area in city.areas:
        if area.statements:
            yield Entry(page, f"a-{area.id}", area.title[reading.language], _text(reading, area.statements))
        for measure in area.measures:
            text = _text(reading, measure.statements)
            yield Entry(page, f"m-{measure.id}", measure.title[reading.language], text, kind="measure")
    for key, held in city.sections.items():
        yield Entry(page, key, reading.labels[f"section-{key}"], _text(reading, held), _SECTION)


def _guide(kind: str, reading: Reading, name: str) -> Iterator[Entry]:
    record: Guide = reading.dataset[kind][name]
    target = href(reading, f"{kind}/{name}")
    page, _, anchor = target.partition("#")
    own = record.title[reading.language]
    parts = [f"{part.title[reading.language]} {_text(reading, part.statements)}" for part in record.parts]
    signs = [text[reading.language] for text in getattr(record, "signs", ())]
    cautions = _text(reading, getattr(record, "cautions", ()))
    text = " ".join([record.lead[reading.language], _text(reading, record.statements), *parts, *signs, cautions])
    heading = f"{own} · {reading.labels[f'kind-{kind}']}"
    yield Entry(page, anchor or _BODY[kind], heading, text, 1.5, record.searched[reading.language])
    guidance = [*getattr(record, "questions", ()), *getattr(record, "deliverables", ())]
    if guidance:
        heading = f"{own} · {reading.labels['guiding-questions']}"
        anchor = "items" if kind == "path" else name
        text = " ".join(text[reading.language] for text in guidance)
        yield Entry(list_page(reading, kind, name), anchor, heading, text, kind=_CHECKLIST)
    for group in record.groups:
        items = " ".join(f"{item.do[reading.language]} {item.yields[reading.language]}" for item in group.items)
        heading = f"{own} · {group.title[reading.language]} · {reading.labels['checklist']}"
        yield Entry(list_page(reading, kind, name), f"g-{name}-{group.id}", heading, items, kind=_CHECKLIST)


def _schedule(reading: Reading, _: str) -> Iterator[Entry]:
    schedule = reading.dataset.of(Schedule)[""]
    page = href(reading, "schedule")
    yield Entry(page, "phases", schedule.title[reading.language], _text(reading, schedule.statements))
    for name, phase in schedule.phases.items():
        yield Entry(page, name, phase.title[reading.language], _text(reading, phase.statements))


def _relations(reading: Reading, _: str) -> Iterator[Entry]:
    relations = reading.dataset.of(Relations)[""]
    text = f"{relations.lead[reading.language]} {_text(reading, relations.statements)}"
    yield _at(reading, "relations", relations.title[reading.language], text)
    for name, flow in relations.flows.items():
        yield _at(reading, f"flow/{name}", flow.title[reading.language], _text(reading, [flow.statement]), _NAMED)


def _term(reading: Reading, name: str) -> Iterator[Entry]:
    term = reading.dataset.of(Term)[name]
    own, other = (term.term[one] for one in sorted(LANGUAGES, key=lambda one: one != reading.language))
    forms = (form for words in (term.also, term.discouraged) for language in LANGUAGES for form in words[language])
    text = " · ".join([*([term.note[reading.language]] if term.note else []), *forms])
    yield _at(reading, f"term/{name}", f"{own} · {other}", text, 0.8)


def _toolkit(reading: Reading, name: str) -> Iterator[Entry]:
    kit, language = reading.dataset.of(Toolkit)[name], reading.language
    text = " ".join(held[language] for held in (kit.publisher, kit.offers, kit.gap))
    yield _at(reading, f"toolkit/{name}", kit.name[language], text)


def _conflict(reading: Reading, name: str) -> Iterator[Entry]:
    conflict, language = reading.dataset.of(Conflict)[name], reading.language
    text = f"{_text(reading, conflict.statements)} {conflict.note[language]}"
    yield _at(reading, f"conflict/{name}", conflict.question[language], text, 0.6)


def _context(reading: Reading, _: str) -> Iterator[Entry]:
    page = href(reading, "context").partition("#")[0]
    for name, topic in reading.dataset.of(Context)[""].topics.items():
        yield Entry(page, f"context-{name}", topic.title[reading.language], _text(reading, topic.statements))


def _first_days(reading: Reading, _: str) -> Iterator[Entry]:
    for name, stage in reading.dataset.of(FirstDays)[""].stages.items():
        held = [text[reading.language] for text in (*stage.tasks, *stage.yields)]
        text = " ".join([*held, _text(reading, stage.statements)])
        yield _at(reading, f"stage/{name}", stage.title[reading.language], text)


def _source(reading: Reading, name: str) -> Iterator[Entry]:
    source = reading.dataset.of(Source)[name]
    yield _at(reading, f"source/{name}", source.title, f"{source.publisher[reading.language]} {name}", 0.03)


_OfRecord = Callable[[Reading, str], Iterator[Entry]]
"""(reading, id) → what search has of a record."""
_SPECIAL: dict[str, _OfRecord] = {
    "schedule": _schedule,
    "relations": _relations,
    "term": _term,
    "toolkit": _toolkit,
    "conflict": _conflict,
    "context": _context,
    "first-days": _first_days,
    "source": _source,
}


def _at(reading: Reading, named: str, heading: str, text: str, boost: float = 1) -> Entry:
    page, _, anchor = href(reading, named).partition("#")
    return Entry(page, anchor, heading, text, boost)


def _text(reading: Reading, held: Iterable[Statement]) -> str:
    """Return statements a line each, since not all of them end in a full stop."""
    return "\n".join(statements.plain(reading, statement) for statement in held)


def from_html(page: str, title: str, html_text: str) -> Iterator[Entry]:
    """Yield the entries of a hand-written page: one for the page, one for each heading with an anchor."""
    boost = _EDITORS if page in FOR_EDITORS else 1
    pieces = _HEADINGS.split(html_text)
    yield Entry(page, "", title, _words_of(pieces[0]), boost)
    for anchor, heading, body in zip(pieces[1::3], pieces[2::3], pieces[3::3], strict=True):
        yield Entry(page, anchor, _words_of(heading), _words_of(body), boost)


def _words_of(fragment: str) -> str:
    return " ".join(html.unescape(_TAGS.sub(" ", fragment.replace("<wbr>", ""))).replace("¶", " ").split())
