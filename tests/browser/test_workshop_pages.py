"""Pages to work on: on paper and without scripts."""

from __future__ import annotations

import pytest

from tests.support.built import LANGUAGES, Site
from tests.support.reading import Reader
from tests.support.workshop import NOTE, fill, load, name_group, pages_of, two_groups


@pytest.mark.parametrize("page", ["checklists/goals/", "assess/", "merge/"])
def test_print(page: str, opened: Reader, offline: Site) -> None:
    """On A4 nothing is wider than the paper, and no control is left."""
    window = opened.open("en", page)
    if page != "merge/":
        name_group(window)
    if page == "merge/":
        load(window, *two_groups(offline)[1])
    elif page == "assess/":
        window.locator("[data-rate] input[type=radio]").first.check()
    else:
        fill(window)
    window.set_viewport_size({"width": 680, "height": 1000})  # A4 without its margins
    window.emulate_media(media="print")
    shown = window.locator("main").get_by_role("button").or_(window.locator("main summary, main select"))
    content = window.locator("main").inner_text()

    assert [one.inner_text() for one in shown.all() if one.is_visible()] == []
    assert window.evaluate("document.documentElement.scrollWidth") <= 680
    assert page != "checklists/goals/" or NOTE.splitlines()[0] in content
    assert 1 <= pages_of(window.pdf(format="A4", prefer_css_page_size=True)) <= 8


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("page", ["checklists/goals/", "assess/", "merge/", "workshop/"])
def test_without_scripts(page: str, language: str, opened: Reader) -> None:
    """Everything stays readable, and nothing is there that would not work."""
    window = opened.open(language, page, java_script_enabled=False)
    controls = window.locator("main").locator("button, input, select, textarea")

    assert len(window.locator("main").inner_text()) > 60
    assert [one for one in controls.all() if one.is_visible()] == []
