"""Which sources can still be read where they were: what `handbook links` asks the web, politely."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from queue import Empty, SimpleQueue
from urllib.parse import urldefrag, urlsplit

from macros.edit.addresses import Answer, ask
from macros.load.dataset import Dataset
from macros.model.source import Source
from macros.problems import Said

_AT_ONCE = 8
"""Hosts that are asked at the same time, each one address after the other."""
_MOST_WAIT = 60.0
"""Seconds; a server that asks for more is not asked again."""
UNASKED = Answer("unasked", detail=Said("the time was over", "时间已到"))


@dataclass(frozen=True)
class Limits:
    """How patient and how polite the asking is."""

    timeout: float = 20
    """Seconds for one step of one answer."""
    delay: float = 1
    """Seconds between two questions to one host."""
    tries: int = 3
    whole: float = 1800
    """Seconds for everything."""
    agent: str = "handbook-links"


@dataclass(frozen=True)
class Link:
    """An address of a source, and what it gave."""

    source: str
    field: str
    """url or archived."""
    address: str
    path: str
    line: int
    uses: int
    """How many facts rest on the source."""
    archived: str
    """The source's own copy in an archive; "" for none."""
    answer: Answer


@dataclass
class _Asking:
    """What the threads share."""

    limits: Limits
    ends: float
    answers: dict[str, Answer] = field(default_factory=dict)


def links(dataset: Dataset, limits: Limits, wanted: Callable[[str, str], bool]) -> list[Link]:
    """Ask for the addresses of the sources wanted by id and path; each address once, whoever names it."""
    held = [one for one in _addresses(dataset) if wanted(one.source, one.path)]
    answers = asked({urldefrag(one.address)[0] for one in held}, limits)
    return [replace(one, answer=answers.get(urldefrag(one.address)[0], UNASKED)) for one in held]


def asked(addresses: set[str], limits: Limits) -> dict[str, Answer]:
    """Return address → answer; those to which nobody came in time are left out."""
    hosts: dict[str, list[str]] = {}
    for address in sorted(addresses):
        hosts.setdefault(urlsplit(address).netloc.lower(), []).append(address)
    waiting: SimpleQueue[list[str]] = SimpleQueue()
    for held in sorted(hosts.values(), key=len, reverse=True):
        waiting.put(held)
    asking = _Asking(limits, time.monotonic() + limits.whole)
    # Daemons: a server that lets its answer drip must not keep the command from ending.
    threads = [threading.Thread(target=_work, args=(waiting, asking), daemon=True) for _ in range(_AT_ONCE)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(max(0.0, asking.ends - time.monotonic()))
    return dict(asking.answers)


def _work(waiting: SimpleQueue[list[str]], asking: _Asking) -> None:
    while True:
        try:
            held = waiting.get_nowait()
        except Empty:
            return
        for place, address in enumerate(held):
            if place:
                time.sleep(asking.limits.delay)
            if time.monotonic() > asking.ends:
                return
            asking.answers[address] = _patiently(address, asking)


def _patiently(address: str, asking: _Asking) -> Answer:
    """Ask again where that may help, later each time, and as late as the server asks."""
    limits = asking.limits
    for attempt in range(limits.tries):
        answer = ask(address, timeout=limits.timeout, agent=limits.agent)
        wait = max(answer.wait, limits.delay * 2**attempt)
        is_last = attempt + 1 == limits.tries or wait > _MOST_WAIT or time.monotonic() + wait > asking.ends
        if not answer.may_change or is_last:
            return answer
        time.sleep(wait)
    return answer


def _addresses(dataset: Dataset) -> Iterator[Link]:
    for name, source in dataset.of(Source).items():
        document, keys = dataset.locations[f"source/{name}"]
        for key, address in (("url", source.url), ("archived", source.archived)):
            if address:
                line, _ = document.at((*keys, key))
                uses = len(dataset.citing(name))
                yield Link(name, key, address, document.path, line, uses, source.archived or "", UNASKED)
