"""Statements become facts and views with ids; how they stand to the article is said only where that speaks of them.

Of the old shape: `claims`, `standing`, a city's `status`, units as texts.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from typing import Any

from macros.edit.patch import Patch
from macros.edit.steps import Step
from macros.load.yaml_nodes import Node
from macros.model.scalars import ID_LENGTH
from macros.problems import SILENCE, Keys, Said, sentences

_RENAMED = {"claims": "statements", "claim": "statement"}
_IN_ARTICLE = ("confirms", "refines", "contradicts")
_STANDINGS = (*_IN_ARTICLE, "new", "not-found", "unchecked")
_FORMS = ("text", "date", "period", "value", "list", "refs", "absent")
_VIEW = Said(
    "Say which kind of view it is (kind) and on which facts it rests (because).",
    "请写明是哪一类看法（kind），依据哪些事实（because）。",
)
_UNIT = Said(
    "Give the unit an id of its own in labels.yml, after 'unit-', and write that id here.",
    "请在labels.yml里给这个单位取一个编号（“unit-”后面的部分），再把编号写在这里。",
)
_TITLE = Said("Say under 'title:', in a few words, what flows.", "请在“title:”下用几个字写明流动的是什么。")
_ANSWER = Said(
    "Write it as the answer to 'outcome' under 'facts:', then remove it.",
    "请改写成“facts:”下问题“outcome”的答案，再删去它。",
)
_OF_FACTS = ("sources", "checked", "said")
_BY_ID = (("facts",), ("sections",), ("layers",))
"""Where keys are ids, whatever they are called."""
_OWN = ("sections", "takeaways")
"""Where a city held what the handbook thinks."""


def change(patch: Patch, record: Keys) -> Step:
    """Change one record; what it cannot know is left for a person."""
    step = Step()
    root = patch.root.at(record)
    for keys, node in root.walk(record):
        for key in sorted(_RENAMED.keys() & node.entries.keys()) if keys[len(record) :] not in _BY_ID else ():
            if _RENAMED[key] in node.entries:
                new = _RENAMED[key]
                hint = Said(
                    f"Join '{key}' and '{new}' here; both name the same.",
                    f"请把这里的“{key}”和“{new}”合在一起，两个名称是一回事。",
                )
                step.due.append((_now(keys), hint))
            elif any("standing" in held.entries for _, held in node.entries[key].value.walk()):
                patch.rename((*keys, key), _RENAMED[key])
                step.changed += 1
    names = _names(root, record)
    for keys, node in root.walk(record):
        if "standing" in node.entries:
            _statement(patch, keys, node, names.get(keys, ""), step, is_own=keys[len(record) :][:2] == _OWN)
        if "from" in node.entries and "statement" in map(_RENAMED.get, node.entries) and "title" not in node.entries:
            step.due.append((_now(keys), _TITLE))
    if status := root.find(("status",)):
        _status(patch, record, root, status, step)
    return step


def _statement(patch: Patch, keys: Keys, node: Node, name: str, step: Step, *, is_own: bool) -> None:
    standing = node.entries["standing"].value.scalar
    if unclear := _unclear(node):
        step.due.append((_now(keys), unclear))
        return
    step.changed += 1
    if name:
        patch.insert(keys, "id", name)
    is_empty = not any(form in node.entries for form in _FORMS)
    is_view = is_own and "text" in node.entries
    if is_view:
        patch.remove((*keys, "standing"))
    elif standing in _IN_ARTICLE:
        patch.rename((*keys, "standing"), "article")
    elif standing == "not-found":
        patch.rename((*keys, "standing"), "not_found")
        patch.replace((*keys, "standing"), "true")
    else:
        patch.remove((*keys, "standing"))
    if is_empty and "sources" in node.entries:
        patch.rename((*keys, "sources"), "searched")
    if is_view:
        patch.rename((*keys, "text"), "view")
        for key in [key for key in node.entries if key in _OF_FACTS]:
            patch.remove((*keys, key))
        step.due.append((_now(keys), sentences(_VIEW, _removed(node))))
    if "unit" in node.entries and node.entries["unit"].value.scalar is None:
        step.due.append((_now((*keys, "unit")), _UNIT))


def _unclear(node: Node) -> Said:
    """Return what keeps a statement from being changed by rule, or nothing."""
    standing = node.entries["standing"].value.scalar
    if standing not in _STANDINGS:
        return Said(
            f"Nobody knows the standing '{standing}': expected {', '.join(_STANDINGS)}.",
            f"不认识standing的值“{standing}”，应当是{'、'.join(_STANDINGS)}之一。",
        )
    if len(node.entries) > 1:
        return SILENCE
    return Said(
        "Nothing is stated here but a standing: state something, or remove it.",
        "这里除了standing什么也没有说：请写上内容，或者删去。",
    )


def _removed(node: Node) -> Said:
    """Return what a view had that only facts have, which leaves it."""
    held = [
        f"{key}: {json.dumps(node.at((key,)).plain, ensure_ascii=False)}" for key in node.entries if key in _OF_FACTS
    ]
    return Said(f"It had {'; '.join(held)}.", f"它原来有{'；'.join(held)}。") if held else SILENCE


def _now(keys: Keys) -> Keys:
    """Return where something stands once keys have their names of today."""
    return tuple(_RENAMED.get(key, key) if isinstance(key, str) else key for key in keys)


def _status(patch: Patch, record: Keys, root: Node, status: Node, step: Step) -> None:
    """Make of what became of a plan the answer to a question."""
    held = status.plain
    answers = root.find(("facts",))
    is_whole = isinstance(held, dict) and held.keys() >= {"plan", "outcome", "as_of", "sources"}
    if not is_whole or not answers or answers.flow or not answers.entries or "outcome" in answers.entries:
        step.due.append(((*record, "status"), _ANSWER))
        return
    fact = {"text": _outcome(held), "code": held["outcome"], "as_of": held["as_of"], "sources": held["sources"]}
    snippet = "\n".join(f"{key}: {_flow(value)}" for key, value in fact.items())
    patch.insert((*record, "facts"), "outcome", snippet)
    patch.remove((*record, "status"))
    step.changed += 1
    if "successor" in held and "successor" not in answers.entries:
        successor = held["successor"]
        hint = Said(
            f"Answer the question 'successor': {successor['en']}.", f"请回答问题“successor”：{successor['zh']}。"
        )
        step.due.append(((*record, "facts"), hint))


def _outcome(status: dict[str, Any]) -> dict[str, str]:
    """Return the plan, and what followed it, as one text in each language."""
    plan, successor = status["plan"], status.get("successor")
    if not successor:
        return {"zh": f"{plan['zh']}。", "en": f"{plan['en']}."}
    return {"zh": f"{plan['zh']}；此后：{successor['zh']}。", "en": f"{plan['en']}; then: {successor['en']}."}


def _flow(value: object) -> str:
    """Return a value as YAML between brackets; texts in double quotes."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_quoted(held)}" for key, held in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(str, value)) + "]"
    return str(value)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _names(root: Node, record: Keys) -> dict[Keys, str]:
    """Return an id for each statement that has none: of its place, with a number."""
    used = {node.entries["id"].value.scalar for _, node in root.walk() if "id" in node.entries}
    counts = Counter[str]()
    names = {}
    for keys, node in root.walk(record):
        if "standing" not in node.entries or "id" in node.entries or _is_named_by_question(root, keys[len(record) :]):
            continue
        place = _place(root, keys[len(record) :])
        name = None
        while name is None or name in used:
            counts[place] += 1
            name = f"{place}-{counts[place]}"
        used.add(name)
        names[keys] = name
    return names


def _is_named_by_question(root: Node, keys: Keys) -> bool:
    """Return whether a statement is the only one of its layer in the answer to a question."""
    if keys[0] != "facts":
        return False
    answer = root.at(keys[:2])
    layers = [_layer(item) for item in answer.items]
    return not answer.is_list or layers.count(_layer(root.at(keys))) == 1


def _layer(node: Node) -> str | None:
    return node.entries["layer"].value.scalar if "layer" in node.entries else None


def _place(root: Node, keys: Keys) -> str:
    """Return the id, or the key, of what a statement stands in."""
    name = "statement"
    for n, key in enumerate(keys):
        node = root.at(keys[: n + 1])
        if isinstance(key, int) and node.find(("id",)) and n + 1 < len(keys):
            name = str(node.at(("id",)).scalar)
        elif isinstance(key, str) and key not in ("statements", "statement", "claims", "claim", "areas", "measures"):
            name = key
    name = {"cautions": "caution"}.get(name, name)
    return re.sub("[^a-z0-9-]", "-", name if name[0].isalpha() else f"s{name}")[: ID_LENGTH - 4].strip("-")
