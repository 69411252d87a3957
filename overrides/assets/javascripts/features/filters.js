// Lists that narrow to entries with every word typed, those on the list's other pages too.
(() => {
  "use strict";
  const { all, make, reveal } = window.handbook;

  /* core/fold.js */
  /* core/entries.js */

  // A list on several pages is in the search index whole; in the single file that is in the page.
  const single = document.getElementById("hb-index");
  /** @type {Promise<SearchDoc[]> | undefined} */
  let index;
  const load = () => {
    index ??= (single ? Promise.resolve(JSON.parse(single.textContent)) : loadEntries()).then(({ docs, simple }) => {
      foldAlso(simple);
      return docs;
    });
    index.catch(() => {
      index = undefined; // what could not be loaded may be there the next time
    });
    return index;
  };
  /** @param {SearchDoc} doc */
  const link = ({ location: place, title }) =>
    make("a", { href: single ? `#${place.replace("#", "--")}` : below(place) }, title);

  /** @type {HTMLInputElement[]} */
  const inputs = all("[data-filter]");
  inputs.forEach(input => {
    /** @type {HTMLElement | null} */
    const box = input.closest(".hb-filter");
    const page = input.closest(".hb-page") ?? document;
    /** @type {HTMLElement | null | undefined} */
    const status = box?.querySelector('[role="status"]');
    const entries = all(input.dataset.filter ?? "", page).map(entry => ({ entry, text: folded(entry.textContent) }));
    const ids = new Set(entries.map(({ entry }) => entry.id.split("--").at(-1)));
    const others = make("ul", { class: "hb-elsewhere" });
    box?.after(others);

    // Of the list's other pages: sources, sources/2.
    const list = input.dataset.list ? new RegExp(`^${input.dataset.list}([-/]\\d+)?(/|\\.html)?#`) : null;
    /** @type {{ doc: SearchDoc; text: string }[] | undefined} */
    let more;
    const gather = async () => {
      const docs = await load();
      if (more) return more;
      // The index knows which characters mean others.
      for (const one of entries) one.text = folded(one.entry.textContent);
      more = docs
        .filter(({ location: place }) => list?.test(place) && !ids.has(place.split("#")[1]))
        .map(doc => ({ doc, text: folded(`${doc.title} ${doc.text}`) }));
      return more;
    };

    // How many of how many, once all are known, with a word on what could not be looked through.
    const show = (missing = "") => {
      const wanted = folded(input.value).split(" ");
      /** @param {{ text: string }} one */
      const hasAll = ({ text }) => wanted.every(word => text.includes(word));
      entries.forEach(one => {
        one.entry.hidden = !hasAll(one);
      });
      const elsewhere = more ?? [];
      const found = input.value ? elsewhere.filter(hasAll) : [];
      others.replaceChildren(...found.map(({ doc }) => make("li", {}, link(doc))));
      const left = entries.filter(({ entry }) => !entry.hidden).length + found.length;
      const said = `${left} / ${entries.length + elsewhere.length}${missing && ` · ${missing}`}`;
      if (status) status.textContent = input.value && (more || missing || !list) ? said : "";
    };
    const narrow = async () => {
      show();
      if (!input.value || more) return;
      try {
        await gather();
        show();
      } catch {
        show((list && status?.dataset.alone) || "");
      }
    };
    input.addEventListener("input", narrow);
    reveal(() => {
      input.value = "";
      narrow();
    });
    if (box) box.hidden = false;
    narrow();

    // Whatever is added, an entry keeps its address: the first page leads to the one on which it stands.
    const follow = async () => {
      const hash = location.hash.slice(1);
      const id = page instanceof Element ? hash.split(`${page.id}--`)[1] : hash;
      if (!list || !id || document.getElementById(hash)) return;
      try {
        const entry = (await gather()).find(({ doc }) => doc.location.endsWith(`#${id}`));
        if (entry) location.replace(link(entry.doc).href);
      } catch {
        if (status) status.textContent = status.dataset.alone ?? "";
      }
    };
    addEventListener("hashchange", follow);
    follow();
  });
})();
