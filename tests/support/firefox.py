"""Firefox over WebDriver BiDi: windows to open pages in, type and click, and all that goes wrong in them."""

from __future__ import annotations

import base64
import contextlib
import json
import os
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from websockets.sync.client import ClientConnection, connect

PATIENCE = 60
"""Seconds that anything may take on a busy machine."""
SETTINGS: dict[str, Any] = {
    # Firefox's own settings for tests make all files on disk one origin, which they are for no reader.
    "remote.prefs.recommended": False,
    # No network but our own server: whatever else is asked for goes to a port where nobody listens.
    "network.proxy.type": 1, "network.proxy.allow_hijacking_localhost": True,
    "network.proxy.http": "127.0.0.1", "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1", "network.proxy.ssl_port": 9, "network.proxy.no_proxies_on": "127.0.0.1",
    # No pages that greet, no reports, no updates.
    "browser.aboutwelcome.enabled": False, "browser.startup.page": 0, "startup.homepage_welcome_url": "about:blank",
    "browser.startup.homepage_override.mstone": "ignore", "termsofuse.bypassNotification": True,
    "datareporting.policy.dataSubmissionEnabled": False, "app.update.disabledForTesting": True,
}  # fmt: skip


_TELL = """addEventListener("securitypolicyviolation", event =>
  console.error(`stopped by the policy: ${event.violatedDirective} ${event.blockedURI}`))"""
"""A statement: Firefox itself tells of what a policy stops only where nobody hears it."""


class FirefoxError(Exception):
    """Says why Firefox refused a command or a script failed."""


