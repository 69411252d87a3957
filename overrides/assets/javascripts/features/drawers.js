// What is folded: drawers of statements name their sources, and a link opens whatever its target lies in.
//
// Without this script drawers open all the same, and their numbers lead to the list of sources.
(() => {
  "use strict";
  const { all, make } = window.handbook;

  let isPrinting = false;

  /**
   * Gives a source of a drawer, so far a number, the title and the rest from the page's list.
   * @param {HTMLAnchorElement} number
   */
  const name = number => {
    const entry = document.getElementById(number.hash.slice(1));
    const item = number.parentElement;
    const [title, about] = entry?.children ?? [];
    if (!item || !(title instanceof HTMLAnchorElement) || !about) return;
    const { archive, archived } = entry?.parentElement?.dataset ?? {};
    const rest = make("span", { class: "hb-named hb-meta" }, ...about.cloneNode(true).childNodes);
    if (archive && archived && !title.href.startsWith(archive.slice(0, 25)) && entry?.querySelector(".hb-entry"))
      rest.append(" · ", make("a", { href: archive + title.href }, archived));
    number.after(make("span", { class: "hb-named" }, " ", title.cloneNode(true)));
    item.append(rest);
  };

  /** @param {HTMLDetailsElement} drawer */
  const fill = drawer => {
    /** @type {HTMLAnchorElement[]} */
    const numbers = all(".hb-from a[href^='#']", drawer);
    if (!all(".hb-named", drawer).length) numbers.forEach(name);
  };

  document.addEventListener(
    "toggle",
    event => {
      const { target } = event;
      if (target instanceof HTMLDetailsElement && target.matches(".hb-prov[open]") && !isPrinting) fill(target);
    },
    true,
  );
  document.addEventListener("keydown", event => {
    const drawer = event.target instanceof Element && event.target.closest(".hb-prov[open]");
    if (event.key !== "Escape" || !drawer) return;
    drawer.removeAttribute("open");
    drawer.querySelector("summary")?.focus();
  });

  /** @param {string} hash */
  const unfold = hash => {
    const target = document.getElementById(hash.slice(1));
    const folded = all("details:not([open])").filter(details => details.contains(target));
    for (const details of folded) details.setAttribute("open", "");
    return folded.length ? target : null;
  };
  const follow = () => unfold(location.hash)?.scrollIntoView();
  follow();
  addEventListener("hashchange", follow);
  // A second time the address stays the same.
  document.addEventListener("click", event => {
    const link = event.target instanceof Element && event.target.closest("a[href^='#']");
    if (link instanceof HTMLAnchorElement) unfold(link.hash);
  });

  // For browsers whose styles do not reach what is folded.
  /** @type {HTMLElement[]} */
  let opened = [];
  addEventListener("beforeprint", () => {
    isPrinting = true;
    opened = all("details:not([open])");
    for (const details of opened) details.setAttribute("open", "");
  });
  addEventListener("afterprint", () => {
    for (const details of opened) details.removeAttribute("open");
    isPrinting = false;
  });
})();
