"""The form for editors as one file, which opens by double-click and asks for nothing."""

from __future__ import annotations

from dataclasses import dataclass

from macros.bundle import alone
from macros.edit import form
from macros.render import scripts
from macros.render.templates import render
from macros.views import shell
from macros.views.browsers import supported
from macros.views.edition import stamp
from macros.views.reading import Reading
from macros.wording import HTML_LANG

_STYLES = (scripts.EVERY_PAGE, "form.css", "single.css")
_SCRIPTS = tuple(one for one in scripts.TABLE if one.path in ("core/dom.js", "features/form.js"))


@dataclass(frozen=True)
class FormPage(shell.Alone):
    """The page."""

    stamp: str
    """Version and date of the data that it holds."""
    browsers: str
    """Those in which its scripts work, in words."""


def page(reading: Reading) -> str:
    """Return a page with the form in one language, and all records."""
    records = "".join(text for _, text in form.records(reading.dataset))
    held = (shell.inert(form.known(reading)), shell.inert(records), *alone.texts(_SCRIPTS))
    imprint = reading.dataset.imprint
    view = FormPage(
        f"{reading.labels['form']} · {reading.labels['site-name']}", HTML_LANG[reading.language], alone.styles(_STYLES),
        tuple(map(shell.script, alone.texts(scripts.used(scripts.Use.TOP)))), tuple(map(shell.script, held)),
        stamp(reading, imprint.version, imprint.commit), supported(reading.labels),
    )  # fmt: skip
    return render("form-page.html.j2", view, reading.labels) + "\n"
