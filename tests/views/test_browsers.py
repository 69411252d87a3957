"""The browsers in which everything works."""

from __future__ import annotations

from macros.load.dataset import Dataset
from macros.views import browsers
from macros.views.reading import Reading
from tests.support.example import ROOT
from tests.support.some import some


def test_each_number_is_the_newest_of_all_that_is_needed() -> None:
    rows = {**browsers.BESIDES, **browsers.CHECKED}.values()

    for name, held in some(browsers.oldest()._asdict().items(), 3):
        assert float(held) == max(float(getattr(row, name)) for row in rows)


def test_the_readme_names_the_same(dataset: Dataset) -> None:
    named = browsers.supported(Reading(dataset, "en").labels)

    assert named in (ROOT / "README.md").read_text(encoding="utf-8")
