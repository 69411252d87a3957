"""What `handbook bundle` does, in words a user reads: what was ordered, how it goes, what came of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from macros import output
from macros.bundle import manifest, single_manifest
from macros.bundle.make import BundleError, Order, Summary, make_bundle
from macros.check.run import sound
from macros.load.selection import Selection, SelectionError
from macros.problems import Said, SaidError
from macros.wording import LANGUAGES

Say = Callable[[Said], None]
_MOST = 50
"""Faults of a bundle that are named one by one."""


class OrderError(SaidError):
    """The command was used wrongly."""


def make(root: Path, selection: Selection, single: bool, out: Path | None, say: Say) -> int:
    """Make a bundle and say how it went; return the exit code.

    Raises OrderError for what was ordered wrongly, DataProblemsError for data with errors.
    """
    target = _target(root, selection, single, out)
    say(Said("checking the data …", "正在检查数据……"))
    try:
        order = Order(root, sound(root).whole, selection, target, single)
        summary = make_bundle(order, say)
    except SelectionError as error:
        raise OrderError(error.said) from None
    except BundleError as error:
        say(_error(error))
        return 1
    amount = _amount(summary)
    say(Said(f"made {target}: {amount.en}", f"做好了{target}：{amount.zh}"))
    if summary.left_out:
        en, zh = ", ".join(one.en for one in summary.left_out), "、".join(one.zh for one in summary.left_out)
        say(
            Said(
                f"left out: {en}; links to them are shown as plain text",
                f"没有收入：{zh}；指向它们的链接显示为普通文字",
            )
        )
    return 0


def _error(error: SaidError) -> Said:
    return Said(f"error: {error.said.en}", f"错误：{error.said.zh}")


def check(path: Path, say: Say) -> int:
    """Check a bundle against its manifest and name every fault; return the exit code."""

    def say_safely(said: Said) -> None:
        say(Said(_printable(said.en), _printable(said.zh)))

    try:
        return _check_single(path, say_safely) if manifest.is_single(path) else _check_many(path, say_safely)
    except manifest.ManifestError as error:
        say_safely(_error(error))
        return 1


def _printable(text: str) -> str:
    """Return a text without what would steer a terminal: names in a zip are anybody's."""
    return "".join(sign if sign.isprintable() else "?" for sign in text)


def _check_many(path: Path, say: Say) -> int:
    found = manifest.verify(path)
    for fault in found.faults[:_MOST]:
        say(fault)
    for name in found.left_over[:_MOST]:
        say(
            Said(
                f"not of the bundle, left by a system or an editor: {name}",
                f"不属于离线包，是系统或编辑器留下的：{name}",
            )
        )
    count = len(found.faults)
    if count:
        say(Said(f"{path} is not as it was made; faults: {count}", f"{path}与制作时不同，有{count}处"))
        return 1
    say(Said(f"{path} is as it was made: {found.count} files", f"{path}与制作时相同，有{found.count}个文件"))
    return 0


def _check_single(path: Path, say: Say) -> int:
    held = single_manifest.verify(path)
    if held.intact and held.is_guarded:
        say(Said(f"{path} is as it was made: {held.facts.en}", f"{path}与制作时相同：{held.facts.zh}"))
        return 0
    if not held.is_guarded:
        say(manifest.unguarded(path.name))
    if not held.intact:
        say(manifest.changed(path.name))
    if held.is_copy:
        say(
            Said(
                "it was saved from a browser with a group's answers inside, as such copies are",
                "它是从浏览器存出的，里面有一个小组的填写内容；这样的副本都会如此",
            )
        )
    say(
        Said(
            f"{path} is not as it was made; it calls itself {held.facts.en}",
            f"{path}与制作时不同；它自称：{held.facts.zh}",
        )
    )
    return 1


def _target(root: Path, selection: Selection, single: bool, out: Path | None) -> Path:
    """Return where the bundle goes; OrderError where it cannot."""
    if single and len(selection.languages) != 1:
        raise OrderError(
            Said(
                "a single file holds one language: add --lang zh or --lang en",
                "单个文件只放一种语言：请加上--lang zh或--lang en",
            )
        )
    target = out or Path(f"handbook-bundle-{_what(selection)}{'.html' if single else ''}")
    if single != (target.suffix.lower() == ".html"):
        raise OrderError(
            Said(
                f"{target}: a name ends in .html for --single-file, and only for that",
                f"{target}：用--single-file时名称以.html结尾，也只有这时才这样",
            )
        )
    _check_name(target)
    folder = output.within(root, target)
    if folder in output.SOURCES or folder.startswith("."):
        raise OrderError(output.among(target, folder))
    if folder == output.BUILT:
        raise OrderError(
            Said(
                f"{target}: the next build empties {output.BUILT}/; name another place",
                f"{target}：下次生成网站会清空{output.BUILT}/；请换个地方",
            )
        )
    if target.exists() or target.is_symlink():
        raise OrderError(
            Said(
                f"{target} exists; remove it or name another with --out", f"已经有{target}；请删去它，或用--out另取名称"
            )
        )
    if not target.parent.is_dir():
        parent = target.parent
        raise OrderError(Said(f"there is no folder {parent} to write to", f"没有{parent}这个文件夹，无处写入"))
    return target.absolute()


def _check_name(target: Path) -> None:
    """Refuse names that promise something else than is made, or that not every system keeps."""
    suffix = target.suffix.lower()
    if suffix not in ("", ".zip", ".html") and not suffix[1:].isdigit():
        raise OrderError(
            Said(
                f"{target}: a name ends in .zip for a zip, and has no ending for a folder, not '{suffix}'",
                f"{target}：zip的名称以.zip结尾，文件夹的名称没有结尾，不能是“{suffix}”",
            )
        )
    if target.name.startswith(".") or target.name.endswith((".", " ")):
        raise OrderError(
            Said(
                f"{target}: a name must not begin with a dot, nor end with a dot or a blank",
                f"{target}：名称不能以点开头，也不能以点或空格结尾",
            )
        )


def _what(selection: Selection) -> str:
    """Return the part of a default name: `zh-en`, `en-london-paris`, `zh-part` where there is much to name."""
    chosen = [*selection.cities, *selection.paths]
    named = chosen if len(chosen) <= 3 else ["part"]
    more = ["facilitator"] if selection.facilitator else []
    return "-".join([*(one for one in LANGUAGES if one in selection.languages), *named, *more])


def _amount(summary: Summary) -> Said:
    size = f"{summary.size / 1e6:.1f} MB"
    return Said(
        f"{_counted(summary.pages, 'page')}, {_counted(summary.files, 'file')}, {size}",
        f"{summary.pages}页，{summary.files}个文件，{size}",
    )


def _counted(number: int, word: str) -> str:
    return f"1 {word}" if number == 1 else f"{number} {word}s"
