// The buttons of the bar, the drawer and the search: what is open stands in two check boxes, which styles ask.
(() => {
  "use strict";
  const { all, one } = window.handbook;
  const narrow = matchMedia("(max-width: 76.234375em)"); // the navigation is a drawer
  const phone = matchMedia("(max-width: 59.984375em)"); // the search lies over the page
  const sidebar = one(".md-sidebar--primary");
  const searching = one(".md-search");
  /** @type {HTMLInputElement} */
  const field = one(".md-search__input");
  /** @type {HTMLInputElement} */
  const searchKey = one("[data-search-key]");

  const KEPT = "handbook-search-key"; // one for all pages
  const hasKey = () => {
    try {
      return localStorage.getItem(KEPT) !== "off";
    } catch {
      return searchKey.checked;
    }
  };

  /** @type {(name?: string) => HTMLInputElement} */
  const box = name => one(`[data-md-toggle=${name}]`);
  const [drawer, search] = [box("drawer"), box("search")];
  /** @type {(name?: string) => HTMLElement} */
  const opener = name => one(`[aria-expanded][data-toggle=${name}]`);
  /** @type {(which: HTMLInputElement, open: boolean) => void} */
  const set = (which, open) => {
    if (which.checked !== open) which.click();
  };

  // All but the drawer, which lies over it, and what closes it by a click beside it.
  /** @type {HTMLElement[]} */
  const outside = [];
  for (let inner = sidebar; inner.parentElement && inner !== document.body; inner = inner.parentElement)
    outside.push(...all(":scope > :not(script, .md-toggle, .md-overlay)", inner.parentElement));

  function show() {
    const open = drawer.checked && narrow.matches;
    for (const other of outside) other.inert = open && !other.contains(sidebar);
    opener("drawer").setAttribute("aria-expanded", String(open));
    opener("search").setAttribute("aria-expanded", String(search.checked));
    searchKey.checked = hasKey();
    field.tabIndex = phone.matches && !search.checked ? -1 : 0;
  }

  /** @type {(name?: string) => void} */
  function toggle(name) {
    box(name).click();
    const first = name === "search" ? field : one("[data-toggle]", sidebar);
    (box(name).checked ? first : opener(name)).focus({ preventScroll: true });
  }

  [drawer, search].forEach(one => one.addEventListener("change", show));
  [narrow, phone].forEach(width =>
    width.addEventListener("change", () => {
      set(drawer, false);
      show();
    }),
  );
  all("[data-toggle]").forEach(button => button.addEventListener("click", () => toggle(button.dataset.toggle)));
  sidebar.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a")) set(drawer, false);
  });
  // A place on this page lies behind whatever is open.
  addEventListener("hashchange", () => [drawer, search].forEach(one => set(one, false)));

  // The search is open while it has the focus, or where a click beside it has yet to close it.
  /** @type {Element | null} */
  let before = null;
  field.addEventListener("focus", ({ relatedTarget: last }) => {
    if (last instanceof Element && !searching.contains(last)) before = last;
    set(search, true);
  });
  searching.addEventListener("focusout", ({ relatedTarget: next }) => {
    if (next instanceof Node && !searching.contains(next)) set(search, false);
  });

  // One key opens it, of which who speaks to the device, or types by mistake, can rid themselves on all pages.
  searchKey.addEventListener("change", () => {
    try {
      localStorage.setItem(KEPT, searchKey.checked ? "on" : "off");
    } catch {
      /* it holds for this page */
    }
  });
  addEventListener("keydown", event => {
    const { key, target } = event;
    if (key === "Escape" && drawer.checked) toggle("drawer");
    else if (key === "Escape" && search.checked) {
      set(search, false);
      const last = phone.matches ? opener("search") : before;
      if (last instanceof HTMLElement && last !== document.body) last.focus();
      else if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
    } else if (key === "/" && hasKey() && !event.ctrlKey && !event.altKey && !event.metaKey) {
      const writes =
        target instanceof HTMLElement && (target.isContentEditable || target.matches("input, textarea, select"));
      if (writes || drawer.checked) return;
      event.preventDefault();
      before = document.activeElement;
      set(search, true);
      field.focus();
      field.select();
    }
  });
  show();
})();
