"""The policy of a page: where it stands, what it lets run, and how it is told from another."""

from __future__ import annotations

import pytest

from macros.render import policy

PAGE = """<!doctype html><html><head>
<meta charset="utf-8"><script>first()</script><script src="a.js"></script></head>
<body><script type="application/json">{}</script><article><p></p><script>foreign()</script></article>
<script>last()</script></body></html>"""


@pytest.mark.parametrize("disk", [True, False])
def test_a_page_lets_scripts_run_that_are_files_and_none_that_stands_in_it(disk: bool) -> None:
    guarded = policy.guarded(PAGE, disk=disk)
    assert "script-src 'self';" in guarded
    assert guarded.index("charset") < guarded.index("Content-Security-Policy") < guarded.index("<script")
    assert ("connect-src 'self'" in guarded) != disk
    assert policy.is_guarded(guarded)
    assert not policy.is_guarded(PAGE)


def test_a_page_without_a_charset_is_refused() -> None:
    with pytest.raises(policy.PolicyError, match="found no charset"):
        policy.guarded(PAGE.replace("charset", "name"), disk=True)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("default-src 'none'", "default-src 'self'"),
        ("default-src 'none'; ", ""),
        ("img-src 'self'", "img-src 'self' https://example.org"),
        ("img-src 'self'", "img-src *"),
        ("script-src 'self'", "script-src 'self' 'unsafe-inline'"),
        ("script-src 'self'", "script-src 'self' 'unsafe-eval'"),
        ("style-src 'self'", "style-src 'self' 'unsafe-inline'"),
        ("Content-Security-Policy", "Content-Security-Policy-Report-Only"),
        ("<head>", '<head><link rel="stylesheet" href="a.css">'),
    ],
)
def test_a_policy_that_lets_more_through_is_none(old: str, new: str) -> None:
    guarded = policy.guarded(PAGE, disk=True)
    assert old in guarded
    assert not policy.is_guarded(guarded.replace(old, new, 1))
