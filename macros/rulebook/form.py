"""Rules of the form that a record and its values have."""

from __future__ import annotations

from macros.problems import Said
from macros.rulebook.files import NORTHPORT, SOURCES, SOUTHBAY
from macros.rulebook.rule import Lines, Rule

RULES = (
    Rule(
        "missing-language",
        Said("One of the two languages is missing.", "少了一种语言。"),
        Said("Add `zh:` or `en:`.", "补上`zh:`或`en:`。"),
        Lines(
            SOUTHBAY,
            'name: {zh: "南湾", en: "Southbay"}',
            'name: {zh: "南湾"}',
        ),
    ),
    Rule(
        "missing-key",
        Said("A key that must be there is missing.", "少了必须有的键。"),
        Said("Add it.", "补上。"),
        Lines(
            SOUTHBAY,
            (
                "order: 2\n"
                'name: {zh: "南湾", en: "Southbay"}\n'
                'country: {zh: "乙国", en: "Beland"}\n'
                'lead: {zh: "回答得少的城市。", en: "A city with few answers."}'
            ),
            "order: 2\n"
            'name: {zh: "南湾", en: "Southbay"}\nlead: {zh: "回答得少的城市。", en: "A city with few answers."}',
        ),
    ),
    Rule(
        "unknown-key",
        Said("No such key here; often a misspelling or wrong indentation.", "这里没有这个键，多半是拼错或缩进不对。"),
        Said("Take the one that the hint names.", "用提示里给出的键。"),
        Lines(
            SOURCES,
            '  note: {zh: "读的是副本。", en: "A copy was read."}',
            '  notes: {zh: "读的是副本。", en: "A copy was read."}',
        ),
    ),
    Rule(
        "unknown-value",
        Said("The value is not in the list of possible ones.", "值不在可选范围内。"),
        Said("Take one that the message names.", "从消息列出的值里选一个。"),
        Lines(
            SOURCES,
            "  date: 2019-04\n  kind: primary",
            "  date: 2019-04\n  kind: primry",
        ),
    ),
    Rule(
        "wrong-type",
        Said(
            "Another kind of value is due: text, number, list, keys or true/false.",
            "应该是另一类值：文字、数、列表、若干键，或true/false。",
        ),
        Said("Follow the hint.", "照提示改。"),
        Lines(
            NORTHPORT,
            "    value: 850.5\n    unit: square-kilometres",
            "    value: 850.5平方千米\n    unit: square-kilometres",
        ),
    ),
    Rule(
        "wrong-form",
        Said("An id, reference or address is not written as it must be.", "编号、引用或网址的写法不对。"),
        Said(
            "Write `new-york` for an id, `city/london` for a reference, `https://…` for an address.",
            "编号写成`new-york`，引用写成`city/london`，网址写成`https://…`。",
        ),
        Lines(
            NORTHPORT,
            "refs: [city/southbay, domain/water, term/twin]",
            "refs: [southbay, domain/water, term/twin]",
        ),
    ),
    Rule(
        "empty",
        Said("A text or list with nothing in it.", "文字或列表是空的。"),
        Said("Fill it in, or remove the key if it may be left out.", "填上；可以省略的键就删掉。"),
        Lines(
            "data/toolkits.yml",
            'gap: {zh: "没有后续。", en: "Nothing on what came after."}',
            'gap: {zh: "没有后续。", en: ""}',
        ),
    ),
    Rule(
        "too-few",
        Said("A list has fewer entries than it needs.", "列表的项数不够。"),
        Said("Add what is missing.", "补足。"),
        Lines(
            "data/conflicts.yml",
            (
                "  checked: 2026-11-02\n"
                "  statements:\n"
                "    - facts: city/northport#gauges-number\n"
                "    - id: statement-2\n"
                '      text: {zh: "报纸写30个。", en: "The paper says thirty."}\n'
                "      sources: [port-2]\n"
                "      checked: 2026-11-01\n"
                "      article: refines\n"
                '      said: {zh: "有几个。", en: "There are some."}'
            ),
            "  checked: 2026-11-02\n  statements:\n    - facts: city/northport#gauges-number",
        ),
    ),
    Rule(
        "too-many",
        Said("A list or mapping has more entries than it may.", "列表或映射的条目比允许的多。"),
        Said(
            "Keep what matters most: a source has one place, the one that leads nearest; a city has three numbers.",
            "留下最要紧的：一个来源只写一处位置，写最具体的；一座城市最多三个数。",
        ),
        Lines(
            NORTHPORT,
            'sources: [{id: port-1, at: {chapter: "3"}}]',
            'sources: [{id: port-1, at: {chapter: "3", page: "12"}}]',
        ),
    ),
    Rule(
        "invisible",
        Said("An invisible character or a line break in a text.", "文字里有不可见字符或换行。"),
        Said("Delete it and type the place again.", "删掉，重新输入这一处。"),
        Lines(
            SOUTHBAY,
            'name: {zh: "南湾", en: "Southbay"}',
            'name: {zh: "南湾", en: "South\u200bbay"}',
        ),
    ),
    Rule(
        "blank-edge",
        Said("A blank at the beginning or end of a text.", "文字开头或末尾有空格。"),
        Said("Remove it.", "删掉空格。"),
        Lines(
            SOUTHBAY,
            'name: {zh: "南湾", en: "Southbay"}',
            'name: {zh: "南湾", en: "Southbay "}',
        ),
    ),
    Rule(
        "reserved",
        Said("The id is a name that the site or Windows needs.", "这个编号是网站或Windows保留的名称。"),
        Said("Choose another.", "换一个。"),
        Lines(
            NORTHPORT,
            "formerly: [old-port]",
            "formerly: [index]",
        ),
    ),
    Rule(
        "date",
        Said("Not a date, or a day that does not exist.", "不是日期，或没有这一天。"),
        Said("Write `2019`, `2019-04` or `2019-04-22`.", "写成`2019`、`2019-04`或`2019-04-22`。"),
        Lines(
            NORTHPORT,
            "            unit: sites\n            as_of: 2020-03\n",
            "            unit: sites\n            as_of: 2020年3月\n",
        ),
    ),
    Rule(
        "period",
        Said("A span of time ends before it begins.", "一段时间的结束早于开始。"),
        Said("Exchange `from` and `to`.", "把`from`和`to`对调。"),
        Lines(
            NORTHPORT,
            "period: {from: 2019-04, to: 2021}",
            "period: {from: 2021, to: 2019-04}",
        ),
    ),
    Rule(
        "number",
        Said("A number too long to be shown, or minutes that are none.", "数字太长无法显示，或分钟数不是正数。"),
        Said("Use a larger unit, or correct it.", "换成更大的单位，或改正。"),
        Lines(
            "data/paths/framework.yml",
            "minutes: 90",
            "minutes: 0",
        ),
    ),
    Rule(
        "fact-forms",
        Said("A fact in two forms.", "一条事实用了两种形式。"),
        Said("Split it into two facts.", "拆成两条。"),
        Lines(
            NORTHPORT,
            "    - id: background-1\n      date: 2018-12-31\n      sources: [port-1]",
            (
                "    - id: background-1\n"
                "      date: 2018-12-31\n"
                '      text: {zh: "年底发布。", en: "It came out at the end of the year."}\n'
                "      sources: [port-1]"
            ),
        ),
        more="fact",
    ),
    Rule(
        "fact-empty",
        Said("A fact in no form.", "一条事实什么也没说。"),
        Said("Say something, or `not_found: true`.", "写上内容，或写`not_found: true`。"),
        Lines(
            NORTHPORT,
            (
                "          - id: rumours-1\n"
                '            text: {zh: "文章说有此事。", en: "The article says so."}\n'
                "            sources: [article]"
            ),
            "          - id: rumours-1\n            sources: [article]",
        ),
        more="not-found",
    ),
    Rule(
        "fact-number",
        Said(
            "A number without what is due with it: `value` needs `unit` and `as_of`, `series` needs `unit`, "
            "`money` needs `text`.",
            "数字缺少必须同写的键：`value`要有`unit`和`as_of`，`series`要有`unit`，`money`要有`text`。",
        ),
        Said("Add it.", "补上。"),
        Lines(
            NORTHPORT,
            "  area:\n    id: profile-area\n    value: 850.5\n    unit: square-kilometres\n    as_of: 2020",
            "  area:\n    id: profile-area\n    value: 850.5\n    as_of: 2020",
        ),
        more="numbers",
    ),
    Rule(
        "fact-said",
        Said(
            "`article: refines` or `contradicts` without `said`.",
            "写了`article: refines`或`contradicts`，没有`said`。",
        ),
        Said(
            "Say what the article said, or leave `article` out if it said nothing.",
            "写明文章怎么说；文章没有说到，就删去`article`。",
        ),
        Lines(
            NORTHPORT,
            "  date:\n"
            "    period: {from: 2019-04, to: 2021}\n"
            "    sources: [port-1]\n"
            '    article: contradicts\n    said: {zh: "2018年发布。", en: "It was published in 2018."}',
            "  date:\n    period: {from: 2019-04, to: 2021}\n    sources: [port-1]\n    article: contradicts",
        ),
        more="against-article",
    ),
    Rule(
        "fact-companion",
        Said(
            "`unit`, `bound`, `basis` or `scope` stands where there is no number of its own.",
            "没有数字，却写了`unit`、`bound`、`basis`或`scope`。",
        ),
        Said(
            "Leave it out; `money` has a `bound` and a `scope` inside.",
            "去掉；金额的`bound`和`scope`写在`money`里面。",
        ),
        Lines(
            NORTHPORT,
            (
                "    - id: privacy-1\n"
                '      text: {zh: "数字孪生不用个人数据，水位计也不用。", en: "Neither the digital twin nor a gauge '
                'uses personal data."}'
            ),
            (
                "    - id: privacy-1\n"
                "      unit: people\n"
                '      text: {zh: "数字孪生不用个人数据，水位计也不用。", en: "Neither the digital twin nor a gauge '
                'uses personal data."}'
            ),
        ),
        more="numbers",
    ),
    Rule(
        "profile-form",
        Said("Population or area is told in words.", "人口或面积是用文字写的。"),
        Said("Write `value`, `unit` and `as_of`.", "写`value`、`unit`和`as_of`。"),
        Lines(
            NORTHPORT,
            "    value: 850.5\n    unit: square-kilometres\n    as_of: 2020\n    bound: about",
            '    text: {zh: "约850平方千米。", en: "About 850 square kilometres."}',
        ),
    ),
)
