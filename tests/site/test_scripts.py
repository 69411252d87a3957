"""The scripts of a workshop: what they know, and which pages load them."""

from __future__ import annotations

import json
import re

from tests.support.built import LANGUAGES, PAGES, Site
from tests.support.some import some


def test_both_languages_know_the_same(offline: Site) -> None:
    """A file saved in one language is understood in the other."""
    en, zh = (json.loads(offline.text(f"assets/handbook-items.{one}.js")[20:-2]) for one in ("en", "zh"))

    worded = {"language": "", "levels": [], "words": {}}
    assert {**en, **worded} == {**zh, **worded}
    assert list(en["words"]) == list(zh["words"])
    assert len(en["levels"]) == len(zh["levels"]) == 5
    assert set(offline.data.items()) <= set(en["hashes"])


def test_scripts_stay_off_other_pages(offline: Site) -> None:
    """Only pages that need them carry the scripts; none has a handler or a style in its markup."""
    wanted = re.compile("/(checklists|lessons|implications|assess|merge|indicators.html)")
    carrying = {
        path
        for path, page in some(offline.language_pages.items(), PAGES)
        if "javascripts/core/record.js" in page.source
    }

    assert {path for path in carrying if not wanted.search(path)} == set()
    assert {f"{language}/checklists/goals.html" for language in LANGUAGES} <= carrying
