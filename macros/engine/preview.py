"""What `mkdocs serve` shows while there is no handbook to show: what is wrong, in the browser, until it is mended."""

from __future__ import annotations

import contextlib
import logging
import shutil
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit

from mkdocs.exceptions import MkDocsException

from macros.check import reporters
from macros.engine.changed import Changed
from macros.engine.fresh import Fresh
from macros.problems import DataProblemsError, Problem, Said
from macros.render import templates
from macros.wording import LANGUAGES, spoken

log = logging.getLogger("mkdocs.handbook")
_ENGINE = logging.getLogger("mkdocs")

_PAGE = "problems.html"
"""Below the served folder. While there is such a file, it answers for every page; a build begins without it."""
_LOOKS = 0.2
"""Seconds from one look at the files to the next: half a second was most of what an edit takes to its page."""
_PAGE_FIRST = 1
"""Seconds that the browser has for the page that was edited, before the rules take the processor."""
_NEEDED = "Serving on "
"""What the engine says that is read beside a list of problems."""


class _View(NamedTuple):
    """What the page of problems shows."""

    root: str
    problems: Sequence[Problem]
    counted: Said
    message: str


class Faulty:
    """A build of data with problems: the site is the list of them, and the engine goes on watching."""

    def __init__(self, config: Any, problems: tuple[Problem, ...], changed: Changed) -> None:
        self.problems = problems
        self.changed = changed
        """Kept for the build that follows."""
        config.extra["languages"] = LANGUAGES  # which the theme's page for wrong addresses asks for

    fresh = None
    """Nothing can be kept up to date."""

    def on_files(self, files: Any, config: Any) -> Any:
        """Take away every page, but not the styles."""
        for file in files.documentation_pages():
            files.remove(file)
        config.nav = []
        return files

    def on_nav(self, nav: Any, _: Any) -> Any:
        """Leave the navigation empty."""
        return nav

    def on_env(self, jinja: Any, *_: Any) -> Any:
        """Leave the theme's environment as it is."""
        return jinja

    def on_post_build(self, config: Any) -> None:
        """Write the list, errors first, and tell it in the terminal, last of all."""
        site = Path(config.site_dir)
        _tell(site, urlsplit(config.site_url or "").path, self.problems)
        shutil.copy(site / _PAGE, site / "404.html")  # for a server that does not watch, which asks nobody
        _quieten(site)


def watch(server: Any, current: Callable[[], Any]) -> None:
    """Let a server answer with what is wrong where it would wait for a failed build, and build only where it must.

    `current` gives what made the site that is served.
    """
    making = threading.Lock()  # requests come in threads of their own
    server.observer._timeout = _LOOKS  # noqa: SLF001 - it is told when it is made, and what is watched comes later
    server.builder = _outlasting(server, server.builder, current, making)
    server.set_app(_answering(server, current, making))
    _quieten(Path(server.root))


def _outlasting(
    server: Any, build: Callable[[], None], current: Callable[[], Any], making: threading.Lock
) -> Callable[[], None]:
    """Return `build` so that its failure becomes a page; the next change begins anew."""
    site = Path(server.root)

    def outlasting() -> None:
        with making, _failing(site, server.mount_path):
            (site / _PAGE).unlink(missing_ok=True)
            fresh = current().fresh
            if fresh and fresh.again():
                threading.Timer(_PAGE_FIRST, checking, [fresh]).start()
            else:
                build()

    def checking(fresh: Fresh) -> None:
        """Show what the rules find in what is served already, unless that has been built anew."""
        settle = fresh.check()
        with making:
            try:
                if current().fresh is fresh:
                    settle()
            except DataProblemsError as error:
                _tell(site, server.mount_path, error.problems)
                _reload(server)

    return outlasting


def _reload(server: Any) -> None:
    """Let every browser load its page again, as the server does after a build."""
    with server._epoch_cond:  # noqa: SLF001 - the server has no other door
        server._wanted_epoch = server._visible_epoch = max(round(time.monotonic() * 1000), server._wanted_epoch + 1)  # noqa: SLF001
        server._epoch_cond.notify_all()  # noqa: SLF001


