"""Bundles: what a selection holds, the command as a user runs it, and the result in a browser without a network."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sys
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner, Result

from macros.bundle import archive, make, manifest
from macros.cli import main
from macros.load import loader
from macros.load.dataset import Dataset
from macros.load.selection import VARIABLE, Edition, Selection, SelectionError, edition, select
from macros.model.source import Source
from macros.render import links
from macros.render.search import entries
from macros.render.site_map import left_out, pages
from macros.views.comparison import comparison
from macros.views.coverage import coverage
from macros.views.edition import contents
from macros.views.places import link
from macros.views.reading import Reading
from macros.views.reference import sources
from macros.views.trust import evidence
from tests.support.built import ROOT, Page, Site, copy_project, made, run, shared
from tests.support.example import block
from tests.support.example import make as make_example
from tests.support.reading import Reader, finds, reading

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PART = ("--city", "london", "--city", "paris", "--path", "stocktake")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Return the example data set, of two cities and two steps."""
    return loader.load(make_example(tmp_path_factory.mktemp("small") / "project"))[0]


def handbook(*arguments: str | Path) -> Result:
    """Run the command in this process, on the shipped handbook."""
    return CliRunner().invoke(main, ["bundle", "--root", str(ROOT), *map(str, arguments)])


@pytest.fixture(scope="session")
def part(builds: Path) -> Site:
    """Return two cities and a step as a folder."""
    return shared(builds / "bundle-part", lambda folder: made(folder / "bundle", *PART))


# What a selection holds


def test_selection_holds_its_records_and_their_sources(small: Dataset) -> None:
    """Only chosen cities and steps, what stands on their pages, and the sources that these cite."""
    held = select(small, Selection(cities=("northport",), paths=("route",)))
    cited = {one.id for one in held.references if one.kind == "source"}

    assert (list(held.city), list(held.path)) == (["northport"], ["route"])
    assert (held.system, set(held.domain)) == ({}, set(small.domain))
    assert set(held.sources) == cited
    assert held.data_date == small.data_date
    assert held.whole is small


@pytest.mark.parametrize("language", ["zh", "en"])
def test_tables_are_recomputed(small: Dataset, language: str) -> None:
    """Comparison and matrices have the chosen cities alone; totals count them."""
    reader = Reading(select(small, Selection(cities=("southbay",))), language)

    assert [column.id for column in comparison(reader).columns] == ["southbay"]
    for matrix in coverage(reader).matrices:
        assert [row.id for row in matrix.rows] == ["southbay"]
        assert {total.cities for total in matrix.totals} <= {1}
    assert "city.northport" not in {row.id for row in evidence(reader).rows}
    assert {view.id for view in sources(reader).sources} == set(reader.dataset.of(Source))


def test_what_is_left_out_keeps_its_name(small: Dataset) -> None:
    """A link to a record that is not there still says what it is called."""
    held = select(small, Selection(cities=("southbay",), paths=("route",)))
    shown = link(Reading(held, "en"), "city/northport")

    assert (shown.title, shown.href) == ("Northport", "cities/northport.md")
    assert {"cities/northport.md", "planning/framework.md", "checklists/framework.md"} <= left_out(held, "en")


@pytest.mark.parametrize(
    "selection", [Selection(cities=("southbay",), paths=("route",)), Selection(paths=("framework",))]
)
def test_every_page_of_a_selection_is_made(small: Dataset, selection: Selection) -> None:
    """No view stumbles over what is left out, and search offers only what is there."""
    held = select(small, selection)
    there = {page.path for page in pages(held, "en")}
    gone = left_out(held, "en")

    for page in pages(held, "en"):
        for target, _ in links.targets(block(held, "en", page.macro, page.argument)):
            assert target in there | gone, f"{page.path} → {target}"
    assert {entry.page for entry in entries(held, "en")} <= there


def test_cut() -> None:
    """A link to a page that is left out becomes its text, as it is marked; others stay."""
    html = '<a href="cities/x.md#m-y">X</a> <a class="hb-gloss" href="glossary.md#t">t</a>'

    assert links.cut(html, {"cities/x.md"}, "[{}]".format) == '[X] <a class="hb-gloss" href="glossary.md#t">t</a>'


@pytest.mark.parametrize(
    ("selection", "said"),
    [
        (Selection(cities=("northprt",)), "no city 'northprt'; did you mean 'northport'?"),
        (Selection(paths=("zzz",)), "no path 'zzz'; there are: framework, route"),
        (Selection(languages=("fr",)), "no language 'fr'"),
        (Selection(languages=()), "the selection is empty"),
    ],
)
def test_wrong_selection(small: Dataset, selection: Selection, said: str) -> None:
    """What does not exist is named with what is like it."""
    with pytest.raises(SelectionError, match=re.escape(said)):
        select(small, selection)


