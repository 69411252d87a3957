"""The dossier: what readers collect, put in order, comment on and take away; and what becomes of it later."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.support.built import LANGUAGES, SITE_URL
from tests.support.dossier import SHOWN, collect, collecting, dossier, entry, file, load, said, taken
from tests.support.reading import Reader
from tests.support.some import some
from tests.support.workshop import SCRIPT, name_group

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

CITY, LIST, TERMS = "cities/london/", "checklists/goals/", "glossary/"
TERM = ".hb-term:has(dd > p:not(.hb-meta))"
FACT = ".hb-measure > [data-statement=fact][id]:has(.hb-from li)"
COLLECT_SOME = """() => {
  const held = [...document.querySelectorAll('.hb-plus[aria-pressed=false]')];
  held.filter((_, place) => place % Math.ceil(held.length / 20) === 0).forEach(plus => plus.click());
  return JSON.parse(localStorage.getItem('handbook:smart-city-handbook/dossier')).entries.length;
}"""
"""Collects twenty of what a page has, and returns how many there are in all."""
COMMENT = "Ask Li.\n第二行 <b>first</b> *and* [2]"
FULL = """(() => {
  for (let size = 2 ** 22, number = 0; size >= 1;)
    try { localStorage.setItem(`x${number++}`, 'x'.repeat(size)); } catch { size = Math.floor(size / 2); }
})()"""
"""Leaves no room in a store."""
DENIED = "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } })"


def collected(reader: Reader) -> tuple[Page, list[str]]:
    """Collect a fact, an item and a term on three pages in two languages; return the window and what each says."""
    window = reader.open("en", CITY)
    texts = [collect(window, FACT)]
    window.goto(reader.address("zh", LIST))
    texts.append(collect(window, "[data-item]"))
    window.goto(reader.address("en", TERMS))
    texts.append(collect(window, TERM))
    return window, texts


def comment(window: Page, place: int = 0) -> Locator:
    """Return the field for the comment on an entry."""
    return window.locator(SHOWN).nth(place).locator("textarea")


def test_what_is_collected_is_put_in_order_and_commented_on(reader: Reader) -> None:
    """And is there again when the page is opened anew, in either language."""
    window, texts = collected(reader)
    at_first = dossier(reader, window, "en", 3)
    window.locator(SHOWN).nth(2).get_by_role("button", name="Up").click()
    comment(window, 1).fill(COMMENT)
    window.locator("[data-dossier-page]").get_by_label("Title").fill("For the leading group")
    later = dossier(reader, window, "zh", 3)

    assert at_first == texts
    assert later == [texts[0], texts[2], texts[1]]
    assert [comment(window, place).input_value() for place in range(3)] == ["", COMMENT, ""]
    assert window.locator("[data-dossier-page] input[type=text]").input_value() == "For the leading group"
    assert [one.get_attribute("lang") for one in window.locator(SHOWN).all()] == ["en", "en", "zh-Hans"]


def test_it_is_taken_away_with_its_sources(reader: Reader, tmp_path: Path) -> None:
    """As HTML for a word processor and as Markdown: texts, comments, original sources, and where each stands."""
    window, texts = collected(reader)
    statement = window.context.new_page()
    statement.goto(reader.address("en", CITY))
    anchor = statement.locator(FACT).first.get_attribute("id")
    originals = statement.evaluate(
        """selector => [...document.querySelector(selector).querySelectorAll('.hb-from a[href^="#r"]')].map(one => {
          const title = document.getElementById(one.hash.slice(1)).querySelector('a');
          return [title.textContent, title.href];
        })""",
        FACT,
    )
    dossier(reader, window, "en", 3)
    comment(window).fill(COMMENT)
    html, markdown = (taken(window, name, tmp_path) for name in ("Save for Word or WPS (HTML)", "Save as Markdown"))
    read = window.evaluate("html => new DOMParser().parseFromString(html, 'text/html').body.innerText", html)

    for text in texts:
        assert text in read
    for title, address in some(originals, 1):
        assert title in read
        assert f'<a href="{address.replace("&", "&amp;")}">' in html
        assert f"<{address}>" in markdown
    assert "&lt;b&gt;first&lt;/b&gt;" in html
    assert "\\<b\\>first\\</b\\> \\*and\\* \\[2\\]" in markdown
    assert "\\[1\\]" in markdown
    published = f"{SITE_URL}en/{CITY}#{anchor}"
    assert (published in html, f"<{published}>" in markdown) == (reader.base.startswith("http"),) * 2
    assert "style=" not in html


def test_a_view_comes_with_what_it_rests_on(served: Reader, tmp_path: Path) -> None:
    """A statement stands under the name of its measure, and a view names the statements behind it."""
    window = served.open("en", CITY)
    measure = window.locator(f".hb-measure:has(> {FACT.removeprefix('.hb-measure > ')})").first
    name = measure.locator("h3, h4, h5").first.evaluate("e => e.firstChild.textContent.trim()")
    view = "[data-statement=view][id]:has(.hb-because a)"
    links = window.locator(view).first.locator(".hb-because a")
    behind = [(link.text_content() or "", link.evaluate("e => e.hash")) for link in some(links.all())]
    collect(window, FACT)
    collect(window, view)
    dossier(served, window, "en", 2)
    heads = window.locator(f"{SHOWN} .hb-eyebrow").all_inner_texts()
    markdown = taken(window, "Save as Markdown", tmp_path)
    told = window.locator("[data-dossier-page]").inner_text()

    assert f"London · {name}" in heads[0]
    for title, anchor in behind:
        assert f"Rests on: {title}" in markdown.replace("\\", "")
        assert f"{anchor}>" in markdown
    assert "nothing has changed" in told


def test_collecting_says_that_it_is_on(served: Reader) -> None:
    """Once it is turned on, not on each page where it goes on; every page leads to what was collected."""
    window = served.open("en", CITY)
    window.get_by_role("button", name="Collecting", exact=True).click()
    said_now = window.locator(".hb-collecting [role=status]", has_text="Collecting is on")
    said_now.wait_for(state="attached")
    window.goto(served.address("en", TERMS))
    window.locator(".hb-plus").first.wait_for()
    window.evaluate("new Promise(done => setTimeout(done, 200))")

    assert said_now.count() == 0
    window.locator("#take > summary").click()
    window.locator("#take").get_by_role("link", name="Your dossier").click()
    window.wait_for_url("**/dossier/")


def test_all_of_it_is_copied(reader: Reader) -> None:
    window, texts = collected(reader)
    dossier(reader, window, "en", 3)
    window.evaluate(
        """window.addEventListener('copy', event => { window.taken =
          ['text/html', 'text/plain'].map(type => event.clipboardData.getData(type)); })"""
    )
    window.get_by_role("button", name="Copy all").click()

    assert window.locator("[data-dossier-page] .hb-status").inner_text() == "Copied."
    html, text = window.evaluate("window.taken")
    assert "<h1>" in html
    assert "# Dossier" in text
    assert all(one.split("\n")[0][:20] in html for one in texts)


def test_a_file_is_read_again_in_another_browser(reader: Reader, tmp_path: Path) -> None:
    """What is there already keeps its place, and no comment of either is lost; it can be undone."""
    window, texts = collected(reader)
    dossier(reader, window, "en", 3)
    comment(window).fill(COMMENT)
    brought = tmp_path / "brought.json"
    brought.write_text(taken(window, "Save to a file", tmp_path), encoding="utf-8")
    fresh = reader.open("zh", "dossier/")
    load(fresh, brought)
    whole = said(fresh, 3)
    other = reader.open("en", CITY)
    collect(other, FACT)
    dossier(reader, other)
    comment(other).fill("Mine")
    told = load(other, brought)
    joined = said(other, 3)
    both = comment(other).input_value()
    other.get_by_role("button", name="Undo").click()

    assert whole == joined == texts
    assert comment(fresh).input_value() == COMMENT
    assert both == f"Mine\n\n{COMMENT}"
    assert "new entries: 2, already here: 1" in told
    assert len(said(other, 1)) == 1
    assert comment(other).input_value() == "Mine"


def test_what_has_changed_since_is_told(reader: Reader) -> None:
    """Today's text stands beside the one that was collected, and the comments are there, of what is gone, too."""
    window = reader.open("en", CITY)
    today = collect(window, FACT)
    ref = window.locator(FACT).first.get_attribute("data-ref") or ""
    window.goto(reader.address("en", TERMS))
    meaning = collect(window, TERM)
    term = window.locator(TERM).first.get_attribute("data-entity") or ""
    dossier(reader, window, "en", 2)
    for _ in range(2):
        window.get_by_role("button", name="Remove").first.click()
    window.evaluate("handbookMarks.en.formerly['city/londinium'] = 'city/london'")
    renamed = ref.replace("city/london", "city/londinium")
    load(
        window,
        file(
            entry(ref, "An earlier text.", comment="Mine"),
            entry("city/london#never-there", "A text that is gone.", comment="Mine too"),
            entry(renamed, today + " No longer.", comment="Moved"),
            entry("city/nowhere", "A city that is gone."),
            entry(term, "An earlier meaning."),
        ),
    )
    texts = said(window, 5)
    notices = window.locator(f"{SHOWN} .hb-report").all_inner_texts()
    told = window.locator("[data-dossier-page]").inner_text()
    window.get_by_role("button", name="Keep today's text alone").first.click()

    assert texts == [today, "A text that is gone.", today, "A city that is gone.", meaning]
    assert "An earlier text." in notices[0]
    assert "31 January 2020" in notices[0]
    assert ["no longer has this" in one for one in notices] == [False, True, False, True, False]
    assert "Changed: 3, gone: 2" in told
    assert "Changed: 2, gone: 2" in window.locator("[data-dossier-page]").inner_text()
    assert [comment(window, place).input_value() for place in range(3)] == ["Mine", "Mine too", "Moved"]
    window.wait_for_function(f"!document.querySelector('{SHOWN} .hb-report').textContent")
    assert window.locator(SHOWN).nth(2).locator(".hb-eyebrow a").count() == 1
    dossier(reader, window, "en", 5)
    assert "An earlier text." not in window.locator(SHOWN).first.inner_text()


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_collected_is_known_again(served: Reader, language: str) -> None:
    """On every kind of page what a statement says there has the fingerprint that the build has written."""
    window = served.open(language, CITY)
    collecting(window)
    number = 0
    for kind in some(served.site.kinds(language), 20):
        window.goto(served.address(language, kind))
        if window.locator("[data-collect] > button").count():
            window.locator(".hb-collecting").wait_for()
            number = window.evaluate(COLLECT_SOME)
    dossier(served, window, language, number)

    assert number > 100
    told = window.locator("[data-dossier-page]").inner_text()
    assert {"en": "nothing has changed", "zh": "没有改动"}[language] in told
    assert "".join(window.locator(f"{SHOWN} .hb-report").all_inner_texts()) == ""


