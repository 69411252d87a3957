// Search that costs nothing until somebody uses it.
//
// Material starts its search worker and hands it the index as soon as a page is open. Here both wait until the
// search field is first used. The theme's own index has only what it needs to mark on a page what was searched for.
(() => {
  "use strict";
  const Search = window.Worker; // on file://, that of the shim
  const SETUP = 0;

  /* core/entries.js */

  // In the line of the results; the theme waits there for a search that does not come.
  const fail = () => {
    /** @type {HTMLElement | null} */
    const line = document.querySelector(".md-search-result__meta");
    if (line) line.textContent = line.dataset.failed ?? "";
  };

  window.Worker = class extends EventTarget {
    onmessage = null;
    onerror = null;
    onmessageerror = null;
    /** @type {Worker | undefined} */
    #worker;

    /** @param {string | URL} url */
    constructor(url) {
      super();
      window.Worker = Search; // the theme starts one only
      let started = false;
      const start = async (/** @type {Event} */ { target }) => {
        const field = target instanceof Element && target.matches(".md-search__input, [data-md-toggle=search]");
        if (started || !field) return;
        started = true;
        try {
          this.#begin(await loadEntries(), new Search(url));
        } catch {
          started = false; // what could not be loaded may be there at the next use
          fail();
        }
      };
      document.addEventListener("focusin", start);
      document.addEventListener("change", start);
    }

    /** @type {(data: SearchIndex, worker: Worker) => void} */
    #begin(data, worker) {
      this.#worker = worker;
      worker.addEventListener("error", fail);
      worker.addEventListener("message", event =>
        this.dispatchEvent(new MessageEvent("message", { data: event.data })),
      );
      worker.postMessage({ type: SETUP, data });
    }

    // The theme has questions only once the search has said that it is ready.
    /** @param {ToSearch} message */
    postMessage(message) {
      if (message.type !== SETUP) this.#worker?.postMessage(message);
    }

    terminate() {
      this.#worker?.terminate();
    }
  };
})();
