"""Work shared among processes, where a system can fork one that has the data already; else one piece after another."""

from __future__ import annotations

import gc
import multiprocessing
import os
import sys
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from typing import Any, TypeVar

Piece = TypeVar("Piece")
Result = TypeVar("Result")

_held: dict[str, Any] = {}
"""What forked processes find in their memory: the work and its pieces, neither of which need be picklable."""
_sharing = 1
"""How many processes, this among them, were begun to work at the same time."""


def each(work: Callable[[Piece], Result], pieces: Sequence[Piece], *, apart: bool = False) -> Iterable[Result]:
    """Yield the result of `work` for each piece, in order; results travel between processes, so they are picklable.

    What `work` changes in memory is lost where it runs elsewhere; the error of a piece is raised here. Work that has to
    be lost is done `apart` even on one core, wherever `can_fork`.
    """
    count = min(cores(), len(pieces))
    if count < 2 - apart or not can_fork():
        yield from map(work, pieces)
        return
    before = dict(_held)  # of the piece that this is a part of
    _held.update(work=work, pieces=pieces)
    settings: dict[str, Any] = {
        "mp_context": multiprocessing.get_context("fork"),
        "initializer": _begin,
        "initargs": (count,),
    }
    try:
        with ProcessPoolExecutor(count, **settings) as pool:
            yield from pool.map(_do, range(len(pieces)), chunksize=max(1, len(pieces) // (count * 32)))
    finally:
        _held.clear()
        _held.update(before)


def cores() -> int:
    """Return on how many cores this process may run, besides those that share its work."""
    found = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return -(-found // _sharing)


def can_fork() -> bool:
    """Whether a fork is safe: libraries of macOS do not bear it, nor do locks that other threads hold."""
    return sys.platform == "linux" and threading.active_count() == 1


def _begin(count: int) -> None:
    """Spare the collector what was there before: it would copy all the memory that it looks through.

    What comes is let go by itself, nearly all of it; to look after each 700 things takes a twentieth of the time.

    Whatever the process shares out in turn is for its part of the cores.
    """
    global _sharing  # noqa: PLW0603 - of the process
    _sharing *= count
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _do(number: int) -> Any:
    return _held["work"](_held["pieces"][number])
