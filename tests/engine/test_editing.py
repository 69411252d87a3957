"""The addresses at which the files behind the pages are edited."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from mkdocs.structure.pages import Page

from macros.engine import editing

REPOSITORY = "https://git.example.org/team/handbook"


@pytest.mark.parametrize(
    ("uri", "root"),
    [
        (None, f"{REPOSITORY}/edit/main/"),
        ("edit/main/content/", f"{REPOSITORY}/edit/main/"),
        ("edit/main/content", f"{REPOSITORY}/edit/main/"),
        ("edit/main/handbook/content/", f"{REPOSITORY}/edit/main/handbook/"),
        ("content/", f"{REPOSITORY}/"),
        ("/elsewhere/content/", "https://git.example.org/elsewhere/"),
        ("?query=root/content/", f"{REPOSITORY}?query=root/"),
        ("?path=content/", f"{REPOSITORY}?path="),
        ("#root/content", f"{REPOSITORY}#root/"),
        ("https://edit.example.org/handbook/content", "https://edit.example.org/handbook/"),
        ("https://edit.example.org/?file=handbook/content/", "https://edit.example.org/?file=handbook/"),
    ],
)
def test_every_form_that_the_engine_takes_leads_to_pages_and_to_data(uri: str | None, root: str) -> None:
    """Pages get the address that MkDocs would make; the data lie beside their folder."""
    address = editing.addresses(REPOSITORY, "content", {} if uri is None else {"EDIT_URI": uri})
    page = SimpleNamespace(file=SimpleNamespace(edit_uri="zh/about.md"))
    Page._set_edit_url(page, REPOSITORY, (uri or editing.DEFAULT).removesuffix("/") + "/")  # noqa: SLF001 - the measure

    assert address
    assert address("content/zh/about.md") == page.edit_url == f"{root}content/zh/about.md"
    assert address("data/cities/london.yml") == f"{root}data/cities/london.yml"


@pytest.mark.parametrize(
    ("uri", "address"),
    [
        ("edit/main/content/{path}?mode=edit", f"{REPOSITORY}/edit/main/data/cities/london.yml?mode=edit"),
        ("https://ed.example.org/?f=content%2F{path!q}", "https://ed.example.org/?f=data%2Fcities%2Flondon.yml"),
    ],
)
def test_a_template_says_where_the_path_goes(uri: str, address: str) -> None:
    given = editing.addresses(REPOSITORY, "content", {"EDIT_URI": uri})

    assert given
    assert given("data/cities/london.yml") == address


@pytest.mark.parametrize(
    "uri",
    ["edit/main/", "edit/main/docs/", "edit/main/mycontent/", "content/{path_noext}", "a b/content/", 'x"/content/'],
)
def test_what_would_lead_astray_is_refused_in_words(uri: str) -> None:
    with pytest.raises(editing.SettingError) as raised:
        editing.addresses(REPOSITORY, "content", {"EDIT_URI": uri})

    assert f"EDIT_URI is '{uri}'; it must lead to the folder content/" in str(raised.value)


@pytest.mark.parametrize("url", [f"{REPOSITORY}/", f"{REPOSITORY}.git", f"{REPOSITORY}.git/", REPOSITORY])
def test_the_address_for_git_is_that_of_the_pages(url: str) -> None:
    assert editing.repository(url) == REPOSITORY


@pytest.mark.parametrize(
    "url", ["git@git.example.org:team/handbook.git", "ssh://git.example.org/x", "https://me:key@git.example.org/x"]
)
def test_an_address_that_is_none_of_a_page_is_refused(url: str) -> None:
    with pytest.raises(editing.SettingError, match="REPO_URL"):
        editing.repository(url)


@pytest.mark.parametrize(("repository", "environment"), [("", {}), (REPOSITORY, {"EDIT_URI": ""})])
def test_nothing_is_edited_without_an_address(repository: str, environment: dict[str, str]) -> None:
    assert editing.addresses(repository, "content", environment) is None
