"""Selections that must not be empty: what is asserted of each of nothing holds, and says nothing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

T = TypeVar("T")


def some(found: Iterable[T], least: int = 1) -> list[T]:
    """Return what was found, as a list; AssertionError when it is less than `least`."""
    held = list(found)
    assert len(held) >= least, f"{len(held)} found, expected {least} or more"
    return held
