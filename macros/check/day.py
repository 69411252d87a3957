"""The clock, or SOURCE_DATE_EPOCH where that is set."""

from __future__ import annotations

import datetime as dt
import os


def today() -> str:
    """Return the day as 2026-11-24, in the time zone that is ahead of all others: no editor is told too early."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    zone = dt.timezone(dt.timedelta(hours=14))
    now = dt.datetime.fromtimestamp(int(epoch), zone) if epoch.isdigit() else dt.datetime.now(zone)
    return now.date().isoformat()
