"""What a rule is to those who edit: what is wrong, what to do, and one example that a test runs.

An example is stated on the example project of the tests, so that what is right there stands in a sound file. The test
makes both, hears the rule speak of the wrong one and be silent of the right one, and takes down what it says.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from macros.problems import Said


@dataclass(frozen=True)
class Lines:
    """Lines of a data file, wrong and right; of a file that the example project has not, all of it."""

    file: str
    """Relative to the project."""
    right: str
    wrong: str
    stands: str = ""
    """What the example project has in their place, once in the file; the right ones, unless said."""
    encoding: str = "utf-8"
    """In which the wrong file is saved."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """Path → text of files that the example project has not, and the example needs."""
    is_noted: bool = False
    """Whether it is taken down beforehand that the texts of both languages say the same."""


@dataclass(frozen=True)
class Place:
    """Where a file lies, wrong and right."""

    right: str
    wrong: str = ""
    """"" where the fault is that it is gone."""
    text: str = ""
    """What is in it; "" for what the example project has there."""
    beside: Mapping[str, str] = field(default_factory=dict)
    """As of lines; these are shown too."""
    is_copy: bool = False
    """Whether the wrong one is a copy, and the right one stays."""


@dataclass(frozen=True)
class Rule:
    """A rule as the guide tells of it. In texts, what editors type stands between backticks."""

    id: str
    fault: Said
    """What it speaks of."""
    remedy: Said
    example: Lines | Place
    more: str = ""
    """Anchor in the guide where more is said."""


@dataclass(frozen=True)
class Section:
    """Rules of one part of an editor's work."""

    name: str
    """A label, and the anchor."""
    rules: tuple[Rule, ...]
