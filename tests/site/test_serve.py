"""The site as an editor sees it who works on it: what is wrong stands in the browser, until it is mended."""

from __future__ import annotations

import contextlib
import datetime as dt
import html
import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest

from macros.check.run import check
from tests.support import reading
from tests.support.built import LANGUAGES, small_project
from tests.support.some import some

PATIENCE = reading.PATIENCE / 1000
"""Seconds; an open page is answered within a minute, changed or not."""
FOLDER = "/handbook/"
"""The site's place on its host."""


class Served:
    """A project that is served from a process of its own."""

    def __init__(self, project: Path, log: Path, port: int) -> None:
        self.project = project
        self._log = log
        self._base = f"http://127.0.0.1:{port}"

    @property
    def said(self) -> str:
        """What stands in the terminal."""
        return self._log.read_text(encoding="utf-8")

    def get(self, path: str) -> tuple[int, str]:
        """Return status and text of an address."""
        try:
            with urlopen(f"{self._base}{path}", None, 2 * PATIENCE) as got:  # noqa: S310 - our own server
                return got.status, got.read().decode()
        except HTTPError as error:
            return error.code, error.read().decode()

    def after(self, change: Callable[[], object], path: str) -> tuple[int, str]:
        """Return what an open page becomes by itself after a change."""
        epoch = re.findall(r"^livereload\((\d+), \d+\);", self.get(path)[1], re.MULTILINE)[0]
        change()
        end = time.monotonic() + PATIENCE
        while int(self.get(f"/livereload/{epoch}/1")[1]) <= int(epoch):
            assert time.monotonic() < end, self.said
        return self.get(path)


@contextlib.contextmanager
def serving(project: Path, log: Path) -> Iterator[Served]:
    """Serve a project until the end."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SITE_URL": f"https://example.org{FOLDER}"}
    command = [sys.executable, "-u", "-m", "mkdocs", "serve", "--dev-addr", f"127.0.0.1:{port}"]
    with (
        log.open("wb") as out,
        subprocess.Popen(command, cwd=project, env=environment, stdout=out, stderr=subprocess.STDOUT) as process,
    ):
        served = Served(project, log, port)
        try:
            end = time.monotonic() + PATIENCE
            while "Serving on" not in served.said:
                assert process.poll() is None, served.said
                assert time.monotonic() < end, served.said
                time.sleep(0.05)
            yield served
        finally:
            process.terminate()


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """Return a project whose data are broken, even the words of the interface."""
    project = small_project(tmp_path / "project")
    for name in ("cities/northport.yml", "labels.yml"):
        with (project / "data" / name).open("a", encoding="utf-8") as file:
            file.write("nonsense: <b>1</b>\n")
    return project


def test_what_is_wrong_stands_on_every_page_until_it_is_mended(broken: Path, tmp_path: Path) -> None:
    """Also where it was wrong from the start, and where it is not the data."""
    city = f"{FOLDER}en/cities/northport/"
    problems = some(check(broken)[1], 2)
    configuration = broken / "mkdocs.yml"
    sound = configuration.read_text(encoding="utf-8")
    with serving(broken, tmp_path / "log") as served:
        for path in ("/", FOLDER, city, f"{FOLDER}zh/nowhere.html"):
            status, text = served.get(path)
            assert status == 503
            for problem in problems:
                assert f"{problem.path}:{problem.line}:{problem.column}" in text
                assert problem.message.en in html.unescape(text)
                assert problem.message.zh in html.unescape(text)
        assert "<b>" not in text
        assert set(LANGUAGES.values()) <= set(re.findall(r'lang="([^"]+)"', text))
        styles = some(re.findall(r'<link rel="stylesheet" href="([^"]+)"', text), 1)
        assert [served.get(style)[0] for style in styles] == [200] * len(styles)
        assert problems[-1].message.en in served.said
        following = served.said.partition(problems[-1].message.en)[2].splitlines()[1:]
        assert [line for line in following if re.match("(INFO|WARNING|DEBUG)", line) and "Serving on" not in line] == []

        status, text = served.after(lambda: _mend(broken), city)
        assert (status, "northport" in text) == (200, True)
        status, text = served.after(lambda: configuration.write_text(f"{sound}theme: [", encoding="utf-8"), city)
        assert (status, "mkdocs.yml" in text) == (503, True)
        assert served.after(lambda: configuration.write_text(sound, encoding="utf-8"), city)[0] == 200
        status, text = served.after(lambda: _read_again(broken), city)
        assert status == 200, text


def _read_again(project: Path) -> None:
    """Say that a source was read today, which no build before this one has told anybody."""
    files = sorted((project / "data").rglob("*.yml"))
    file = next(file for file in files if "sources" in (file.stem, file.parent.name))
    text = file.read_text(encoding="utf-8")
    day = dt.datetime.now(dt.UTC).date().isoformat()
    file.write_text(re.sub("checked: .*", f"checked: {day}", text, count=1), encoding="utf-8")


def _mend(project: Path) -> None:
    for file in (project / "data").rglob("*.yml"):
        text = file.read_text(encoding="utf-8")
        if "nonsense:" in text:
            file.write_text(text.replace("nonsense: <b>1</b>\n", ""), encoding="utf-8")


def test_the_statement_that_was_just_changed_is_marked(tmp_path: Path) -> None:
    """On its page, in the page's language, and no other; nothing is marked before the first edit."""
    project = small_project(tmp_path / "project")
    city = project / "data" / "cities" / "northport.yml"
    text = city.read_text(encoding="utf-8")
    old = some(re.findall(r'zh: "([^"]{8,})。", en: "([^"]{8,})\."', text.partition("areas:")[2]), 1)[0][1]
    with serving(project, tmp_path / "log") as served:
        before = served.get(f"{FOLDER}en/cities/northport/")[1]
        _, after = served.after(
            lambda: city.write_text(text.replace(old, f"{old} indeed", 1), encoding="utf-8"),
            f"{FOLDER}en/cities/northport/",
        )
        chinese = served.get(f"{FOLDER}zh/cities/northport/")[1]

    assert "data-changed" not in before
    assert len(re.findall('data-changed="just changed"', after)) == 1
    assert " indeed" in after.partition('data-changed="just changed"')[2].partition("data-ref=")[0]
    assert 'data-changed="刚改过"' in chinese


