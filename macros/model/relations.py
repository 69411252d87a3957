"""What people, industry and government give each other."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from macros.model.base import Model, Text
from macros.model.scalars import Id
from macros.model.statement import Shaped, Stated


class Actor(Model):
    """A corner of the triangle.

    三角关系的一个角。
    """

    title: Text
    """Its name.
    名称。"""
    members: tuple[Text, ...]
    """Who belongs to it.
    包括哪些人和机构。"""


class Flow(Model):
    """What one actor gives another.

    一方给另一方的东西。
    """

    title: Text
    """What flows, in a few words.
    给的是什么，用几个字概括。"""
    giver: Id = Field(alias="from")
    """An actor.
    给出的一方。"""
    taker: Id | None = Field(default=None, alias="to")
    """An actor; none where the article names no receiver.
    接受的一方；文章没有写明的不写。"""
    statement: Shaped
    """What flows.
    给的是什么。"""


class Relations(Stated):
    """data/relations.yml: people, industry, government.

    data/relations.yml：市民、企业、政府三方。
    """

    title: Text
    """Of the figure.
    图的标题。"""
    lead: Text
    """How to read it.
    怎样看这张图。"""
    actors: Annotated[dict[Id, Actor], Field(min_length=1)]
    """Corners, by id.
    三个角，按编号。"""
    flows: Annotated[dict[Id, Flow], Field(min_length=1)]
    """Arrows, by id.
    箭头，按编号。"""
    statements: tuple[Shaped, ...] = ()
    """What the figure leaves open.
    图里没有说到的。"""
