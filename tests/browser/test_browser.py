"""The site in a browser: on a server, and opened from a folder without a network."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

from macros.engine import material
from tests.support.built import LANGUAGES, ROOT, Data
from tests.support.reading import Reader, ask, finds, results

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page, Route

KINDS = (
    "", "cities/", "cities/london/", "compare/", "coverage/", "lessons/", "lessons/open-data/", "implications/",
    "planning/", "planning/framework/", "planning/route/", "planning/schedule/", "checklists/",
    "checklists/framework/", "glossary/", "sources/", "about/", "contribute/",
)  # fmt: skip
"""One page of each kind, the longest where there are several."""
TABLES = ("compare/", "coverage/", "planning/schedule/", "planning/route/")
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "has_touch": True,
    "is_mobile": True,
}

HOSTILE_ENTRY = "<img src=x onerror='alert(1)'> &lt;img&gt;"
# Whole words, prefixes, middles of titles: query, page, anchor, and among how many of the pages found it must be.
QUERIES = {
    "zh": [
        ("伦敦", "cities/london/", "", 1),
        ("数据开放", "cities/london/", "m-open-data", 3),
        ("智慧伦敦", "cities/london/", "", 3),
        ("参与式预算", "cities/paris/", "m-participatory-budget", 1),
        ("数据仓库", "cities/london/", "m-open-data", 1),
        ("技术与创新", "cities/london/", "m-loti", 3),
        ("式预", "cities/paris/", "m-participatory-budget", 2),
        ("术语", "glossary/", "", 1),
        ("Datast", "cities/london/", "", 6),
    ],
    "en": [
        ("London", "cities/london/", "", 1),
        ("open data", "cities/london/", "m-open-data", 6),
        ("open data", "lessons/open-data/", "", 6),
        ("partic", "cities/paris/", "m-participatory-budget", 1),
        ("Datastore", "cities/london/", "m-open-data", 1),
        ("technology and inno", "cities/london/", "m-loti", 3),
        ("singap", "cities/singapore/", "", 1),
        ("checklist", "checklists/", "", 1),
        ("参与式预算", "glossary/", "participatory-budgeting", 1),
    ],
}


# Pages


def test_pages_load_without_a_fault_and_fit_a_phone(reader: Reader) -> None:
    language = "en" if reader.site.directory_urls else "zh"
    window = reader.open(language, **PHONE)
    wide = {}
    for kind in KINDS:
        window.goto(reader.address(language, kind))
        assert window.locator("h1").is_visible(), kind
        assert window.evaluate("document.documentElement.lang") == LANGUAGES[language], kind
        wide[kind] = window.evaluate("document.documentElement.scrollWidth")
    assert {kind: width for kind, width in wide.items() if width > 360} == {}


def test_the_root_leads_to_a_city(reader: Reader) -> None:
    window = reader.visit(reader.base if reader.site.directory_urls else f"{reader.base}index.html")
    window.get_by_role("link", name="English").click()
    window.locator(".md-tabs").get_by_role("link", name="Case studies").click()
    window.locator("article").get_by_role("link", name="London", exact=True).click()
    arrive(window, reader.address("en", "cities/london/"))
    assert window.locator("h1").inner_text().startswith("London")


def test_the_switcher_keeps_page_and_anchor(reader: Reader) -> None:
    window = reader.open("en", "cities/london/", "m-open-data")
    switcher(window, "zh").click()
    arrive(window, reader.address("zh", "cities/london/", "m-open-data"))
    window.goto(reader.address("zh", "cities/london/", "governance"))
    switcher(window, "en").click()
    arrive(window, reader.address("en", "cities/london/", "governance"))


def arrive(window: Page, address: str) -> None:
    """Wait until a click has led to an address."""
    window.wait_for_url(lambda url: url == address)


def switcher(window: Page, language: str) -> Locator:
    """Return the link to a page's other language, in sight."""
    link = window.locator(f"a.md-select__link[hreflang={LANGUAGES[language]}]")
    if not link.is_visible():
        window.locator(".md-select > button").hover()
    return link