def test_what_the_rules_find_takes_the_place_of_a_page_that_is_shown(tmp_path: Path) -> None:
    """Who edits sees the page first; what only reading everything can tell follows, and goes when it is mended."""
    project = small_project(tmp_path / "project")
    city, path = project / "data" / "cities" / "northport.yml", f"{FOLDER}en/cities/northport/"
    text = city.read_text(encoding="utf-8")
    assert "sources: [port-2]" in text
    with serving(project, tmp_path / "log") as served:
        served.after(lambda: city.write_text(text.replace("[port-2]", "[nowhere]", 1), encoding="utf-8"), path)
        end = time.monotonic() + PATIENCE
        while (got := served.get(path))[0] != 503:
            assert time.monotonic() < end, served.said
        assert "nowhere" in got[1], got[1]
        status, mended = served.after(lambda: city.write_text(text, encoding="utf-8"), path)

    assert status == 200, mended
    assert served.said.count("Building documentation") == 1


def test_what_could_not_be_built_is_built_anew_after_an_edit(tmp_path: Path) -> None:
    """A build that ended half-way leaves nothing that an edit of data alone could be taken over into."""
    project = small_project(tmp_path / "project")
    city, path = project / "data" / "cities" / "northport.yml", f"{FOLDER}en/cities/northport/"
    frame = project / "overrides" / "main.html"
    sound, text = frame.read_text(encoding="utf-8"), city.read_text(encoding="utf-8")
    with serving(project, tmp_path / "log") as served:
        assert served.after(lambda: frame.write_text(f"{sound}{{{{ no.thing }}}}", encoding="utf-8"), path)[0] == 503
        assert served.after(lambda: city.write_text(f"{text}# read again\n", encoding="utf-8"), path)[0] == 503
        status, mended = served.after(lambda: frame.write_text(sound, encoding="utf-8"), path)

    assert served.said.count("Building documentation") == 4
    assert status == 200, mended
