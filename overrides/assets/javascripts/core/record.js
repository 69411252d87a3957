// What a group, or one person in it, has answered: the shape of a record, and what fits into it.
//
// Every field of every entry has a time of its own, and emptying a field is an answer too. So two records of a group
// are joined answer by answer, wherever and whenever each was given; see join.js. reading.js has the form of the file.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { data } = handbook;

  /** @type {ItemState[]} */
  const STATES = ["not-started", "under-way", "done", "not-for-us"];
  // What is typed now is shorter than what is read of those who joined long notes in an earlier copy.
  const MOST_TYPED = 4000,
    MOST_TEXT = 20000,
    MOST_NAME = 200,
    MOST_IDS = 200,
    MOST_ENTRIES = 5000,
    MOST_BYTES = 32 * 1024 * 1024;
  const ITEM_ID = /^[a-z]+(\.[a-z][a-z0-9-]*){2}$/,
    RATING_ID = /^[a-z]+\/[a-z][a-z0-9-]*$/,
    INDICATOR_ID = /^indicator\/[a-z][a-z0-9-]*$/,
    OWN_ID = /^own\.[a-z0-9]{8,40}$/,
    PLACE = /^([a-z]+(\.[a-z][a-z0-9-]*){1,2})?$/;

  // 2026-12-01, a day that there is.
  /** @type {(value: string) => boolean} */
  const isDay = value => {
    if (!/^\d{4}-\d\d-\d\d$/.test(value) || value < "0001") return false;
    const day = new Date(`${value}T00:00:00Z`);
    return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(value); // 30 February would be in March
  };
  // Later ones have years of more digits, which do not sort.
  const LAST = Date.UTC(10000, 0) - 1;
  /** @type {Handbook["isoTime"]} */
  const isoTime = value => {
    const time = typeof value === "string" && value.length <= 40 ? Date.parse(value) : Number.NaN;
    return time >= 0 && time <= LAST ? new Date(time).toISOString() : "";
  };

  /** @type {(most: number) => Field} */
  const text = most => ({ empty: "", fits: value => typeof value === "string" && value.length <= most });
  /** @type {Field} */
  const mark = { empty: false, fits: value => typeof value === "boolean" };
  /** @type {Field} */
  const level = {
    empty: 0,
    fits: value => typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= data.levels.length,
  };
  /** @type {Record<string, Field>} */
  const WORK = {
    state: { empty: STATES[0], fits: value => STATES.some(state => state === value) },
    note: text(MOST_TEXT),
    owner: text(MOST_NAME),
    date: { empty: "", fits: value => value === "" || (typeof value === "string" && isDay(value)) },
    forEditors: mark,
  };
  /** @type {Handbook["KINDS"]} */
  const KINDS = {
    items: { id: ITEM_ID, fields: WORK },
    ratings: { id: RATING_ID, fields: { level, note: text(MOST_TEXT), forEditors: mark } },
    // What a group added by itself; an item without text is taken back. Its place is a part of a checklist.
    own: {
      id: OWN_ID,
      fields: {
        text: text(MOST_TEXT),
        why: text(MOST_TEXT),
        place: {
          empty: "",
          fits: value => typeof value === "string" && value.length <= MOST_NAME && PLACE.test(value),
        },
        ...WORK,
      },
    },
    // Why an item is not for the group.
    dropped: { id: ITEM_ID, fields: { reason: text(MOST_TEXT) } },
    // What an indicator is at the start and is to become.
    targets: {
      id: INDICATOR_ID,
      fields: {
        baseline: text(MOST_NAME),
        interim: text(MOST_NAME),
        target: text(MOST_NAME),
        owner: WORK.owner,
        date: WORK.date,
        note: WORK.note,
        forEditors: mark,
      },
    },
  };
  const kinds = /** @type {(keyof Entries)[]} */ (Object.keys(KINDS));

  // Nobody has answered yet.
  /** @type {Handbook["emptyEntry"]} */
  const emptyEntry = kind => {
    /** @type {Record<string, unknown>} */
    const entry = { at: {} };
    for (const [name, field] of Object.entries(KINDS[kind].fields)) entry[name] = field.empty;
    return /** @type {any} */ (entry);
  };
  /** @type {<K extends keyof Entries>(held: Held, kind: K) => Map<string, Entries[K]>} */
  const ofKind = (held, kind) => held[kind];
  /** @type {Handbook["entryOf"]} */
  const entryOf = (record, kind, id) => ofKind(record, kind).get(id) || emptyEntry(kind);
  // Whether an entry says anything; one that was emptied does not.
  /** @type {Handbook["says"]} */
  const says = (kind, entry) => {
    /** @type {Record<string, unknown>} */
    const values = { ...entry };
    return Object.entries(KINDS[kind].fields).some(([name, field]) => values[name] !== field.empty);
  };
  /** @type {Handbook["said"]} */
  const said = (record, kind) => new Map([...ofKind(record, kind)].filter(([, entry]) => says(kind, entry)));
  /** @type {Handbook["count"]} */
  const count = record => kinds.reduce((sum, kind) => sum + said(record, kind).size, 0);

  /** @type {Handbook["newId"]} */
  const newId = () =>
    [...crypto.getRandomValues(new Uint8Array(16))].map(number => (number % 36).toString(36)).join("");
  const NEVER = new Date(0).toISOString();
  /** @type {Handbook["blank"]} */
  const blank = (group, person = "") => ({
    handbook: { version: data.version, dataDate: data.dataDate },
    ids: [],
    group,
    person,
    named: NEVER,
    saved: NEVER,
    language: data.language,
    known: new Map(),
    items: new Map(),
    ratings: new Map(),
    own: new Map(),
    dropped: new Map(),
    targets: new Map(),
  });
  /** @type {Handbook["begin"]} */
  const begin = (group, person) => ({ ...blank(group, person), ids: [newId()], named: new Date().toISOString() });

  // A clock may go wrong or back: what is changed now is newer than what it replaces all the same.
  /** @type {(before?: string) => string} */
  const after = (before = NEVER) =>
    new Date(Math.min(Math.max(Date.now(), Date.parse(before) + 1), LAST)).toISOString();
  // The record with fields of an entry changed; null where a value does not fit, and then nothing is.
  /** @type {Handbook["changed"]} */
  const changed = (record, kind, id, change) => {
    const { fields, id: pattern } = KINDS[kind];
    const old = entryOf(record, kind, id);
    const at = { ...old.at };
    if (!pattern.test(id)) return null;
    for (const [name, value] of Object.entries(change)) {
      if (!fields[name]?.fits(value)) return null;
      at[name] = after(at[name]);
    }
    const held = new Map(/** @type {Map<string, any>} */ (record[kind]));
    held.set(id, { ...old, ...change, at });
    return { ...record, saved: after(record.saved), [kind]: held };
  };
  /** @type {Handbook["renamed"]} */
  const renamed = (record, group) => ({ ...record, group, named: after(record.named), saved: after(record.saved) });
  // All that was answered, emptied: an answer too, so that it does not come back from an earlier file.
  /** @type {Handbook["cleared"]} */
  const cleared = record => {
    let empty = record;
    for (const kind of kinds)
      for (const [id, entry] of said(record, kind)) {
        const { at, ...values } = emptyEntry(kind);
        const answered = Object.entries(values).filter(([name]) => entry.at[name]);
        empty = changed(empty, kind, id, /** @type {any} */ (Object.fromEntries(answered))) || empty;
      }
    return empty;
  };

  Object.assign(handbook, {
    STATES,
    KINDS,
    kinds,
    MOST_TYPED,
    MOST_TEXT,
    MOST_NAME,
    MOST_IDS,
    MOST_ENTRIES,
    MOST_BYTES,
  });
  Object.assign(handbook, { isoTime, emptyEntry, entryOf, says, said, count, newId, blank, begin, changed });
  Object.assign(handbook, { renamed, cleared });
})();
