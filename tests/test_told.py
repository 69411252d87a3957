"""What commands say of their own use: in the language that is asked for, click's words too."""

from __future__ import annotations

import ast
import copy
import json
import re
import shutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from macros.cli import COMMANDS, main
from macros.problems import Said, SaidError
from macros.wording import LANGUAGES
from tests.support.introspection import modules
from tests.support.some import some

_SENTENCE = re.compile(r"(?<![-\w/'.])[a-z]+ [a-z]+ [a-z]+")
"""Three English words after one another."""
_HAN = re.compile("[\u3400-\u9fff]")
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
    ("form --out form.docx", "form.docx不是以.html结尾的文件名", "form.docx does not end in .html"),
    ("form --out data/form.html", "会落在项目自己的文件里", "would lie among the project's own files"),
    ("pages data/x", "会落在项目自己的文件里", "would lie among the project's own files"),
    ("export data", "data不是空的", "data is not empty"),
    (
        "export out --table compar",
        "没有表格“compar”。是不是“compare”？",
        "there is no table 'compar'. Did you mean 'compare'?",
    ),
    ("export out --city x", "城市里没有“x”。可选的有：northport", "there is no city 'x'. There are: northport"),
    ("bundle --city northprt", "城市里没有“northprt”。是不是“northport”？", "Did you mean 'northport'?"),
    ("bundle --single-file", "单个文件只放一种语言", "a single file holds one language"),
    ("bundle --out x.html", "用--single-file时名称以.html结尾", "a name ends in .html for --single-file"),
    ("bundle --out x.rar", "文件夹的名称没有结尾，不能是“.rar”", "has no ending for a folder, not '.rar'"),
    ("bundle --out .x", "名称不能以点开头", "a name must not begin with a dot"),
    ("bundle --out data/x", "会落在项目自己的文件里", "would lie among the project's own files"),
    ("bundle --out site/x", "下次生成网站会清空site/", "the next build empties site/"),
    ("bundle --out data.zip", "已经有data.zip", "data.zip exists"),
    ("bundle --out no/x", "没有no这个文件夹", "there is no folder no to write to"),
    (
        "outline --answers bad.json plan.docx",
        "bad.json读不了：内容不是JSON",
        "bad.json cannot be read: its content is not JSON",
    ),
    (
        "outline --answers other.json plan.docx",
        "不是本手册存出的进度文件",
        "it is not a progress file of this handbook",
    ),
    ("release data --root data", "data里没有data/", "there is no data/ in"),
)
FAILED = (
    ("apply bad.json", "bad.json: 内容不是JSON；请用浏览器存下的原文件", "bad.json: it is not JSON; take the file as"),
    ("apply other.json", "other.json: 不是本手册的修改文件", "other.json: it is no change of this handbook"),
    ("apply change.json", 'change.json: 第1处修改：“record”是"x/y"', "change.json: change 1: 'record' is \"x/y\""),
    ("apply new.json", "文件格式的版本是3，本册只认1和2", "its format has version 3; this copy reads 1 and 2"),
    ("bundle --verify data", "错误：data不是离线包：最上层没有manifest.json", "error: data is no bundle: there is no"),
    ("bundle --verify other.json", "不是离线包：里面没有清单", "is no bundle: there is no manifest in it"),
    ("bundle --verify data.zip", "data.zip既不是文件夹，也不是读得了的zip", "is neither a folder nor a zip"),
    ("bundle --verify made", "被改动：a.html", "changed: a.html"),
)
FILES = {
    "bad.json": "{", "other.json": "{}", "data.zip": "PK", "new.json": '{"format": "handbook-progress", "version": 3}',
    "change.json": json.dumps({
        "format": "handbook-change", "version": 1, "evil": 1, "by": 7,
        "changes": [{"record": "x/y", "at": 1}, 2, {"record": "city/x", "at": ["a"], "old": [None], "new": [None]}],
    }),
    "made/manifest.json": '{"files": {"a.html": {"sha256": ""}, "b.html": {}}}', "made/a.html": "x", "made/c": "",
}  # fmt: skip
"""What lies in the project beside its own files."""


