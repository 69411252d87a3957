"""What an editor offers and tells while somebody types, as the YAML language server has it from the schemas."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from macros.check.run import sound
from macros.edit import ids
from macros.load.dataset import Dataset
from macros.load.yaml_reader import Document
from macros.model.described import described
from macros.model.dimension import Dimension
from macros.model.json_schema import IDS
from macros.model.kinds import FILED, KINDS, TYPED, Kind
from macros.model.label import Label
from macros.model.statement import Fact
from macros.model.walk import references
from macros.problems import Keys
from tests.support.example import ROOT
from tests.support.language_server import LanguageServer
from tests.support.some import some

BESIDE = re.compile(r"((id|at|null)\b.*|-.*|\[\]|)", re.DOTALL)
"""Offers that stand beside ids: the keys of a source with its page, an item of a list, nothing."""
STATEMENT_FIELDS, RECORD_FIELDS = ("because", "facts", "fact"), ("see", "refs", "learn")
SHARED = (*STATEMENT_FIELDS, *RECORD_FIELDS, "sources", "searched")
"""Fields whose type is the same in all kinds; of these, two kinds are enough."""


class Place(NamedTuple):
    """A reference in a file."""

    kind: str
    """Of the record that holds it."""
    field: str
    path: str
    line: int
    column: int
    named: str
    """Kind and id of what it names."""


@pytest.fixture(scope="module")
def shipped() -> Dataset:
    """Return the data that readers see."""
    return sound(ROOT)


@pytest.fixture(scope="module")
def server(shipped: Dataset, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """Start a server for the shipped project, with the ids of today and every data file open."""
    root = tmp_path_factory.mktemp("project")
    for folder in ("data", ".vscode"):
        shutil.copytree(ROOT / folder, root / folder)
    (root / "data" / "schema" / IDS).write_text(ids.text(shipped), encoding="utf-8")
    with LanguageServer(root) as running:
        for path in paths():
            running.open(path, (ROOT / path).read_text(encoding="utf-8"))
        yield running


def paths() -> list[str]:
    """Return every data file."""
    return [file.relative_to(ROOT).as_posix() for file in sorted((ROOT / "data").rglob("*.yml"))]


def places(dataset: Dataset) -> Iterator[Place]:
    """Yield one reference for each kind of record and field that names others."""
    seen: dict[str, set[str]] = {}
    for owner, record in dataset.named():
        kind = owner.partition("/")[0]
        for keys, named in references(record):
            field = [key for key in keys if isinstance(key, str) and key != "id"][-1]
            kinds = seen.setdefault(field, set())
            if kind not in kinds and not (field in SHARED and len(kinds) > 1):
                kinds.add(kind)
                document, held = dataset.locations[owner]
                yield Place(kind, field, document.path, *value_at(document, (*held, *keys), field), named)


def value_at(document: Document, keys: Keys, field: str) -> tuple[int, int]:
    """Return line and column of a value; that of one without a list lies where its key does, before it."""
    line, column = document.at(keys)
    text = document.file.read_text(encoding="utf-8").splitlines()[line - 1]
    key = len(field) if text.startswith(f"{field}:", column - 1) else 0
    return line, text.index(document.written(keys), column - 1 + key) + 1


def known(dataset: Dataset, place: Place) -> set[str]:
    """Return every id that may stand in a place."""
    if place.field not in (*STATEMENT_FIELDS, *RECORD_FIELDS):
        return set(dataset[place.named.partition("/")[0]])
    records = {f"{kind.name}/{name}" for kind in KINDS if kind.can_be_named for name in dataset[kind.name]}
    facts = {ref for ref, one in dataset.statements.items() if "#" in ref and isinstance(one.statement, Fact)}
    return records | facts if place.field in STATEMENT_FIELDS else records


def test_sound_files_are_not_underlined(server: LanguageServer) -> None:
    assert {path: said for path in some(paths()) if (said := server.problems(path))} == {}


def test_every_reference_is_offered_what_it_may_name(server: LanguageServer, shipped: Dataset) -> None:
    """All of it, and nothing else: in a list, as a single value, in the sources of a fact."""
    for place in some(places(shipped), 50):
        offered = server.offers(place.path, place.line, place.column)
        named = {text for text in offered if not BESIDE.fullmatch(text)}
        assert sorted(named ^ known(shipped, place))[:5] == [], place


def test_an_offer_says_what_it_is_in_both_languages(server: LanguageServer, shipped: Dataset) -> None:
    domain, city = shipped["domain"]["livelihood"].title, shipped["city"]["london"].name
    for field, name, text in (("domains", "livelihood", domain), ("see", "city/london", city)):
        place = next(one for one in places(shipped) if one.kind == "city" and one.field == field)
        offer = server.offers(place.path, place.line, place.column)[name]
        assert offer["documentation"] == f"{text.zh}\n\n{text.en}"


def test_questions_and_their_codes_are_offered(server: LanguageServer, shipped: Dataset) -> None:
    """Each question its own codes, in an answer by itself and in a list of answers."""
    questions = shipped.of(Dimension)
    server.open("data/cities/questions.yml", text := f"{HEAD}facts:\n  o\n")
    keys = {one.partition(":")[0] for one in server.offers("data/cities/questions.yml", *end(text))}
    assert keys - {"${1"} == {*questions}  # any other key may stand there too
    for name, question in some(questions.items()):
        for n, form in enumerate(("", "- ")):
            path = f"data/cities/{name}-{n}.yml"
            server.open(path, text := f"{HEAD}facts:\n  {name}:\n    {form}code: \n")
            offers = server.offers(path, *end(text))
            assert {one for one in offers if one.strip("[]\n ")} == {*question.codes}, name
            for code in question.codes:
                assert question.codes[code].counts.zh in offers[code]["documentation"]
                assert question.codes[code].counts.en in offers[code]["documentation"]


HEAD = "# yaml-language-server: $schema=../schema/city.json\n"


def end(text: str) -> tuple[int, int]:
    """Return line and column of the end of a text, before its last line break."""
    return text.count("\n"), len(text.splitlines()[-1]) + 1


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("see: [city/lon", ""),
        ("areas:\n- measures:\n  - domains: [live", "domain"),
        ("areas:\n- measures:\n  - lessons:\n    - live", "lesson"),
        ("sections:\n  results:\n  - text: {zh: 甲, en: A}\n    sources: [lon", "source"),
        ("sections:\n  results:\n  - text: {zh: 甲, en: A}\n    sources:\n    - lon-", "source"),
        ("sections:\n  results:\n  - text: {zh: 甲, en: A}\n    sources:\n    - id: ", "source"),
    ],
)
def test_ids_are_offered_while_one_is_being_typed(
    server: LanguageServer, shipped: Dataset, written: str, kind: str
) -> None:
    """What stands there is no id yet."""
    path = "data/cities/typed.yml"
    server.open(path, (text := f"{HEAD}{written}") + ("]\n" if "[" in written else "\n"))
    offered = {one for one in server.offers(path, *end(f"{text}\n")) if not BESIDE.fullmatch(one)}

    assert offered == {*some(shipped[kind])} if kind else offered >= {f"city/{name}" for name in some(shipped["city"])}


def test_a_key_is_completed_with_nothing_that_says_nothing(server: LanguageServer) -> None:
    """No `null` and no empty list: what is not written is not there."""
    server.open("data/cities/keys.yml", HEAD + "\n")
    written = [
        one for one in server.offers("data/cities/keys.yml", 2, 1) if one.startswith(("see:", "region:", "areas:"))
    ]

    assert len(written) == 3
    assert [one for one in written if "null" in one or "[]" in one] == []


@pytest.mark.parametrize(
    ("written", "family"),
    [
        ("region: ", "region-"),
        ("sections:\n  results:\n    - view: {zh: 甲, en: A}\n      kind: ", "view-"),
        ("sections:\n  results:\n    - value: 3\n      unit: ", "unit-"),
        ("sections:\n  results:\n    - value: 3\n      basis: ", "number-basis-"),
        ("profile:\n  tier: ", "city-tier-"),
    ],
)
def test_words_are_offered_as_readers_see_them(
    server: LanguageServer, shipped: Dataset, written: str, family: str
) -> None:
    path = f"data/cities/words-{family}.yml"
    server.open(path, text := f"{HEAD}{written}\n")
    offers = server.offers(path, *end(text))
    labels = {name.removeprefix(family): one for name, one in shipped.of(Label).items() if name.startswith(family)}

    assert {*some(offers)} - {"null"} == {*labels}
    for name, label in labels.items():
        assert offers[name]["documentation"] == "\n\n".join(dict.fromkeys((label.zh, label.en)))


@pytest.mark.parametrize("kind", TYPED, ids=lambda kind: kind.name)
def test_a_key_is_explained_in_both_languages(server: LanguageServer, shipped: Dataset, kind: Kind) -> None:
    key, told = next(
        (info.alias or name, described(info.description))
        for name, info in kind.type.model_fields.items()
        if info.description and info.is_required()
    )
    name = next(iter(shipped[kind.name]))
    document, keys = shipped.locations[f"{kind.name}/{name}" if name else kind.name]
    lines = document.file.read_text(encoding="utf-8").splitlines()
    line = key_line(lines, document.at((*keys, key))[0], key)
    shown = server.hover(document.path, line, lines[line - 1].index(f"{key}:") + 2)
    plain = re.sub(r"\\(.)", r"\1", shown)

    assert told.zh in plain
    assert told.en in plain


def key_line(lines: list[str], line: int, key: str) -> int:
    """Return the line of a key whose value begins in a line: that or one above."""
    return next(n for n in range(line, 0, -1) if re.search(rf"\b{key}:", lines[n - 1]))


def test_an_id_in_the_data_is_explained_in_both_languages(server: LanguageServer, shipped: Dataset) -> None:
    """A question by its key, a code, a record of a kind that has few."""
    question, domain = shipped.of(Dimension)["outcome"], shipped["domain"]["livelihood"]
    path = "data/cities/explained.yml"
    lines = "facts:\n  outcome:\n    code: running\nareas:\n- measures:\n  - domains: [livelihood]\n"
    server.open(path, HEAD + lines)

    for line, column, told in ((3, 4, question.help), (4, 12, question.codes["running"].counts), (7, 18, domain.title)):
        shown = server.hover(path, line, column)
        assert told.zh in shown
        assert told.en in shown


@pytest.mark.parametrize("kind", FILED, ids=lambda kind: kind.name)
def test_a_wrong_key_is_underlined(server: LanguageServer, kind: Kind) -> None:
    """In a file that names no schema too: the settings of the project know where each kind lies."""
    path = f"data/{kind.folder}/wrong-key.yml" if kind.folder else f"data/{kind.place}"
    server.open(path, "wrong:\n  unheard-of: 1\n" if kind.layout == "entries" else "unheard-of: 1\n")

    assert [one for one in server.problems(path) if "unheard-of" in one] != []


def test_an_id_that_is_newer_than_the_offers_is_not_underlined(server: LanguageServer) -> None:
    """Whether there is such a record is for the check to say."""
    london = (ROOT / "data" / "cities" / "london.yml").read_text(encoding="utf-8")
    server.open(
        "data/cities/newer.yml", re.sub(r"\blondon-(\d+)\b", r"newer-\1", london).replace("livelihood", "later")
    )

    assert server.problems("data/cities/newer.yml") == []


def test_editors_know_where_each_kind_lies() -> None:
    """The settings of the project name all kinds, and nothing is asked of the web."""
    settings = json.loads((ROOT / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    lies = {}
    for kind in FILED:
        held = [f"data/{kind.place}"] if kind.layout != "files" else []
        held += [f"data/{kind.folder}/*.yml"] if kind.folder else []
        lies[f"data/schema/{kind.schema}.json"] = held[0] if len(held) == 1 else held

    assert settings["yaml.schemas"] == lies
    assert (settings["yaml.schemaStore.enable"], settings["yaml.kubernetesCRDStore.enable"]) == (False, False)


def test_a_container_has_the_extensions_that_are_recommended() -> None:
    container = json.loads((ROOT / ".devcontainer" / "devcontainer.json").read_text(encoding="utf-8"))
    recommended = json.loads((ROOT / ".vscode" / "extensions.json").read_text(encoding="utf-8"))["recommendations"]

    assert container["customizations"]["vscode"]["extensions"] == some(recommended)
