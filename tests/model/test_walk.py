"""References, wherever in a record they stand."""

from __future__ import annotations

from macros.model.base import CityId, LessonId, Model, Ref, Text
from macros.model.walk import lists_of_references, references, texts


class Inner(Model):
    """A part with references of its own."""

    lessons: tuple[LessonId, ...] = ()
    see: tuple[Ref, ...] = ()


class Outer(Model):
    """A record that names others in keys, in values and in parts."""

    by_city: dict[CityId, Inner] = {}
    names: dict[CityId, Text] = {}
    one: LessonId | None = None


def test_references_stand_in_keys_too() -> None:
    """A key that is an id is a reference as much as a value is, and comes with the place of its entry."""
    record = Outer(
        by_city={"singapoer": Inner(lessons=("water",), see=("measure/nowhere.x",))},
        names={"paris": Text(zh="巴黎", en="Paris")},
        one="fire",
    )

    assert list(references(record)) == [
        (("by_city", "singapoer"), "city/singapoer"),
        (("by_city", "singapoer", "lessons", 0), "lesson/water"),
        (("by_city", "singapoer", "see", 0), "measure/nowhere.x"),
        (("names", "paris"), "city/paris"),
        (("one",), "lesson/fire"),
    ]
    assert [keys for keys, _ in texts(record)] == [("names", "paris")]


def test_lists_of_references_are_found_by_their_kind() -> None:
    """What a measure bears on follows from its lists; a list of any kind is none of them."""
    assert lists_of_references(Inner) == {"lesson": "lessons"}
