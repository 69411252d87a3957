"""What guides a city's own work, as its page and others show it."""

from __future__ import annotations

from macros.load.dataset import Dataset
from macros.render import links
from macros.views.guide import guides
from macros.views.reading import Reading
from tests.support.example import block
from tests.support.some import some


def test_a_link_to_the_list_of_a_step_says_how_many_items_are_there(dataset: Dataset) -> None:
    """Its own and those of its systems or domains stand on one page."""
    reading = Reading(dataset, "en")
    linked = {step.id: step.to_list for step in guides(reading, "path")}

    for name, (place, number) in some(linked.items(), 2):
        page = block(dataset, "en", "checklist", name)
        assert (place, number) == (f"checklists/{name}.md", page.count('data-item="'))


def test_a_link_to_another_list_says_how_many_items_it_has(dataset: Dataset) -> None:
    for guide in some((one for one in guides(Reading(dataset, "en"), "system") if one.to_list[1]), 1):
        page, _, anchor = guide.to_list[0].partition("#")
        text = block(dataset, "en", "checklist", page.split("/")[1].removesuffix(".md"))
        assert anchor in links.anchors(text)
        assert guide.to_list[1] == text.count(f'data-item="system.{guide.id}.')
