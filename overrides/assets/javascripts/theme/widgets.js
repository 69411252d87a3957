// The buttons of the bar and the drawer.
//
// What is open the theme keeps in check boxes, which its own scripts ask and change; it gives them labels alone, to
// which no keyboard comes. These buttons stand in their place, say what is open, and keep the focus where it is seen.
(() => {
  "use strict";
  const { all, one } = window.handbook;
  const narrow = matchMedia("(max-width: 76.234375em)"); // the navigation is a drawer
  const phone = matchMedia("(max-width: 59.984375em)"); // the search lies over the page
  const sidebar = one(".md-sidebar--primary");
  /** @type {HTMLInputElement} */
  const field = one(".md-search__input");

  /** @type {(name?: string) => HTMLInputElement} */
  const box = name => one(`[data-md-toggle=${name}]`);
  const [drawer, search] = [box("drawer"), box("search")];
  /** @type {(name?: string) => HTMLElement} */
  const opener = name => one(`[aria-expanded][data-toggle=${name}]`);

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
      if (drawer.checked) drawer.click();
      show();
    }),
  );
  all("[data-toggle]").forEach(button => button.addEventListener("click", () => toggle(button.dataset.toggle)));
  addEventListener(
    "keydown",
    ({ key }) => {
      if (key !== "Escape") return;
      if (drawer.checked) toggle("drawer");
      // The theme closes the search, and leaves the focus nowhere.
      else if (search.checked && phone.matches) setTimeout(() => opener("search").focus());
    },
    true,
  );

  all("[data-press]").forEach(button => {
    button.addEventListener("keydown", event => event.stopPropagation()); // at Enter the theme would press, too
    button.addEventListener("click", () => {
      document.getElementById(button.dataset.press ?? "")?.click();
      all("[data-press]")
        .find(other => !other.hidden)
        ?.focus();
    });
  });
  show();
})();
