// Conveniences on top of pages that read and print without any script.
(() => {
  "use strict";
  const { handbook } = window;
  const { all } = handbook;

  /** @type {HTMLAnchorElement[]} */
  const links = all("a.md-select__link[hreflang]");
  // Both languages have the same anchors, so the switcher leads to the same place: to that of the address as long as it
  // is in sight, otherwise to the last one above the reader's eyes.
  const BAR = 100; // pixels, with the line below it
  /** @param {Element} one */
  const top = one => (one.getClientRects().length ? one.getBoundingClientRect().top : Number.POSITIVE_INFINITY);
  const here = () => {
    const { hash } = location;
    const target = document.getElementById(hash.slice(1));
    if (hash.includes("=") || (target && top(target) > -1 && top(target) < innerHeight)) return hash;
    if (scrollY < innerHeight / 4) return "";
    const passed = all("article [id]").filter(one => top(one) < BAR);
    const last = passed.reduce((best, one) => (!best || top(one) > top(best) ? one : best), passed[0]);
    return last ? `#${last.id}` : "";
  };
  const carry = () => {
    const hash = here();
    for (const link of links) link.hash = hash;
  };
  carry();
  addEventListener("hashchange", carry);
  addEventListener("click", carry, true);

  // What is folded opens where a link leads into it.
  const open = () => {
    for (let one = document.getElementById(location.hash.slice(1)); one; one = one.parentElement)
      if (one instanceof HTMLDetailsElement) one.open = true;
  };
  open();
  addEventListener("hashchange", open);

  all("[data-print]").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });

  Object.assign(handbook, { carry });
})();
