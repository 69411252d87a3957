"""A bundle with the pages for who leads a workshop."""

from __future__ import annotations

import json

from macros.wording import LANGUAGES
from tests.support.built import Site
from tests.support.bundle import FACILITATORS


def test_bundle(led: Site) -> None:
    """The bundle has the pages in both languages and says so; the tab of the workshop is theirs."""
    for language in LANGUAGES:
        made = {path for path in led.pages if path.startswith(f"{language}/facilitator")}
        assert made == {f"{language}/{path.format('framework').replace('.md', '.html')}" for path in FACILITATORS}
        for path in made:
            active = led.pages[path].root.one("li", "md-tabs__item--active")
            assert led.pages[path].target(active.one("a")["href"])[0] == f"{language}/workshop.html"
            assert not led.pages[path].faults
            assert led.pages[path].language == language
    assert json.loads(led.text("manifest.json"))["selection"]["facilitator"] is True
