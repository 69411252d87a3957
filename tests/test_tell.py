"""What a pull request is told by a job that may write: tried against a host of our own."""

from __future__ import annotations

import difflib
import json
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.support.example import ROOT
from tests.support.some import some

sys.path.insert(0, str(ROOT / ".ci"))
import suggest
import tell

HEAD = "a" * 40
PATH = "data/cities/northport.yml"
BRANCH = ["id: x", "name: 北港,港口", "text: 'a'", "list:", "  - one", "last: 1"]
"""The file in the branch."""
MENDED = ["id: x", "name: 北港，港口", "text: 'a'", "list:", "  - one", "  - two", "last: 1"]
PATCH = "@@ -1,5 +1,6 @@\n id: x\n+name: 北港,港口\n text: 'a'\n list:\n   - one\n last: 1"
"""What the pull request shows of it."""


def diff(before: list[str], after: list[str], path: str = PATH) -> str:
    """Return mends as `handbook fix --dry-run` does."""
    return "\n".join(difflib.unified_diff(before, after, f"a/{path}", f"b/{path}", lineterm="")) + "\n"


def test_a_mend_stands_beside_its_lines() -> None:
    """One that only adds takes the line before along; applied, they give the mended file."""
    found = suggest.suggestions(diff(BRANCH, MENDED), {PATH: PATCH})
    lines = [*BRANCH]
    for one in reversed(some(found, 2)):
        lines[one.start - 1 : one.end] = one.after

    assert [(one.start, one.end) for one in found] == [(2, 2), (5, 5)]
    assert lines == MENDED
    assert found[0].comment() == {
        "path": PATH, "line": 2, "side": "RIGHT",
        "body": f"{suggest.MARK}\n```suggestion\nname: 北港，港口\n```",
    }  # fmt: skip


def test_lines_that_go_or_stand_together_are_one_suggestion() -> None:
    [one] = suggest.suggestions(diff(BRANCH, [*BRANCH[:3], BRANCH[5]]), {PATH: PATCH})

    assert one.comment() == {
        "path": PATH, "start_line": 4, "start_side": "RIGHT", "line": 5, "side": "RIGHT",
        "body": f"{suggest.MARK}\n```suggestion\n```",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("mends", "patch"),
    [
        (diff(BRANCH, ["id: x", "name: 港\u202e口", *BRANCH[2:]]), PATCH),
        (diff(BRANCH, ["id: x", "name: x\r", *BRANCH[2:]]), PATCH),
        (diff(["id: x", "name: other", *BRANCH[2:]], MENDED[:5] + BRANCH[5:]), PATCH),
        (diff(BRANCH, MENDED[:5] + BRANCH[5:]), PATCH.replace("+1,6", "+2,6")),
        (diff(BRANCH, MENDED), ""),
        (diff(BRANCH, MENDED, ".github/workflows/check.yml"), PATCH),
        (diff(BRANCH, MENDED, "data/../macros/x.yml"), PATCH),
        (diff(BRANCH, ["id: x", "name: " + "x" * 20_001, *BRANCH[2:]]), PATCH),
        (f"--- a/{PATH}\n+++ b/{PATH}\n@@ -6 +6 @@\n-last: 1\n\\ No newline at end of file\n+last: 1\n", PATCH),
        ("@@ -1,9 +1,9 @@\nnothing of a diff\n" * 3, PATCH),
    ],
    ids=["hidden", "line end", "differs", "elsewhere", "unseen", "code", "path", "long", "last line", "no diff"],
)
def test_what_does_not_fit_is_not_suggested(mends: str, patch: str) -> None:
    paths = dict.fromkeys((PATH, ".github/workflows/check.yml", "data/../macros/x.yml"), patch)

    assert suggest.suggestions(diff(BRANCH, MENDED), {PATH: PATCH}) != []
    assert suggest.suggestions(mends, paths) == []