def test_a_hostile_file_does_nothing(reader: Reader, tmp_path: Path) -> None:
    """Its words are words, its addresses lead nowhere, and one bad entry takes no other along."""
    window = reader.open("en", "dossier/")
    source = {"id": "x", "title": SCRIPT, "publisher": SCRIPT, "address": "javascript:window.harmed=1", "at": SCRIPT}
    bad = [None, 7, "text", {"ref": "../../etc"}, entry("city/london", "x", language="fr"), {"__proto__": {"ref": "x"}}]
    told = load(window, file(entry("city/x#y", SCRIPT, about=SCRIPT, comment=SCRIPT, sources=[source, 3]), *bad))
    texts = said(window, 1)
    html, markdown = (taken(window, name, tmp_path) for name in ("Save for Word or WPS (HTML)", "Save as Markdown"))
    live = window.evaluate(
        """html => [...new DOMParser().parseFromString(html, 'text/html').querySelectorAll('*')].filter(one =>
          /^(img|script|style|iframe)$/i.test(one.tagName) || [...one.attributes].some(({ name }) => /^on/.test(name)))
          .length""",
        html,
    )

    assert texts == [SCRIPT]
    assert f"left out: {len(bad)}" in told
    assert window.evaluate("'harmed' in window") is False
    assert live == 0
    assert [window.locator(f"{SHOWN} {one}, .hb-cited {one}").count() for one in ("img", "script")] == [0, 0]
    assert [text for text in (html, markdown) if "javascript:" in text] == []
    assert "<script" not in html
    assert "\\<script\\>" in markdown


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"{no json", "not JSON"),
        (b'{"format": "handbook-progress", "version": 2}', "no dossier that this handbook saved"),
        (b'{"format": "handbook-dossier", "version": 9, "entries": []}', "version 9"),
        ('{"format": "数据"}'.encode("gb18030"), "encoding is not known"),
        (b" " * (4 * 1024 * 1024 + 1), "larger than 4 MB"),
    ],
)  # fmt: skip
def test_a_wrong_file_is_refused_with_the_reason(opened: Reader, content: bytes, why: str) -> None:
    window = opened.open("en", "dossier/")
    told = load(window, {"name": "wrong.json", "mimeType": "application/json", "buffer": content})

    assert told.startswith("wrong.json was not read")
    assert why in told
    assert said(window, 0) == []


