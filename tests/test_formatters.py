"""No formatter rewrites the project when a file of it is saved."""

from __future__ import annotations

import configparser
import json

from tests.support.example import ROOT
from tests.support.some import some


def test_what_editors_are_told_is_what_the_files_are() -> None:
    """An editor that follows .editorconfig changes nothing but what its user has changed."""
    said = configparser.ConfigParser(delimiters=("=",))
    said.read_string("[top]\n" + (ROOT / ".editorconfig").read_text(encoding="utf-8"))
    assert {name: said["*"][name] for name in ("charset", "end_of_line", "insert_final_newline")} == {
        "charset": "utf-8", "end_of_line": "lf", "insert_final_newline": "true",
    }  # fmt: skip
    assert "trim_trailing_whitespace" not in said["*"]
    kinds = ("*.yml", "*.md", "*.py", "*.js", "*.css", "*.html", "*.j2")
    folders = ("content", "data", "macros", "overrides")
    files = [file for folder in folders for kind in kinds for file in (ROOT / folder).rglob(kind)]
    for file in some(files, 100):
        held = file.read_bytes()
        assert b"\r" not in held, file
        assert b"\t" not in held, file
        assert held == b"" or held.endswith(b"\n"), file
        assert not held.startswith(b"\xef\xbb\xbf"), file


def test_formatters_leave_the_project_alone() -> None:
    ignored = (ROOT / ".prettierignore").read_text(encoding="utf-8").splitlines()
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    saving = [value for key, value in settings.items() if key.startswith("[")]

    assert "*" in ignored
    assert {one["editor.formatOnSave"] for one in some(saving, 4)} == {False}
    assert settings["yaml.format.enable"] is False
