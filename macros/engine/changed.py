"""Which statements the last edit changed: marked on the page while it is served, and in nothing that is built."""

from __future__ import annotations

import re
from collections.abc import Container

from macros.load.dataset import Dataset
from macros.wording import Labels

_STATEMENT = re.compile(r'<(?=[^<>]* data-statement=)(?=[^<>]* data-ref="([^"]*)")[^<>]*(?=>)')


class Changed:
    """Outlasts the builds of one server, and so knows what each of them changed."""

    def __init__(self) -> None:
        self._told: dict[str, str] = {}
        self.refs: frozenset[str] = frozenset()
        """Statements that the last edit of data changed or added, as `<kind>/<id>#<statement>`."""

    def note(self, dataset: Dataset) -> None:
        """Compare the statements with those of the build before; an edit that changes none leaves the marks."""
        told = {ref: held.statement.model_dump_json() for ref, held in dataset.statements.items()}
        if self._told and told != self._told:
            self.refs = frozenset(ref for ref, text in told.items() if self._told.get(ref) != text)
        self._told = told

    def marked(self, html: str, labels: Labels) -> str:
        """Return a page with the word for it on each statement that changed."""
        return mark(html, self.refs, labels["changed-now"]) if self.refs else html


def mark(html: str, refs: Container[str], word: str) -> str:
    """Return HTML with a word on each statement that is among some; the style sheet shows it."""
    return _STATEMENT.sub(lambda found: f'{found[0]} data-changed="{word}"' if found[1] in refs else found[0], html)
