// Files of progress: what a record looks like as text, and how such a text is read, whoever wrote it.
//
// JSON in UTF-8; the browser keeps the same text. Of every field that somebody answered or emptied, `at` has the time:
//   {"format": "handbook-progress", "version": 2,
//    "handbook": {"version": "0.1.0", "dataDate": "2026-11-24"},   the copy that wrote it
//    "ids": ["k3j9…"],   drawn when the group began; several once records were joined
//    "group": "A", "person": "", "named": "2026-11-25T09:00:00.000Z",   of one person where a person is named
//    "saved": "2026-11-25T09:30:00.000Z", "language": "zh",
//    "items":   {"system.data.catalogue": {"state": "done", "owner": "", "at": {"state": "2026-…", "owner": "2026-…"}}},
//    "ratings": {"system/data": {"level": 3, "at": {…}}},   0: no level
//    "own":     {"own.4f0c…": {"text": "…", "why": "…", "place": "system.data.inventory", "at": {…}}},
//    "dropped": {"system.data.catalogue": {"reason": "…", "at": {…}}},
//    "targets": {"indicator/online-share": {"baseline": "62", "target": "80", "owner": "", "date": "", "at": {…}}},
//    "known":   {"system.data.catalogue": "5f3a90c1"}}   every item and rating of that copy, with a hash of its text
// Version 1 had no ids and no times but `saved`, which then is that of every field of every entry.
// An entry for an id that this copy does not have stays and is saved again.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { data, say, short, isObject, kinds, MOST_IDS, MOST_ENTRIES, MOST_BYTES } = handbook;

  // Why nothing of a file is read, worded.
  class Refused extends Error {}
  /** @type {(name: string, values?: Record<string, string | number>) => never} */
  const refuse = (name, values) => {
    throw new Refused(say(name, values));
  };
  /** @type {Handbook["read"]} */
  function read(text) {
    /** @type {unknown} */
    let value;
    try {
      value = JSON.parse(text.replace(/^\ufeff/, ""));
    } catch {
      refuse("why_json");
    }
    if (!isObject(value) || value.format !== "handbook-progress") refuse("why_format");
    if (value.version !== 1 && value.version !== 2) refuse("why_version", { version: short(value.version) });
    return handbook.checked(value);
  }

  // An editor may have saved a file in another encoding. UTF-8 is strict enough to tell.
  /** @type {(bytes: ArrayBuffer) => { text: string; encoding: string }} */
  function decode(bytes) {
    const begins = new Uint8Array(bytes.slice(0, 2)).join();
    const encodings = begins === "255,254" ? ["utf-16le"] : begins === "254,255" ? ["utf-16be"] : ["utf-8", "gb18030"];
    for (const encoding of encodings)
      try {
        return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
      } catch {
        // the next, then
      }
    return refuse("why_encoding");
  }
  /** @type {Handbook["readFile"]} */
  async function readFile(file) {
    if (file.size > MOST_BYTES) refuse("why_big", { most: MOST_BYTES / 1024 / 1024 });
    const bytes = await file.arrayBuffer().catch(() => refuse("why_unreadable"));
    const { text, encoding } = decode(bytes);
    const { record, faults } = read(text);
    if (encoding !== "utf-8") faults.unshift(say("read_as", { encoding: encoding.toUpperCase() }));
    return { record, faults, text };
  }

  /** @type {Handbook["write"]} */
  const write = record =>
    JSON.stringify(
      {
        format: "handbook-progress",
        version: 2,
        handbook: { version: data.version, dataDate: data.dataDate },
        ids: record.ids,
        group: record.group,
        person: record.person,
        named: record.named,
        saved: record.saved,
        language: data.language,
        ...Object.fromEntries(
          kinds.map(kind => [kind, Object.fromEntries([...record[kind]].map(([id, entry]) => [id, answered(entry)]))]),
        ),
        known: data.hashes,
      },
      null,
      1,
    );
  // The fields that somebody answered or emptied.
  /** @type {(entry: { at: Record<string, string> }) => object} */
  const answered = entry => ({
    ...Object.fromEntries(Object.entries(entry).filter(([name]) => entry.at[name])),
    at: entry.at,
  });
  // What is written can be read again.
  /** @type {Handbook["fits"]} */
  const fits = record =>
    kinds.every(kind => record[kind].size <= MOST_ENTRIES) &&
    record.ids.length <= MOST_IDS &&
    new Blob([write(record)]).size <= MOST_BYTES;

  Object.assign(handbook, { Refused, read, readFile, write, fits });
})();
