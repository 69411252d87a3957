"""What `handbook links` makes of what servers say; a server of the tests' own on this machine, and no other host."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from macros.edit.links import Limits, asked
from tests.support import example

QUICK = Limits(timeout=60, delay=0, tries=3, whole=600)
REDIRECTS = {
    "/moved": (301, "/new/page"), "/elsewhere": (302, "/new/page"), "/first": (308, "/moved"),
    "/to-front": (301, "/"), "/loop": (301, "/loop"), "/to-a-file": (301, "file:///etc/passwd"),
}  # fmt: skip
CODES = {"/gone": 410, "/missing": 404, "/shut": 403, "/broken": 500, "/later": 503}


class Server(ThreadingHTTPServer):
    """Counts what is asked of it, and how much at the same time."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.asked: Counter[str] = Counter()
        self.agents: set[str] = set()
        self.at_once = self.most_at_once = 0
        self.lock, self.ends = threading.Lock(), threading.Event()

    @property
    def root(self) -> str:
        """The address before every path."""
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Server

    def do_GET(self) -> None:
        with self.server.lock:
            self.server.asked[self.path] += 1
            self.server.agents.add(self.headers["User-Agent"])
            self.server.at_once += 1
            self.server.most_at_once = max(self.server.at_once, self.server.most_at_once)
        time.sleep(0.002)  # long enough that a second question at the same time would be seen
        with self.server.lock:  # before the answer goes out: the next question may come with its last byte
            self.server.at_once -= 1
        self._answer()

    def _answer(self) -> None:
        if self.path == "/never":
            self.server.ends.wait()
        code, target = REDIRECTS.get(self.path, (CODES.get(self.path, 200), ""))
        if self.path == "/flaky" and self.server.asked["/flaky"] < 3:
            code = 503
        self.send_response(code)
        if target:
            self.send_header("Location", target)
        if self.path == "/later":
            self.send_header("Retry-After", "3600")
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""


@pytest.fixture
def server() -> Iterator[Server]:
    held = Server()
    thread = threading.Thread(target=held.serve_forever)
    thread.start()
    yield held
    held.ends.set()
    held.shutdown()
    thread.join()
    held.server_close()


def told(server: Server, path: str, limits: Limits = QUICK) -> tuple[str, str, str]:
    address = path if "://" in path else f"{server.root}{path}"
    answer = asked({address}, limits)[address]
    return answer.state, answer.detail.en, answer.target.removeprefix(server.root)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/there", ("ok", "200", "")),
        ("/有空格 的页?q=智慧", ("ok", "200", "")),
        ("/gone", ("dead", "410", "")),
        ("/missing", ("dead", "404", "")),
        ("/moved", ("moved", "for good", "/new/page")),
        ("/first", ("moved", "for good", "/new/page")),
        ("/elsewhere", ("ok", "200, elsewhere for now", "")),
        ("/to-front", ("moved", "leads to the front page; what it held may be gone", "/")),
        ("/loop", ("refused", "more than 10 redirects", "")),
        ("/to-a-file", ("refused", "leads away from the web", "")),
        ("/shut", ("refused", "403", "")),
        ("/broken", ("refused", "500", "")),
        ("http://nothing.invalid/", ("dead", "no such host", "")),
    ],
)
def test_what_a_server_says(path: str, expected: tuple[str, str, str], server: Server) -> None:
    assert told(server, path) == expected


def test_a_server_that_does_not_speak_tls_refuses(server: Server) -> None:
    state, detail, _ = told(server, server.root.replace("http:", "https:") + "/there")

    assert (state, detail[:4]) == ("refused", "TLS:")


def test_no_answer_in_time(server: Server) -> None:
    """A server that accepts and says nothing is given up; one that is not there at all is silent too."""
    once = Limits(timeout=0.5, delay=0, tries=1)
    closed = Server()
    closed.server_close()

    assert told(server, "/never", once) == ("silent", "no answer in time", "")
    assert told(server, f"{closed.root}/", once)[0] == "silent"


