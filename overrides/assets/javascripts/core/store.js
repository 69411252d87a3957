// Where a browser keeps the records of its groups, each under a key that stays when the group is renamed:
//   handbook:<site>:<key>   a record as reading.js writes it; earlier copies took the group's name for the key
//   handbook:<site>!<key>   a text that could not be read, or not whole, put aside for rescue
// Which group sits at this window is kept for the window alone. Where nothing can be kept, memory has to do.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { data, read, write, join, newId } = handbook;

  const PREFIX = `handbook:${data.site}`;
  /** @type {ProgressStore | null} */
  let storage = (() => {
    try {
      // The getter itself may throw, and writing may be refused although reading is not.
      localStorage.setItem(`${PREFIX}?`, "1");
      localStorage.removeItem(`${PREFIX}?`);
      return localStorage;
    } catch {
      return null;
    }
  })();
  let keeps = Boolean(storage),
    seat = "";
  /** @type {Map<string, string>} */
  const memory = new Map();
  /** @type {((key: string) => void)[]} */
  const listeners = [];
  /** @param {string} [key] nothing: all may have changed */
  const changed = (key = "") => listeners.forEach(listener => listener(key));

  /** @param {string} mark */
  const names = mark => {
    const found = new Set(mark === ":" ? memory.keys() : []);
    for (let n = 0; storage && n < storage.length; n++) {
      const key = storage.key(n);
      if (key?.startsWith(PREFIX + mark)) found.add(key.slice(PREFIX.length + 1));
    }
    return [...found].sort();
  };
  const lose = () => {
    keeps = false;
    changed();
  };
  /** @type {(place: string, text: string) => void} */
  const set = (place, text) => {
    if (!keeps) return;
    try {
      storage?.setItem(place, text);
    } catch {
      lose();
    }
  };
  /** @param {string} key */
  const textOf = key => (keeps ? null : memory.get(key)) ?? storage?.getItem(`${PREFIX}:${key}`) ?? null;

  // The text that was read last, so that listing the groups does not read each again.
  /** @type {Map<string, { text: string; record: Progress | null }>} */
  const seen = new Map();
  /** @param {string} key */
  function look(key) {
    const text = textOf(key);
    if (text === null) return null;
    const before = seen.get(key);
    if (before?.text === text) return before;
    /** @type {{ text: string; record: Progress | null }} */
    const found = { text, record: null };
    try {
      const { record, faults } = read(text);
      // Records of version 1 have no ids; without, nobody could tell later that two files are of one group.
      found.record = record.ids.length ? record : { ...record, ids: before?.record?.ids || [newId()] };
      if (faults.length) {
        set(`${PREFIX}!${key}`, text); // not ours to lose
        found.text = write(found.record);
        set(`${PREFIX}:${key}`, found.text);
      }
    } catch {
      // No record, then; it is offered for rescue.
    }
    seen.set(key, found);
    return found;
  }

  /** @type {Handbook["store"]} */
  const store = {
    keeps: () => keeps,
    get: key => look(key)?.record || null,
    put: (key, record) => {
      const text = write(record);
      memory.set(key, text);
      seen.set(key, { text, record });
      set(`${PREFIX}:${key}`, text);
    },
    forget: key => {
      memory.delete(key);
      storage?.removeItem(`${PREFIX}:${key}`);
    },
    groups: () =>
      names(":")
        .flatMap(key => {
          const record = store.get(key);
          return record && (record.group || handbook.count(record)) ? [{ key, record }] : [];
        })
        .sort((one, other) => (one.record.saved < other.record.saved ? 1 : -1)),
    damaged: () => [
      ...names("!").map(key => ({ place: `${PREFIX}!${key}`, text: storage?.getItem(`${PREFIX}!${key}`) ?? "" })),
      ...names(":")
        .filter(key => look(key)?.record === null)
        .map(key => ({ place: `${PREFIX}:${key}`, text: textOf(key) ?? "" })),
    ],
    discard: place => storage?.removeItem(place),
    seat: () => seat,
    sit: key => {
      seat = key;
      storage?.sit?.(key);
      try {
        if (key) sessionStorage.setItem(PREFIX, key);
        else sessionStorage.removeItem(PREFIX);
      } catch {
        // Then the next page asks again.
      }
    },
    listen: listener => {
      listeners.push(listener);
    },
  };
  try {
    seat = sessionStorage.getItem(PREFIX) ?? "";
  } catch {
    // The page asks.
  }

  addEventListener("storage", ({ key }) => {
    if (key?.startsWith(`${PREFIX}:`)) changed(key.slice(PREFIX.length + 1));
  });
  addEventListener("pageshow", event => {
    if (event.persisted) changed();
  });

  // Where the browser gives each file a store of its own, shared.js brings the one of all files, a moment late.
  /** @type {Handbook["adopters"][0]["adopt"]} */
  const adopt = (shared, sitting) => {
    const own = localStorage; // there would be no other without it
    const early = names(":").filter(key => own.getItem(`${PREFIX}:${key}`) !== null);
    const mine = early.map(key => ({ key, record: store.get(key), text: textOf(key) ?? "" }));
    storage = shared;
    for (const { key, record, text } of mine) {
      const there = store.get(key);
      if (record) store.put(key, there ? join(there, record) : record);
      else set(`${PREFIX}!${key}`, text);
      const kept = `${PREFIX}${record ? ":" : "!"}${key}`;
      shared.kept(kept, () => own.removeItem(`${PREFIX}:${key}`)); // not before it is safe
    }
    if (!seat) seat = sitting;
    else if (seat !== sitting) store.sit(seat);
    changed();
  };
  handbook.adopters.push({ adopt, lose });
  Object.assign(handbook, { store });
})();
