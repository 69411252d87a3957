"""`handbook schema`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from macros.cli.common import LANG, ROOT, need_data
from macros.cli.spoken_help import command, option
from macros.cli.told import say
from macros.edit import files
from macros.problems import Said


@command()
@ROOT
@LANG
@option(
    "--check",
    "only_check",
    is_flag=True,
    said=Said("Write nothing; fail when a schema is stale.", "不写入，只看有没有旧的，有就以1退出"),
)
def schema(root: Path, language: str, only_check: bool) -> None:  # noqa: ARG001 the language is asked of click
    """Write data/schema/*.json, which gives editors completion and hints.

    ids.json among them holds the ids that completion offers. It may be older than the data: --check asks only whether
    it is there.

    写入data/schema/*.json，编辑器据此提示和补全。

    其中ids.json列出可以补全的编号。它可以比数据旧，--check只看有没有这个文件。
    """
    from macros.model.json_schema import IDS, Offering
    from macros.model.kinds import FILED

    need_data(root)
    folder = root / "data" / "schema"
    texts = {
        f"{kind.schema}.json": json.dumps(kind.json_schema(Offering), ensure_ascii=False, indent=2) + "\n"
        for kind in FILED
    }
    texts[IDS] = _read(folder / IDS) if only_check else _ids(root)
    stale = [name for name, text in texts.items() if not text or text != _read(folder / name)]
    for name in stale:
        if only_check:
            say(
                f"data/schema/{name} is stale; run 'handbook schema'",
                f"data/schema/{name}旧了；请运行“handbook schema”",
            )
        elif not texts[name]:
            say(
                f"data/schema/{name} is as it was: the data have problems, which 'handbook check' lists",
                f"data/schema/{name}没有改：数据有问题，请运行“handbook check”查看",
            )
        else:
            files.write({folder / name: texts[name]})
            say(f"wrote data/schema/{name}", f"写入data/schema/{name}")
    sys.exit(1 if stale and (only_check or not texts[IDS]) else 0)


def _read(file: Path) -> str:
    return file.read_text(encoding="utf-8") if file.is_file() else ""


def _ids(root: Path) -> str:
    """Return what completion offers, or "" while the data have problems."""
    from macros.check.run import check
    from macros.edit import ids

    project, problems = check(root)
    return "" if any(one.level == "error" for one in problems) else ids.text(project.dataset)
