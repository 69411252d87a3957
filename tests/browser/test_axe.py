"""Every kind of page by the rules of axe, in both languages and schemes, wide and on a telephone."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from tests.support.built import LANGUAGES
from tests.support.dossier import collect, dossier, entry, file, load, said
from tests.support.example import ROOT
from tests.support.reading import Reader
from tests.support.some import some

if TYPE_CHECKING:
    from playwright.sync_api import Page

AXE = ROOT / ".ci" / "node_modules" / "axe-core" / "axe.min.js"
WIDE = {"width": 1440, "height": 900}
NARROW = {"width": 320, "height": 740}
"""What WCAG 1.4.10 asks for: 1,280 pixels at 400 per cent."""
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
BY_LOOKS = ("color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block")
"""The rules that a width can break; all others look at the markup, which is the same."""
BY_COLOUR = ("color-contrast", "link-in-text-block")
BACKGROUND = "getComputedStyle(document.body).backgroundColor"
RUN = """async ([tags, rules]) => {
  const only = rules.length ? { type: 'rule', values: rules } : { type: 'tag', values: tags };
  const asked = { runOnly: only, preload: false, resultTypes: ['violations'] };
  const { violations, passes } = await axe.run(document, asked);
  return [passes.length, violations.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map(node => `${id}: ${node.target.join(' ')} ${node.failureSummary.split('\\n')[1] ?? ''}`))];
}"""


@pytest.fixture(scope="session")
def axe() -> str:
    """Return the text of axe."""
    if not AXE.exists():
        missing = "axe-core is not there: run '.venv/bin/npm ci --prefix .ci'"
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(missing)
    return Path(AXE).read_text(encoding="utf-8")


def faults(window: Page, axe: str, rules: tuple[str, ...] = ()) -> list[str]:
    """Return what axe has against a page as it is seen now: by all rules, or by some."""
    window.evaluate(axe + "\n;0")
    passed, found = window.evaluate(RUN, [TAGS, rules])
    assert passed > 0, "axe looked at nothing"
    held: list[str] = found
    return held


def unfold(window: Page) -> None:
    """Open all that is folded."""
    window.evaluate("document.querySelectorAll('.md-content details').forEach(one => { one.open = true; })")


@pytest.mark.parametrize("half", [0, 1])
@pytest.mark.parametrize("language", LANGUAGES)
def test_axe_finds_no_fault(served: Reader, axe: str, language: str, half: int) -> None:
    """The page is folded on a telephone; unfolded on a wide screen, all rules look at it, those of colours twice."""
    found: dict[tuple[str, str], list[str]] = {}
    for kind in some(served.site.kinds(language), 20)[half::2]:
        window = served.open(language, kind, color_scheme="light", viewport=NARROW, reduced_motion="reduce")
        found[kind, "narrow"] = faults(window, axe, BY_LOOKS)
        window.set_viewport_size(WIDE)  # type: ignore[arg-type]
        unfold(window)
        found[kind, "wide"] = faults(window, axe)
        if language == "zh":  # colours are the same in both
            light = window.evaluate(BACKGROUND)
            window.emulate_media(color_scheme="dark")
            window.wait_for_function(f"light => {BACKGROUND} !== light", arg=light)
            found[kind, "dark"] = faults(window, axe, BY_COLOUR)
        window.context.close()
    assert {place: held for place, held in some(found.items(), 20) if held} == {}


@pytest.mark.parametrize(("language", "scheme"), [("zh", "dark"), ("en", "light")])
def test_axe_finds_no_fault_in_both_languages_side_by_side(
    served: Reader, axe: str, language: str, scheme: Any
) -> None:
    """On a telephone; the rules that look at the markup see more of it here, but none of another kind."""
    found: dict[str, list[str]] = {}
    for kind in some(served.site.kinds(language), 20)[::4]:
        window = served.open(language, kind, color_scheme=scheme, viewport=NARROW, reduced_motion="reduce")
        window.locator("[data-both]").click()
        window.locator("article .hb-twin").first.wait_for(state="attached")
        found[kind] = faults(window, axe, BY_LOOKS)
        window.context.close()
    assert {place: held for place, held in some(found.items(), 5) if held} == {}


@pytest.mark.parametrize(("language", "scheme"), [("zh", "light"), ("en", "dark")])
def test_axe_finds_no_fault_in_collecting(served: Reader, axe: str, language: str, scheme: Any) -> None:
    """On the pages from which is collected, and in the dossier with something of each kind."""
    window = served.open(language, "", color_scheme=scheme, viewport=NARROW, reduced_motion="reduce")
    found: dict[str, list[str]] = {}
    for page, selector in (("cities/london/", ".hb-measure > [data-ref]"), ("checklists/goals/", "[data-item]")):
        window.goto(served.address(language, page))
        collect(window, selector)
        found[page] = faults(window, axe)
    dossier(served, window, language, 2)
    load(window, file(entry("city/nowhere", "x", language=language), entry("city/london", "x", language=language)))
    said(window, 4)
    found["narrow"] = faults(window, axe)
    window.set_viewport_size(WIDE)  # type: ignore[arg-type]
    found["wide"] = faults(window, axe)
    assert {place: held for place, held in some(found.items(), 4) if held} == {}
