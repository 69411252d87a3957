// Light or dark, before anything is painted: what the reader chose, on any page and in either language, or as the device.
(() => {
  "use strict";
  const KEY = "handbook-scheme";
  const page = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  page.classList.replace("no-js", "js");

  const kept = () => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null; // nothing is kept here
    }
  };
  const show = () => {
    const chosen = kept();
    const known = chosen === "slate" || chosen === "default";
    page.dataset.mdColorScheme = known ? chosen : dark.matches ? "slate" : "default";
  };
  dark.addEventListener("change", show);
  addEventListener("storage", show); // of another page
  show();

  addEventListener("click", event => {
    /** @type {HTMLElement | null | false} */
    const button = event.target instanceof Element && event.target.closest("[data-scheme]");
    if (!button) return;
    const chosen = button.dataset.scheme ?? "";
    try {
      localStorage.setItem(KEY, chosen);
    } catch {
      /* it holds for this page */
    }
    page.dataset.mdColorScheme = chosen;
    // The button that was pressed is gone, and the other in its place.
    const [other] = [...document.querySelectorAll("[data-scheme]")].filter(one => one !== button);
    if (other instanceof HTMLElement) other.focus();
  });
})();
