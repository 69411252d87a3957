"""Which words code and templates name, as their parsers see it."""

from __future__ import annotations

import pytest

from macros.check.labels_used import in_code, in_template
from macros.check.templates import jinja


@pytest.mark.parametrize(
    ("template", "named"),
    [
        ("{{ t.edit_record }} {{ part.labels.search_here }}", ["edit-record", "search-here"]),
        ('{{ t["no-such-word"] }}', ["no-such-word"]),
        ('{{ t.fill("stamp-share", kind=t.kind_city) }}', ["stamp-share", "kind-city"]),
        ('{{ t["state-" ~ cell.state] }}', ["state-"]),
        ('{{ t["one" if x else "many"] }}', ["one", "many"]),
        ("{# t.comment, t['other'] #}{% raw %}{{ t.raw }}{% endraw %}", []),
        ("{% set words = t %}{{ words.one }}{% set more = words %}{{ more['two'] }}", ["two", "one"]),
        ("{% with words = part.labels %}{{ words.fill('one') }}{% endwith %}", ["one"]),
        ("{% macro link(url, said) %}{{ said.one }}{% endmacro %}{{ link('', t) }}{{ link(said=t) }}", ["one"]),
        ("{% macro link(url, said) %}{{ said.one }}{% endmacro %}{{ link(t, '') }}", []),
        ("{{ lang.t('search') }} {{ parts.t }} {{ text.fill }}", []),
    ],
)
def test_templates(template: str, named: list[str]) -> None:
    """A use is a use in every form that Jinja has, and a comment is none."""
    assert sorted(in_template(jinja().parse(template))) == sorted(named)


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ('reading.labels["colon"] + labels["comma"]', ["colon", "comma"]),
        ('labels.fill("page-number", number=1)', ["page-number"]),
        ('labels[f"kind-{kind}"], labels.fill(f"bundle-{kind}")', ["kind-", "bundle-"]),
        ('labels["both" if x else f"language-{y}"]', ["both", "language-"]),
        ('Row("x.md", word("cities"))', ["cities"]),
        ('# labels["comment"]\n"labels[\'text\']"; other["key"]; text.fill("x"); labels[name]', []),
    ],
)
def test_code(code: str, named: list[str]) -> None:
    """Python's own syntax tree tells a word from a comment or a text about one."""
    assert sorted(in_code(code)) == sorted(named)
