"""Earlier data with words of the interface that today's code can fill in."""

from __future__ import annotations

from string import Formatter

from macros.load.dataset import Dataset
from macros.model.label import Label


def with_words(before: Dataset, after: Dataset) -> Dataset:
    """Return earlier data from which today's code makes pages.

    Its words are its own, but those that it lacks, and those into which other things are filled today, are those of
    `after`.
    """
    now = after.of(Label)
    same = {name: word for name, word in before.of(Label).items() if name in now and _slots(word) == _slots(now[name])}
    return before.but({"label": {**now, **same}}, locations={**after.locations, **before.locations})


def _slots(word: Label) -> set[str]:
    return {slot for text in (word.zh, word.en) for _, slot, _, _ in Formatter().parse(text) if slot}
