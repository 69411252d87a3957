"""What the rules said of a project, kept for whoever checks or builds it again as it is.

A hook checks what its editor has checked, a build what the job has checked before, each bundle what the site was made
of. A verdict is found by all that the rules read: data, pages, overrides, the code itself, and the day. It lies where
compiled templates do, in a folder that is safe to lose.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections.abc import Callable, Iterable
from dataclasses import astuple
from pathlib import Path

from macros import output
from macros.check.day import today
from macros.check.kept import digests, folder, of_code
from macros.problems import Problem, Said

_READ = ("data", "content", "overrides")
"""Folders of a project that the rules look into."""
_MOST = 20
"""Verdicts that are kept, the latest."""
_NAME = "handbook-verdict-{}.json"


def key(root: Path) -> str:
    """Return what tells a project from all others, and from itself after any change that a rule could see."""
    held = hashlib.blake2b(f"{today()} {of_code()}".encode(), digest_size=16)
    for name in _READ:
        for part in digests(root / name):
            held.update(part)
    return held.hexdigest()


def told(root: Path, before: str, ask: Callable[[], list[Problem]]) -> list[Problem]:
    """Return the verdict on a project, of which `ask` asks the rules if nobody has, with its key before it was read.

    What changed meanwhile may have been read or not: then nothing is known, and nothing kept.
    """
    if key(root) == before and (held := _known(before)) is not None:
        return held
    made = ask()
    if key(root) == before:
        _keep(before, made)
    return made


def _known(name: str) -> list[Problem] | None:
    """Return the verdict of a key; None where there is none, or none that can be read."""
    place = folder()
    try:
        held = json.loads((place / _NAME.format(name)).read_bytes()) if place else None
        return None if held is None else [_problem(*one) for one in held]
    except (OSError, ValueError, TypeError):
        return None


def _keep(name: str, problems: Iterable[Problem]) -> None:
    """Keep a verdict, and let go of the oldest; where it cannot be kept, the rules are asked again."""
    if place := folder():
        with contextlib.suppress(OSError):
            held = json.dumps([astuple(one) for one in problems])
            output.write(place / _NAME.format(name), held.encode())
            kept = sorted(place.glob(_NAME.format("*")), key=lambda file: file.stat().st_mtime, reverse=True)
            for file in kept[_MOST:]:
                file.unlink(missing_ok=True)


def _problem(path: str, line: int, column: int, rule: str, message: list[str], hint: list[str], *more: str) -> Problem:
    return Problem(path, line, column, rule, Said(*message), Said(*hint), *more)  # type: ignore[arg-type]
