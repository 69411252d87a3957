"""Which texts lag behind the other language: told, and what is said of them written down."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from macros.load import translations
from macros.load.dataset import Dataset
from macros.load.loader import load
from macros.load.open_texts import OTHER, NamedText, Open, named_texts
from macros.load.translations import Line, digest, new_sentences, sentences_of
from macros.load.unwritten import unwritten
from macros.problems import Problem

Loaded = tuple[Dataset, list[Problem]]
STATES = ("missing", "lagging", "unsynced", "new")
"""missing: one language is still to be written; the others as in `Open`."""


@dataclass(frozen=True)
class Told:
    """A text that may not say the same in both languages, as the command tells it."""

    ref: str
    field: str
    path: str
    line: int
    state: str
    """One of `STATES`."""
    behind: str
    """The language that is missing or lags; "" where that cannot be told."""
    zh: str
    en: str
    changed: tuple[str, ...]
    """Sentences of the language that changed which are new; none where nothing is remembered of them."""


def told(dataset: Dataset, wanted: Callable[[NamedText, str], bool]) -> Iterator[Told]:
    """Yield the texts that are missing, lag, or are not known to say the same, of those wanted by text and path.

    Where a project remembers nothing, all are new.
    """
    opened = {one.held.name: one for one in dataset.open_texts}
    for held in named_texts(dataset):
        location = dataset.locations[held.owner]
        if not wanted(held, location.document.path):
            continue
        missing = _missing(held)
        one = opened.get(held.name) or (Open(held, "new") if not dataset.translations.lines else None)
        if one or missing:
            behind = missing or (one.behind if one else "")
            state = "missing" if missing else one.state if one else ""
            line, _ = location.document.at((*location.keys, *held.keys, *([behind] if behind else [])))
            ref, _, field = held.name.partition(":")
            path = location.document.path
            changed = _changed(one) if one and not missing else ()
            yield Told(ref, field, path, line, state, behind, held.text.zh, held.text.en, changed)


def recorded(
    root: Path,
    loaded: Loaded | None = None,
    *,
    starts: bool = False,
    still_valid: Callable[[NamedText, str], bool] | None = None,
) -> str:
    """Return the text of the file with what is new in it, what lags marked, and what is still valid settled.

    "" where there is none yet, unless it is to be started.
    """
    if not starts and not translations.path(root).exists():
        return ""
    dataset, problems = loaded or load(root)
    remembered = dataset.translations
    opened = {one.held.name: one for one in dataset.open_texts}
    lines, names = list[Line](), set[str]()
    for held in named_texts(dataset):
        names.add(held.name)
        is_valid = still_valid is not None and still_valid(held, dataset.locations[held.owner].document.path)
        lines += _lines(held, opened.get(held.name), remembered.by_name.get(held.name, ()), is_valid=is_valid)
    if problems:  # a record that cannot be read is not gone
        lines += [line for line in remembered.lines if line.name not in names]
    return translations.written(lines)


def noted(root: Path, loaded: Loaded) -> dict[Path, str]:
    """Return the file and its text, if that is to change; nothing where a project remembers nothing."""
    file, text = translations.path(root), recorded(root, loaded)
    return {file: text} if text and text != file.read_text(encoding="utf-8") else {}


def _lines(held: NamedText, one: Open | None, before: tuple[Line, ...], *, is_valid: bool) -> tuple[Line, ...]:
    """Return what is to be remembered of a text."""
    if _missing(held):
        return before
    if one is None or is_valid or one.state == "new":
        return (Line(held.name, digest(held.text.zh), digest(held.text.en)),)
    if one.state == "lagging" and one.line:
        return (one.line._replace(name=held.name, lagged=one.behind),)
    return before


def _missing(held: NamedText) -> str:
    """Return the language in which a text is still to be written; "" for none, and for both."""
    empty = [language for language in OTHER if not held.text[language].strip() or unwritten(held.text[language])]
    return empty[0] if len(empty) == 1 else ""


def _changed(one: Open) -> tuple[str, ...]:
    if not one.behind or not one.line:
        return ()
    language = OTHER[one.behind]
    text, earlier = one.held.text[language], one.line.zh if language == "zh" else one.line.en
    return tuple(
        sentence.strip()
        for sentence, is_new in zip(sentences_of(text), new_sentences(text, earlier), strict=True)
        if is_new
    )