@contextlib.contextmanager
def running(program: str, profile: Path, **settings: Any) -> Iterator[Firefox]:
    """Run Firefox; what it keeps in `profile` is there again when the next one takes it up."""
    profile.mkdir(exist_ok=True)
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in {**SETTINGS, **settings}.items()]
    (profile / "user.js").write_text("\n".join(lines), encoding="utf-8")
    with subprocess.Popen(
        [program, "--headless", "--remote-debugging-port=0", "--profile", str(profile)],
        env={**os.environ, "HOME": str(profile)},  # root may have been given the home of another
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            with _connect(process, profile / "WebDriverBiDiServer.json") as socket:
                firefox = Firefox(socket)
                yield firefox
                firefox.command("browser.close")
            process.wait(PATIENCE)
        finally:
            process.kill()


def _connect(process: subprocess.Popen[bytes], note: Path) -> ClientConnection:
    """Connect to where Firefox notes that it listens."""
    for _ in range(PATIENCE * 20):
        assert process.poll() is None, "Firefox did not start"
        with contextlib.suppress(OSError, ValueError):
            held = json.loads(note.read_text(encoding="utf-8"))
            address = f"ws://{held['ws_host']}:{held['ws_port']}/session"
            return connect(address, proxy=None, compression=None, max_size=None)
        time.sleep(0.05)
    raise AssertionError("Firefox does not listen")


class Firefox:
    """A running browser."""

    def __init__(self, socket: ClientConnection) -> None:
        self._socket = socket
        self._number = 0
        self._events: list[dict[str, Any]] = []
        self.command("session.new", capabilities={})
        self.command("session.subscribe", events=["log.entryAdded", "network.beforeRequestSent"])

    def command(self, method: str, **parameters: Any) -> dict[str, Any]:
        """Have a command carried out and return the result; FirefoxError when it is refused."""
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": parameters}))
        while (said := json.loads(self._socket.recv(PATIENCE))).get("id") != self._number:
            self._events.append(said)
        if said["type"] == "error":
            raise FirefoxError(f"{method}: {said['message']}")
        result: dict[str, Any] = said["result"]
        return result

    def faults(self, own: str = "file:") -> list[str]:
        """Return all errors and warnings in consoles, and all requests to elsewhere than `own`, since the last call."""
        self.command("session.status")  # when this is answered, all that happened before has been told
        told, self._events = self._events, []
        logged = [one["params"] for one in told if one["method"] == "log.entryAdded"]
        asked = [one["params"]["request"]["url"] for one in told if one["method"] == "network.beforeRequestSent"]
        return [one["text"] for one in logged if one["level"] in ("error", "warn")] + [
            f"asked for {address}" for address in asked if not address.startswith((own, "data:", "blob:"))
        ]

    @contextlib.contextmanager
    def window(self, *, apart: bool = True, width: int = 1280) -> Iterator[Window]:
        """Give a new window; `apart` from whatever others of this browser keep."""
        store = self.command("browser.createUserContext") if apart else {}
        context = self.command("browsingContext.create", type="tab", **store)["context"]
        self.command("browsingContext.setViewport", context=context, viewport={"width": width, "height": 800})
        window = Window(self, context)
        window.at_start(_TELL)
        yield window
        self.command("browsingContext.close", context=context)


class Window:
    """A window; what is sought in it is named by a CSS selector, what is asked of it by a JavaScript expression."""

    def __init__(self, firefox: Firefox, context: str) -> None:
        self._firefox = firefox
        self._context = context

    def visit(self, address: str) -> None:
        """Open an address and wait until all of it is there."""
        self._do("browsingContext.navigate", url=address, wait="complete")

    def get(self, expression: str) -> Any:
        """Return the value of an expression, as far as JSON has words for it."""
        return json.loads(self._run(f"JSON.stringify({expression}) ?? null").get("value", "null"))

    def wait(self, expression: str) -> Any:
        """Return the value of an expression as soon as there is one, on this page or the next."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            with contextlib.suppress(FirefoxError):  # the page was left meanwhile
                if value := self.get(expression):
                    return value
            time.sleep(0.05)
        raise AssertionError(f"in vain: {expression}")

    def at_start(self, statement: str) -> None:
        """Run a statement at the beginning of each document that is opened from now on."""
        function = f"() => {{ {statement} }}"
        self._firefox.command("script.addPreloadScript", functionDeclaration=function, contexts=[self._context])

    def type(self, text: str) -> None:
        """Press a key for each character."""
        strokes = [{"type": kind, "value": key} for key in text for kind in ("keyDown", "keyUp")]
        self._do("input.performActions", actions=[{"type": "key", "id": "keys", "actions": strokes}])

    def click(self, selector: str) -> None:
        """Click into the middle of an element, once it is there to be seen."""
        found = f"document.querySelector({json.dumps(selector)})"
        self.wait(f"{found}?.checkVisibility()")
        self.get(f"{found}.scrollIntoView({{ block: 'center', behavior: 'instant' }})")
        origin = {"type": "element", "element": {"sharedId": self._run(found)["sharedId"]}}
        strokes = [{"type": "pointerMove", "x": 0, "y": 0, "origin": origin}]
        strokes += [{"type": kind, "button": 0} for kind in ("pointerDown", "pointerUp")]
        self._do("input.performActions", actions=[{"type": "pointer", "id": "mouse", "actions": strokes}])

    def choose(self, selector: str, *files: Path) -> None:
        """Choose files in a field for them."""
        found = self._run(f"document.querySelector({json.dumps(selector)})")
        self._do("input.setFiles", element={"sharedId": found["sharedId"]}, files=[str(file) for file in files])

    def pdf(self) -> bytes:
        """Print the page as it asks to be printed, on A4 where it does not say."""
        return base64.b64decode(self._do("browsingContext.print", page={"width": 21.0, "height": 29.7})["data"])

    def _do(self, method: str, **parameters: Any) -> dict[str, Any]:
        return self._firefox.command(method, context=self._context, **parameters)

    def _run(self, expression: str) -> dict[str, Any]:
        target = {"context": self._context}
        said = self._firefox.command("script.evaluate", expression=expression, target=target, awaitPromise=True)
        if said["type"] == "exception":
            raise FirefoxError(said["exceptionDetails"]["text"])
        result: dict[str, Any] = said["result"]
        return result
