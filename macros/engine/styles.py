"""The theme's styles without what the handbook does not use, a half of them."""

from __future__ import annotations

import re

_RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
_SELECTOR_END = re.compile(r",(?![^(]*\))")
_EMPTY = re.compile(r"@(?:media|supports)[^{};]*\{\}|[^{};]+\{\}")
_PROPERTY = re.compile(r"""(--[\w-]+):(?:"[^"]*"|'[^']*'|[^;"'{}])*(?:;|(?=\}))""")
_USE = re.compile(r"var\((--[\w-]+)")
UNUSED = (
    "abstract", "arithmatex", "bug", "card", "critic", "danger", "emojione", "example", "failure", "filename",
    "footnote", "gemoji", "giscus", "grid", "highlight", "hll", "info", "katex", "key-", "keys", "linenodiv",
    "linenos", "md-annotation", "md-option", "md-author", "md-banner", "md-button", "md-clipboard", "md-code",
    "md-consent", "md-content--post", "md-copyright", "md-draft", "md-feedback", "md-footer__", "md-header--lifted",
    "md-input", "md-meta", "md-nav--integrated", "md-nav__button", "md-nav__icon", "md-nav__item--nested",
    "md-nav__toggle", "md-pagination", "md-pin", "md-post", "md-profile", "md-progress", "md-search__suggest",
    "md-search-result", "md-top", "md-dialog", "md-typeset__", "md-nav__link--passed",
    "md-select__inner", "md-select__item", "md-select__list", "md-sidebar--post", "md-social", "md-source-file",
    "md-source__fact", "md-status", "md-tag", "md-tooltip", "md-version", "mermaid", "question", "quote", "success",
    "tabbed-", "task-list", "tip", "twemoji",
)  # fmt: skip
"""How the classes of what we do not use of the theme begin: parts for other extensions and plugins, and all kinds of
admonition but note and warning."""
_STATES = (
    r"\[dir=rtl\]", r"\[role=columnheader\]", r"::-webkit-scrollbar", r"\[for[\]=]", r"\[hidden\] \.md-tabs",
    r"\.md-(?:header|tabs)\[hidden\]", r"\.md-tabs__item:nth-child", r"scrolllock", r"data-preview", r"__comments",
    r"img\[", r"-mode-only", r"[^(]\.focus-visible", r"\.(?:x*lg?|middle|inline)\b",
    r"\.md-typeset .*(?:details|summary)",
)  # fmt: skip
"""What else is not used: both languages run from left to right, no table is sorted by its head, browsers know
`scrollbar-color`, what folds has a look of its own, and so have buttons, which take the place of labels; the theme's
scripts are not there to hide, to lock or to mark."""
_UNUSED = re.compile(rf"\.(?:{'|'.join(UNUSED)})|{'|'.join(_STATES)}")
_KEYFRAMES = re.compile(r"@keyframes ([\w-]+)\{(?:[^{}]*\{[^{}]*\})*\}")


def theme(css: str, own: str = "") -> str:
    """Return the theme's minified styles without the rules and properties for what the handbook does not use.

    `own` are the sheets that are read beside it, with the uses that they make of the theme's properties.
    """
    css = _repeat(_EMPTY, _RULE.sub(_rule, css))
    css = _KEYFRAMES.sub(lambda found: found[0] if re.search(rf"animation:[^;}}]*\b{found[1]}\b", css) else "", css)
    while css != (fewer := _without_properties(css, own)):  # one property may only have served another
        css = fewer
    return _repeat(_EMPTY, css)


def _rule(found: re.Match[str]) -> str:
    kept = [selector for selector in _SELECTOR_END.split(found[1]) if not _UNUSED.search(selector)]
    return f"{','.join(kept)}{{{found[2]}}}" if kept else ""


def _without_properties(css: str, own: str) -> str:
    used = {*_USE.findall(css), *_USE.findall(own)}
    return _PROPERTY.sub(lambda found: found[0] if found[1] in used else "", css)


def _repeat(gone: re.Pattern[str], css: str) -> str:
    """Take something out until there is none: a block that is empty now may have stood alone in another."""
    while css != (fewer := gone.sub("", css)):
        css = fewer
    return css
