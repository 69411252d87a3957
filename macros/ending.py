"""How a command ends: at once, and told to, like one that has failed, so that nothing half-made is left behind."""

from __future__ import annotations

import gc
import signal
import sys
import threading
from types import FrameType
from typing import Any

_ENDING = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP", "SIGBREAK") if hasattr(signal, name)]
"""What ends a process from outside, on this system: a closed window is one of them."""


def tidily() -> None:
    """From now on let these signals unwind the process; one that is ignored, as `nohup` has it, stays so."""
    if threading.current_thread() is threading.main_thread():  # Python allows it nowhere else
        for number in _ENDING:
            if signal.getsignal(number) is signal.SIG_DFL:
                signal.signal(number, _end)


def _end(number: int, _: FrameType | None) -> None:
    for other in _ENDING:
        signal.signal(other, signal.SIG_IGN)  # a second one must not cut the tidying short
    sys.exit(128 + number)


def leave(held: Any) -> None:
    """Leave something to the system, which takes its memory back when the process ends.

    To let go of a hundred thousand records one by one would take a tenth of a check. In a ring that the collector does
    not see, nothing is ever let go of.
    """
    ring = [held]
    ring.append(ring)
    gc.freeze()