def test_nothing_to_select(small: Dataset) -> None:
    """A handbook without cities and steps gives no bundle."""
    with pytest.raises(SelectionError, match="the selection is empty"):
        select(replace(small, city={}, path={}), Selection())


def test_edition_in_the_environment() -> None:
    """The build gets what was chosen in one variable; anything else in it is refused."""
    sent = Edition(Selection(("en",), ("london",), facilitator=True), "1.0", "abc")

    assert edition({VARIABLE: sent.to_json()}) == sent
    assert edition({}) is None
    for wrong in ("{", "[]", "{}", '{"selection": {"x": []}, "version": "", "commit": ""}'):
        with pytest.raises(SelectionError, match=VARIABLE):
            edition({VARIABLE: wrong})


def test_contents_in_words(small: Dataset) -> None:
    """The stamp says what is inside."""
    held = select(small, Selection(cities=("southbay",)))

    assert "1 of 2 (Southbay)" in contents(Reading(held, "en"))
    assert contents(Reading(select(small, Selection()), "en")) == "whole handbook"


# The command


def test_summary(part: Site) -> None:
    """The end of the output says how much was made and what was left out."""
    assert "building the pages" in part.output
    assert f"{len(part.pages)} pages, {len(part.files)} files" in part.output
    assert re.search(r"left out: \d+ of \d+ cities, 3 of 4 steps, 8 of 8 systems, ", part.output)


def test_manifest(part: Site) -> None:
    """The manifest says which edition it is and lists every other file."""
    held = json.loads(part.text("manifest.json"))

    assert set(held["files"]) == set(part.files) - {"manifest.json"}
    assert held["selection"] == {"languages": ["zh", "en"], "cities": ["london", "paris"], "paths": ["stocktake"]}
    assert held["version"]
    assert held["data_date"] == part.data.newest()


def test_each_page_is_stamped(part: Site) -> None:
    """Every page's foot tells version, date of the data and selection."""
    held = json.loads(part.text("manifest.json"))

    for path, page in part.language_pages.items():
        foot = page.root.one("p", "hb-edition").text
        assert held["version"] in foot, path
        assert "2/" in foot or "2 of " in foot, path


def test_only_what_was_selected(part: Site) -> None:
    """The folder has START-HERE, the manifest, assets and the pages of the selection; the search index no others."""
    assert {path.split("/")[0] for path in part.files} == {"START-HERE.html", "manifest.json", "assets", "zh", "en"}
    assert {path for path in part.files if path.startswith("en/cities/")} == {
        "en/cities/index.html", "en/cities/london.html", "en/cities/paris.html",
    }  # fmt: skip
    for language in ("zh", "en"):
        index = json.loads(part.text(f"{language}/search/search_index.js").removeprefix("var __index = "))
        assert {f"{language}/{doc['location'].split('#')[0]}" for doc in index["docs"]} <= set(part.pages)


@pytest.mark.parametrize("site", ["whole", "part"])
def test_every_link_resolves(site: str, request: pytest.FixtureRequest) -> None:
    """Each link leads to a file in the bundle and to an anchor on it, or is shown as left out."""
    held: Site = request.getfixturevalue(site)
    broken = [f"{path} → {address}" for path, page in held.pages.items() for address in _broken(held, page)]
    marked = [one for page in held.pages.values() for one in page.root.all("span", "hb-left-out")]

    assert broken == []
    assert bool(marked) == (site == "part")
    assert all(one["title"] and one.text for one in marked if one.parent and one.parent["class"] != "hb-edition")


def _broken(held: Site, page: Page) -> Iterator[str]:
    for _, address in page.links():
        if urlsplit(address).scheme in ("http", "https", "mailto", "data"):
            continue
        path, anchor = page.target(address)
        there = path in held.files and (not anchor or path not in held.pages or anchor in held.pages[path].anchors)
        if not there and anchor not in ("__comments", "__skip"):
            yield address


