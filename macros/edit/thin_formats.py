"""Tells where the handbook is thin: as text, as Markdown for an issue, as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict

from macros.edit.thin import SECTIONS, Place

Found = dict[str, list[Place]]
_MOST = 40
"""Places of a section in Markdown; an issue holds 65,536 characters."""


def text(found: Found, language: str) -> str:
    """Return a heading a section with the number of its places, and a line for each as `path:line`."""
    lines = []
    for name, held in found.items():
        lines += [_heading(name, held, language)]
        lines += [f"  {one.path}:{one.line}: {one.ref}: {one.told[language]}" for one in held]
    return "\n".join(lines)


def markdown(found: Found, language: str) -> str:
    """Return a list to tick off for each section that has any, cut where it is long."""
    lines: list[str] = []
    for name, held in found.items():
        lines += [f"### {_heading(name, held, language)}", ""]
        lines += [
            f"- [ ] `{one.ref}`: {_escaped(one.told[language])} (`{one.path}:{one.line}`)" for one in held[:_MOST]
        ]
        if len(held) > _MOST:
            more = len(held) - _MOST
            lines += [
                {"en": f"- {more} more: `handbook report {name}`", "zh": f"- 另有{more}处：`handbook report {name}`"}[
                    language
                ]
            ]
        lines += [""] if held else []
    return "\n".join(lines).rstrip()


def as_json(found: Found, _: str) -> str:
    """Return section → list of objects with the fields of `Place`, told in both languages."""
    return json.dumps(
        {name: [asdict(one) for one in held] for name, held in found.items()}, ensure_ascii=False, indent=2
    )


FORMATS: dict[str, Callable[[Found, str], str]] = {"text": text, "markdown": markdown, "json": as_json}


def _heading(name: str, held: list[Place], language: str) -> str:
    word = SECTIONS[name][0]
    return {"en": f"{word.en}: {len(held)}", "zh": f"{word.zh}：{len(held)}"}[language]


def _escaped(told: str) -> str:
    """Return a text that a page of Markdown shows as it is."""
    return "".join(f"\\{one}" if one in "\\`*_[]<>#@|" else one for one in told)
