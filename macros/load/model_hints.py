"""What was found and what to do about it, for values of the wrong form or type."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal
from typing import Any
from urllib.parse import quote

from macros.model.kinds import GUIDES, KINDS
from macros.model.scalars import ID_LENGTH, ID_PATTERN, WEB_PATTERN
from macros.problems import SILENCE, Said, meant, nearest, sentences, several

_ADDRESS = re.compile("https?://", re.IGNORECASE)
_ONE_NUMBER = re.compile(
    r"[^\d.,+-]{0,4}([-+]?\d+(?:[, ]\d{3})*(?:\.\d+)?) ?(万|亿|million|billion)?"
    r"(?! ?(?:thousand|trillion|[百千十]|bn|[kmb]\b))[^\d.,]{0,16}",
    re.IGNORECASE,
)
"""One number, with what stands around it: a sign of about, separators of thousands, 万 and 亿, a unit."""
_TIMES = {"万": 10**4, "亿": 10**8, "million": 10**6, "billion": 10**9}
_GROUPED = re.compile(r"[-+]?[0-9]{1,3}(?:[ ,'_\u00a0\u202f][0-9]{3})+(?:\.[0-9]+)?")
_ID_RULE = Said(
    "Ids have small letters a-z, digits and single hyphens, and begin with a letter.",
    "编号只用小写字母a-z、数字和单个连字符，以字母开头。",
)


class Typed(str):
    """A number as it was typed: 2018.10, not 2018.1."""

    __slots__ = ()


def form_hint(form: str, value: Any) -> tuple[Said, Said]:
    """Return message and hint for a text that has not the form of an id, a reference …."""
    found = shown(value)
    if form == "web":
        return _not(found, "a web address", "网址"), _web_hint(str(value))
    if form == "reference":
        hint = Said("Write kind/id, for example city/london.", "请写“类别/id”，例如city/london。")
        return _not(found, "a reference", "对记录的引用"), sentences(hint, _kind_hint(str(value)))
    if form == "item":
        kinds = several(GUIDES)
        hint = Said(
            f"Write kind.owner.item, for example path.stocktake.city-plan; kinds: {kinds.en}.",
            f"请写“类别.记录.条目”，例如path.stocktake.city-plan；类别有：{kinds.zh}。",
        )
        return _not(found, "a checklist item", "检查清单的条目"), hint
    if form == "measure":
        hint = Said(
            "Write a measure as city.measure, for example london.open-data.",
            "措施写作“城市.措施”，例如london.open-data。",
        )
        return _not(found, "a measure", "措施"), hint
    if form == "language":
        hint = Said(
            "Write any code of ISO 639, for example zh, en, fr or et.", "请写ISO 639的语言代码，例如zh、en、fr、et。"
        )
        return _not(found, "a language code", "语言代码"), hint
    if form == "id" and _ADDRESS.match(str(value)):
        hint = Said(
            "Put it into a file of data/sources/ under 'url:', and give that source's id here.",
            "请把网址写进data/sources/的文件里（“url:”下），这里写那个来源的编号。",
        )
        return Said(f"{found.en} is an address, no id", f"{found.zh}是网址，不是编号"), hint
    if form == "id":
        return Said(f"{found.en} cannot be an id", f"{found.zh}不能用作编号"), id_hint(str(value))
    hint = Said('Write "0", or "1-2" for a span.', '请写"0"；一段时间写"1-2"。')
    return _not(found, "a number of years from the start", "从开始算起的年数"), hint


def _not(found: Said, en: str, zh: str) -> Said:
    return Said(f"{found.en} is not {en}", f"{found.zh}不是{zh}")


def _web_hint(value: str) -> Said:
    """Return what keeps a text from being an address."""
    if not _ADDRESS.match(value):
        return Said(
            "Write a whole address that begins with https:// or http://.", "请写以https://或http://开头的完整网址。"
        )
    if not value.startswith(("https://", "http://")):
        return Said("Write https:// in small letters.", "https://请用小写字母。")
    odd = next((one for one in value if not re.match(WEB_PATTERN, f"https://{one}")), "")
    if not odd:
        return Said("Write the whole address.", "请写完整的网址。")
    is_blank = odd == " "
    return Said(
        f"Write {quote(odd)} for {'the blank' if is_blank else repr(odd)} in it.",
        f"请把其中的{'空格' if is_blank else f'“{odd}”'}换成{quote(odd)}。",
    )


def _kind_hint(value: str) -> Said:
    kinds = [kind.name for kind in KINDS if kind.can_be_named]
    kind, slash, name = value.partition("/")
    match = nearest(kind, kinds) if slash else ""
    if match == kind:
        return _ID_RULE
    names = several(kinds)
    return meant(f"{match}/{name}") if match else Said(f"Kinds: {names.en}.", f"类别有：{names.zh}。")


def as_id(text: str) -> str:
    """Return what a text would be as an id, which it need not be: one of Han characters alone is empty."""
    return re.sub("[^a-z0-9]+", "-", text.lower()).strip("-")


def id_hint(value: str) -> Said:
    """Return what an id looks like, and what `value` would be as one."""
    if len(value) > ID_LENGTH:
        return Said(
            f"It has {len(value)} characters; {ID_LENGTH} are the most.", f"它有{len(value)}个字符，最多{ID_LENGTH}个。"
        )
    slug = as_id(value)
    return sentences(_ID_RULE, meant(slug) if re.fullmatch(ID_PATTERN, slug) else SILENCE)


def type_hint(expected: str, value: Any, fields: Iterable[str]) -> Said:
    """Return what to do about a value of the wrong type."""
    plain = not isinstance(value, dict | list)
    if expected == "a list":
        if plain:
            better = f"[{_yaml(value)}]"
            return Said(f"Write {better}, or '- ' before each entry.", f"请写{better}，或者每一项前面写“- ”。")
        return Said("Write '- ' before each entry.", "每一项前面都写“- ”。")
    if expected in ("a mapping of keys", "a list of entries"):
        return _mapping_hint(value, several(fields))
    if expected == "text":
        if not plain:
            return Said("Write one text, in double quotes.", "请写一段文字，加双引号。")
        return Said(f'Put it in double quotes: "{_yaml(value)}".', f'请加双引号："{_yaml(value)}"。')
    if expected == "a number":
        return _number_hint(value)
    if expected == "true or false":
        return Said("Write true or false without quotes.", "请写true或false，不加引号。")
    return Said("Write digits only, without quotes.", "请只写数字，不加引号。")


def _mapping_hint(value: Any, fields: Said) -> Said:
    if isinstance(value, str) and re.match(r"[A-Za-z_-]+[:：]", value):
        return Said(
            "Put a half-width colon and a blank after each key: 'zh: …'.", "每个键后面写半角冒号和一个空格：“zh: …”。"
        )
    lines = Said("Write 'key: value' lines below it.", "请在下面逐行写“键: 内容”。")
    possible = Said(f"Possible here: {fields.en}.", f"这里可以写的键：{fields.zh}。")
    return sentences(lines, possible if fields else Said("Each key is an id.", "每个键都是一个编号。"))


def _plain_number(value: Any) -> str:
    """Return the one number in a text in digits alone: "8799,800" → 8799800, "15万" → 150000; "" where none is sure."""
    text = unicodedata.normalize("NFKC", value) if isinstance(value, str) else ""
    found = _ONE_NUMBER.fullmatch(text)
    if not found:
        return ""
    number = Decimal(re.sub("[, ]", "", found[1])) * _TIMES.get((found[2] or "").lower(), 1)
    return f"{number:f}".rstrip("0").rstrip(".") if "." in f"{number:f}" else f"{number:f}"


def _number_hint(value: Any) -> Said:
    if isinstance(value, str) and _GROUPED.fullmatch(value):
        digits = re.sub("[^0-9.+-]", "", value)
        return Said(
            f"Write {digits}: the digits alone, with nothing between them.", f"请写{digits}：只写数字，中间不加别的。"
        )
    if isinstance(value, str) and re.fullmatch(r"[-+]?\.[0-9]+", value):
        better = value.replace(".", "0.", 1)
        return Said(f"Write {better}.", f"请写{better}。")
    if better := _plain_number(value):
        return Said(f"Write {better}; the unit has a key of its own.", f"请写{better}；单位另有一个键。")
    return Said(
        "Write it without quotes and without a unit; the unit has a key of its own.",
        "请只写数字，不加引号，也不带单位；单位另有一个键。",
    )


def _yaml(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else shown(value).en.strip("'")


def shown(value: Any) -> Said:
    """Return a plain value as a message shows it: short, and with nothing invisible in it."""
    if value is None:
        return Said("nothing", "空")
    if isinstance(value, dict):
        keys, is_more = list(value)[:3], len(value) > 3
        return Said(
            f"a mapping ({', '.join(map(repr, keys))}{' …' if is_more else ''})",
            f"一组键（{'、'.join(map(str, keys))}{'……' if is_more else ''}）",
        )
    if isinstance(value, list | tuple):
        return Said("a list", "列表")
    if isinstance(value, Typed | bool | int | float):
        plain = str(value).lower() if isinstance(value, bool) else str(value)
        return Said(plain, plain)
    found = repr(value if len(value) <= 40 else value[:39] + "…")
    return Said(found, f"“{found[1:-1]}”")
