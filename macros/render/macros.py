"""The macros: each gives the Markdown of a page, or of a block in a hand-written page.

A function here is view + template and nothing more; `contribute/` documents each by its docstring. `check` reads
from the types of the parameters what pages may give them.
"""

from __future__ import annotations

from collections.abc import Callable
from types import FunctionType

from macros.model.base import ChapterId, CityId, DomainId, InstrumentId, LessonId, PathId
from macros.render import scripts
from macros.render.citations import numbered
from macros.render.templates import render
from macros.views import awaited as to_come
from macros.views import changes as released
from macros.views import checklist as lists
from macros.views import cities as lists_of_cities
from macros.views import city as cities_views
from macros.views import (
    comparison,
    downloads,
    duties,
    facilitator,
    guide,
    indicators,
    reference,
    takeaway,
    team,
    workshop,
)
from macros.views import coverage as matrices
from macros.views import evidence as counts
from macros.views import findings as researched
from macros.views import home as homes
from macros.views import outline as outlines
from macros.views import planning as plans
from macros.views import rules as asked
from macros.views import similar as likeness
from macros.views import toolkits as kits
from macros.views.browsers import supported
from macros.views.reading import Reading


def home(reading: Reading) -> str:
    """Give ways in, numbers, cities and lessons for the home page."""
    return render("home.md.j2", homes.home(reading), reading.labels)


def cities(reading: Reading, page: int = 1) -> str:
    """Give cards of the cities, thirty a page."""
    return numbered(render("cities.md.j2", lists_of_cities.city_list(reading, page), reading.labels), reading)


def city(reading: Reading, name: CityId) -> str:
    """Give a city's case study."""
    return numbered(render("city.md.j2", cities_views.city_view(reading, name), reading.labels), reading)


def compare(reading: Reading, page: int = 1) -> str:
    """Give the comparison table, five cities a page."""
    return render("compare.md.j2", comparison.comparison(reading, page), reading.labels)


def coverage(reading: Reading, page: int = 1) -> str:
    """Give the three coverage matrices, thirty cities a page."""
    return numbered(render("coverage.md.j2", matrices.coverage(reading, page), reading.labels), reading)


def similar(reading: Reading) -> str:
    """Give the cases by problem, for planners who look for cities like theirs."""
    return render("similar.md.j2", likeness.similar(reading), reading.labels)


def lessons(reading: Reading) -> str:
    """Give cards of the lessons."""
    return render("lessons.md.j2", guide.guides(reading, "lesson"), reading.labels)


def lesson(reading: Reading, name: LessonId) -> str:
    """Give a lesson with its evidence and its checklist."""
    return numbered(render("lesson.md.j2", guide.guide(reading, "lesson", name), reading.labels), reading)


def implications(reading: Reading) -> str:
    """Give all implications on one page."""
    return numbered(render("implications.md.j2", guide.guides(reading, "implication"), reading.labels), reading)


def planning(reading: Reading) -> str:
    """Give the four steps."""
    return numbered(render("planning.md.j2", plans.planning_page(reading), reading.labels), reading)


def step(reading: Reading, name: PathId) -> str:
    """Give a planning step, with its systems or domains."""
    return numbered(render("step.md.j2", plans.step_page(reading, name), reading.labels), reading)


def schedule(reading: Reading) -> str:
    """Give the schedule of phases."""
    return numbered(render("schedule.md.j2", plans.schedule(reading), reading.labels), reading)


def legal_duties(reading: Reading) -> str:
    """Give all legal duties, by law."""
    return render("duties.md.j2", duties.duty_index(reading), reading.labels)


def instrument(reading: Reading, name: InstrumentId) -> str:
    """Give a law, rule or policy paper with its duties."""
    return numbered(render("instrument.md.j2", duties.instrument_page(reading, name), reading.labels), reading)


def all_indicators(reading: Reading) -> str:
    """Give all indicators, with the worksheet."""
    return render("indicators.md.j2", indicators.indicator_index(reading), reading.labels)


def indicators_of(reading: Reading, name: DomainId) -> str:
    """Give the indicators of a domain in full."""
    return numbered(render("indicators-of.md.j2", indicators.indicator_page(reading, name), reading.labels), reading)


def outline(reading: Reading) -> str:
    """Give the outline of the plan, and the way to each chapter."""
    return render("outline.md.j2", outlines.outline(reading), reading.labels)


def chapter(reading: Reading, name: ChapterId) -> str:
    """Give a chapter of the plan: what it must hold, what reviewers ask, what of the handbook feeds it."""
    return numbered(render("chapter.md.j2", outlines.chapter_page(reading, name), reading.labels), reading)


