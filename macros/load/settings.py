"""What `mkdocs.yml` says of the handbook itself; its other settings are the engine's."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from macros.load.imprint import Reuse
from macros.problems import Said, SaidError

_FILE = "mkdocs.yml"


class SettingError(SaidError):
    """A setting cannot be used; names it, what was found, and what is due."""


class _Loader(yaml.SafeLoader):
    """Reads what is plain; what a tag stands for is the engine's."""


_Loader.add_multi_constructor("", lambda *_: None)


def reuse(root: Path) -> Reuse | None:
    """Return how the owner lets the handbook be reused: `extra.reuse`; None while nothing is said.

    Raises SettingError for anything but a name and an address.
    """
    try:
        held = yaml.load((root / _FILE).read_text(encoding="utf-8"), _Loader)  # noqa: S506 - a safe one
    except FileNotFoundError:
        return None
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise SettingError(Said(f"{_FILE} cannot be read: {error}", f"{_FILE}读不了：{error}")) from None
    given = _inside(_inside(held, "extra"), "reuse")
    found = {key: value for key, value in given.items() if value} if isinstance(given, Mapping) else given
    if not found:
        return None
    if not isinstance(found, Mapping):
        found = {}
    texts = all(isinstance(value, str) for value in found.values())
    if not texts or "name" not in found or not found.keys() <= {"name", "address"} or not _is_web(found.get("address")):
        shown = repr(given)
        raise SettingError(
            Said(
                f"{_FILE}: extra.reuse is {shown}; expected a name, and where there is one an address that begins with "
                "https://",
                f"{_FILE}：extra.reuse是{shown}；应写name（名称），有网址的再写address，以https://开头",
            )
        )
    return Reuse(found["name"], found.get("address", ""))


def _inside(held: Any, key: str) -> Any:
    return held.get(key) if isinstance(held, Mapping) else None


def _is_web(address: str | None) -> bool:
    return address is None or address.startswith(("https://", "http://"))
