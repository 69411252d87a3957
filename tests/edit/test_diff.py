"""What `handbook diff` tells of two states of the example project, as an editor runs it."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from macros.edit.diff_formats import MOST
from macros.edit.figures_told import figures_told
from macros.render import policy
from tests.support import example
from tests.support.html import Page
from tests.support.some import some

GOLDEN = example.TESTS / "golden" / "diff"
CITY = "data/cities/northport.yml"


@pytest.fixture
def both(tmp_path: Path) -> tuple[Path, Path]:
    """Return two folders with the example project."""
    return example.make(tmp_path / "base"), example.make(tmp_path / "head")


def run(base: Path | str, head: Path | str = "", *arguments: str, root: Path | None = None) -> Result:
    names = [str(base), *([str(head)] if head else [])]
    return CliRunner().invoke(main, ["diff", "--root", str(root or base), *arguments, *names])


def change(root: Path, file: str, old: str, new: str) -> None:
    """Replace a text of a file, which must stand there."""
    held = (root / file).read_text(encoding="utf-8")
    assert old in held, old
    (root / file).write_text(held.replace(old, new, 1), encoding="utf-8")


def told(base: Path, head: Path, **more: Any) -> dict[str, Any]:
    done = run(base, head, "--format", "json", **more)
    assert done.exit_code == 0, done.output
    held: dict[str, Any] = json.loads(done.output)
    return held


def block(root: Path, name: str, argument: str) -> str:
    return example.block(example.load(root), "en", name, argument)


def first_text(root: Path) -> str:
    """Return the first English text of a statement in the city's file."""
    held = (root / CITY).read_text(encoding="utf-8")
    return re.findall(r'text: \{zh: "[^"]+", en: "([^"]+)"\}', held)[0]


def test_nothing_differs(both: tuple[Path, Path]) -> None:
    done = run(*both)

    assert done.exit_code == 0
    assert done.output.strip() == "The data are the same."


@pytest.mark.parametrize(("form", "language"), [("text", "en"), ("text", "zh"), ("markdown", "en")])
def test_a_real_change(form: str, language: str, both: tuple[Path, Path], expect: Callable[[Path, str], None]) -> None:
    """A text in one language, a code, a subject, an item, a record more and one less, in plain words."""
    base, head = both
    change(head, CITY, first_text(head), f"{first_text(head)[:-1]} in 2031.")
    shutil.copy(head / "data/cities/southbay.yml", head / "data/cities/westham.yml")
    change(head, "data/cities/westham.yml", "Southbay", "Westham")
    done = run(base, head, "--format", form, "--lang", language)

    assert done.exit_code == 0, done.output
    expect(GOLDEN / f"{form}.{language}.txt", done.output)


def test_a_text_that_changed_in_one_language_alone(both: tuple[Path, Path]) -> None:
    """It may lag, and the year that it tells now stands in one language."""
    change(both[1], CITY, first_text(both[1]), f"{first_text(both[1])[:-1]} in 2031.")
    held = told(*both)

    assert [(one["kind"], one["told"]) for one in held["warned"]] == [("lagging", "en"), ("numbers", "2031")]
    (changed,) = held["changes"]
    assert (changed["how"], changed["ref"].partition("#")[0]) == ("changed", "city/northport")
    assert [field["name"] for field in changed["fields"]] == ["text.en"]
    assert {path for path, how in held["pages"].items() if how == "changed"} >= {"en/cities/northport.md"}
    assert not [path for path in held["pages"] if path.startswith("zh/cities/")]


def test_pages_and_cells_are_those_that_differ(both: tuple[Path, Path]) -> None:
    """What a reader finds changed on the site, no page more and none less."""
    base, head = both
    change(head, "data/cities/southbay.yml", 'en: "Southbay"', 'en: "South Bay"')
    held = told(base, head)
    for root in both:
        assert CliRunner().invoke(main, ["pages", "--root", str(root), str(root / "made")]).exit_code == 0
    old, new = (
        {file.relative_to(root / "made").as_posix(): file.read_bytes() for file in (root / "made").rglob("*.md")}
        for root in both
    )

    assert sorted(some(held["pages"], 3)) == sorted(path for path in old if old[path] != new[path])
    assert {cell["row"] for cell in some(held["cells"])} == {"Southbay", "South Bay"}


