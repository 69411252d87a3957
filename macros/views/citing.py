"""Citations: of a page or a source, as GB/T 7714, BibTeX and RIS. `features/cite.js` does the same for statements."""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.model.source import Source
from macros.views.places import title
from macros.views.reading import Reading

_TEX = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}",
    "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}  # fmt: skip
"""Sign → how LaTeX writes it; a brace alone would count, escaped or not."""
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C"})
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True)
class Entry:
    """What is cited; "" for what is not known of it. Nobody's name stands where none is known."""

    key: str
    """ASCII, for programs."""
    title: str
    publisher: str
    """Who answers for it; "" for a part of the handbook, which stands in `inside`."""
    inside: str
    """The work of which it is a part, with its version."""
    date: str
    """Of the data or of publication, as an ISO date."""
    read: str
    """On which it was read, as an ISO day; of the handbook the date of the data."""
    language: str
    address: str
    note: str = ""


def page_entry(reading: Reading, name: str, path: str, address: str) -> Entry:
    """Return what is cited of a page: `name` is its title, `path` its source, `address` where it was published."""
    labels, imprint = reading.labels, reading.dataset.imprint
    inside = f"{labels['site-name']}: {labels.fill('take-version', version=imprint.version)}"
    day = reading.dataset.data_date
    key = "-".join(["handbook", reading.language, *re.findall("[a-z0-9]+", path.removesuffix(".md"))])
    return Entry(key, name, "", inside, day, day, reading.language, address, labels["take-credit"])


def source_entry(reading: Reading, name: str) -> Entry:
    """Return what is cited of a source."""
    held = reading.dataset.whole.of(Source)[name]
    key = f"source-{name}"
    note = reading.labels["read-as-copy"] if held.copy_read else ""
    own, publisher = title(reading, f"source/{name}"), held.publisher[reading.language]
    return Entry(key, own, publisher, "", held.date or "", held.checked, held.language, held.url or "", note)


def gbt(one: Entry) -> str:
    """Return an entry as GB/T 7714—2015 has it for what is read on a screen.

    Without a name of who answers for it, it begins with the title; what has no address lies on a disk, or is of any
    other kind.
    """
    carrier = "EB/OL" if one.address else "EB/DK" if one.inside else "Z"
    head = f"{one.publisher}. {one.title}" if one.publisher else one.title
    body = f"{head}[{carrier}]" + (f"//{one.inside}" if one.inside else "")
    dates = (f"({one.date})" if one.date else "") + f"[{one.read}]"
    return _line(f"{body}. {dates}." + (f" {one.address}." if one.address else ""))


def bibtex(one: Entry) -> str:
    """Return an entry of BibTeX; double braces keep the title's capitals."""
    fields = {
        "title": f"{{{_tex(one.title)}}}",
        "howpublished": _tex(one.inside or one.publisher),
        "year": one.date[:4],
        "date": one.date,
        "url": one.address.translate(_IN_ADDRESS),
        "urldate": one.read,
        "langid": {"zh": "chinese", "en": "british"}.get(one.language, ""),
        "note": _tex(one.note),
    }
    lines = [f"  {name} = {{{_line(value)}}}," for name, value in fields.items() if value]
    return "\n".join([f"@misc{{{one.key},", *lines, "}"])


def ris(one: Entry) -> str:
    """Return an entry of RIS, in which each field is a line."""
    fields = [
        ("TY", "ELEC"), ("ID", one.key), ("TI", one.title), ("T2", one.inside), ("PB", one.publisher),
        ("PY", one.date[:4]), ("DA", one.date.replace("-", "/")), ("Y2", one.read.replace("-", "/")),
        ("LA", one.language), ("UR", one.address), ("N1", one.note),
    ]  # fmt: skip
    return "\n".join([*(f"{tag}  - {_line(value)}" for tag, value in fields if value), "ER  - "])


def _tex(text: str) -> str:
    return "".join(_TEX.get(sign, sign) for sign in text)


def _line(text: str) -> str:
    """Return a text on one line, in which no other field can begin."""
    return _SPACES.sub(" ", text).strip()
