"""The command line, as a user runs it."""

from __future__ import annotations

import contextlib
import errno
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from macros.cli import COMMANDS, main
from macros.render.macros import MACROS
from tests.support import example
from tests.support.some import some

FAULTY = example.TESTS / "data" / "invalid" / "many"


@pytest.fixture
def sound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in the folder of a sound project."""
    monkeypatch.chdir(example.make(tmp_path / "project"))
    return tmp_path / "project"


@pytest.fixture
def faulty(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in the folder of a project with faults in several files."""
    monkeypatch.chdir(example.make(tmp_path / "project", FAULTY))
    return tmp_path / "project"


def handbook(*arguments: str | Path) -> Result:
    """Run a command."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments])


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize(
    ("form", "output"),
    [("text", "no problems found\n"), ("github", "没有发现问题\nno problems found\n"), ("json", "[]\n")],
)
def test_check_of_sound_data(form: str, output: str) -> None:
    """Nothing to complain of is said in so many words, and is a success."""
    result = handbook("check", "--format", form)

    assert (result.exit_code, result.output) == (0, output)


@pytest.mark.usefixtures("faulty")
def test_check_of_faulty_data() -> None:
    """Every problem of every file is reported in one run, sorted by path and line, and the exit code says so."""
    result = handbook("check")
    places = re.findall(r"^(\S.*?):(\d+):(\d+): error\[[a-z-]+\] \S", result.output, re.MULTILINE)

    assert result.exit_code == 1
    assert result.output == (FAULTY / "expected.txt").read_text(encoding="utf-8")
    assert len(places) == int(result.output.splitlines()[-1].split()[0])
    assert places == sorted(places, key=lambda place: (place[0], int(place[1]), int(place[2])))


def test_warnings_are_no_failure(tmp_path: Path) -> None:
    """A statement that is due for another look is reported; the check and the pages succeed all the same."""
    case = example.TESTS / "data" / "invalid" / "review-due"
    root = example.make(tmp_path / "project", case)

    check, pages = handbook("check", "--root", root), handbook("pages", "--root", root, tmp_path / "out")

    assert (check.exit_code, check.output) == (0, (case / "expected.txt").read_text(encoding="utf-8"))
    assert handbook("check", "--format", "github", "--root", root).output.startswith("::warning file=data/cities/")
    assert pages.exit_code == 0


@pytest.mark.usefixtures("faulty")
def test_check_for_github() -> None:
    """Each problem is an annotation beside its line; line ends and commas cannot break out of it."""
    result = handbook("check", "--format", "github")

    assert result.exit_code == 1
    assert (
        "::error file=data/cities/westham.yml,line=9,col=5,title=date::“2019-13”不是日期%0A位置：facts.date.date%0A"
        "提示：请写2019、2019-04或2019-04-22，且这一天存在。%0A规则：/zh/contribute/rules/#date%0A"
        "'2019-13' is not a date%0Aat: facts.date.date%0A"
        "hint: Write 2019, 2019-04 or 2019-04-22; the day must exist.%0Arule: /en/contribute/rules/#date\n"
    ) in result.output
    assert all(line.startswith("::error file=") for line in result.output.splitlines()[:-2])


@pytest.mark.usefixtures("faulty")
def test_check_as_json() -> None:
    """Other programs get the same problems with the same places."""
    result = handbook("check", "--format", "json")
    problems = json.loads(result.output)

    assert result.exit_code == 1
    assert {
        "path": "data/cities/westham.yml", "line": 9, "column": 5, "rule": "date", "level": "error",
        "message": {"en": "'2019-13' is not a date", "zh": "“2019-13”不是日期"}, "at": "facts.date.date",
        "hint": {
            "en": "Write 2019, 2019-04 or 2019-04-22; the day must exist.",
            "zh": "请写2019、2019-04或2019-04-22，且这一天存在。",
        },
        "guide": {"zh": "/zh/contribute/rules/#date", "en": "/en/contribute/rules/#date"},
    } in problems  # fmt: skip
    assert len(problems) == (FAULTY / "expected.txt").read_text(encoding="utf-8").count("error[")


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize(
    ("paths", "reported"),
    [
        (["data/lessons"], {"data/lessons/new.yml"}),
        (["data/lessons/new.yml", "content"], {"data/lessons/new.yml", "content/zh/only-here.md"}),
        (["./data/cities/"], {"data/cities/eastham.yml", "data/cities/westham.yml"}),
        (["data/paths"], set()),
    ],
)
def test_paths_narrow_the_report(paths: list[str], reported: set[str]) -> None:
    """All files are loaded, but only problems in the named ones are shown and count."""
    result = handbook("check", *paths)

    assert {line.split(":")[0] for line in result.output.splitlines() if ": error[" in line} == reported
    assert result.exit_code == (1 if reported else 0)


def test_project_elsewhere(faulty: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """With --root the command works from any folder; paths in the report are relative to the project."""
    monkeypatch.chdir(tmp_path)

    assert handbook("check", "--root", faulty).output == (FAULTY / "expected.txt").read_text(encoding="utf-8")
    assert handbook("check", "--root", faulty, faulty / "data" / "paths").exit_code == 0


@pytest.mark.parametrize("command", [["check"], ["schema"], ["pages", "out"]])
def test_outside_a_project(command: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In the wrong folder the command says which folder it needs, and writes nothing."""
    monkeypatch.chdir(tmp_path)

    result = handbook(*command)

    assert result.exit_code == 2
    assert "there is no data/ in" in result.output
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("sound")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["check", "--format", "xml"], "'xml' is not one of"),
        (["check", "data/cities/nowhere.yml"], "there is no data/cities/nowhere.yml"),
        (["check", "/"], "/ is not inside the project"),
        (["chekc"], "No such command 'chekc'"),
        (["pages"], "Missing argument"),
    ],
)
def test_wrong_usage(arguments: list[str], said: str) -> None:
    """Wrong usage is told apart from wrong data by the exit code 2."""
    result = handbook(*arguments)

    assert result.exit_code == 2
    assert said in result.output


