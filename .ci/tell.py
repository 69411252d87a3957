"""Tells on a pull request what its check found: one comment, which is updated, and suggestions beside its lines.

`tell.py FOLDER`, run by .github/workflows/tell.yml with a token that may comment. The folder comes from a run of the
pull request's own code, so it is text to be looked at and nothing else. Needs nothing but Python.
"""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.error import HTTPError
from urllib.parse import quote
from urllib.request import Request, urlopen

from suggest import MARK as MEND
from suggest import fenced, suggestions

MARK = "<!-- handbook diff -->"
BOT = "github-actions[bot]"
MOST_BYTES = 2_000_000
ROOM = {"diff.zh.md": 24_000, "diff.en.md": 24_000, "fix.diff": 12_000}
"""Characters of each file in the comment; GitHub takes 65,536 in all."""
_OPENING = re.compile(r"<details><summary>([^<>]*)</summary>")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
_ENTITY = re.compile("&(?!(?:lt|gt|amp|quot|#39|#34);)")
"""What stands for a sign that the differences do not write so; it could be one that calls for somebody."""
_APART = "\u200b"
_MENDS = (
    "`handbook fix` 能自动改正这些地方；对照本次改动所涉的行，凡能写成建议的，已附在该行旁。 · "
    "`handbook fix` mends these places; where this pull request shows the lines, a suggestion stands beside them."
)
_PREVIEW = (
    "改动后的网站可在检查 `tests` 的页面底部下载（preview）。 · "
    "The site with this change can be downloaded at the foot of the page of the check `tests` (preview)."
)


class Api:
    """GitHub, as far as one repository goes."""

    def __init__(self, environment: dict[str, str]) -> None:
        self._address = f"{environment['GITHUB_API_URL']}/repos/{environment['GITHUB_REPOSITORY']}/"
        self._token = environment["GITHUB_TOKEN"]

    def send(self, method: str, path: str, given: dict[str, Any] | None = None) -> Any:
        """Return what GitHub answers; HTTPError when it refuses."""
        data = None if given is None else json.dumps(given).encode()
        headers = {"Authorization": f"Bearer {self._token}", "Accept": "application/vnd.github+json"}
        request = Request(self._address + path, data, headers, method=method)  # noqa: S310  an address of the runner's
        with urlopen(request, timeout=60) as answer:  # noqa: S310  as above
            return json.load(answer)

    def listed(self, path: str) -> Iterator[dict[str, Any]]:
        """Yield all entries of a list, of thirty pages at most."""
        for page in range(1, 31):
            held = self.send("GET", f"{path}{'&' if '?' in path else '?'}per_page=100&page={page}")
            yield from held
            if len(held) < 100:
                return


def main(folder: Path) -> None:
    """Find the pull request of a run, and tell it what the run left in a folder."""
    environment = dict(os.environ)
    run = json.loads(Path(environment["GITHUB_EVENT_PATH"]).read_text(encoding="utf-8"))["workflow_run"]
    api = Api(environment)
    number = proposal(api, run)
    if not number:
        print("the branch has moved on, or its pull request is closed: nothing is told")  # noqa: T201  the run's log
        return
    texts = {name: read(folder / name) for name in ROOM}
    comment(api, number, body(texts))
    suggest(api, number, run["head_sha"], texts["fix.diff"])


def proposal(api: Api, run: dict[str, Any]) -> int:
    """Return the number of the one open pull request whose head is that of a run, as GitHub knows it; 0 for none."""
    whose = run["head_repository"]
    head = f"{quote(whose['owner']['login'])}:{quote(run['head_branch'])}"
    found = [
        one["number"]
        for one in api.listed(f"pulls?state=open&head={head}")
        if one["head"]["sha"] == run["head_sha"] and (one["head"]["repo"] or {}).get("full_name") == whose["full_name"]
    ]
    return int(found[0]) if len(found) == 1 else 0


