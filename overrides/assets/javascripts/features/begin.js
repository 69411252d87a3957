// What ticks the items of a page waits until a reader wants it; whoever only reads does not load it.
//
// Who has worked on one page of a sitting goes on with the next without being asked.
(() => {
  "use strict";
  const { all, one, button } = window.handbook;
  /** @type {HTMLElement | null} */
  const mount = document.querySelector("[data-work]");
  const waiting = all("[data-later]");
  if (!mount || !waiting.length) return;

  /** @param {() => void} [then] */
  const load = then => {
    mount.replaceChildren();
    /** @type {HTMLScriptElement | undefined} */
    let last;
    for (const { dataset } of waiting) {
      const script = document.createElement("script");
      script.async = false; // in order
      script.src = dataset.later ?? "";
      document.head.append(script);
      last = script;
    }
    if (last && then) last.onload = then;
  };
  const works = () => {
    try {
      return Object.keys(sessionStorage).some(key => key.startsWith("handbook:"));
    } catch {
      return false;
    }
  };
  if (works()) load();
  else mount.append(button(mount.dataset.begin ?? "", () => load(() => one(".hb-choice :is(button, input)").focus())));
})();
