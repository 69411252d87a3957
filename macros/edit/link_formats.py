"""Tells what became of the addresses of sources: as text, as Markdown for an issue, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict
from typing import NamedTuple

from macros.edit.addresses import State
from macros.edit.links import Link

_ORDER: tuple[State, ...] = ("dead", "moved", "refused", "silent", "unasked")
"""What is told, the most pressing first; of those that are well only the number."""
_MOST = 55_000
"""Characters of Markdown; an issue holds 65,536."""
_SEARCH = "https://web.archive.org/web/2*/"
WORDS = {
    "en": {
        "dead": "Gone", "moved": "Moved for good", "refused": "Refused: look yourself", "silent": "No answer",
        "unasked": "Not asked in time", "ok": "well", "counts": "{ok} of {all} addresses are well.",
        "uses": "{number} facts", "is_archived": "has an archived copy", "search": "look for an archived copy",
        "cut": "{number} more; run `handbook links` for all.", "between": "; ",
    },
    "zh": {
        "dead": "已失效", "moved": "已永久迁移", "refused": "拒绝访问，请人工查看", "silent": "没有应答",
        "unasked": "时间已到，没有查到", "ok": "正常", "counts": "{all}个网址，{ok}个正常。",
        "uses": "{number}条事实", "is_archived": "已有存档页", "search": "查找网页存档",
        "cut": "另有{number}个，请运行`handbook links`查看。", "between": "；",
    },
}  # fmt: skip


class Report(NamedTuple):
    """What was found, and the language in which it is told."""

    links: Sequence[Link]
    language: str


def text(report: Report) -> str:
    """Return a line for each address that is not well, as `path:line`, and how many are."""
    lines = [
        f"{one.path}:{one.line}: {state} {one.source} {one.address}\n    {_about(one, report.language)}"
        for state, one in _told(report)
    ]
    return "\n".join([*lines, _counts(report)])


def markdown(report: Report) -> str:
    """Return a list for each state, cut where an issue would be too long."""
    words = WORDS[report.language]
    lines, last, length = [_counts(report)], "", 0
    told = list(_told(report))
    for place, (state, one) in enumerate(told):
        entry = f"- [ ] `{one.source}` <{one.address}>: {_about(one, report.language)} (`{one.path}:{one.line}`)"
        if state == "dead" and not one.archived:
            entry += f" [{words['search']}]({_SEARCH}{one.address})"
        length += len(entry)
        if length > _MOST:
            return "\n".join([*lines, "", words["cut"].format(number=len(told) - place)])
        lines += [*(["", f"### {words[state]}", ""] if state != last else []), entry]
        last = state
    return "\n".join(lines)


def as_json(report: Report) -> str:
    """Return a list of objects with the fields of `Link`."""
    return json.dumps([asdict(one) for one in report.links], indent=2, ensure_ascii=False)


FORMATS: dict[str, Callable[[Report], str]] = {"text": text, "markdown": markdown, "json": as_json}


def _told(report: Report) -> Iterator[tuple[State, Link]]:
    for state in _ORDER:
        held = [one for one in report.links if one.answer.state == state]
        yield from ((state, one) for one in sorted(held, key=lambda one: (bool(one.archived), -one.uses, one.source)))


def _about(one: Link, language: str) -> str:
    return WORDS[language]["between"].join(_parts(one, language))


def _parts(one: Link, language: str) -> Iterator[str]:
    words = WORDS[language]
    yield one.answer.detail[language]
    if one.answer.target:
        yield f"→ {one.answer.target}"
    if one.uses:
        yield words["uses"].format(number=one.uses)
    if one.archived and one.field == "url":
        yield words["is_archived"]


def _counts(report: Report) -> str:
    ok = sum(one.answer.state == "ok" for one in report.links)
    return WORDS[report.language]["counts"].format(ok=ok, all=len(report.links))
