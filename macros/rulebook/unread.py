"""Rules of files that cannot be read, or not as they are meant."""

from __future__ import annotations

from macros.problems import Said
from macros.rulebook.files import EASTHAM, NEW, NORTHPORT, SOURCES, SOUTHBAY
from macros.rulebook.rule import Lines, Place, Rule

RULES = (
    Rule(
        "yaml-unreadable",
        Said(
            "The file cannot be opened: it is a folder, or you may not read it.",
            "文件打不开：它是文件夹，或者没有权限读。",
        ),
        Said("Look what lies there, and who may read it.", "看看那里放的是什么，以及谁有权限读。"),
        Place(SOUTHBAY, "data/cities/southbay.yml/southbay.yml"),
    ),
    Rule(
        "yaml-size",
        Said("The file is larger than a million bytes.", "文件超过一百万字节。"),
        Said(
            "Look for text pasted by mistake. A file of many records can be split: files of any name in "
            "`data/glossary/` are read beside `data/glossary.yml`, and so on, as those in `data/sources/` are "
            "read together.",
            "看看是不是误贴了文字。收有多条记录的文件可以拆开："
            "`data/glossary/`里的文件与`data/glossary.yml`一同读取，文件名不限，其他种类也一样；"
            "来源就是这样分放在`data/sources/`里的。",
        ),
        Lines(
            SOUTHBAY,
            "order: 2",
            "order: 2  # pasted by mistake " + "x" * 1_000_000,
        ),
    ),
    Rule(
        "yaml-encoding",
        Said("The file is not UTF-8.", "文件不是UTF-8编码。"),
        Said("Save it as UTF-8.", "存成UTF-8。"),
        Lines(
            SOUTHBAY,
            'name: {zh: "南湾", en: "Southbay"}',
            'name: {zh: "南湾", en: "Southbay"}',
            encoding="gbk",
        ),
    ),
    Rule(
        "yaml-character",
        Said("An invisible character that YAML forbids.", "有YAML不允许的不可见字符。"),
        Said("Delete it and type the place again.", "删掉，重新输入这一处。"),
        Lines(
            SOUTHBAY,
            'lead: {zh: "回答得少的城市。", en: "A city with few answers."}',
            'lead: {zh: "回答得少的城市。\u2028", en: "A city with few answers."}',
        ),
    ),
    Rule(
        "yaml-syntax",
        Said("A slip in quotes, colons, brackets or indentation.", "引号、冒号、括号或缩进有误。"),
        Said("Compare with the table of slips.", "对照易错表修改。"),
        Lines(
            SOUTHBAY,
            'name: {zh: "南湾", en: "Southbay"}',
            'name：{zh: "南湾", en: "Southbay"}',
        ),
        more="pitfalls",
    ),
    Rule(
        "yaml-depth",
        Said("Nested deeper than any record needs.", "嵌套太深，没有记录需要这么深。"),
        Said("Look for brackets pasted by mistake.", "看看是不是误贴了括号。"),
        Lines(
            NORTHPORT,
            "formerly: [old-port]",
            "formerly: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[old-port]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]",
        ),
    ),
    Rule(
        "yaml-tab",
        Said("A tab in the indentation.", "用制表符缩进。"),
        Said("Indent with blanks, two a level.", "用空格缩进，每级两个。"),
        Lines(
            NORTHPORT,
            '  national: {zh: "国家", en: "National"}',
            '\tnational: {zh: "国家", en: "National"}',
        ),
    ),
    Rule(
        "yaml-blank",
        Said(
            "A full-width or no-break blank in the indentation or after a colon, often pasted.",
            "缩进或冒号后面用了全角空格或不换行空格，多半是粘贴带进来的。",
        ),
        Said("Type it anew with the space bar, in half width.", "删掉，用空格键输入半角空格。"),
        Lines(
            NORTHPORT,
            '  national: {zh: "国家", en: "National"}',
            '\u3000national: {zh: "国家", en: "National"}',
        ),
    ),
    Rule(
        "conflict-marker",
        Said("Two versions of the same lines, left by a merge.", "合并时留下的，同样几行有两个版本。"),
        Said(
            "Choose one side; delete `<<<<<<<`, `=======` and `>>>>>>>`.",
            "选定一边，删掉`<<<<<<<`、`=======`和`>>>>>>>`这几行。",
        ),
        Lines(
            SOUTHBAY,
            'lead: {zh: "回答得少的城市。", en: "A city with few answers."}',
            (
                "<<<<<<< HEAD\n"
                'lead: {zh: "回答得少的城市。", en: "A city with few answers."}\n'
                "=======\n"
                'lead: {zh: "答案不多。", en: "Few answers."}\n'
                ">>>>>>> main"
            ),
        ),
    ),
    Rule(
        "yaml-empty",
        Said("The file holds nothing.", "文件里什么也没有。"),
        Said("Copy a record of the same kind, or delete the file.", "复制一条同类记录，或者删掉文件。"),
        Lines(
            NEW,
            EASTHAM,
            "",
        ),
    ),
    Rule(
        "yaml-documents",
        Said("A line `---` begins a second document.", "一行`---`开始了第二份文档。"),
        Said("Remove that line.", "删掉这一行。"),
        Lines(
            NORTHPORT,
            "see: [lesson/water, measure/southbay.pumps, source/port-2]",
            "---\nsee: [lesson/water, measure/southbay.pumps, source/port-2]",
        ),
    ),
    Rule(
        "yaml-alias",
        Said("An alias, `*name`.", "用了别名`*name`。"),
        Said(
            "Write the value out; a text that begins with `*` needs double quotes.",
            "把内容写出来；以`*`开头的文字要加双引号。",
        ),
        Lines(
            SOURCES,
            'title: "What I saw on the quay"',
            "title: *quay",
        ),
    ),
    Rule(
        "yaml-anchor",
        Said("An anchor, `&name`.", "用了锚点`&name`。"),
        Said(
            "Write the value out; a text that begins with `&` needs double quotes.",
            "把内容写出来；以`&`开头的文字要加双引号。",
        ),
        Lines(
            SOURCES,
            'title: "What I saw on the quay"',
            "title: &What I saw on the quay",
        ),
    ),
    Rule(
        "yaml-tag",
        Said("A tag, such as `!!int`.", "用了标签，例如`!!int`。"),
        Said("Remove it; a text that begins with `!` needs double quotes.", "删掉；以`!`开头的文字要加双引号。"),
        Lines(
            SOURCES,
            'title: "What I saw on the quay"',
            "title: !What I saw on the quay",
        ),
    ),
    Rule(
        "yaml-duplicate",
        Said("A key stands twice in one record.", "一条记录里有两个同名的键。"),
        Said("Keep one.", "留一个。"),
        Lines(
            SOUTHBAY,
            'name: {zh: "南湾", en: "Southbay"}',
            'name: {zh: "南湾", en: "Southbay"}\nname: {zh: "南湾", en: "Southbay"}',
        ),
    ),
    Rule(
        "yaml-merge",
        Said("A merge key, `<<`.", "用了合并键`<<`。"),
        Said("Write the keys out.", "把各个键写出来。"),
        Lines(
            SOUTHBAY,
            '    text: {zh: "没有成文的规划。", en: "No written plan."}\n    code: running',
            '    text: {zh: "没有成文的规划。", en: "No written plan."}\n    <<: {code: running}',
        ),
    ),
    Rule(
        "yaml-key",
        Said("A key that is no plain word.", "键不是普通单词。"),
        Said(
            "Use a plain word; quote a text that begins with a bracket.",
            "改用普通单词；以括号开头的文字要加双引号。",
        ),
        Lines(
            SOUTHBAY,
            'name: {zh: "南湾", en: "Southbay"}',
            'name: {{zh: "南湾", en: "Southbay"}}',
        ),
    ),
    Rule(
        "yaml-boolean",
        Said("`yes`, `no`, `on`, `off` and the like without quotes.", "`yes`、`no`、`on`、`off`之类没加引号。"),
        Said(
            "Write `true` or `false`, or the word between double quotes.",
            "写`true`或`false`；要的是单词，就加双引号。",
        ),
        Lines(
            "data/toolkits.yml",
            'features: {assessment: "yes"}',
            "features: {assessment: yes}",
        ),
    ),
    Rule(
        "yaml-date",
        Said("Looks like a date and is none that we read.", "看着像日期，但不是可用的写法。"),
        Said("Write `2019`, `2019-04` or `2019-04-22`.", "写成`2019`、`2019-04`或`2019-04-22`。"),
        Lines(
            NORTHPORT,
            "as_of: 2020-03-31",
            "as_of: 2020-3-31",
        ),
    ),
    Rule(
        "yaml-number",
        Said(
            "A number that YAML reads otherwise, such as `010`, `1:30`, `1e5`.",
            "YAML会读成另一个数，例如`010`、`1:30`、`1e5`。",
        ),
        Said(
            "Write a plain decimal number, or put a text between double quotes.",
            "写普通的十进制数；要的是文字，就加双引号。",
        ),
        Lines(
            NORTHPORT,
            "value: 30",
            "value: 3e1",
        ),
    ),
)
