"""Traditional characters: readers may type them, texts should not have them."""

from __future__ import annotations

import functools
from collections.abc import Collection

_HAN = range(0x4E00, 0x9FA6)


def traditional(used: Collection[str]) -> str:
    """Return pairs of a traditional character and the simplified one it stands for, of the characters `used`."""
    return "".join(f"{other}{simple}" for other, simple in simplified().items() if simple in used or other in used)


@functools.cache
def simplified() -> dict[str, str]:
    """Return traditional character → the simplified one that it stands for."""
    import opencc  # loads its tables, which only a search index needs

    every = [chr(code) for code in _HAN]
    simple = opencc.OpenCC("t2s").convert("\n".join(every)).split("\n")
    return {one: other for one, other in zip(every, simple, strict=True) if one != other}
