"""What was read and typed before, for a process that reads a project again: most files are as they were."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from pathlib import Path

from macros.load.made import Made, Read, Typed
from macros.load.parts import Parts
from macros.load.store import Store
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

    def recalls(self, file: Path, digest: bytes) -> bool:
        """Whether it is known what was made of a file whose content has the digest; what the store knows is taken."""
        if file in self.documents and self.documents[file][0] == digest:
            return True
        made = self.store.get(file, digest) if self.store and digest else None
        if made:
            self.take(file, digest, made)
        return bool(made)

    def take(self, file: Path, digest: bytes, made: Made) -> None:
        """Keep what was made of a file whose content had the digest."""
        document, _ = made.read
        self.documents[file] = digest, made.read
        self.records |= {(document.path, keys): (document, typed) for keys, typed in made.records.items()}
        self.parts |= made.parts

    def typed(self, document: Document, keys: Keys) -> Typed | None:
        """Return the record that was made of part of a document, which must be that very one."""
        known, held = self.records.get((document.path, keys), (None, None))
        return held if known is document else None


def digest_of(file: Path) -> bytes:
    """Return the digest of a file's content; b"" of a file that cannot be read."""
    try:
        return hashlib.blake2b(file.read_bytes()).digest()
    except OSError:
        return b""