@contextlib.contextmanager
def _failing(site: Path, mount: str) -> Iterator[None]:
    """Turn whatever fails into the page of problems: the server outlasts it."""
    with _told() as messages:
        try:
            yield
        except DataProblemsError as error:
            _tell(site, mount, error.problems)
        except Exception as error:
            foreseen = isinstance(error, MkDocsException)
            said = str(error) if foreseen else "".join(traceback.format_exception_only(error)).strip()
            log.error("%s", said, exc_info=None if foreseen else error)  # noqa: TRY400 - no traceback of the foreseen
            _write(site, mount, message="\n".join(dict.fromkeys(messages)))


def _answering(
    server: Any, current: Callable[[], Any], making: threading.Lock
) -> Callable[[dict[str, Any], Any], Iterable[bytes]]:
    """Return what answers requests: the page of problems for each page, if there is one after the build that runs."""

    def answering(environ: dict[str, Any], start: Any) -> Iterable[bytes]:
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if not path.startswith("/livereload/"):
            with making, _failing(Path(server.root), server.mount_path):
                asked = path.removeprefix(server.mount_path)
                _ask(current().fresh, f"{asked}index.html" if asked.endswith("/") or not asked else asked)
        if _is_page(path):
            heads: list[tuple[str, Any]] = []
            body: Iterable[bytes] = server.serve_request(
                {**environ, "PATH_INFO": f"{server.mount_path}{_PAGE}"},
                lambda status, headers: heads.append((status, headers)),
            )
            if heads[0][0].startswith("200"):
                start("503 Service Unavailable", [*heads[0][1], ("Cache-Control", "no-store")])
                return body
        answer: Iterable[bytes] = server.serve_request(environ, start)
        return answer

    return answering


def _ask(fresh: Fresh | None, path: str) -> None:
    """See to it that a file of the site is up to date; of what cannot be made the rules may know why."""
    if fresh:
        try:
            fresh.ask(path)
        except Exception:
            fresh.check()()
            raise


def _is_page(path: str) -> bool:
    name = path.rpartition("/")[2]
    return not path.startswith("/livereload/") and ("." not in name or name.endswith(".html"))


def _tell(site: Path, mount: str, problems: Iterable[Problem]) -> None:
    """Write the list of problems, errors first, and tell it in the terminal."""
    held = sorted(problems, key=lambda problem: problem.level)
    told = reporters.text(held, spoken())
    log.error("the data has problems; until they are mended, every page shows them\n%s", told)
    _write(site, mount, problems=held)


def _write(site: Path, mount: str, *, problems: Sequence[Problem] = (), message: str = "") -> None:
    view = _View(mount or "/", problems, reporters.summary(problems), message)
    (site / _PAGE).write_text(templates.render("problems.html.j2", view, None), encoding="utf-8", newline="\n")


@contextlib.contextmanager
def _told() -> Iterator[list[str]]:
    """Give what a build says of faults: the error that ends it often says no more than that it has ended."""
    messages: list[str] = []
    handler = logging.Handler(logging.WARNING)
    handler.emit = lambda record: messages.append(record.getMessage())  # type: ignore[method-assign]
    _ENGINE.addHandler(handler)
    try:
        yield messages
    finally:
        _ENGINE.removeHandler(handler)


class _Quiet(logging.Filter):
    """Keeps back what the engine says after a list of problems, which would push the list out of sight."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record is shown. The file tells, not a variable: a build loads this module anew."""
        return record.name == log.name or _NEEDED in record.getMessage() or not Path(self.name, _PAGE).exists()


def _quieten(site: Path) -> None:
    """Put the filter on what writes to the terminal, once."""
    for handler in _ENGINE.handlers:
        if str(site) not in [getattr(held, "name", None) for held in handler.filters]:
            handler.addFilter(_Quiet(str(site)))
