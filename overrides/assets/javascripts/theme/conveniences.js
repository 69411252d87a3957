// Conveniences on top of pages that read and print without any script.
(() => {
  "use strict";
  const { handbook } = window;
  const { all } = handbook;

  /** @type {HTMLAnchorElement[]} */
  const links = all("a.md-select__link[hreflang]");
  // Both languages have the same anchors, so the switcher leads to the same place.
  const carry = () =>
    links.forEach(link => {
      link.hash = location.hash;
    });
  carry();
  addEventListener("hashchange", carry);
  addEventListener("click", carry, true);

  // What is folded opens where a link leads into it, and on paper.
  const open = () => {
    for (let one = document.getElementById(location.hash.slice(1)); one; one = one.parentElement)
      if (one instanceof HTMLDetailsElement) one.open = true;
  };
  open();
  addEventListener("hashchange", open);
  /** @type {HTMLDetailsElement[]} */
  let folded = [];
  matchMedia("print").addEventListener("change", ({ matches }) => {
    if (matches) folded = all("details:not([open])");
    for (const one of folded) one.open = matches;
  });

  all("[data-print]").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });

  Object.assign(handbook, { carry });
})();