def test_by_keyboard_alone(reader: Reader) -> None:
    """The focus stays on the button that moves an entry, and goes to the next entry when one is removed."""
    window = reader.open("en", LIST)
    window.locator("[data-collect] > button").focus()
    window.keyboard.press("Enter")
    window.locator(".hb-plus").first.wait_for()
    for place in range(3):
        window.locator("[data-item] .hb-plus").nth(place).focus()
        window.keyboard.press("Space")
    window.get_by_role("link", name="Open the dossier").focus()
    window.keyboard.press("Enter")
    texts = said(window, 3)
    window.locator(SHOWN).nth(2).get_by_role("button", name="Up").focus()
    window.keyboard.press("Enter")
    window.keyboard.press("Enter")
    window.keyboard.press("Enter")  # it is the first
    moved = said(window, 3)
    focused = window.evaluate("document.activeElement.textContent")
    window.keyboard.press("Tab")
    window.keyboard.press("Tab")
    window.keyboard.press("Enter")

    assert moved == [texts[2], texts[0], texts[1]]
    assert focused == "Up"
    assert said(window, 2) == texts[:2]
    assert window.evaluate("document.activeElement.tagName") == "TEXTAREA"
    assert window.evaluate("document.activeElement.closest('li') === document.querySelector('.hb-dossier > li')")


