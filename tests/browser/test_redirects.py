"""Earlier addresses, as somebody follows them who kept one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.built import LANGUAGES, Site, build, shared, small_project
from tests.support.reading import Reader, reading
from tests.support.some import some

RENAMED = {"renamed-city": ("cities", "northport"), "renamed-step": ("paths", "framework")}
"""Earlier id → folder of the data and id of today."""


@pytest.fixture(scope="module")
def renamed(builds: Path) -> Site:
    """Return a small handbook with a renamed city, step and question."""

    def make(folder: Path) -> Site:
        project = small_project(folder / "project")
        for old, (place, name) in RENAMED.items():
            file = project / "data" / place / f"{name}.yml"
            text = file.read_text(encoding="utf-8")
            held = re.subn(r"^formerly: \[", f"formerly: [{old}, ", text, flags=re.MULTILINE)[0]
            file.write_text(held if held != text else f"{text}formerly: [{old}]\n", encoding="utf-8")
        questions = project / "data" / "dimensions.yml"
        text = re.sub(
            r"^(\w[\w-]*):\n", r"\g<0>  formerly: [earlier-\1]\n", questions.read_text("utf-8"), flags=re.MULTILINE
        )
        questions.write_text(text, encoding="utf-8")
        return build(project, folder / "site", OFFLINE="true")

    return shared(builds / "renamed", make)


@pytest.fixture
def follower(browser: object, renamed: Site) -> Iterator[Reader]:
    with reading(browser, renamed, f"{renamed.folder.as_uri()}/") as reader:  # type: ignore[arg-type]
        yield reader


ANCHORS = {
    "cities/renamed-city/": ("cities/northport/", r"m-[a-z-]+|f-earlier-[a-z-]+"),
    "checklists/renamed-step/": ("checklists/framework/", r"[gi]-renamed-step-[a-z-]+|i-framework-draft"),
}
"""Earlier address → that of today, and what was an anchor there then."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("old", ANCHORS)
def test_an_earlier_address_leads_to_the_same_place(follower: Reader, renamed: Site, language: str, old: str) -> None:
    """Page, anchor, and what was searched for; every anchor that an earlier page had is still one."""
    new, pattern = ANCHORS[old]
    anchors = [one for one in renamed.page(language, new).anchors if re.fullmatch(pattern, one)]
    for anchor in some(anchors, 3)[:4]:
        page = follower.open(language, old, f"{anchor}")
        page.wait_for_url(f"**/{renamed.path(language, new)}#{anchor}")
        page.wait_for_selector(f"[id='{anchor}']", state="attached")
    assert follower.faults == []


def test_an_earlier_address_leads_on_without_scripts(follower: Reader, renamed: Site) -> None:
    """To the page, as far as HTML can; the place on it is kept for names on a page that has not moved."""
    page = follower.open("en", "cities/renamed-city/", "m-metering", java_script_enabled=False)
    page.wait_for_url(f"**/{renamed.path('en', 'cities/northport/')}*")
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("has_scripts", [True, False])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_permanent_link_leads_to_the_record(served: Reader, online: Site, language: str, has_scripts: bool) -> None:
    """To its place on its page; a longer way inside that page is kept."""
    city = next(name for name in online.data.records["city"] if online.data.measures(name))
    anchor = f"m-{online.data.measures(city)[0]['id']}"
    link = f"{served.base}{language}/go/measure.{city}.{anchor.removeprefix('m-')}/"
    wanted = served.address(language, f"cities/{city}/", anchor)

    page = served.visit(link, java_script_enabled=has_scripts)
    page.wait_for_url(wanted)
    assert page.locator(f"[id='{anchor}']").count() == 1
    if has_scripts:
        page = served.visit(f"{link}?h=x#top")
        page.wait_for_url(f"{wanted.partition('#')[0]}?h=x#top")
