"""Roles, causes of failure and the first hundred days, whole and in an edition that leaves steps and cities out."""

from __future__ import annotations

from pathlib import Path

import pytest

from macros.load.dataset import Dataset
from macros.load.selection import Selection, select
from macros.views.reading import Reading
from macros.views.team import failures, first_days, roles
from tests.support import example


def test_roles_and_failures_in_full(dataset: Dataset) -> None:
    """With earlier anchors, what they rest on, and the items that are theirs."""
    (role,), (failure,) = roles(Reading(dataset, "en")).roles, failures(Reading(dataset, "en")).failures

    assert (role.earlier, failure.earlier) == (("warden",), ("decay",))
    assert [link.href for link in role.items] == ["checklists/framework.md#i-framework-sketch"]
    assert [link.href for link in failure.items] == ["checklists/route.md#i-route-put-in-order"]
    assert [one.shape for one in (*role.statements, *failure.statements)] == ["use", "use"]
    assert "Legal duties" in [group.title for group in role.related]


@pytest.mark.parametrize(("days", "worded"), [("1-30", "Days 1–30:"), ("100", "Days 100:")])
def test_stages_have_their_days(days: str, worded: str, tmp_path: Path) -> None:
    root = example.make(tmp_path / "project")
    file = root / "data" / "first-days.yml"
    file.write_text(file.read_text("utf-8").replace("days: 1-30", f'days: "{days}"'), "utf-8")
    view = first_days(Reading(example.load(root), "en"))

    assert view is not None
    assert [stage.days for stage in view.stages] == [worded]


def test_data_without_them(tmp_path: Path) -> None:
    """Nothing is shown, and nothing breaks."""
    root = example.make(tmp_path / "project")
    for name in ("first-days.yml", "failures.yml", "roles.yml"):
        (root / "data" / name).unlink()
    held = Reading(example.load(root), "zh")

    assert first_days(held) is None
    assert (roles(held).roles, failures(held).failures) == ((), ())


def test_an_edition_names_no_items_that_it_leaves_out(dataset: Dataset) -> None:
    """What was seen elsewhere is told with where it stands, though its record is not there."""
    held = Reading(select(dataset, Selection(cities=("southbay",), paths=("route",))), "en")
    view = first_days(held)

    assert view is not None
    assert [view.stages[0].items, roles(held).roles[0].items] == [(), ()]
    assert failures(held).failures[0].statements[0].used[0].sources != ()