def test_zip_of_one_language(tmp_path: Path) -> None:
    """Twice the same bytes; sorted plain names, short enough for Windows, all of one date; nothing of the other one."""
    files = [tmp_path / "a.zip", tmp_path / "b.zip"]
    for seed, file in zip("12", files, strict=True):
        done = run(ROOT, "macros", "bundle", *PART, "--lang", "zh", "--out", str(file), PYTHONHASHSEED=seed)
        assert done.returncode == 0, done.stdout
    left = sorted(file.name for file in tmp_path.iterdir())
    with zipfile.ZipFile(files[0]) as archive:
        archive.extractall(tmp_path / "unpacked")
        names = archive.namelist()
        assert archive.testzip() is None
        assert len({entry.date_time for entry in archive.infolist()}) == 1

    assert files[0].read_bytes() == files[1].read_bytes()
    assert names[:2] == ["START-HERE.html", "manifest.json"]
    assert names[2:] == sorted(names[2:])
    assert all(name.isascii() and len(name) <= 100 and "\\" not in name for name in names)
    assert handbook_verify(files[0]).exit_code == 0
    assert left == ["a.zip", "b.zip"]

    site = Site(tmp_path / "unpacked", ROOT, directory_urls=False, output="")
    assert not [path for path in site.files if path.startswith("en/")]
    assert not [path for path, page in site.pages.items() if page.root.all("ul", "hb-languages")]
    assert [one["hreflang"] for one in site.pages["START-HERE.html"].root.all("a", having="hreflang")] == ["zh-Hans"]


def handbook_verify(path: Path) -> Result:
    """Check a bundle."""
    return CliRunner().invoke(main, ["bundle", "--verify", str(path)])


def test_verify(part: Site, tmp_path: Path) -> None:
    """A changed byte, a missing and an extra file are each named, in a folder and in a zip."""
    copy = shutil.copytree(part.folder, tmp_path / "copy")
    assert handbook_verify(copy).exit_code == 0
    (copy / "en" / "glossary.html").unlink()
    (copy / "en" / "virus.exe").write_bytes(b"x")
    changed = copy / "zh" / "index.html"
    data = bytearray(changed.read_bytes())
    data[100] ^= 1
    changed.write_bytes(bytes(data))
    archive.pack(copy, tmp_path / "copy.zip", (2026, 1, 1))

    for path in (copy, tmp_path / "copy.zip"):
        result = handbook_verify(path)
        assert result.exit_code == 1
        assert result.output.splitlines()[:3] == [
            "missing: en/glossary.html", "extra: en/virus.exe", "changed: zh/index.html",
        ]  # fmt: skip


def test_verify_what_is_no_bundle(tmp_path: Path) -> None:
    """Folders and files of another kind, and damaged zips, are told apart without a traceback."""
    (tmp_path / "text.zip").write_text("no zip", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / manifest.NAME).write_text("[]", encoding="utf-8")

    for path in (tmp_path, tmp_path / "text.zip", tmp_path / "folder"):
        result = handbook_verify(path)
        assert result.exit_code == 1
        assert result.output.startswith("error: ")


