// Where on a page its reader is: named in the bar once the title is out of sight, and marked in the contents beside it.
(() => {
  "use strict";
  const { all, one } = window.handbook;
  const BAR = 80; // what the bar covers, and a line
  const title = document.querySelector("h1");
  const header = one(".md-header");
  if (title)
    new IntersectionObserver(
      ([{ isIntersecting, boundingClientRect: place }]) => {
        const isPassed = !isIntersecting && place.top < BAR;
        header.classList.toggle("md-header--shadow", isPassed);
        one(".md-header__title", header).classList.toggle("md-header__title--active", isPassed);
      },
      { rootMargin: `-${BAR / 2}px 0px 0px` },
    ).observe(title);

  const column = document.querySelector(".md-sidebar--secondary .md-sidebar__scrollwrap");
  /** @type {HTMLAnchorElement[]} */
  const links = all("[data-md-component=toc] a");
  const places = links.map(link => document.getElementById(decodeURIComponent(link.hash.slice(1))));
  /** @type {HTMLElement | undefined} */
  let shown;

  function show() {
    if (!column?.clientHeight) return;
    const passed = places.filter(place => place && place.getBoundingClientRect().top < BAR).length;
    // At the end of the page the last may have no room to come so far.
    const isAtEnd = scrollY > 0 && scrollY + innerHeight > document.documentElement.scrollHeight - 2;
    const at = (isAtEnd ? places.length : passed) - 1;
    if (links[at] === shown) return;
    shown?.classList.remove("md-nav__link--active");
    shown?.removeAttribute("aria-current");
    shown = links[at];
    shown?.classList.add("md-nav__link--active");
    shown?.setAttribute("aria-current", "location");
    // In sight, without moving the page.
    const { top = 0, bottom = 0 } = shown?.getBoundingClientRect() ?? {};
    const { top: from, bottom: to } = column.getBoundingClientRect();
    if (shown && (top < from || bottom > to)) column.scrollTop += top - (from + to) / 2;
  }
  let isWaiting = false;
  addEventListener(
    "scroll",
    () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        show();
      });
    },
    { passive: true },
  );
  show();
})();
