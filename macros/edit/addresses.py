"""Asks one address on the web whether anything is there."""

from __future__ import annotations

import http.client
import socket
import ssl
import urllib.error
import urllib.request
from dataclasses import dataclass
from typing import Literal
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

State = Literal["ok", "moved", "dead", "refused", "silent", "unasked"]
"""moved: for good, to another address; dead: not there, or no such host; refused: there is a server, and it does not
say; silent: no answer; unasked: the time was over."""
_REDIRECTS = (301, 302, 303, 307, 308)
_FOR_GOOD = (301, 308)
_MOST_HOPS = 10
_GONE = (404, 410)
_LATER = (408, 425, 429, 500, 502, 503, 504)
_SAFE = "%/:=&?~#+!$,;'@()*[]"


@dataclass(frozen=True)
class Answer:
    """What an address gave."""

    state: State
    detail: str = ""
    """The code of the answer, or what went wrong."""
    target: str = ""
    """Where it moved."""
    may_change: bool = False
    """Whether to ask again may help."""
    wait: float = 0
    """Seconds that the server asks to wait before."""
    is_heard: bool = False
    """Whether a server spoke: without a network none does, and a host that is not found tells nothing."""


class _NoRedirects(urllib.request.HTTPRedirectHandler):
    """Each step is looked at here: which ones are for good, and that none leads away from the web."""

    def redirect_request(self, *_: object) -> None:
        """Follow none."""


def ask(address: str, *, timeout: float, agent: str) -> Answer:
    """Ask for an address and follow it where it leads; no error leaves here. `timeout` in seconds a step."""
    current, is_for_good = _ascii(address), True
    for _ in range(_MOST_HOPS):
        try:
            status, target, wait = _step(current, timeout, agent)
        except (OSError, http.client.HTTPException, ValueError) as error:
            return _failed(error)
        if status not in _REDIRECTS or not target:
            return _told(address, current, status, wait, is_for_good=is_for_good)
        current, is_for_good = _ascii(urljoin(current, target)), is_for_good and status in _FOR_GOOD
        if urlsplit(current).scheme not in ("http", "https"):
            return Answer("refused", "leads away from the web")
    return Answer("refused", f"more than {_MOST_HOPS} redirects")


def _step(address: str, timeout: float, agent: str) -> tuple[int, str, float]:
    """Return the code, where it leads and how long to wait; only the head of the answer is read."""
    request = urllib.request.Request(address, headers={"User-Agent": agent, "Accept": "*/*"})  # noqa: S310  http only
    opener = urllib.request.build_opener(_NoRedirects)
    try:
        with opener.open(request, timeout=timeout) as answer:
            return answer.status, "", 0
    except urllib.error.HTTPError as error:
        with error:
            asked = error.headers.get("Retry-After", "")
            return error.code, error.headers.get("Location", ""), float(asked) if asked.isdigit() else 0


def _told(address: str, reached: str, status: int, wait: float, *, is_for_good: bool) -> Answer:
    if status in _GONE:
        return Answer("dead", str(status), is_heard=True)
    if not 200 <= status < 300:
        return Answer("refused", str(status), may_change=status in _LATER, wait=wait, is_heard=True)
    if _bare(reached) == _bare(_ascii(address)):
        return Answer("ok", str(status), is_heard=True)
    is_front = urlsplit(reached).path.strip("/") == "" and urlsplit(address).path.strip("/") != ""
    if is_front:
        return Answer("moved", "leads to the front page; what it held may be gone", reached, is_heard=True)
    if is_for_good:
        return Answer("moved", "for good", reached, is_heard=True)
    return Answer("ok", f"{status}, elsewhere for now", is_heard=True)


def _failed(error: Exception) -> Answer:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, ssl.SSLError):
        return Answer("refused", f"TLS: {reason.reason or reason}")
    if isinstance(reason, socket.gaierror) and reason.errno == socket.EAI_NONAME:
        return Answer("dead", "no such host")
    if isinstance(reason, TimeoutError):
        return Answer("silent", "no answer in time", may_change=True)
    return Answer("silent", f"{reason}" or type(reason).__name__, may_change=True)


def _ascii(address: str) -> str:
    """Return an address as it goes over the wire, without what only the reader's browser needs."""
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    return urlunsplit((parts.scheme, host, quote(parts.path or "/", _SAFE), quote(parts.query, _SAFE), ""))


def _bare(address: str) -> str:
    return address.rstrip("/")
