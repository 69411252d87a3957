"""Every script of ours: where it lies, what it needs and who carries it. They load in the order of the table."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from enum import Flag, auto
from pathlib import Path

FOLDER = "javascripts"
"""Where they lie below `assets/`."""
ITEMS = "handbook-items.{language}.js"
TEXTS = "handbook-texts.{language}.js"
"""What the build writes for scripts below `assets/`: what there is to work on, and the titles of it."""
FORM = "form/{name}.js"
"""Likewise: what the form for editors knows, a script a language (`zh`), and the records of a file of data/ each."""
FORM_ALONE = "form/handbook-form-{language}.html"
"""Likewise: that form in one language as one file, to take away."""
MARKS = "handbook-marks.{language}.js"
"""Likewise: name, place and fingerprints of all records, by which a dossier tells what has changed."""
TABLES = "compare-tables.js"
"""What the build writes below a language's folder: the tables of all pages of the comparison, as one script."""
FURTHER = "list-{list}.js"
"""What the build writes below a language's folder: the entries of a list's further pages."""
EVERY_PAGE = "handbook.css"
FRAME = "frame.css"
"""The sheet of every page. On a site it has the theme's and the frame's, too, since one packs better than three."""
FIGURES = "figures.css"
STYLES = {
    "home": ("home.css",),
    "city": ("city.css", FIGURES),
    "compare": ("compare.css",),
    "coverage": ("tables.css", FIGURES),
    "dossier": ("dossier.css",),
    "rules": ("rules.css",),
    **dict.fromkeys(("cities", "evidence", "schedule", "step"), (FIGURES,)),
}
"""Macro → the sheets that its page needs besides that of every page and those of scripts."""
WORKED_ON = ("all_indicators", "checklist", "checklists", "implications", "lesson")
"""Macros whose pages have items to tick. Their scripts wait until a reader wants to."""
LISTS = (
    "all_indicators", "cities", "coverage", "evidence", "findings", "glossary", "legal_duties", "similar", "sources",
)  # fmt: skip
"""Macros whose pages have a list that narrows."""
_FORM_PARTS = (
    "change", "choose", "controls", "draft", "fields", "known", "lists", "order", "places", "records", "rules", "shown",
    "told",
)  # fmt: skip
"""What the script of the form for editors takes in."""
_TAKEN_IN = re.compile(r"^ */\* ([a-z]+/[a-z-]+\.js) \*/$", re.MULTILINE)
"""A line that stands for the text of another script."""
REDIRECT = "theme/redirect.js"
"""The script of the pages at earlier addresses."""


class Use(Flag):
    """Who carries a script, besides the pages of single macros and whatever carries a script that needs it."""

    NONE = 0
    FIRST = auto()
    """Every page, before anything is painted."""
    EVERY = auto()
    """Every page, after all that is seen."""
    SINGLE = auto()
    """The single file."""
    TOP = auto()
    """The single file, before all that is seen."""
    START = auto()
    """START-HERE of a bundle."""
    LATER = auto()
    """Nobody: a page or a script asks for it when the time has come."""
    PART = auto()
    """Nobody: others take its text in."""


@dataclass(frozen=True)
class Script:
    """A row of the table."""

    path: str
    """Below the folder."""
    use: Use = Use.NONE
    pages: tuple[str, ...] = ()
    """Macros whose pages carry it."""
    needs: tuple[str, ...] = ()
    """Paths of those that have to run before."""
    reads: tuple[str, ...] = ()
    """What the build writes that has to run before."""
    style: str = ""
    """The sheet that goes with it, below `assets/stylesheets/`."""
    disk_only: bool = False
    """Whether only pages need it that are opened from disk."""
    at_once: bool = False
    """Whether it does not wait on pages that are worked on."""
    facilitator: bool = False
    """Whether only editions with the facilitator's pages have it."""
    bundled: bool = True
    """Whether bundles have the pages that carry it."""


