// What was found: a list by page, each entry with its kind, its title and the sentence in which it was found. It can be
// narrowed to one kind, and gone through by the arrow keys.
(() => {
  "use strict";
  const { handbook } = window;
  const { all, one, make } = handbook;
  const search = one(".md-search");
  /** @type {HTMLInputElement} */
  const field = one(".md-search__input", search);
  const status = one(".hb-results__status", search);
  const kinds = one(".hb-results__kinds", search);
  const list = one(".hb-results", search);
  /** @type {Record<string, string>} */
  const words = JSON.parse(search.dataset.words ?? "");
  const SHOWN = 3; // of a page, before the reader asks for more
  // Pages that are shown at once, which fill a screen, and those that follow a screen later, and so on.
  const [FIRST, NEXT] = [6, 12];

  /** @type {(name: string, number: number) => string} */
  const count = (name, number) => words[name].replace("#", String(number));

  const root = new URL(document.documentElement.dataset.root ?? ".", location.href);
  /** @param {SearchItem} item */
  function address({ location: place, words: found }) {
    const url = new URL(place, root);
    for (const word of found) url.searchParams.append("h", word);
    return url.href;
  }

  // The search escapes titles and texts; all that is in them besides is <mark>.
  /** @type {(name: "span" | "p", kind: string, html: string) => HTMLElement} */
  const marked = (name, kind, html) => {
    const made = make(name, { class: `hb-result__${kind}` });
    made.innerHTML = html;
    return made;
  };

  /** @param {SearchItem} item */
  function entry(item) {
    const made = make("a", { href: address(item), class: "hb-result" });
    if (item.kind) made.append(make("span", { class: "hb-result__kind" }, item.kind), " ");
    made.append(marked("span", "title", item.title));
    if (item.score) {
      if (item.text) made.append(marked("p", "text", item.text));
      const missing = Object.keys(item.terms).filter(term => !item.terms[term]);
      if (missing.length) made.append(make("p", { class: "hb-result__missing" }, words.missing + missing.join(" · ")));
    }
    return made;
  }

  // A page stands above its parts, whether or not it was found itself; many parts are folded. Read by itself, a part
  // says of which page it is.
  /** @type {(items: SearchItem[]) => HTMLElement} the best first */
  const page = items => {
    const links = new Map(items.map(item => [item, entry(item)]));
    const [own, parts] = [true, false].map(isPage => items.filter(item => isPage !== item.location.includes("#")));
    const named = own[0] && links.get(own[0])?.querySelector(".hb-result__title")?.textContent;
    for (const part of named ? parts : [])
      links
        .get(part)
        ?.querySelector(".hb-result__title")
        ?.after(make("span", { class: "hb-sr" }, ` · ${named}`));
    const made = make("li", {}, ...own.concat(parts.slice(0, SHOWN)).flatMap(item => links.get(item) ?? []));
    const more = parts.slice(SHOWN).flatMap(item => links.get(item) ?? []);
    if (more.length) made.append(make("details", {}, make("summary", {}, count("more", more.length)), ...more));
    return made;
  };

  // An answer may come while the reader is among the former ones: what was there keeps the focus, or the field has it.
  /** @type {(region: HTMLElement, children: HTMLElement[]) => void} */
  const replace = (region, children) => {
    const name = (/** @type {Element | null} */ one) =>
      one instanceof HTMLAnchorElement ? one.pathname + one.hash : one instanceof HTMLButtonElement && one.dataset.kind;
    const { activeElement: before } = document;
    const isInside = region.contains(before);
    region.replaceChildren(...children);
    if (!isInside) return;
    const same = all("a, button", region).find(one => name(one) === name(before)) ?? field;
    same.closest("details")?.setAttribute("open", "");
    same.focus();
  };

  /** @param {FromSearch} found */
  function show({ items, number }) {
    replace(list, items.map(page));
    const isInexact = items.length && Object.values(items[0][0].terms).includes(false);
    const said = [number ? count("count", number) : words.none, ...(isInexact ? [words.nearest] : [])];
    status.textContent = field.value.trim() ? said.join(" · ") : words.start;
  }

  // Kinds of record with their numbers; all of them first.
  let kind = new URLSearchParams(location.search).get("kind") ?? "";
  /** @param {FromSearch} found */
  function offer({ kinds: numbers }) {
    const every = {
      id: "",
      word: words.all,
      count: numbers.reduce((sum, { count }) => sum + count, 0),
    };
    kinds.hidden = numbers.length < 2;
    replace(
      kinds,
      [every, ...numbers].map(({ id, word, count }) => {
        const button = make(
          "button",
          {
            type: "button",
            "aria-pressed": String(id === kind),
            "data-kind": id,
          },
          `${word} `,
          make("span", {}, String(count)),
        );
        button.addEventListener("click", () => {
          kind = id;
          for (const one of all("button", kinds)) one.setAttribute("aria-pressed", String(one.dataset.kind === kind));
          refresh();
        });
        return button;
      }),
    );
  }

  let isBusy = false;
  /** @type {{ query: string; kind: string } | undefined} */
  let shown;
  /** @param {{ query: string; kind: string }} asked */
  const isAsked = asked => asked.query === field.value && asked.kind === kind;
  const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));

  // What fills the screen comes at once. The rest, ten times as much, would keep it waiting, and the next letter too.
  /** @param {{ query: string; kind: string }} asked */
  async function follow(asked) {
    for (let [from, count] = [FIRST, NEXT]; count === NEXT; from += NEXT) {
      await painted();
      const { items } = isAsked(asked) ? await handbook.search({ ...asked, from, to: from + NEXT }) : { items: [] };
      if (isAsked(asked)) list.append(...items.map(page));
      count = items.length;
    }
  }

  // Whatever was typed while something was looked for is looked for next, and only the last of it.
  async function refresh() {
    if (isBusy) return;
    isBusy = true;
    list.setAttribute("aria-busy", "true"); // until all stands there that answers what is typed
    try {
      if (!shown) status.textContent = words.loading;
      while (!shown || !isAsked(shown)) {
        if (shown && shown.query !== field.value) kind = "";
        const asked = { query: field.value, kind };
        const first = await handbook.search({ ...asked, to: FIRST });
        const isWhole = list.contains(document.activeElement); // what has the focus may be in the rest
        const found = isWhole ? await handbook.search(asked) : first;
        if (shown?.query !== asked.query) offer(found);
        shown = asked;
        show(found);
        if (!isWhole && first.items.length === FIRST) await follow(asked);
      }
    } catch {
      status.textContent = words.failed;
    }
    list.removeAttribute("aria-busy");
    isBusy = false;
  }

  field.addEventListener("input", refresh);
  field.addEventListener("focus", refresh);
  one("form", search).addEventListener("reset", () => setTimeout(() => field.focus()));
  one("form", search).addEventListener("submit", event => {
    event.preventDefault();
    all("a", list)[0]?.click();
  });

  search.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || event.isComposing) return;
    const stops = [field, ...all("a, summary", list).filter(stop => stop.getClientRects().length)];
    const place = stops.findIndex(stop => stop.matches(":focus"));
    event.preventDefault();
    stops[Math.min(Math.max(place + step, 0), stops.length - 1)].focus();
  });

  // Back from what was opened, the search is as it was left.
  /** @param {string} query */
  const keep = query => {
    const url = new URL(location.href);
    for (const [name, value] of [
      ["q", query],
      ["kind", query && kind],
    ])
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    try {
      if (url.href !== location.href) history.replaceState(history.state, "", url);
    } catch {
      /* pages from disk may not do so everywhere */
    }
  };
  list.addEventListener("click", event => {
    if (event.target instanceof Element && event.target.closest("a")) keep(field.value);
  });
  one("#__search").addEventListener("change", ({ target }) => {
    if (target instanceof HTMLInputElement && !target.checked) keep("");
  });

  refresh();
})();