def test_a_line_cannot_pass_for_the_head_of_another_file() -> None:
    """What is taken away begins with a minus too."""
    before, after = ["-- a/x", "b"], ["++ b/data/labels.yml", "b"]
    [one] = suggest.mends(next(suggest.hunks(diff(before, after))))

    assert (one.path, one.before, one.after) == (PATH, ("-- a/x",), ("++ b/data/labels.yml",))


def test_no_text_ends_its_suggestion_or_makes_too_many() -> None:
    before = [f"a: {number}" for number in range(60)]
    after = [f"a: {number} ````" if number % 2 else line for number, line in enumerate(before)]
    patch = "\n".join(["@@ -0,0 +1,60 @@", *(f"+{line}" for line in before)])
    found = suggest.suggestions(diff(before, after), {PATH: patch})

    assert len(found) == suggest.MOST
    assert str(found[0].comment()["body"]).endswith("\n`````suggestion\na: 1 ````\n`````")


def test_a_report_keeps_its_form() -> None:
    """What the command wrote comes through, but for what leads elsewhere."""
    text = (
        "<!-- handbook diff -->\n### What changed\n\nAdded 1.\n\n<details><summary>Facts (1)</summary>\n\n"
        "- London · city/london\\#x (changed)\n  - text: it&#39;s 1 &lt; 2 → 3\n\n</details>\n"
    )

    assert tell.harmless(text, 1000) == text.replace("<!-- handbook diff -->\n", "").rstrip("\n").replace(
        "#x", "#\u200bx"
    )


def test_nothing_in_a_report_calls_for_anybody_or_leads_anywhere() -> None:
    hostile = (
        "@somebody \\@team/x &#64;entity &commat;x owner/repo#12 #7 GH-8\n[a](https://evil.example) ![b](//x) "
        "www.evil.example\n"
        "[c]: https://evil.example\n<img src=x> <details open> <a href=x>\n</details></details>\n```\n~~~\n"
        "<details><summary><b>x</b></summary>\nx\x1b[0m\u202e\n"
    )
    shown = tell.harmless(hostile, 10_000)

    assert (
        re.findall(
            r"@(?!\u200b)|#\d|GH-\d|\]\(|\]:|://|www\.|&(?!amp;|lt;|#39;)|<|\x1b|\u202e|^[`~]", shown, re.MULTILINE
        )
        == []
    )
    assert "somebody" in shown


def test_a_report_is_cut_at_a_line_and_closed() -> None:
    text = "<details><summary>Facts</summary>\n\n" + "- line\n" * 500 + "\n</details>\n"
    shown = tell.harmless(text, 300)

    assert len(shown) < 330
    assert shown.endswith("- line\n\n…\n\n</details>")
    assert len(tell.body(dict.fromkeys(tell.ROOM, "x\n" * 90000))) < 65_536


class Host:
    """A host with one pull request, which keeps what it is told."""

    def __init__(self) -> None:
        self.comments: list[dict[str, Any]] = []
        self.reviews: list[dict[str, Any]] = []
        self.heads = [{"number": 7, "head": {"sha": HEAD, "repo": {"full_name": "someone/handbook"}}}]
        self.refuses = False

    def answer(self, method: str, address: str, given: dict[str, Any]) -> Any:
        """Answer as GitHub does; None for what it refuses."""
        path = urlsplit(address).path.removeprefix("/repos/o/handbook/")
        by = {"user": {"login": tell.BOT}}
        match method, path:
            case "GET", "pulls":
                return self.heads if parse_qs(urlsplit(address).query)["head"] == ["someone:a#b"] else []
            case "GET", "pulls/7/files":
                return [{"filename": PATH, "patch": PATCH}, {"filename": "large.bin"}]
            case "GET", "pulls/7/comments":
                return [{**one, **by} for review in self.reviews for one in review["comments"]]
            case "POST", "pulls/7/reviews" if not self.refuses:
                self.reviews.append(given)
                return {}
            case "GET", "issues/7/comments":
                return self.comments
            case "POST", "issues/7/comments":
                self.comments.append({"id": len(self.comments), **given, **by})
                return {}
            case "PATCH", _ if path.startswith("issues/comments/"):
                self.comments[int(path.rpartition("/")[2])] |= given
                return {}
        return None