def first_days(reading: Reading) -> str:
    """Give the first hundred days of who leads the work."""
    return numbered(render("first-days.md.j2", team.first_days(reading), reading.labels), reading)


def roles(reading: Reading) -> str:
    """Give who does what."""
    return numbered(render("roles.md.j2", team.roles(reading), reading.labels), reading)


def failures(reading: Reading) -> str:
    """Give the causes of failure, with early signs and remedies."""
    return numbered(render("failures.md.j2", team.failures(reading), reading.labels), reading)


def checklists(reading: Reading) -> str:
    """Give all checklists, with their lengths."""
    return render("checklists.md.j2", lists.checklist_index(reading), reading.labels)


def checklist(reading: Reading, name: PathId) -> str:
    """Give a step's checklist, with those of its systems or domains."""
    return render("checklist.md.j2", lists.checklist_page(reading, name), reading.labels)


def glossary(reading: Reading) -> str:
    """Give all terms in both languages."""
    return render("glossary.md.j2", reference.glossary(reading), reading.labels)


def sources(reading: Reading, page: int = 1) -> str:
    """Give the sources, with links back to where each is used."""
    return render("sources.md.j2", reference.sources(reading, page), reading.labels)


def toolkits(reading: Reading) -> str:
    """Give the table of other handbooks and tools."""
    return render("toolkits.md.j2", kits.toolkits(reading), reading.labels)


def tables(reading: Reading) -> str:
    """Give the list of all tables and files of data to take away."""
    return render("tables.md.j2", takeaway.tables(reading), reading.labels)


def evidence(reading: Reading) -> str:
    """Give the numbers of statements by standing and kind of source, what is due, and conflicts between sources."""
    return numbered(render("evidence.md.j2", counts.evidence(reading), reading.labels), reading)


def findings(reading: Reading) -> str:
    """Give what research says of several cities or of none."""
    return numbered(render("findings.md.j2", researched.findings(reading), reading.labels), reading)


def changes(reading: Reading) -> str:
    """Give what changed in the data from release to release."""
    return render("changes.md.j2", released.changes(reading), reading.labels)


def awaited(reading: Reading) -> str:
    """Give what sources announce for a date to come."""
    return render("awaited.md.j2", to_come.awaited_page(reading), reading.labels)


def assess(reading: Reading) -> str:
    """Give the self-assessment: the scale, and what is rated on it."""
    return render("assess.md.j2", workshop.assessment(reading), reading.labels)


def dossier(reading: Reading) -> str:
    """Give the place where a reader finds what was collected."""
    return render("dossier.md.j2", None, reading.labels)


def form(reading: Reading) -> str:
    """Give the form in which a change of the data is proposed."""
    return render("form.md.j2", scripts.FORM_ALONE.format(language=reading.language), reading.labels)


def merge(reading: Reading) -> str:
    """Give the place where the files of several groups are brought together."""
    return render("merge.md.j2", None, reading.labels)


def bundles(reading: Reading) -> str:
    """Give the ready-made bundles to take away, where the site was published with them."""
    return render("bundles.md.j2", downloads.downloads(reading), reading.labels)


def browsers(reading: Reading) -> str:
    """Give the browsers in which everything works."""
    return render("browsers.md.j2", supported(reading.labels), reading.labels)


def rules(reading: Reading) -> str:
    """Give every rule of the check with wrong, right and what it says."""
    return render("rules.md.j2", asked.rules(reading), reading.labels)


def rule_names(reading: Reading) -> str:
    """Give the names of all rules, each with its link; nothing in a bundle."""
    return render("rule-names.md.j2", asked.rule_names(reading), reading.labels)


def agenda(reading: Reading, name: PathId) -> str:
    """Give the facilitator's page of a step: agenda, guiding questions and links."""
    return render("agenda.md.j2", facilitator.facilitation(reading, name), reading.labels)


def handout(reading: Reading, name: PathId) -> str:
    """Give a step's checklist for paper: empty boxes, and nothing that gives an answer away."""
    return render("handout.md.j2", lists.checklist_page(reading, name), reading.labels)


def projector(reading: Reading, name: PathId) -> str:
    """Give a step's items one after the other, for a screen that a whole room can read."""
    return render("projector.md.j2", lists.checklist_page(reading, name), reading.labels)


MACROS: dict[str, Callable[..., str]] = {
    name: held for name, held in list(vars().items()) if isinstance(held, FunctionType) and held.__module__ == __name__
}
"""Every function of this module by its name."""
