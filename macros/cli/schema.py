"""`handbook schema`."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import click

from macros.cli.common import ROOT, need_data


@click.command()
@ROOT
@click.option("--check", "only_check", is_flag=True, help="Write nothing; fail when a schema is stale.")
def schema(root: Path, only_check: bool) -> None:
    """Write data/schema/*.json, which gives editors completion and hints."""
    from macros.model.kinds import FILED

    need_data(root)
    stale = []
    for kind in FILED:
        file = root / "data" / "schema" / f"{kind.schema}.json"
        text = json.dumps(kind.json_schema(), ensure_ascii=False, indent=2) + "\n"
        if not file.is_file() or file.read_text(encoding="utf-8") != text:
            stale.append(f"data/schema/{kind.schema}.json")
            if not only_check:
                file.parent.mkdir(exist_ok=True)
                file.write_text(text, encoding="utf-8")
    for name in stale:
        click.echo(f"{name} is stale; run 'handbook schema'" if only_check else f"wrote {name}")
    sys.exit(1 if only_check and stale else 0)
