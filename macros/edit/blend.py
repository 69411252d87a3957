"""Makes one value of a YAML text another, at no more places than differ; all else stays byte for byte."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Iterable
from typing import Any

from macros.edit import snippet
from macros.edit.patch import Patch
from macros.edit.reorder import reordered
from macros.load.change import canonical
from macros.problems import Keys

Order = Callable[[Keys], Iterable[str]]
"""Keys of a mapping → the keys that it may have, in the order in which files have them."""


def blended(text: str, keys: Keys, old: Any, new: Any, order: Order) -> str:
    """Return a text in which the value under some keys is the new one.

    Raises LookupError or ValueError where the text is written so that it cannot be changed in part.
    """
    if canonical(old) == canonical(new):
        return text
    if isinstance(old, dict) and isinstance(new, dict) and old and new:
        return _mapping(text, keys, old, new, order)
    if isinstance(old, list) and isinstance(new, list) and old and new:
        return _list(text, keys, old, new, order)
    if isinstance(old, dict) and isinstance(new, list) and new and isinstance(new[0], dict):
        return _listed(text, keys, old, new, order)
    return replaced(text, keys, new)


def replaced(text: str, keys: Keys, new: Any) -> str:
    """Return a text in which another value stands in the place of one."""
    patch = Patch(text)
    around = patch.root.at(keys[:-1])
    if around.flow:
        patch.replace(keys, snippet.flow(new))
    elif isinstance(keys[-1], str):
        patch.replace(keys, snippet.valued(keys[-1], new))
    else:
        patch.replace(keys, snippet.item(new))
    return patch.result


def added(text: str, keys: Keys, new: Any, order: Order) -> str:
    """Return a text in which a mapping has one more entry, behind those that come before it in order."""
    patch = Patch(text)
    *around, key = keys
    mapping = patch.root.at(tuple(around))
    known = list(order(tuple(around)))
    before = known[: known.index(str(key))] if key in known else list(mapping.entries)
    after = next((one for one in reversed(mapping.entries) if one in before), None)
    held = snippet.flow(new) if mapping.flow else snippet.valued(str(key), new)
    patch.insert(tuple(around), str(key), held.removeprefix("\n"), after=after, below=held.startswith("\n"))
    return patch.result


def removed(text: str, keys: Keys) -> str:
    """Return a text without an entry or an item."""
    patch = Patch(text)
    patch.remove(keys)
    return patch.result


def appended(text: str, keys: Keys, place: int, new: Any) -> str:
    """Return a text in which a list has one more item, at a place from 0."""
    patch = Patch(text)
    is_flow = patch.root.at(keys).flow
    patch.insert_item(keys, place, snippet.flow(new) if is_flow else snippet.item(new))
    return patch.result


def _mapping(text: str, keys: Keys, old: dict[str, Any], new: dict[str, Any], order: Order) -> str:
    """Change what both have, add before anything is taken out, so that the mapping is never empty."""
    for key in old.keys() & new.keys():
        text = blended(text, (*keys, key), old[key], new[key], order)
    for key in [key for key in new if key not in old]:
        text = added(text, (*keys, key), new[key], order)
    for key in [key for key in old if key not in new]:
        text = removed(text, (*keys, key))
    return text


def _list(text: str, keys: Keys, old: list[Any], new: list[Any], order: Order) -> str:
    """Move what only stands elsewhere; change, add and take out, the last first, so that places before stay right."""
    after = [_name(one) for one in new]
    places = _places([_name(one) for one in old], after)
    if places != sorted(places):
        text, old = reordered(text, keys, places), [old[place] for place in places]
    if Patch(text).root.at(keys).flow:
        return text if canonical(old) == canonical(new) else replaced(text, keys, new)
    steps = difflib.SequenceMatcher(None, [_name(one) for one in old], after, autojunk=False).get_opcodes()
    for _, start, end, begin, stop in reversed(steps):
        both = min(end - start, stop - begin)
        for place in reversed(range(begin + both, stop)):
            text = appended(text, keys, start + both, new[place])
        for place in reversed(range(both)):
            text = blended(text, (*keys, start + place), old[start + place], new[begin + place], order)
        for place in reversed(range(start + both, end)):
            text = removed(text, (*keys, place))
    return text


def _name(item: Any) -> str:
    """Return by what an item of a list is known: its id, or all that it holds."""
    held = item.get("id") if isinstance(item, dict) else None
    return f"#{held}" if isinstance(held, str) else canonical(item)


def _places(before: list[str], after: list[str]) -> list[int]:
    """Return for each place of a list the item that is to stand there, so that what stays has its new order."""
    kept = [name for name in after if before.count(name) == 1 and after.count(name) == 1]
    wanted = iter([before.index(name) for name in kept])
    return [next(wanted) if name in kept else place for place, name in enumerate(before)]


def _listed(text: str, keys: Keys, old: dict[str, Any], new: list[Any], order: Order) -> str:
    """Make a list of what stood alone, with its own lines as the first item, and add the rest."""
    patch = Patch(text)
    node = patch.root.at(keys)
    if node.flow:
        return replaced(text, keys, new)
    margin = text.rfind("\n", 0, node.start) + 1
    lines = text[node.start : node.end].replace("\n", "\n  ")
    text = f"{text[:margin]}{text[margin : node.start]}- {lines}{text[node.end :]}"
    text = blended(text, (*keys, 0), old, new[0], order)
    for place, one in enumerate(new[1:], 1):
        text = appended(text, keys, place, one)
    return text
