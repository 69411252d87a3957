"""The pages of both languages, each made whole in one go: its own part, the frame around it, the file.

The engine would make all own parts first, then all frames, one page after another.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.commands.build import _populate_page, get_context
from mkdocs.structure.toc import get_toc
from mkdocs.utils import write_file

from macros import workers
from macros.engine import sides
from macros.render import pages
from macros.render.html import Html
from macros.wording import LANGUAGES

if TYPE_CHECKING:
    from macros.engine.site import Site

_Made = dict[str, Html]
"""Source path with language → a page."""


class Making:
    """Makes the pages of a site, now that all are known and so independent of each other."""

    def __init__(self, site: Site, jinja: Any, files: Any, config: Any) -> None:
        self._site, self._jinja, self._files, self._config = site, jinja, files, config
        self._documents: Sequence[Any] = files.documentation_pages()
        self._stale: dict[str, Any] = {}
        """Path below the site → page, of those that are out of date."""
        self._of_path: dict[str, dict[str, Any]] = {}
        """Source path → source path with language → page of the engine."""
        for file in self._documents:
            language, _, path = file.src_uri.partition("/")
            if language in LANGUAGES and not file.inclusion.is_excluded():
                self._of_path.setdefault(path, {})[file.src_uri] = file.page

    def all(self) -> None:
        """Write every page, several at once; the engine, which would make them too, finds each finished."""
        for composer in self._site.composers.values():
            composer.prepare()
        finished = self._jinja.from_string("made")
        held = workers.each(self._both, list(self._of_path.items()))
        for of_path, made in zip(self._of_path.values(), held, strict=True):
            for source, page in of_path.items():
                if source in self._site.generated:
                    self._site.ways.note(page, made[source])
                page.content, page.meta["template"] = "", finished
            self._site.finished |= made.keys()

    def forget(self) -> None:
        """Take every page as out of date: the data are others."""
        self._site.finished.clear()
        for held in self._of_path.values():
            for source, page in held.items():
                self._stale[page.file.dest_uri] = page
                page.update_date = self._site.day
                if told := self._site.generated.get(source):
                    page.meta = {key: value for key, value in page.meta.items() if key not in ("template", *pages.TOLD)}
                    page.meta |= pages.told(told)

    def again(self, path: str) -> None:
        """Write the page at a path below the site anew, if it is out of date."""
        if page := self._stale.get(path):
            source = page.file.src_uri
            if source in self._site.generated:
                self._site.ways.note(page, self._compose(page))
            else:
                _populate_page(page, self._config, self._files)  # as the engine did; it has no door to one page alone
            self._write(page, self._site.ways.made[source].text)
            del self._stale[path]

    def _both(self, held: tuple[str, dict[str, Any]]) -> _Made:
        """Write the pages of one path, and what one language says beside the other; return what they lead to."""
        path, of_path = held
        made = {source: self._site.ways.made.get(source) or self._compose(page) for source, page in of_path.items()}
        for source, page in of_path.items():
            self._write(page, made[source].text)
        if not self._site.serving:
            directory = self._config.use_directory_urls
            sides.write(Path(self._config.site_dir), path, made, directory=directory)
        return {source: replace(one, text="") for source, one in made.items()}

    def _write(self, page: Any, text: str) -> None:
        """Write a page with its frame, as the engine would."""
        plugins, nav = self._config.plugins, self._site.navs[page.file.src_uri.split("/")[0]]
        page.content, page.active = text, True
        context = get_context(nav, self._documents, self._config, page)
        context = plugins.on_page_context(context, page=page, config=self._config, nav=nav)
        html = self._jinja.get_template(page.meta.get("template", "main.html")).render(context)
        page.active = False
        html = plugins.on_post_page(html, page=page, config=self._config)
        write_file(html.encode(), page.file.abs_dest_path)

    def _compose(self, page: Any) -> Html:
        """Return a generated page: the macro's own text, which needs no Markdown parser."""
        site, source = self._site, page.file.src_uri
        made = site.composers[source.split("/")[0]].html(site.generated[source], site.outlet(page, self._config))
        page.toc = get_toc(made.headings)  # type: ignore[arg-type]  # the same keys, in a dict without a name
        return made