def test_coverage_won_and_lost(both: tuple[Path, Path]) -> None:
    head = both[1]
    text = (head / CITY).read_text(encoding="utf-8")
    (first,) = re.findall(r"\n +lessons: \[([a-z-]+)\]\n", text)[:1]
    lost = re.sub(rf"\n +lessons: \[{first}\]", "", text)
    (head / CITY).write_text(lost, encoding="utf-8")

    assert some(told(*both)["uncovered"])
    assert some(told(both[1], both[0])["covered"]) == some(told(*both)["uncovered"])


def test_names_that_change(both: tuple[Path, Path]) -> None:
    """With a redirect all is well; without one, and for a statement, a reviewer is told."""
    base, head = both
    (head / CITY).rename(head / "data/cities/harbour.yml")
    for file in (head / "data").rglob("*.yml"):
        held = file.read_text(encoding="utf-8")
        file.write_text(
            held.replace("city/northport", "city/harbour").replace("northport.", "harbour."), encoding="utf-8"
        )
    bare = told(base, head)
    change(head, "data/cities/harbour.yml", "formerly: [", "formerly: [northport, ")
    redirected = told(base, head)

    assert [(one["ref"], one["told"]) for one in bare["warned"] if one["kind"] == "renamed"] == [
        ("city/harbour", "city/northport")
    ]
    assert [one for one in redirected["warned"] if one["kind"] == "renamed"] == []
    assert [one["how"] for one in some(bare["changes"]) if one["ref"] == "city/harbour"] == ["renamed"]


def test_what_is_gone_is_told(both: tuple[Path, Path]) -> None:
    (both[1] / "data/cities/southbay.yml").unlink()
    held = told(*both)

    assert "city/southbay" in [one["ref"] for one in held["warned"] if one["kind"] == "gone"]
    assert "city/southbay" in [one["ref"] for one in held["changes"] if one["how"] == "removed"]


def test_faulty_data_are_compared_as_far_as_they_are_read(both: tuple[Path, Path]) -> None:
    change(both[1], CITY, "order: ", "oder: ")
    done = run(*both)

    assert done.exit_code == 0
    assert "so pages and tables were not compared" in done.output


@pytest.mark.parametrize("faulty", [0, 1])
def test_what_a_file_held_that_cannot_be_read_is_neither_new_nor_gone(faulty: int, both: tuple[Path, Path]) -> None:
    (both[faulty] / CITY).write_text("order: [1", encoding="utf-8")
    change(both[1], "data/cities/southbay.yml", "A city with few answers.", "A city with hardly an answer.")
    held = told(*both)

    assert {(one["ref"], one["how"]) for one in held["changes"]} == {("city/southbay", "changed")}
    assert (held["covered"], held["uncovered"]) == ([], [])
    assert [one for one in held["warned"] if one["kind"] == "gone"] == []


def test_words_of_the_interface_that_the_code_has_changed_since(both: tuple[Path, Path]) -> None:
    """Today's code fills in other things, or shows words the earlier data lack: pages are compared all the same."""
    file, entry = both[0] / "data/labels.yml", r"(?m)^{}:.*\n(?:  .*\n)*"
    other = 'figure-gantt: {zh: "{years}年", en: "{years}"}\n'
    text, cut = re.subn(entry.format("figure-gantt"), other, file.read_text("utf-8"))
    text, gone = re.subn(entry.format("to-checklist"), "", text)
    file.write_text(text, encoding="utf-8")
    change(both[1], CITY, first_text(both[1]), f"{first_text(both[1])[:-1]} in 2031.")
    held = told(*both)

    assert (cut, gone) == (1, 1)
    assert "en/cities/northport.md" in held["pages"]
    assert {"label/figure-gantt", "label/to-checklist"} < {one["ref"] for one in held["changes"]}
    back = told(both[1], both[0])
    assert back["pages"] == held["pages"]
    assert [one["how"] for one in back["changes"] if one["ref"] == "label/to-checklist"] == ["removed"]


def test_revisions_of_git(tmp_path: Path) -> None:
    """The base is a commit, the head another or the files as they are; nothing is left behind."""
    root = example.make(tmp_path / "project")
    for command in (["init", "-q"], ["add", "."], ["-c", "user.name=a", "-c", "user.email=a@b", "commit", "-qm", "a"]):
        subprocess.run(["git", "-C", str(root), *command], check=True)
    change(root, CITY, first_text(root), "Another text.")
    before = sorted(tmp_path.rglob("*"))
    done = run("HEAD", root=root)

    assert "Another text." in done.output
    assert run("HEAD", "HEAD", root=root).output.strip() == "The data are the same."
    assert sorted(tmp_path.rglob("*")) == before


