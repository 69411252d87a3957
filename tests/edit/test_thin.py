"""Where the example project is thin, as `handbook report` tells it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from macros.cli import main
from macros.edit import query
from macros.edit.conditions import conditions
from macros.edit.thin import SECTIONS
from macros.views.reading import Reading
from tests.support.example import load, make
from tests.support.some import some


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return make(tmp_path)


def ask(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["report", "--root", str(project), "--lang", "en", *arguments])


def found(project: Path, section: str) -> list[dict[str, Any]]:
    held: dict[str, list[dict[str, Any]]] = json.loads(ask(project, section, "--format", "json").stdout)
    assert list(held) == [section]
    return held[section]


def edit(project: Path, path: str, old: str, new: str) -> None:
    file = project / "data" / path
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_a_place_is_named_with_its_line(project: Path) -> None:
    """Of a measure too, which stands inside its city."""
    for one in some(found(project, "unused") + found(project, "weak"), 3):
        lines = (project / one["path"]).read_text(encoding="utf-8").splitlines()
        own = one["ref"].rpartition("#")[2].rpartition("/")[2].rpartition(".")[2]
        near = "\n".join(lines[max(0, one["line"] - 2) : one["line"] + 1])
        assert own in near, one


def test_a_record_is_unused_until_another_names_it(project: Path) -> None:
    assert "duty/keep-records" in [one["ref"] for one in found(project, "unused")]

    edit(project, "findings.yml", "see: [", "see: [duty/keep-records, ")

    assert "duty/keep-records" not in [one["ref"] for one in found(project, "unused")]


def test_a_term_is_unmet_until_both_languages_have_it(project: Path) -> None:
    """In whatever form and letters; a longer word that contains it is another."""
    term = 'tidal-wheel:\n  term: {zh: "潮轮", en: "tide wheel"}\n  basis: unverified\n  also: {en: ["tidal wheel"]}\n'
    with (project / "data" / "glossary.yml").open("a", encoding="utf-8") as file:
        file.write(term)
    assert [one["told"] for one in found(project, "unmet")] == [{"en": "潮轮, tide wheel", "zh": "潮轮、tide wheel"}]

    edit(project, "findings.yml", "三十年的", "三十年的潮轮")
    edit(project, "findings.yml", "In thirty", "Of tidewheels, in thirty")
    assert [one["told"]["en"] for one in found(project, "unmet")] == ["tide wheel"]

    edit(project, "findings.yml", "tidewheels", "a Tidal wheel")
    assert found(project, "unmet") == []


def test_questions_that_nobody_looked_into_are_told_by_city(project: Path) -> None:
    """Looked for in vain is an answer."""
    (before,) = found(project, "unanswered")
    assert (before["ref"], before["told"]["en"]) == ("city/southbay", "Population, Pillars, Partners")

    edit(
        project,
        "cities/southbay.yml",
        "\nfacts:\n",
        "\nfacts:\n  people:\n    not_found: true\n    searched: [port-2]\n",
    )

    assert [one["told"]["en"] for one in found(project, "unanswered")] == ["Pillars, Partners"]


def test_facts_on_one_source_are_those_that_a_query_lists(project: Path) -> None:
    rows = query.rows(Reading(load(project), "en"), "fact")
    for support in ("weak", "article"):
        asked = query.chosen(rows, conditions(f"support={support}"), "en")
        alone = some(row["ref"] for row in asked if len(row["sources"]) == 1)
        assert [one["ref"] for one in found(project, support)] == alone


def test_a_fact_on_two_weak_sources_is_not_told(project: Path) -> None:
    assert [one["ref"] for one in found(project, "weak")] == ["city/northport#gauges-2"]

    another = (
        'port-another:\n  title: "Again on the quay"\n  language: en\n  publisher: {zh: "一位博主", en: "A blogger"}\n'
        "  kind: weak\n  checked: 2026-11-02\n"
    )
    with (project / "data" / "sources.yml").open("a", encoding="utf-8") as file:
        file.write(another)
    edit(
        project,
        "cities/northport.yml",
        'sources: [port-3]\n            note: {zh: "只见',
        'sources: [port-3, port-another]\n            note: {zh: "只见',
    )

    assert found(project, "weak") == []


def test_what_few_cities_do_is_told_with_their_number(project: Path) -> None:
    told = {one["ref"]: one["told"]["en"] for one in found(project, "uncovered")}

    assert told["system/water"] == "Water system: cities with measures: 1"
    assert told["lesson/water"] == "Look at the water first: cities with measures: 2"


def test_what_a_city_lacks_is_told(project: Path) -> None:
    assert "a region" in [one["told"]["en"] for one in found(project, "incomplete") if one["ref"] == "city/northport"]

    edit(project, "cities/northport.yml", "\nfacts:\n", "\nregion: europe\nfacts:\n")

    assert [one for one in found(project, "incomplete") if one["ref"] == "city/northport"] == []


@pytest.mark.parametrize("language", ["zh", "en"])
def test_a_person_reads_all_sections_with_their_numbers(project: Path, language: str) -> None:
    text = ask(project, "--lang", language).stdout.splitlines()
    listed = ask(project, "--lang", language, "--format", "markdown").stdout.splitlines()
    heads = [line for line in some(text) if not line.startswith("  ")]

    assert [head.rpartition("：" if language == "zh" else ": ")[0] for head in heads] == [
        one[language] for one, _ in SECTIONS.values()
    ]
    assert [line.removeprefix("### ") for line in listed if line.startswith("### ")] == heads
    assert len([line for line in listed if line.startswith("- [ ] ")]) == len(text) - len(heads)


def test_markdown_shows_words_as_they_are(project: Path) -> None:
    """And stays within what an issue holds."""
    with (project / "data" / "glossary.yml").open("a", encoding="utf-8") as file:
        for n in range(50):
            file.write(f'many-{n}:\n  term: {{zh: "甲{n}乙", en: "[x](y) {n}"}}\n  basis: unverified\n')
    said = ask(project, "unmet", "--format", "markdown").stdout

    assert r"\[x\](y) 0" in said
    assert said.rstrip().endswith("- 10 more: `handbook report unmet`")


def test_slips_are_answered_and_faulty_data_told_of(project: Path) -> None:
    wrong = ask(project, "wek")
    assert (wrong.exit_code, "there is no section 'wek'. Did you mean 'weak'?" in wrong.stderr) == (2, True)

    (project / "data" / "glossary.yml").write_text("x: [\n", encoding="utf-8")
    faulty = ask(project)
    assert (faulty.exit_code, "data/glossary.yml:" in faulty.stdout) == (1, True)