def read(file: Path) -> str:
    """Return the text of a file; "" for one that is missing, a link or too long. No sign in it is hidden."""
    if file.is_symlink() or not file.is_file() or file.stat().st_size > MOST_BYTES:
        return ""
    return file.read_text(encoding="utf-8", errors="replace")


def body(texts: dict[str, str]) -> str:
    """Return the comment."""
    parts = [MARK, *(harmless(texts[name], ROOM[name]) for name in ("diff.zh.md", "diff.en.md"))]
    if mends := _CONTROL.sub("�", texts["fix.diff"])[: ROOM["fix.diff"]]:
        fence = fenced(mends, "~")
        parts.append(
            f"<details><summary>handbook fix</summary>\n\n{_MENDS}\n\n{fence}diff\n{mends}\n{fence}\n\n</details>"
        )
    return "\n\n".join([*filter(None, parts), _PREVIEW])


def harmless(text: str, room: int) -> str:
    """Return what `handbook diff --format markdown` wrote, as far as there is room, and nothing else it might hold.

    Lines, headings and folded lists are kept. No tag besides, no link, picture or mention of a person or an issue.
    """
    lines, is_open = [], False
    for line in _CONTROL.sub("�", text).split("\n"):
        if line == MARK or (line == "</details>" and not is_open):
            continue
        if found := _OPENING.fullmatch(line):
            shown = f"{'</details>' * is_open}<details><summary>{_plain(found[1])}</summary>"
            is_open = True
        elif line == "</details>":
            shown, is_open = line, False
        else:
            shown = _plain(line)
        room -= len(shown) + 1
        if room < 0:
            lines.append("\n…")
            break
        lines.append(shown)
    return "\n".join(lines).strip("\n") + ("\n\n</details>" if is_open else "")


def _plain(line: str) -> str:
    """Return a line in which nothing calls for anybody or leads anywhere."""
    line = _ENTITY.sub("&amp;", line).replace("<", "&lt;")
    line = line.replace("](", "]\\(").replace("]:", "]\\:").replace("][", "]\\[")
    line = re.sub(r"(?<!\\)([`~])", r"\\\1", line)
    line = re.sub(f"(@(?!{_APART})|(?<!&)#(?=[\\w-]))", rf"\1{_APART}", line)
    return re.sub(r"(?i)(?<=:)(?=//)|(?<=www)(?=\.)|(?<=gh)(?=-\d)", _APART, line)


def comment(api: Api, number: int, text: str) -> None:
    """Write the comment, or bring the one that is there up to date."""
    held = api.listed(f"issues/{number}/comments")
    ours = next((one for one in held if _is_ours(one, MARK)), None)
    if ours is None:
        api.send("POST", f"issues/{number}/comments", {"body": text})
    elif ours["body"] != text:
        api.send("PATCH", f"issues/comments/{ours['id']}", {"body": text})


def suggest(api: Api, number: int, commit: str, diff: str) -> None:
    """Put mends beside the lines they are for, each once; what GitHub does not take stands in the comment."""
    patches = {one["filename"]: one["patch"] for one in api.listed(f"pulls/{number}/files") if one.get("patch")}
    due = [one.comment() for one in suggestions(diff, patches)]
    if not due:
        return
    held = [one for one in api.listed(f"pulls/{number}/comments") if _is_ours(one, MEND)]
    told = {(one["path"], one["line"], one["body"]) for one in held}
    new = [one for one in due if (one["path"], one["line"], one["body"]) not in told]
    if new:
        try:
            api.send("POST", f"pulls/{number}/reviews", {"commit_id": commit, "event": "COMMENT", "comments": new})
        except HTTPError as error:
            print(f"no suggestions: GitHub answers {error.code}")  # noqa: T201  the run's log


def _is_ours(one: dict[str, Any], mark: str) -> bool:
    return bool(one["user"]["login"] == BOT and one["body"].startswith(mark))


if __name__ == "__main__":
    main(Path(sys.argv[1]))
