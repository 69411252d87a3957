"""The content-security policy of a page: nothing is asked of another host, and no script runs that is not ours."""

from __future__ import annotations

import functools
import re

from macros.render.templates import render

_CHARSET = re.compile(r"<meta charset=[\"']?utf-8[\"']?\s*/?>", re.IGNORECASE)
_POLICY = re.compile(
    r"<meta charset=\"utf-8\" ?/?>\s*<meta http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"", re.IGNORECASE
)
_LOADING = re.compile(r"<(?:base|body|iframe|img|link|script|style)\b", re.IGNORECASE)
"""What a policy that stands behind it would not hold for."""
_OWN = re.compile(r"'none'|'self'|data:|'sha256-[A-Za-z0-9+/]{43}='")
"""Sources that are no other host."""
_STYLES_INSIDE = "style-src 'unsafe-inline'"
"""What a single file has to allow besides, whose styles stand in it."""


class PolicyError(Exception):
    """A page has no place for its policy."""


def guarded(html: str, *, disk: bool) -> str:
    """Return a page with its policy, directly after its charset; `disk` tells whether it is opened from disk.

    No script runs that stands in a page, whoever wrote it: ours are files.
    """
    found = _CHARSET.search(html)
    if not found:
        raise PolicyError("found no charset, expected the meta element with utf-8, which its policy follows")
    return "".join((html[: found.start()], _policy(disk), html[found.end() :]))


@functools.cache
def _policy(disk: bool) -> str:
    return render("policy.html.j2", disk, None)


def is_guarded(html: str) -> bool:
    """Whether the policy of a page stands where it counts, and lets the page ask nobody else for anything."""
    found = _POLICY.search(html)
    if not found or _LOADING.search(html, 0, found.start()):
        return False
    directives = [part.strip() for part in found[1].split(";")]
    sources = [source for part in directives if part != _STYLES_INSIDE for source in part.split()[1:]]
    return "default-src 'none'" in directives and all(map(_OWN.fullmatch, sources))
