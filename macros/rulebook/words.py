"""Rules of the words that readers are shown."""

from __future__ import annotations

from macros.problems import Said
from macros.rulebook.files import NORTHPORT, SOURCES, SOUTHBAY
from macros.rulebook.rule import Lines, Rule

RULES = (
    Rule(
        "han-blank",
        Said("A blank between Chinese characters, mostly from a broken line.", "汉字之间有空格，多半因为折了行。"),
        Said("Write the text on one line in double quotes.", "写在一行里，加双引号。"),
        Lines(
            NORTHPORT,
            'lead: {zh: "一座港口城市，用来检验页面。"',
            'lead: {zh: "一座 港口城市，用来检验页面。"',
        ),
    ),
    Rule(
        "half-width",
        Said("Half-width punctuation beside Chinese characters.", "汉字旁边用了半角标点。"),
        Said("Write ，。；：？！（）“”.", "改用，。；：？！（）“”。"),
        Lines(
            NORTHPORT,
            'lead: {zh: "一座港口城市，用来检验页面。"',
            'lead: {zh: "一座港口城市,用来检验页面。"',
        ),
    ),
    Rule(
        "double-blank",
        Said("Two blanks in a row.", "连着两个空格。"),
        Said("Leave one, or in Chinese perhaps none.", "留一个，或者都删掉。"),
        Lines(
            SOUTHBAY,
            'lead: {zh: "回答得少的城市。", en: "A city with few answers."}',
            'lead: {zh: "回答得少的城市。", en: "A city  with few answers."}',
        ),
    ),
    Rule(
        "wrong-language",
        Said(
            "A phrase or sentence of English in a Chinese text, or Chinese in an English one.",
            "中文里有英文句子或短语，或者英文里有中文。",
        ),
        Said(
            "Translate it; put a name in its own language in brackets, a title in quotation marks.",
            "译过来；其他语言的名称放进括号，标题放进引号或书名号。",
        ),
        Lines(
            SOUTHBAY,
            'lead: {zh: "回答得少的城市。", en: "A city with few answers."}',
            'lead: {zh: "回答得少的城市。", en: "回答得少的城市。"}',
        ),
    ),
    Rule(
        "translation-lags",
        Said("One language of a text changed, the other did not.", "一段文字只改了一种语言。"),
        Said("Translate what changed, or say that both are still valid.", "把改动译过去；或写明两种仍然一致。"),
        Lines(
            SOUTHBAY,
            'lead: {zh: "只回答了四个问题的城市。", en: "A city that answers four questions."}',
            'lead: {zh: "只回答了四个问题的城市。", en: "A city with few answers."}',
            stands='lead: {zh: "回答得少的城市。", en: "A city with few answers."}',
            is_noted=True,
        ),
        more="translations",
    ),
    Rule(
        "discouraged-term",
        Said(
            "A form that the glossary or `data/usage.yml` discourages, or that one asks for and the other discourages.",
            "用了术语表或`data/usage.yml`不提倡的说法；或者一处采用、另一处不提倡。",
        ),
        Said(
            "Use the one that the hint names, put it in quotation marks, or make an exception.",
            "用提示给出的说法；要引用，就加引号；或写明例外。",
        ),
        Lines(
            NORTHPORT,
            "数字孪生不用个人数据",
            "虚拟城市不用个人数据",
        ),
        more="add-exception",
    ),
    Rule(
        "broken-character",
        Said(
            "A character that cannot be shown or seen, or a radical that came out of a PDF file.",
            "坏掉的字符：无法显示的、看不见的，或从PDF带来的部首。",
        ),
        Said("Delete it and type the word again.", "删掉，重新输入这个词。"),
        Lines(
            SOUTHBAY,
            'name: {zh: "南湾", en: "Southbay"}',
            'name: {zh: "南湾", en: "South\u00adbay"}',
        ),
    ),
    Rule(
        "mojibake",
        Said("A text that was read in the wrong encoding.", "编码弄错的乱码。"),
        Said("Copy it again from where it is sound; save the file as UTF-8.", "从完好的原处重新复制，文件存为UTF-8。"),
        Lines(
            SOURCES,
            'title: "Rapport sur l\'eau"',
            'title: "Rapport sur lâ€™eau"',
        ),
    ),
    Rule(
        "comment-cut",
        Said("` #` in a text without quotes: the rest became a comment.", "没加引号的文字里有` #`，后半句成了注释。"),
        Said("Put the whole text between double quotes.", "给整段文字加双引号。"),
        Lines(
            SOURCES,
            'title: "What I saw on quay #3"',
            "title: What I saw on quay #3",
            stands='title: "What I saw on the quay"',
        ),
    ),
    Rule(
        "curly-quotes",
        Said("Curly quotation marks in the place of YAML's straight ones.", "用弯引号代替了YAML的直引号。"),
        Said('Put the text between straight quotes, `"…"`.', '用直引号`"…"`括起来。'),
        Lines(
            SOURCES,
            'publisher: {zh: "一位博主", en: "A blogger"}',
            'publisher: {zh: “一位博主”, en: "A blogger"}',
        ),
    ),
    Rule(
        "markdown",
        Said("Signs of Markdown in plain text.", "纯文本里写了Markdown符号。"),
        Said("Remove them.", "删掉这些符号。"),
        Lines(
            SOUTHBAY,
            'lead: {zh: "回答得少的城市。", en: "A city with few answers."}',
            'lead: {zh: "回答得少的城市。", en: "A city with **few** answers."}',
        ),
    ),
    Rule(
        "html",
        Said("HTML in plain text, which is shown as it is typed.", "纯文本里写了HTML，会原样显示。"),
        Said("Remove it.", "删掉。"),
        Lines(
            SOUTHBAY,
            'lead: {zh: "回答得少的城市。", en: "A city with few answers."}',
            'lead: {zh: "回答得少的城市。", en: "A city with few&nbsp;answers."}',
        ),
    ),
    Rule(
        "unwritten",
        Said("A text still to be written: TODO and the like.", "还没写好的文字，如TODO、待补充。"),
        Said("Write it.", "写好再提交。"),
        Lines(
            SOUTHBAY,
            'lead: {zh: "回答得少的城市。", en: "A city with few answers."}',
            'lead: {zh: "待补充", en: "TODO"}',
        ),
    ),
    Rule(
        "full-width",
        Said(
            "Full-width letters or digits, or full-width brackets in English.",
            "全角字母、数字，或英文里的全角括号。",
        ),
        Said("Write them in half width.", "改成半角。"),
        Lines(
            "data/lessons/water.yml",
            "The article of 2020 would",
            "The article of ２０２０ would",
        ),
    ),
    Rule(
        "traditional",
        Said("Traditional characters outside quotation marks and brackets.", "引号和括号之外出现繁体字。"),
        Said("Write the simplified ones; quote what is quoted.", "改成简体；引用的原文加引号。"),
        Lines(
            NORTHPORT,
            '- {zh: "数据", en: "Data"}',
            '- {zh: "數據", en: "Data"}',
        ),
    ),
)
