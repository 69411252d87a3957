"""The page on how the evidence stands, against a count that knows nothing of the model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from macros.check.run import check
from macros.load.dataset import REVIEW_AFTER, Dataset
from macros.load.loader import load
from macros.model.label import Label
from macros.model.statement import AGAINST_ARTICLE, SUPPORTS, VIEW
from macros.render.macros import evidence as evidence_block
from macros.views import evidence, toolkits
from macros.views.reading import Reading
from macros.wording import LANGUAGES
from tests.support import example
from tests.support.some import some

FOLDERS = {"cities": "city", "lessons": "lesson", "implications": "implication", "paths": "path", "systems": "system",
           "domains": "domain"}  # fmt: skip
BEST = ("primary", "secondary", "weak", "article")
OLD = example.TESTS / "data" / "invalid" / "review-due"
"""Three statements that are due for another look: two of a city, one of the context."""


def plain(file: Path) -> Any:
    """Return what a file holds, without types."""
    return yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506


def statements(value: Any) -> Iterator[dict[str, Any]]:
    """Yield every fact and view: a mapping that cites, rests on something or says that nothing was found."""
    if isinstance(value, dict) and value.keys() & {"sources", "because", "not_found"} and "amount" not in value:
        yield value
    elif isinstance(value, dict | list):
        for held in value.values() if isinstance(value, dict) else value:
            yield from statements(held)


def by_record(root: Path) -> dict[str, list[dict[str, Any]]]:
    """Return the statements of each record."""
    found = {
        f"{kind}.{file.stem}": list(statements(plain(file)))
        for folder, kind in FOLDERS.items()
        for file in (root / "data" / folder).glob("*.yml")
    }
    found |= {
        name: list(statements(plain(root / "data" / f"{name}.yml")))
        for name in ("schedule", "relations", "context", "first-days")
    }
    for kind, file in (("conflict", "conflicts"), ("indicator", "indicators")):
        entries = plain(root / "data" / f"{file}.yml")
        found |= {f"{kind}.{name}": list(statements(held)) for name, held in entries.items()}
    for kind, file in (("finding", "findings"), ("duty", "duties"), ("instrument", "instruments")):
        found[kind] = list(statements(plain(root / "data" / f"{file}.yml")))  # each record is one fact
    return found


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the example project with old statements."""
    return example.make(tmp_path_factory.mktemp("trust") / "project", OLD)


@pytest.fixture(scope="module")
def old(root: Path) -> Dataset:
    """Return its data set; the rule warns of the old statements, and of nothing else."""
    project, problems = check(root)
    assert {problem.rule for problem in problems} == {"review-due"}
    return project.dataset


def support(one: dict[str, Any], kinds: dict[str, str]) -> str:
    """Return how good the evidence of a plain statement is."""
    if "because" in one:
        return "view"
    if "not_found" in one:
        return "not-found"
    cited = [kinds[name if isinstance(name, str) else name["id"]] for name in one.get("sources", [])]
    return "absent" if one.get("absent") == "true" else min(cited, key=BEST.index, default="article")


@pytest.mark.parametrize("language", LANGUAGES)
def test_counts(language: str, root: Path, old: Dataset) -> None:
    """Each record's numbers and the totals are those of the files; uses count nowhere."""
    kinds = {name: held["kind"] for name, held in plain(root / "data" / "sources.yml").items()}
    counted = by_record(root)
    view = evidence.evidence(Reading(old, language))
    found = {row.id: row.numbers for row in view.rows}
    plainly = {name: Counter(support(one, kinds) for one in held) for name, held in counted.items() if held}

    assert found == {name: tuple(numbers[one] for one in (*SUPPORTS, VIEW)) for name, numbers in plainly.items()}
    assert all(one.number for one in view.totals), "the example has every support"
    assert [one.number for one in view.totals] == [
        sum(held) for held in zip(*(row.numbers for row in view.rows), strict=True)
    ]
    assert all(row.total == sum(row.numbers) for row in view.rows)
    assert view.total == sum(one.number for one in view.totals) == sum(map(len, counted.values()))
    assert view.rows_more == 0
    assert [sum(held) for held in zip(*(one.numbers for one in view.languages), strict=True)] == [
        one.number for one in view.totals[:3]
    ]


def test_what_the_article_speaks_of_is_counted(root: Path, old: Dataset) -> None:
    standings = Counter(one.get("article") for held in by_record(root).values() for one in held)
    view = evidence.evidence(Reading(old, "en"))

    assert view.article == tuple(
        (old.of(Label)[f"article-{one}"]["en"], standings[one]) for one in AGAINST_ARTICLE if standings[one]
    )
    assert some(view.article)
    assert [link.href for link in view.weak] == ["cities/northport.md"]


