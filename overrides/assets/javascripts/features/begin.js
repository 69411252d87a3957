// Pages that are read first and worked on second: what ticks their items waits until a reader wants it.
//
// Who has worked on one page of a sitting goes on with the next without being asked.
(() => {
  "use strict";
  const { all, one, button } = window.handbook;
  /** @type {HTMLElement | null} */
  const mount = document.querySelector("[data-work]");
  const waiting = all("[data-later]");
  if (!mount || !waiting.length) return;

  const load = () => {
    mount.replaceChildren();
    for (const { dataset } of waiting) {
      const script = document.createElement("script");
      script.async = false; // in order
      script.src = dataset.later ?? "";
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
  else mount.append(button(JSON.parse(one("script[data-words]").textContent).begin, load));
})();
