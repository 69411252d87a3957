"""What research says of several cities or of none."""

from __future__ import annotations

from macros.model.base import Drafted, Ref, Text
from macros.model.statement import Fact


class Finding(Fact, Drafted):
    """One fact that belongs to no single record; elsewhere it is used as `finding/<id>`.

    不属于任何一条记录的事实；别处用`finding/<编号>`引用。
    """

    title: Text
    """The finding in a few words.
    用几个字概括。"""
    see: tuple[Ref, ...] = ()
    """Related entities.
    相关的记录。"""
