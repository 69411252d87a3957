// The other language's words below those of the page. They come as a script of the page, which calls `twins`.
(() => {
  "use strict";
  /* core/load-script.js */
  /* core/crc.js */
  const { handbook } = window;
  const { make, one } = handbook;
  const ENDS = "svg, form, button, select, pre, .hb-prov > summary, .hb-acts";
  const TEXTS = "h1, h2, h3, h4, p, li, dt, dd, td, th, summary";
  const UNSEEN = ".hb-sr, .hb-who, .headerlink";
  const article = one("article");

  /** @type {Record<string, string>} */
  const held = {};
  let lang = "";
  let blocks = new Set();
  /** @param {Element} element */
  const isBlock = element => blocks.has(element.localName) || blocks.has(`.${element.classList[0]}`);
  /** @param {Element} element @returns {boolean} */
  const holds = element => Array.from(element.children).some(child => isBlock(child) || holds(child));
  /** @type {string[]} */
  let scopes = [];
  // Scripts of the list's other pages, until something of these is shown here.
  let more = (one("[data-both]").dataset.more ?? "").split(" ").filter(Boolean);

  /** @param {Node} node @returns {string} */
  const textOf = node => {
    if (!(node instanceof Element)) return node instanceof Text ? node.data : "";
    if (node.matches(UNSEEN)) return "";
    return node.querySelector(UNSEEN) ? [...node.childNodes].map(textOf).join("") : (node.textContent ?? "");
  };

  let scope = "";
  let missed = 0;
  /** @param {Node[]} run */
  function pair(run) {
    const text = run.map(textOf).join("").replace(/\s+/g, "");
    const last = run.reverse().find(node => node.textContent?.trim());
    if (!text || !(last instanceof Text || last instanceof Element)) return;
    const twin = held[checksum(scope + text)] ?? held[checksum(text)];
    if (twin) last.after(make("span", { class: "hb-twin", lang }, twin));
    else missed++;
  }

  // A run is what stands between two blocks.
  /** @param {Element} element */
  function walk(element) {
    /** @type {Node[]} */
    let run = [];
    let isPaired = false;
    const end = () => {
      if (!isPaired) pair(run);
      [run, isPaired] = [[], false];
    };
    for (const node of [...element.childNodes]) {
      if (!(node instanceof Element)) run.push(node);
      else if (node.matches(".hb-twin")) isPaired = true;
      else if (node.matches(ENDS)) end();
      else if (isBlock(node) || holds(node)) {
        end();
        const named = [...node.attributes].find(({ name }) => scopes.includes(name));
        if (named) scope = named.value;
        walk(node);
      } else run.push(node);
    }
    end();
  }

  // What the reader looks at stays where it is, however much comes above it.
  /** @param {() => void} act */
  function steadily(act) {
    const bar = one(".md-header").getBoundingClientRect().bottom;
    const { left } = article.getBoundingClientRect();
    /** @type {Element[]} */
    const seen = [];
    for (let y = bar + 1; y < innerHeight; y += 8) {
      const found = document.elementFromPoint(left + 24, y)?.closest(TEXTS);
      if (found && article.contains(found)) seen.push(found);
    }
    const begun = seen.filter(element => element.getBoundingClientRect().top >= bar);
    const place = begun.find(element => element.matches(":target")) ?? begun[0] ?? seen[0];
    const before = place?.getBoundingClientRect().top ?? 0;
    act();
    if (place && scrollY) scrollBy({ top: place.getBoundingClientRect().top - before, behavior: "instant" });
  }

  let isShown = false;
  const watch = new MutationObserver(changes => {
    missed = 0;
    for (const place of new Set(changes.map(({ target }) => target)))
      if (place instanceof Element && place.isConnected) walk(place);
    watch.takeRecords();
    if (!missed || !more.length) return;
    const rest = more;
    more = [];
    Promise.all(rest.map(loadScript)).catch(() => {}); // what is there stays
  });

  function show() {
    steadily(() => {
      document.documentElement.toggleAttribute("data-sides", isShown);
      watch.disconnect();
      if (!isShown) return;
      scope = "";
      walk(article);
      watch.observe(article, { childList: true, subtree: true });
    });
  }

  Object.assign(handbook, {
    /** @type {Handbook["twins"]} */
    twins: (page, words) => {
      ({ lang, scopes } = page);
      blocks = new Set(page.blocks);
      Object.assign(held, words);
      if (isShown) show();
    },
    /** @type {Handbook["showTwins"]} */
    showTwins: isWanted => {
      isShown = isWanted;
      show();
    },
  });
})();
