"""A folder as a zip that Windows, macOS and Android open without further tools, the same bytes each time."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from macros.bundle import manifest

_UNIX = 3
_READABLE = 0o100644 << 16


def pack(folder: Path, target: Path, day: tuple[int, int, int]) -> None:
    """Write all files below `folder` to the zip `target`: sorted, deflated, each dated `day`.

    Raises OSError when it cannot be written. On a disk that is full the library would fail once more while it closes
    the file, and hide why; so it writes to memory.
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        # What is to be opened first stands first in the list of the tools.
        for name in ("START-HERE.html", manifest.NAME, *manifest.names(folder)):
            if name in archive.NameToInfo:
                continue
            entry = zipfile.ZipInfo(name, (*day, 0, 0, 0))
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system, entry.external_attr = _UNIX, _READABLE
            archive.writestr(entry, (folder / name).read_bytes(), compresslevel=9)
    target.write_bytes(packed.getvalue())
