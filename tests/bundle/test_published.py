"""Ready-made bundles: made by the build that publishes, offered on the workshop page."""

from __future__ import annotations

import hashlib
import re
import zipfile
from pathlib import Path
from urllib.parse import urljoin

import pytest
from click.testing import CliRunner

from macros import workers
from macros.bundle import make
from macros.bundle import published as publishing
from macros.cli import main
from macros.load import loader
from macros.load.selection import Selection, select
from macros.model.label import Label
from tests.support import synthetic
from tests.support.built import LANGUAGES, Site, build, copy_project, run, shared, small_project, tree
from tests.support.example import block
from tests.support.example import make as make_example

FILES = ["handbook-en.html", "handbook-en.zip", "handbook-zh-en.zip", "handbook-zh.html", "handbook-zh.zip"]


@pytest.fixture(scope="session")
def published(builds: Path) -> Site:
    """Return a small handbook as it is published, with ready-made bundles."""

    def make(folder: Path) -> Site:
        synthetic.write(folder / "project", 2)
        return build(folder / "project", folder / "site", BUNDLES="true")

    return shared(builds / "published", make)


def test_every_bundle_is_there_and_as_it_was_made(published: Site) -> None:
    folder = published.folder / "bundles"
    held = tree(folder)
    sums = {name: digest for digest, name in (line.split() for line in held.pop("SHA256SUMS").read_text().splitlines())}

    assert sorted(held) == FILES
    assert folder.stat().st_mode & 0o055 == 0o055  # servers run as another user
    assert sums == {name: hashlib.sha256(file.read_bytes()).hexdigest() for name, file in held.items()}
    for name in FILES:
        checked = CliRunner().invoke(main, ["bundle", "--verify", str(held[name])])
        assert checked.exit_code == 0, checked.output


def test_a_zip_has_its_languages_and_the_facilitators_pages(published: Site) -> None:
    for name, languages in (("zh", {"zh"}), ("en", {"en"}), ("zh-en", {"zh", "en"})):
        with zipfile.ZipFile(published.folder / "bundles" / f"handbook-{name}.zip") as archive:
            names = archive.namelist()
        assert names[0] == "START-HERE.html"
        assert {path.split("/")[0] for path in names if "/" in path} == {"assets", *languages}
        assert [path for path in names if path.endswith("facilitator/stocktake.html")]


@pytest.mark.parametrize("options", [["--facilitator"], ["--lang", "zh", "--facilitator"], ["--lang", "en"]], ids=str)
def test_each_is_the_same_as_one_made_alone(published: Site, tmp_path: Path, options: list[str]) -> None:
    """What bundles have in common is made once for all; a bundle that is ordered alone is made of nothing else's."""
    single = "--facilitator" not in options
    languages = ["en"] if single else ["zh"] if "zh" in options else ["zh", "en"]
    name = f"handbook-{'-'.join(languages)}.{'html' if single else 'zip'}"
    command = ["bundle", *options, *(["--single-file"] if single else []), "--out", str(tmp_path / name)]

    done = run(published.project, "macros", *command)

    assert done.returncode == 0, done.stdout
    assert (tmp_path / name).read_bytes() == (published.folder / "bundles" / name).read_bytes()


def test_who_makes_them_sees_each(published: Site) -> None:
    """The longest first, and how many there are."""
    said = re.findall(r"making bundles/(\S+) \((\d/\d)\) …", published.output)

    assert sorted(name for name, _ in said) == FILES
    assert dict(said)["handbook-zh-en.zip"] == "1/5"
    assert sorted(number for _, number in said) == [f"{number}/5" for number in range(1, 6)]


def test_a_single_file_speaks_its_language(published: Site) -> None:
    for language, tag in (("zh", "zh-Hans"), ("en", "en")):
        file = published.folder / "bundles" / f"handbook-{language}.html"
        assert f'<html lang="{tag}"' in file.read_text(encoding="utf-8")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_workshop_page_offers_them_with_their_sizes(published: Site, language: str) -> None:
    page = published.page(language, "workshop/")
    (table,) = page.root.all("table", having="data-table")
    rows = {row["data-row"]: row for row in table.all("tr", having="data-row")}

    assert sorted(rows) == FILES
    for name, row in rows.items():
        (link,) = row.all("a")
        target = urljoin(page.path, link["href"])
        assert target == f"bundles/{name}"
        size = published.files[target].stat().st_size
        assert f"{size / 1e6:.1f} MB" in row.text
    assert [urljoin(page.path, one["href"]) for one in page.root.all("a") if "SHA256SUMS" in one.text] == [
        "bundles/SHA256SUMS"
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_site_without_them_and_a_bundle_say_so(tmp_path: Path, language: str) -> None:
    dataset = loader.load(make_example(tmp_path / "project"))[0]

    without, inside = dataset.of(Label)["bundle-none"][language], dataset.of(Label)["bundle-inside"][language]
    assert without in block(dataset, language, "bundles")
    shown = block(select(dataset, Selection()), language, "bundles")
    assert inside in shown
    assert without not in shown


def test_a_bundle_that_fails_leaves_the_old_site(tmp_path: Path) -> None:
    """A name that some machine could not unpack stops the build before anything is written."""
    project = copy_project(tmp_path / "project")
    long = project / "overrides" / "assets" / "images" / f"{'x' * 120}.png"
    long.write_bytes((project / "overrides" / "assets" / "images" / "favicon.svg").read_bytes())
    old = project / "site" / "index.html"
    old.parent.mkdir()
    old.write_text("the old site", encoding="utf-8")

    stopped = run(project, "mkdocs", "build", "--strict", BUNDLES="true", TMPDIR=str(_made(tmp_path / "tmp")))

    assert stopped.returncode != 0
    assert "too long for some machines" in stopped.stdout
    assert "Traceback" not in stopped.stdout
    assert tree(project / "site") == {"index.html": old}
    left = [path.name for path in (tmp_path / "tmp").iterdir()]
    assert [name for name in left if not name.startswith("_jinja2-cache")] == []  # what is compiled is kept


def test_what_stops_the_build_of_one_is_told(tmp_path: Path) -> None:
    """A bundle is built strictly, whatever the site is, and in the site's own process."""
    project = small_project(tmp_path / "project")
    with (project / "content" / "en" / "about.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nowhere.md)\n")

    stopped = run(project, "mkdocs", "build", BUNDLES="true")

    assert stopped.returncode != 0
    assert "mkdocs could not build the pages" in stopped.stdout
    assert "'nowhere.md'" in stopped.stdout
    assert "Aborted with 1 warnings in strict mode" in stopped.stdout
    assert "Traceback" not in stopped.stdout
    assert not (project / "site").exists()


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def test_zips_are_for_who_leads_and_files_for_the_groups(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """Five orders, each once."""
    orders = []

    def note(order: make.Order, say: make.Say, build: make.Build | None) -> None:
        assert build is None
        say("")
        orders.append(order)
        order.target.write_bytes(b"x")

    monkeypatch.setattr(publishing, "make_bundle", note)
    monkeypatch.setattr(workers, "can_fork", lambda: False)  # what another process notes is not heard of here
    dataset = loader.load(make_example(tmp_path / "project"))[0]
    made = publishing.make(tmp_path, dataset, tmp_path, lambda _: None).downloads

    assert sorted(one.name for one in made) == FILES
    assert {(one.target.name, one.single, one.selection.facilitator) for one in orders} == {
        (one.name, one.single, not one.single) for one in made
    }
