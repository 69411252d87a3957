"""The codebooks of the questions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from macros.model.dimension import Dimension
from macros.views.reading import Reading


@dataclass(frozen=True)
class CodeView:
    """An answer of a codebook; "" for what it does not say."""

    id: str
    label: str
    counts: str
    excludes: str
    example: str


@dataclass(frozen=True)
class Codebook:
    """The codes of a question."""

    id: str
    label: str
    codes: tuple[CodeView, ...]


def codebooks(reading: Reading) -> Iterator[Codebook]:
    """Yield the codebook of each question that has one."""
    language = reading.language
    for name, dimension in reading.dataset.of(Dimension).items():
        codes = tuple(
            CodeView(
                code,
                held.label[language],
                held.counts[language],
                held.excludes[language] if held.excludes else "",
                held.example[language],
            )
            for code, held in dimension.codes.items()
        )
        if codes:
            yield Codebook(name, dimension.label[language], codes)
