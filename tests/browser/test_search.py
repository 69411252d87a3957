"""Search in a browser: what is typed plainly is found, in both languages."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

import pytest

from tests.support.built import LANGUAGES, ROOT
from tests.support.data import Data
from tests.support.reading import FILLED, RESULTS, Reader, ask, awaits_focus, finds, results
from tests.support.some import some

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
        ("open data", "cities/london/", "m-open-data", 8),
        ("open data", "lessons/open-data/", "", 6),
        ("partic", "cities/paris/", "m-participatory-budget", 1),
        ("Datastore", "cities/london/", "m-open-data", 1),
        ("technology and inno", "cities/london/", "m-loti", 3),
        ("singap", "cities/singapore/", "", 1),
        ("checklist", "checklists/", "", 1),
        ("参与式预算", "glossary/", "participatory-budgeting", 1),
    ],
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_search_finds_what_it_should(reader: Reader, language: str) -> None:
    window = reader.open(language, "planning/goals/")
    missed = {
        query: results(window)[:within]
        for query, page, anchor, within in some(QUERIES[language])
        if not finds(window, query, reader.address(language, page, anchor), within)
    }
    assert missed == {}


ASK_ALL = """async queries => {
  const root = new URL(document.documentElement.dataset.root, location);
  const worker = new Worker(new URL('../assets/javascripts/theme/search-worker.js', root));
  const answer = message => new Promise(done => {
    worker.onmessage = ({ data }) => done(data);
    worker.postMessage(message);
  });
  await answer({ entries: new URL('search/entries.js', root).href });
  const found = [];
  for (const query of queries) {
    const { items } = await answer({ query });
    const plain = title => title.replace(/<[^>]*>/g, '').toLowerCase();
    found.push(items.map(page => page.map(({ location, title }) => [location, plain(title)])));
  }
  worker.terminate();
  return found;
}"""
"""Puts many queries to the search worker, past the box; gives locations and titles found, by page."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_record_is_found_by_its_name(served: Reader, language: str) -> None:
    named = some(names(Data(ROOT), language), 80)
    found = served.open(language).evaluate(ASK_ALL, [title for title, _ in named])
    missed = {
        (title, location): pages[:2]
        for (title, location), pages in zip(named, found, strict=True)
        if location not in [place for page in pages[:10] for place, _ in page]
    }
    assert missed == {}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_measure_is_found_by_the_middle_of_its_title(served: Reader, language: str) -> None:
    """The middle: the second half, from a word's beginning in English and from anywhere in Chinese."""
    titles = some((one for one in names(Data(ROOT), language) if "#m-" in one[1]), 30)
    middles = [middle(title, language) for title, _ in titles]
    found = served.open(language).evaluate(ASK_ALL, middles)
    missed = {
        (half, location): pages[:2]
        for half, (_, location), pages in zip(middles, titles, found, strict=True)
        if location not in _first(pages, half)
    }
    assert missed == {}


Found = list[list[tuple[str, str]]]
"""Locations and titles of what was found, by page."""


def _first(pages: Found, query: str) -> list[str]:
    """Return what is found on the first ten pages, where those with the query in a title do not count.

    A word such as "services" stands in the titles of more than ten pages, of which none is better than another.
    """
    first: list[str] = []
    others = 0
    for page in pages:
        others += not any(query.lower() in html.unescape(title) for _, title in page)
        if others > 10:
            break
        first += (location for location, _ in page)
    return first


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
    place = '.hb-result[href*="cities/london"][href$="#m-open-data"]'
    # What was found while less was typed may still stand there.
    whole = """([place, query]) => [...document.querySelectorAll(place)].some(
      one => new URL(one.href).searchParams.getAll('h').includes(query))"""
    window.wait_for_function(whole, arg=[place, query.lower()])
    window.locator(place).click()
    window.wait_for_url(re.compile(r"london.*#m-open-data$"))
    assert window.locator("#m-open-data").is_visible()
    window.locator("article mark:visible", has_text=re.compile(query, re.IGNORECASE)).first.wait_for()