@pytest.fixture
def project(example: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a copy of the example project, in which commands run."""
    folder = tmp_path / "project"
    shutil.copytree(example, folder)
    for name, text in FILES.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
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
    assert english(told["zh_CN.UTF-8"]) == []
    assert en in told["C"]
    assert "--lang" in command or not _HAN.search(told["C"])


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(("command", "zh", "en"), FAILED, ids=[command for command, *_ in FAILED])
def test_what_could_not_be_done(command: str, zh: str, en: str) -> None:
    """The exit code is 1, and all that is said is in the language that is asked for before the command's name."""
    told = {language: CliRunner().invoke(main, ["--lang", language, *command.split()]) for language in LANGUAGES}

    assert [result.exit_code for result in told.values()] == [1, 1], told
    assert zh in told["zh"].output
    assert english(told["zh"].output) == []
    assert en in told["en"].output
    assert not _HAN.search(told["en"].output)


def english(text: str) -> list[str]:
    """Return the lines of a text in Chinese that say something in English; what git and libraries say is theirs."""
    bare = re.sub("“[^”]*”|（[^）]*）", "", text)
    return [line for line in bare.splitlines() if _SENTENCE.search(line) and "fatal" not in line]


def misuses(name: str) -> Iterator[list[str]]:
    """Yield what a command refuses, made of its own options and arguments; each argument is `x`, which is nothing."""
    command = main.get_command(click.Context(main), name)
    assert command
    arguments = [one for one in command.params if isinstance(one, click.Argument)]
    given = ["x" for _ in arguments]
    yield from (["--no-such"], [*given, "--root", "nowhere"], [*given, "--root", "made"], [*given, "--lang"])
    yield from [given[1:]] if arguments and arguments[0].required else []
    yield from [] if any(one.nargs < 0 or not one.required for one in arguments) else [[*given, "y"]]
    for one in command.params:
        if isinstance(one, click.Option) and not one.is_flag:
            yield [*given, one.opts[0]]
            yield from [] if one.type.name == "text" else [[*given, one.opts[0], "no/x"]]


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("name", COMMANDS)
def test_every_refusal_is_in_one_language(name: str) -> None:
    """Whatever a command refuses: one sentence of the other language, and somebody would not understand it."""
    for arguments in some(misuses(name), 5):
        told = {
            language: CliRunner().invoke(main, ["--lang", language, name, *arguments]).output for language in LANGUAGES
        }
        assert "错误：" in told["zh"], arguments
        assert english(told["zh"]) == [], arguments
        assert "Error: " in told["en"], arguments
        assert not _HAN.search(told["en"]), arguments


def test_errors_that_people_read_are_said_in_both_languages() -> None:
    """An error with words of its own is a `SaidError`; these few are caught, or never meant for anybody."""
    own = [
        (module, node.name)
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.ClassDef) and re.search(r"(Error|Exception)\b", " ".join(map(ast.unparse, node.bases)))
    ]
    bare = {name for module, name in some(own, 15) if not is_said(module, name)}

    assert bare == {"SaidError", "DataProblemsError", "DiffersError", "PolicyError", "_UnlikeError"}


def test_errors_pass_between_processes() -> None:
    """Bundles are made in several."""
    said = Said("no", "不")

    assert copy.copy(SaidError(said)).said == said  # made as pickle makes it


def is_said(module: str, name: str) -> bool:
    """Whether an error is a `SaidError`, or one of the command line, whose words are `Said` too."""
    held = getattr(import_module(f"macros.{module}"), name)
    return issubclass(held, SaidError | click.ClickException) and held is not SaidError


def test_commands_print_no_words_of_one_language() -> None:
    """What `click.echo` is given is said in both, or is no sentence."""
    printed = [
        ast.unparse(node)
        for module, tree in modules().items()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func) == "click.echo" and module != "cli.told"
    ]

    assert [call for call in some(printed, 10) if re.search(r"[a-z]{3} [a-z]{2}", " ".join(words(call)))] == []


def words(call: str) -> list[str]:
    """Return the texts that stand in a call."""
    return [
        one.value for one in ast.walk(ast.parse(call)) if isinstance(one, ast.Constant) and isinstance(one.value, str)
    ]


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
