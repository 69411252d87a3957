"""More cities than a page or the navigation lists."""

from __future__ import annotations

import re

import pytest

from tests.support.built import LANGUAGES, MANY, PAGES, Site, parts
from tests.support.html import Element, Page
from tests.support.some import some

A_PAGE = 30


def _tabs(page: Page) -> list[str]:
    return [one.text for one in page.root.all("li", "md-tabs__item--active")]


def test_a_navigation_section_lists_at_most_thirty_cities(large: Site) -> None:
    """More than that many are not listed but for the first ten, and the page of all."""
    counts = {
        path: [sum(child.parent is held for child in one.all("li")) for one in lists for held in one.all("ul")]
        for path, page in some(large.language_pages.items(), PAGES)
        if (lists := [one for one in page.root.all("nav", "md-nav") if one["data-md-level"]])
    }
    assert {path: held for path, held in some(counts.items(), PAGES) if max(some(held)) > A_PAGE + 1} == {}
    for language in LANGUAGES:
        page = large.page(language, "cities/")
        targets = [page.target(one["href"])[0] for one in page.root.one("nav", "md-nav--primary").all("a")]
        cities = [target for target in targets if "/cities/city-" in target]
        assert cities == [f"{language}/cities/city-{number:04}/" for number in range(1, 11)]


@pytest.mark.parametrize("name", ["cities", "compare", "coverage"])
def test_lists_and_tables_continue_on_another_page(large: Site, name: str) -> None:
    for language in LANGUAGES:
        first, second, *_ = parts(large, language, name)
        assert second.path == large.path(language, f"{name}/2/")
        assert (second.root.one("html")["lang"], _tabs(second)) == (LANGUAGES[language], _tabs(first))
        (current,) = (one for one in second.content.all(having="aria-current"))
        assert current.text != first.content.all(having="aria-current")[0].text
        back, *_ = second.content.one("nav", "hb-pager").all("a")
        assert large.file_at(second.target(back["href"])[0]) == first.path


def test_every_city_is_in_the_list_once(large: Site) -> None:
    for language in LANGUAGES:
        pages = parts(large, language, "cities")
        counts = [len(page.content.all("li", "hb-card")) for page in pages]
        assert counts == [A_PAGE, MANY - A_PAGE]
        titles = [(page, title) for page in pages for title in page.content.all(class_="hb-card__title")]
        named = [page.target(title.one("a")["href"])[0] for page, title in titles]
        cities = some(large.data.records["city"], MANY)
        assert sorted(named) == [f"{language}/cities/{name}/" for name in cities]


def test_a_city_beyond_the_navigation_keeps_its_tab_and_section(large: Site) -> None:
    for language in LANGUAGES:
        listed, beyond = (large.page(language, f"cities/city-{number:04}/") for number in (1, MANY - 1))
        assert _tabs(beyond) == _tabs(listed) != []
        sections = [
            [one.all("a")[0].text for one in page.root.all("li", "md-nav__item--section") if _active(one)]
            for page in (listed, beyond)
        ]
        assert sections[0] == sections[1] != []


def _active(item: Element) -> bool:
    return "md-nav__item--active" in item.classes


def test_pages_do_not_grow_with_the_cities(large: Site, larger: Site) -> None:
    """Links to more pages of a list may be added, sources and the cases of a problem fill their page (thirty each).

    Facts that lessons and steps use come from other cities in each handbook, with more or fewer sources.
    """
    few, many = _sizes(large), _sizes(larger)
    assert {path: (size, many[path]) for path, size in few.items() if many[path] > size * 1.05 + 500} == {}
    assert max(many.values()) <= 1.05 * max(few.values())


def _sizes(site: Site) -> dict[str, int]:
    """Return the bytes of the pages; left out are those with as many as fit, and the form as one file."""
    filled = r"/(cities|compare|coverage|sources)/\d+/|/sources/|/similar/|^assets/form/"
    pages = (path for path in site.files if path.endswith(".html") and not re.search(filled, path))
    return {path: site.files[path].stat().st_size for path in some(pages, PAGES)}
