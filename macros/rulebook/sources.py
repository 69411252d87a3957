"""Rules of facts, and of the sources on which they rest."""

from __future__ import annotations

from macros.problems import Said
from macros.rulebook.files import NORTHPORT, SOURCES, SOUTHBAY
from macros.rulebook.rule import Lines, Rule

RULES = (
    Rule(
        "source-due",
        Said(
            "A fact without a source, or `article` without a source other than the article.",
            "事实没有来源，或写了`article`而没有文章以外的来源。",
        ),
        Said(
            "Name the page that was read, or `article` if there is no more. What we think ourselves is a `view`.",
            "写上读过的页面；只有文章说到的，来源写`article`；本手册自己的意见写成`view`。",
        ),
        Lines(
            NORTHPORT,
            (
                "          - id: rumours-1\n"
                '            text: {zh: "文章说有此事。", en: "The article says so."}\n'
                "            sources: [article]"
            ),
            '          - id: rumours-1\n            text: {zh: "文章说有此事。", en: "The article says so."}',
        ),
        more="fact",
    ),
    Rule(
        "checked-due",
        Said("No day on which the sources were read.", "没有写哪天读的来源。"),
        Said(
            "Add `checked`, at the top of the record if it holds for all.",
            "补上`checked`；对整条记录都适用的，写在开头。",
        ),
        Lines(
            SOUTHBAY,
            "checked: 2026-11-01\nfacts:\n  outcome:",
            "facts:\n  outcome:",
        ),
    ),
    Rule(
        "checked-twice",
        Said("A fact repeats the date at the top of its record.", "事实重复了记录开头的核对日期。"),
        Said("Leave it out; `handbook migrate` does so for all.", "删去；`handbook migrate`可以一次删完。"),
        Lines(
            SOUTHBAY,
            "            sources: [port-2]",
            "            sources: [port-2]\n            checked: 2026-11-01",
        ),
        more="migrate",
    ),
    Rule(
        "weak-source",
        Said("A fact rests on weak sources alone and has no `note`.", "事实只有较弱的来源，又没有`note`。"),
        Said(
            "Find a primary or secondary source, or say in a `note` what the reader should mind.",
            "找一手或二手来源，或在`note`里写明读者该留意什么。",
        ),
        Lines(
            NORTHPORT,
            (
                "            sources: [port-3]\n"
                '            note: {zh: "只见于一篇博客。", en: "A blog is all there is."}'
            ),
            "            sources: [port-3]",
        ),
        more="add-source",
    ),
    Rule(
        "review-due",
        Said(
            "Last checked more than eighteen months before the newest check in all the data.",
            "距全部数据里最近一次核对已超过十八个月。",
        ),
        Said("Read the sources again and set `checked` to that day.", "重读来源，把`checked`改成当天。"),
        Lines(
            NORTHPORT,
            "      checked: 2026-11\n",
            "      checked: 2025-01\n",
        ),
        more="add-review",
    ),
    Rule(
        "future",
        Said(
            "A date in the future, or a source published after it was read.",
            "日期在将来，或资料在发布之前就被读过。",
        ),
        Said("Correct the date.", "改正日期。"),
        Lines(
            SOURCES,
            "  date: 2019-04\n  kind: primary",
            "  date: 2109-04\n  kind: primary",
        ),
    ),
    Rule(
        "unused-source",
        Said("Nothing cites this source.", "没有人引用这个来源。"),
        Said("Cite it, or remove it.", "引用它，或删掉它。"),
        Lines(
            NORTHPORT,
            "            sources: [port-3]",
            "            sources: [port-2]",
        ),
    ),
    Rule(
        "same-address",
        Said("Two sources lead to one address, whatever stands after `#`.", "两个来源是同一个地址（`#`之后不算）。"),
        Said(
            "Cite one of them everywhere, with the page or section as `at:`, and remove the other.",
            "引用统一改成其中一个，用`at:`写明页码或章节，再删去另一个。",
        ),
        Lines(
            SOURCES,
            (
                "  url: https://example.org/blog\n"
                "  archived: https://web.archive.org/web/20201105/https://example.org/blog"
            ),
            "  url: https://example.org/plan?a=1&b=2#page-12",
        ),
    ),
    Rule(
        "republished",
        Said("A source is `kind: primary` and `copy_read: true`.", "来源既是`kind: primary`，又是`copy_read: true`。"),
        Said(
            "A text that others republished is `secondary`. Of the body's own page in an archive say so in a "
            "note, without `copy_read`.",
            "他处转载的文本属于`secondary`；若是机构自己的页面存进了档案网站，在附注里说明，不写`copy_read`。",
        ),
        Lines(
            SOURCES,
            "  date: 2019-04\n  kind: primary",
            "  date: 2019-04\n  kind: primary\n  copy_read: true",
        ),
        more="add-source",
    ),
    Rule(
        "address",
        Said("An address with a punctuation mark at its end, or shortened.", "网址末尾带着标点，或被省略号截短。"),
        Said("Copy the whole address.", "复制完整的网址。"),
        Lines(
            SOURCES,
            "  url: https://example.org/blog\n",
            "  url: https://example.org/blog。\n",
        ),
    ),
    Rule(
        "opinion",
        Said("A fact is worded like an opinion (“should”, “worth doing”).", "事实写得像意见（“应当”“值得”）。"),
        Said("Say who says so, make it a `view`, or make an exception.", "写明是谁说的，改成`view`，或写明例外。"),
        Lines(
            NORTHPORT,
            'text: {zh: "覆盖整个港区。", en: "It covers the whole harbour."}',
            'text: {zh: "应当覆盖整个港区。", en: "It should cover the whole harbour."}',
        ),
        more="add-exception",
    ),
    Rule(
        "same-text",
        Said(
            "A fact says nearly in the same words what another record has already.",
            "一条事实与另一条记录里的几乎一字不差。",
        ),
        Said(
            "Keep it where it belongs and use it in the other place, or make an exception.",
            "留在该在的地方，另一处改成引用，或写明例外。",
        ),
        Lines(
            SOUTHBAY,
            "sections:\n  privacy:\n    - facts: city/northport#privacy-1\nareas:\n  - id: shore",
            (
                "sections:\n"
                "  privacy:\n"
                "    - id: privacy-1\n"
                '      text: {zh: "数字孪生不用个人数据，水位计也不用。", en: "Neither the digital twin nor a gauge '
                'uses personal data."}\n'
                "      sources: [port-2]\n"
                "areas:\n"
                "  - id: shore"
            ),
            stands="areas:\n  - id: shore",
        ),
        more="add-exception",
    ),
    Rule(
        "code",
        Said(
            "A code is not in the codebook of its question, or stands where nothing is answered.",
            "编码不在该问题的编码说明里，或写在了没有答案的地方。",
        ),
        Said("Take one of the codes that the message names, or leave it out.", "从提示的编码里选一个，或删去。"),
        Lines(
            NORTHPORT,
            "code: statutory",
            "code: statutary",
        ),
        more="add-question",
    ),
    Rule(
        "dimension",
        Said("`data/dimensions.yml` has no such question.", "`data/dimensions.yml`里没有这个问题。"),
        Said("Correct the key, or add the question.", "改正键名，或加上这个问题。"),
        Lines(
            NORTHPORT,
            "  partners:\n    refs",
            "  partner:\n    refs",
        ),
    ),
    Rule(
        "dimension-form",
        Said(
            "The answer has not the form that the question asks for, or is a view.",
            "回答的形式与问题要求的不符，或用看法来回答。",
        ),
        Said(
            "Use the form that the hint names; a view goes under `sections`.",
            "用提示里给出的形式；看法写到`sections`里。",
        ),
        Lines(
            NORTHPORT,
            (
                "  pillars:\n"
                "    list:\n"
                '      - {zh: "数据", en: "Data"}\n'
                '      - {zh: "技能、培训", en: "Skills, training"}'
            ),
            '  pillars:\n    text: {zh: "数据、技能。", en: "Data and skills."}',
        ),
    ),
    Rule(
        "unit",
        Said("No label names this unit.", "没有这个单位的界面用词。"),
        Said(
            "Take the one that the hint names, or add `unit-…` to `data/labels.yml`.",
            "用提示给出的单位，或在`data/labels.yml`里加`unit-…`。",
        ),
        Lines(
            NORTHPORT,
            "unit: square-kilometres",
            "unit: square-kilometre",
        ),
    ),
    Rule(
        "no-number",
        Said("A fact named under `numbers` states no number.", "`numbers`里的事实不是数字。"),
        Said("Name one with `value`, `series` or `money`.", "换一条有`value`、`series`或`money`的事实。"),
        Lines(
            NORTHPORT,
            "  - fact: city/northport#gauges-1",
            "  - fact: city/northport#privacy-1",
        ),
    ),
    Rule(
        "no-such-year",
        Said(
            "A year in `succession` that none of the facts under it names.",
            "`succession`里的年份，所列事实都没有写到。",
        ),
        Said("Name the fact that gives the date as well, or correct the date.", "补上写明日期的事实，或改正日期。"),
        Lines(
            NORTHPORT,
            "    start: 2018-12\n",
            "    start: 2017-12\n",
        ),
    ),
)