def test_verify_a_zip_from_an_attacker(tmp_path: Path) -> None:
    """A manifest that would fill the memory is not unpacked; names that would steer a terminal do not reach it."""
    with zipfile.ZipFile(tmp_path / "big.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(manifest.NAME, b" " * 60_000_000)
    with zipfile.ZipFile(tmp_path / "names.zip", "w") as archive:
        archive.writestr(manifest.NAME, b'{"files": {}}')
        archive.writestr("\x1b[2Jx", b"")

    big, names = (handbook_verify(tmp_path / name) for name in ("big.zip", "names.zip"))
    assert (big.exit_code, names.exit_code) == (1, 1)
    assert "it is larger than 50 MB" in big.output
    assert names.output.splitlines()[0] == "extra: ?[2Jx"


@pytest.mark.skipif(sys.platform == "win32", reason="there are none there")
def test_verify_a_pipe(tmp_path: Path) -> None:
    """What would never end is not read."""
    os.mkfifo(tmp_path / "pipe")
    result = handbook_verify(tmp_path / "pipe")

    assert result.exit_code == 1
    assert "neither a file nor a folder" in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--city", "londn", "--path", "gaols"], "did you mean 'london'?\nthere is no path 'gaols'; did you mean"),
        (["--city", ""], "there is no city ''"),
        (["--lang", "fr"], "'fr' is not one of"),
        (["--single-file", "--facilitator"], "add --lang zh or --lang en"),
        (["--single-file"], "add --lang zh or --lang en"),
        (["--single-file", "--lang", "zh", "--out", "{}/x.zip"], "ends in .html for --single-file"),
        (["--out", "{}/x.html"], "ends in .html for --single-file"),
        (["--out", "{}/no/x"], "there is no folder"),
        (["--out", "{}/taken"], "exists; remove it"),
        (["--verify", "{}/taken", "--lang", "zh"], "give it alone"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str, tmp_path: Path) -> None:
    """What was ordered wrongly is said in so many words, and nothing is written."""
    (tmp_path / "taken").mkdir()
    given = [argument.replace("{}", str(tmp_path)) for argument in arguments]
    result = handbook(*given, *([] if "--out" in given or "--verify" in given else ["--out", tmp_path / "out"]))

    assert result.exit_code == 2, result.output
    assert said in result.output
    assert [file.name for file in tmp_path.iterdir()] == ["taken"]


def test_disk_full(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that is full in the middle is named, and nothing is left on it."""

    def build(_: Path, __: Edition, site: Path) -> None:
        for name in ("assets", "zh", "en"):
            (site / name).mkdir(parents=True)
            (site / name / "index.html").write_text("x", encoding="utf-8")

    def pack(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(make, "_build", build)
    monkeypatch.setattr(archive, "pack", pack)
    result = handbook("--out", tmp_path / "x.zip")

    assert (result.exit_code, list(tmp_path.iterdir())) == (1, [])
    assert "(the disk is full)" in result.output


def test_failing_build(tmp_path: Path) -> None:
    """When mkdocs fails, what it said is shown, and nothing is left."""
    project = copy_project(tmp_path / "project")
    with (project / "content" / "en" / "about.md").open("a", encoding="utf-8") as file:
        file.write("\n[nowhere](nowhere.md)\n")
    done = run(project, "macros", "bundle", "--out", str(tmp_path / "out"))

    assert done.returncode == 1, done.stdout
    assert "nowhere.md" in done.stdout
    assert [file.name for file in tmp_path.iterdir()] == ["project"]


def test_faulty_data(tmp_path: Path) -> None:
    """Faulty data give the report and no bundle."""
    project = copy_project(tmp_path / "project")
    (project / "data" / "glossary.yml").write_text("x: [", encoding="utf-8")
    done = run(project, "macros", "bundle", "--out", str(tmp_path / "out"))

    assert done.returncode == 1
    assert "data/glossary.yml:1" in done.stdout
    assert not (tmp_path / "out").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="folders are protected otherwise there")
def test_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder without the right to write to it is named."""

    def refuse(*_: object, **__: object) -> str:
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(make.tempfile, "mkdtemp", refuse)
    result = handbook("--out", tmp_path / "x")

    assert result.exit_code == 1
    assert "cannot be written: Permission denied" in result.output


# In a browser


@pytest.fixture
def folder(browser: Browser, whole: Site) -> Iterator[Reader]:
    """Return a reader of the bundle, from disk and without a network."""
    with reading(browser, whole, f"{whole.folder.as_uri()}/") as reader:
        yield reader


def test_start_here(folder: Reader) -> None:
    """Every check of the first page passes on a machine where all is well, and is worded in both languages."""
    window = folder.visit(f"{folder.base}START-HERE.html")
    window.wait_for_selector("html[data-checked]")
    checks = window.locator("[data-check]")

    assert checks.count() == 8
    assert window.locator("[data-check][data-state=good]").count() == 8
    assert window.locator("[data-result=good]:visible").count() == 8
    assert window.locator("[data-print]:visible").count() == 2


def test_start_here_tells_of_what_would_come_from_a_network(whole: Site, browser: Browser, tmp_path: Path) -> None:
    """A picture from elsewhere, which only a stylesheet names, is stopped and told."""
    for name in ("START-HERE.html", *(path for path in whole.files if path.startswith("assets/"))):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(whole.folder / name, tmp_path / name)
    with (tmp_path / "assets" / "stylesheets" / "start-here.css").open("a", encoding="utf-8") as file:
        file.write("body { background: url(https://example.org/picture.png); }")
    window = browser.new_page()
    failed = {}
    window.on("requestfailed", lambda request: failed.update({request.url: request.failure}))
    window.goto((tmp_path / "START-HERE.html").as_uri())
    window.wait_for_selector("html[data-checked]")
    told = window.locator("[data-check=network]").first.get_attribute("data-state")
    window.close()

    assert told == "bad"
    assert failed["https://example.org/picture.png"] == "csp"  # not by the refused network of the tests


def test_start_here_without_storage(folder: Reader) -> None:
    """Where nothing can be kept, the page says so."""
    window = folder.visit("about:blank")
    window.add_init_script("Storage.prototype.setItem = () => { throw new Error('full'); };")
    window.goto(f"{folder.base}START-HERE.html")
    window.wait_for_selector("html[data-checked]")

    assert window.locator("[data-check=storage] [data-result=bad]:visible").count() == 2


@pytest.mark.parametrize(("language", "query"), [("zh", "伦敦"), ("en", "London")])
def test_search_in_the_folder(folder: Reader, language: str, query: str) -> None:
    """The search of the pages answers from disk."""
    window = folder.visit(f"{folder.base}{language}/index.html")

    assert finds(window, query, folder.address(language, "cities/london/"), within=3)
