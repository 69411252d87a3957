"""The handbook: YAML in data/ becomes bilingual pages."""

from __future__ import annotations

from typing import Any


def define_env(env: Any) -> None:
    """Register the macros with mkdocs-macros; called by the plugin."""
    from macros.engine.macros import register

    register(env)
