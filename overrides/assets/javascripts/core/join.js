// Two records of one group made one, in any order and as often as one likes: of every answer the newest stands.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { data, KINDS, kinds } = handbook;
  const hashes = new Map(Object.entries(data.hashes));
  const formerly = new Map(Object.entries(data.formerly));

  const DIGITS = "零一二三四五六七八九";
  // 十二 → 12, 二十 → 20, up to 九十九.
  /** @param {string} text */
  const number = text => {
    const [tens, ones] = text.includes("十") ? text.split("十") : ["零", text];
    return String((tens ? DIGITS.indexOf(tens) : 1) * 10 + (ones ? DIGITS.indexOf(ones) : 0));
  };
  // 第1组, 第１组, 第 1 组 and 第一组 are one name, and so are Blue and “ blue”.
  /** @type {Handbook["nameKey"]} */
  const nameKey = name =>
    name
      .normalize("NFKC")
      .replace(/[\s\p{Cf}\p{Cc}]+/gu, "")
      .toLowerCase()
      .replace(/組/g, "组")
      .replace(/([一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九])(?=小?组|桌|队|班)/g, number);

  // Whether one answer comes before another: by time, then words before silence, then by the words themselves, so that
  // any two devices agree.
  /** @typedef {{ at: string; value: unknown; empty: boolean }} Answer */
  /** @type {(one: Answer, other: Answer) => number} */
  const byAge = (one, other) => {
    if (one.at !== other.at) return one.at > other.at ? -1 : 1;
    if (one.empty !== other.empty) return one.empty ? 1 : -1;
    const [mine, yours] = [JSON.stringify(one.value), JSON.stringify(other.value)];
    return mine === yours ? 0 : mine > yours ? -1 : 1;
  };
  /** @type {(kind: keyof Entries, entry: any, name: string) => Answer} */
  const answer = (kind, entry, name) => ({
    at: entry.at[name] || "",
    value: entry[name],
    empty: entry[name] === KINDS[kind].fields[name].empty,
  });
  /** @type {(kind: keyof Entries, one: any, other: any) => any} */
  function both(kind, one, other) {
    /** @type {{ at: Record<string, string>; [name: string]: unknown }} */
    const joined = { at: {} };
    for (const name of Object.keys(KINDS[kind].fields)) {
      const [newest] = [answer(kind, one, name), answer(kind, other, name)].sort(byAge);
      joined[name] = newest.value;
      if (newest.at) joined.at[name] = newest.at;
    }
    return joined;
  }
  /** @type {(kind: keyof Entries, one: Map<string, any>, other: Map<string, any>) => Map<string, any>} */
  function entries(kind, one, other) {
    const joined = new Map(one);
    for (const [id, entry] of other) {
      const there = one.get(id);
      joined.set(id, there ? both(kind, there, entry) : entry);
    }
    return new Map([...joined].sort(([a], [b]) => (a < b ? -1 : 1)));
  }
  /** @param {Progress} record */
  const head = ({ saved, language, handbook: { version, dataDate }, known }) =>
    JSON.stringify([saved, version, dataDate, language, [...known].sort()]);
  /** @type {Handbook["join"]} */
  function join(one, other) {
    const newer = head(one) >= head(other) ? one : other;
    // Of names given at the same time, one that is written as names mostly are.
    /** @param {Progress} record */
    const naming = ({ group, named }) => ({
      at: named,
      value: group,
      empty: !group || group !== group.normalize("NFKC"),
    });
    const [name] = [one, other].sort((a, b) => byAge(naming(a), naming(b)) || (a.person >= b.person ? -1 : 1));
    const { group, person, named } = name;
    const ids = [...new Set([...one.ids, ...other.ids])].sort();
    const joined = { ...newer, ids, group, person, named };
    for (const kind of kinds) Object.assign(joined, { [kind]: entries(kind, one[kind], other[kind]) });
    return joined;
  }
  // Records that have grown from one are of one group, whatever it is called by now.
  /** @type {Handbook["isSame"]} */
  const isSame = (one, other) => one.ids.some(id => other.ids.includes(id));

  // Where records of one group answer differently; of each place all that was said, the newest first, which stands.
  /** @type {Handbook["differences"]} */
  function differences(records) {
    /** @type {Difference[]} */
    const found = [];
    for (const kind of kinds)
      for (const id of [...new Set(records.flatMap(record => [...record[kind].keys()]))].sort())
        for (const field of Object.keys(KINDS[kind].fields)) {
          const given = records
            .flatMap((record, from) => {
              const entry = record[kind].get(id);
              return entry?.at[field] ? [{ from, ...answer(kind, entry, field) }] : [];
            })
            .sort(byAge);
          const answers = given.filter(({ value }, place) => given.findIndex(other => other.value === value) === place);
          if (answers.length > 1) found.push({ kind, id, field, answers });
        }
    return found;
  }

  // What was written under an earlier id goes to the id of today.
  /** @type {Handbook["moved"]} */
  function moved(record) {
    /** @param {string} id */
    const now = id => formerly.get(id) || id;
    // A part of a checklist moves with what it is a part of: system.data.inventory.
    /** @type {(entry: any) => any} */
    const placed = entry => {
      if (!entry.place) return entry;
      const [kind, owner, ...part] = entry.place.split(".");
      return { ...entry, place: [...now(`${kind}/${owner}`).split("/"), ...part].join(".") };
    };
    const present = { ...record, known: new Map([...record.known].map(([id, hash]) => [now(id), hash])) };
    for (const kind of kinds) {
      /** @type {Map<string, any>} */
      let held = new Map();
      for (const [id, was] of /** @type {Map<string, any>} */ (record[kind])) {
        const entry = placed(was);
        held = held.has(now(id)) ? entries(kind, held, new Map([[now(id), entry]])) : held.set(now(id), entry);
      }
      Object.assign(present, { [kind]: held });
    }
    return present;
  }
  // What is different in this copy of the handbook from the one that wrote the record.
  /** @type {Handbook["changes"]} */
  function changes({ known, items, ratings, dropped }) {
    const named = new Set([...known.keys(), ...items.keys(), ...ratings.keys(), ...dropped.keys()]);
    return {
      added: known.size ? [...hashes.keys()].filter(id => !known.has(id)) : [],
      changed: [...known].filter(([id, hash]) => hashes.has(id) && hashes.get(id) !== hash).map(([id]) => id),
      gone: [...named].filter(id => !hashes.has(id)),
    };
  }

  Object.assign(handbook, { nameKey, join, isSame, differences, moved, changes });
})();
