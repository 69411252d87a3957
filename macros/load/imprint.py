"""What an edition says of itself: version, commit, where it stands, how it may be reused, which files it offers."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Reuse:
    """How the handbook may be reused, as its owner says."""

    name: str
    """In words or as an identifier of SPDX, for example CC-BY-4.0."""
    address: str = ""
    """Where the whole text stands; "" for nowhere."""


@dataclass(frozen=True)
class Imprint:
    """What stands on downloads and in citations; nothing of it where it is not known."""

    version: str = ""
    """Of the handbook."""
    commit: str = ""
    """Of the repository."""
    address: str = ""
    """Of the published site, with a slash at its end."""
    reuse: Reuse | None = None
    """None until the owner says something."""
    formats: tuple[str, ...] = ()
    """In which tables lie beside the pages."""
