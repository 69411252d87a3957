"""Files that systems and editors leave beside one's own; nobody meant them, and nothing of ours reads them."""

from __future__ import annotations

import re

# Of macOS and Windows; of Vim, Emacs and others while a file is open, and copies that they keep; of a merge.
_LEFT_OVER = re.compile(
    r"\..*|.*~|~\$.*|#.*#|.*\.(sw[a-p]|bak|orig|rej|tmp|temp)|(eh)?thumbs(_vista)?\.db|desktop\.ini|icon\r|__macosx"
    r"|\$recycle\.bin|system volume information",
    re.IGNORECASE,
)


def is_left_over(name: str) -> bool:
    """Return whether a file or folder of this name is a system's or an editor's own; all hidden ones are."""
    return _LEFT_OVER.fullmatch(name) is not None
