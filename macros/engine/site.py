"""A build: generated pages, language trees, navigation and links for MkDocs.

Works on MkDocs objects only to hand over what the engine-free modules give.
"""

from __future__ import annotations

import functools
import gc
import importlib.metadata
import logging
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import mkdocs
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation

from macros import ending, output, workers
from macros.bundle.make import imprint
from macros.check import reporters
from macros.check.run import sound
from macros.engine import beside, editing, editions, exports, form, lists, macros, material, navigation, sides, tables
from macros.engine.beside import Part
from macros.engine.changed import Changed
from macros.engine.downloads import Downloads
from macros.engine.fresh import Fresh
from macros.engine.making import Making
from macros.engine.preview import Faulty
from macros.engine.ways import Ways
from macros.leftovers import is_left_over
from macros.load.dataset import Dataset
from macros.load.imprint import Imprint
from macros.load.selection import Edition, SelectionError, edition
from macros.load.settings import SettingError
from macros.model.label import Label
from macros.problems import DataProblemsError, Said
from macros.render import links, pages, policy, scripts, search, templates
from macros.render.html import Composer, Known, Outlet, Shelf
from macros.render.site_map import FOR_WHOLE
from macros.views import feed, permanent
from macros.views.browsers import supported
from macros.views.edition import stamp
from macros.views.reading import Reading
from macros.views.takeaway import reuse
from macros.wording import HTML_LANG, LANGUAGES, NAMES, Labels, date, spoken

log = logging.getLogger("mkdocs.handbook")

_WITHOUT_ADDRESS = (
    "SITE_URL is not set: 404.html, the page for wrong addresses, fits the root of a host alone, and the sitemap is "
    "empty; where the site goes into a folder of a host, set SITE_URL to its whole address, https://host/folder/"
)
"""A server gives that page at every depth, so nothing on it can be relative."""


