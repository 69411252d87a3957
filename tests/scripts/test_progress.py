"""Records of what a group has answered: read from any file, joined in any order, written so that they can be read."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.support.example import TESTS
from tests.support.scripts import run
from tests.support.some import some

CASES = TESTS / "data" / "progress"
ALL = [file.name for file in some(CASES.glob("*.json"), 18)]
ITEM = "path.goals.position"
FILES = """
const { readFile } = require('fs').promises;
const bytes = async name => readFile(`${folder}/${name}`);
const reading = async name => handbook.readFile(new Blob([await bytes(name)]));
const record = async name => (await reading(name)).record;
const plain = one => [...handbook.kinds.flatMap(kind => [...one[kind]].sort()), one.group, one.named, one.saved,
  one.ids, [...one.known].sort()];
const same = (one, other) => JSON.stringify(plain(one)) === JSON.stringify(plain(other));
"""


def ask(code: str, **given: Any) -> Any:
    """Run code that finds the sample files."""
    return run(f"{FILES} return (async () => {{ {code} }})();", folder=str(CASES), **given)


def read(name: str) -> Any:
    """Return group, items and ratings of a sample file, and what is said of it."""
    code = "const { record, faults } = await reading(name); return [record.group, [...record.items], faults];"
    return ask(code, name=name)


def joined(*names: str) -> Any:
    """Return the entries that stand when sample files are joined."""
    code = """let held = await record(names[0]);
    for (const name of names.slice(1)) held = handbook.join(held, await record(name));
    return [...held.items, ...held.ratings].map(([, entry]) => entry);"""
    return ask(code, names=names)


@pytest.mark.parametrize("name", ["date-impossible.json", "date-zero.json", "date-30-february.json"])
def test_an_impossible_date_costs_that_date(name: str) -> None:
    group, [[item, entry]], faults = read(name)
    typed = json.loads((CASES / name).read_text(encoding="utf-8"))["items"][ITEM]["date"]

    assert (group, item, entry["state"], entry["date"]) == ("B", ITEM, "done", "")
    assert len(faults) == 1
    assert typed in faults[0]
    assert f"{ITEM}: date" in faults[0]


def test_a_year_of_six_digits_costs_that_date() -> None:
    group, items, faults = read("year-of-six-digits.json")
    entries = dict(items)

    assert group == "甲组"
    assert entries[ITEM]["note"] == "一个小时的讨论结果"
    assert (entries["path.goals.trends"]["state"], entries["path.goals.trends"]["date"]) == ("done", "")
    assert len(faults) == 1
    assert "120105-02-02" in faults[0]


def test_another_encoding_is_read_and_told() -> None:
    group, [[_, entry]], faults = read("saved-as-gbk.json")

    assert (group, entry["note"]) == ("规划组", "公开目录没有更新频率")
    assert [fault for fault in faults if "GB18030" in fault] == faults != []


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_what_editors_of_text_make_of_a_file_is_read(encoding: str) -> None:
    text = (CASES / "year-of-six-digits.json").read_text(encoding="utf-8")
    code = "return (await handbook.readFile(new Blob([new Uint8Array(bytes)]))).record.group;"

    assert run(code, bytes=list(text.encode(encoding))) == "甲组"


def test_an_unknown_encoding_is_refused() -> None:
    code = """try { await handbook.readFile(new Blob([new Uint8Array([0x7b, 0xff, 0xff, 0x7d])])); return ''; }
    catch (error) { return error instanceof handbook.Refused && error.message; }"""

    assert "UTF-8" in run(code)


def test_a_file_that_cannot_be_read_is_refused_with_words() -> None:
    """A stick that was pulled is no fault of ours, and no silence."""
    code = """const gone = { size: 9, arrayBuffer: () => Promise.reject(new DOMException('', 'NotReadableError')) };
    try { await handbook.readFile(gone); return ''; } catch (error) { return error.message; }"""

    assert "could not be read" in run(code)


def test_newest_answers_stand_and_others_are_named() -> None:
    [entry] = joined("older-done.json", "newer-under-way.json")
    found = ask("return handbook.differences([await record('older-done.json'), await record('newer-under-way.json')]);")

    assert (entry["state"], entry["owner"]) == ("under-way", "Data office")
    assert {one["field"]: [answer["value"] for answer in one["answers"]] for one in found} == {
        "state": ["under-way", "done"], "owner": ["Data office", "Planning office"],
    }  # fmt: skip


def test_answers_of_one_entry_are_joined_one_by_one() -> None:
    """A tick on one device does not beat an earlier note on another; only the same field is answered anew."""
    code = """const begun = handbook.begin('A');
    const noted = handbook.changed(begun, 'items', item, { note: 'kept' });
    await new Promise(then => setTimeout(then, 5));
    const ticked = handbook.changed(begun, 'items', item, { state: 'done' });
    const { state, note } = handbook.join(ticked, noted).items.get(item);
    return [state, note, handbook.differences([ticked, noted])];"""

    assert run(code, item=ITEM) == ["done", "kept", []]


def test_what_was_withdrawn_stays_away() -> None:
    """A note, its mark and a level that were taken back do not return; a corrected note stands once."""
    [note] = joined("note-for-editors.json", "note-withdrawn.json")
    [corrected] = joined("note-corrected.json", "note-misspelt.json")
    [level] = joined("rating-two.json", "rating-withdrawn.json")

    assert (note["note"], note["forEditors"]) == ("", False)
    assert corrected["note"] == "budget 3 million"
    assert level["level"] == 0


def test_joining_knows_no_order() -> None:
    """Whatever comes first, in whatever brackets and however often: the same is joined."""
    code = """
    const records = await Promise.all(names.map(record));
    const { join } = handbook;
    const faults = [];
    for (const a of records) {
      if (!same(join(a, a), a)) faults.push('idempotent');
      for (const b of records) {
        if (!same(join(a, b), join(b, a))) faults.push('commutative');
        if (!same(join(a, join(a, b)), join(a, b))) faults.push('absorbs');
        for (const c of records)
          if (!same(join(a, join(b, c)), join(join(a, b), c))) faults.push('associative');
      }
    }
    return [records.length, faults];"""

    assert ask(code, names=ALL) == [len(ALL), []]


def test_names_are_folded() -> None:
    spellings = ["第1组", "第１组", "第1 组", " 第 一 组 ", "第1組", "第一组"], ["Blue", " blue", "BLUE", "Ｂｌｕｅ"]
    others = ["第2组", "第十组", "第十一组", "第二十组", "11桌", "1", "Blue team", "一心"]
    keys = "return names.map(handbook.nameKey);"

    assert [len(set(run(keys, names=one))) for one in spellings] == [1, 1]
    assert len(set(run(keys, names=others))) == len(others)
    assert run(keys, names=["第二十一组", "第十组", "二十桌"]) == ["第21组", "第10组", "20桌"]


def test_what_is_changed_now_is_newer_than_what_it_replaces() -> None:
    """A device whose clock runs ahead does not have the last word for a day."""
    code = """const ahead = handbook.read(JSON.stringify({ ...file, saved: '2090-01-01T00:00:00Z' })).record;
    const corrected = handbook.changed(ahead, 'items', item, { note: 'right' });
    return handbook.join(ahead, corrected).items.get(item).note;"""
    file = json.loads((CASES / "note-misspelt.json").read_text(encoding="utf-8"))

    assert run(code, item=ITEM, file=file) == "right"


def test_clearing_is_an_answer() -> None:
    code = """const cleared = handbook.cleared(await record('note-for-editors.json'));
    const joined = handbook.join(await record('note-for-editors.json'), cleared);
    return [handbook.count(cleared), handbook.count(joined), joined.items.size];"""

    assert ask(code) == [0, 0, 1]


def test_a_value_is_checked_where_it_enters() -> None:
    wrong = [
        ["items", {"date": "120105-02-02"}],
        ["items", {"state": "won"}],
        ["ratings", {"level": 6}],
        ["dropped", {}],
    ]
    code = """const begun = handbook.begin('A');
    const ids = { items: item, ratings: 'system/data', dropped: '__proto__' };
    return wrong.map(([kind, change]) => handbook.changed(begun, kind, ids[kind], change));"""

    assert run(code, item=ITEM, wrong=wrong) == [None] * len(wrong)


BAD: dict[str, tuple[dict[str, Any], str]] = {
    "unknown key": ({"evil": 1}, "evil"),
    "prototype": ({"__proto__": {"harmed": 1}}, "__proto__"),
    "prototype id": ({"items": {"__proto__": {"state": "done"}}}, "__proto__"),
    "constructor id": ({"ratings": {"constructor": {"level": 1}}}, "constructor"),
    "markup as id": ({"items": {"<script>": {"state": "done"}}}, "<script>"),
    "list as entry": ({"items": {"system.data.x": []}}, "system.data.x"),
    "wrong level": ({"ratings": {"system/data": {"level": 6}}}, "system/data: level"),
    "list of items": ({"items": []}, "items"),
    "no time": ({"saved": "yesterday"}, "yesterday"),
    "long name": ({"group": "x" * 201}, "group"),
    "long note": ({"items": {"system.data.x": {"note": "x" * 20_001}}}, "system.data.x: note"),
    "unknown field": ({"items": {"system.data.x": {"votes": 2}}}, "system.data.x: votes"),
    "long hash": ({"known": {"system/data": "x" * 17}}, "system/data"),
    "no reason": ({"dropped": {"system.data.x": {"reason": 1}}}, "system.data.x: reason"),
    "own without an id": ({"own": {"mine": {"text": "a"}}}, "mine"),
    "wrong ids": ({"ids": "abc"}, "ids"),
    "one wrong id": ({"ids": ["k3j90aq7vd2m", "No id!"]}, "No id!"),
    "no times": ({"items": {"system.data.x": {"state": "done", "at": "today"}}}, "system.data.x: at"),
    "garbled": ({"items": {"system.data.x": {"note": "规\ufffd"}}}, "damaged"),
}  # fmt: skip
"""A slip in a file, and what the sentence about it names."""


@pytest.mark.parametrize("slip", BAD)
def test_a_bad_entry_costs_that_entry_and_is_named(slip: str) -> None:
    """The rest is read."""
    more, named = BAD[slip]
    file = {"format": "handbook-progress", "version": 2, "group": "A", "saved": "2026-11-27T09:00:00Z"}
    sound = {ITEM: {"state": "done", "at": {"state": "2026-11-27T09:00:00Z"}}}
    whole = {**file, "items": sound, "ratings": {}, **more}
    if isinstance(whole["items"], dict):
        whole["items"] = {**sound, **whole["items"]}
    code = (
        "const { record, faults } = handbook.read(text); return [[...record.items.keys()], faults, {}.harmed ?? null];"
    )
    items, faults, harmed = run(code, text=json.dumps(whole))

    assert [fault for fault in faults if named in fault] == faults != []
    assert slip == "list of items" or ITEM in items
    assert harmed is None


def test_a_wrong_id_costs_that_id() -> None:
    """Or the record would be of no group any more."""
    assert ask("return handbook.checked({ ids: ['No id!', sound, sound, 7] }).record.ids;", sound="k3j90aq7vd2m") == [
        "k3j90aq7vd2m"
    ]


def test_what_comes_after_the_last_moment_is_read_again() -> None:
    """A clock far off must not make a time that no reader takes."""
    code = """const { record } = handbook.read(JSON.stringify({ ...file, saved: last, version: 2 }));
    const later = handbook.changed(record, 'items', item, { note: 'right' });
    const again = handbook.read(handbook.write(later));
    return [again.faults, again.record.saved, again.record.items.get(item).note];"""
    file = json.loads((CASES / "note-misspelt.json").read_text(encoding="utf-8"))
    last = "9999-12-31T23:59:59.999Z"

    assert run(code, item=ITEM, file=file, last=last) == [[], last, "right"]


def test_an_own_item_moves_with_its_list() -> None:
    """A record that was renamed keeps what groups added to its checklist."""
    code = """const { record } = handbook.checked({ own: { [id]: { text: 'a', place: 'system.facts.first' } } });
    return record.own.get(id).place;"""

    assert run(code, id="own.k3j90aq7") == "system.data.first"


@pytest.mark.parametrize(("text", "why"), [("alert(1)", "JSON"), ("[1]", "progress file"), ("", "JSON")])
def test_what_is_no_file_of_progress_is_refused(text: str, why: str) -> None:
    code = "try { handbook.read(text); return ''; } catch (error) { return error.message; }"

    assert why in run(code, text=text)


def test_everything_of_today_is_kept_by_the_file() -> None:
    """All kinds, persons and removals are read as they were written."""
    code = """let held = handbook.begin('A', 'Li');
    held = handbook.changed(held, 'items', item, { state: 'done', note: 'n', owner: 'o', date: '2028-02-29' });
    held = handbook.changed(held, 'items', item, { note: '' });
    held = handbook.changed(held, 'ratings', 'system/data', { level: 3 });
    held = handbook.changed(held, 'own', 'own.abcdefgh12', { text: 't', why: 'w', place: 'system.data.x' });
    held = handbook.changed(held, 'dropped', 'path.goals.trends', { reason: 'r' });
    const { record, faults } = handbook.read(handbook.write(held));
    return [same(record, { ...held, known: record.known }), record.person, faults];"""

    assert ask(code, item=ITEM) == [True, "Li", []]


def test_an_earlier_id_leads_to_the_one_of_today() -> None:
    code = """const items = { 'path.goals.standing': { note: 'old' }, 'path.goals.position': { state: 'done' } };
    const { record } = handbook.read(JSON.stringify({ ...file, items, ratings: { 'system/facts': { level: 2 } } }));
    return [[...record.items].map(([id, { state, note }]) => [id, state, note]), [...record.ratings.keys()]];"""
    file = {"format": "handbook-progress", "version": 1, "group": "A", "saved": "2026-11-27T09:00:00Z"}

    assert run(code, file=file) == [[[ITEM, "done", "old"]], ["system/data"]]


def test_what_is_written_can_be_read() -> None:
    """A group that fills every field of five hundred items with the longest signs does not write over the limit."""
    code = """const { items, ratings } = handbook.KINDS;
    const longest = '\\ud800'.repeat(handbook.MOST_TYPED), name = '\\u0001'.repeat(handbook.MOST_NAME);
    const held = handbook.begin(name);
    const at = Object.fromEntries(Object.keys(items.fields).map(field => [field, held.named]));
    for (let n = 0; n < 500; n++)
      held.items.set(`path.goals.x${n}`, { ...handbook.emptyEntry('items'), note: longest, owner: name, at });
    const text = handbook.write(held);
    const { record, faults } = await handbook.readFile(new Blob([text]));
    return [handbook.fits(held), record.items.size, faults.length];"""

    assert run(code) == [True, 500, 0]


def test_what_could_not_be_read_is_seen_before_it_is_written() -> None:
    code = """const held = handbook.begin('A');
    for (let n = 0; n <= handbook.MOST_ENTRIES; n++) held.items.set(`a.b.c${n}`, handbook.emptyEntry('items'));
    return handbook.fits(held);"""

    assert run(code) is False
