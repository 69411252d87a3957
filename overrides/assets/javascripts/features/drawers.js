// What is folded: drawers of statements name their sources, and a link opens whatever its target lies in.
//
// Without this script drawers open all the same, and their numbers lead to the list of sources.
(() => {
  "use strict";
  const { all, make } = window.handbook;

  let isPrinting = false;

  // Read by itself, a mark says with which words its statement begins, and so do the links in its drawer.
  /**
   * @param {HTMLElement} mark
   * @param {DOMStringMap} words
   */
  const label = (mark, { one = "", many = "" }) => {
    const count = all(".hb-from > li", mark.parentElement ?? mark).length;
    const said = mark.closest(".hb-statement")?.querySelector(":scope > p:not([class]), .hb-list > li");
    const text = (said?.textContent ?? "").replace(/\s+/g, " ").trim();
    const isHan = /[\u3040-\u9fff]/.test(text);
    const start = isHan ? text.slice(0, 60) : text.slice(0, 120).replace(/ [^ ]*$/, "");
    const words = text.length > (isHan ? 60 : 120) ? `${start} …` : text;
    const colon = mark.closest("[lang]")?.getAttribute("lang")?.startsWith("zh") ? "：" : ": ";
    const unit = count > 1 ? many : count ? one : "";
    mark.setAttribute("aria-label", `${mark.textContent?.trim()}${unit}${colon}${words}`);
    for (const act of all(".hb-acts > a", mark.parentElement ?? mark))
      act.setAttribute("aria-label", `${act.textContent}${colon}${words}`);
  };
  /** @param {HTMLElement[]} marks */
  const tell = marks => {
    const words = marks[0] ? (all(".hb-cited")[0]?.dataset ?? {}) : {}; // asked once: a file of all pages is long
    for (const mark of marks) label(mark, words);
  };
  const tellAll = () => tell(all(".hb-prov > summary:not([aria-label])"));
  tellAll();
  new MutationObserver(tellAll).observe(document.body, { childList: true, subtree: true });

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
    const isKept = about.querySelector(".hb-archived") || (archive && title.href.startsWith(archive.slice(0, 25)));
    if (archive && archived && !isKept && entry?.querySelector(".hb-entry"))
      rest.append(
        " · ",
        make("a", { href: archive + title.href, "aria-label": `${archived} · ${title.textContent}` }, archived),
      );
    number.after(make("span", { class: "hb-named" }, " ", title.cloneNode(true)));
    item.append(rest);
  };

  // How to cite comes when it is first asked for; the single file goes without.
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const take = document.querySelector("#take[data-text]");
  let isCiting = !take || !src;
  const cite = () => {
    if (isCiting) return;
    isCiting = true;
    const script = make("script", { src: new URL("cite.js", src).href });
    script.addEventListener("error", () => {
      isCiting = false; // it may be there at the next use
    });
    document.head.append(script);
  };

  // The form for editors opens at the very statement.
  /** @param {HTMLDetailsElement} drawer */
  const propose = drawer => {
    /** @type {HTMLAnchorElement | null} */
    const form = document.querySelector("a[data-propose]");
    const ref = drawer.closest("[data-ref]")?.getAttribute("data-ref");
    if (!form || !ref || drawer.querySelector("[data-proposes]")) return;
    const inside = drawer.querySelector(".hb-acts") ?? make("p", { class: "hb-acts" });
    if (!inside.parentElement) drawer.lastElementChild?.append(inside);
    inside.append(" ", make("a", { href: `${form.href}#${ref}`, "data-proposes": "" }, form.dataset.propose ?? ""));
    tell(all("summary", drawer));
  };

  /** @param {HTMLDetailsElement} drawer */
  const fill = drawer => {
    /** @type {HTMLAnchorElement[]} */
    const numbers = all(".hb-from a[href^='#']", drawer);
    if (!all(".hb-named", drawer).length) numbers.forEach(name);
    propose(drawer);
  };

  document.addEventListener(
    "toggle",
    event => {
      const { target } = event;
      if (!(target instanceof HTMLDetailsElement) || isPrinting) return;
      if (target.matches(".hb-prov[open]")) fill(target);
      if (target.matches(".hb-prov[open], #take[open]")) cite();
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