def test_what_may_pass_is_asked_again_and_no_more_than_that(server: Server) -> None:
    """A server that asks to wait for an hour is not asked again, and one that says no is taken at its word."""
    assert told(server, "/flaky") == ("ok", "200", "")
    for path in ("/broken", "/later", "/missing"):
        told(server, path)

    assert {path: server.asked[path] for path in ("/flaky", "/broken", "/later", "/missing")} == {
        "/flaky": 3, "/broken": 3, "/later": 1, "/missing": 1,
    }  # fmt: skip


def test_a_host_is_asked_one_thing_after_the_other(server: Server) -> None:
    held = asked({f"{server.root}/{number}" for number in range(40)}, QUICK)

    assert len(held) == 40
    assert server.most_at_once == 1
    assert server.agents == {"handbook-links"}


def test_what_is_not_asked_in_time_is_left_out(server: Server) -> None:
    assert asked({f"{server.root}/there"}, Limits(whole=-1)) == {}
    assert server.asked.total() == 0


def project(folder: Path, server: Server, *paths: str) -> Path:
    """Return the example project with addresses of the server for its sources."""
    root = example.make(folder / "project")
    file = root / "data" / "sources.yml"
    text = file.read_text(encoding="utf-8")
    known = "https://web.archive.org/web/20201105/https://example.org/blog", "https://example.org/plan?a=1&b=2"
    for old, path in zip((*known, "https://example.org/blog"), ("/there", *paths), strict=True):
        assert old in text
        text = text.replace(old, f"{server.root}{path}")
    file.write_text(text, encoding="utf-8")
    return root


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["links", "--root", str(root), "--delay", "0", "--lang", "en", *arguments])


def test_the_report(tmp_path: Path, server: Server) -> None:
    """Gone before moved, with place, use and the copy that there is; in all formats, and for an issue."""
    root = project(tmp_path, server, "/moved", "/missing")
    text, issue = run(root, "port-1", "port-3"), run(root, "--format", "markdown", "--lang", "zh", "port-1", "port-3")
    held = {one["field"] + one["source"]: one for one in json.loads(run(root, "data", "--format", "json").output)}

    assert text.exit_code == 0
    first, _, second, _, last = text.output.replace(server.root, "").splitlines()
    assert first.startswith("data/sources.yml:")
    assert "dead port-3 /missing" in first
    assert "moved port-1 /moved" in second
    assert last == "1 of 3 addresses are well."
    assert "has an archived copy" in text.output
    assert "→ " + server.root + "/new/page" in text.output
    assert issue.output.index("### 已失效") < issue.output.index("### 已永久迁移")
    assert held["archivedport-3"]["answer"]["state"] == "ok"
    assert held["urlport-1"]["uses"] > 0


def test_a_gone_source_without_a_copy_leads_to_a_search_for_one(tmp_path: Path, server: Server) -> None:
    root = project(tmp_path, server, "/missing", "/gone")
    held = run(root, "--format", "markdown", "port-1", "port-3").output

    assert f"(https://web.archive.org/web/2*/{server.root}/missing)" in held
    assert f"2*/{server.root}/gone" not in held


def test_without_a_network_nothing_is_said_of_sources(tmp_path: Path, server: Server) -> None:
    """Every host would seem gone; a workflow must not file that."""
    root = project(tmp_path, server, "/x", "/y")
    file = root / "data" / "sources.yml"
    file.write_text(file.read_text(encoding="utf-8").replace(server.root, "http://nothing.invalid"), encoding="utf-8")
    done = run(root, "port-1", "port-3")

    assert done.exit_code == 1
    assert "is there a network?" in done.output


def test_a_name_that_there_is_not(tmp_path: Path, server: Server) -> None:
    assert run(project(tmp_path, server, "/x", "/y"), "port-9").exit_code == 2
