"""What commands say of their own use: in the language that is asked for, click's words too."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner

from macros.cli import COMMANDS, main

_SENTENCE = re.compile(r"(?<![-\w/'.])[a-z]+ [a-z]+ [a-z]+")
"""Three English words after one another."""
WRONG = (
    ("chekc", "没有命令“chekc”。是不是想写“check”？", "No such command 'chekc'. Did you mean 'check'?"),
    ("check --formt text", "没有选项“--formt”。", "No such option '--formt'."),
    ("check --format xml", "“--format”的值“xml”不对，可以是：text、github、json。", "'xml' is not one of"),
    ("check --root /nowhere", "“--root”：没有“/nowhere”。", "Directory '/nowhere' does not exist."),
    ("new city", "缺少“ID”。", "Missing argument 'ID'."),
    ("new city a b", "多写了“b”。", "Got unexpected extra argument (b)"),
    ("new city A", "“A”不能作编号", "'A' cannot be an id"),
    ("new town x", "不能新写“town”。", "no town can be begun."),
    ("new city northport", "已经用了", "is taken"),
    ("new measure x", "measure写在别的记录里", "a measure stands inside another record"),
    ("new source x --in data/glossary.yml", "不放这类", "holds no records of this kind"),
    ("apply data", "是文件夹，这里要的是文件", "is a directory"),
    ("bundle --out", "选项“--out”后面要跟一个值。", "Option '--out' requires an argument."),
    ("bundle --verify data --single-file", "--verify只核对、不制作", "--verify checks a bundle and makes none"),
    ("check --lang=zh --root=x --root", "选项“--root”后面要跟一个值。", "选项"),
    ("reviews --after soon", "“--after”的值“soon”不是数字。", "'soon' is not a valid integer."),
    ("reviews --on soon", "“--on”的值“soon”不是日期", "'soon' does not match the format"),
    ("fix nowhere.yml", "没有nowhere.yml", "there is no nowhere.yml"),
    ("report foo", "没有“foo”这一节", "there is no section 'foo'"),
    ("query citi", "没有“citi”这一类", "there is no kind 'citi'"),
    ("diff nowhere", "“nowhere”既不是里面有data/的文件夹，也不是版本", "nowhere is neither a folder"),
    ("diff -- -x", "“-x”不是版本", "-x is no revision"),
    ("links nowhere", "没有“nowhere”这份资料或文件", "there is no source or file nowhere"),
    ("translations --valid", "请写明哪些", "name the records"),
    ("translations --start nowhere", "没有“nowhere”", "there is no record, statement or file nowhere"),
    ("outline plan.txt", "plan.txt不是Word文档", "plan.txt is no Word document"),
    ("outline data/plan.docx", "会落在项目自己的文件里", "would lie among the project's own files"),
    ("pages data/x", "会落在项目自己的文件里", "would lie among the project's own files"),
    ("export data", "data不是空的", "data is not empty"),
)


@pytest.fixture
def project(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the example project, in which commands run."""
    folder = tmp_path / "project"
    shutil.copytree(example, folder)
    monkeypatch.chdir(folder)
    return folder


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(("command", "zh", "en"), WRONG, ids=[command for command, *_ in WRONG])
def test_wrong_use(command: str, zh: str, en: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The exit code is 2, whatever the language; the Chinese has no English sentence, and the frame is Chinese too."""
    told = {}
    for locale in ("zh_CN.UTF-8", "C"):
        monkeypatch.setenv("LC_ALL", locale)
        result = CliRunner().invoke(main, command.split())
        assert result.exit_code == 2, result.output
        told[locale] = result.output
    assert zh in told["zh_CN.UTF-8"]
    assert re.search("用法：.*\n详见：.*--help\n\n错误：", told["zh_CN.UTF-8"]) or "requires" in en or "后面" in zh
    assert [line for line in told["zh_CN.UTF-8"].splitlines() if _SENTENCE.search(line) and "fatal" not in line] == []
    assert en in told["C"]


@pytest.mark.usefixtures("project")
def test_the_option_comes_before_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    """An error may come before the option is read."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "Missing argument" in CliRunner().invoke(main, ["new", "--lang", "en"]).output
    monkeypatch.setenv("LC_ALL", "C")
    assert "缺少" in CliRunner().invoke(main, ["new", "--lang=zh"]).output


@pytest.mark.usefixtures("project")
def test_what_was_done_is_said_in_chinese() -> None:
    """A new record, and what is to be done with it."""
    result = CliRunner().invoke(main, ["new", "city", "eastport", "--lang", "zh"])
    assert result.exit_code == 0, result.output
    assert result.output.splitlines() == [
        "已在data/cities/eastport.yml里开始写city/eastport",
        "还要写什么，请运行“handbook check”查看",
    ]


def test_help_is_no_error(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a command the list of them is shown as it is."""
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    shown = CliRunner().invoke(main, []).output
    assert "错误" not in shown
    assert [name for name in COMMANDS if f"  {name} " not in shown] == []
