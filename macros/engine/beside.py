"""Pages of a site that MkDocs does not make: redirects, from earlier addresses and permanent ones, and other HTML."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Mapping
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from macros.bundle import published
from macros.render import links, pages, policy, scripts, templates
from macros.views import feed, permanent
from macros.views.places import href, title
from macros.views.reading import Reading
from macros.wording import HTML_LANG


class Part(NamedTuple):
    """What is written beside the pages, apart from everything else."""

    files: tuple[str, ...]
    """Patterns of the files' paths below the site."""
    write: Callable[[], None]


def redirects(generated: Mapping[str, pages.Page], config: Any) -> None:
    """Leave a page at every earlier address of the pages, which are named by their source path with language."""
    template = config.theme.get_env().get_template("redirect.html")
    for source, page in generated.items():
        language, title = source.split("/")[0], pages.escape_title(page.title)
        for old in page.formerly:
            stale = File(f"{language}/{old}", "", config.site_dir, config.use_directory_urls)
            living = File(source, "", config.site_dir, config.use_directory_urls)
            target = Path(config.site_dir, stale.dest_uri)
            target.parent.mkdir(parents=True, exist_ok=True)
            script = os.path.relpath(f"assets/{scripts.FOLDER}/{scripts.REDIRECT}", Path(stale.dest_uri).parent)
            words = {"title": title, "lang": HTML_LANG[language], "script": Path(script).as_posix()}
            text = template.render(url=living.url_relative_to(stale), **words)
            target.write_text(text, encoding="utf-8")


def permanent_links(reading: Reading, config: Any) -> None:
    """Leave a redirect at the permanent address of every record, each with its policy already.

    They are more than the pages, so one text is made for all, in which two things differ.
    """
    up = "../../"
    words = {"url": "{url}", "title": "{title}", "lang": HTML_LANG[reading.language]}
    script = f"{up}../assets/{scripts.FOLDER}/{scripts.REDIRECT}"
    made = config.theme.get_env().get_template("redirect.html").render(script=script, **words)
    made = policy.guarded(made, disk=False)
    folder = Path(config.site_dir, reading.language)
    Path(folder, permanent.FOLDER).mkdir(parents=True, exist_ok=True)
    for place, named in permanent.everything(reading.dataset).items():
        page, _, anchor = href(reading, named).partition("#")
        text = made.replace("{url}", up + links.address(page, anchor, directory=True))
        text = text.replace("{title}", escape(title(reading, named)))
        os.mkdir(f"{folder}/{place}")  # noqa: PTH102 - a path object for each of thousands takes longer than the file
        with open(f"{folder}/{place}index.html", "wb", buffering=0) as file:  # noqa: PTH123
            file.write(text.encode())


def write_feed(reading: Reading, config: Any) -> None:
    """Write what was newly checked, for a site whose address is known."""
    site = f"{config.site_url.rstrip('/')}/"
    text = templates.render("atom.xml.j2", feed.feed(reading, site), reading.labels)
    Path(config.site_dir, reading.language, feed.NAME).write_text(text, encoding="utf-8", newline="\n")


def guard(guarded: Collection[Path], config: Any) -> None:
    """Give its policy to each page that has none: that of missing pages, redirects, files beside the sources."""
    for file in sorted(set(Path(config.site_dir).rglob("*.html")).difference(guarded)):
        if file.parent == Path(config.site_dir, published.FOLDER):  # single files have their own
            continue
        try:
            html = policy.guarded(file.read_text(encoding="utf-8"), disk=not config.use_directory_urls)
        except (policy.PolicyError, UnicodeDecodeError) as error:
            raise PluginError(f"{file.relative_to(config.site_dir)} can have no policy: {error}") from None
        file.write_text(html, encoding="utf-8", newline="\n")
