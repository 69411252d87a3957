"""The single file: whole and small enough, and checked against itself."""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.support.built import ROOT, copy_project
from tests.support.bundle import handbook
from tests.support.data import Data
from tests.support.html import Page
from tests.support.single import ENGLISH, PART, made
from tests.support.some import some

MOST = 13_000_000
"""Bytes of the whole handbook in one language."""


def check_whole(file: Path) -> Page:
    """Check that all ids are there once, every link leads somewhere inside, nothing is asked for, and the size."""
    page = Page(file.name, file.read_text(encoding="utf-8"))
    inside = [one["href"][1:] for one in page.root.all("a") if one["href"].startswith("#")]
    asked = [address for one, address in page.links() if one.tag != "a" and address != "data:,"]

    assert file.stat().st_size <= MOST
    assert len(page.ids) == len(page.anchors)
    assert [anchor for anchor in some(inside, 200) if anchor not in page.anchors] == []
    assert [one["href"] for one in page.root.all("a") if not one["href"].startswith(("#", "https:", "http:"))] == []
    assert asked == []
    assert page.faults == []
    return page


def test_whole(single: Path) -> None:
    """The file holds every page but the contributors', each once, and no facilitator's."""
    page = check_whole(single)
    held = {one["id"] for one in page.root.all("section", "hb-page")}
    wanted = {name.strip("/").replace("/", "-") or "index" for name in Data(ROOT).pages()} - {"contribute"}

    assert {"assess", "merge", "workshop"} <= held
    assert {name for name in wanted if name not in held and f"{name}-index" not in held} == set()
    assert not [name for name in held if name.startswith("facilitator")]
    by_hand = (ROOT / "content" / single.stem).glob("*.md")
    leading = sum(
        one.read_text(encoding="utf-8").count("](contribute.md") for one in by_hand if one.stem != "contribute"
    )
    assert len(page.root.all("span", "hb-left-out")) == leading > 0, "links to the contributors' page"


def test_macros_of_hand_written_pages(tmp_path: Path) -> None:
    """They are evaluated; what cannot be is named with its page, and nothing is written."""
    project = copy_project(tmp_path / "project")
    file = project / "content" / "en" / "workshop.md"
    text = file.read_text(encoding="utf-8")
    order = ("--root", project, "--single-file", "--lang", "en", "--out", tmp_path / "a.html")
    for call in ("{{ nosuch() }}", '{{ checklist("nosuch") }}', "See {{ home() }} here."):
        file.write_text(f"{text}\n{call}\n", encoding="utf-8")
        refused = handbook(*order)
        assert refused.exit_code == 1, call
        assert "content/en/workshop.md" in refused.output
        assert "Traceback" not in refused.output
        assert not (tmp_path / "a.html").exists()
    file.write_text(f'{text}\n{{{{ checklist("goals") }}}}\n', encoding="utf-8")
    made = handbook(*order)

    assert made.exit_code == 0, made.output
    assert (tmp_path / "a.html").read_text(encoding="utf-8").count('id="workshop--i-goals-') > 5


def test_whole_with_the_facilitators_pages(tmp_path: Path) -> None:
    """With the option three pages a step are inside, the agendas in the contents, and it is still small enough."""
    page = check_whole(made(tmp_path / "led.html", "--lang", "en", "--facilitator"))
    held = {one["id"] for one in page.root.all("section", "hb-page") if one["id"].startswith("facilitator")}
    listed = {one["href"] for one in page.root.one("details", "hb-toc").all("a")}
    steps = some(Data(ROOT).records["path"], 4)

    assert held == {f"facilitator-{name}{page}" for name in steps for page in ("", "-hand-out", "-projector")}
    assert {f"#facilitator-{name}" for name in steps} <= listed


@ENGLISH
def test_same_bytes(single_part: Path, tmp_path: Path) -> None:
    """Made again, it is the same file."""
    assert made(tmp_path / "again.html", "--lang", "en", *PART).read_bytes() == single_part.read_bytes()


