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
//    "known":   {"system.data.catalogue": "5f3a90c1"}}   every item and rating of that copy, with a hash of its text
// Version 1 had no ids and no times but `saved`, which then is that of every field of every entry.
// An entry for an id that this copy does not have stays and is saved again.
// What does not fit is left out and named, and takes nothing along: `faults` has a sentence for each.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { data, say, KINDS, kinds, isoTime, MOST_NAME, MOST_ENTRIES, MOST_BYTES } = handbook;

  // Why nothing of a file is read, worded.
  class Refused extends Error {}
  /** @type {(name: string, values?: Record<string, string | number>) => never} */
  const refuse = (name, values) => {
    throw new Refused(say(name, values));
  };
  /** @type {Handbook["short"]} */
  const short = (value, most = 60) => {
    const text = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
    return text.length > most ? `${text.slice(0, most)}…` : text;
  };
  /**
   * @param {unknown} value
   * @returns {value is Record<string, unknown>}
   */
  const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value);
  /** @type {(value: unknown, most: number) => string | undefined} */
  const textOf = (value, most) => (typeof value === "string" && value.length <= most ? value : undefined);

  const HEAD = ["format", "version", "handbook", "ids", "group", "person", "named", "saved", "language", "known"];

  /** Reads a value that is no longer text, and notes what does not fit. */
  class Reader {
    /** @param {Record<string, unknown>} file */
    constructor(file) {
      this.file = file;
      /** @type {string[]} */
      this.faults = [];
    }

    /** @type {(name: string, values: Record<string, unknown>) => void} */
    fault(name, values) {
      this.faults.push(
        say(name, Object.fromEntries(Object.entries(values).map(([key, value]) => [key, short(value)]))),
      );
    }

    // The value of a key of the head, if it is there and fits.
    /**
     * @template T
     * @param {string} place
     * @param {T} otherwise
     * @param {(value: unknown) => T | undefined} fits
     */
    head(place, otherwise, fits) {
      const value = this.file[place];
      const fitting = fits(value);
      if (value !== undefined && fitting === undefined) this.fault("why_value", { place, value });
      return fitting ?? otherwise;
    }

    /** @param {string} place */
    table(place) {
      const value = this.file[place];
      if (value !== undefined && !isObject(value)) this.fault("why_value", { place, value });
      const lines = isObject(value) ? Object.entries(value) : [];
      if (lines.length > MOST_ENTRIES) this.fault("why_many", { place, most: String(MOST_ENTRIES) });
      return lines.slice(0, MOST_ENTRIES);
    }

    // Id by id and key by key: nothing that we do not know gets in, and such as __proto__ has not the form of an id.
    /** @type {(kind: keyof Entries, saved: string) => Map<string, any>} */
    entries(kind, saved) {
      /** @type {Map<string, any>} */
      const held = new Map();
      for (const [id, value] of this.table(kind))
        if (id.length > MOST_NAME || !KINDS[kind].id.test(id)) this.fault("why_id", { id });
        else if (!isObject(value)) this.fault("why_value", { place: id, value });
        else held.set(id, this.entry(kind, id, value, saved));
      return held;
    }

    /** @type {(kind: keyof Entries, id: string, value: Record<string, unknown>, saved: string) => any} */
    entry(kind, id, { at, ...value }, saved) {
      const fields = new Map(Object.entries(KINDS[kind].fields));
      const times = new Map(isObject(at) ? Object.entries(at) : []);
      /** @type {any} */
      const entry = handbook.emptyEntry(kind);
      for (const [name, given] of Object.entries(value)) {
        const place = `${id}: ${name}`;
        if (!fields.has(name)) this.fault("why_key", { place });
        else if (!fields.get(name)?.fits(given)) this.fault("why_value", { place, value: given });
        else {
          const time = isoTime(times.get(name));
          if (times.has(name) && !time) this.fault("why_value", { place: `${place}: at`, value: times.get(name) });
          entry[name] = given;
          entry.at[name] = time || saved;
          if (typeof given === "string" && given.includes("\ufffd")) this.fault("why_garbled", { place, value: given });
        }
      }
      return entry;
    }

    known() {
      /** @type {Map<string, string>} */
      const known = new Map();
      for (const [id, value] of this.table("known")) {
        const hash = textOf(value, 16);
        if (id.length > MOST_NAME || !(KINDS.items.id.test(id) || KINDS.ratings.id.test(id)))
          this.fault("why_id", { id });
        else if (hash === undefined) this.fault("why_value", { place: id, value });
        else known.set(id, hash);
      }
      return known;
    }

    /** @returns {Progress} */
    record() {
      for (const place of ["group", "saved", "items", "ratings"])
        if (this.file[place] === undefined) this.fault("why_missing", { place });
      const saved = this.head("saved", handbook.blank("").saved, value => isoTime(value) || undefined);
      for (const key of Object.keys(this.file))
        if (!HEAD.includes(key) && !kinds.some(kind => kind === key)) this.fault("why_key", { place: key });
      const record = {
        handbook: this.head("handbook", { version: "?", dataDate: "?" }, value => {
          if (!isObject(value)) return undefined;
          const [version, dataDate] = [textOf(value.version, 40), textOf(value.dataDate, 40)];
          return version === undefined || dataDate === undefined ? undefined : { version, dataDate };
        }),
        ids: this.head("ids", [], value =>
          Array.isArray(value) &&
          value.length <= MOST_NAME &&
          value.every(id => /^[a-z0-9]{8,40}$/.test(textOf(id, 40) ?? ""))
            ? [...new Set(value)].sort()
            : undefined,
        ),
        group: this.head("group", "", value => textOf(value, MOST_NAME)?.trim()),
        person: this.head("person", "", value => textOf(value, MOST_NAME)?.trim()),
        named: this.head("named", saved, value => isoTime(value) || undefined),
        saved,
        language: this.head("language", data.language, value => (value === "zh" || value === "en" ? value : undefined)),
        known: this.known(),
      };
      const held = Object.fromEntries(kinds.map(kind => [kind, this.entries(kind, saved)]));
      return handbook.moved(/** @type {Progress} */ ({ ...record, ...held }));
    }
  }

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
    const reader = new Reader(value);
    return { record: reader.record(), faults: reader.faults };
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
    record.ids.length <= MOST_NAME &&
    new Blob([write(record)]).size <= MOST_BYTES;

  Object.assign(handbook, { Refused, short, read, readFile, write, fits });
})();
