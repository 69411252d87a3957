"""A site as it is served, built once; then each edit is taken over as the server does, and everything asked for.

`python -m tests.support.served PROJECT OUT` reads from standard input, for each edit, a path and the file's new text as
JSON, writes that, and answers with whether no build was needed; by then all files below OUT are up to date.
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build
from mkdocs.config import load_config


def built(out: Path) -> Any:
    """Build what `mkdocs serve` would, and return what made it."""
    config = load_config(site_dir=str(out))
    config.plugins.on_startup(command="serve", dirty=False)
    build(config, serve_url="http://127.0.0.1:8000/")
    return config.hooks["macros/engine/hooks.py"]._state["site"]  # noqa: SLF001 - the adapter has no other door


def main(project: str, out: str) -> None:
    """Build, then take over one edit after another."""
    os.chdir(project)
    site = built(Path(out))
    print(json.dumps("built"), flush=True)
    for line in sys.stdin:
        path, text = json.loads(line)
        Path(path).write_text(text, encoding="utf-8")
        taken = site.fresh.again()
        for file in sorted(Path(out).rglob("*")):
            site.fresh.ask(file.relative_to(out).as_posix())
        print(json.dumps(taken), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
