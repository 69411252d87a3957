"""The rules: each receives the project and yields problems."""

from __future__ import annotations

from macros.check.rules import (
    age,
    claims,
    codes,
    dates,
    evidence,
    future,
    gaps,
    identifiers,
    labels,
    page_calls,
    page_twins,
    plain_text,
    raw_text,
    references,
    repeats,
    sources,
    template,
    text,
)

RULES = (
    references.check,
    identifiers.check,
    claims.check,
    codes.check,
    dates.check,
    evidence.check,
    gaps.check,
    sources.check,
    text.check,
    age.check,
    template.check,
    labels.check,
    page_twins.check,
    page_calls.check,
    raw_text.check,
    plain_text.check,
    future.check,
    repeats.check,
)