def test_schema(sound: Path) -> None:
    """The schemas are written once; --check writes nothing and fails as soon as one of them is stale."""
    schema = sound / "data" / "schema" / "city.json"

    assert handbook("schema", "--check").exit_code == 1
    assert not schema.exists()
    assert "wrote data/schema/city.json\n" in handbook("schema").output
    assert (handbook("schema").output, handbook("schema", "--check").exit_code) == ("", 0)

    schema.write_text("{}", encoding="utf-8")
    stale = handbook("schema", "--check")

    assert (stale.exit_code, stale.output) == (1, "data/schema/city.json is stale; run 'handbook schema'\n")
    assert schema.read_text(encoding="utf-8") == "{}"


def test_the_ids_that_editors_are_offered(sound: Path) -> None:
    """They may be older than the data, and stay as they are while these have problems; but there they must be."""
    offered, findings = sound / "data" / "schema" / "ids.json", sound / "data" / "findings.yml"
    handbook("schema")
    before = offered.read_bytes()
    assert b'"finding/tides"' in before

    held = findings.read_text(encoding="utf-8").replace("\ntides:", "\nebb:")
    findings.write_text(held.replace("port-2", "nowhere"), encoding="utf-8")
    assert handbook("schema", "--check").exit_code == 0
    kept = handbook("schema")
    assert (kept.exit_code, offered.read_bytes()) == (1, before)
    assert kept.output == "data/schema/ids.json is as it was: the data have problems, which 'handbook check' lists\n"

    offered.unlink()
    assert (handbook("schema", "--check").exit_code, offered.exists()) == (1, False)


CHANGE = {
    "format": "handbook-change", "version": 1,
    "changes": [{"record": "finding/tides", "at": ["title", "en"], "old": "Tides differ from year to year",
                 "new": "Ebb"}],
}  # fmt: skip


