// Where a browser lets pages keep nothing, merely asking for its stores is a fault, which ends the theme's script and
// the search with it. Stores that are empty, and refuse whatever they are given, let it go on.
(() => {
  "use strict";
  const setItem = () => {
    throw new DOMException("nothing is kept", "SecurityError");
  };
  /** @type {("localStorage" | "sessionStorage")[]} */
  const names = ["localStorage", "sessionStorage"];
  for (const name of names) {
    try {
      if (window[name]) continue;
    } catch {
      /* this is the fault */
    }
    Object.defineProperty(window, name, { value: { length: 0, getItem: () => null, setItem, removeItem() {} } });
  }
})();