def test_a_table_leads_to_the_evidence(reader: Reader) -> None:
    window = reader.open("en", "compare/")
    window.locator("[data-row=date] [data-column=london] a").click()
    arrive(window, reader.address("en", "cities/london/", "f-date"))
    assert window.locator("#f-date").is_visible()


# Search


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds_what_it_should(reader: Reader, language: str) -> None:
    window = reader.open(language, "planning/goals/")
    missed = {
        query: results(window)[:within]
        for query, page, anchor, within in QUERIES[language]
        if not finds(window, query, reader.address(language, page, anchor), within)
    }
    assert missed == {}


ASK_ALL = """async queries => {
  const config = JSON.parse(document.querySelector('#__config').textContent);
  const index = await (await fetch(new URL('search/search_index.json', new URL(config.base, location)))).json();
  const worker = new Worker(config.search);
  const answer = message => new Promise(done => {
    worker.onmessage = ({ data }) => done(data.data);
    worker.postMessage(message);
  });
  await answer({ type: 0, data: index });
  const found = [];
  for (const query of queries) {
    const { items } = await answer({ type: 2, data: query });
    found.push(items.map(page => page.map(one => one.location)));
  }
  worker.terminate();
  return found;
}"""
"""Puts many queries to the search worker, past the box; gives the locations found by page."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_is_found_by_its_name(served: Reader, language: str) -> None:
    named = list(names(Data(ROOT), language))
    found = served.open(language).evaluate(ASK_ALL, [title for title, _ in named])
    missed = {
        (title, location): pages[:2]
        for (title, location), pages in zip(named, found, strict=True)
        if location not in [one for page in pages[:10] for one in page]
    }
    assert missed == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_is_found_by_the_middle_of_its_title(served: Reader, language: str) -> None:
    """The middle: the second half, from a word's beginning in English and from anywhere in Chinese."""
    titles = [one for one in names(Data(ROOT), language) if "#m-" in one[1]]
    middles = [middle(title, language) for title, _ in titles]
    found = served.open(language).evaluate(ASK_ALL, middles)
    missed = {
        (half, location): pages[:2]
        for half, (_, location), pages in zip(middles, titles, found, strict=True)
        if location not in [one for page in pages[:10] for one in page]
    }
    assert missed == {}


def names(data: Data, language: str) -> Iterator[tuple[str, str]]:
    """Yield title and location of every record that has a name of its own."""
    places = {"lesson": "lessons/{}/", "path": "planning/{}/", "system": "planning/framework/#{}",
              "domain": "planning/route/#{}", "implication": "implications/#{}"}  # fmt: skip
    for kind, place in places.items():
        yield from ((one["title"][language], place.format(name)) for name, one in data.records[kind].items())
    for city, one in data.records["city"].items():
        yield one["name"][language], f"cities/{city}/"
        yield from ((held["title"][language], f"cities/{city}/#m-{held['id']}") for held in data.measures(city))
    yield from ((one["term"][language], f"glossary/#{name}") for name, one in data.glossary.items())


