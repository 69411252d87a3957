"""What MkDocs calls. It loads this file once, so it only forwards to `macros.engine.site`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from mkdocs.plugins import event_priority

_ROOT = str(Path(__file__).resolve().parent.parent.parent)


_state: dict[str, Any] = {"serving": False, "site": None}


def on_startup(command: str, **_: Any) -> None:
    """Remember whether the site is served: a fault must then not end the process."""
    _state["serving"] = command == "serve"


@event_priority(100)
def on_config(config: Any) -> Any:
    """Begin a build. `serve` drops our own modules before any plugin loads them, so that it follows changes."""
    if _state["serving"]:
        for name in [name for name in sys.modules if name == "macros" or name.startswith("macros.")]:
            del sys.modules[name]
    if _ROOT not in sys.path:
        sys.path.insert(0, _ROOT)
    from macros.engine.site import Site

    _state["site"] = Site(serving=_state["serving"], changed=getattr(_state["site"], "changed", None))
    return _state["site"].on_config(config)


def on_pre_build(config: Any) -> None:
    """Check the data before anything is written. While pages are served, a list of problems takes the site's place."""
    _state["site"] = _state["site"].on_pre_build(config)


def on_files(files: Any, config: Any) -> Any:
    """Add the generated pages."""
    return _state["site"].on_files(files, config)


def on_nav(nav: Any, files: Any, **_: Any) -> Any:
    """One navigation a language."""
    return _state["site"].on_nav(nav, files)


def on_page_content(html: str, page: Any, config: Any, **_: Any) -> str:
    """Put blocks back and resolve links."""
    return str(_state["site"].on_page_content(html, page, config))


def on_env(env: Any, files: Any, config: Any) -> Any:
    """Make the pages, now that all are known, and check links and anchors."""
    return _state["site"].on_env(env, files, config)


def on_page_context(context: Any, page: Any, config: Any, **_: Any) -> Any:
    """Language, navigation, switcher and search of a page."""
    return _state["site"].on_page_context(context, page, config)


def on_post_page(output: str, page: Any, config: Any, **_: Any) -> str:
    """Make the page lighter, and give it its policy."""
    return str(_state["site"].on_post_page(output, page, config))


def on_post_build(config: Any) -> None:
    """Search indexes, lists of items, ready-made bundles, redirects."""
    _state["site"].on_post_build(config)


def on_serve(server: Any, **_: Any) -> Any:
    """Show what is wrong in the browser."""
    from macros.engine import preview

    preview.watch(server, lambda: _state["site"])
    return server
