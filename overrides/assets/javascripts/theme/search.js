// Search that costs nothing until somebody uses it: what finds and what shows come when its field is first used, both
// at once, since a telephone waits for each in turn.
(() => {
  "use strict";
  const { one } = window.handbook;
  /* core/entries.js */
  /* theme/engine.js */
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** @type {HTMLInputElement} */
  const field = one(".md-search__input");
  const asked = new URLSearchParams(location.search);

  /** @param {string} name */
  const beside = name => src.replace(/[^/]*$/, name);
  /** @param {string} name */
  const load = name => {
    const script = document.createElement("script");
    script.src = beside(name);
    document.head.append(script);
    return script;
  };

  /** @type {ReturnType<typeof beginSearch> | undefined} */
  let engine;
  const begin = () => {
    engine ??= beginSearch(beside("search-worker.js"), below("search/entries.js"));
    return engine;
  };
  const end = () => {
    engine = undefined; // what could not be loaded may be there at the next use
  };
  window.handbook.search = async message => {
    try {
      return await (await begin())(message);
    } catch (error) {
      end();
      throw error;
    }
  };

  let isBegun = false;
  field.addEventListener("focus", () => {
    begin().catch(end);
    if (isBegun) return;
    isBegun = true;
    load("results.js").onerror = () => {
      isBegun = false; // it may be there at the next use
      one(".hb-results__status").textContent = JSON.parse(one(".md-search").dataset.words ?? "").failed;
    };
  });

  // The way back to what was searched for, and from there to what was found.
  const query = asked.get("q");
  if (query) {
    field.value = query;
    field.focus();
  }
  if (asked.has("h")) load("marks.js");
})();
