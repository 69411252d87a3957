"""Texts that one language left behind: found, shown, cleared, as an editor runs it; over renames, merges and git."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from macros.check.run import check
from macros.cli import main
from macros.load import translations
from macros.load.loader import load
from tests.support import example

CITY = "data/cities/northport.yml"
ZH, EN = "北港旧规划", "Old Northport Plan"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Return the example project, all of whose texts are taken as saying the same."""
    made = example.make(tmp_path / "project")
    run(made, "translations", "--start")
    return made


def run(root: Path, command: str, *arguments: str) -> str:
    done = CliRunner().invoke(main, [command, "--root", str(root), *arguments])
    assert done.exit_code == 0, done.output
    return done.output


def told(root: Path, *names: str) -> list[dict[str, Any]]:
    held: list[dict[str, Any]] = json.loads(run(root, "translations", "--format", "json", *names))
    return held


def states(root: Path) -> list[tuple[str, str, str]]:
    return [(one["ref"], one["state"], one["behind"]) for one in told(root)]


def change(root: Path, old: str, new: str, file: str = CITY) -> None:
    held = (root / file).read_text(encoding="utf-8")
    assert old in held, old
    (root / file).write_text(held.replace(old, new), encoding="utf-8")


def text_of(root: Path) -> tuple[str, str, str]:
    """Return id, Chinese and English of the first statement of the city that stands in words."""
    held = (root / CITY).read_text(encoding="utf-8")
    return re.findall(r'id: ([\w-]+)\n *text: \{zh: "([^"]+)", en: "([^"]+)"\}', held)[0]


def test_a_first_run_takes_all_texts_as_they_are(root: Path) -> None:
    assert run(root, "translations", "--lang", "en").strip() == "all texts say the same in both languages"
    assert not check(root)[1]


def test_without_a_file_all_is_new_and_nothing_is_said_to_readers(tmp_path: Path) -> None:
    """A project that has not begun to remember is not full of warnings, and `fix` does not begin for it."""
    root = example.make(tmp_path / "project")
    run(root, "fix")

    assert CliRunner().invoke(main, ["translations", "--root", str(root)]).exit_code == 2
    assert check(root)[1] == []


@pytest.mark.parametrize("behind", ["zh", "en"])
def test_a_text_lags_until_it_follows_or_is_said_to_be_valid(root: Path, behind: str) -> None:
    """Either language may go first; the check warns at the one that lags and holds nobody up."""
    name, zh, en = text_of(root)
    change(root, zh if behind == "en" else en, "另有其事。" if behind == "en" else "Something else.")
    ref = f"city/northport#{name}"

    assert states(root) == [(ref, "lagging", behind)]
    (warning,) = check(root)[1]
    assert (warning.rule, warning.level) == ("translation-lags", "warning")
    assert "translation-lags" in run(root, "check")
    run(root, "fix")
    assert states(root) == [(ref, "lagging", behind)], "fix says nothing of what only a person can know"
    run(root, "translations", "--valid", ref)
    assert states(root) == []
    assert check(root)[1] == []


def test_a_name_of_nothing_is_refused(root: Path) -> None:
    """A slip in a name must not look as if all were well."""
    done = CliRunner().invoke(main, ["translations", "--root", str(root), "--valid", "city/northprot"])

    assert done.exit_code == 2
    assert "city/northprot" in done.output


def test_the_list_in_chinese(root: Path) -> None:
    _, zh, _ = text_of(root)
    change(root, zh, "另有其事。")

    assert "英文还没有跟着改" in run(root, "translations", "--lang", "zh")


def test_blanks_and_the_width_of_signs_do_not_count(root: Path) -> None:
    _, zh, en = text_of(root)
    change(root, en, en.replace(" ", "  "))
    change(root, zh, zh.replace("，", ", ").replace("。", "."))

    assert states(root) == []


def test_what_changed_is_shown_without_git(root: Path) -> None:
    """Digests of sentences are kept, so that a long text need not be read whole."""
    name, zh, en = text_of(root)
    change(root, zh, "甲。乙；丙！")
    change(root, en, "A 3.5. B; C!")
    run(root, "translations", "--valid", f"city/northport#{name}")
    change(root, "甲。乙；丙！", "甲。丁；丙！")

    assert told(root)[0]["changed"] == ["丁；"]


