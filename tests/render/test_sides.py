"""Both languages side by side: each text of a page is paired with that of the same place in the other language."""

from __future__ import annotations

import json
import re

import pytest

from macros.render import sides


def twins(own: str, other: str) -> dict[str, str]:
    """Return each text of a page that has a twin, with it; of a text that has several, each after its place."""
    blocks = sides.blocks(own)
    held = sides.words(blocks, sides.blocks(other))
    names = {sides.key(one.text, one.scope): f"{one.scope}: {one.text}" for one in blocks}
    return {(names | {sides.key(one.text): one.text for one in blocks})[name]: twin for name, twin in held.items()}


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        pytest.param("<p>甲<wbr>乙</p>", "<p>A &amp; <b>B</b></p>", {"甲乙": "A & B"}, id="text without its marks"),
        pytest.param(
            '<h2 id="a">甲<a class="headerlink" href="#a">¶</a></h2>\n<p>乙</p>',
            '<h2 id="a">A<a class="headerlink" href="#a">¶</a></h2>\n<p>B</p>',
            {"甲": "A", "乙": "B"}, id="headings",
        ),
        pytest.param(
            '<ul><li id="a"><p>甲</p></li><li id="b"><p>乙</p></li></ul>',
            '<ul><li id="b"><p>B</p></li><li id="a"><p>A</p></li></ul>',
            {"甲": "A", "乙": "B"}, id="another order of what has anchors",
        ),
        pytest.param(
            '<ul><li><a href="a">甲</a></li><li><a href="b">乙</a></li></ul>',
            '<ul><li><a href="b">B</a></li><li><a href="a">A</a></li></ul>',
            {"甲": "A", "乙": "B"}, id="another order of links",
        ),
        pytest.param(
            '<p>用<a class="hb-gloss" href="g">数据</a></p>', "<p>Use data</p>", {"用数据": "Use data"},
            id="terms linked in one language alone",
        ),
        pytest.param(
            '<p id="a">有</p><p id="b">有</p>', '<p id="a">some</p><p id="b">yes</p>',
            {"有": "some", "a: 有": "some", "b: 有": "yes"}, id="one text said in two ways",
        ),
        pytest.param(
            '<h1 id="a">Uses</h1><dl><dt>Uses</dt></dl>', '<h1 id="a">用法</h1><dl><dt>处</dt></dl>',
            {"Uses": "用法", "a: Uses": "用法"}, id="a heading, and a number of the same name below it",
        ),
        pytest.param(
            "<li><svg><text>画</text></svg>甲</li>", "<li><svg><text>drawn</text></svg>A</li>", {"甲": "A"},
            id="what stands beside a drawing",
        ),
        pytest.param("<td>甲<td>乙</td>", "<td>A</td>", {"甲": "A"}, id="a text that the other has not"),
        pytest.param("<p>2024年</p><p>LOTI</p>", "<p>2024</p><p>LOTI</p>", {}, id="numbers, and what is the same"),
        pytest.param("<dt>数据 <i>data</i></dt>", "<dt>data <i>数据</i></dt>", {}, id="a term and its translation"),
        pytest.param(
            '<p><span class="hb-sr">听</span>甲</p><button>点</button>', "<p>A</p><button>press</button>", {"甲": "A"},
            id="what is not in sight, or acts",
        ),
    ],
)  # fmt: skip
def test_texts_are_paired_by_their_places(own: str, other: str, expected: dict[str, str]) -> None:
    assert twins(own, other) == expected


def test_a_script_holds_text_alone() -> None:
    """What looks like markup in it is text, which the page shows as such."""
    own, other = (sides.blocks(f"<p>{text} &lt;script&gt;</p>") for text in ("甲", "A"))
    made = sides.script(own, other, "en")

    settings, held = re.fullmatch(r"handbook\.twins\((\{.*?\}),(\{.*\})\);\n", made).groups()  # type: ignore[union-attr]
    assert json.loads(settings)["lang"] == "en"
    assert list(json.loads(held).values()) == ["A <script>"]