LENGTHS = """() => {
  const list = document.querySelector('.hb-results');
  window.lengths = [];
  new MutationObserver(() => window.lengths.push(list.children.length)).observe(list, { childList: true });
}"""
"""Keeps how many pages stand in the list whenever that changes."""


def test_what_fills_the_screen_comes_first_and_the_rest_follows(served: Reader) -> None:
    """All that the worker finds, in its order."""
    window = served.open("en", "glossary/")
    window.evaluate(LENGTHS)
    ask(window, "")
    window.keyboard.insert_text("data")
    window.locator(".hb-result").first.wait_for()
    (found,) = window.evaluate(ASK_ALL, ["data"])
    pages = [sorted(location for location, _ in page) for page in some(found, 20)]
    window.locator(FILLED).wait_for(state="attached")
    shown = window.evaluate(
        """root => [...document.querySelectorAll('.hb-results > li')].map(page =>
          [...page.querySelectorAll('a')].map(link => link.href.replace(root, '').replace(/\\?[^#]*/, '')))""",
        served.address("en"),
    )
    assert [sorted(page) for page in shown] == pages
    first, *_, last = window.evaluate("lengths.filter(length => length)")
    assert (first, last) == (6, len(pages))


def test_what_was_found_is_there_again_on_the_way_back(served: Reader) -> None:
    window = served.open("en", "glossary/")
    ask(window, "Datastore")
    window.locator(".hb-result").first.wait_for()
    before = results(window)
    window.keyboard.press("Enter")
    window.wait_for_url(re.compile("/en/(?!glossary)"))
    window.go_back()
    window.wait_for_function(f"before => JSON.stringify(({RESULTS})()) === JSON.stringify(before)", arg=before)
    window.keyboard.press("Escape")
    assert "?" not in window.url


def test_an_address_asks_a_question(reader: Reader) -> None:
    window = reader.visit(f"{reader.address('en', 'glossary/')}?q=Datastore")
    window.locator(".hb-result", has_text="Datastore").first.wait_for()


KINDS = ".hb-results__kinds button"


def test_results_narrow_to_a_kind_and_say_their_number(reader: Reader) -> None:
    """By keyboard, too; what is shown of each kind is what its button counts."""
    window = reader.open("en", "glossary/")
    ask(window, "open data")
    window.locator(KINDS).first.wait_for()
    status = window.locator(".hb-results__status")
    every, *kinds = (button.inner_text().rpartition(" ") for button in some(window.locator(KINDS).all(), 5))
    assert int(every[2]) == sum(int(count) for *_, count in kinds)
    assert status.inner_text() == f"Results: {every[2]}"
    kind, _, count = max(kinds, key=lambda one: int(one[2]) if int(one[2]) < 20 else 0)
    button = window.get_by_role("button", name=f"{kind} {count}", exact=True)
    button.press("Enter")
    window.locator(".hb-results__status", has_text=re.compile(rf"^Results: {count}$")).wait_for()
    assert button.get_attribute("aria-pressed") == "true"
    awaits_focus(button)
    window.locator(FILLED).wait_for(state="attached")
    assert window.locator(f'.hb-result:has(p) .hb-result__kind:text-is("{kind}")').count() == int(count)
    ask(window, "datastore")
    window.locator(KINDS).first.wait_for()
    window.wait_for_function(f"document.querySelector('{KINDS}').getAttribute('aria-pressed') === 'true'")


def test_the_arrow_keys_go_through_what_was_found(served: Reader) -> None:
    window = served.open("en", "glossary/")
    ask(window, "Datastore")
    window.locator(".hb-result").nth(1).wait_for()
    for key, at in (("ArrowDown", 0), ("ArrowDown", 1), ("ArrowUp", 0)):
        window.keyboard.press(key)
        awaits_focus(window.locator(".hb-result").nth(at))
    window.keyboard.press("ArrowUp")
    awaits_focus(window.locator(".md-search__input"))


SLOW = """window.Worker = class extends Worker {
  set onmessage(answer) {
    super.onmessage = event => window.isHeld ? (window.late = () => answer(event)) : answer(event);
  }
};"""
"""Holds back what is found while `isHeld`, for `late()` to hand over."""
FOCUSED = "document.activeElement.dataset.kind ?? document.activeElement.pathname ?? document.activeElement.className"


