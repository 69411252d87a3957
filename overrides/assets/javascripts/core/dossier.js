// The dossier: what a reader has collected, in the reader's order and with the reader's comments.
//
// A browser keeps it as the text that its file has, under one key for all copies of the handbook and both languages.
(() => {
  "use strict";
  const { handbook } = window;
  const { data } = handbook;
  const KEY = `handbook:${data.site}/dossier`,
    ASIDE = `handbook:${data.site}/dossier!`;
  /* core/dossier-file.js */

  /** @type {ProgressStore | null} */
  let storage = null;
  let keeps = true,
    memory = "";
  try {
    storage = localStorage; // the getter itself may throw
    storage.setItem(`${KEY}?`, "");
    storage.removeItem(`${KEY}?`);
  } catch {
    keeps = false;
  }
  /** @type {(() => void)[]} */
  const listeners = [];
  const tell = () => listeners.forEach(listener => listener());
  const lose = () => {
    keeps = false;
    tell();
  };
  const kept = () => (keeps ? storage?.getItem(KEY) : null) ?? memory;
  /** @type {Handbook["dossier"]["get"]} */
  const get = () => {
    const text = kept();
    try {
      if (text) return readDossier(text).dossier;
    } catch {
      set(ASIDE, text); // not ours to lose
      storage?.removeItem(KEY);
    }
    return { title: "", entries: [] };
  };
  /** @type {(key: string, text: string) => void} */
  function set(key, text) {
    try {
      if (keeps) storage?.setItem(key, text);
    } catch {
      keeps = false;
    }
  }
  /** @type {Handbook["dossier"]["change"]} */
  const change = act => {
    const next = act(get()); // of what is kept at this moment, by whichever page
    const text = writeDossier({ ...next, entries: eachOnce(next.entries) });
    if (next.entries.length > DOSSIER_ENTRIES || text.length > DOSSIER_BYTES / 3) return false;
    memory = text;
    set(KEY, text);
    tell();
    return true;
  };

  addEventListener("storage", ({ key }) => {
    if (key === KEY || key === null) tell();
  });
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) tell();
  });
  // Where the browser gives each file a store of its own, shared.js brings the one of all files, a moment late.
  handbook.adopters.push({
    lose,
    adopt: shared => {
      const own = storage,
        early = own?.getItem(KEY) ? get() : null;
      storage = shared;
      if (early) {
        shared.kept(KEY, () => own?.removeItem(KEY)); // not before it is safe
        change(there => joinDossiers(there, early));
      } else tell();
    },
  });
  handbook.dossier = {
    get,
    change,
    join: joinDossiers,
    read: readDossier,
    readFile: readDossierFile,
    write: writeDossier,
    keyOf: entryKey,
    Refused: DossierRefused,
    keeps: () => keeps,
    aside: () => storage?.getItem(ASIDE) ?? "",
    discard: () => storage?.removeItem(ASIDE),
    listen: listener => {
      listeners.push(listener);
    },
  };
})();