def test_every_correction_is_listed_with_what_the_article_said(tmp_path: Path) -> None:
    """Those of findings too, which are one statement each; nothing has to be unfolded for it."""
    project = example.make(tmp_path / "project")
    file = project / "data" / "findings.yml"
    name, finding = next(iter(plain(file).items()))
    finding |= {"article": "contradicts", "said": {"zh": "没有研究。", "en": "Nobody looked."}}
    file.write_text(yaml.dump({name: finding}, allow_unicode=True), encoding="utf-8")
    reading = Reading(example.load(project), "en")
    view = evidence.evidence(reading)
    page = evidence_block(reading).partition("{: #article }")[2].partition("{: #")[0]

    assert dict(view.article)["corrects the 2020 article"] == len(some(view.errors, 3))
    assert f"finding/{name}" in {one.statement.ref for one in view.errors}
    for one in view.errors:
        assert re.search(f"</strong>{one.said}</p>", re.sub("(?s)<details.*?</details>", "", page))


def test_due(old: Dataset) -> None:
    """What the rule warns of is listed by record, the policy context too; exactly the limit is not beyond it."""
    view = evidence.evidence(Reading(old, "en"))

    assert REVIEW_AFTER == 18
    assert [(link.href, number) for link, number in view.due] == [
        ("cities/eastham.md", 2),
        ("planning/index.md#context", 1),
    ]
    assert "cities/eastham.md" in evidence_block(Reading(old, "en")).partition("{: #due }")[2]


def test_nothing_is_due_in_fresh_data(dataset: Dataset) -> None:
    """The page says so rather than showing an empty list."""
    due = evidence_block(Reading(dataset, "en")).partition("{: #due }")[2].partition("## ")[0]

    assert evidence.evidence(Reading(dataset, "en")).due == ()
    assert dataset.of(Label)["evidence-none-due"]["en"] in due


def test_long_table(tmp_path: Path) -> None:
    """The table stops at the limit and says how many records it leaves out; the totals hold for all."""
    project = example.make(tmp_path / "project")
    city = (project / "data" / "cities" / "southbay.yml").read_text(encoding="utf-8")
    for number in range(80):
        (project / "data" / "cities" / f"bay-{number}.yml").write_text(
            city.replace("order: 2", f"order: {number + 3}"), encoding="utf-8"
        )
    before, view = (
        evidence.evidence(Reading(example.load(one), "zh")) for one in (example.make(tmp_path / "a"), project)
    )

    assert len(view.rows) == 80
    assert view.rows_more == len(before.rows)
    assert view.total == before.total + 4 * 80


def test_no_row_is_left_out_for_its_own_sake(tmp_path: Path) -> None:
    """A table that is little longer than the limit stands there whole."""
    project = example.make(tmp_path / "project")
    before = len(evidence.evidence(Reading(example.load(project), "en")).rows)
    city = (project / "data" / "cities" / "southbay.yml").read_text(encoding="utf-8")
    for number in range(81 - before):
        text = city.replace("order: 2", f"order: {number + 3}")
        (project / "data" / "cities" / f"bay-{number}.yml").write_text(text, encoding="utf-8")
    view = evidence.evidence(Reading(example.load(project), "en"))

    assert (len(view.rows), view.rows_more) == (81, 0)


def test_long_lists(tmp_path: Path) -> None:
    """No more records than in the table are listed that rest on weak sources alone, or are due for another look."""
    project = example.make(tmp_path / "project")
    sound = "            sources: [port-2]\n"
    city = (project / "data" / "cities" / "southbay.yml").read_text(encoding="utf-8")
    for number in range(81):
        text = city.replace(sound, "            sources: [port-3]\n            checked: 2024-01\n")
        (project / "data" / "cities" / f"bay-{number}.yml").write_text(text, encoding="utf-8")
    view = evidence.evidence(Reading(load(project)[0], "zh"))

    assert {one.id: one.number for one in view.totals}["weak"] == 82
    assert (len(view.weak), len(view.due)) == (80, 80)


def test_toolkits(dataset: Dataset) -> None:
    """Every toolkit has a cell for every feature; what is not said is not known."""
    view = toolkits.toolkits(Reading(dataset, "en"))
    offers = {row.id: [offer for _, offer, _ in row.features] for row in view.rows}

    assert [feature for feature, _ in view.features] == ["cases", "comparison", "checklist", "assessment", "offline"]
    assert offers == {
        "harbour-kit": ["yes", "partly", "no", "unknown", "yes"],
        "tide-index": ["unknown", "unknown", "unknown", "yes", "unknown"],
    }
