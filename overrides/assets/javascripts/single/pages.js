// The single file: shows one page at a time by the address, and searches. Without it the file is one long page.
(() => {
  "use strict";
  const { all, one } = window.handbook;
  const pages = all(".hb-page");
  /** @param {string} id */
  const named = id => document.getElementById(id);
  const head = one(".hb-head");
  const top = document.documentElement;
  const name = one(".hb-shell__name").textContent;
  // Where panel.js put group and files.
  /** @type {HTMLElement | null} */
  let panel = document.querySelector("[data-work]");

  // The same search as in the folder, which becomes window.handbook.answer.
  /* theme/search-worker.js */

  /** @type {HTMLAnchorElement[]} */
  const links = all(".hb-toc a");

  // The one panel goes along to whichever page has something to fill in.
  /** @param {HTMLElement} page */
  function bringPanel(page) {
    /** @type {HTMLElement | null} */
    const place = page.querySelector("[data-work]");
    if (!place) return;
    if (panel && place !== panel) place.append(...panel.childNodes);
    panel = place;
  }

  // Addresses get cut on their way through chat groups; such a one leads to the first page.
  const anchor = () => {
    try {
      return decodeURIComponent(location.hash.slice(1));
    } catch {
      return "";
    }
  };

  /** @param {Event} [event] */
  function show(event) {
    const id = anchor();
    // The comparison keeps its choice in the address.
    const target = named(/^(cities|questions|swap)=/.test(id) ? "compare" : id);
    /** @type {HTMLElement | null | undefined} */
    const around = target?.closest(".hb-page");
    // A copy shows first how far its group is.
    const page = around || all(".hb-current")[0] || (named("hb-saved") && named("checklists-index")) || pages[0];
    pages.forEach(other => other.classList.toggle("hb-current", other === page));
    links.forEach(link => {
      if (link.hash === `#${page.id}`) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    });
    document.title = page === pages[0] ? name : `${page.dataset.title} · ${name}`;
    bringPanel(page);
    window.handbook.show(); // progress is that of the page shown
    top.style.scrollPaddingTop = `${head.offsetHeight + 8}px`;
    if (event?.type === "hashchange") {
      contents.open = false;
      found.hidden = true; // or it would lie above the page that was opened
      // Keyboards and screen readers go on from here, as on a page that was opened.
      (target || page).tabIndex = -1;
      (target || page).focus({ preventScroll: true });
    }
    if (target && target !== page) target.scrollIntoView();
    else if (top.classList.contains("hb-routed")) scrollTo(0, 0);
    else page.scrollIntoView();
  }

  /** @param {Event} event */
  const inLink = event => event.target instanceof Element && event.target.closest("a");

  top.classList.add("hb-routed");
  /** @type {HTMLDetailsElement} */
  const contents = one(".hb-toc");
  contents.open = false;
  // The page that is shown, too.
  contents.addEventListener("click", event => {
    if (inLink(event)) contents.open = false;
  });
  addEventListener("hashchange", show);
  // Browsers scroll to the anchor by themselves, and late.
  addEventListener("load", () => requestAnimationFrame(() => show()));
  show();

  const whole = one(".hb-all");
  whole.hidden = false;
  whole.addEventListener("click", () => {
    const routed = top.classList.toggle("hb-routed");
    whole.textContent = (routed ? whole.dataset.all : whole.dataset.one) ?? "";
    show();
  });

  const form = one(".hb-find");
  /** @type {HTMLInputElement} */
  const box = one("input", form);
  const found = one(".hb-found");
  let ready = false;

  // The search escapes titles and texts; all that is in them besides is <mark>.
  /**
   * @param {SearchItem} item
   * @param {boolean} isPage
   */
  function line({ location: place, title, text }, isPage) {
    const [page, anchor] = place.split("#");
    const entry = document.createElement("div");
    const link = document.createElement("a");
    link.href = anchor ? `#${page}--${anchor}` : `#${page}`;
    link.innerHTML = title;
    const words = document.createElement("p");
    words.innerHTML = text;
    entry.className = isPage ? "hb-found__page" : "hb-found__part";
    entry.append(link, words);
    return entry;
  }

  function search() {
    if (!ready) window.handbook.answer?.({ index: JSON.parse(one("#hb-index").textContent) });
    ready = true;
    const groups = (box.value.trim() && window.handbook.answer?.({ query: box.value }).items) || [];
    found.replaceChildren(
      ...groups.slice(0, 12).flatMap(group => group.slice(0, 4).map(item => line(item, !item.location.includes("#")))),
    );
    const isInexact = groups.length && Object.values(groups[0][0].terms).includes(false);
    if (isInexact) found.prepend(window.handbook.make("p", {}, found.dataset.nearest ?? ""));
    if (box.value.trim() && !groups.length) found.textContent = found.dataset.none ?? "";
    found.hidden = !box.value.trim();
  }

  // What an opened copy brought as text stands below its items again, put there by the script of checklists.
  all("[data-item]").forEach(item =>
    all(".hb-filled", item)
      .slice(0, -1)
      .forEach(old => old.remove()),
  );

  form.hidden = false;
  form.addEventListener("submit", event => event.preventDefault());
  box.addEventListener("input", search);
  found.addEventListener("click", event => {
    if (inLink(event)) found.hidden = true;
  });
})();
