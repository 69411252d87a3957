"""Figures at their limits: scales without length, one point and none, names longer than a figure is wide."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from macros.load.dataset import Dataset
from macros.model.amounts import Point
from macros.model.city import City
from macros.model.system import System
from macros.views.figures.axis import axis_of, axis_of_all
from macros.views.figures.heat import Numbers, heat, shade
from macros.views.figures.layers import layers
from macros.views.figures.scale import Scale, middle, moment, steps
from macros.views.figures.series import series_of
from macros.views.figures.text import NARROW, above, folded, over, spread, width
from macros.views.places import Link
from macros.views.reading import Reading
from macros.wording import LANGUAGES

LONG = "A plan whose name is much longer than any telephone is wide, with an Unbreakably-long-word-in-the-middle-of-it"


def test_scale_at_its_limits() -> None:
    assert [Scale(2010, 2020).at(value) for value in (2010, 2015, 2020)] == ["0%", "50%", "100%"]
    assert [Scale(2010, 2020).at(value) for value in (1990, 2030)] == ["0%", "100%"]
    assert Scale(5, 5).at(5) == "0%"


def test_moments_begin_and_end() -> None:
    assert (moment("2018"), moment("2018", end=True)) == (2018, 2019)
    assert moment("2018-12", end=True) == pytest.approx(2019)
    assert moment("2018-06", end=True) == pytest.approx(moment("2018-07"))
    assert moment("2018-01-31", end=True) == pytest.approx(moment("2018-02"))
    assert middle("2018") == 2018.5


@pytest.mark.parametrize(
    ("low", "high", "least", "expected"),
    [
        (2013, 2027, 1, (2015, 2020, 2025)),
        (2020, 2021, 1, (2020, 2021)),
        (0, 0, 0, (0,)),
        (0, 1, 0, (0, 0.2, 0.4, 0.6, 0.8, 1)),
        (0, 78_850_000, 0, (0, 2e7, 4e7, 6e7)),
    ],
)
def test_steps_are_round(low: float, high: float, least: float, expected: tuple[float, ...]) -> None:
    assert steps(low, high, least=least) == pytest.approx(expected)


@pytest.mark.parametrize("text", [LONG, "很长的规划名称" * 8, "短", "x" * 200])
def test_labels_fit_the_narrowest_screen(text: str) -> None:
    lines = folded(text, NARROW)

    assert max(map(width, lines)) <= NARROW
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    for left, right in ((0.0, 0.1), (0.5, 0.6), (0.98, 1.0)):
        label = above(text, left, right)
        assert 0 <= label.left <= label.right <= 1.0001


def test_labels_that_touch_are_left_out() -> None:
    labels = [over("2020", place) for place in (0.0, 0.04, 0.5, 0.52, 1.0)]

    assert [one.x for one in spread(labels)] == ["0", "50%", "100%"]
    assert [one.anchor for one in labels] == ["start", "start", "middle", "middle", "end"]


def test_bars_of_one_lane_do_not_touch(dataset: Dataset) -> None:
    reading = Reading(dataset, "en")
    axis = axis_of(reading, "northport")

    assert axis
    (row,) = axis.rows
    assert len(row.bars) == 3
    for one, other in itertools.combinations(row.bars, 2):
        if one.y == other.y:
            first, second = sorted((one, other), key=lambda bar: float(bar.x.rstrip("%")))
            assert float(first.x.rstrip("%")) + float(first.width.rstrip("%")) <= float(second.x.rstrip("%"))
    assert row.bars[-1].open


def test_no_axis_of_cities_without_stages(dataset: Dataset) -> None:
    names = [name for name, city in dataset.of(City).items() if not city.succession]

    assert names
    assert axis_of(Reading(dataset, "zh"), names[0]) is None
    assert axis_of_all(Reading(dataset, "zh"), names) is None
    assert axis_of_all(Reading(dataset, "zh"), []) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_series_of_few_and_many(dataset: Dataset, language: str) -> None:
    reading = Reading(dataset, language)
    fact = dataset.fact("city/northport#gauges-number")

    def chart(*values: float) -> object:
        points = tuple(Point(as_of=str(2000 + n), value=value) for n, value in enumerate(values))
        return series_of(reading, fact.model_copy(update={"series": points}))

    assert [chart(), chart(1), chart(1, 2)] == [None] * 3
    flat = series_of(
        reading, fact.model_copy(update={"series": tuple(Point(as_of=str(2000 + n), value=0) for n in range(3))})
    )
    assert flat
    assert {y for _, y in flat.dots} == {118}
    many = series_of(
        reading,
        fact.model_copy(update={"series": tuple(Point(as_of=str(2000 + n), value=1e6 + n) for n in range(30))}),
    )
    assert many
    assert len(many.rows) == len(many.dots) == 30
    assert 2 <= len(many.values) < 10
    assert all(40 <= y <= 118 for _, y in many.dots)


def test_shades_run_from_none_to_the_most(dataset: Dataset) -> None:
    assert [shade(number, 3) for number in (0, 1, 3, 4, 12)] == [0, 1, 1, 2, 4]
    columns = (("a", Link("A", "a.md")), ("b", Link("B", "b.md")))
    held = heat(Reading(dataset, "en"), [Numbers("x", "X", columns, (("c", "C", "c.md", (0, 11)),))])

    assert [one[2] for one in held.tables[0].rows[0].cells] == [0, 4]
    assert held.shades == ("1–3", "4–6", "7–9", "10–11")
    assert "Most: B (11); fewest: A (0)." in held.tables[0].said
    assert heat(Reading(dataset, "en"), []).shades == ()


def test_layers_need_a_place(dataset: Dataset) -> None:
    reading = Reading(dataset, "en")
    (system,) = dataset.of(System).values()

    def of(*places: int | None) -> Dataset:
        held = {f"s{n}": system.model_copy(update={"layer": place}) for n, place in enumerate(places)}
        return replace(dataset, records={**dataset.records, "system": held})

    assert layers(reading) is None
    assert layers(Reading(of(1, None), "en")) is None
    figure = layers(Reading(of(1, None, 2), "en"))
    assert figure
    assert len(figure.layers) == 2
    assert len(figure.across) == 1