class Site:
    """What one build knows."""

    def __init__(self, *, serving: bool, changed: Changed | None = None) -> None:
        self.serving = serving
        self.changed = changed or Changed()
        self.dataset: Dataset
        self.edition: Edition | None = None
        self.shelf = Shelf()
        self.downloads = Downloads()
        self.ways = Ways()
        self.finished: set[str] = set()
        """Source path with language of each page that stands in the site already."""
        self.left_out: frozenset[str] = frozenset()
        """Pages that the edition leaves out."""
        self.composers: dict[str, Composer] = {}
        self.known: Known = {}
        """What was made already, for this site and its bundles."""
        self.generated: dict[str, pages.Page] = {}
        """Source path with language → generated page."""
        self.navs: dict[str, Navigation] = {}
        self.guarded: set[Path] = set()
        """Pages with a content-security policy."""
        self.fresh: Fresh | None = None
        """Keeps a served site up to date."""
        self.making: Making
        self.imprint: Imprint
        self.edit: Callable[[str], str] | None = None
        """Path of a file in the project → address at which it is edited."""

    def on_config(self, config: Any) -> Any:
        """Hold settings to what they must be; what serve shows on the page, build stops at."""
        try:
            config.repo_url = editing.repository(config.repo_url) if config.repo_url else ""
            self.edit = editing.addresses(config.repo_url, Path(config.docs_dir).name, os.environ)
        except editing.SettingError as error:
            raise PluginError(error.said[spoken()]) from None
        held = config.plugins["macros"].config
        held["include_dir"] = str(_root(config) / held["include_dir"])  # which the plugin takes from where one stands
        if self.serving:
            held["on_error_fail"] = False
            logging.getLogger("mkdocs.plugins.mkdocs_macros").setLevel(logging.WARNING)  # it lists itself
        config.extra_javascript = _scripts(scripts.Use.EVERY)
        config.extra["scripts"] = _scripts(scripts.Use.FIRST)
        if config.extra["offline"]:  # pages that open by double-click
            config.use_directory_urls = False
        return config

    def on_pre_build(self, config: Any) -> Site | Faulty:
        """Stop with the list of problems before the old site is removed; return what makes the one to serve."""
        if (inside := output.within(_root(config), Path(config.site_dir))) in output.SOURCES:
            taken = Said(
                f"the site would take the place of the project's own files in {inside}/; name another",
                f"网站会占用项目自己的文件夹{inside}/；请换个地方",
            )
            raise PluginError(taken[spoken()])
        self.fresh = Fresh(self, config) if self.serving else None
        try:
            self.edition = edition()
            if editions.given:
                dataset, self.known = editions.given.dataset, editions.given.known
                told = dataset.imprint
            else:
                dataset = self.fresh.read() if self.fresh else sound(_root(config))
                told = imprint(_root(config))
        except (SelectionError, SettingError) as error:
            raise PluginError(error.said[spoken()]) from None
        except DataProblemsError as error:
            if self.serving:
                return Faulty(config, error.problems, self.changed)
            head = Said("the data has problems; nothing was written", "数据有问题；没有写入任何文件")[spoken()]
            raise PluginError(f"{head}\n{reporters.text(error.problems, spoken())}") from None
        known = self.edition or replace(told, version=_version())
        told = replace(told, version=known.version, commit=known.commit)
        formats = () if self.serving else exports.formats(self.edition, config.site_url or "")
        self.imprint = replace(told, address=config.site_url or "", formats=formats)
        if Downloads.are_wanted() and not self.serving and not self.edition:  # not while one is written or cut
            dataset = dataset.told(imprint=self.imprint)
            made = self.downloads.make(_root(config), dataset)
            dataset, self.known = dataset.told(downloads=made.downloads), made.common.known_to(dataset)
        self.take(dataset)
        config.extra["languages"] = self.dataset.languages
        if self.left_out:  # MkDocs would warn of links in hand-written pages, which become `links.cut` below
            config.validation.links.not_found = logging.INFO
        macros.shelf = self.shelf
        if not editions.given:  # whose process has done so, and goes on to the next
            gc.freeze()  # the data live to the end; to look through them again and again costs a tenth of the build
        return self

    def take(self, dataset: Dataset) -> None:
        """Take over a data set; pages that were made of another know nothing of it."""
        self.dataset = macros.dataset = dataset.told(imprint=self.imprint)
        if self.serving:
            self.changed.note(self.dataset)
        readings = [Reading(self.dataset, language) for language in self.dataset.languages]
        self.composers = macros.composers = {one.language: Composer(one, known=self.known) for one in readings}
        self.left_out = next(iter(self.composers.values())).left_out
        for language in self.dataset.languages:
            self.generated |= {f"{language}/{page.path}": page for page in pages.pages(self.dataset, language)}

    def on_files(self, files: Any, config: Any) -> Any:
        """Add the generated pages and the navigation of both languages."""
        others = tuple(f"{language}/" for language in LANGUAGES if language not in self.dataset.languages)
        for file in [file for file in files if file.src_uri.startswith(others) or _is_left_over(file)]:
            files.remove(file)
        for source, page in self.generated.items():
            language = source.split("/")[0]
            more: dict[str, object] = {"hide": ["navigation", "toc"]} if page.row.is_wide else {}
            more |= scripts.loads([page.row.macro], language, disk=not config.use_directory_urls)
            text = f"{pages.front_matter(page, render_macros=False, **more)}{page.call}\n"
            self.ways.warn_of_hidden_page(files, source)
            files.append(File.generated(config, source, content=text))
        config.nav = navigation.configured(self.dataset)
        return files

    @property
    def day(self) -> str:
        """The date of the data, or the first of its month or year."""
        return "-".join(f"{self.dataset.data_date}-01-01".split("-")[:3])

    def on_nav(self, nav: Any, files: Any) -> Any:
        """Split the navigation by language; take over the rendering of generated pages."""
        self.navs = navigation.split(nav)
        for source in self.generated:
            page = files.get_file_from_path(source).page
            page.render = functools.partial(self._render, page)
        for file in files.documentation_pages():  # stamped with the time of the build, but the data have a date
            file.page.update_date = self.day
        navigation.adopt(files, self.dataset)
        return nav

    @staticmethod
    def _render(page: Any, *_: Any) -> None:
        """Take the place of `Page.render` for generated pages, which are made when all pages are known."""
        page.content = ""

    def on_page_content(self, html: str, page: Any, config: Any) -> str:
        """Finish a page that was written by hand: put the blocks back that its macros gave, and resolve links."""
        source = page.file.src_uri
        language = source.split("/")[0]
        if language not in LANGUAGES or source in self.generated:
            return html
        made = self.composers[language].handwritten(self.shelf.restore(html), self.outlet(page, config))
        self.ways.handwritten[source] = page.title
        self.ways.note(page, made)
        page.meta |= scripts.loads(macros.called, language, disk=not config.use_directory_urls)
        macros.called.clear()
        return made.text

    def on_env(self, jinja: Any, files: Any, config: Any) -> Any:
        """Make every page of the languages, and warn of links that lead nowhere; strict builds stop at them."""
        root = files.get_file_from_path("index.md")
        jinja.policies["json.dumps_kwargs"] = templates.JSON
        jinja.bytecode_cache = templates.compiled(f"theme-{mkdocs.__version__}")
        words = [
            (language, HTML_LANG[language], Labels(self.dataset.of(Label), language))
            for language in self.dataset.languages
        ]
        jinja.globals["labelled"] = words  # for the page of wrong addresses, which is in no language
        twin = templates.never_compiled(lambda source: files.get_file_from_path(source).url_relative_to(root))
        jinja.filters["twin"] = twin
        self.making = Making(self, jinja, files, config)
        self.making.all()
        self.ways.warn_of_broken_links()
        self.ways.warn_of_lost_pages(files, [page.file.src_uri for nav in self.navs.values() for page in nav.pages])
        return jinja

    def on_page_context(self, context: Any, page: Any, config: Any) -> Any:
        """Give the theme the page's own language: navigation, switcher, name, search."""
        language = page.file.src_uri.split("/")[0]
        if language not in LANGUAGES or page.file.src_uri in self.finished:
            return context
        page.edit_url = self._edit_url(page.file.src_uri, config)
        labels = Labels(self.dataset.of(Label), language)
        context["nav"] = self.navs[language]
        context["t"] = labels
        context["browsers"] = supported(labels)
        context["reuse"] = reuse(Reading(self.dataset, language))
        if self._is_published(config):
            context["feed"] = feed.NAME
            named = self.composers[language].records_of_pages.get(page.file.src_uri.partition("/")[2])
            context["permanent"] = permanent.go(named) if named else ""
        if not self.serving and len(self.dataset.languages) > 1:
            context["both"] = self._scripts_of_both(page, config)
        if self._has_form():
            context["form"] = "../" * (page.url.count("/") - 1) + links.address(
                "edit.md", directory=config.use_directory_urls
            )
        context["data_date"] = date(language, self.dataset.data_date)
        if self.edition:
            context["cut"] = bool(set(self.left_out) - FOR_WHOLE)
            context["stamp"] = stamp(Reading(self.dataset, language), self.edition.version, self.edition.commit)
        context["base_url"] = f"{context['base_url']}/{language}/"  # scripts load the search index relative to this
        config.site_name = labels["site-name"]
        config.site_description = labels["site-description"]
        config.extra["alternate"] = [
            {"name": NAMES[other], "lang": HTML_LANG[other], "link": _twin(page, other)}
            for other in self.dataset.languages
        ]
        return context

    def _scripts_of_both(self, page: Any, config: Any) -> list[str]:
        """Return where the scripts with the words of the other language are: that of a page, those of its list."""
        source = page.file.src_uri
        language, _, path = source.partition("/")
        made = self.generated.get(source)
        others = self._of_list.get((language, made.row.macro), ()) if made and made.row.pages else ()
        up = "../" * (page.url.count("/") - 1)
        held = dict.fromkeys((path, *others))
        return [up + sides.name(one, directory=config.use_directory_urls) for one in held]

    @functools.cached_property
    def _of_list(self) -> dict[tuple[str, str], list[str]]:
        """Return language and macro → the paths of all pages that it makes, in order."""
        found: dict[tuple[str, str], list[str]] = {}
        for source, page in self.generated.items():
            found.setdefault((source.split("/")[0], page.row.macro), []).append(page.path)
        return found

    def _edit_url(self, source: str, config: Any) -> str | None:
        """Return where the file behind a page is edited; None where that may be any of a folder."""
        made = self.generated.get(source)
        path = made.data_file if made else f"{Path(config.docs_dir).name}/{source}"
        return self.edit(path) if self.edit and Path(path).suffix else None

    def on_post_page(self, html: str, page: Any, config: Any) -> str:
        """Make the page lighter, and give it its policy. While pages are served, a script in each reloads them."""
        self.guarded.add(Path(config.site_dir, page.file.dest_uri))
        if page.file.src_uri in self.finished:
            return Path(page.file.abs_dest_path).read_bytes().decode()
        html = material.page(html)
        if self.serving:
            language = page.file.src_uri.split("/")[0]
            labels = Labels(self.dataset.of(Label), language if language in LANGUAGES else LANGUAGES[0])
            return self.changed.marked(html, labels)
        return policy.guarded(html, disk=not config.use_directory_urls)

    def on_post_build(self, config: Any) -> None:
        """Write what stands beside the pages, and a redirect for every earlier id."""
        site = Path(config.site_dir)
        material.lighten(site / "assets")
        self.downloads.put(site)
        beside.redirects(self.generated, config)
        if not self.serving:
            beside.guard(self.guarded, config)
        for _ in workers.each(_write, list(self.beside(config))):
            pass
        if self.fresh:
            self.fresh.making = self.making
        if config.use_directory_urls and not config.site_url:
            log.info(_WITHOUT_ADDRESS)
        if not self.serving and not editions.given:
            ending.leave(self)

    def beside(self, config: Any) -> Iterator[Part]:
        """Yield what is written beside the pages, the longest first; no part reads what another writes."""
        directory, site = config.use_directory_urls, Path(config.site_dir)
        for composer in self.composers.values():
            yield Part((), functools.partial(exports.write, site, composer.reading, self.known))
        for language, composer in self.composers.items():
            reading = composer.reading
            if directory and not self.serving:  # nobody keeps the address of a folder opened from disk
                yield Part((), functools.partial(beside.permanent_links, reading, config))
            for name, one in ((scripts.FURTHER.format(list="*"), lists), (scripts.TABLES, tables)):
                write = functools.partial(one.write, site / language, composer, directory=directory)
                yield Part((f"{language}/{name}",), write)
            own = self._own_entries(language)
            write = functools.partial(material.write, site, reading, _version(), own, directory=directory)
            yield Part((f"{language}/search/*", *material.names(language)), write)
            write = functools.partial(self.downloads.put_outline, site, reading, self.known)
            yield Part((f"assets/outline-{language}.docx",), write)
            if self._has_form():
                name = f"assets/{scripts.FORM_ALONE.format(language=language)}"
                yield Part((name,), functools.partial(form.write_alone, site, reading))
            if self._is_published(config):
                yield Part((), functools.partial(beside.write_feed, reading, config))
        if self._has_form():
            write = functools.partial(form.write, site, self.dataset, self.edit, directory=directory)
            yield Part((f"assets/{scripts.FORM.format(name='*')}",), write)
        yield Part((), functools.partial(exports.write_whole, site, self.dataset))

    def outlet(self, page: Any, config: Any) -> Outlet:
        """Return how addresses are written on a page."""
        up = "../" * (page.url.count("/") - 1)  # to the language's root
        return Outlet(
            lambda target: up + links.address(target, directory=config.use_directory_urls) or "./",
            self.edit,
            f"{up}..",
            feed=up + feed.NAME if self._is_published(config) else "",
            headings_link=True,
            page=page.file.src_uri.partition("/")[2],
            whole=page.canonical_url or "",
        )

    def _has_form(self) -> bool:
        """Whether there is the form for editors: in a site, and in no edition that is handed out."""
        return not self.edition

    def _is_published(self, config: Any) -> bool:
        """Whether the address is known at which this build is to stand on a server."""
        return bool(config.site_url and config.use_directory_urls and not self.serving)

    def _own_entries(self, language: str) -> list[search.Entry]:
        return [
            entry
            for source, title in self.ways.handwritten.items()
            if source.startswith(f"{language}/")
            for entry in search.from_html(source.partition("/")[2], title, self.ways.made[source].text)
        ]


def _write(part: Part) -> None:
    part.write()


def _is_left_over(file: File) -> bool:
    return any(is_left_over(part) for part in Path(file.src_uri).parts if not part.startswith("."))


def _root(config: Any) -> Path:
    return Path(config.config_file_path).resolve().parent


def _scripts(use: scripts.Use) -> list[str]:
    return [f"assets/{name}" for name in scripts.addresses(scripts.used(use))]


def _version() -> str:
    """Return the handbook's version, as it was installed."""
    return importlib.metadata.version("smart-city-handbook")


def _twin(page: Any, language: str) -> str:
    rest = page.url.partition("/")[2]
    return f"{language}/{rest}"
