"""What the dossier knows of every record and statement, to tell what has changed since a reader collected it."""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Callable, Sequence
from typing import Any

from macros.model.kinds import ref
from macros.model.statement import Fact, Statement, View, sources_of
from macros.views import permanent, takeaway
from macros.views.places import PLACES, href, statement_anchor, title
from macros.views.reading import Reading
from macros.views.statement import lines

_BLANKS = re.compile(r"\s+")
_NAME = "handbookMarks"


def marks(reading: Reading, address: Callable[[str, str], str]) -> str:
    """Return the script with name, place and fingerprints of every record, those that an edition leaves out too.

    Of a record: its address, "" where this edition has not got it; its name, "" for a source; how the anchors of its
    statements begin; statement → fingerprint. `address` gives one from source path and anchor.
    """
    held = {
        "site": reading.dataset.imprint.address,
        "kinds": {kind: reading.labels[f"kind-{kind}"] for kind in PLACES},
        "reuse": _reuse(reading),
        "formerly": permanent.earlier(reading.dataset.whole),
        "records": _records(reading, address),
    }
    text = json.dumps(held, ensure_ascii=False, separators=(",", ":"))
    return f"var {_NAME} = Object.assign(window.{_NAME} || {{}}, {{{reading.language}: {text}}});\n"


def _reuse(reading: Reading) -> str:
    held = takeaway.reuse(reading)
    return f"{reading.labels['reuse']}{reading.labels['colon']}{held.text} {held.address}".strip()


def fingerprint(said: Sequence[str], sources: Sequence[str]) -> str:
    """Return the fingerprint of what a statement says and of the ids of its sources; scripts make the same of a page.

    Blanks and the order of sources do not count.
    """
    whole = "|".join((_BLANKS.sub("", "".join(said)), *sorted(set(sources))))
    return f"{zlib.crc32(whole.encode()):x}"


def _records(reading: Reading, address: Callable[[str, str], str]) -> dict[str, list[Any]]:
    whole = reading.dataset.whole
    found: dict[str, list[Any]] = {}
    for kind in PLACES:
        for name in whole[kind]:
            one = ref(kind, name)
            place = address(*_place(reading, one)) if name in reading.dataset[kind] else ""
            found[one] = [place, "" if kind == "source" else title(reading, one), "", {}]
    for named, (_, _, statement) in whole.statements.items():
        owner, _, own = named.partition("#")
        if owner in found and isinstance(statement, (Fact, View)):
            found[owner][2] = statement_anchor(f"{owner}#")  # its beginning
            found[owner][3][own] = fingerprint(lines(reading, statement), _sources(statement))
    return found


def _place(reading: Reading, named: str) -> tuple[str, str]:
    page, _, anchor = href(reading, named).partition("#")
    return page, anchor


def _sources(statement: Statement) -> tuple[str, ...]:
    return (*sources_of(statement), *statement.searched) if isinstance(statement, Fact) else ()
