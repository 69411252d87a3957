// The page for wrong addresses: offers what is called like the address, and searches.
(() => {
  "use strict";
  /* core/fold.js */
  /* core/load-script.js */

  const MOST = 6,
    MOST_FOUND = 10;
  // Of every address, or of none in particular.
  const COMMON = new Set(["zh", "en", "go", "index", "html", "htm", "md", "www", "page"]);

  // Addresses get cut on their way through chat groups, in the middle of a character too.
  const address = (() => {
    try {
      return decodeURIComponent(location.pathname);
    } catch {
      return location.pathname;
    }
  })();
  /** @param {string} path */
  const words = path =>
    (fold(path).match(/[\p{L}\p{N}]+/gu) ?? []).filter(word => !COMMON.has(word) && !/^[a-z]$/.test(word));

  /** @param {string} word */
  const pairs = word => [...` ${word}`].map((letter, place) => letter + (word[place] ?? " "));

  // The share of letter pairs that two words have in common.
  /** @type {(one: string, other: string) => number} */
  function likeness(one, other) {
    const [mine, rest] = [pairs(one), pairs(other)];
    const all = mine.length + rest.length;
    for (const pair of mine) if (rest.includes(pair)) rest.splice(rest.indexOf(pair), 1);
    const share = (2 * (all - mine.length - rest.length)) / all;
    return share < 0.5 ? 0 : share;
  }

  // What was asked for and is there counts for a page; what is there and was not asked for counts against it, its own
  // name more than that of the folder in which it lies.
  /** @type {(asked: string[], page: [location: string, title: string]) => number} */
  function points(asked, [place, title]) {
    const [name = "", ...folders] = place.split("/").filter(Boolean).reverse();
    const [own, above, called] = [words(name), folders.flatMap(words), fold(title)];
    const near = (/** @type {string} */ word, /** @type {string[]} */ among) =>
      Math.max(0, ...among.map(other => likeness(word, other)));
    const found = asked.map(word =>
      Math.max(near(word, [...own, ...above]), word.length > 1 && called.includes(word) ? 0.9 : 0),
    );
    const lost =
      own.filter(word => !near(word, asked)).length / 2 + above.filter(word => !near(word, asked)).length / 10;
    const byTitle = asked.some(word => word.length > 1 && called.includes(word));
    return found.reduce((sum, one) => sum + one, 0) - (byTitle ? 0 : lost);
  }

  /** @type {(section: HTMLElement, asked: string[]) => Promise<void>} */
  async function offer(section, asked) {
    window.__pages = undefined;
    await loadScript(`${section.dataset.home}search/pages.js`);
    /** @type {[location: string, title: string][]} */
    const pages = window.__pages ?? [];
    const ranked = pages
      .map(page => ({ page, score: points(asked, page) }))
      .sort((one, other) => other.score - one.score);
    const least = Math.max(0.5, 0.45 * (ranked[0]?.score ?? 0));
    const list = ranked.filter(({ score }) => score >= least).slice(0, MOST);
    const place = section.querySelector("[data-likely]");
    for (const { page } of list) {
      const line = document.createElement("li");
      line.append(link(section, page[0], page[1]));
      place?.querySelector("ul")?.append(line);
    }
    if (place instanceof HTMLElement) place.hidden = !list.length;
  }

  /** @type {(section: HTMLElement, place: string, text: string) => HTMLAnchorElement} */
  function link(section, place, text) {
    const made = document.createElement("a");
    made.href = `${section.dataset.home}${place}`;
    made.textContent = text;
    return made;
  }

  // Nothing of the search is loaded before somebody wants it.
  /** @type {(section: HTMLElement, asked: string[]) => void} */
  function searching(section, asked) {
    const [form, box, status, found] = ["form", "input", "[role=status]", "[data-found]"].map(one =>
      section.querySelector(one),
    );
    if (!(form instanceof HTMLElement && box instanceof HTMLInputElement && status instanceof HTMLElement && found))
      return;
    /** @type {Worker | undefined} */
    let worker;
    const start = () => {
      const started = new Worker(section.dataset.worker ?? "");
      let isReady = false; // which its first answer tells
      started.addEventListener("message", ({ data }) => {
        if (isReady) show(data.items);
        isReady = true;
      });
      started.addEventListener("error", () => {
        worker = undefined; // what could not be loaded may be there at the next try
        status.textContent = status.dataset.failed ?? "";
      });
      started.postMessage({ entries: new URL(`${section.dataset.home}search/entries.js`, location.href).href });
      return started;
    };
    const show = (/** @type {SearchItem[][]} */ pages) => {
      found.replaceChildren(...pages.slice(0, MOST_FOUND).map(group => line(section, group)));
      status.textContent = box.value.trim() && !pages.length ? (status.dataset.none ?? "") : "";
    };
    const search = () => {
      worker ??= start();
      worker.postMessage({ query: box.value });
    };
    form.addEventListener("submit", event => {
      event.preventDefault();
      search();
    });
    box.addEventListener("input", search);
    box.value = asked.join(" ");
    form.hidden = false;
  }

  // The worker escapes titles and texts; all that is in them besides is <mark>. A part says on which page it stands.
  /** @type {(section: HTMLElement, group: SearchItem[]) => HTMLElement} */
  function line(section, [{ location: place, title, text, kind }, ...others]) {
    const made = document.createElement("li");
    const head = link(section, place, "");
    head.innerHTML = title;
    const [small, words] = [document.createElement("small"), document.createElement("p")];
    const page = place.includes("#") ? others.find(other => !other.location.includes("#")) : undefined;
    small.innerHTML = page ? `${page.title} · ` : "";
    small.append(kind);
    words.innerHTML = text;
    made.append(head, " ", small, words);
    return made;
  }

  /** @type {HTMLElement[]} */
  const sections = [...document.querySelectorAll("section")];
  const own = sections.filter(({ dataset: { home = "" } }) => address.startsWith(home));
  const root = own[0]?.dataset.home ?? sections[0]?.dataset.home?.replace(/[^/]+\/$/, "") ?? "/";
  const asked = words(address.startsWith(root) ? address.slice(root.length) : address);
  own[0]?.parentElement?.prepend(own[0]);
  (async () => {
    for (const section of own.length ? own : sections) if (asked.length) await offer(section, asked);
  })().catch(() => {}); // the ways below stand there in any case
  for (const section of sections) searching(section, asked);
})();
