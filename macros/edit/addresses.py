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

from macros.problems import SILENCE, Said, of_system

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
    detail: Said = SILENCE
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
            return Answer("refused", detail=Said("leads away from the web", "跳转到了网页以外的地方"))
    return Answer("refused", detail=Said(f"more than {_MOST_HOPS} redirects", f"跳转超过{_MOST_HOPS}次"))


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
    code = Said(str(status), str(status))
    if status in _GONE:
        return Answer("dead", detail=code, is_heard=True)
    if not 200 <= status < 300:
        return Answer("refused", detail=code, may_change=status in _LATER, wait=wait, is_heard=True)
    if _bare(reached) == _bare(_ascii(address)):
        return Answer("ok", detail=code, is_heard=True)
    is_front = urlsplit(reached).path.strip("/") == "" and urlsplit(address).path.strip("/") != ""
    if is_front:
        said = Said("leads to the front page; what it held may be gone", "跳转到首页，原来的内容可能没有了")
        return Answer("moved", detail=said, target=reached, is_heard=True)
    if is_for_good:
        return Answer("moved", detail=Said("for good", "永久"), target=reached, is_heard=True)
    return Answer("ok", detail=Said(f"{status}, elsewhere for now", f"{status}，暂时在别处"), is_heard=True)


def _failed(error: Exception) -> Answer:
    reason = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(reason, ssl.SSLError):
        return Answer("refused", detail=Said(f"TLS: {reason.reason or reason}", f"TLS：{reason.reason or reason}"))
    if isinstance(reason, socket.gaierror) and reason.errno == socket.EAI_NONAME:
        return Answer("dead", detail=Said("no such host", "没有这个主机"))
    if isinstance(reason, TimeoutError):
        return Answer("silent", detail=Said("no answer in time", "等不到应答"), may_change=True)
    told = f"{reason}" or type(reason).__name__
    why = of_system(reason) if isinstance(reason, OSError) else Said(told, told)
    return Answer("silent", detail=why, may_change=True)


def _ascii(address: str) -> str:
    """Return an address as it goes over the wire, without what only the reader's browser needs."""
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    return urlunsplit((parts.scheme, host, quote(parts.path or "/", _SAFE), quote(parts.query, _SAFE), ""))


def _bare(address: str) -> str:
    return address.rstrip("/")
