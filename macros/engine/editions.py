"""Builds an edition from what the process has already: the data, read and checked, and texts of pages.

It is for a process that was forked, whose modules it changes; `handbook bundle`, which loads no engine, begins a new
one instead.
"""

from __future__ import annotations

import contextlib
import io
import logging
import os
import traceback
from collections.abc import Iterator
from pathlib import Path

from mkdocs.commands.build import build as build_site
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException

from macros.bundle.make import Given, environment, unbuilt

given: Given | None = None
"""What is being built; None in a build that finds everything out by itself."""


def build(root: Path, told: Given, site: Path) -> None:
    """Build the pages of an edition below `site`; BundleError or OSError when that fails."""
    global given  # noqa: PLW0603 - a build begins at its configuration, which has no place for it
    given = told
    with _surroundings(environment(told.edition)) as said:
        try:
            config = load_config(str(root / "mkdocs.yml"), strict=True, site_dir=str(site))
            config.plugins.on_startup(command="build", dirty=False)
            build_site(config)
        except MkDocsException as error:
            raise unbuilt(f"{said.getvalue()}{error}") from None
        except Exception:  # noqa: BLE001 - told as MkDocs would, in a process of its own
            raise unbuilt(f"{said.getvalue()}{traceback.format_exc()}") from None
        finally:
            given = None


@contextlib.contextmanager
def _surroundings(variables: dict[str, str]) -> Iterator[io.StringIO]:
    """Give MkDocs an environment, and keep what it says."""
    log, said, before = logging.getLogger("mkdocs"), io.StringIO(), dict(os.environ)
    handlers, level, own = log.handlers[:], log.level, logging.StreamHandler(said)
    own.setFormatter(logging.Formatter("%(levelname)-7s -  %(message)s"))
    os.environ.clear()
    os.environ.update(variables)
    log.handlers[:] = [own]
    log.setLevel(logging.INFO)  # a strict build counts the warnings that it may say
    try:
        yield said
    finally:
        log.handlers[:] = handlers
        log.setLevel(level)
        os.environ.clear()
        os.environ.update(before)
