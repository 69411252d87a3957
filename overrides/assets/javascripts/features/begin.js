// What ticks the items of a page waits until a reader wants it; whoever only reads does not load it.
//
// Who has worked on one page of a sitting goes on with the next without being asked.
(() => {
  "use strict";
  const { all, one, make, button, lacking = [] } = window.handbook;
  /** @type {HTMLElement | null} */
  const mount = document.querySelector("[data-work]");
  const waiting = all("[data-later]");
  if (!mount || !waiting.length) return;
  const { begin = "", notLoaded = "" } = mount.dataset;

  // A script that came must not run twice, so the page begins anew.
  const again = () => {
    try {
      sessionStorage.setItem("handbook:again", "");
    } catch {
      // Then the page asks once more.
    }
    location.reload();
  };
  /** @param {() => void} [then] */
  const load = then => {
    mount.replaceChildren();
    const before = lacking.length; // see watch.js
    // What collects for the dossier may have come already with some of them.
    const there = new Set(Array.from(document.scripts, ({ src }) => src));
    const due = waiting.filter(({ dataset }) => !there.has(new URL(dataset.later ?? "", location.href).href));
    let left = due.length;
    for (const { dataset } of due) {
      const script = document.createElement("script");
      script.async = false; // in order
      script.src = dataset.later ?? "";
      script.onload = script.onerror = () => {
        left -= 1;
        if (left) return;
        if (lacking.length === before) then?.();
        else mount.replaceChildren(make("p", { role: "alert" }, notLoaded), button(begin, again));
      };
      document.head.append(script);
    }
  };
  const works = () => {
    try {
      return Object.keys(sessionStorage).some(key => key.startsWith("handbook:"));
    } catch {
      return false;
    }
  };
  if (works()) load();
  else mount.append(button(begin, () => load(() => one(".hb-choice :is(button, input)").focus())));
})();