def test_commands_that_write_data_renew_the_ids(sound: Path) -> None:
    """An editor is offered at once what was begun, changed or mended; what has errors is left for later."""
    offered, findings = sound / "data" / "schema" / "ids.json", sound / "data" / "findings.yml"
    handbook("new", "source", "port")
    assert not offered.exists()

    handbook("schema")
    assert handbook("new", "source", "port").exit_code == 0
    assert b'"port-5"' in offered.read_bytes()
    (sound / "change.json").write_text(json.dumps(CHANGE), encoding="utf-8")
    assert handbook("apply", "change.json").exit_code == 0
    assert "Ebb" in offered.read_text(encoding="utf-8")

    held = findings.read_text(encoding="utf-8")
    findings.write_text(held.replace("\ntides:", "\nebb:").replace("port-2]", "port-2"), encoding="utf-8")
    handbook("fix")
    assert b'"finding/ebb"' not in offered.read_bytes()
    findings.write_text(held.replace("\ntides:", "\nebb:"), encoding="utf-8")
    assert "data/schema/ids.json: brought up to date\n" in handbook("fix").output
    assert b'"finding/ebb"' in offered.read_bytes()


def tree(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder with its bytes."""
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def test_pages(sound: Path) -> None:
    """All pages of both languages are written under the same paths, and a second run gives the same bytes."""
    first, second = handbook("pages", "first"), handbook("pages", "second")
    written = tree(sound / "first")
    zh, en = ({path[3:] for path in written if path.startswith(f"{one}/")} for one in ("zh", "en"))

    assert (first.exit_code, second.exit_code) == (0, 0)
    assert first.output == f"wrote {len(written)} pages to first\n"
    assert zh == en >= {"cities/northport.md", "compare.md", "checklists/route.md", "planning/schedule.md"}
    assert written == tree(sound / "second")
    assert b"{{" not in b"".join(written.values())


def test_pages_overwrites_nothing(sound: Path) -> None:
    """A folder with something in it is left alone."""
    (sound / "out").mkdir()
    (sound / "out" / "mine.md").write_text("mine", encoding="utf-8")

    result = handbook("pages", "out")

    assert result.exit_code == 2
    assert "out is not empty" in result.output
    assert tree(sound / "out") == {"mine.md": b"mine"}


def test_pages_are_not_written_among_the_project_s_own_files(sound: Path) -> None:
    before = tree(sound)
    for folder in ("data/out", "content/en/out", "Data/../data/out"):
        result = handbook("pages", folder)
        assert result.exit_code == 2, folder
        assert "among the project's own files" in result.output

    assert tree(sound) == before


def test_a_site_is_not_built_over_the_project_s_own_files(sound: Path) -> None:
    """A build empties its folder first."""
    shutil.copy(example.ROOT / "mkdocs.yml", sound)
    (sound / "macros").symlink_to(example.ROOT / "macros")
    before = tree(sound)
    done = _written_in("utf-8", "mkdocs", "build", "--site-dir", "data")

    assert done.returncode == 1
    assert b"the project's own files in data/" in done.stderr
    assert tree(sound) == before


def test_pages_of_faulty_data(faulty: Path) -> None:
    """Faulty data give the report and no page."""
    result = handbook("pages", "out")

    assert (result.exit_code, result.output) == (1, (FAULTY / "expected.txt").read_text(encoding="utf-8"))
    assert not (faulty / "out").exists()


def test_every_command_explains_itself() -> None:
    """Help says what each command does."""
    listed = handbook("--help").output

    for name in some(COMMANDS, 4):
        assert name in listed
        assert len(handbook(name, "--help").output.splitlines()) > 4, name


def test_module_and_script(sound: Path) -> None:
    """`python -m macros` is the command, with its exit codes, without a traceback."""
    (sound / "data" / "glossary.yml").write_text("twin: [", encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "macros", "check", "--root", str(sound)],
        cwd=example.ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip

    assert (run.returncode, run.stderr) == (1, "")
    assert run.stdout.startswith("data/glossary.yml:1:7: error[yaml-syntax]")


def test_pages_are_written_whole_or_not_at_all(sound: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A page that cannot be made, or a disk that is full, leaves nothing behind."""

    def full(*_: object, **__: object) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    before = set(sound.iterdir())
    with monkeypatch.context() as patched:
        patched.setitem(MACROS, "toolkits", lambda _: 1 // 0)
        assert isinstance(handbook("pages", "out").exception, ZeroDivisionError)
    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_text", full)
        result = handbook("pages", "out")

    assert (result.exit_code, "No space left on device; nothing was left" in result.output) == (1, True)
    assert set(sound.iterdir()) == before
    assert handbook("pages", "out").exit_code == 0


def test_pages_fill_an_empty_folder_wherever_it_is(sound: Path, tmp_path: Path) -> None:
    """A folder that is there already is filled: the one that one stands in, and one behind a link."""
    (tmp_path / "real").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "real", target_is_directory=True)
    linked = handbook("pages", str(tmp_path / "link"))
    (tmp_path / "here").mkdir()
    with contextlib.chdir(tmp_path / "here"):
        here = handbook("pages", "--root", str(sound), ".")

    assert (linked.exit_code, here.exit_code) == (0, 0)
    assert tree(tmp_path / "real") == tree(tmp_path / "here")
    assert sorted(path.name for path in (tmp_path / "real").iterdir()) == ["en", "zh"]


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize(
    ("command", "encoding"),
    [(["check"], "cp1252"), (["check", "--format", "github"], "iso8859-1"), (["pages", "out"], "utf-8")],
)
def test_whatever_the_output_is_written_in_all_of_it_arrives(command: list[str], encoding: str) -> None:
    """A pipe or file in a code page without Chinese, as Windows gives it, gets escapes for what it cannot hold."""
    done = _written_in(encoding, "macros", *command)
    whole = handbook(*command).output

    assert (done.returncode, done.stderr) == (1, b"")
    assert not whole.isascii()
    assert done.stdout.decode(encoding).replace("\r\n", "\n") == _as_written(whole, encoding)


@pytest.mark.usefixtures("faulty")
def test_another_program_can_read_the_problems_in_any_encoding() -> None:
    done = _written_in("cp1252", "macros", "check", "--format", "json")

    assert done.returncode == 1
    assert json.loads(done.stdout) == json.loads(handbook("check", "--format", "json").output)


def test_a_stopped_build_tells_the_problems_in_any_encoding(faulty: Path) -> None:
    """What MkDocs prints of ours is as whole as what the commands print."""
    shutil.copy(example.ROOT / "mkdocs.yml", faulty)
    (faulty / "macros").symlink_to(example.ROOT / "macros")
    done = _written_in("cp1252", "mkdocs", "build")

    assert done.returncode == 1
    assert b"Traceback" not in done.stderr
    assert _as_written(handbook("check").output, "cp1252") in done.stderr.decode("cp1252").replace("\r\n", "\n")


@pytest.mark.usefixtures("sound")
def test_what_was_wrongly_typed_is_named_in_any_encoding() -> None:
    for arguments in (["查"], ["check", "查"], ["bundle", "--city", "查", "--out", "out"], ["schema", "--查"]):
        done = _written_in("cp1252", "macros", *arguments)
        assert (done.returncode, done.stdout.count(b"\n") <= 1) == (2, True), arguments
        assert b"\\u67e5" in done.stderr, arguments
        assert b"Traceback" not in done.stderr, arguments


def _written_in(encoding: str, *command: str) -> subprocess.CompletedProcess[bytes]:
    """Run a module of ours in the present folder, its output going to pipes in an encoding."""
    environment = {**os.environ, "PYTHONIOENCODING": encoding, "NO_MKDOCS_2_WARNING": "1"}
    return subprocess.run([sys.executable, "-m", *command], env=environment, capture_output=True, check=False)


def _as_written(text: str, encoding: str) -> str:
    return text.encode(encoding, errors="backslashreplace").decode(encoding)
