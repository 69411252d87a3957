// START-HERE: starts the scripts of all other pages, and does with them what a group and a merge do.
//
// What scripts keep, they keep under the name of the site. Here it has another, so nothing of the reader's is touched,
// and what is kept is taken away again.
(() => {
  "use strict";
  const { handbook } = window;
  const { all } = handbook;
  const SITE = "start-here";
  const TYPED = "试 é ✓";
  const PATIENCE = 10000;

  // In order. What cannot start is noted by watch.js.
  /** @type {NonNullable<Handbook["trial"]>["start"]} */
  async function start(load) {
    // Where each file has a store of its own, that of all files is there once its frame has answered; see shared.js.
    const answered = greeting();
    for (const { dataset } of all("[data-tried]")) {
      await load(dataset.tried ?? "").catch(() => null);
      if (window.handbookItems) window.handbookItems.site = SITE;
    }
    if (frame()) await answered;
  }
  /** @returns {HTMLIFrameElement | null} */
  const frame = () => document.querySelector('iframe[src*="shared.xhtml"]');
  /** @returns {Promise<FromStore["entries"]>} */
  const greeting = () =>
    new Promise(resolve => {
      // Not before shared.js has heard it, too.
      addEventListener("message", ({ data }) => data?.entries && setTimeout(resolve, 0, data.entries));
      setTimeout(resolve, PATIENCE);
    });

  // The first step that fails; nothing when all went well.
  /** @type {NonNullable<Handbook["trial"]>["failing"]} */
  function failing() {
    let step = "start";
    if (handbook.lacking?.length !== 0) return step;
    step = "begin";
    try {
      const { begin, changed, write, read, join, isSame, entryOf, data, stateWord, moment, KINDS } = handbook;
      const id = Object.keys(data.hashes).find(id => KINDS.items.id.test(id)) ?? "";
      /** @type {(record: Progress, change: Partial<Work>) => Progress} */
      const answer = (record, change) => changed(record, "items", id, change) ?? record;
      const group = begin(TYPED);
      step = "write";
      const here = answer(group, { state: "done", note: TYPED });
      const text = write(here);
      step = "read";
      const { record, faults } = read(text);
      const again = entryOf(record, "items", id);
      if (faults.length || record.group !== TYPED || again.note !== TYPED) return step;
      if (!stateWord(again.state) || !moment(record.saved)) return step; // as it is shown
      step = "join";
      const there = answer(record, { owner: TYPED });
      const both = entryOf(join(answer(here, { note: SITE }), there), "items", id);
      return isSame(here, there) && both.note === SITE && both.owner === TYPED ? "" : step;
    } catch {
      return step;
    }
  }

  // What the browser really holds, be it asked here or by the frame.
  /** @param {string} place */
  async function held(place) {
    const shared = frame();
    if (!shared) return localStorage.getItem(place);
    const answered = greeting();
    shared.contentWindow?.postMessage({}, "*");
    return new Map(await answered).get(place) ?? null;
  }
  /** @type {NonNullable<Handbook["trial"]>["keeps"]} */
  async function keeps() {
    const { store, newId, begin, write } = handbook;
    const [key, record] = [newId(), begin(TYPED)];
    const place = `handbook:${SITE}:${key}`;
    try {
      store.put(key, record);
      if (!store.keeps() || (await held(place)) !== write(record)) return false;
    } finally {
      store.forget(key);
    }
    return (await held(place)) === null;
  }
  Object.assign(handbook, { trial: { start, failing, keeps } });
})();
