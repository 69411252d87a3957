"""What is found in a record is kept for as long as the record stays."""

from __future__ import annotations

from pathlib import Path

from macros.load.kept import Kept
from macros.load.loader import load
from tests.support import example


def test_only_what_changed_is_looked_through_again(tmp_path: Path) -> None:
    """Each data set has the parts of its own records, whichever is asked first."""
    root, kept = example.make(tmp_path / "project"), Kept()
    before, _ = load(root, kept)
    assert before.texts_in
    file = before.locations["city/northport"].document.file
    text = file.read_text(encoding="utf-8")
    edited = text.replace(before.record("city/northport").lead.en, "Another lead.")
    assert edited != text
    file.write_text(edited, encoding="utf-8")

    after, _ = load(root, kept)

    for dataset in (after, before):
        assert {owner: held.record for owner, held in dataset.parts.items()} == dict(dataset.named())
    changed = {owner for owner, held in after.parts.items() if held is not before.parts[owner]}
    assert changed == {"city/northport"}
    assert "Another lead." in [text.en for _, text in after.texts_in["city/northport"]]
    assert "Another lead." not in [text.en for _, text in before.texts_in["city/northport"]]
