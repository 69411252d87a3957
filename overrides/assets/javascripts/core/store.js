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

  /** @type {ItemState[]} */
  const STATES = ["not-started", "under-way", "done", "not-for-us"];
  const MOST_BYTES = 2 * 1024 * 1024,
    MOST_ENTRIES = 5000,
    MOST_TEXT = 20000,
    MOST_NAME = 200;
  const hashes = new Map(Object.entries(data.hashes));
  const formerly = new Map(Object.entries(data.formerly));

  /** @type {Handbook["download"]} */
  const download = (text, type, name) => {
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  // A fault in a file, worded; places and ids are cut, since they are somebody else's text.
  class Refused extends Error {}
  /** @type {(name: string, values?: Record<string, unknown>) => never} */
  const refuse = (name, values = {}) => {
    throw new Refused(
      say(name, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value).slice(0, 60)]))),
    );
  };

  /** @typedef {(value: unknown) => boolean} Check */
  /**
   * @param {unknown} value
   * @returns {value is Record<string, unknown>}
   */
  const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value);
  /** @type {(most: number) => Check} */
  const isText = most => value => typeof value === "string" && value.length <= most;
  /** @type {Check} */
  const isMark = value => typeof value === "boolean";
  /** @type {Record<string, Check>} */
  const ITEM = {
    state: value => STATES.some(state => state === value),
    note: isText(MOST_TEXT),
    owner: isText(MOST_NAME),
    date: value => value === "" || (isText(10)(value) && /^\d{4}-\d\d-\d\d$/.test(String(value))),
    forEditors: isMark,
  };
  /** @type {Record<string, Check>} */
  const RATING = {
    level: value => typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= data.levels.length,
    note: isText(MOST_TEXT),
    forEditors: isMark,
  };
  /** @type {Record<string, Check>} */
  const FILE = {
    format: value => value === "handbook-progress",
    version: value => value === 1,
    handbook: value =>
      isObject(value) &&
      Object.keys(value).sort().join() === "dataDate,version" &&
      Object.values(value).every(isText(40)),
    group: isText(MOST_NAME),
    saved: value => isText(40)(value) && !Number.isNaN(Date.parse(String(value))),
    language: value => value === "zh" || value === "en",
    items: isObject,
    ratings: isObject,
    known: isObject,
  };
  const ITEM_ID = /^[a-z]+(\.[a-z][a-z0-9-]*){2}$/,
    RATING_ID = /^[a-z]+\/[a-z][a-z0-9-]*$/;
  /** @type {ItemEntry} */
  const emptyItem = { state: "not-started", note: "", owner: "", date: "", forEditors: false };
  /** @type {RatingEntry} */
  const emptyRating = { level: 0, note: "", forEditors: false };

  // Key by key: nothing that we do not know gets in, and ids such as __proto__ have not the form of an id.
  /**
   * @param {Record<string, unknown>} value
   * @param {Record<string, Check>} checks
   * @param {boolean} optional
   * @param {string} place
   */
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
  /**
   * @template T
   * @param {Record<string, unknown>} value
   * @param {RegExp} pattern
   * @param {Record<string, Check>} checks
   * @param {T} empty
   */
  function entries(value, pattern, checks, empty) {
    /** @type {Map<string, T>} */
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
  /** @type {Handbook["read"]} */
  function read(text) {
    /** @type {unknown} */
    let value;
    try {
      value = JSON.parse(text);
    } catch {
      refuse("why_json");
    }
    if (!isObject(value) || value.format !== "handbook-progress") refuse("why_format");
    if (value.version !== 1) refuse("why_version", { version: value.version });
    keys({ known: {}, ...value }, FILE, false, "");
    const file = /** @type {ProgressFile} */ (value);
    /** @type {Map<string, string>} */
    const known = new Map();
    for (const [id, hash] of Object.entries(file.known || {})) {
      if (!ITEM_ID.test(id) && !RATING_ID.test(id)) refuse("why_id", { id });
      if (!isText(16)(hash)) refuse("why_value", { place: id });
      known.set(id, String(hash));
    }
    const { handbook: copy, group, saved, language } = file;
    return move({
      handbook: copy,
      group,
      saved: new Date(saved).toISOString(),
      language,
      known,
      items: entries(file.items, ITEM_ID, ITEM, emptyItem),
      ratings: entries(file.ratings, RATING_ID, RATING, emptyRating),
    });
  }
  /** @type {Handbook["readFile"]} */
  async function readFile(file) {
    if (file.size > MOST_BYTES) refuse("why_big");
    return read(await file.text());
  }

  /** @type {Handbook["blank"]} */
  const blank = group => ({
    handbook: { version: data.version, dataDate: data.dataDate },
    group,
    saved: new Date(0).toISOString(),
    language: data.language,
    known: new Map(),
    items: new Map(),
    ratings: new Map(),
  });
  /** @type {Handbook["write"]} */
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
  /**
   * @template {ItemEntry | RatingEntry} T
   * @param {T} newer
   * @param {T} older
   */
  function both(newer, older) {
    const joined = { ...newer };
    if ("state" in joined && "state" in older) {
      joined.owner ||= older.owner;
      joined.date ||= older.date;
    }
    if ("level" in joined && "level" in older) joined.level ||= older.level;
    if (!newer.note.includes(older.note))
      joined.note = older.note.includes(newer.note) ? older.note : `${newer.note}\n\n${older.note}`.slice(0, MOST_TEXT);
    joined.forEditors = newer.forEditors || older.forEditors;
    return joined;
  }
  /**
   * @template {ItemEntry | RatingEntry} T
   * @param {Map<string, T>} newer
   * @param {Map<string, T>} older
   */
  function merge(newer, older) {
    const joined = new Map(older);
    for (const [id, entry] of newer) {
      const before = older.get(id);
      joined.set(id, before ? both(entry, before) : entry);
    }
    return joined;
  }
  /** @type {Handbook["join"]} */
  function join(one, other) {
    const [newer, older] = one.saved >= other.saved ? [one, other] : [other, one];
    return { ...newer, items: merge(newer.items, older.items), ratings: merge(newer.ratings, older.ratings) };
  }
  // What was written under an earlier id goes to the id of today.
  /**
   * @template {ItemEntry | RatingEntry} T
   * @param {Map<string, T>} held
   */
  function rename(held) {
    for (const [id, entry] of [...held]) {
      const now = formerly.get(id);
      if (!now) continue;
      const there = held.get(now);
      held.set(now, there ? both(there, entry) : entry);
      held.delete(id);
    }
  }
  /** @param {Progress} record */
  function move(record) {
    rename(record.items);
    rename(record.ratings);
    record.known = new Map([...record.known].map(([id, hash]) => [formerly.get(id) || id, hash]));
    return record;
  }

  // What is different in this copy of the handbook from the one that wrote the record.
  /** @type {Handbook["changes"]} */
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