@pytest.fixture
def host(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Host]:
    """Return a host that this process and those it starts take for GitHub, after a run of the check."""
    held = Host()

    class Handler(BaseHTTPRequestHandler):
        def answer(self) -> None:
            assert self.headers["Authorization"] == "Bearer token"
            data = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            answer = held.answer(self.command, self.path, json.loads(data or "{}"))
            self.send_response(422 if answer is None else 200)
            self.end_headers()
            self.wfile.write(json.dumps(answer).encode())

        do_GET = do_POST = do_PATCH = answer  # noqa: N815  what the server calls

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    run = {
        "head_sha": HEAD, "head_branch": "a#b",
        "head_repository": {"full_name": "someone/handbook", "owner": {"login": "someone"}},
    }  # fmt: skip
    (tmp_path / "event.json").write_text(json.dumps({"workflow_run": run}), encoding="utf-8")
    (tmp_path / "told").mkdir()
    for name in ("diff.zh.md", "diff.en.md"):
        (tmp_path / "told" / name).write_text("### 改动 @all\n", encoding="utf-8")
    (tmp_path / "told" / "fix.diff").write_text(diff(BRANCH, MENDED), encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        for name, value in {
            "GITHUB_API_URL": f"http://127.0.0.1:{server.server_port}", "GITHUB_REPOSITORY": "o/handbook",
            "GITHUB_TOKEN": "token", "GITHUB_EVENT_PATH": str(tmp_path / "event.json"),
        }.items():  # fmt: skip
            monkeypatch.setenv(name, value)
        yield held
        server.shutdown()
        thread.join()


def told(folder: Path) -> str:
    """Run the script as the workflow does; return what it prints."""
    command = [sys.executable, ROOT / ".ci" / "tell.py", folder / "told"]
    done = subprocess.run(command, cwd=folder, env=os.environ, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_a_pull_request_has_one_comment_and_each_suggestion_once(host: Host, tmp_path: Path) -> None:
    """A stranger's comment that looks like ours is left alone."""
    host.comments.append({"id": 0, "body": tell.MARK, "user": {"login": "someone"}})
    told(tmp_path)
    first = host.comments[1]["body"]
    (tmp_path / "told" / "diff.en.md").write_text("### Changed since\n", encoding="utf-8")
    told(tmp_path)

    assert len(host.comments) == 2
    assert "Changed since" not in first
    assert "Changed since" in host.comments[1]["body"]
    assert "@all" not in host.comments[1]["body"]
    assert "+name: 北港，港口" in host.comments[1]["body"]
    assert [(one["commit_id"], one["event"], len(one["comments"])) for one in host.reviews] == [(HEAD, "COMMENT", 2)]


def test_suggestions_that_are_refused_stand_in_the_comment(host: Host, tmp_path: Path) -> None:
    host.refuses = True

    assert told(tmp_path) == "no suggestions: GitHub answers 422\n"
    assert "+name: 北港，港口" in host.comments[0]["body"]


@pytest.mark.parametrize("head", [{"sha": "b" * 40}, {"repo": {"full_name": "other/handbook"}}, {"repo": None}])
def test_a_run_that_is_not_of_the_branch_as_it_is_tells_nothing(
    host: Host, tmp_path: Path, head: dict[str, Any]
) -> None:
    host.heads[0]["head"] |= head  # type: ignore[operator]

    assert "nothing is told" in told(tmp_path)
    assert (host.comments, host.reviews) == ([], [])


def test_a_file_that_is_none_of_those_expected_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret", encoding="utf-8")
    (tmp_path / "link").symlink_to(tmp_path / "secret")
    (tmp_path / "large").write_bytes(b"x" * (tell.MOST_BYTES + 1))
    (tmp_path / "broken").write_bytes(b"a\xff")

    assert [tell.read(tmp_path / name) for name in ("link", "large", "none", "broken")] == ["", "", "", "a�"]
