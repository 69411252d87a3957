// The panel above a checklist or an assessment: whose answers these are, where they are kept, and how to carry them on.
//
// Every change is written at once, onto what is stored at that moment, so that two open pages of a group do not undo
// each other. Where the browser keeps nothing, the page says so at once and asks before it is left.
(function part() {
  "use strict";
  const { handbook } = window;
  const place = handbook.parts.push(`(${part})();`);
  const { data, all, say, stateWord, make, button, download, read, write, blank, join } = handbook;

  const PREFIX = `handbook:${data.site}`;
  // Before any script changes it; see copy.js.
  /** @type {HTMLElement} */
  const article = document.querySelector(".md-content__inner") || document.body;
  const before = /** @type {HTMLElement} */ (article.cloneNode(true));
  /** @type {HTMLElement | null} */
  const mount = document.querySelector("[data-work]");
  /** @type {Map<string, string>} */
  const memory = new Map();
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
    unsaved = false,
    record = blank("");
  /** @type {((record: Progress) => void)[]} */
  const listeners = [];
  // The lines for group and date on paper, two a page; a hand-out's stay empty.
  const sheet = all("[data-work] ~ .hb-sheet p").map(element => ({ element, text: element.textContent }));

  /** @param {string} ending */
  const fileName = ending => {
    const group = record.group.replace(/[\s\\/:*?"<>|.\u0000-\u001f]+/g, "-").slice(0, 40) || "group";
    return `handbook-${group}-${handbook.today()}.${ending}`;
  };

  // Storage
  /** @type {(group: string, place?: ProgressStore | null) => Progress | null} */
  const stored = (group, place = storage) => {
    const text = (!keeps && memory.get(group)) || place?.getItem(`${PREFIX}:${group}`);
    if (!text) return null;
    try {
      return read(text).record;
    } catch {
      // Not ours to read, and not ours to lose.
      put(`${PREFIX}!${group}`, text);
      return null;
    }
  };
  /** @returns {{ last: string; taken: string[] }} */
  const meta = () => {
    try {
      return { last: "", taken: [], ...JSON.parse(storage?.getItem(PREFIX) ?? "null") };
    } catch {
      return { last: "", taken: [] };
    }
  };
  /** @type {(key: string, text: string) => void} */
  const put = (key, text) => {
    if (!keeps) return;
    try {
      storage?.setItem(key, text);
    } catch {
      keeps = false;
      warn();
    }
  };
  const keep = () => {
    const text = write(record);
    memory.set(record.group, text);
    put(`${PREFIX}:${record.group}`, text);
    put(PREFIX, JSON.stringify({ ...meta(), last: record.group }));
  };
  const groups = () => {
    const names = new Set(memory.keys());
    for (let n = 0; storage && n < storage.length; n++) {
      const key = storage.key(n);
      if (key?.startsWith(`${PREFIX}:`)) names.add(key.slice(PREFIX.length + 1));
    }
    names.delete("");
    return [...names].sort();
  };

  // Where the browser gives each file a store of its own, shared.js brings the one of all files, a moment late.
  handbook.adopt = shared => {
    const own = localStorage; // there would be no other without it
    const early = Object.keys(own).filter(key => key.startsWith(`${PREFIX}:`));
    storage = shared;
    const { last } = meta();
    const name = (early.length && record.group) || last;
    for (const key of early) {
      const mine = stored(key.slice(PREFIX.length + 1), own);
      if (!mine) continue;
      // What was written before the group had a name belongs to it.
      const group = mine.group || last,
        there = stored(group);
      put(`${PREFIX}:${group}`, write({ ...(there ? join(there, mine) : mine), group }));
      shared.kept(`${PREFIX}:${group}`, () => own.removeItem(key)); // not before it is safe
    }
    own.removeItem(PREFIX);
    record = stored(name) || blank(name);
    if (early.length) keep();
    tellChanges(record, false);
    show();
  };
  handbook.lose = () => {
    keeps = false;
    warn();
  };

  // The panel
  const status = make("p", { class: "hb-status", role: "status" });
  const warning = make("p", { class: "hb-warning", role: "alert", hidden: "" });
  const report = make("div", { class: "hb-report" });
  const group = make("input", {
    type: "text",
    maxlength: handbook.MOST_NAME,
    autocomplete: "off",
    list: "hb-groups",
    dir: "auto",
  });
  const known = make("datalist", { id: "hb-groups" });
  const file = make("input", { type: "file", accept: ".json,application/json", hidden: "" });
  const tools = make("div", { class: "hb-tools" });
  /** @param {string} text */
  const tell = text => {
    status.textContent = text;
  };
  function warn() {
    warning.hidden = keeps;
    warning.textContent = keeps ? "" : say("keeps_nothing");
    tell(keeps ? say("keeps") : "");
  }

  const show = () => {
    if (group !== document.activeElement) group.value = record.group;
    known.replaceChildren(...groups().map(name => make("option", { value: name })));
    sheet.forEach(({ element, text }, place) => {
      element.textContent = `${text} ${[record.group, record.group && handbook.day(Date.now())][place % 2] || ""}`;
    });
    listeners.forEach(listener => listener(record));
  };
  /** @type {Handbook["edit"]} */
  function edit(kind, id, change) {
    // Another page of the same group may have written meanwhile.
    if (keeps) record = stored(record.group) || record;
    const next = handbook.changed(record, kind, id, change);
    if (!next) return;
    record = next;
    unsaved = true;
    keep();
    tell(keeps ? say("keeps") : "");
    listeners.forEach(listener => listener(record));
  }

  /** @param {string} name */
  function open(name) {
    const before = record;
    record = stored(name) || blank(name);
    // What was written before the group had a name belongs to it.
    const nameless = before.group === "" && name !== "" && handbook.count(before) > 0;
    if (nameless) {
      record = { ...join(record, before), group: name };
      memory.delete("");
      storage?.removeItem(`${PREFIX}:`);
    }
    keep();
    show();
    /** @param {Progress} one */
    const holds = one => handbook.count(one) > 0;
    tell(say(holds(record) ? "group_opened" : "group_new", { group: name || say("nameless") }));
    // A new name may be another group, or the right name of this one.
    if (name && before.group && !holds(record) && holds(before))
      status.append(
        " ",
        button(say("rename", { group: before.group }), () => rename(before, name)),
      );
  }
  /**
   * @param {Progress} before
   * @param {string} name
   */
  function rename(before, name) {
    record = { ...before, group: name };
    keep();
    memory.delete(before.group);
    storage?.removeItem(`${PREFIX}:${before.group}`);
    show();
    tell(say("group_opened", { group: name }));
    group.focus();
  }

  /**
   * @param {Progress} held
   * @param {boolean} always
   */
  function tellChanges(held, always) {
    const { added, changed, gone } = handbook.changes(held);
    // From storage, what was told once is not told again: what is gone is no longer among the known.
    const news = always ? gone : gone.filter(id => held.known.has(id));
    /** @type {[word: string, ids: string[]][]} */
    const lists = [
      ["changes_added", added],
      ["changes_changed", changed],
      ["changes_gone", news],
    ];
    report.replaceChildren();
    if (!added.length && !changed.length && !news.length) return;
    handbook.need(
      () => window.handbookTexts,
      "handbook-items",
      "handbook-texts",
      () => {
        const { version, dataDate: date } = held.handbook;
        report.replaceChildren(
          make(
            "p",
            {},
            say("changes", { added: added.length, changed: changed.length, gone: news.length, version, date }),
          ),
          ...lists.filter(([, ids]) => ids.length).map(([word, ids]) => changeList(held, word, ids)),
        );
      },
    );
  }
  /**
   * @param {Progress} held
   * @param {string} word
   * @param {string[]} ids
   */
  function changeList(held, word, ids) {
    /** @param {ItemEntry | RatingEntry | undefined} entry */
    const answer = entry => entry && (entry.note || ("state" in entry ? stateWord(entry.state) : entry.level));
    /** @param {string} id */
    const line = id => {
      const kept = word === "changes_gone" && answer(held.items.get(id) || held.ratings.get(id));
      return make("li", {}, handbook.title(id), ...(kept ? [" ", make("q", { dir: "auto" }, String(kept))] : []));
    };
    return make(
      "details",
      { class: "hb-cell" },
      make("summary", {}, say(word, { number: ids.length })),
      make("ul", { class: "hb-list" }, ...ids.slice(0, 200).map(line)),
    );
  }

  /** @param {File} chosen */
  async function load(chosen) {
    /** @type {Progress} */
    let incoming;
    /** @type {string[]} */
    let faults;
    try {
      ({ record: incoming, faults } = await handbook.readFile(chosen));
    } catch (error) {
      if (!(error instanceof handbook.Refused)) throw error;
      tell(say("refused", { file: chosen.name, why: error.message }));
      return;
    }
    const present = incoming.group === record.group ? record : stored(incoming.group);
    record = present ? join(present, incoming) : incoming;
    keep();
    tellChanges(incoming, true);
    show();
    tell(
      say(present && handbook.count(present) ? "joined" : "loaded", {
        group: record.group || say("nameless"),
        date: handbook.day(incoming.saved),
      }),
    );
    status.append(...faults.slice(0, 20).map(fault => make("span", { class: "hb-fault", dir: "auto" }, fault)));
  }

  function saveCopy() {
    if (!handbook.copy) return;
    download(handbook.copy(write(record)), "text/html", fileName("html"));
    unsaved = false;
    tell(say("copied"));
  }

  // Called by each script that has something to fill in.
  function start() {
    if (!mount || group.isConnected) return;
    group.addEventListener("change", () => open(group.value.trim()));
    file.addEventListener("change", async () => {
      if (file.files?.[0]) await load(file.files[0]);
      file.value = "";
    });
    const clear = button(say("clear"), () => {
      if (!confirm(say("clear_sure", { group: record.group || say("nameless") }))) return;
      record = handbook.cleared(record);
      report.replaceChildren();
      keep();
      show();
      tell(say("cleared"));
    });
    tools.append(
      button(say("save"), () => {
        download(write(record), "application/json", fileName("json"));
        unsaved = false;
        tell(say("saved"));
      }),
      button(say("load"), () => file.click()),
      // In one file with everything there is neither; the file itself is the copy to pass on.
      ...(handbook.copy || document.querySelector('script[src*="panel.js"]')
        ? [button(say("copy"), () => handbook.need(() => handbook.copy, "panel.js", "copy.js", saveCopy))]
        : []),
      clear,
      file,
    );
    mount.append(
      make(
        "div",
        { class: "hb-panel" },
        make("label", { class: "hb-field" }, make("span", {}, say("group")), group),
        known,
        tools,
      ),
      warning,
      status,
      report,
    );
    article.classList.add("hb-scripted");
    // A saved copy brings its answers; those it brought before must not undo what was changed since.
    const inside = document.getElementById("hb-saved");
    const { last, taken } = meta();
    const brought = inside && read(inside.textContent).record;
    const stamp = brought ? `${brought.group}|${brought.saved}` : "";
    const present = stored(brought ? brought.group : last);
    if (brought && !(present && taken.includes(stamp))) {
      record = present ? join(present, brought) : brought;
      put(PREFIX, JSON.stringify({ last: record.group, taken: [...taken, stamp].slice(-50) }));
      keep();
    } else record = present || blank(last);
    tellChanges(brought || record, Boolean(brought));
    warn();
    show();
    const again = () => {
      const fresh = stored(record.group);
      if (fresh) {
        record = fresh;
        show();
      }
    };
    addEventListener("storage", event => {
      if (event.key === `${PREFIX}:${record.group}`) again();
    });
    addEventListener("pageshow", event => {
      if (event.persisted) again();
    });
    addEventListener("beforeunload", event => {
      if (!keeps && unsaved) {
        event.preventDefault();
        event.returnValue = "";
      }
    });
  }

  /** @type {Handbook["listen"]} */
  const listen = listener => {
    listeners.push(listener);
    if (group.isConnected) listener(record);
  };
  // Bakers put into a copy, as text, what they show.
  Object.assign(handbook, {
    afterPanel: place,
    before,
    bakers: [],
    edit,
    start,
    tools,
    mount,
    show,
    listen,
    groupName: () => record.group,
  });
})();
