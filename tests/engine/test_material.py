"""What is done to the files of the built site."""

from __future__ import annotations

from macros.engine import material


def test_a_page_loses_indentation_but_not_in_code() -> None:
    html = "<head>\n  <title>a</title>\n</head>\n  <p>b</p>\n<pre>\n    c\n</pre>\n    <p>d</p>\n"
    assert material.page(html) == "<head>\n<title>a</title>\n</head>\n<p>b</p>\n<pre>\n    c\n</pre>\n<p>d</p>\n"


def test_a_script_loses_lines_of_comment_and_margins_and_nothing_else() -> None:
    """No text of ours spans lines that have a margin: tests/test_scripts.py asks a compiler."""
    text = "// a\n/** @type {b} */\n/**\n * c\n */\nd(`e // f`); // g\n  /** @type {h} */ (i).j(); /* k */\n"
    assert material.script(text) == "d(`e // f`); // g\n/** @type {h} */ (i).j(); /* k */\n"
