// What a group has written: kept in the browser, checked when it comes from a file, joined when it comes twice.
//
// A file is JSON in UTF-8; the browser keeps the same text under `handbook:<site>:<group>`:
//   {"format": "handbook-progress", "version": 1,
//    "handbook": {"version": "0.1.0", "dataDate": "2026-11-24"},   the copy that wrote it
//    "group": "A", "saved": "2026-11-25T09:30:00.000Z", "language": "zh",
//    "items":   {"system.data.catalogue": {"state": "done", "note": "", "owner": "", "date": "2026-12-01", "forEditors": false}},
//    "ratings": {"system/data": {"level": 3, "note": "", "forEditors": false}},   0: a note without a level
//    "known":   {"system.data.catalogue": "5f3a90c1"}}   every item and rating of that copy, with a hash of its text
// state: not-started, under-way, done, not-for-us. An entry for an id that this copy does not have stays and is saved again.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { data, say, make } = handbook;

  const STATES = ["not-started", "under-way", "done", "not-for-us"];
  const MOST_BYTES = 2 * 1024 * 1024,
    MOST_ENTRIES = 5000,
    MOST_TEXT = 20000,
    MOST_NAME = 200;
  const hashes = new Map(Object.entries(data.hashes));
  const formerly = new Map(Object.entries(data.formerly));

  const download = (text, type, name) => {
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  // A fault in a file, worded; places and ids are cut, since they are somebody else's text.
  class Refused extends Error {}
  const refuse = (name, values = {}) => {
    throw new Refused(
      say(name, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value).slice(0, 60)]))),
    );
  };

  const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value);
  const isText = most => value => typeof value === "string" && value.length <= most;
  const isMark = value => typeof value === "boolean";
  const ITEM = {
    state: value => STATES.includes(value),
    note: isText(MOST_TEXT),
    owner: isText(MOST_NAME),
    date: value => value === "" || (isText(10)(value) && /^\d{4}-\d\d-\d\d$/.test(value)),
    forEditors: isMark,
  };
  const RATING = {
    level: value => Number.isInteger(value) && value >= 0 && value <= data.levels.length,
    note: isText(MOST_TEXT),
    forEditors: isMark,
  };
  const FILE = {
    format: value => value === "handbook-progress",
    version: value => value === 1,
    handbook: value =>
      isObject(value) &&
      Object.keys(value).sort().join() === "dataDate,version" &&
      Object.values(value).every(isText(40)),
    group: isText(MOST_NAME),
    saved: value => isText(40)(value) && !Number.isNaN(Date.parse(value)),
    language: value => value === "zh" || value === "en",
    items: isObject,
    ratings: isObject,
    known: isObject,
  };
  const ITEM_ID = /^[a-z]+(\.[a-z][a-z0-9-]*){2}$/,
    RATING_ID = /^[a-z]+\/[a-z][a-z0-9-]*$/;
  const emptyItem = { state: "not-started", note: "", owner: "", date: "", forEditors: false };
  const emptyRating = { level: 0, note: "", forEditors: false };

  // Key by key: nothing that we do not know gets in, and ids such as __proto__ have not the form of an id.
  function keys(value, checks, optional, place) {
    for (const key of Object.keys(value))
      if (!Object.hasOwn(checks, key)) refuse("why_key", { place: `${place}${key}` });
    for (const [key, fits] of Object.entries(checks)) {
      if (!Object.hasOwn(value, key)) {
        if (!optional) refuse("why_missing", { place: `${place}${key}` });
        continue;
      }
      if (!fits(value[key])) refuse("why_value", { place: `${place}${key}` });
    }
  }
  function entries(value, pattern, checks, empty) {
    const held = new Map();
    if (Object.keys(value).length > MOST_ENTRIES) refuse("why_many");
    for (const [id, entry] of Object.entries(value)) {
      if (id.length > MOST_NAME || !pattern.test(id)) refuse("why_id", { id });
      if (!isObject(entry)) refuse("why_value", { place: id });
      keys(entry, checks, true, `${id}: `);
      held.set(id, { ...empty, ...entry });
    }
    return held;
  }

  // Text of a file → record; throws Refused with the reason.
  function read(text) {
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      refuse("why_json");
    }
    if (!isObject(value) || value.format !== "handbook-progress") refuse("why_format");
    if (value.version !== 1) refuse("why_version", { version: value.version });
    keys({ known: {}, ...value }, FILE, false, "");
    const known = new Map();
    for (const [id, hash] of Object.entries(value.known || {})) {
      if (!ITEM_ID.test(id) && !RATING_ID.test(id)) refuse("why_id", { id });
      if (!isText(16)(hash)) refuse("why_value", { place: id });
      known.set(id, hash);
    }
    const { handbook: copy, group, saved, language } = value;
    return move({
      handbook: copy,
      group,
      saved: new Date(saved).toISOString(),
      language,
      known,
      items: entries(value.items, ITEM_ID, ITEM, emptyItem),
      ratings: entries(value.ratings, RATING_ID, RATING, emptyRating),
    });
  }
  async function readFile(file) {
    if (file.size > MOST_BYTES) refuse("why_big");
    return read(await file.text());
  }

  const blank = group => ({
    handbook: { version: data.version, dataDate: data.dataDate },
    group,
    saved: new Date(0).toISOString(),
    language: data.language,
    known: new Map(),
    items: new Map(),
    ratings: new Map(),
  });
  const write = record =>
    JSON.stringify(
      {
        format: "handbook-progress",
        version: 1,
        handbook: { version: data.version, dataDate: data.dataDate },
        group: record.group,
        saved: record.saved,
        language: data.language,
        items: Object.fromEntries(record.items),
        ratings: Object.fromEntries(record.ratings),
        known: Object.fromEntries(hashes),
      },
      null,
      1,
    );

  // Two entries for one thing: the newer counts, but no word that somebody typed is dropped.
  function both(newer, older) {
    const joined = { ...newer };
    for (const name of ["owner", "date"]) if (name in newer && !newer[name]) joined[name] = older[name];
    if (!newer.level && "level" in newer) joined.level = older.level;
    if (!newer.note.includes(older.note))
      joined.note = older.note.includes(newer.note) ? older.note : `${newer.note}\n\n${older.note}`.slice(0, MOST_TEXT);
    joined.forEditors = newer.forEditors || older.forEditors;
    return joined;
  }
  function join(one, other) {
    const [newer, older] = one.saved >= other.saved ? [one, other] : [other, one];
    const joined = { ...newer, items: new Map(older.items), ratings: new Map(older.ratings) };
    for (const kind of ["items", "ratings"])
      for (const [id, entry] of newer[kind])
        joined[kind].set(id, joined[kind].has(id) ? both(entry, joined[kind].get(id)) : entry);
    return joined;
  }
  // What was written under an earlier id goes to the id of today.
  function move(record) {
    for (const held of [record.items, record.ratings])
      for (const [id, entry] of [...held]) {
        const now = formerly.get(id);
        if (!now) continue;
        held.set(now, held.has(now) ? both(held.get(now), entry) : entry);
        held.delete(id);
      }
    record.known = new Map([...record.known].map(([id, hash]) => [formerly.get(id) || id, hash]));
    return record;
  }

  // What is different in this copy of the handbook from the one that wrote the record.
  function changes(record) {
    const { known } = record;
    const gone = new Set(
      [...known.keys(), ...record.items.keys(), ...record.ratings.keys()].filter(id => !hashes.has(id)),
    );
    return {
      added: known.size ? [...hashes.keys()].filter(id => !known.has(id)) : [],
      changed: [...known].filter(([id, hash]) => hashes.has(id) && hashes.get(id) !== hash).map(([id]) => id),
      gone: [...gone],
    };
  }

  Object.assign(handbook, {
    STATES,
    MOST_NAME,
    MOST_TEXT: 4000,
    Refused,
    download,
    read,
    readFile,
    write,
    blank,
    join,
    changes,
    emptyItem,
    emptyRating,
  });
})();
