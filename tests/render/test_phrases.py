"""Where Chinese headings may be broken."""

from __future__ import annotations

import pytest

from macros.render.phrases import phrases, with_breaks


@pytest.mark.parametrize(
    "broken",
    [
        "国家|五年|规划：|“十四五”|与|“十五五”",
        "评价|标准：|GB/T 33356的|两个|版本",
        "使命三：|世界|一流的|连接|与更|智慧的|街道",
        "市政|数据|办公室|与CityOS",
        "公共|空间|三维|数据|（Wien gibt Raum）",
        "智慧国|传感器|平台|（SNSP）",
        "杭州、|深圳、|上海",
    ],
)
def test_lines_end_between_phrases(broken: str) -> None:
    expected = broken.replace("与|“", "与“").split("|")
    assert list(phrases("".join(expected))) == expected


@pytest.mark.parametrize("text", ["", " ", "数", "Wi-Fi", "《城市》", "甲 乙", "（（", "2019年4月22日", "𠮷野家"])
def test_phrases_together_are_the_text(text: str) -> None:
    assert "".join(phrases(text)) == text


def test_no_phrase_begins_with_what_ends_one_or_ends_with_what_begins_one() -> None:
    text = "“甲城”（乙）、《丙》：丁（戊）与“己”，庚。辛；壬！癸？"
    held = phrases(text)
    assert len(held) > 3
    assert [one for one in held if one[0] in "”）》、：，。；！？" or one[-1] in "“（《"] == []


def test_tags_and_entities_stay_whole() -> None:
    html = '<a href="x&amp;y">数据开放平台</a> &amp; 城市规划'
    assert with_breaks(html).replace("<wbr>", "") == html
    assert '<a href="x&amp;y">数据<wbr>' in with_breaks(html)