@pytest.mark.parametrize(
    ("stop", "more", "kept"),
    [
        (".hb-result", " sto", True),
        (".hb-result", "xyzzyqux", False),
        ('[data-kind]:not([data-kind=""])', " sto", True),
        ("summary", " sto", False),
    ],
)
def test_the_focus_stays_when_more_is_found(served: Reader, stop: str, more: str, kept: bool) -> None:
    """A reader who types fast is among the results before the last letters are answered."""
    window = served.visit("about:blank")
    window.add_init_script(SLOW)
    window.goto(served.address("en", "glossary/"))
    ask(window, "data")
    window.locator(KINDS).first.wait_for()
    window.evaluate("window.isHeld = true")
    window.keyboard.insert_text(more)
    window.wait_for_function("Boolean(window.late)")
    window.locator(f".md-search__output {stop}").first.focus()
    before = window.evaluate(FOCUSED)
    said = window.locator(".hb-results__status").inner_text()
    window.evaluate("window.isHeld = false, late()")
    window.wait_for_function("said => document.querySelector('.hb-results__status').innerText !== said", arg=said)
    after = window.evaluate(FOCUSED)
    assert after == before if kept else "md-search__input" in after


def test_enter_opens_the_first_result_and_back_finds_the_search_as_it_was(served: Reader) -> None:
    window = served.open("en", "glossary/")
    ask(window, "")
    window.keyboard.insert_text("open data")  # at once: what the first letters find is not counted
    kind = window.get_by_role("button", name=re.compile(r"^Measures \d+$"))
    number = kind.inner_text().split()[-1]
    kind.click()
    window.locator(".hb-results__status", has_text=re.compile(rf"^Results: {number}$")).wait_for()
    first = window.locator(".hb-result").first.get_attribute("href") or ""
    window.locator(".md-search__input").press("Enter")
    window.wait_for_url(first)
    window.go_back()
    kind.and_(window.locator("[aria-pressed=true]")).wait_for()
    assert window.locator(".hb-result").first.get_attribute("href") == first


def test_what_is_found_in_a_fold_is_unfolded(served: Reader) -> None:
    window = served.open("en", "glossary/")
    anchor, word = served.open("en", "cities/london/").evaluate(
        """() => [...document.querySelectorAll('[data-entity^="measure/"]')].flatMap(measure => {
          const shown = new Set(measure.innerText.split(/\\W+/));
          const held = [...measure.querySelectorAll('.hb-more .hb-statement > p:not([class])')];
          const words = held.flatMap(one => one.textContent.split(/\\W+/));
          const word = words.find(word => /^[a-z]{8,}$/.test(word) && !shown.has(word));
          return word ? [[measure.querySelector('[id]').id, word]] : [];
        })[0]"""
    )
    window.goto(f"{served.address('en', 'cities/london/')}?h={word}#{anchor}")
    window.locator("article mark:visible", has_text=word).first.wait_for()


def test_search_says_when_it_finds_nothing(reader: Reader) -> None:
    window = reader.open("en")
    ask(window, "xyzzyqux")
    window.locator(".hb-results__status", has_text="Nothing found").wait_for()
    assert results(window) == []


def test_search_shows_markup_as_text(served: Reader) -> None:
    """What is found goes into the page as HTML, where only the marks may be elements."""
    found = served.open("en").evaluate(
        """text => {
          const worker = new Worker('../assets/javascripts/theme/search-worker.js');
          return new Promise(done => {
            worker.onmessage = ({ data: { items: [found] } }) =>
              found ? done(found[0]) : worker.postMessage({ query: 'img' });
            worker.postMessage({ index: { places: 'x/', words: `${text}\f\f${text}`, kind: [0], rank: [1] } });
          });
        }""",
        HOSTILE_ENTRY,
    )
    for key in ("title", "text"):
        assert re.findall(r"<(/?\w+)", found[key]) == ["mark", "/mark"] * 2
        assert html.unescape(re.sub("</?mark>", "", found[key])) == HOSTILE_ENTRY
