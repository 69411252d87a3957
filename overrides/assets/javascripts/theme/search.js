// Search that costs nothing until somebody uses it: what finds and shows comes when its field is first used.
(() => {
  "use strict";
  const { one } = window.handbook;
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  /** @type {HTMLInputElement} */
  const field = one(".md-search__input");
  const asked = new URLSearchParams(location.search);

  /** @param {string} name */
  const load = name => {
    const script = document.createElement("script");
    script.src = src.replace(/[^/]*$/, name);
    document.head.append(script);
    return script;
  };

  let isBegun = false;
  field.addEventListener("focus", () => {
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
