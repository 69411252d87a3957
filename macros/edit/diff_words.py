"""The words in which differences are told, in both languages; none of them stands on the site."""

from __future__ import annotations

_ZH = {
    "title": "数据有哪些改动",
    "none": "两个版本的数据相同。",
    "none_read": "读得出来的数据相同。",
    "added": "新增",
    "removed": "删去",
    "changed": "改动",
    "renamed": "改名",
    "summary": (
        "新增{added}处，改动{changed}处，删去{removed}处，改名{renamed}处；受影响的页面{pages}个，表格{cells}格。"
    ),
    "lagging": "译文可能没有跟上",
    "numbers": "两种语言的数字不一致",
    "gone": "消失的名称",
    "renamed_ids": "改了名称而没有转向",
    "gone_text": "{ref}：这个名称不再存在，引用过它或随它保存的内容将找不到去处",
    "renamed_text": "{ref}：原名{told}；记录把原名写进formerly，陈述请改回原名",
    "lagging_text": "{ref}：“{field}”只改了{told}，另一种语言还是同样的意思吗？",
    "numbers_text": "{ref}：“{field}”里，{told}只出现在一种语言中",
    "facts": "事实、看法和记录",
    "items": "检查事项",
    "cells": "表格里的格",
    "covered": "措施新覆盖到",
    "uncovered": "措施不再覆盖",
    "pages": "页面",
    "before": "改动前",
    "after": "改动后",
    "fields": "逐项对照",
    "unchanged": "没有变化",
    "lang_zh": "中文页面",
    "lang_en": "英文页面",
    "nothing": "（无）",
    "more": "……另有{number}处，见`handbook diff`的完整输出。",
    "formerly": "原名{name}",
    "not_made": (
        "{side}：数据有{number}个错误，没有比较页面和表格，读不出来的文件里新增和删去的内容也不列出；"
        "先运行`handbook check`。"
    ),
    "now": "现有文件",
    "colon": "：",
    "arrow": " → ",
}
_EN = {
    "title": "What changed in the data",
    "none": "The data are the same.",
    "none_read": "The data that can be read are the same.",
    "added": "added",
    "removed": "removed",
    "changed": "changed",
    "renamed": "renamed",
    "summary": (
        "Added {added}, changed {changed}, removed {removed}, renamed {renamed}; "
        "pages affected: {pages}, cells of tables: {cells}."
    ),
    "lagging": "Translations that may lag",
    "numbers": "Numbers that differ between the languages",
    "gone": "Names that are gone",
    "renamed_ids": "Names that changed without a redirect",
    "gone_text": "{ref}: this name is gone; what cites it, or was saved with it, finds nothing",
    "renamed_text": "{ref}: was {told}; add a record's earlier id to 'formerly', and give a statement its name back",
    "lagging_text": "{ref}: '{field}' changed in {told} alone; does the other language still say the same?",
    "numbers_text": "{ref}: '{field}' tells {told} in one language alone",
    "facts": "Facts, views and records",
    "items": "Checklist items",
    "cells": "Cells of tables",
    "covered": "Covered by a measure now",
    "uncovered": "Covered by no measure any more",
    "pages": "Pages",
    "before": "Before",
    "after": "After",
    "fields": "Field by field",
    "unchanged": "no difference",
    "lang_zh": "Chinese page",
    "lang_en": "English page",
    "nothing": "(nothing)",
    "more": "… and {number} more; `handbook diff` shows all of them.",
    "formerly": "was {name}",
    "not_made": (
        "Errors in the data ({side}): {number}, so pages and tables were not compared, and what files that cannot be "
        "read have gained or lost is not told; run `handbook check` first."
    ),
    "now": "the files as they are",
    "colon": ": ",
    "arrow": " → ",
}
WORDS = {"zh": _ZH, "en": _EN}
