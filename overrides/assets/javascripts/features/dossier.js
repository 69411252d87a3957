// The dossier's page: what was collected, in order, with comments; its sources, and the ways to take it away.
(() => {
  "use strict";
  const { handbook } = window;
  const { make, button, say, data, dossier, download } = handbook;
  /** @type {HTMLElement | null} */
  const mount = document.querySelector("[data-dossier-page]");
  if (!mount) return;

  /* features/since.js */
  /* features/dossier-whole.js */
  /* features/dossier-out.js */
  /* features/dossier-entry.js */
  /* features/dossier-tools.js */

  /** @type {Map<string, DossierSince>} */
  const since = new Map();
  /** @type {Map<string, EntryView>} */
  const views = new Map();
  const whole = () => wholeOf(dossier.get(), since);

  const title = make("input", { type: "text", maxlength: 200 });
  const status = make("p", { class: "hb-status", role: "status" });
  const news = make("p", { class: "hb-meta" });
  const warning = make("p", { class: "hb-warning", role: "alert" });
  const empty = make("p", {}, say("dossier_empty"));
  const number = make("p", { class: "hb-meta" });
  const list = make("ol", { class: "hb-dossier" });
  const sources = make("ol", { class: "hb-cited" });
  const cited = make("section", { class: "hb-sources" }, make("h2", {}, say("dossier_sources")), sources);
  const heading = make("p", { class: "hb-dossier__title" });
  /** @type {(text: string, ...more: Node[]) => void} */
  const tell = (text, ...more) => status.replaceChildren(text, ...more.flatMap(one => [" ", one]));

  /** @type {EntryActs} */
  const acts = {
    move: (key, by) => {
      const keys = dossier.get().entries.map(dossier.keyOf);
      const place = keys.indexOf(key) + by;
      if (place < 0 || place >= keys.length) return;
      dossier.change(({ title, entries }) => {
        const [one] = entries.splice(place - by, 1);
        entries.splice(place, 0, one);
        return { title, entries };
      });
      tell(say("dossier_moved", { place: place + 1, number: keys.length }));
    },
    remove: key => {
      const before = dossier.get();
      const place = before.entries.findIndex(entry => dossier.keyOf(entry) === key);
      replace({ ...before, entries: before.entries.filter((_, at) => at !== place) }, say("dossier_removed"));
      const next = list.children[Math.min(place, list.children.length - 1)];
      (next?.querySelector("textarea") ?? title).focus();
    },
    comment: (key, comment) => {
      const kept = dossier.change(held => ({
        ...held,
        entries: held.entries.map(entry => (dossier.keyOf(entry) === key ? { ...entry, comment } : entry)),
      }));
      if (!kept) tell(say("collect_full"));
    },
    update: ({ key, since: { now } }) => {
      if (!now) return;
      dossier.change(held => ({
        ...held,
        entries: held.entries.map(entry =>
          dossier.keyOf(entry) === key
            ? { ...now, ref: entry.ref, language: entry.language, date: data.dataDate, comment: entry.comment }
            : entry,
        ),
      }));
    },
  };

  /** @type {DossierPage["replace"]} */
  function replace(next, told) {
    const before = dossier.get();
    if (!dossier.change(() => next)) return tell(say("collect_full"));
    const undo = button(say("undo"), () => {
      dossier.change(now => undone(before, next, now));
      tell(say("undone"));
    });
    tell(told, undo);
  }
  // Rescued words, which were kept and cannot be read.
  function offerAside() {
    const aside = dossier.aside();
    const save = button(say("damaged_save"), () => download(aside, "application/json", "handbook-dossier.json"));
    const forget = button(say("damaged_forget"), () => {
      dossier.discard();
      tell("");
    });
    if (aside) tell(say("damaged"), save, forget);
  }

  function show() {
    const { title: name, items, sources: every } = whole();
    const typing = document.activeElement;
    if (title.value !== name) title.value = name;
    const keys = new Set(items.map(({ key }) => key));
    for (const [key, view] of views) {
      if (keys.has(key)) continue;
      view.element.remove();
      views.delete(key);
    }
    items.forEach((item, place) => {
      const view = views.get(item.key) ?? entryView(item.key, acts);
      views.set(item.key, view);
      if (list.children[place] !== view.element) list.insertBefore(view.element, list.children[place] ?? null);
      view.show(item, place, items.length);
    });
    if (typing instanceof HTMLElement && document.activeElement !== typing) typing.focus();
    sources.replaceChildren(...every.map(sourceLine));
    number.textContent = items.length ? say("dossier_number", { number: items.length, sources: every.length }) : "";
    heading.textContent = `${name || say("dossier")} · ${originOf()}`;
    news.textContent = newsOf(items);
    empty.hidden = items.length > 0;
    cited.hidden = !every.length;
    away.hidden = !items.length;
    warning.textContent = dossier.keeps() ? "" : say("dossier_keeps_nothing");
  }
  /** @type {(source: DossierSource, place: number) => HTMLElement} */
  const sourceLine = (source, place) => {
    const name = source.address ? make("a", { href: source.address }, source.title) : make("span", {}, source.title);
    name.lang = source.lang || document.documentElement.lang;
    const address = source.address ? [make("span", { class: "hb-dossier__address" }, ` ${source.address}`)] : [];
    return make("li", { id: `d${place + 1}` }, name, " ", make("span", {}, aboutSource(source)), ...address);
  };
  /** @param {DossierItem[]} items */
  const newsOf = items => {
    const states = items.map(one => one.since.state);
    if (!states.length || items.some(({ entry }) => !since.has(sinceKey(entry)))) return "";
    /** @param {string} state */
    const count = state => states.filter(one => one === state).length;
    const [changed, gone, date] = [count("changed"), count("gone"), handbook.day(data.dataDate)];
    if (count("unknown") === states.length) return say("dossier_unchecked");
    return changed || gone ? say("dossier_checked", { date, changed, gone }) : say("dossier_same", { date });
  };
  // Each entry once, however often the dossier changes meanwhile.
  /** @type {Set<string>} */
  const asked = new Set();
  async function check() {
    const fresh = dossier.get().entries.filter(entry => !asked.has(sinceKey(entry)));
    if (!fresh.length) return;
    for (const entry of fresh) asked.add(sinceKey(entry));
    list.setAttribute("aria-busy", "true");
    for (const [key, one] of await sinceOf(fresh)) since.set(key, one);
    if (since.size === asked.size) list.removeAttribute("aria-busy");
    show();
  }

  title.addEventListener("input", () => dossier.change(held => ({ ...held, title: title.value })));
  const named = make("label", { class: "hb-field hb-noprint" }, make("span", {}, say("dossier_title")), title);

  addEventListener("beforeunload", event => {
    if (dossier.keeps() || !dossier.get().entries.length) return;
    event.preventDefault();
    event.returnValue = "";
  });

  const { away, loading } = dossierTools({ whole, replace, tell });
  mount.replaceChildren(warning, empty, named, number, away, loading, status, news);
  mount.after(heading, list, cited);
  dossier.listen(() => {
    show();
    check();
  });
  show();
  offerAside();
  check();
})();
