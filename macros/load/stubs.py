"""What readers see of unfinished records: a word behind their titles, wherever these are shown."""

from __future__ import annotations

from macros.load.dataset import Dataset
from macros.model.base import Model, Text
from macros.model.kinds import BY_NAME, kind_of
from macros.model.label import Label
from macros.wording import LANGUAGES, Labels


def marked(dataset: Dataset) -> Dataset:
    """Return a sound data set in which each unfinished record says that it is one; the same one where all are whole."""
    shown = [name for name, draft in dataset.drafts.items() if draft.is_shown]
    changed = {kind_of(name).name: dict(dataset[kind_of(name).name]) for name in shown}
    for name in shown:
        kind, _, key = name.partition("/")
        changed[kind][key] = _marked(dataset, kind, changed[kind][key])
    return dataset.but(changed) if changed else dataset


def _marked(dataset: Dataset, kind: str, record: Model) -> Model:
    field = BY_NAME[kind].title
    title = getattr(record, field, None)
    if isinstance(title, Text):
        told = {language: _with_word(dataset, language, title[language]) for language in LANGUAGES}
        return record.model_copy(update={field: Text(**told)})
    if isinstance(title, str):  # in its own language, and so is the word if we have it
        language = getattr(record, "language", "")
        return record.model_copy(
            update={field: _with_word(dataset, language if language in LANGUAGES else "en", title)}
        )
    return record


def _with_word(dataset: Dataset, language: str, title: str) -> str:
    labels = Labels(dataset.of(Label), language)
    return labels.fill("stub-title", title=title)
