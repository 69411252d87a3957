"""What the pages of a build hold and lead to; strict builds stop at the warnings given here."""

from __future__ import annotations

import logging
from typing import Any

from macros.render import links
from macros.render.html import Html

log = logging.getLogger("mkdocs.handbook")


class Ways:
    """Every page by its source path with language, as it was put together."""

    def __init__(self) -> None:
        self.made: dict[str, Html] = {}
        self.handwritten: dict[str, str] = {}
        """Source path with language → title of each page that is not generated."""

    def note(self, page: Any, made: Html) -> None:
        """Keep what a page holds, and tell MkDocs which anchors it has, those in blocks of HTML too."""
        self.made[page.file.src_uri] = made
        known = page.present_anchor_ids = set(made.anchors)
        twice = [one for one in known if made.anchors.count(one) > 1] if len(made.anchors) != len(known) else ()
        for anchor in sorted(twice):
            log.warning(f"{page.file.src_uri}: the anchor '{anchor}' stands twice")

    def warn_of_hidden_page(self, files: Any, source: str) -> None:
        """Warn of a page written by hand at the place of a generated one, which takes it."""
        if files.get_file_from_path(source):
            log.warning(f"content/{source} is never shown: the site makes a page of that name; rename it")

    def warn_of_broken_links(self) -> None:
        """Warn of links in blocks that lead nowhere."""
        for source, made in self.made.items():
            language = source.split("/")[0]
            for target, anchor in sorted(made.targets):
                found = self.made.get(f"{language}/{target}")
                if found is None:
                    log.warning(f"{source} links to {target}, which does not exist")
                elif anchor and anchor not in found.anchors:
                    log.warning(f"{source} links to {target}#{anchor}; the page has no such anchor")

    def warn_of_lost_pages(self, files: Any, listed: list[str]) -> None:
        """Warn of pages that readers cannot come to: neither the navigation, which has `listed`, nor a link."""
        pages = {file.url: file.src_uri for file in files.documentation_pages()}
        leads: dict[str, set[str]] = {}
        for source, made in self.made.items():
            language = source.split("/")[0]
            leads[source] = {f"{language}/{target}" for target, _ in made.targets}
            if source in self.handwritten:  # whose links the engine has resolved
                leads[source] |= links.followed(made.text, files.get_file_from_path(source).url, pages)
        for source in links.unreached(listed, leads):
            log.warning(f"nothing leads to {source}; give it a row in the map of the site, or link to it")