def middle(title: str, language: str) -> str:
    if language == "zh":
        half = re.sub(r"^[A-Za-z.]+", "", title[len(title) // 2 :])
        return half if re.search(r"\w\w", half) else title
    return " ".join(title.split()[len(title.split()) // 2 :])


@pytest.mark.parametrize(("language", "query"), [("zh", "数据开放"), ("en", "Datastore")])
def test_a_result_opens_its_page(reader: Reader, language: str, query: str) -> None:
    window = reader.open(language)
    wanted = reader.address(language, "cities/london/", "m-open-data")
    assert finds(window, query, wanted, 5), results(window)
    link = window.locator('.md-search-result__link[href*="cities/london"][href$="#m-open-data"]')
    link.click()
    window.wait_for_url(re.compile(r"london.*#m-open-data$"))
    assert window.locator("#m-open-data").is_visible()
    marked = window.locator("article mark:visible").first
    assert query.lower().startswith(marked.inner_text().lower())


def test_the_theme_s_script_needs_no_style_that_was_taken_out(opened: Reader) -> None:
    """What it adds to a page with code, a search and its results, has no class of those in output.UNUSED."""
    window = opened.open("en", "contribute/")
    assert window.locator("pre code").count() > 3
    ask(window, "data")
    window.locator(".md-search-result__link").first.wait_for()
    used = set(window.evaluate("[...document.querySelectorAll('[class]')].flatMap(one => [...one.classList])"))

    assert "md-search-result__article" in used
    assert [name for name in used if name.startswith(material.UNUSED)] == []


def test_search_says_when_it_finds_nothing(reader: Reader) -> None:
    window = reader.open("en")
    ask(window, "xyzzyqux")
    window.get_by_text("No matching documents").wait_for()
    assert results(window) == []


def test_search_shows_markup_as_text(served: Reader) -> None:
    """The theme puts what the worker says into the page as HTML, where only the marks may be elements."""
    found = served.open("en").evaluate(
        """text => {
          const worker = new Worker(JSON.parse(document.querySelector('#__config').textContent).search);
          return new Promise(done => {
            worker.onmessage = ({ data }) => data.type === 3
              ? done(data.data.items[0][0])
              : worker.postMessage({ type: 2, data: 'img' });
            worker.postMessage({ type: 0, data: { docs: [{ location: 'x/', title: text, text }] } });
          });
        }""",
        HOSTILE_ENTRY,
    )
    for key in ("title", "text"):
        assert re.findall(r"<(/?\w+)", found[key]) == ["mark", "/mark"] * 2
        assert html.unescape(re.sub("</?mark>", "", found[key])) == HOSTILE_ENTRY


# Without a script, by keyboard, on paper


WITHOUT_SCRIPTS = """() => {
  const named = list => list.map(one => one.outerHTML.slice(0, 80));
  const all = selector => [...document.querySelectorAll(selector)];
  return {
    height: document.querySelector('article').getBoundingClientRect().height,
    hidden: named(all('h1, [data-table], [data-table] td').filter(one => !one.checkVisibility())),
    dead: named(all('[data-print], [data-picker], .hb-filter').filter(one => one.checkVisibility())),
  };
}"""
"""Content that is not shown, and controls that are shown but could not work."""


def test_pages_are_whole_without_scripts(reader: Reader) -> None:
    language = "en" if reader.site.directory_urls else "zh"
    window = reader.open(language, java_script_enabled=False)
    for kind in KINDS:
        window.goto(reader.address(language, kind))
        seen = window.evaluate(WITHOUT_SCRIPTS)
        assert seen["height"] > 50, kind
        assert seen["hidden"] == [], kind
        assert seen["dead"] == [], kind
    assert switcher(window, "zh" if language == "en" else "en").is_visible()


def test_evidence_shows_without_scripts(reader: Reader) -> None:
    """Each statement says what it rests on, and leads there."""
    window = reader.open("en", "cities/london/", java_script_enabled=False)
    evidence = window.locator("#f-date .hb-prov").first
    assert "checked" in evidence.inner_text()
    evidence.locator("a").first.click()
    window.wait_for_url(re.compile(r"sources.*#london-\d+"))


def focused(window: Page, expression: str) -> object:
    return window.evaluate(f"(e => {expression})(document.activeElement)")


def test_the_first_stop_of_the_tab_key_skips_to_the_content(reader: Reader) -> None:
    window = reader.open("zh", "compare/")
    window.keyboard.press("Tab")
    assert focused(window, "e.matches('.md-skip')")
    window.keyboard.press("Enter")
    window.wait_for_function("location.hash === '#top'")


@pytest.mark.parametrize("key", ["/", "f"])
def test_a_key_opens_search_and_escape_closes_it(reader: Reader, key: str) -> None:
    window = reader.open("en", "compare/")
    window.keyboard.press(key)
    window.wait_for_function("document.activeElement.matches('[data-md-component=search-query]')")
    window.keyboard.press("Escape")
    window.wait_for_function("!document.querySelector('#__search').checked")


@pytest.mark.parametrize("key", ["Enter", " "])
def test_details_open_by_keyboard(served: Reader, key: str) -> None:
    window = served.open("en", "coverage/")
    cell = window.locator("details.hb-cell").first
    cell.locator("summary").focus()
    window.keyboard.press(key)
    assert cell.locator("a").first.is_visible()


def test_every_stop_of_the_tab_key_is_in_sight(served: Reader) -> None:
    """Focus never goes to something hidden, and shows where it is."""
    window = served.open("en", "checklists/stocktake/")
    for _ in range(40):
        window.keyboard.press("Tab")
        if focused(window, "e === document.body"):
            break
        shown = focused(window, "e.getClientRects().length > 0 && getComputedStyle(e).visibility === 'visible'")
        assert shown, focused(window, "e.outerHTML.slice(0, 200)")


@pytest.mark.parametrize("page", ["compare/", "checklists/framework/", "cities/london/"])
def test_pages_print(opened: Reader, page: str) -> None:
    window = opened.open("zh", page)
    window.emulate_media(media="print")
    for part in (".md-header", ".md-tabs", ".md-sidebar", ".md-top", "[data-picker]", "[data-print]"):
        for element in window.locator(part).all():
            assert not element.is_visible(), part
    assert window.locator("h1").is_visible()
    printed = window.pdf(format="A4")
    assert printed.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", printed)) >= 1


def test_a_printed_checklist_has_boxes_to_tick(served: Reader) -> None:
    window = served.open("en", "checklists/stocktake/", java_script_enabled=False)
    window.emulate_media(media="print")
    boxes = window.locator(".hb-box").all()
    assert len(boxes) == window.locator("[data-item]").count() > 0
    sizes = [box.bounding_box() for box in boxes]
    assert all(size and size["width"] > 5 and size["height"] > 5 for size in sizes)
    assert window.locator(".hb-sheet").is_visible()


# Small, dark and locked-down


@pytest.mark.parametrize("page", TABLES)
def test_tables_scroll_beside_their_first_column(served: Reader, page: str) -> None:
    window = served.open("en", page, **PHONE)
    area = window.locator(".hb-scroll").first
    area.scroll_into_view_if_needed()
    assert area.evaluate("e => e.scrollWidth > e.clientWidth")
    first, second = area.locator("tbody th").first, area.locator("tbody td").first
    before = place(first), place(second)
    area.evaluate("e => { e.scrollLeft = 120; }")
    after = place(first), place(second)
    assert after[0] == before[0]
    assert after[1]["x"] == pytest.approx(before[1]["x"] - 120, abs=1)
    assert after[0]["width"] < 220  # something is left for the cells


def place(element: Locator) -> dict[str, float]:
    box: dict[str, float] = element.evaluate("e => e.getBoundingClientRect().toJSON()")
    return box


LUMINANCE = """e => {
  const light = value => value.match(/[\\d.]+/g).slice(0, 3).map(part => part / 255)
    .map(part => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)
    .reduce((sum, part, place) => sum + part * [0.2126, 0.7152, 0.0722][place], 0);
  let behind = e;
  const clear = one => /, 0\\)$|transparent/.test(getComputedStyle(one).backgroundColor);
  while (behind.parentElement && clear(behind)) behind = behind.parentElement;
  return [light(getComputedStyle(e).color), light(getComputedStyle(behind).backgroundColor)];
}"""


SCHEMES = {"light": "default", "dark": "slate"}
SHADES = (
    "article p", "article a:not(.headerlink)", "article th", "article td p", ".hb-meta", ".hb-help", "[data-standing]",
    "footer p",
)  # fmt: skip


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("page", ["", "compare/", "cities/london/", "checklists/stocktake/"])
def test_both_schemes_apply_and_can_be_read(served: Reader, scheme: str, page: str) -> None:
    window = served.open("en", page, color_scheme=scheme)
    assert window.locator("body").get_attribute("data-md-color-scheme") == SCHEMES[scheme]
    ink, paper = window.locator("body").evaluate(LUMINANCE)
    assert (ink > paper) == (scheme == "dark")
    low = {}
    for part in SHADES:
        for element in window.locator(f"{part}:visible").all()[:3]:
            ink, paper = element.evaluate(LUMINANCE)
            ratio = (max(ink, paper) + 0.05) / (min(ink, paper) + 0.05)
            if ratio < 4.5:
                low[part] = round(ratio, 2)
    assert low == {}


def test_the_root_follows_the_scheme(served: Reader) -> None:
    window = served.visit(served.base, color_scheme="dark")
    ink, paper = window.locator("body").evaluate(LUMINANCE)
    assert ink > paper


def test_the_choice_of_scheme_is_kept(served: Reader) -> None:
    window = served.open("en")
    window.locator("label[for=__palette_1]").click()
    assert window.locator("body").get_attribute("data-md-color-scheme") == "slate"
    window.goto(served.address("en", "compare/"))
    assert window.locator("body").get_attribute("data-md-color-scheme") == "slate"


def test_a_strict_policy_holds(served: Reader) -> None:
    """With hashes for the theme's inline scripts, nothing else runs and nothing breaks, search included."""

    def guard(route: Route) -> None:
        answer = route.fetch()
        if "text/html" not in answer.headers.get("content-type", ""):
            route.fulfill(response=answer)
            return
        scripts = re.findall(r"<script>(.*?)</script>", answer.text(), re.DOTALL)
        digests = [base64.b64encode(hashlib.sha256(one.encode()).digest()).decode() for one in scripts]
        hashes = " ".join(f"'sha256-{digest}'" for digest in digests)
        policy = (
            f"default-src 'none'; script-src 'self' {hashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
            "connect-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'"
        )
        route.fulfill(response=answer, headers={**answer.headers, "content-security-policy": policy})

    window = served.open("en")
    window.route(f"{served.base}**", guard)
    for page in ("compare/", "glossary/", "cities/london/"):
        window.goto(served.address("en", page))
    assert finds(window, "Datastore", served.address("en", "cities/london/", "m-open-data"), 3), results(window)


# Conveniences


def shown_cities(window: Page) -> list[str]:
    heads = window.locator("[data-table=compare] thead [data-column]").all()
    return [head.get_attribute("data-column") or "" for head in heads if head.is_visible()]


def test_the_comparison_narrows_to_the_cities_chosen(reader: Reader) -> None:
    window = reader.open("en", "compare/")
    every = shown_cities(window)
    assert "london" in every
    window.locator("[data-picker] [value=london]").uncheck()
    rest = [city for city in every if city != "london"]
    assert shown_cities(window) == rest
    assert window.locator("tbody [data-column=london]:visible").count() == 0
    assert str(len(rest)) in window.locator("[data-picker-status]").inner_text()
    window.reload()
    assert shown_cities(window) == rest
    switcher(window, "zh").click()
    window.wait_for_url(re.compile("/zh/"))
    assert shown_cities(window) == rest
    window.locator("[data-picker] [value=london]").check()
    assert shown_cities(window) == every
    window.wait_for_url(lambda url: "#" not in url)


def test_the_comparison_keeps_one_city_and_forgives_wrong_addresses(served: Reader) -> None:
    window = served.open("en", "compare/", "cities=nowhere")
    every = shown_cities(window)
    assert len(every) == len(Data(ROOT).records["city"])
    for city in every:
        window.locator(f"[data-picker] [value={city}]").click()
    assert shown_cities(window) == every[-1:]


def test_the_comparison_can_leave_out_what_all_share(served: Reader) -> None:
    window = served.open("en", "compare/", "cities=london,paris")
    rows = window.locator("[data-table=compare] tbody tr:visible").count()
    window.locator("[data-picker] [name=differences]").check()
    assert 0 < window.locator("[data-table=compare] tbody tr:visible").count() <= rows
    assert "differences=1" in window.url
    window.reload()
    assert window.locator("[data-picker] [name=differences]").is_checked()


@pytest.mark.parametrize(
    ("page", "entry", "word"), [("glossary/", ".hb-term", "数据"), ("sources/", ".hb-source", "London")]
)
def test_lists_narrow_while_typing(reader: Reader, page: str, entry: str, word: str) -> None:
    window = reader.open("en", page)
    total = window.locator(entry).count()
    window.locator("[data-filter]").fill(word)
    left = window.locator(f"{entry}:visible")
    assert 0 < left.count() < total
    assert all(word.lower() in text.lower() for text in left.all_text_contents())
    window.locator("[data-filter]").fill("")
    assert window.locator(f"{entry}:visible").count() == total
