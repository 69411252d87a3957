// What of a file is a record: each value is checked where it enters.
//
// What does not fit is left out and named, and takes nothing along: `faults` has a sentence for each.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { data, say, KINDS, kinds, isoTime, MOST_NAME, MOST_IDS, MOST_ENTRIES } = handbook;

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
      if (at !== undefined && !isObject(at)) this.fault("why_value", { place: `${id}: at`, value: at });
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

    ids() {
      const held = this.head("ids", [], value => (Array.isArray(value) ? value : undefined));
      /** @param {unknown} id */
      const fits = id => /^[a-z0-9]{8,40}$/.test(textOf(id, 40) ?? "");
      for (const id of held.filter(one => !fits(one))) this.fault("why_id", { id });
      const sound = [...new Set(held.filter(fits))].sort();
      if (sound.length > MOST_IDS) this.fault("why_many", { place: "ids", most: MOST_IDS });
      return sound.slice(0, MOST_IDS);
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
        ids: this.ids(),
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

  /** @type {Handbook["checked"]} */
  const checked = file => {
    const reader = new Reader(file);
    return { record: reader.record(), faults: reader.faults };
  };
  Object.assign(handbook, { short, isObject, checked });
})();
