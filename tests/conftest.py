"""What the tests share. The site is built once a test run, also when several processes run the tests."""

from __future__ import annotations

import importlib.util
import json
import os
import re
import shutil
import sys
import threading
from collections.abc import Callable, Generator, Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import pytest

from macros.load.dataset import Dataset
from tests.support import synthetic
from tests.support.built import (
    CHECKED,
    FORMER,
    GITHUB,
    GITLAB,
    HOSTILE,
    MANY,
    PUBLISHED,
    REPOSITORY,
    ROOT,
    SITE_URL,
    Site,
    build,
    made,
    shared,
)
from tests.support.bundle import LED, PART
from tests.support.crowded import load as load_crowded
from tests.support.data import Data
from tests.support.edited import EDITS
from tests.support.example import load as load_example
from tests.support.example import make as make_example
from tests.support.reading import PATIENCE, Reader, reading
from tests.support.single import PART as SINGLE_PART
from tests.support.single import made as make_single

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.support.firefox import Firefox

CHROMIUM = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",  # no network but our own server
)


@pytest.fixture(scope="session")
def builds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder for the sites of this test run, the same in all its processes."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if base.name.startswith("popen-") else base


@pytest.fixture(scope="session")
def online(builds: Path) -> Site:
    """Return the shipped handbook as the README says to publish it."""
    return shared(builds / "online", lambda folder: build(ROOT, folder, PYTHONHASHSEED="1", **PUBLISHED))


@pytest.fixture(scope="session")
def offline(builds: Path) -> Site:
    """Return the shipped handbook, as it is opened from a folder."""
    return shared(builds / "offline", lambda folder: build(ROOT, folder, OFFLINE="true", REPO_URL=GITLAB))


@pytest.fixture(scope="session")
def whole(builds: Path) -> Site:
    """Return the whole handbook as a bundle in a folder."""
    return shared(builds / "bundle-whole", lambda folder: made(folder / "bundle", REPO_URL=GITHUB))


@pytest.fixture(scope="session")
def part(builds: Path) -> Site:
    """Return two cities and a step as a bundle in a folder."""
    return shared(builds / "bundle-part", lambda folder: made(folder / "bundle", *PART))


@pytest.fixture(scope="session")
def led(builds: Path) -> Site:
    """Return a bundle of one step with the facilitator's pages."""
    return shared(builds / "bundle-led", lambda folder: made(folder / "bundle", *LED))


@pytest.fixture(scope="session", params=["zh", "en"])
def single(request: pytest.FixtureRequest, builds: Path) -> Path:
    """Return the whole handbook as one file in each language."""
    name = f"{request.param}.html"
    arguments = ("--single-file", "--lang", request.param)
    return shared(builds / f"single-{request.param}", lambda folder: made(folder / name, *arguments)).folder


