"""What `handbook bundle` does, in words a user reads: what was ordered, how it goes, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros import output
from macros.bundle import manifest, single_manifest
from macros.bundle.make import BundleError, Order, Summary, make_bundle
from macros.check import reporters
from macros.check.run import sound
from macros.load.selection import Selection, SelectionError
from macros.problems import DataProblemsError
from macros.wording import LANGUAGES, spoken

Say = Callable[[str], None]
_MOST = 50
"""Faults of a bundle that are named one by one."""


class OrderError(Exception):
    """The command was used wrongly."""


def make(root: Path, selection: Selection, single: bool, out: Path | None, say: Say) -> int:
    """Make a bundle and say how it went; return the exit code.

    Raises OrderError for what was ordered wrongly.
    """
    target = _target(root, selection, single, out)
    say("checking the data …")
    try:
        order = Order(root, sound(root).whole, selection, target, single)
        summary = make_bundle(order, say)
    except SelectionError as error:
        raise OrderError(str(error)) from None
    except DataProblemsError as error:
        say(reporters.text(error.problems, spoken()))
        return 1
    except BundleError as error:
        say(f"error: {error}")
        return 1
    say(f"made {target}: {_amount(summary)}")
    if summary.left_out:
        say(f"left out: {', '.join(summary.left_out)}; links to them are shown as plain text")
    return 0


def check(path: Path, say: Say) -> int:
    """Check a bundle against its manifest and name every fault; return the exit code."""
    try:
        if manifest.is_single(path):
            return _check_single(path, say)
        found = manifest.verify(path)
    except manifest.ManifestError as error:
        say(_printable(f"error: {error}"))
        return 1
    for fault in found.faults[:_MOST]:
        say(_printable(fault))
    for name in found.left_over[:_MOST]:
        say(_printable(f"not of the bundle, left by a system or an editor: {name}"))
    if found.faults:
        say(f"{path} is not as it was made; faults: {len(found.faults)}")
        return 1
    say(f"{path} is as it was made: {found.count} files")
    return 0


def _printable(text: str) -> str:
    """Return a text without what would steer a terminal: names in a zip are anybody's."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def _check_single(path: Path, say: Say) -> int:
    held = single_manifest.verify(path)
    if held.intact and held.is_guarded:
        say(f"{path} is as it was made: {held.facts}")
        return 0
    if not held.is_guarded:
        say(f"without a policy against asking other hosts: {path.name}")
    if not held.intact:
        say(f"changed: {path.name}")
    if held.is_copy:
        say("it was saved from a browser with a group's answers inside, as such copies are")
    say(f"{path} is not as it was made; it calls itself {held.facts}")
    return 1


def _target(root: Path, selection: Selection, single: bool, out: Path | None) -> Path:
    """Return where the bundle goes; OrderError where it cannot."""
    if single and len(selection.languages) != 1:
        raise OrderError("a single file holds one language: add --lang zh or --lang en")
    target = out or Path(f"handbook-bundle-{_what(selection)}{'.html' if single else ''}")
    if single != (target.suffix.lower() == ".html"):
        raise OrderError(f"{target}: a name ends in .html for --single-file, and only for that")
    _check_name(target)
    folder = output.within(root, target)
    if folder in output.SOURCES or folder.startswith("."):
        raise OrderError(f"{target} would lie among the project's own files, in {folder}/; name a place elsewhere")
    if folder == output.BUILT:
        raise OrderError(f"{target}: the next build empties {output.BUILT}/; name another place")
    if target.exists() or target.is_symlink():
        raise OrderError(f"{target} exists; remove it or name another with --out")
    if not target.parent.is_dir():
        raise OrderError(f"there is no folder {target.parent} to write to")
    return target.absolute()


def _check_name(target: Path) -> None:
    """Refuse names that promise something else than is made, or that not every system keeps."""
    suffix = target.suffix.lower()
    if suffix not in ("", ".zip", ".html") and not suffix[1:].isdigit():
        raise OrderError(f"{target}: a name ends in .zip for a zip, and has no ending for a folder, not '{suffix}'")
    if target.name.startswith(".") or target.name.endswith((".", " ")):
        raise OrderError(f"{target}: a name must not begin with a dot, nor end with a dot or a blank")


def _what(selection: Selection) -> str:
    """Return the part of a default name: `zh-en`, `en-london-paris`, `zh-part` where there is much to name."""
    chosen = [*selection.cities, *selection.paths]
    named = chosen if len(chosen) <= 3 else ["part"]
    more = ["facilitator"] if selection.facilitator else []
    return "-".join([*(one for one in LANGUAGES if one in selection.languages), *named, *more])


def _amount(summary: Summary) -> str:
    pages = "1 page" if summary.pages == 1 else f"{summary.pages} pages"
    files = "1 file" if summary.files == 1 else f"{summary.files} files"
    return f"{pages}, {files}, {summary.size / 1e6:.1f} MB"
