// Both languages side by side: whether a reader wants them is kept; what shows them comes when somebody does.
(() => {
  "use strict";
  /* core/load-script.js */
  const { handbook } = window;
  const { all, make } = handbook;
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const KEY = "handbook-sides";
  const [button] = all("[data-both]");
  if (!button) return; // an edition of one language

  const kept = () => {
    try {
      return localStorage.getItem(KEY) === "both";
    } catch {
      return false; // nothing is kept here
    }
  };
  const keep = () => {
    try {
      localStorage.setItem(KEY, isWanted ? "both" : "one");
    } catch {
      /* it holds for this page */
    }
  };

  let isWanted = kept();
  /** @type {Promise<unknown> | undefined} */
  let loading;
  const load = () => {
    const sheet = make("link", { rel: "stylesheet", href: src.replace(/javascripts\/.*$/, "stylesheets/sides.css") });
    document.head.append(sheet);
    return loadScript(src.replace(/[^/]*$/, "twins.js")).then(() => loadScript(button.dataset.both ?? ""));
  };
  const fail = () => {
    loading = undefined; // it may be there at the next try
    isWanted = false;
    button.setAttribute("aria-pressed", "false"); // and core/watch.js says what is lacking
  };
  const show = () => {
    button.setAttribute("aria-pressed", String(isWanted));
    if (isWanted) loading ??= load();
    loading?.then(() => handbook.showTwins?.(isWanted)).catch(fail);
  };

  button.addEventListener("click", () => {
    isWanted = !isWanted;
    keep();
    show();
  });
  // A page that was put aside, after a choice on another.
  addEventListener("pageshow", ({ persisted }) => {
    if (!persisted || kept() === isWanted) return;
    isWanted = kept();
    show();
  });
  show();
})();
