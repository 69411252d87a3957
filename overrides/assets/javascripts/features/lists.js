// Lists and tables narrow by facets and words, on all of their pages, and can be sorted. What was chosen stands in the
// address, #region=europe,africa&words=data&sort=-date: it comes back with it, and goes along to the other language.
(() => {
  "use strict";
  const { all, one, button, make, reveal } = window.handbook;

  /* core/fold.js */
  /* core/entries.js */
  /* core/facets.js */
  /* core/further.js */
  /* core/order.js */
  /* core/list-form.js */
  /* core/say-once.js */

  const MOST = 100; // shown at once of what is found on other pages too
  const single = document.getElementById("hb-index"); // all pages have one address there
  let knowsCharacters = false;

  /** @param {HTMLFormElement} element */
  const begin = element => {
    /** @type {HTMLElement | Document} */
    const page = element.closest(".hb-page") ?? document;
    const form = listForm(element);
    const { phrase } = form;
    const status = one('[role="status"]', element);
    const say = sayOnce(status);
    let wasNarrow = false;
    const [chips, ways] = [make("ul"), make("ul")];
    status.before(chips);
    status.after(ways);
    const parts = all("[data-entries]", page);
    const tables = all("[data-sorts]", page);
    nameCells(tables);
    const own = entriesOf(all(element.dataset.narrow ?? "", page));
    let entries = own;
    const room = element.dataset.further ? MOST : Number.POSITIVE_INFINITY;
    let most = room;
    let arranged = "";
    let missing = "";

    // The entries of the list's other pages come when they are asked for, and which characters mean others.
    /** @type {Promise<unknown> | undefined} */
    let coming;
    const gather = async () => {
      const list = element.dataset.further;
      if (!list) return;
      try {
        coming ??= loadFurther(list, all("[data-list]", page), Boolean(single)).then(came => {
          entries = [...own, ...entriesOf(came)];
          nameCells(tables);
        });
        await coming;
        missing = "";
      } catch {
        coming = undefined; // it may be there the next time
        missing = phrase("alone");
      }
    };
    const learn = async () => {
      if (knowsCharacters || !/\p{sc=Han}/u.test(form.words.value)) return;
      try {
        foldAlso((single ? JSON.parse(single.textContent ?? "") : await loadEntries()).simple);
        knowsCharacters = true;
        for (const entry of entries) entry.text = undefined;
      } catch {
        // then they are compared as they are
      }
    };

    /** @param {ListEntry[]} left */
    const showEntries = left => {
      const isNarrow = form.chosen().length > 0;
      const inOrder = form.sort && left.length > most ? orderedEntries(left, form.sort) : left;
      const shown = new Set(isNarrow || form.sort ? inOrder.slice(0, most) : own);
      for (const entry of entries) for (const line of entry.elements) line.hidden = !shown.has(entry);
      if (arranged !== form.sort || form.sort)
        arrange(
          entries.flatMap(({ elements }) => elements),
          form.sort,
        );
      arranged = form.sort;
      for (const pager of all(".hb-pager", page)) pager.hidden = !missing && (isNarrow || Boolean(form.sort));
      for (const part of parts) part.hidden = isNarrow && !left.some(({ elements }) => part.contains(elements[0]));
      for (const part of parts) compare(part, left);
      for (const whole of all("[data-of-all], [data-sorts] tfoot", page)) whole.hidden = isNarrow; // they count all
    };
    // The way to the comparison takes along what is left.
    /** @type {(part: HTMLElement, left: ListEntry[]) => void} */
    const compare = (part, left) => {
      const cities = left.filter(({ elements }) => part.contains(elements[0])).map(one => one.elements[0].dataset.case);
      for (const link of all("[data-compare]", part))
        if (cities[0] && !single)
          link.setAttribute(
            "href",
            `${link.getAttribute("href")?.split("#")[0]}#cities=${cities}&problem=${link.dataset.compare}`,
          );
    };
    const showCounts = () => {
      const choice = form.choice();
      /** @type {Map<string, Map<string, number>>} */
      const counts = new Map();
      for (const box of form.boxes) {
        if (!counts.has(box.name)) counts.set(box.name, countsOf(entries, choice, box.name));
        const number = counts.get(box.name)?.get(box.value) ?? 0;
        const shown = box.parentElement?.querySelector("small");
        if (shown) shown.textContent = String(number);
        box.disabled = !number && !box.checked;
      }
    };
    /** @type {(text: string, act: () => void, name?: string) => HTMLElement} */
    const line = (text, act, name) => {
      const made = button(text, act);
      if (name) made.setAttribute("aria-label", name);
      return make("li", {}, made);
    };
    /** @type {(one: ListChosen) => string} */
    const inWords = ({ legend, title }) => (legend ? `${legend}${element.dataset.colon}${title}` : `“${title}”`);
    const showChosen = () => {
      const held = form.chosen();
      const lines = held.map((one, place) =>
        line(`${inWords(one)} ×`, () => take(one.name, one.value, place), phrase("drop", { choice: inWords(one) })),
      );
      chips.replaceChildren(...lines, ...(held.length ? [line(phrase("clear"), () => take())] : []));
    };
    // The list looks at what it shows; the search, in the bar or in the single file, at all that is said.
    const fullText = () => {
      const typed = form.words.value.trim();
      /** @type {HTMLInputElement | null} */
      const field = document.querySelector(".md-search__input, .hb-find input");
      if (!typed || !field) return [];
      const search = () => {
        document.getElementById("__search")?.click();
        field.value = typed;
        field.focus();
        field.dispatchEvent(new Event("input", { bubbles: true }));
      };
      return [line(phrase("fullText", { words: typed }), search)];
    };
    // What could be dropped, where nothing fits all: with how much there would be.
    /** @param {number | boolean} left whether anything is left, or that is not known yet */
    const showWays = left => {
      const choice = form.choice();
      const held = form.chosen();
      const facets = left ? [] : [...new Set(held.map(({ name }) => name))];
      const lines = facets.flatMap(name => {
        const number = entries.filter(entry => fits(entry, choice, name)).length;
        const words = held.filter(one => one.name === name).map(inWords);
        return number ? [line(phrase("without", { choice: words.join(" / "), number }), () => take(name))] : [];
      });
      ways.replaceChildren(...lines, ...fullText());
      return lines.length ? phrase("none") : phrase("noneAtAll");
    };
    const show = () => {
      const choice = form.choice();
      const left = entries.filter(entry => fits(entry, choice));
      const isNarrow = form.chosen().length > 0;
      const isKnown = !element.dataset.further || entries !== own || Boolean(missing);
      wasNarrow ||= isNarrow;
      showEntries(left);
      if (isKnown) showCounts(); // those of the build are of all pages
      showChosen();
      heads(form.sort);
      if (form.select) form.select.value = form.sort;
      const none = showWays(left.length || !isKnown);
      const number = isNarrow ? phrase("left", { left: left.length, total: entries.length }) : "";
      const all = wasNarrow && !isNarrow ? phrase("all", { total: entries.length }) : ""; // it is heard, too
      const nothing = isNarrow && !left.length ? none : "";
      if (isKnown) say([number, all, missing, nothing].filter(Boolean).join(" · "));
      more.hidden = left.length <= most || !(form.chosen().length || form.sort);
      more.textContent = phrase("more", { number: left.length - most });
    };
    const more = button("", () => {
      most = Number.POSITIVE_INFINITY;
      show();
    });

    const write = () => {
      const address = form.address();
      if (!single)
        history.replaceState(history.state, "", address ? `#${address}` : location.pathname + location.search);
    };
    const narrow = async () => {
      show();
      if (!form.chosen().length && !form.sort) return;
      await Promise.all([gather(), learn()]);
      show();
    };
    const changed = () => {
      most = room;
      write();
      return narrow();
    };
    // Takes something back, and goes on at what is next.
    const take = (name = "", value = "", place = 0) => {
      form.drop(name, value);
      changed();
      const next = all("button", chips);
      (next[Math.min(place, next.length - 2)] ?? form.words).focus();
    };
    const heads = sortByHeads(tables, element.dataset.column ?? "", sort => {
      form.sort = sort;
      changed();
    });

    // Whatever is added, an entry keeps its address: the first page leads to the one on which it stands.
    const follow = async () => {
      const hash = location.hash.slice(1);
      const list = element.dataset.further;
      if (!list || !hash || hash.includes("=") || document.getElementById(hash)) return;
      if (single && page instanceof Element) {
        const id = CSS.escape(hash.split(`${page.id}--`)[1] ?? "");
        const entry = id && document.querySelector(`[data-list="${list}"] > [id$="--${id}"]`);
        if (entry) location.replace(`#${entry.id}`);
        return;
      }
      await gather();
      const links = entries.flatMap(({ elements }) => all("a", elements[0]));
      const found = /** @type {HTMLAnchorElement[]} */ (links).find(link => link.hash === `#${hash}`);
      if (found) location.replace(found.href);
      else show();
    };

    const list = own[0]?.elements[0].parentElement;
    (list?.closest(".hb-scroll") ?? list)?.after(more);
    element.addEventListener("input", event => {
      if (event.target === form.select) form.sort = form.select?.value ?? "";
      changed();
    });
    element.querySelector("details")?.addEventListener("toggle", () => gather().then(show));
    element.addEventListener("submit", event => event.preventDefault());
    element.addEventListener("keydown", event => {
      const fold = event.target instanceof Element ? event.target.closest("details") : null;
      if (event.key !== "Escape" || !fold) return;
      fold.open = false;
      fold.querySelector("summary")?.focus();
    });
    addEventListener("hashchange", () => {
      if (!single && form.take(location.hash.slice(1))) narrow();
      follow();
    });
    reveal(() => {
      form.drop("", "");
      narrow();
    });
    if (!single) form.take(location.hash.slice(1));
    element.hidden = false;
    narrow();
    follow();
  };
  for (const form of all("[data-narrow]")) begin(/** @type {HTMLFormElement} */ (form));
})();
