"""Makes a bundle: the handbook, or a part of it, as a folder or zip that opens by double-click.

Everything is made in a temporary folder beside the target and renamed at the end, so that there is a whole
bundle or none.
"""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from macros.bundle import archive, manifest, single_file, single_manifest
from macros.load import settings
from macros.load.dataset import Dataset
from macros.load.imprint import Imprint
from macros.load.selection import VARIABLE, Edition, Selection, select
from macros.model.city import City
from macros.model.kinds import FILED, Kind
from macros.model.path import Path as PlanningPath
from macros.problems import SILENCE, Said, SaidError, of_system
from macros.render import policy, scripts
from macros.render.common import Common
from macros.render.html import Known
from macros.render.templates import render
from macros.views import start
from macros.views.reading import Reading

_TAIL = 15
"""Lines of what a failed build said that are shown."""
_NOT_OURS = (VARIABLE, "BUNDLES", "SITE_URL", "SOURCE_DATE_EPOCH")
"""Settings of a site on a server, which would make the bundle differ from one place to the next."""
_FULL = (errno.ENOSPC, errno.EDQUOT)
"""What a system says of a disk without room, for anybody or for this user."""
_LONGEST = 120
"""Characters of a path in the bundle; Windows allows 260 with the folders above it."""
Say = Callable[[Said], None]


class BundleError(SaidError):
    """The bundle could not be made; says why, and nothing is left behind."""


@dataclass(frozen=True)
class Given:
    """What a build of an edition is told, and need not find out."""

    edition: Edition
    dataset: Dataset
    """Of the edition, with its imprint."""
    known: Known = field(default_factory=dict, repr=False)
    """What was made already, for others too."""


Build = Callable[[Path, Given, Path], None]
"""Project, what is built, folder → its pages; BundleError when that fails."""


@dataclass(frozen=True)
class Order:
    """What is to be made, and where."""

    root: Path
    """The project."""
    dataset: Dataset
    """The whole of it."""
    selection: Selection
    target: Path
    """A folder, a .zip, or the .html of a single file."""
    single: bool = False
    common: Common = field(default_factory=Common, repr=False)
    """What was made already, for this bundle and others."""


@dataclass(frozen=True)
class Summary:
    """What was made."""

    pages: int
    files: int
    size: int
    """Bytes of the folder, the zip or the file."""
    left_out: tuple[Said, ...]


def make_bundle(order: Order, say: Say, build: Build | None = None) -> Summary:
    """Make a bundle; BundleError when that fails, SelectionError for a selection that does not fit the data.

    Who can builds the pages from what is known already; else a process of its own does, which reads the data again.
    """
    try:
        told = imprint(order.root)
    except settings.SettingError as error:
        raise BundleError(error.said) from None
    part = select(order.dataset, order.selection).told(imprint=told)
    given = Given(Edition(order.selection, told.version, told.commit), part, order.common.known_to(part))
    with _workshop(order.target) as folder:
        draft = _single(order.root, given, folder) if order.single else _folder(order.root, given, folder, say, build)
        pages, files = (1, 1) if order.single else _count(draft)
        if order.target.suffix.lower() == ".zip":
            say(Said(f"packing {files} files …", f"正在打包{files}个文件……"))
            archive.pack(draft, folder / "bundle.zip", _day(part.data_date))
            draft = folder / "bundle.zip"
        size = _size(draft)
        if order.target.exists():
            raise BundleError(
                Said(
                    f"{order.target} has come into being meanwhile; nothing was replaced",
                    f"制作期间有了{order.target}；没有覆盖它",
                )
            )
        draft.rename(order.target)
    return Summary(pages, files, size, (*_left_out(part), *single_file.LEFT_OUT) if order.single else _left_out(part))


def _single(root: Path, given: Given, folder: Path) -> Path:
    file = folder / "single.html"
    part, edition = given.dataset, given.edition
    try:
        text = single_file.page(root, part, edition, single_manifest.unsealed(_facts(part, edition)), given.known)
    except single_file.PageError as error:
        raise BundleError(error.said) from None
    file.write_bytes(single_manifest.sealed(text))
    return file


def _folder(root: Path, given: Given, folder: Path, say: Say, build: Build | None) -> Path:
    part, edition = given.dataset, given.edition
    say(Said("building the pages …", "正在生成页面……"))
    (build or _build)(root, given, folder / "site")
    draft = folder / "bundle"
    draft.mkdir()
    for name in ("assets", *part.languages):
        (folder / "site" / name).rename(draft / name)
    unused = scripts.unneeded(facilitator=part.facilitator)
    for name in (*scripts.addresses(unused), *(f"stylesheets/{style}" for style in scripts.styles(unused))):
        (draft / "assets" / name).unlink(missing_ok=True)
    for emptied in (one for one in draft.glob(f"assets/{scripts.FOLDER}/*/") if not any(one.iterdir())):
        emptied.rmdir()
    _check_names(draft)
    say(Said("writing START-HERE.html and manifest.json …", "正在写入START-HERE.html和manifest.json……"))
    names = scripts.addresses(scripts.used(scripts.Use.START))
    tried = scripts.tried(part.languages, facilitator=part.facilitator)
    view = start.view(part, edition.version, edition.commit, names, tried)
    text = policy.guarded(render("start-here.html.j2", view, None), disk=True)
    (draft / "START-HERE.html").write_text(text + "\n", encoding="utf-8", newline="\n")
    manifest.write(draft, _facts(part, edition))
    return draft


