"""The ready-made bundles that a site offers."""

from __future__ import annotations

from dataclasses import dataclass

from macros.views.reading import Reading


@dataclass(frozen=True)
class DownloadView:
    """One of them."""

    name: str
    """Of the file."""
    title: str
    use: str
    size: str
    """Worded, in MB."""


@dataclass(frozen=True)
class Downloads:
    """What the workshop page says of bundles."""

    offered: tuple[DownloadView, ...]
    """Empty where the site was published without them."""
    inside: bool
    """Whether the page itself is part of a bundle."""


def downloads(reading: Reading) -> Downloads:
    """Return the ready-made bundles of this build."""
    offered = []
    for one in reading.dataset.downloads:
        both = len(one.languages) > 1
        names = reading.labels["language-both" if both else f"language-{one.languages[0]}"]
        kind = "single" if one.single else "zip"
        title, use = reading.labels.fill(f"bundle-{kind}", languages=names), reading.labels[f"bundle-{kind}-use"]
        offered.append(DownloadView(one.name, title, use, f"{one.size / 1e6:.1f} MB"))
    return Downloads(tuple(offered), reading.dataset.cut_from is not None)
