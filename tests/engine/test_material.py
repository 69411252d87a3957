"""What is done to the files of the built site."""

from __future__ import annotations

import pytest

from macros.engine import material


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".md-nav{color:red}", ".md-nav{color:red}"),
        (".tabbed-set{color:red}.md-nav{color:red}", ".md-nav{color:red}"),
        (".md-nav,.md-tag,.md-nav:not(.a,.b){top:0}", ".md-nav,.md-nav:not(.a,.b){top:0}"),
        ("@media print{.md-tag{top:0}.md-nav{top:1px}}", "@media print{.md-nav{top:1px}}"),
        ("@media print{.md-tag{top:0}}a{top:0}", "a{top:0}"),
        ("@media screen{@supports (top:0){.md-tag{top:0}}}a{top:0}", "a{top:0}"),
        ("@keyframes heart{0%{top:0}to{top:1px}}", "@keyframes heart{0%{top:0}to{top:1px}}"),
        ('@charset "UTF-8";.md-status--new:after{top:0}', '@charset "UTF-8";'),
    ],
)
def test_styles_of_unused_parts_go_and_all_others_stay(css: str, left: str) -> None:
    assert material.stylesheet(css) == left


def test_a_page_loses_indentation_but_not_in_code() -> None:
    html = "<head>\n  <title>a</title>\n</head>\n  <p>b</p>\n<pre>\n    c\n</pre>\n    <p>d</p>\n"
    assert material.page(html) == "<head>\n<title>a</title>\n</head>\n<p>b</p>\n<pre>\n    c\n</pre>\n<p>d</p>\n"


def test_a_script_loses_lines_of_comment_and_nothing_else() -> None:
    text = "// a\n/** @type {b} */\n/**\n * c\n */\nd(`\n  e // f\n`); // g\n  /** @type {h} */ (i).j(); /* k */\n"
    assert material.script(text) == "d(`\n  e // f\n`); // g\n  /** @type {h} */ (i).j(); /* k */\n"
