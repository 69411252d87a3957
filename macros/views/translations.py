"""Whether both languages say the same, as far as anybody has looked."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from macros.load.open_texts import every_text
from macros.model.kinds import BY_NAME
from macros.views.places import Link, link
from macros.views.reading import Reading
from macros.views.tally import Tally, tally
from macros.views.where import where

MOST_LAGGING = 40


@dataclass(frozen=True)
class Translated:
    """How the two languages stand to each other."""

    tallies: tuple[Tally, ...]
    lagging: tuple[tuple[Link, str], ...]
    """What has a text that one language left behind, and which one lags, worded; each once."""
    more: int


def translated(reading: Reading) -> Translated | None:
    """Count the texts of records, words of the interface aside; None where nothing is remembered of any."""
    dataset, labels = reading.dataset.whole, reading.labels
    if not dataset.translations.lines:
        return None
    total = sum(not owner.startswith("label/") for owner, _, _ in every_text(dataset))
    opened = [one for one in dataset.open_texts if not one.held.ref.startswith("label/")]
    states = Counter(f"{one.state} {one.behind}".strip() for one in opened)
    behind = {"zh": labels["translations-behind-zh"], "en": labels["translations-behind-en"]}
    lagging = list(dict.fromkeys((one.held.ref, one.held.owner, one.behind) for one in opened if one.behind))
    return Translated(
        (
            tally(labels["translations-same"], total - len(opened)),
            tally(labels["translations-lagging-zh"], states["lagging zh"]),
            tally(labels["translations-lagging-en"], states["lagging en"]),
            tally(labels["translations-unsynced"], states["unsynced"] + states["new"]),
        ),
        tuple((_place(reading, ref, owner), behind[language]) for ref, owner, language in lagging[:MOST_LAGGING]),
        max(0, len(lagging) - MOST_LAGGING),
    )


def _place(reading: Reading, ref: str, owner: str) -> Link:
    if ref in reading.dataset.whole.statements:
        return where(reading, ref)
    return link(reading, ref if BY_NAME[ref.partition("/")[0]].title else owner)
