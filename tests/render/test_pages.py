"""The generated pages, as far as no other test sees them."""

from __future__ import annotations

import pytest

from macros.load.dataset import Dataset
from macros.render.pages import pages
from macros.wording import LANGUAGES


@pytest.mark.parametrize("language", LANGUAGES)
def test_earlier_addresses_lead_to_the_page_of_today(language: str, dataset: Dataset) -> None:
    """For records with a page of their own; others have their earlier anchors on the page that they share."""
    earlier = {page.path: page.formerly for page in pages(dataset, language) if page.formerly}

    assert earlier == {
        "cities/northport.md": ("cities/old-port.md",),
        "indicators/water.md": ("indicators/rivers.md",),
        "outline/base.md": ("outline/beginning.md",),
    }
