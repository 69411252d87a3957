"""Rules of labels, pages, and where files lie."""

from __future__ import annotations

from macros.problems import Said
from macros.rulebook.files import EASTHAM, NEW
from macros.rulebook.rule import Lines, Place, Rule

RULES = (
    Rule(
        "missing-label",
        Said("A template uses a label that `data/labels.yml` lacks.", "模板用到的界面用词，`data/labels.yml`里没有。"),
        Said("Add it in both languages.", "用两种语言补上。"),
        Lines(
            "data/labels.yml",
            'home: {zh: "首页", en: "Home"}\n',
            "",
        ),
    ),
    Rule(
        "unused-label",
        Said("Nothing uses this label.", "没有地方用到这个界面用词。"),
        Said("Remove it, or use it.", "删掉，或用上它。"),
        Lines(
            "data/labels.yml",
            'home: {zh: "首页", en: "Home"}',
            'home: {zh: "首页", en: "Home"}\nhouse: {zh: "房子", en: "House"}',
        ),
    ),
    Rule(
        "label-places",
        Said("The names in braces differ between the languages.", "两种语言花括号里的名字不同。"),
        Said("Use the same ones in both.", "改成一样。"),
        Lines(
            "data/labels.yml",
            'home: {zh: "首页", en: "Home"}',
            'home: {zh: "首页{number}", en: "Home"}',
        ),
    ),
    Rule(
        "page-twin",
        Said("A hand-written page exists in one language only.", "手写页面只有一种语言。"),
        Said("Write the other, under the same name.", "用同样的文件名补上另一种。"),
        Place("content/en/visit.md", text="# Visit\n", beside={"content/zh/visit.md": "# 参观\n"}),
    ),
    Rule(
        "template",
        Said("A template in `overrides/` has a fault in its syntax.", "`overrides/`里的模板有语法错误。"),
        Said("Mend the line that is named, or bring back the version before.", "改正所指的那一行，或恢复上一个版本。"),
        Lines(
            "overrides/partials/note.html",
            "{% if page %}\n{{ page.title }}\n{% endif %}\n",
            "{% if page %}\n{{ page.title }}\n",
        ),
    ),
    Rule(
        "macro",
        Said(
            "A page calls a macro that there is not, with an id or number that there is not, or writes the call "
            "wrongly.",
            "页面调用的宏不存在、编号或页码不对，或者写法有误。",
        ),
        Said("Take what the hint names.", "照提示改。"),
        Lines(
            "content/en/index.md",
            "{{ home() }}",
            "{{ hom() }}",
        ),
        more="macros",
    ),
    Rule(
        "missing-file",
        Said("A data file that must exist is gone.", "必须有的数据文件不见了。"),
        Said("Bring it back from the history.", "从历史版本里恢复。"),
        Place("data/schedule.yml"),
    ),
    Rule(
        "wrong-place",
        Said("A record among those of another kind.", "记录放进了另一类的文件或文件夹。"),
        Said("Move it to where the hint says.", "移到提示所说的地方。"),
        Place(NEW, "data/lessons/eastham.yml", EASTHAM),
    ),
    Rule(
        "stray-file",
        Said("Nothing reads this file or folder.", "没有程序会读这个文件或文件夹。"),
        Said("Put it where it belongs, with the ending `.yml`.", "放到该放的地方，扩展名用`.yml`。"),
        Place(NEW, "data/cities/eastham.yaml", EASTHAM),
    ),
    Rule(
        "file-name",
        Said("The file name cannot be an id.", "文件名不能用作编号。"),
        Said("Write small letters, digits and single hyphens.", "用小写字母、数字和单个连字符。"),
        Place(NEW, "data/cities/East Ham.yml", EASTHAM),
    ),
)
