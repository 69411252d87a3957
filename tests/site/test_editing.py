"""Links to edit the file behind a page."""

from __future__ import annotations

import pytest

from tests.support.built import REPOSITORY, Site


def test_there_are_no_edit_links_without_a_repository(online: Site, offline: Site) -> None:
    for page in (*online.pages.values(), *offline.pages.values()):
        assert [one for one in page.elements if "edit" in one["rel"].split() or "hb-edit" in one.classes] == []
        assert "/issues/new" not in page.source


def test_edit_links_lead_to_the_file_behind_the_page(large: Site) -> None:
    start = f"{REPOSITORY}/edit/main/"
    for page in large.language_pages.values():
        links = [one["href"] for one in page.elements if one.tag == "a" and "edit" in one["rel"].split()]
        assert [one for one in links if not one.startswith(start)] == [], page.path
        gone = [one for one in links if not (large.project / one.removeprefix(start)).is_file()]
        assert gone == [], page.path


@pytest.mark.parametrize(
    ("page", "file"),
    [
        ("cities/city-0001/", "data/cities/city-0001.yml"),
        ("lessons/open-data/", "data/lessons/open-data.yml"),
        ("planning/goals/", "data/paths/goals.yml"),
        ("planning/schedule/", "data/schedule.yml"),
        ("checklists/stocktake/", "data/paths/stocktake.yml"),
        ("glossary/", "data/glossary.yml"),
        ("sources/", "data/sources.yml"),
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
        for one in large.page("zh", page).root.all(having="data-entity"):
            kind, _, held = one["data-entity"].partition("/")
            if kind == name:
                assert one.one("p", "hb-edit").one("a")["href"] == f"{REPOSITORY}/edit/main/data/{folder}/{held}.yml"