def _facts(part: Dataset, edition: Edition) -> dict[str, Any]:
    """Return what a manifest says of the whole bundle."""
    facts: dict[str, Any] = {"handbook": start.names(part), "version": edition.version, "data_date": part.data_date}
    chosen = {"languages": list(part.languages), "cities": list(part.of(City)), "paths": list(part.of(PlanningPath))}
    more = {"facilitator": True} if part.facilitator else {}
    facts |= {"reuse": asdict(part.imprint.reuse) if part.imprint.reuse else None}
    return {**facts, "commit": edition.commit, "selection": chosen | more}


def _check_names(folder: Path) -> None:
    """Refuse names that some machine could not unpack."""
    for name in manifest.names(folder):
        if not name.isascii() or len(name) > _LONGEST:
            raise BundleError(
                Said(
                    f"{name} is not plain ASCII, or too long for some machines; rename what it is made from",
                    f"{name}不全是ASCII字符，或者对有些机器太长；请把它的原文件改名",
                )
            )


def environment(edition: Edition) -> dict[str, str]:
    """Return the environment in which an edition is built."""
    kept = {name: value for name, value in os.environ.items() if name not in _NOT_OURS}
    return {**kept, VARIABLE: edition.to_json(), "OFFLINE": "true"}


def _build(root: Path, given: Given, site: Path) -> None:
    told = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    told["PYTHONIOENCODING"] = "utf-8"  # whatever the command's own output is written in
    done = subprocess.run(  # noqa: S603 - our own interpreter, no shell
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(site)],
        cwd=root, env={**environment(given.edition), **told}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", errors="replace", check=False,
    )  # fmt: skip
    if done.returncode:
        raise unbuilt(done.stdout)


def unbuilt(said: str) -> BundleError | OSError:
    """Return what tells that MkDocs failed, from what it said; an OSError where the disk is full."""
    for code in _FULL:
        if os.strerror(code) in said:
            return OSError(code, os.strerror(code))
    tail = "\n".join(said.strip().splitlines()[-_TAIL:])
    return BundleError(
        Said(
            f"mkdocs could not build the pages; nothing was written. It said:\n{tail}",
            f"mkdocs没能生成页面；没有写入任何文件。它说：\n{tail}",
        )
    )


@contextmanager
def _workshop(target: Path) -> Iterator[Path]:
    """Give a temporary folder beside the target, and take it away again whatever happens."""
    folder = None
    try:
        folder = Path(tempfile.mkdtemp(prefix=".handbook-", dir=target.parent))
        yield folder
    except OSError as error:
        why, full = of_system(error), Said(" (the disk is full)", "") if error.errno in _FULL else SILENCE
        raise BundleError(
            Said(
                f"{target} cannot be written{full.en}: {why.en}; nothing was left",
                f"{target}写不了{full.zh}：{why.zh}；没有留下任何文件",
            )
        ) from None
    finally:
        if folder:
            shutil.rmtree(folder, ignore_errors=True)


def imprint(root: Path) -> Imprint:
    """Return what files and citations say of an edition of the project; SettingError for a setting that is none."""
    return Imprint(version(root), commit(root), reuse=settings.reuse(root))


def version(root: Path) -> str:
    """Return the handbook's version; "0" where a copy came without the file that states it."""
    file = root / "pyproject.toml"
    return str(tomllib.loads(file.read_text(encoding="utf-8"))["project"]["version"]) if file.exists() else "0"


def commit(root: Path) -> str:
    """Return the commit that the project stands at, with + where its files differ; "" where that is not known."""
    try:
        top, head = _git(root, "rev-parse", "--show-toplevel", "HEAD").splitlines()
        if Path(top).resolve() != root.resolve():
            return ""
        changed = _git(root, "status", "--porcelain", "--", "content", "data", "macros", "overrides", "mkdocs.yml")
    except (OSError, ValueError, subprocess.CalledProcessError):
        return ""
    return head[:12] + ("+" if changed.strip() else "")


def _git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout  # noqa: S603


def _day(date: str) -> tuple[int, int, int]:
    """Return a date of the data as a zip writes it: no earlier than 1980."""
    year, month, day = (int(part) for part in f"{date}-01-01".split("-")[:3])
    return max(year, 1980), month, day


def _left_out(part: Dataset) -> tuple[Said, ...]:
    kinds = (kind for kind in FILED if kind.layout != "record")
    counts = ((kind, len(part[kind.name]), len(part.whole[kind.name])) for kind in kinds)
    return tuple(_lacking(_named(part, kind), total - held, total) for kind, held, total in counts if held < total)


def _lacking(name: Said, number: int, total: int) -> Said:
    return Said(f"{number} of {total} {name.en}", f"{name.zh}（{total}中的{number}）")


def _named(part: Dataset, kind: Kind) -> Said:
    en = "steps" if kind.name == "path" else kind.place.removesuffix(".yml")
    return Said(en, Reading(part, "zh").labels[f"kind-{kind.name}"] if kind.title else kind.place)


def _count(folder: Path) -> tuple[int, int]:
    held = manifest.names(folder)
    return sum(name.endswith(".html") for name in held), len(held) + 1


def _size(path: Path) -> int:
    files = [file for file in path.rglob("*") if file.is_file()] if path.is_dir() else [path]
    return sum(file.stat().st_size for file in files)
