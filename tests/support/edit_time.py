"""How long an edit takes to its page: `python -m tests.support.edit_time PROJECT OUT FILE PAGE` prints milliseconds.

FILE is of the project's data, PAGE a path below the site. The project is as before afterwards. What a server adds is
a fifth of a second at most until it sees the edit.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from tests.support.one_edit import edited
from tests.support.served import built

_TIMES = 5


def main(project: str, out: str, file: str, page: str) -> None:
    """Edit a text several times, and print the median."""
    os.chdir(project)
    site, held = built(Path(out)), Path(file)
    text, taken = held.read_text(encoding="utf-8"), list[float]()
    try:
        for number in range(_TIMES):
            held.write_text(edited(text, number), encoding="utf-8")
            began = time.perf_counter()
            assert site.fresh.again(), "only a build can take this edit over"
            site.fresh.ask(page)
            taken.append(time.perf_counter() - began)
            assert f"({number})" in Path(out, page).read_text(encoding="utf-8")
    finally:
        held.write_text(text, encoding="utf-8")
    print(round(sorted(taken)[_TIMES // 2] * 1000))


if __name__ == "__main__":
    main(*sys.argv[1:])