WORKING = ("features/tools.js", "features/groups.js")
"""What everything needs that a group fills in."""
TABLE = (
    Script("core/watch.js", Use.FIRST | Use.TOP | Use.START),
    Script("theme/scheme.js", Use.FIRST),
    Script("single/whole.js", Use.TOP),
    Script("single/scheme.js", Use.TOP),
    Script("core/fold.js", Use.PART),
    Script("core/load-script.js", Use.PART),
    Script("core/entries.js", Use.PART),
    Script("features/ticks.js", Use.PART),
    Script("features/cells.js", Use.PART),
    Script("features/blocks.js", Use.PART),
    Script("features/problems.js", Use.PART),
    Script("features/unanswered.js", Use.PART),
    Script("features/clip.js", Use.PART),
    Script("core/clipboard.js", Use.PART),
    Script("core/crc.js", Use.PART),
    Script("core/row-note.js", Use.PART),
    Script("core/snapshot.js", Use.PART),
    Script("core/dossier-file.js", Use.PART),
    *(
        Script(f"features/{one}.js", Use.PART)
        for one in ("since", "dossier-whole", "dossier-out", "dossier-entry", "dossier-tools")
    ),
    Script("core/dom.js", Use.EVERY),
    Script("core/words.js", needs=("core/dom.js",), reads=(ITEMS,)),
    Script("core/sheet.js", needs=("core/dom.js",)),
    Script("core/record.js", needs=("core/words.js",)),
    Script("core/join.js", needs=("core/record.js",)),
    Script("core/checking.js", needs=("core/join.js",)),
    Script("core/reading.js", needs=("core/checking.js",), style="workshop.css"),
    Script("core/store.js", needs=("core/reading.js",)),
    Script("features/panel.js", needs=("core/store.js",)),
    Script("features/tools.js", needs=("features/panel.js",)),
    Script("features/groups.js", needs=("features/panel.js",)),
    Script("features/changes.js", Use.LATER | Use.SINGLE, needs=("features/panel.js",)),
    Script("features/own.js", Use.LATER | Use.SINGLE, needs=("features/panel.js",)),
    Script("features/transfer.js", Use.LATER | Use.SINGLE, needs=("features/panel.js",)),
    Script("features/copy.js", Use.LATER, needs=("features/panel.js",)),
    Script("single/copy.js", Use.SINGLE, needs=("features/panel.js",)),
    Script(
        "features/checklist.js",
        Use.SINGLE,
        tuple(one for one in WORKED_ON if one != "all_indicators"),
        needs=(*WORKING, "core/sheet.js"),
    ),
    Script("features/worksheet.js", Use.SINGLE, ("all_indicators",), needs=(*WORKING, "core/sheet.js")),
    Script("features/figure.js", Use.LATER | Use.SINGLE, needs=("core/words.js",), style="report.css"),
    Script("features/assess.js", Use.SINGLE, ("assess",), needs=WORKING, style="report.css"),
    Script("features/report.js", Use.LATER, needs=("core/reading.js", "core/sheet.js")),
    Script("features/gathered.js", needs=("core/reading.js",)),
    Script("features/merged.js", needs=("features/figure.js", "features/report.js")),
    Script("features/kept.js", needs=("core/words.js",)),
    Script(
        "features/merge.js", Use.SINGLE, ("merge",), ("features/gathered.js", "features/merged.js", "features/kept.js")
    ),
    Script("features/begin.js", pages=WORKED_ON, needs=("core/dom.js",), at_once=True),
    Script("core/dossier.js", Use.LATER, needs=("core/words.js",)),
    Script("features/collect.js", Use.LATER | Use.SINGLE, needs=("core/dossier.js",), style="collect.css"),
    Script("features/dossier.js", Use.SINGLE, ("dossier",), needs=("core/dossier.js",), style="workshop.css"),
    Script("features/told.js", Use.LATER),
    Script("core/shared.js", pages=(*WORKED_ON, "assess", "dossier"), needs=("core/dom.js",), disk_only=True),
    Script(
        "features/projector.js", Use.SINGLE, ("projector",), ("core/dom.js",), style="projector.css", facilitator=True
    ),
    Script("theme/search-query.js", Use.PART),
    Script("theme/engine.js", Use.PART),
    Script(
        "features/sheets.js", Use.SINGLE, ("checklist", "handout"), ("core/dom.js",), style="workshop.css", at_once=True
    ),
    Script("features/agenda.js", Use.SINGLE, ("agenda",), ("core/dom.js",), style="agenda.css", facilitator=True),
    Script("theme/search-worker.js", Use.LATER),
    Script(REDIRECT, Use.LATER),
    Script("theme/missing.js", Use.LATER),
    Script("single/pages.js", Use.SINGLE, needs=("features/panel.js",), style="single.css"),
    Script("theme/conveniences.js", Use.EVERY | Use.SINGLE, needs=("core/dom.js",)),
    Script("features/collecting.js", Use.EVERY | Use.SINGLE, needs=("core/dom.js",)),
    Script("features/drawers.js", Use.EVERY | Use.SINGLE, needs=("core/dom.js",)),
    Script("theme/widgets.js", Use.EVERY, needs=("core/dom.js",)),
    Script("features/cite.js", Use.LATER, needs=("core/dom.js",)),
    Script("theme/search.js", Use.EVERY, needs=("theme/widgets.js",)),
    Script("theme/scrolling.js", Use.EVERY, needs=("core/dom.js",)),
    Script("features/sides.js", Use.EVERY, needs=("core/dom.js",)),
    Script("features/twins.js", Use.LATER, style="sides.css"),
    Script("theme/results.js", Use.LATER),
    Script("theme/marks.js", Use.LATER),
    Script("features/compare.js", Use.SINGLE, ("compare",), needs=("theme/conveniences.js", "core/sheet.js")),
    Script("core/facets.js", Use.PART),
    Script("core/further.js", Use.PART),
    Script("core/order.js", Use.PART),
    Script("core/list-form.js", Use.PART),
    Script("core/say-once.js", Use.PART),
    Script("features/lists.js", Use.SINGLE, LISTS, ("core/dom.js",), style="lists.css", at_once=True),
    *(Script(f"features/form-{one}.js", Use.PART) for one in _FORM_PARTS),
    Script("features/form.js", pages=("form",), bundled=False, needs=("core/dom.js",), style="form.css"),
    Script("features/trial.js", needs=("core/dom.js",)),
    Script("features/preflight.js", Use.START, needs=("features/trial.js",)),
)
SEARCH = "theme/search-worker.js"
"""What searches, in a worker or in a page."""