@ENGLISH
def test_verify(single_part: Path, tmp_path: Path) -> None:
    """As it was made it is told what it is; a single changed byte anywhere is noticed."""
    sound = handbook("--verify", single_part)
    data = single_part.read_bytes()
    file = tmp_path / "x.html"
    for place in (20, data.index(b"sha256") + 12, len(data) - 30):
        file.write_bytes(data[:place] + bytes([data[place] ^ 1]) + data[place + 1 :])
        changed = handbook("--verify", file)
        assert changed.exit_code == 1
        assert f"{file} is not as it was made" in changed.output
    file.write_bytes(data.replace(b"\n", b"\r\n"))
    assert handbook("--verify", file).exit_code == 1

    assert sound.exit_code == 0
    assert re.search(rf"is as it was made: .+, version \S+, data of {Data(ROOT).newest()}", sound.output)


@ENGLISH
def test_manifest(single_part: Path) -> None:
    """The manifest states the edition; its hash is that of the file with zeros in the hash's place."""
    text = single_part.read_text(encoding="utf-8")
    held = json.loads("".join(map(str, _by_id(Page("", text), "hb-manifest").children)))
    digest = hashlib.sha256(text.replace(held["sha256"], "0" * 64).encode()).hexdigest()

    assert held["sha256"] == digest
    assert held["selection"] == {"languages": ["en"], "cities": ["london"], "paths": ["goals", "framework"]}
    assert (held["data_date"], bool(held["version"])) == (Data(ROOT).newest(), True)


def _by_id(page: Page, name: str) -> Any:
    (found,) = [one for one in page.elements if one["id"] == name]
    return found


OPENS, SOUND = (
    b'<script type="application/json" id="hb-manifest">',
    b'{"handbook": "x", "version": "1", "data_date": "2026", ',
)
HASH = b'"sha256": "' + b"0" * 64 + b'"'
HOSTILE = {
    "empty": (b"", "there is no manifest in it"),
    "not UTF-8": (b"\xff\xfe<html>" + OPENS + b"\xff\xff</script>", "does not have one SHA-256"),
    "two manifests": (2 * (OPENS + SOUND + b'"commit": "", ' + HASH + b"}</script>"), "there are 2 manifests"),
    "many openings": (OPENS * 200_000, "there are 200000 manifests"),
    "without an end": (OPENS + SOUND + HASH, "does not end"),
    "an end too far": (OPENS + b" " * 5_000_000 + b"</script>", "does not end"),
    "broken JSON": (OPENS + b"{no " + HASH + b"</script>", "is not JSON"),
    "bytes that are no JSON": (OPENS + b"{\xff " + HASH + b"</script>", "is not JSON"),
    "deep JSON": (OPENS + b"[" * 40_000 + HASH + b"</script>", "is not JSON"),
    "a list": (OPENS + b"[{" + HASH + b"}]</script>", "has no 'handbook'"),
    "two hashes": (
        OPENS + SOUND + b'"commit": "", ' + HASH + b", " + HASH + b"}</script>",
        "does not have one SHA-256",
    ),
    "a number as version": (OPENS + b'{"handbook": "x", "version": 1, ' + HASH + b"}</script>", "has no 'version'"),
    "signs that steer a terminal": (OPENS + b'{"handbook": "\\u001b[2J", ' + HASH + b"}</script>", "has no 'handbook'"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_verify_what_is_no_bundle(name: str, tmp_path: Path) -> None:
    """Whatever a file holds, it is told in a line why it is no bundle."""
    content, said = HOSTILE[name]
    file = tmp_path / "x.html"
    file.write_bytes(content)
    result = handbook("--verify", file)

    assert result.exit_code == 1
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.output.startswith(f"error: {file} is no bundle: ")
    assert said in result.output
    assert result.output.isascii()
    assert len(result.output.splitlines()) == 1


def test_verify_a_huge_file(tmp_path: Path) -> None:
    """A file that would fill the memory is not even read."""
    with (tmp_path / "x.html").open("wb") as file:
        file.truncate(20_000_000_000)

    assert "is larger than 100 MB" in handbook("--verify", tmp_path / "x.html").output
