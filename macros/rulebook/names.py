"""Rules of ids, of what names what, and of drafts."""

from __future__ import annotations

from macros.problems import Said
from macros.rulebook.files import EASTHAM, MEASURE, NEW, NORTHPORT, SOUTHBAY
from macros.rulebook.rule import Lines, Place, Rule

RULES = (
    Rule(
        "reference",
        Said("No record has this id.", "没有哪条记录是这个编号。"),
        Said("Correct the id, or add the record.", "改正编号，或补上记录。"),
        Lines(
            NORTHPORT,
            "        domains: [water]",
            "        domains: [watter]",
        ),
    ),
    Rule(
        "gone",
        Said(
            "A record, or several parts of one, is not there and is named in several places.",
            "记录不见了，或者少了几个部分，却有好几处提到。",
        ),
        Said(
            "Put back what was taken out by mistake, or mend the places that name it.",
            "误删的放回来，或改正提到它的地方。",
        ),
        Place("data/systems/water.yml"),
    ),
    Rule(
        "statement",
        Said(
            "A view or a use names a fact that there is not, something that is no fact, or, in a use, a whole record.",
            "看法或引用所指的事实不存在，所指的不是事实，或者引用指了整条记录。",
        ),
        Said("Take the id that the hint names.", "用提示给出的编号。"),
        Lines(
            NORTHPORT,
            "because: [city/northport#gauges-1, measure/southbay.pumps, finding/tides]",
            "because: [city/northport#guages-1, measure/southbay.pumps, finding/tides]",
        ),
        more="ids",
    ),
    Rule(
        "id-due",
        Said("A fact or view without an `id`.", "事实或看法没有`id`。"),
        Said("Give it one that its record does not have yet.", "起一个这条记录里还没有的。"),
        Lines(
            NORTHPORT,
            (
                "    - id: privacy-1\n"
                '      text: {zh: "数字孪生不用个人数据，水位计也不用。", en: "Neither the digital twin nor a gauge '
                'uses personal data."}'
            ),
            (
                '    - text: {zh: "数字孪生不用个人数据，水位计也不用。", en: "Neither the digital twin nor a gauge '
                'uses personal data."}'
            ),
        ),
        more="ids",
    ),
    Rule(
        "duplicate-id",
        Said(
            "An id is taken, in the record or among those of its kind, or was an earlier id of something else.",
            "编号在同一条记录或同类记录里已被占用，或曾是别的记录的编号。",
        ),
        Said("Give the newer one another id.", "给后来的那个换一个编号。"),
        Lines(
            NORTHPORT,
            "    - id: takeaways-avoid",
            "    - id: takeaways-1",
        ),
    ),
    Rule(
        "own-reference",
        Said("A record that names itself.", "记录引用了自己。"),
        Said("Remove it.", "删掉。"),
        Lines(
            "data/lessons/water.yml",
            "see: [implication/small]",
            "see: [lesson/water]",
        ),
    ),
    Rule(
        "repeated",
        Said("The same entry twice in one list.", "同一列表里出现两次。"),
        Said("Remove one.", "删掉一个。"),
        Lines(
            NORTHPORT,
            "            as_of: 2020-03-31\n            sources: [port-1, port-2]",
            "            as_of: 2020-03-31\n            sources: [port-1, port-2, port-1]",
        ),
    ),
    Rule(
        "layer",
        Said("The city's file declares no such layer.", "城市文件里没有声明这个层级。"),
        Said("Add it under `layers`, or correct it.", "加到`layers`里，或改正。"),
        Lines(
            NORTHPORT,
            '      scope: {zh: "常住人口", en: "residents"}\n      layer: metropolitan',
            '      scope: {zh: "常住人口", en: "residents"}\n      layer: metropolis',
        ),
    ),
    Rule(
        "evidence",
        Said("A lesson cites a measure that does not name the lesson.", "经验引用了一项措施，措施却没有写这条经验。"),
        Said(
            "Add the lesson to the measure's `lessons`, or remove the evidence.",
            "在措施的`lessons`里加上，或删去这项依据。",
        ),
        Lines(
            SOUTHBAY,
            "        domains: [water]\n        lessons: [water]",
            "        domains: [water]",
        ),
    ),
    Rule(
        "few-cities",
        Said("A lesson whose evidence is from fewer than three cities.", "某条经验的依据来自不足三座城市。"),
        Said(
            "Name measures of other cities, or say in `cautions` how far it goes.",
            "再列出其他城市的措施，或在`cautions`中写明适用范围。",
        ),
        Lines(
            "data/lessons/water.yml",
            "evidence: [northport.gauges, southbay.pumps, eastham.dikes]",
            "evidence: [northport.gauges, southbay.pumps]",
            stands="evidence: [northport.gauges, southbay.pumps]",
            beside={
                "data/cities/westham.yml": (
                    'name: {zh: "西村", en: "Westham"}\n'
                    'country: {zh: "丙国", en: "Celand"}\n'
                    'lead: {zh: "西边的村。", en: "A village in the west."}\n'
                ),
                NEW: EASTHAM + MEASURE,
            },
        ),
    ),
    Rule(
        "no-measure",
        Said(
            "A lesson, domain or system that no measure of any city names.",
            "没有任何城市的措施提到这条经验、这个领域或系统。",
        ),
        Said("Name it in the measures that bear on it.", "在相关措施中列出它。"),
        Lines(
            NORTHPORT,
            "        systems: [water]\n        lessons: [water]\n        problems: [flood]",
            "        lessons: [water]\n        problems: [flood]",
        ),
    ),
    Rule(
        "no-checklist",
        Said("A planning step, system or domain without a checklist.", "规划步骤、系统或领域没有检查清单。"),
        Said("Write one under `groups`.", "写在`groups`下。"),
        Lines(
            "data/domains/water.yml",
            (
                "groups:\n"
                "  - id: tariff\n"
                '    title: {zh: "收费", en: "The tariff"}\n'
                "    items:\n"
                "      - id: set-tariff\n"
                '        do: {zh: "制定收费办法。", en: "Set a tariff."}\n'
                '        yields: {zh: "收费办法", en: "A tariff"}'
            ),
            "",
        ),
    ),
    Rule(
        "phase-order",
        Said("A phase that begins before the one above it.", "某个阶段的开始时间早于上面的阶段。"),
        Said("Put the phases in order of time.", "按时间先后排列。"),
        Lines(
            "data/schedule.yml",
            "  build:\n    years: {from: 2021, to: 2022}",
            "  build:\n    years: {from: 2019, to: 2022}",
        ),
    ),
    Rule(
        "same-order",
        Said("Two records with the same `order`.", "两条记录的`order`相同。"),
        Said("Give each a number of its own.", "各用各的数字。"),
        Lines(
            SOUTHBAY,
            "order: 2",
            "order: 1",
        ),
    ),
    Rule(
        "copied-record",
        Said("Nearly every text is that of another record.", "几乎全部文字都与另一条记录相同。"),
        Said("Write this record's own, or delete the file.", "写上自己的内容，或删掉文件。"),
        Place(NORTHPORT, NEW, is_copy=True),
    ),
    Rule(
        "decide",
        Said(
            "`handbook migrate` brought a file of an earlier shape into today's, but for what no rule can know.",
            "`handbook migrate`把旧格式的文件改成了今天的，只剩下没有规则能定的内容。",
        ),
        Said("Write what the hint asks for.", "写上提示所问的内容。"),
        Lines(
            NORTHPORT,
            "    - id: takeaways-avoid\n"
            '      view: {zh: "不要只看一年的水位。", en: "One year of levels is not enough."}\n'
            "      kind: avoid\n"
            "      because: finding/tides",
            "    - id: takeaways-avoid\n"
            '      text: {zh: "不要只看一年的水位。", en: "One year of levels is not enough."}\n'
            "      sources: [port-2]\n"
            "      standing: new",
        ),
        more="migrate",
    ),
    Rule(
        "to-do",
        Said("Something in a draft is still to be written.", "草稿里还有没写的内容。"),
        Said("Write it; what may be left out can be deleted.", "写上；可以不写的，也可以删掉。"),
        Lines(
            NEW,
            EASTHAM,
            (
                "draft: true\n"
                'name: {zh: "东村", en: "Eastham"}\n'
                'country: {zh: "丙国", en: "Celand"}\n'
                'lead: {zh: "TODO", en: "TODO"}\n'
            ),
        ),
        more="new",
    ),
    Rule(
        "draft",
        Said("Nothing is left to do in a draft.", "草稿里已经没有要写的了。"),
        Said("Remove `draft: true`; then the record counts.", "删去`draft: true`，记录就算数了。"),
        Lines(
            NEW,
            EASTHAM,
            "draft: true\n" + EASTHAM,
        ),
        more="new",
    ),
    Rule(
        "draft-too-early",
        Said("A draft is named of which too little is written to show it.", "引用了还写得太少、没法显示的草稿。"),
        Said("Write there first what every record of its kind must have.", "先在那里写上这类记录必须有的内容。"),
        Lines(
            SOUTHBAY,
            'order: 2\nname: {zh: "南湾", en: "Southbay"}',
            'draft: true\norder: 2\nname: {zh: "TODO", en: "TODO"}',
        ),
        more="new",
    ),
)
