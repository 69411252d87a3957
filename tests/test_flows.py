"""What hosts and editors run: sound by their own schemas, pinned, and calling commands that exist."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from macros.cli import main
from tests.support.example import ROOT
from tests.support.some import some

FLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
FORMS = sorted((ROOT / ".github" / "ISSUE_TEMPLATE").glob("[!c]*.yml"))
GITLAB = ROOT / ".gitlab-ci.yml"
HOOKS = ROOT / ".pre-commit-config.yaml"
CONTAINER = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
SCHEMAS = {
    "dependabot": [ROOT / ".github" / "dependabot.yml"],
    "github-issue-config": [ROOT / ".github" / "ISSUE_TEMPLATE" / "config.yml"],
    "github-issue-forms": FORMS,
    "github-workflows": FLOWS,
    "gitlab-ci": [GITLAB],
}
"""Names of schemas that check-jsonschema brings, and the files that each is for."""
CALL = re.compile(r"(?:^|[;&|({]|\b(?:do|then|if)\b)\s*(?:\.venv/bin/)?handbook (.*)", re.MULTILINE)
"""A call of our command in a script of a shell."""


def tool(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a program of the environment that the tests run in."""
    program, *rest = map(str, arguments)
    command = [str(Path(sys.executable).with_name(program)), *rest]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False)


def read(file: Path) -> dict[Any, Any]:
    """Return what a YAML file holds; the key `on` of a workflow is True."""
    held: dict[Any, Any] = yaml.safe_load(file.read_text(encoding="utf-8"))
    return held


def steps(flow: Path) -> Iterator[dict[str, Any]]:
    """Yield the steps of all jobs of a workflow."""
    for job in read(flow)["jobs"].values():
        yield from job.get("steps", ())


def step(flow: str, name: str) -> str:
    """Return the commands of a step by the workflow's file name and the step's own."""
    [found] = [one["run"] for one in steps(ROOT / ".github" / "workflows" / flow) if one.get("name") == name]
    return str(found)


def commands() -> Iterator[tuple[str, list[str]]]:
    """Yield every call of `handbook` in what hosts run, with the file that it stands in."""
    for file in FLOWS:
        for one in steps(file):
            yield from ((file.name, call) for call in calls(one.get("run", "")))
    for job in read(GITLAB).values():
        if isinstance(job, dict):
            yield from ((GITLAB.name, call) for line in job.get("script", ()) for call in calls(line))
    yield from ((HOOKS.name, call) for hook in hooks() for call in calls(hook["entry"]))


def hooks() -> list[dict[str, Any]]:
    """Return the hooks that run before a commit."""
    [repository] = read(HOOKS)["repos"]
    assert repository["repo"] == "local"
    return some(repository["hooks"], 3)


def calls(script: str) -> Iterator[list[str]]:
    """Yield the arguments of each call of `handbook` in a script."""
    for found in CALL.finditer(script.replace("\\\n", " ")):
        words = shlex.shlex(found[1], posix=True, punctuation_chars=True)
        words.wordchars += "^$%"
        yield list(takewhile(lambda word: not set(word) <= set("();<>|&"), words))


