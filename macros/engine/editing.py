"""Where the files behind the pages are edited: addresses made of what the publisher says of the repository."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from urllib.parse import quote, urljoin, urlsplit

from macros.problems import Said, SaidError

DEFAULT = "edit/main/content/"
_PATH = re.compile(r"\{path(!q)?\}")
_UNFIT = re.compile(r"[\s\"'<>{}]")


class SettingError(SaidError):
    """A setting cannot be used; names it, what was found, and what is due."""


def repository(url: str) -> str:
    """Return the address of the repository's pages, without what only git wants; SettingError for no such address."""
    parts = urlsplit(url)
    if parts.scheme not in ("http", "https") or not parts.netloc or parts.query or parts.fragment:
        raise SettingError(
            Said(
                f"REPO_URL is '{url}'; it must be the whole https:// address of the repository's page",
                f"REPO_URL是“{url}”；应写代码仓库页面的完整网址，以https://开头",
            )
        )
    if "@" in parts.netloc:  # it would stand on every page
        raise SettingError(
            Said(
                "REPO_URL has a user's name or password in it; leave out what stands before the @",
                "REPO_URL里有用户名或密码；请去掉@以前的部分",
            )
        )
    return url.rstrip("/").removesuffix(".git")


def addresses(repo_url: str, folder: str, environment: Mapping[str, str]) -> Callable[[str], str] | None:
    """Return what gives the edit address of a file from its path in the project; None where there is none.

    EDIT_URI may have each form that MkDocs takes for `edit_uri` and `edit_uri_template`. It leads to the `folder` of
    the hand-written pages, so the project's own folder, where the data are, is what stands before that.
    """
    uri = environment.get("EDIT_URI", DEFAULT)
    if not repo_url or not uri:
        return None
    place = _PATH.search(uri)
    start, end = (uri[: place.start()], uri[place.end() :]) if place else (f"{uri.removesuffix('/')}/", "")
    before = re.fullmatch(rf"((?:.*(?:[/=?#]|%2F))?){re.escape(folder)}(?:/|%2F)", start)
    if not before or _UNFIT.search(start + end):
        raise SettingError(
            Said(
                f"EDIT_URI is '{uri}'; it must lead to the folder {folder}/, like '{DEFAULT}', '?path=/{folder}/', "
                f"'https://host/editor/main/{folder}/' or, with an end of its own, '{DEFAULT}{{path}}?mode=edit'",
                f"EDIT_URI是“{uri}”；应指向文件夹{folder}/，例如“{DEFAULT}”“?path=/{folder}/”"
                f"“https://host/editor/main/{folder}/”，后面另有内容的如“{DEFAULT}{{path}}?mode=edit”",
            )
        )
    root = before[1]
    base = repo_url if root.startswith(("?", "#")) else f"{repo_url}/"
    encoded = place is not None and place[1] is not None
    return lambda path: urljoin(base, f"{root}{quote(path, safe='') if encoded else path}{end}")