@pytest.mark.parametrize("name", ["no-such-thing", "--output=x", "HEAD"])
def test_a_name_that_leads_nowhere(name: str, tmp_path: Path) -> None:
    """A folder without git has no revisions either."""
    root = example.make(tmp_path / "project")
    done = CliRunner().invoke(main, ["diff", "--root", str(root), "--", name])

    assert done.exit_code == 2
    assert name in done.output
    assert not list(tmp_path.rglob("x"))


def test_a_comment_fits_its_place(both: tuple[Path, Path]) -> None:
    """However much changed; it begins with the mark by which it is found, and calls for nobody."""
    for n in range(40):
        held = (both[1] / "data/cities/southbay.yml").read_text(encoding="utf-8")
        (both[1] / f"data/cities/bay-{'abcdefghij'[n % 10]}{'abcd'[n // 10]}.yml").write_text(
            held.replace("Southbay", f"@Bay {n} <b>*x*</b>"), encoding="utf-8"
        )
    done = run(*both, "--format", "markdown")

    assert done.output.startswith("<!-- handbook diff -->\n")
    assert len(done.output) < MOST + 2_000
    assert "shows all of them" in done.output
    assert "@Bay" not in done.output
    assert "<b>" not in done.output
    assert done.output.count("<details>") == done.output.count("</details>") > 1


def test_a_page_marks_what_differs(both: tuple[Path, Path]) -> None:
    change(both[1], CITY, first_text(both[1]), "<u>Another</u> text.")
    page = Page("en/diff.html", run(*both, "--format", "html").output)

    assert "Another" in "".join(one.text for one in page.root.all("ins"))
    assert page.root.all("u") == []
    assert page.root.all("del")


def test_a_page_shows_blocks_as_the_pages_do(both: tuple[Path, Path]) -> None:
    """A statement, its cell and an item, before and after, in the languages whose pages differ, else once."""
    old, new = "The Northport Plan, published in 2019.", "The Northport Plan, published late in 2019."
    change(both[1], CITY, old, new)
    asked = '      - id: ask\n        do: {zh: "问。", en: "Ask."}\n        yields: {zh: "话。", en: "Word."}\n'
    change(both[1], "data/paths/framework.yml", "    items:\n", f"    items:\n{asked}")
    ref = "city/northport#plan"
    page = Page("en/diff.html", run(*both, "--format", "html").output)
    blocks = [one for one in page.root if one["data-ref"] == ref and "hb-statement" in one.classes]
    made = {root: Page("en.html", block(root, "city", "northport")) for root in both}
    shown = [next(one.text for one in held.root if one["data-ref"] == ref) for held in made.values()]

    assert [said in one.text for one, said in zip(blocks[1:], (old, new), strict=True)] == [True, True]
    for block_, on_page in zip(blocks[1:], shown, strict=True):
        assert on_page.partition("[")[0] in block_.text
    assert [one["data-item"] for one in page.root if "data-item" in one] == ["path.framework.ask"] * 2
    assert len(some([one for one in page.root.all("td") if "data-state" in one])) == 3
    assert [one["href"] for one in page.root.all("a") if "href" in one and not one["href"].startswith("http")] == []
    ids = [one["id"] for one in page.root if "id" in one]
    assert len(ids) == len(set(ids))


def test_a_page_needs_nothing_else(both: tuple[Path, Path]) -> None:
    """No other file, and no script but the one that its policy names."""
    html = run(*both, "--format", "html").output

    assert policy.is_guarded(html)
    assert html.count("<script>") == html.count("'sha256-") == 1
    assert not re.search(r"<(?:link|script|img)[^>]* (?:src|href)=\"(?!data:)", html)


@pytest.mark.parametrize(
    ("zh", "en"),
    [
        ("约2.5亿元，2019年。", "About CNY 250 million in 2019."),
        ("一百零五条，其中第六十六条。", "105 articles, Art. 66 among them."),
        ("2022—2023年两年", "over two years (2022-23)"),
        ("“十五五”规划，1.2万人", "The 15th Five-Year Plan; 12,000 people"),
        ("三座城市", "Three cities"),
        ("两三年内，五六百人", "Within two or three years, five or six hundred people"),
    ],
)
def test_numbers_are_the_same_in_both_languages(zh: str, en: str) -> None:
    assert figures_told(zh) == figures_told(en)


def test_numbers_that_differ_are_seen() -> None:
    assert figures_told("2019年，1.5万人") ^ figures_told("15,000 people in 2018") == {"2018", "2019"}