@pytest.mark.parametrize("schema", SCHEMAS)
def test_files_for_hosts_have_the_form_that_hosts_ask_for(schema: str) -> None:
    known = ("--data-transform", schema) if schema == "gitlab-ci" else ()
    done = tool("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *known, *some(SCHEMAS[schema]))

    assert done.returncode == 0, done.stdout


def test_every_job_has_a_time_limit() -> None:
    done = tool("check-jsonschema", "--builtin-schema", "custom.github-workflows-require-timeout", *some(FLOWS, 3))

    assert done.returncode == 0, done.stdout


def test_workflows_pass_the_audit() -> None:
    """Without a network, by the strictest of its ways."""
    done = tool("zizmor", "--offline", "--no-progress", "--format=json", "--persona=auditor", ".github")
    found = [(one["ident"], one["locations"][0]["concrete"]["feature"]) for one in json.loads(done.stdout or "null")]

    assert (found, done.returncode) == ([], 0), done.stderr


def test_what_the_audit_is_not_to_mind_has_a_reason() -> None:
    lines = [line for file in FLOWS for line in file.read_text(encoding="utf-8").splitlines()]
    ignored = some(line for line in lines if "zizmor: ignore" in line)

    assert [line for line in ignored if not re.search(r"zizmor: ignore\[[a-z-]+\] \w.{20}", line)] == []


def test_every_action_and_image_is_pinned() -> None:
    """An action by the hash of its commit, with its version beside it and the same in all files; an image by digest."""
    lines = [line for file in (*FLOWS, GITLAB) for line in file.read_text(encoding="utf-8").splitlines()]
    used = some((line.partition("uses: ")[2] for line in lines if "uses: " in line), 8)
    images = some((found[1] for line in lines if (found := re.match(r" *(?:container|image): (.*)", line))), 2)

    assert [one for one in used if not re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", one)] == []
    assert len(set(used)) == len({one.partition("@")[0] for one in used})
    assert [one for one in images if not re.fullmatch(r"[\w.:/-]+@sha256:[0-9a-f]{64}", one)] == []
    assert {*images} == {CONTAINER["image"]}


@pytest.mark.parametrize("flow", FLOWS, ids=lambda one: one.stem)
def test_a_workflow_may_do_nothing_that_a_job_does_not_ask_for(flow: Path) -> None:
    assert read(flow)["permissions"] == {}
    for one in some(steps(flow)):
        if "actions/checkout@" in one.get("uses", ""):
            assert one["with"]["persist-credentials"] is False


def test_what_runs_code_of_others_may_write_nothing() -> None:
    """A pull request runs with what reads the repository, and nothing else."""
    proposed = some((flow for flow in FLOWS if "pull_request" in (read(flow)[True] or {})), 2)
    held = [job.get("permissions", {}) for flow in proposed for job in some(read(flow)["jobs"].values())]

    assert {name for one in held for name in one.items()} == {("contents", "read")}
    assert not [flow.name for flow in FLOWS if "pull_request_target" in flow.read_text(encoding="utf-8")]


def test_every_command_of_the_handbook_that_is_called_exists() -> None:
    """With the options it is called with, and words that each takes."""
    for file, call in some(commands(), 4):
        name, *arguments = call
        command = main.get_command(click.Context(main), name)
        assert command, f"{file}: no command {name}"
        given, _, _ = command.make_parser(click.Context(command)).parse_args(arguments)
        for parameter in command.params:
            value = given.get(parameter.name or "")
            if isinstance(parameter.type, click.Choice) and isinstance(value, str) and "$" not in value:
                assert value in parameter.type.choices, f"{file}: {call}"


@pytest.mark.parametrize(
    ("paths", "code"),
    [
        (["data/cities/london.yml", "content/zh/about.md"], "false"),
        (["data/cities/伦敦.yml"], "true"),  # git writes such a name in quotes: rather too many tests than too few
        (["data/labels.yml"], "true"),
        (["data/schema/city.json"], "true"),
        (["data/schema/ids.json", "data/cities/london.yml"], "false"),
        (["data/cities/london.yml", "macros/output.py"], "true"),
        (["notes/data/x.yml"], "true"),
    ],
)
def test_browsers_are_asked_only_where_code_changed(paths: list[str], code: str, tmp_path: Path) -> None:
    """As the workflow's own commands decide it, in a merge of a branch."""
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org", "-C", str(tmp_path)]
    subprocess.run([*git, "init", "-q", "-b", "main"], check=True)
    subprocess.run([*git, "commit", "-q", "--allow-empty", "-m", "base"], check=True)
    subprocess.run([*git, "switch", "-q", "-c", "branch"], check=True)
    for path in paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text("x", encoding="utf-8")
    subprocess.run([*git, "add", "."], check=True)
    subprocess.run([*git, "commit", "-q", "-m", "change"], check=True)
    subprocess.run([*git, "switch", "-q", "main"], check=True)
    subprocess.run([*git, "merge", "-q", "--no-ff", "branch"], check=True, capture_output=True)

    script = step("tests.yml", "is anything but data and pages touched")
    for event, said in (("pull_request", code), ("push", "true")):
        assert run(script, tmp_path, EVENT=event, RUNNER_TEMP=str(tmp_path)) == (0, f"code={said}\n")


def test_gitlab_asks_browsers_for_the_same_files() -> None:
    """Its patterns name every file of the repository but data and pages."""
    listed = subprocess.run(["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, text=True, check=True).stdout
    patterns = [one for rule in read(GITLAB)["tests"]["rules"] for one in rule.get("changes", ())]
    exact = [one for one in patterns if "*" not in one]
    folders = tuple(one.removesuffix("**/*") for one in patterns if one.endswith("/**/*"))
    named = {
        path
        for path in some(listed.strip("\0").split("\0"), 100)
        if path in exact or path.startswith(folders) or ("*" in patterns and "/" not in path)
    }
    content = re.compile(r"content/|data/(?!labels\.yml$|schema/)")

    assert named == {path for path in listed.strip("\0").split("\0") if not content.match(path)}


@pytest.mark.parametrize("form", FORMS, ids=lambda one: one.stem)
def test_a_form_asks_in_both_languages(form: Path) -> None:
    asked = some(one for one in read(form)["body"] if one["type"] != "markdown")
    told = [read(form)["name"], read(form)["description"], *(one["attributes"]["label"] for one in asked)]

    assert len(FORMS) == 4
    assert [one for one in told if not re.search(r"[\u4e00-\u9fff].* · .*[A-Za-z]{3}", one)] == []


@pytest.mark.parametrize(
    ("results", "passes"),
    [
        (("success", "true", "success", "success"), True),
        (("success", "false", "success", "skipped"), True),
        (("success", "true", "success", "skipped"), False),
        (("success", "false", "failure", "skipped"), False),
        (("success", "true", "success", "failure"), False),
        (("success", "true", "success", "cancelled"), False),
        (("failure", "", "success", "skipped"), False),
    ],
)
def test_the_job_that_is_required_passes_only_if_all_that_was_due_has(
    results: tuple[str, str, str, str], passes: bool, tmp_path: Path
) -> None:
    given = dict(zip(("PATHS", "CODE", "CONTENT", "BROWSERS"), results, strict=True))

    assert (run(step("tests.yml", "all that was due has passed"), tmp_path, **given)[0] == 0) == passes


def run(script: str, folder: Path, **environment: str) -> tuple[int, str]:
    """Run the commands of a step as GitHub does; return the exit code and what the step gives to others."""
    output = folder / "given.txt"
    output.write_text("", encoding="utf-8")
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", "-c", script],
        cwd=folder, env={**os.environ, **environment, "GITHUB_OUTPUT": str(output)}, capture_output=True, check=False,
    )  # fmt: skip
    return done.returncode, output.read_text(encoding="utf-8")


def test_what_runs_before_a_commit_fetches_nothing() -> None:
    """All of it comes from the environment of the README, and each looks at files that there are."""
    listed = subprocess.run(["git", "-C", ROOT, "ls-files"], capture_output=True, text=True, check=True).stdout
    patterns = some(hook.get("files", r"\.py$") for hook in hooks())

    assert {hook["language"] for hook in hooks()} == {"system"}
    assert {hook["entry"].partition(" ")[0] for hook in hooks()} == {".venv/bin/handbook", ".venv/bin/ruff"}
    assert [one for one in patterns if not any(re.search(one, path) for path in listed.splitlines())] == []


def test_the_dev_container_is_installed_as_the_readme_says() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    [install] = {one[1] for one in re.finditer(r"^(python3 -m venv .*\[test\]\") && ", readme, re.MULTILINE)}

    assert CONTAINER["postCreateCommand"] == install
    assert [f":{port}" in readme for port in CONTAINER["forwardPorts"]] == [True]