def text(folder: Path, path: str) -> str:
    """Return the text of a script in the folder of all, with that of the scripts that it takes in."""
    held = (folder / path).read_text(encoding="utf-8")
    return _TAKEN_IN.sub(lambda found: text(folder, found[1]), held)


def used(use: Use) -> tuple[Script, ...]:
    """Return what a place carries, in order."""
    return _whole(one for one in TABLE if use & one.use)


def of_page(macros: Collection[str], *, disk: bool) -> tuple[Script, ...]:
    """Return what a page that calls these macros carries besides what every page does, in order."""
    common = used(Use.EVERY)
    wanted = _whole(one for one in TABLE if set(macros) & set(one.pages) and disk >= one.disk_only)
    return tuple(one for one in wanted if one not in common)


def loads(macros: Collection[str], language: str, *, disk: bool) -> dict[str, list[str]]:
    """Return as front matter the scripts and styles that a page with these macros needs besides those of every page.

    `later` has those that wait for a reader.
    """
    own = list(dict.fromkeys(style for macro, held in STYLES.items() if macro in macros for style in held))
    whole = of_page(macros, disk=disk)
    at_once = of_page(set(macros) - set(WORKED_ON), disk=disk)
    first = tuple(one for one in whole if one in at_once or one.at_once)
    later = [name for name in addresses(whole, language) if name not in addresses(first, language)]
    named = {"scripts": addresses(first, language), "later": later, "styles": [*own, *styles(whole)]}
    return {kind: names for kind, names in named.items() if names}


def single(*, facilitator: bool) -> tuple[Script, ...]:
    """Return what the single file carries, in order; `facilitator` tells whether it has the facilitator's pages."""
    return tuple(one for one in used(Use.SINGLE) if facilitator >= one.facilitator)


def tried(languages: Sequence[str], *, facilitator: bool) -> list[str]:
    """Return the addresses of what START-HERE starts besides its own: all that single pages carry or ask for later.

    What there is to work on comes first, in each language; the scripts work on what came last.
    """
    texts = [name.format(language=language) for language in languages for name in (TEXTS, ITEMS)]
    wanted = (one for one in TABLE if one.pages or (one.use & Use.LATER and one.needs))
    others = (*used(Use.START), *used(Use.EVERY))
    held = [one for one in _whole(wanted) if one not in others and facilitator >= one.facilitator and one.bundled]
    return list(dict.fromkeys((*texts, *addresses(held, languages[-1]))))


def unneeded(*, facilitator: bool) -> tuple[Script, ...]:
    """Return what a folder needs nothing of: the single file's own, and what only pages carry that it has not."""
    others = Use.FIRST | Use.EVERY | Use.START | Use.LATER
    held = _whole(
        one for one in TABLE if (others & one.use or one.pages) and facilitator >= one.facilitator and one.bundled
    )
    return tuple(one for one in TABLE if one not in held and not one.use & Use.PART)


def addresses(scripts: Iterable[Script], language: str = "") -> list[str]:
    """Return the addresses of scripts below `assets/`, each after what the build has written for it."""
    named = [name for one in scripts for name in (*one.reads, f"{FOLDER}/{one.path}")]
    return [name.format(language=language) for name in dict.fromkeys(named)]


def styles(scripts: Iterable[Script]) -> list[str]:
    """Return the sheets that go with scripts, below `assets/stylesheets/`."""
    return list(dict.fromkeys(one.style for one in scripts if one.style))


def _whole(wanted: Iterable[Script]) -> tuple[Script, ...]:
    """Add all that is needed, and order it."""
    waiting, held = [one.path for one in wanted], set[str]()
    by_path = {one.path: one for one in TABLE}
    while waiting:
        path = waiting.pop()
        if path not in held:
            held.add(path)
            waiting += by_path[path].needs
    return tuple(one for one in TABLE if one.path in held)
