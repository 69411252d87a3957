"""Builds: what they print, when they stop, and how large the result is."""

from __future__ import annotations

import contextlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from macros.engine import styles
from macros.leftovers import is_left_over
from tests.support.built import (
    LANGUAGES,
    PAGES,
    PUBLISHED,
    ROOT,
    Site,
    build,
    copy_project,
    first_view,
    run,
    small_project,
    tree,
)
from tests.support.some import some


def test_offline_pages_load_nothing_from_a_network(offline: Site) -> None:
    for page in some(offline.language_pages.values(), PAGES):
        assert "unpkg" not in page.source
        assert not re.search(r"\bcdn\b", page.source.lower())
        assert [one for one in page.root.all("script") if one["type"] == "module"] == []


def test_the_offline_folder_is_small_and_without_source_maps(offline: Site) -> None:
    assert [path for path in offline.files if path.endswith(".map")] == []
    scripts = [path for path in offline.files if path.endswith("both.js")]  # with the words of the other language
    assert sum(offline.files[path].stat().st_size for path in some(scripts, PAGES)) <= 7_000_000
    form = [path for path in offline.files if path.startswith("assets/form/")]  # what the form shows, in no bundle
    records, alone = ([path for path in form if path.endswith(ending)] for ending in (".js", ".html"))
    assert sum(offline.files[path].stat().st_size for path in some(records, 10)) <= 6_000_000
    assert max(offline.files[path].stat().st_size for path in some(alone, 2)) <= 5_000_000
    for other in LANGUAGES:  # a folder of one language, with all that both share
        apart = (f"{other}/", "assets/form/")
        own = [path for path in offline.files if path not in scripts and not path.startswith(apart)]
        held = [offline.files[path] for path in some(own, PAGES // 2)]
        # Each page holds its statements with their sources, figures with their tables, and how to cite it; beside them
        # lie the fingerprints of all statements, checklists as spreadsheets, the form and what releases changed.
        assert sum(file.stat().st_size for file in held) <= 19_800_000


def test_the_first_view_of_a_page_is_light(shipped: Site) -> None:
    """That a page asks for nothing besides is seen in tests/browser/test_first_view.py."""
    pages = some(shipped.language_pages.values(), PAGES)
    sizes = {one.path: sum(map(shipped.packed, [one.path, *first_view(shipped, one)])) for one in pages}
    heaviest = sorted(sizes.items(), key=lambda one: -one[1])
    assert [one for one in heaviest if one[1] > 90_000] == []


def test_no_page_uses_what_is_taken_out_of_the_theme_s_styles(online: Site) -> None:
    for page in some(online.language_pages.values(), PAGES):
        used = {name for one in page.elements for name in (one["class"] or "").split()}
        assert [name for name in used if name.startswith(styles.UNUSED)] == [], page.path
    css = online.text("assets/stylesheets/handbook.css")
    assert css.count("{") == css.count("}") > 500
    assert ".md-typeset .admonition" in css
    assert [name for name in styles.UNUSED if f".{name}" in css] == []


def test_builds_have_nothing_to_warn_of(online: Site, offline: Site, large: Site) -> None:
    for site in (online, offline, large):
        told = some(site.output.splitlines(), 2)
        assert [line for line in told if re.match(r"(WARNING|ERROR)|.*Warning:", line)] == []


def test_templates_kept_compiled_hold_nothing_of_another_site(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    shutil.copy(ROOT / "content" / "index.md", project / "content")
    kept = tmp_path / "kept"
    kept.mkdir()
    published = build(project, tmp_path / "site", TMPDIR=str(kept))
    assert len(list(kept.rglob("*.cache"))) > 10
    folder = build(project, tmp_path / "folder", TMPDIR=str(kept), OFFLINE="true")
    for site in (published, folder):
        root = site.pages["index.html"]
        assert [root.target(link["href"])[0] for link in root.root.all("a")] == [
            f"{language}/" if site.directory_urls else site.path(language) for language in LANGUAGES
        ]


def test_the_same_input_gives_the_same_bytes(online: Site, tmp_path: Path) -> None:
    """Built from another folder, in another time zone, with other hashes, a later clock and one core, not all."""
    project = copy_project(tmp_path / "project")
    asked = ["git", "-C", str(ROOT), "rev-parse", "--absolute-git-dir"]
    known = subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()
    # Files say their commit, so the copy is to know it, too.
    git = {"GIT_DIR": known, "GIT_WORK_TREE": str(project), "GIT_OPTIONAL_LOCKS": "0"} if known else {}
    settings = {**PUBLISHED, **git, "PYTHONHASHSEED": "2", "TZ": "Asia/Shanghai"}
    with _one_core():
        again = build(project, tmp_path / "site", **settings)
    assert list(again.files) == list(online.files)
    changed = [path for path, file in online.files.items() if file.read_bytes() != again.files[path].read_bytes()]
    assert changed == []


@contextlib.contextmanager
def _one_core() -> Iterator[None]:
    """Let what is started run on one core, where a system can say so: builds then fork no processes."""
    if not hasattr(os, "sched_setaffinity"):
        yield
        return
    cores = os.sched_getaffinity(0)
    os.sched_setaffinity(0, {min(cores)})
    try:
        yield
    finally:
        os.sched_setaffinity(0, cores)


def test_faulty_data_stops_the_build_and_leaves_the_old_site(tmp_path: Path) -> None:
    project = copy_project(tmp_path / "project")
    _spoil(project / "data" / "cities" / "london.yml", "article: confirms", "article: perhaps")
    _spoil(project / "data" / "glossary.yml", "zh:", "sh:")
    old = project / "site" / "zh" / "index.html"
    old.parent.mkdir(parents=True)
    old.write_text("the old site", encoding="utf-8")
    stopped = run(project, "mkdocs", "build", "--strict")
    checked = run(project, "macros", "check")
    assert stopped.returncode != 0
    assert checked.returncode == 1
    faults = checked.stdout.strip().splitlines()
    assert [line for line in faults if line.startswith("data/cities/london.yml:") and ": error[" in line]
    assert [line for line in faults if line.startswith("data/glossary.yml:") and ": error[" in line]
    assert "\n".join(faults) in stopped.stdout
    assert "Traceback" not in stopped.stdout
    assert tree(project / "site") == {"zh/index.html": old}
    assert old.read_text(encoding="utf-8") == "the old site"


def _spoil(file: Path, right: str, wrong: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert right in text
    file.write_text(text.replace(right, wrong, 1), encoding="utf-8")


def test_a_page_that_nothing_leads_to_stops_a_strict_build(tmp_path: Path) -> None:
    """A page has a row in the map of the site, or a link that a reader can follow to it, and a place of its own."""
    project = copy_project(tmp_path / "project")
    for language in LANGUAGES:
        (project / "content" / language / "lost.md").write_text("# Lost {: #top }\n", encoding="utf-8")
        (project / "content" / language / "compare.md").write_text("# Compare {: #top }\n", encoding="utf-8")
        (project / "content" / language / "found.md").write_text("# Found {: #top }\n", encoding="utf-8")
        with (project / "content" / language / "about.md").open("a", encoding="utf-8") as about:
            about.write("\n[found](found.md)\n")
    done = run(project, "mkdocs", "build", "--strict", "--site-dir", str(tmp_path / "site"))

    assert done.returncode == 1
    assert re.findall(r"nothing leads to (\S+);", done.stdout) == ["en/lost.md", "zh/lost.md"]
    assert re.findall(r"(\S+) is never shown", done.stdout) == ["content/zh/compare.md", "content/en/compare.md"]


def test_files_of_systems_and_editors_are_not_published(large: Site) -> None:
    """What Windows and editors leave in folders of the project is in none of the site's."""
    left = [file for file in large.project.rglob("*") if is_left_over(file.name) and not file.name.startswith(".")]

    assert {file.name for file in some(left, 3)} & {path.rpartition("/")[2] for path in some(large.files)} == set()