@pytest.fixture(scope="session", params=["zh", "en"])
def single_part(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a part of it that is quick to open; not to be written to."""
    return make_single(tmp_path_factory.mktemp("part") / f"{request.param}.html", "--lang", request.param, *SINGLE_PART)


@pytest.fixture(scope="session")
def large(builds: Path) -> Site:
    """Return a handbook of more cities than fit a page, one with a name that is no kindness; with a repository."""

    def make(folder: Path) -> Site:
        _hostile(_synthetic(folder / "project", MANY))
        for place in ("content/zh/Thumbs.db", "content/en/about.md~", "overrides/assets/images/desktop.ini"):
            (folder / "project" / place).write_bytes(b"")
        return build(folder / "project", folder / "site", REPO_URL=REPOSITORY, SITE_URL=SITE_URL)

    return shared(builds / "large", make)


@pytest.fixture(scope="session")
def larger(builds: Path) -> Site:
    """Return the same with as many cities as fill two pages, one of them renamed."""

    def make(folder: Path) -> Site:
        city = _hostile(_synthetic(folder / "project", 60))
        with city.open("a", encoding="utf-8") as file:
            file.write(f"formerly: [{FORMER}]\n")
        return build(folder / "project", folder / "site", REPO_URL=REPOSITORY, SITE_URL=SITE_URL)

    return shared(builds / "larger", make)


def _synthetic(project: Path, cities: int) -> Path:
    """Write a synthetic project, checked on a day that no clock gives; return the file of one of its cities.

    The last of its cities is one that editors have added, with all that they add besides.
    """
    synthetic.write(project, cities - 1)
    for edit in EDITS:
        edit(project)
    newest = Data(project).newest()
    for file in (project / "data").rglob("*.yml"):
        file.write_text(file.read_text(encoding="utf-8").replace(newest, CHECKED), encoding="utf-8")
    return project / "data" / "cities" / "city-0002.yml"


def _hostile(city: Path) -> Path:
    name = json.dumps({"zh": HOSTILE, "en": HOSTILE}, ensure_ascii=False)
    text, count = re.subn("^name:.*$", lambda _: f"name: {name}", city.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert count == 1
    city.write_text(text, encoding="utf-8")
    return city


@pytest.fixture(scope="session", params=["online", "offline"])
def shipped(request: pytest.FixtureRequest) -> Site:
    """Return the shipped handbook, as it stands on a server and in a folder."""
    built: Site = request.getfixturevalue(request.param)
    return built


@pytest.fixture(scope="session", params=["online", "offline", "large"])
def site(request: pytest.FixtureRequest) -> Site:
    """Return each of the built sites."""
    built: Site = request.getfixturevalue(request.param)
    return built


def _missing(what: str) -> NoReturn:
    """Skip browser tests where there is no browser, but not where they are due."""
    if os.environ.get("CI") == "true":
        pytest.fail(f"browser tests need {what}", pytrace=False)
    pytest.skip(f"browser tests need {what}")


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Return the Chromium that is installed."""
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        _missing("the package playwright")
    found = next(
        filter(None, map(shutil.which, ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome"))),
        None,
    )
    if not found:
        _missing("Chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=found, args=[*CHROMIUM], timeout=PATIENCE)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def firefox_program() -> str:
    """Return the Firefox that is installed."""
    if not importlib.util.find_spec("websockets"):
        _missing("the package websockets")
    return next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None) or _missing("Firefox")


@pytest.fixture(scope="session")
def firefox(firefox_program: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Firefox]:
    """Return a running Firefox."""
    from tests.support.firefox import running

    with running(firefox_program, tmp_path_factory.mktemp("firefox")) as started:
        yield started


@pytest.fixture(scope="session")
def host(online: Site) -> Iterator[str]:
    """Return the address of a server with the online site."""

    class Handler(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            """Say nothing."""

        def send_error(self, code: int, *told: object, **more: object) -> None:
            """Give the site's own page for a wrong address, as a host does."""
            if code != 404:
                return super().send_error(code, *told, **more)  # type: ignore[arg-type]
            page = (online.folder / "404.html").read_bytes()
            self.send_response(404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(page)))
            self.end_headers()
            self.wfile.write(page)
            return None

    class Server(ThreadingHTTPServer):
        def handle_error(self, *_: object) -> None:
            """Let a browser leave before it has everything."""

    with Server(("127.0.0.1", 0), partial(Handler, directory=str(online.folder))) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture
def served(browser: Browser, host: str, online: Site) -> Iterator[Reader]:
    """Return a reader of the site on a server."""
    with reading(browser, online, host) as reader:
        yield reader


@pytest.fixture
def opened(browser: Browser, offline: Site) -> Iterator[Reader]:
    """Return a reader of the site in a folder, without a network."""
    with reading(browser, offline, f"{offline.folder.as_uri()}/") as reader:
        yield reader


@pytest.fixture(params=["served", "opened"])
def reader(request: pytest.FixtureRequest) -> Reader:
    """Return each of the two."""
    held: Reader = request.getfixturevalue(request.param)
    return held


@pytest.fixture(scope="session")
def crowded(tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    """Return the data set of the crowded example."""
    return load_crowded(tmp_path_factory.mktemp("crowded") / "project")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, object, object]:
    """Let coverage.py rest while a built site is looked at: nothing of ours runs, and all takes twice as long.

    What is built for such a test is noted all the same, in processes of its own and in fixtures.
    """
    coverage = sys.modules.get("coverage")
    measuring = coverage and coverage.Coverage.current()
    if not measuring or item.path.parent.name not in ("site", "browser"):
        return (yield)
    measuring.stop()
    try:
        return (yield)
    finally:
        measuring.start()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add --update, for output that was meant to change; read the difference before you commit it."""
    parser.addoption("--update", action="store_true", help="rewrite expected.txt and golden files")


@pytest.fixture
def expect(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Return a comparison of a text with the whole of a file; with --update it writes the file instead."""

    def compare(file: Path, text: str) -> None:
        if request.config.getoption("--update"):
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text, encoding="utf-8")
        assert text == file.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session")
def example(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example project, sound; not to be written to."""
    return make_example(tmp_path_factory.mktemp("example") / "project")


@pytest.fixture(scope="session")
def dataset(example: Path) -> Dataset:
    """Return the data set of the example project."""
    return load_example(example)
