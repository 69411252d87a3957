"""What pages and START-HERE say where a browser lacks something or a script cannot start."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.views import browsers
from tests.support.built import Site
from tests.support.reading import PATIENCE, Reader
from tests.support.some import some
from tests.support.workshop import name_group, saved

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

    Visit = Callable[[str, str], Page]

OLD = "delete Object.hasOwn"
"""What an older browser lacks."""
SAID = "[...document.querySelectorAll('[data-lacking]')].map(one => one.checkVisibility() ? one.innerText : '')"
KEPT = "[{...localStorage}, {...sessionStorage}]"
DAMAGED = (
    "core/watch.js",
    "core/dom.js",
    "core/join.js",
    "features/checklist.js",
    "features/copy.js",
    "features/trial.js",
)
"""Those of START-HERE itself, and of other pages one of each kind."""
SCRIPTS = "assets/javascripts"


@pytest.fixture
def visit(browser: Browser) -> Iterator[Visit]:
    """Return what opens an address after a script has run; errors are what is looked for."""
    context = browser.new_context()
    context.set_default_timeout(PATIENCE)

    def opened(address: str, first: str) -> Page:
        window = context.new_page()
        window.add_init_script(first)
        window.goto(address)
        return window

    yield opened
    context.close()


@pytest.fixture
def copy(whole: Site, tmp_path: Path) -> Path:
    """Return a copy of the bundle that may be damaged."""
    return Path(shutil.copytree(whole.folder, tmp_path / "copy"))


def checks(window: Page) -> dict[str, str]:
    """Return what START-HERE found, which is the same in both languages."""
    window.wait_for_selector("html[data-checked]")
    found = window.locator("[data-check]").evaluate_all("all => all.map(one => [one.dataset.check, one.dataset.state])")
    held = dict(some(found))
    assert found == [list(one) for one in held.items()] * 2
    shown = window.locator("[data-check]").evaluate_all(
        "all => all.map(one => [...one.querySelectorAll('[data-result]')].filter(one => one.checkVisibility()).length)"
    )
    assert set(shown) == {1}
    return held


def test_a_browser_that_lacks_something_is_told_on_every_page(visit: Visit, opened: Reader) -> None:
    for language in ("zh", "en"):
        for kind in some(opened.site.kinds(language), 20):
            window = visit(opened.address(language, kind), OLD)
            assert "Object.hasOwn" in window.locator(".hb-lacking [data-lacking]").inner_text(), kind
            assert browsers.oldest().safari in window.locator(".hb-lacking").inner_text()
            window.close()


@pytest.mark.parametrize("name", some(browsers.CHECKED))
def test_whatever_is_lacking_is_named(name: str, visit: Visit, opened: Reader) -> None:
    lose = f"delete {name}" if "(" not in name else "RegExp = () => { throw new SyntaxError('lookbehind'); }"
    window = visit(opened.address("en", "glossary/"), lose)

    assert name in window.evaluate(SAID)[0].split(", ")


def test_where_nothing_is_lacking_nothing_is_said(opened: Reader) -> None:
    window = opened.open("zh", "checklists/framework/")

    assert window.locator(".hb-lacking").count() == 1
    assert window.evaluate(SAID) == [""]


def test_start_here_in_a_browser_that_lacks_something(visit: Visit, whole: Site) -> None:
    """It names that, and where a group would fail, and does not call it good."""
    window = visit((whole.folder / "START-HERE.html").as_uri(), OLD)
    found = checks(window)

    assert [found["scripts"], found["record"]] == ["bad", "bad"]
    assert all("Object.hasOwn" in said for said in some(window.evaluate(SAID), 2))
    assert window.locator("[data-step=start]:visible").count() == 2
    assert window.evaluate(KEPT) == [{}, {}]


def damage(file: Path, how: str) -> None:
    """Cut a script off in the middle, or take it away."""
    text = file.read_text(encoding="utf-8")
    file.unlink()
    if how == "cut":
        file.write_text(text[: len(text) // 2], encoding="utf-8")


@pytest.mark.parametrize("how", ["cut", "gone"])
@pytest.mark.parametrize("name", DAMAGED)
def test_start_here_with_a_damaged_script(name: str, how: str, visit: Visit, copy: Path) -> None:
    damage(copy / SCRIPTS / name, how)
    window = visit((copy / "START-HERE.html").as_uri(), "")
    if name == "core/dom.js":  # without which it cannot try anything
        window.wait_for_load_state()
        assert window.locator("[data-state=good]").count() == 0
    else:
        found = checks(window)
        assert [found["scripts"], found["record"]] == ["bad", "bad"]
    if name != "core/watch.js":
        assert all(Path(name).name in said for said in some(window.evaluate(SAID), 2))


@pytest.mark.parametrize("how", ["cut", "gone"])
@pytest.mark.parametrize("name", ["features/begin.js", "theme/search.js"])
def test_a_page_with_a_damaged_script(name: str, how: str, visit: Visit, copy: Path) -> None:
    damage(copy / SCRIPTS / name, how)
    window = visit((copy / "en" / "checklists" / "goals.html").as_uri(), "")

    assert window.evaluate(SAID) == [Path(name).name]


@pytest.mark.parametrize("how", ["cut", "gone"])
@pytest.mark.parametrize("name", ["core/words.js", "features/checklist.js", "core/shared.js"])
def test_a_script_that_comes_late_and_is_damaged(name: str, how: str, visit: Visit, copy: Path) -> None:
    """The page says so and gives the button back, which works once the script is whole again."""
    file = copy / SCRIPTS / name
    text = file.read_text(encoding="utf-8")
    damage(file, how)
    window = visit((copy / "en" / "checklists" / "goals.html").as_uri(), "")
    button = window.get_by_role("button", name="Tick and take notes here")
    button.click()
    window.locator("[data-work] [role=alert]").wait_for()

    assert Path(name).name in window.evaluate(SAID)[0]
    file.write_text(text, encoding="utf-8")
    button.click()
    window.locator(".hb-choice input").wait_for()
    assert window.evaluate(SAID) == [""]


def test_what_has_nothing_to_do_with_starting_is_not_told(opened: Reader) -> None:
    """A later error is none of a start, and scripts of extensions are none of ours."""
    window = opened.open("en", "glossary/")
    window.evaluate("""() => {
      const script = document.createElement('script');
      script.src = 'data:text/javascript,0';
      document.head.append(script);
      return new Promise(done => { script.onerror = done; });
    }""")
    window.evaluate("dispatchEvent(new ErrorEvent('error', { message: 'late' }))")

    assert window.evaluate(SAID) == [""]
    opened.faults.clear()


def test_start_here_leaves_the_reader_s_own_alone(visit: Visit, whole: Site) -> None:
    """What it tries it says, and takes away again."""
    address = f"{whole.folder.as_uri()}/"
    window = visit(f"{address}en/checklists/goals.html", "")
    name_group(window, "Blue")
    before = window.evaluate("({...localStorage})")
    window.goto(f"{address}START-HERE.html")

    assert set(checks(window).values()) == {"good"}
    assert "read back and joined" in window.locator("[lang=en] [data-check=record] [data-result=good]").inner_text()
    assert window.evaluate("({...localStorage})") == before != {}
    assert window.evaluate("(async () => (await indexedDB.databases()).length)()") == 0


def test_a_single_file(visit: Visit, single: Path) -> None:
    """It says so above whichever page is shown, and nothing where all is well."""
    for hash_ in ("", "#glossary"):
        window = visit(single.as_uri() + hash_, OLD)
        assert "Object.hasOwn" in window.evaluate(SAID)[0]
        window.close()
    assert visit(single.as_uri(), "").evaluate(SAID) == [""]


def test_a_single_file_with_a_damaged_script(visit: Visit, single_part: Path, tmp_path: Path) -> None:
    """Its own policy stops a script that was changed, and that is told."""
    text = single_part.read_text(encoding="utf-8")
    begin = "// Two records of one group made one"
    assert text.count(begin) == 1
    (tmp_path / "cut.html").write_text(text.replace(begin, f"( {begin}"), encoding="utf-8")
    window = visit((tmp_path / "cut.html").as_uri(), "")

    assert window.evaluate(SAID) == ["script-src-elem"]


def test_a_single_file_that_was_cut_short(visit: Visit, single_part: Path, tmp_path: Path) -> None:
    """A download that broke off has all its text, and no script that could say so but the first."""
    text = single_part.read_text(encoding="utf-8")
    (tmp_path / "cut.html").write_text(text[: text.rindex("<script>")], encoding="utf-8")

    assert visit((tmp_path / "cut.html").as_uri(), "").evaluate(SAID) == ["</html>"]


def test_a_saved_copy_of_a_page(visit: Visit, opened: Reader, tmp_path: Path) -> None:
    """It says so too, wherever it is opened, and only there."""
    window = opened.open("en", "checklists/goals/")
    name_group(window, "Blue")
    file = saved(window, "Save a copy of the page", tmp_path)

    assert "Object.hasOwn" in visit(file.as_uri(), OLD).evaluate(SAID)[0]
    assert visit(file.as_uri(), "").evaluate(SAID) == [""]