def test_a_new_name_and_another_file_change_nothing(root: Path) -> None:
    """What says the same is known by what it says; what lags, by the language that did not change."""
    name, zh, _ = text_of(root)
    for file in (root / "data").rglob("*.yml"):
        held = file.read_text(encoding="utf-8")
        file.write_text(re.sub(rf"(#|id: ){name}\b", r"\1another-name", held), encoding="utf-8")
    (root / "data/sources").mkdir()
    shutil.move(root / "data/sources.yml", root / "data/sources/moved.yml")
    assert states(root) == []

    change(root, zh, "另有其事。")
    assert states(root) == [("city/northport#another-name", "lagging", "en")]


def test_both_at_once_is_taken_down_and_one_after_the_other_is_asked(root: Path) -> None:
    """Who changes both languages at once has translated; who changes the one that lagged later may have not."""
    name, zh, en = text_of(root)
    ref = f"city/northport#{name}"
    change(root, zh, "甲。")
    change(root, en, "A.")
    assert states(root) == [(ref, "new", "")]
    run(root, "fix")
    assert states(root) == []

    change(root, "甲。", "乙。")
    run(root, "fix")
    change(root, '"A."', '"B."')
    assert states(root) == [(ref, "unsynced", "")]
    run(root, "fix")
    assert states(root) == [(ref, "unsynced", "")]
    assert check(root)[1] == []
    run(root, "translations", "--valid", CITY)
    assert states(root) == []


def test_a_text_to_be_written_is_missing(root: Path) -> None:
    name, _, en = text_of(root)
    change(root, en, "TODO")

    assert states(root) == [(f"city/northport#{name}", "missing", "en")]


def test_a_file_that_cannot_be_read_forgets_nothing(root: Path) -> None:
    before = set(translations.read(root).lines)
    change(root, "order: 1\n", "order: [\n")
    run(root, "fix")

    assert set(translations.read(root).lines) == before


def git(root: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    named = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", "-C", root, *named, *arguments], capture_output=True, text=True, check=False)


def test_two_people_seldom_touch_and_a_conflict_keeps_both(root: Path) -> None:
    """Lines stand in an order of their own, so that what two people add to one record lies far apart."""
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-qm", "base")
    for branch, place in (("one", "title: {zh: "), ("two", "lead: {zh: ")):
        git(root, "checkout", "-q", "-b", branch, "main")
        held = (root / CITY).read_text(encoding="utf-8")
        texts = iter(range(100))
        pattern = rf'({place}")([^"]+)(", en: ")'
        (root / CITY).write_text(re.sub(pattern, lambda m: f"{m[1]}甲{next(texts)}{m[3]}{branch} ", held), "utf-8")  # noqa: B023
        assert translations.FILE in run(root, "fix")
        git(root, "commit", "-qam", branch)
    git(root, "merge", "-q", "-X", "ours", "-m", "both", "one")
    side = translations.read(root)
    merged = git(root, "merge-tree", "--write-tree", "--name-only", "one", "two").stdout

    assert translations.FILE not in merged.partition("\n\n")[0]
    held = (root / "data" / translations.FILE).read_text(encoding="utf-8")
    (root / "data" / translations.FILE).write_text(f"<<<<<<< one\n{held}=======\n{held}>>>>>>> two\n", encoding="utf-8")
    assert set(translations.read(root).lines) == set(side.lines)


def lagging(base: Path, head: Path) -> list[str]:
    held = json.loads(run(base, "diff", "--format", "json", str(base), str(head)))
    return [one["ref"] for one in held["warned"] if one["kind"] == "lagging"]


def test_diff_says_the_same(root: Path, tmp_path: Path) -> None:
    """A text that changed in one language lags, unless it caught up or is said to be valid still."""
    name, zh, en = text_of(root)
    ahead, caught = (Path(shutil.copytree(root, tmp_path / one)) for one in ("ahead", "caught"))
    change(ahead, zh, "另有其事。")
    assert lagging(root, ahead) == [f"city/northport#{name}"]
    change(caught, zh, "另有其事。")
    change(caught, en, "Something else.")
    assert lagging(ahead, caught) == []
    run(ahead, "translations", "--valid", f"city/northport#{name}")
    assert lagging(root, ahead) == []


def test_readers_are_told(root: Path) -> None:
    """At the statement, in the language that lags alone, and in the totals of the evidence page."""
    _, zh, _ = text_of(root)
    change(root, zh, "另有其事。")
    dataset = load(root)[0]
    notes = {one: example.block(dataset, one, "city", "northport").count("data-lags") for one in ("zh", "en")}
    listed = {one: example.block(dataset, one, "evidence").partition("#translations")[2] for one in ("zh", "en")}

    assert notes == {"zh": 0, "en": 1}
    assert all("cities/northport.md" in one.partition("</ul>")[0] for one in listed.values())
    assert "英文待更新</span>" in listed["zh"]
