"""Links to edit the file behind a page."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support import synthetic
from tests.support.built import PAGES, REPOSITORY, Site, run
from tests.support.some import some


def test_there_are_no_edit_links_without_a_repository(part: Site) -> None:
    for page in some(part.pages.values(), PAGES // 2):
        assert [one for one in some(page.elements) if "edit" in one["rel"].split() or "hb-edit" in one.classes] == []
        assert "/issues/new" not in page.source


def test_edit_links_lead_to_the_file_behind_the_page(large: Site) -> None:
    """Every page has some, but for those that are made from many files."""
    start = f"{REPOSITORY}/edit/main/"
    links = {
        path: [one["href"] for one in page.elements if one.tag == "a" and "edit" in one["rel"].split()]
        for path, page in large.language_pages.items()
    }
    addresses = some((one for held in links.values() for one in held), 2 * PAGES)
    assert [one for one in addresses if not one.startswith(start)] == []
    files = {one: large.project / one.removeprefix(start).partition("#")[0] for one in addresses}
    assert [one for one, file in files.items() if not file.is_file()] == []
    assert len([path for path, held in links.items() if held]) >= PAGES


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("cities/city-0001/", "data/cities/city-0001.yml"),
        ("lessons/open-data/", "data/lessons/open-data.yml"),
        ("planning/goals/", "data/paths/goals.yml"),
        ("planning/schedule/", "data/schedule.yml"),
        ("checklists/stocktake/", "data/paths/stocktake.yml"),
        ("glossary/", "data/glossary.yml"),
        ("about/", "content/en/about.md"),
    ],
)
def test_a_page_offers_its_own_file_for_editing(large: Site, page: str, file: str) -> None:
    held = large.page("en", page)
    (pencil,) = (one for one in held.root.all("a", "md-content__button") if "edit" in one["rel"])
    assert pencil["href"] == f"{REPOSITORY}/edit/main/{file}"
    if file.endswith(".yml"):
        assert pencil["href"] in [link["href"] for block in held.root.all(class_="hb-edit") for link in block.all("a")]


def test_every_record_on_a_shared_page_offers_its_own_file(large: Site) -> None:
    for name, folder, page in (("system", "systems", "planning/framework/"), ("domain", "domains", "planning/route/"),
                               ("implication", "implications", "implications/")):  # fmt: skip
        marked = {
            one["data-entity"].partition("/")[::2]: one for one in large.page("zh", page).root.all(having="data-entity")
        }
        held = {id_: one.one("p", "hb-edit").one("a")["href"] for (kind, id_), one in marked.items() if kind == name}
        assert held == {
            id_: f"{REPOSITORY}/edit/main/data/{folder}/{id_}.yml" for id_ in some(large.data.records[name], 4)
        }


def test_a_site_is_built_from_any_folder_with_the_forms_of_settings_that_are_usual(tmp_path: Path) -> None:
    """Paths are those of the configuration; an address for git serves, and one without the last slash."""
    synthetic.write(tmp_path / "project", 1)
    settings = {"REPO_URL": f"{REPOSITORY}.git", "EDIT_URI": "edit/main/content"}
    done = run(tmp_path, "mkdocs", "build", "--strict", "-f", "project/mkdocs.yml", "-d", "site", **settings)
    assert done.returncode == 0, done.stdout
    site = Site(tmp_path / "project" / "site", tmp_path / "project", directory_urls=True, output=done.stdout)
    offered = {
        one["href"] for page in some(site.language_pages.values(), 40) for one in page.root.all("a")
        if "edit" in one["rel"].split()
    }  # fmt: skip
    assert {one for one in some(offered, 10) if not one.startswith(f"{REPOSITORY}/edit/main/")} == set()
    files = {one: site.project / one.removeprefix(f"{REPOSITORY}/edit/main/").partition("#")[0] for one in offered}
    assert [one for one, file in files.items() if not file.is_file()] == []


def test_a_statement_offers_its_very_line(large: Site) -> None:
    """The id stands there; what only answers a question has none."""
    held = large.page("en", "cities/city-0001/")
    lines = (large.project / "data" / "cities" / "city-0001.yml").read_text(encoding="utf-8").split("\n")
    offered = {}
    for one in some(held.root.all(having="data-statement"), 10):
        (link,) = (link for link in one.all("a") if "edit" in link["rel"].split())
        offered[one["data-ref"].partition("#")[2]] = lines[int(link["href"].rpartition("#L")[2]) - 1]
    found = [f"id: {name}" in line for name, line in offered.items() if any(f"id: {name}" in line for line in lines)]
    assert all(some(found, 10))
    assert len({*offered.values()}) > 1


def test_a_setting_that_would_lead_astray_stops_the_build_in_words(tmp_path: Path) -> None:
    synthetic.write(tmp_path / "project", 1)
    done = run(tmp_path / "project", "mkdocs", "build", REPO_URL=REPOSITORY, EDIT_URI="edit/main/docs/")
    assert done.returncode == 1
    assert "EDIT_URI is 'edit/main/docs/'" in done.stdout
    assert "Traceback" not in done.stdout
    assert not (tmp_path / "project" / "site").exists()
