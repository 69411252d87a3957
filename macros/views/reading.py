"""The data set as read in one language: what every view receives first."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from macros.load.dataset import Dataset
from macros.model.label import Label
from macros.wording import Labels


@dataclass(frozen=True)
class Reading:
    """A data set and a language."""

    dataset: Dataset
    language: str
    """zh or en."""

    @functools.cached_property
    def labels(self) -> Labels:
        """Return the interface words of the language."""
        return Labels(self.dataset.of(Label), self.language)