def test_on_paper_it_is_texts_comments_and_sources(reader: Reader) -> None:
    window, texts = collected(reader)
    dossier(reader, window, "en", 3)
    comment(window).fill(COMMENT)
    window.emulate_media(media="print")
    page = window.locator("article").inner_text()

    for text in texts:
        assert text in page
    assert f"Comment: {COMMENT}" in page
    assert "Save as Markdown" not in page
    assert window.locator(f"{SHOWN} textarea:visible, {SHOWN} button:visible").count() == 0
    assert "http" in window.locator(".hb-cited:not([hidden])").last.inner_text()


def test_pages_that_are_open_together_see_each_other(reader: Reader) -> None:
    """What is collected in one window stands in the other, and what is being typed there stays."""
    window = reader.open("en", CITY)
    collect(window, FACT)
    other = window.context.new_page()
    dossier(reader, other)
    comment(other).fill("Mine")
    comment(other).focus()
    collect(window, "[data-statement=view][id]")
    said(other, 2)

    assert comment(other).input_value() == "Mine"
    assert other.evaluate("document.activeElement.tagName") == "TEXTAREA"
    assert window.locator(".hb-collecting > span").first.inner_text() == "In the dossier: 2"


@pytest.mark.parametrize("script", [DENIED, FULL], ids=["denied", "full"])
def test_where_nothing_can_be_kept_the_page_says_so(served: Reader, script: str) -> None:
    """What was brought can be read and taken away all the same."""
    window = served.visit("about:blank")
    window.add_init_script(script)
    window.goto(served.address("en", "dossier/"))
    load(window, file(entry("city/nowhere", "Brought.", comment=COMMENT)))

    assert said(window, 1) == ["Brought."]
    assert "keeps no dossier" in window.locator("[data-dossier-page] .hb-warning").inner_text()


def test_what_was_kept_and_cannot_be_read_is_not_lost(reader: Reader, tmp_path: Path) -> None:
    window = reader.open("en", "dossier/")
    window.evaluate("localStorage.setItem('handbook:smart-city-handbook/dossier', '{broken')")
    window.reload()
    kept = taken(window, "Save it as it is", tmp_path)
    window.get_by_role("button", name="Discard it").click()
    window.reload()

    assert kept == "{broken"
    assert said(window, 0) == []
    assert window.get_by_role("button", name="Discard it").count() == 0


def test_a_group_fills_in_a_list_from_which_a_reader_collects(reader: Reader) -> None:
    """Whichever begins first: what both need runs once."""
    for begins in (True, False):
        window = reader.open("en", LIST)
        if begins:
            collect(window, "[data-item]")
        name_group(window)
        if not begins:
            collect(window, "[data-item]")
        window.locator("[data-item] .hb-tick").first.check()
        scripts = window.evaluate("[...document.scripts].map(one => one.src)")
        assert len(scripts) == len(set(scripts))
        assert len(dossier(reader, window)) == 1


def test_a_page_without_anything_to_collect_offers_nothing(served: Reader) -> None:
    window = served.open("en", "about/")

    assert window.locator("[data-collect]").count() == 1
    assert window.locator("[data-collect] > button").count() == 0


def test_without_scripts_it_says_so(served: Reader) -> None:
    window = served.open("zh", "dossier/", java_script_enabled=False)

    assert "需要浏览器运行脚本" in window.locator("[data-dossier-page]").inner_text()


def test_collecting_goes_on_from_page_to_page_until_it_is_stopped(served: Reader) -> None:
    window = served.open("en", CITY)
    collecting(window)
    window.goto(served.address("en", TERMS))
    window.locator(".hb-plus").first.wait_for()
    window.get_by_role("button", name="Stop collecting").click()
    focused = window.evaluate("document.activeElement.textContent")
    window.goto(served.address("en", CITY))

    assert focused == "Collecting"
    assert window.locator("[data-collect] > button").get_attribute("aria-pressed") == "false"
    assert window.locator(".hb-plus").count() == 0


def test_what_was_kept_is_what_a_file_has(served: Reader, tmp_path: Path) -> None:
    window, _ = collected(served)
    dossier(served, window, "en", 3)
    kept = json.loads(window.evaluate("localStorage.getItem('handbook:smart-city-handbook/dossier')"))

    assert json.loads(taken(window, "Save to a file", tmp_path)) == kept
    assert [one["language"] for one in kept["entries"]] == ["en", "zh", "en"]
