"""What is left of the theme's styles."""

from __future__ import annotations

import pytest

from macros.engine import styles


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".md-nav{color:red}", ".md-nav{color:red}"),
        (".tabbed-set{color:red}.md-nav{color:red}", ".md-nav{color:red}"),
        (".md-nav,.md-tag,.md-nav:not(.a,.b){top:0}", ".md-nav,.md-nav:not(.a,.b){top:0}"),
        ("@media print{.md-tag{top:0}.md-nav{top:1px}}", "@media print{.md-nav{top:1px}}"),
        ("@media print{.md-tag{top:0}}a{top:0}", "a{top:0}"),
        ("@media screen{@supports (top:0){.md-tag{top:0}}}a{top:0}", "a{top:0}"),
        ("@keyframes heart{0%{top:0}to{top:1px}}.a{top:0}", ".a{top:0}"),
        (
            "@keyframes heart{0%{top:0}to{top:1px}}.a{animation:heart 1s}",
            "@keyframes heart{0%{top:0}to{top:1px}}.a{animation:heart 1s}",
        ),
        (
            ".a[for]{top:0}.md-tabs[hidden] .b,.c{top:1px}.d:not(.focus-visible){top:2px}",
            ".c{top:1px}.d:not(.focus-visible){top:2px}",
        ),
        ('@charset "UTF-8";.md-status--new:after{top:0}', '@charset "UTF-8";'),
        ("[dir=rtl] .md-nav{left:0}[dir=ltr] .md-nav{right:0}", "[dir=ltr] .md-nav{right:0}"),
        ("th[role=columnheader]:hover{top:0}th{top:1px}", "th{top:1px}"),
        ('.a{--b:url("data:x;y");--c:1}.d{top:var(--c)}', ".a{--c:1}.d{top:var(--c)}"),
        (".a{--b:1;--c:var(--b)}.d{top:0}", ".d{top:0}"),
    ],
)
def test_styles_of_unused_parts_go_and_all_others_stay(css: str, left: str) -> None:
    assert styles.theme(css) == left


def test_properties_stay_that_a_sheet_of_ours_uses() -> None:
    assert styles.theme(".a{--b:1;--c:2}", ".d{top:var(--b)}") == ".a{--b:1;}"
