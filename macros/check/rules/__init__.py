"""The rules: each receives the project and yields problems."""

from __future__ import annotations

from macros.check.rules import (
    age,
    claims,
    dates,
    evidence,
    identifiers,
    labels,
    page_calls,
    page_twins,
    references,
    sources,
    text,
)

RULES = (
    references.check,
    identifiers.check,
    claims.check,
    dates.check,
    evidence.check,
    sources.check,
    text.check,
    age.check,
    labels.check,
    page_twins.check,
    page_calls.check,
)
