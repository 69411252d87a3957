"""Which statements the last edit changed: marked on the page while it is served, and in nothing that is built."""

from __future__ import annotations

import re
from collections.abc import Container

from macros.load.dataset import Dataset
from macros.model.statement import Statement
from macros.wording import Labels

_Told = tuple[Statement | None, str]
"""A statement, and all that it says."""
_STATEMENT = re.compile(r'<(?=[^<>]* data-statement=)(?=[^<>]* data-ref="([^"]*)")[^<>]*(?=>)')


class Changed:
    """Outlasts the builds of one server, and so knows what each of them changed."""

    def __init__(self) -> None:
        self._told: dict[str, _Told] = {}
        self.refs: frozenset[str] = frozenset()
        """Statements that the last edit of data changed or added, as `<kind>/<id>#<statement>`."""

    def note(self, dataset: Dataset) -> None:
        """Compare the statements with those of the build before; an edit that changes none leaves the marks."""
        told, nothing = dict[str, _Told](), (None, "")
        for ref, held in dataset.statements.items():
            known = self._told.get(ref, nothing)
            told[ref] = known if known[0] is held.statement else (held.statement, held.statement.model_dump_json())
        changed = frozenset(ref for ref, (_, text) in told.items() if self._told.get(ref, nothing)[1] != text)
        if self._told and (changed or told.keys() != self._told.keys()):
            self.refs = changed
        self._told = told

    def marked(self, html: str, labels: Labels) -> str:
        """Return a page with the word for it on each statement that changed."""
        return mark(html, self.refs, labels["changed-now"]) if self.refs else html


def mark(html: str, refs: Container[str], word: str) -> str:
    """Return HTML with a word on each statement that is among some; the style sheet shows it."""
    return _STATEMENT.sub(lambda found: f'{found[0]} data-changed="{word}"' if found[1] in refs else found[0], html)
