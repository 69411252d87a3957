"""The feed of what was newly checked: Atom, on a site whose address is known."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.support.built import LANGUAGES, PAGES, SITE_URL, Site, build, small_project, twice
from tests.support.some import some

ATOM = "{http://www.w3.org/2005/Atom}"


def _feed(site: Site, language: str) -> ET.Element:
    return ET.fromstring(site.text(f"{language}/atom.xml"))  # noqa: S314 - we wrote it


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_has_what_atom_asks_for(large: Site, language: str) -> None:
    root = _feed(large, language)
    entries = some(root.findall(f"{ATOM}entry"), 20)

    assert root.tag == f"{ATOM}feed"
    assert root.attrib["{http://www.w3.org/XML/1998/namespace}lang"] == LANGUAGES[language]
    for one in [root, *entries]:
        for name in ("id", "title", "updated"):
            assert [held.text for held in one.findall(f"{ATOM}{name}")] not in ([], [None]), name
        assert [link.attrib["href"] for link in one.findall(f"{ATOM}link[@rel='alternate']")] != []
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    own = root.find(f"{ATOM}link[@rel='self']")
    assert own is not None
    assert own.attrib["href"] == f"{SITE_URL}{language}/atom.xml" == root.findtext(f"{ATOM}id")


@pytest.mark.parametrize("language", LANGUAGES)
def test_its_entries_are_of_the_data_and_lead_to_their_records(large: Site, language: str) -> None:
    entries = some(_feed(large, language).findall(f"{ATOM}entry"), 20)
    links = [link.attrib["href"] for one in entries for link in one.findall(f"{ATOM}link")]
    days = [one.findtext(f"{ATOM}updated", "")[:10] for one in entries]

    assert [link for link in links if f"{link.removeprefix(SITE_URL)}index.html" not in large.files] == []
    assert twice([one.findtext(f"{ATOM}id", "") for one in entries]) == []
    assert days == sorted(days, reverse=True)
    assert days[0] <= large.data.newest()


def test_every_page_and_the_evidence_name_it(online: Site) -> None:
    for page in some(online.language_pages.values(), PAGES):
        (named,) = (one for one in page.elements if one["type"] == "application/atom+xml" and one.tag == "link")
        assert page.target(named["href"])[0] == f"{page.language}/atom.xml"
    for language in LANGUAGES:
        page = online.page(language, "evidence/")
        links = [page.target(one["href"])[0] for one in page.content.all("a") if one["type"] == "application/atom+xml"]
        assert links == [f"{language}/atom.xml"]


def test_there_is_none_where_no_address_is_known(offline: Site, whole: Site, tmp_path: Path) -> None:
    for site in (offline, whole, build(small_project(tmp_path / "project"), tmp_path / "site")):
        assert [path for path in some(site.files) if path.endswith("atom.xml")] == []
        assert [
            page.path
            for page in some(site.pages.values(), 20)
            if "atom.xml" in page.source or "atom+xml" in page.source
        ] == []
