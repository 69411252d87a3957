"""Ready-made bundles, which a publishing build puts beside the pages for those who have no Python."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from macros import workers
from macros.bundle.make import Build, Order, Say, imprint, make_bundle
from macros.export import plan, tables
from macros.load.dataset import Dataset, Download
from macros.load.selection import Selection, select
from macros.output import IN_BUNDLES
from macros.problems import Said
from macros.render.common import Common, Work, common
from macros.views.reading import Reading
from macros.wording import LANGUAGES

FOLDER = "bundles"
"""Where they lie below the site's root."""
SUMS = "SHA256SUMS"
"""The file that `sha256sum --check` reads."""
_BLOCK = 1 << 20


@dataclass(frozen=True)
class Published:
    """What was made."""

    downloads: tuple[Download, ...]
    common: Common
    """What the pages of the bundles and those of the site have in common."""


def make(root: Path, dataset: Dataset, folder: Path, say: Say, build: Build | None = None) -> Published:
    """Make all of them below `folder`, which exists; BundleError or OSError when one fails.

    Who takes a zip away leads a workshop, so it has the facilitator's pages; the single file goes to the groups.
    """
    say(Said("making what the pages of all bundles have in common …", "正在制作各离线包页面的共同部分……"))
    zips = [Selection(languages, facilitator=True) for languages in (*((one,) for one in LANGUAGES), LANGUAGES)]
    files = [Selection((language,)) for language in LANGUAGES]
    dataset.prepare_for_pages()  # or each process would
    parts = [select(dataset, selection) for selection in (*zips, *files)]
    shared = common(*parts, dataset, more=_outline)
    of_zips = shared.and_also(_tables(root, parts[0]))
    orders = [
        *(_order(root, dataset, selection, folder, of_zips, single=False) for selection in zips),
        *(_order(root, dataset, selection, folder, shared, single=True) for selection in files),
    ]
    longest = sorted(orders, key=lambda one: -len(one.selection.languages))  # first, or one core would wait for it
    told = [(f"{number}/{len(orders)}", one) for number, one in enumerate(longest, 1)]
    done = {one.name: one for one in workers.each(functools.partial(_make, say, build), told, apart=True)}
    made = tuple(done[one.target.name] for one in orders)
    lines = "".join(f"{one.digest}  {one.name}\n" for one in made)
    (folder / SUMS).write_text(lines, encoding="utf-8", newline="\n")
    return Published(made, shared)


def _outline(reading: Reading) -> Iterator[Work]:
    yield ("outline", reading.language), functools.partial(plan.word, reading.dataset, reading.language)


def _tables(root: Path, part: Dataset) -> Iterator[Work]:
    """Yield the tables of editions that differ in their languages alone."""
    told = replace(imprint(root), formats=IN_BUNDLES)
    for language in LANGUAGES:
        reading = Reading(part.told(imprint=told).common(("languages",)), language)
        yield ("tables", language, IN_BUNDLES), functools.partial(_written, reading)


def _written(reading: Reading) -> list[tuple[str, bytes]]:
    return list(tables.files(reading, reading.dataset.imprint.formats))


def _order(root: Path, dataset: Dataset, selection: Selection, folder: Path, shared: Common, *, single: bool) -> Order:
    name = f"handbook-{'-'.join(selection.languages)}{'.html' if single else '.zip'}"
    return Order(root, dataset, selection, folder / name, single, shared)


def _make(say: Say, build: Build | None, numbered: tuple[str, Order]) -> Download:
    number, order = numbered
    file = order.target
    say(Said(f"making {FOLDER}/{file.name} ({number}) …", f"正在制作{FOLDER}/{file.name}（{number}）……"))
    make_bundle(order, lambda _: None, build)
    return Download(file.name, order.selection.languages, order.single, file.stat().st_size, _digest(file))


def _digest(file: Path) -> str:
    with file.open("rb") as held:
        return hashlib.file_digest(held, "sha256").hexdigest()
