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

  // The theme's search listens to keys alone; words may also be pasted, spoken or picked from a list.
  const box = document.querySelector(".md-search__input");
  if (box) box.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));

  // Where nothing has all that was asked for, search says so before it offers the nearest.
  const [meta, nearest] = [document.querySelector(".md-search-result__meta"), document.getElementById("hb-nearest")];
  if (meta && nearest instanceof HTMLTemplateElement) {
    const say = () => {
      const text = nearest.content.textContent ?? "";
      const isInexact = meta.nextElementSibling?.firstElementChild?.querySelector(".md-search-result__terms");
      if (isInexact && meta.textContent !== text) meta.textContent = text;
    };
    new MutationObserver(say).observe(meta.parentElement ?? meta, { childList: true, subtree: true });
  }

  all("[data-print]").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });

  Object.assign(handbook, { carry });
})();
