"""What was read and typed before, for a process that reads a project again: most files are as they were."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from macros.load.parts import Parts
from macros.load.store import Made, Read, Store, Typed
from macros.load.translations import Translations
from macros.load.yaml_reader import Document
from macros.problems import Keys


@dataclass
class Kept:
    """Documents by their file, records by their document; each is dropped with what it was made from."""

    documents: dict[Path, tuple[bytes, Read]] = field(default_factory=dict)
    """File → digest of its content, and what was read."""
    records: dict[tuple[str, Keys], tuple[Document, Typed]] = field(default_factory=dict)
    """Path and keys of a record → the document, and what was made of it."""

    translations: tuple[bytes, Translations] = (b"", Translations())
    """Digest of the file, and what it remembers."""
    parts: dict[str, Parts] = field(default_factory=dict)
    """Owner → what was found in its record."""
    store: Store | None = None
    """What processes before this one have left."""
    stored: set[Path] = field(default_factory=set)
    """Files of which the store had all."""

    def read(self, file: Path, digest: bytes) -> Read | None:
        """Return what a file held, if its content still has the digest."""
        known, held = self.documents.get(file, (b"", None))
        if known == digest:
            return held
        made = self.store.get(file, digest) if self.store and digest else None
        if made is None:
            return None
        document, _ = made.read
        self.documents[file] = digest, made.read
        self.records |= {(document.path, keys): (document, typed) for keys, typed in made.records.items()}
        self.parts |= made.parts
        self.stored.add(file)
        return made.read

    def typed(self, document: Document, keys: Keys) -> Typed | None:
        """Return the record that was made of part of a document, which must be that very one."""
        known, held = self.records.get((document.path, keys), (None, None))
        return held if known is document else None

    def keep(self) -> None:
        """Leave to the store what it does not have."""
        if self.store and self.documents.keys() - self.stored:
            self.store.put(self._made())

    def _made(self) -> Iterator[tuple[Path, bytes, Made]]:
        """Yield each file with the digest of its content and what was made of it."""
        records: dict[str, dict[Keys, Typed]] = {}
        for (path, keys), (document, typed) in self.records.items():
            if document is self.documents[document.file][1][0]:  # that of a draft is cut from the file's
                records.setdefault(path, {})[keys] = typed
        parts = {id(one.record): (owner, one) for owner, one in self.parts.items()}
        for file, (digest, read) in self.documents.items():
            if digest and file not in self.stored:
                held = records.get(read[0].path, {})
                found = dict(parts[id(record)] for record, *_ in held.values() if id(record) in parts)
                yield file, digest, Made(read, held, found)


def digest_of(file: Path) -> bytes:
    """Return the digest of a file's content; b"" of a file that cannot be read."""
    try:
        return hashlib.blake2b(file.read_bytes()).digest()
    except OSError:
        return b""
