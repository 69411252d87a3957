// Lists that narrow to entries with every word typed, those on the list's other pages too.
(() => {
  "use strict";
  const { all, make, reveal } = window.handbook;

  /* core/fold.js */
  /** @param {string} text */
  const folded = text => fold(text).replace(/\s+/g, " ").trim();

  // A list on several pages is in the search index whole: a script, which loads from disk too; in the single file
  // it is in the page.
  /** @type {() => Promise<SearchDoc[]>} */
  const load = () =>
    new Promise((resolve, reject) => {
      const held = document.getElementById("hb-index");
      if (held) return resolve(JSON.parse(held.textContent).docs);
      const script = document.createElement("script");
      script.onload = () => {
        resolve(window.__index?.docs ?? []);
        window.__index = undefined;
      };
      script.onerror = () => reject(new Error(`Cannot load ${script.src}`));
      script.src = address("search/entries.js");
      document.head.append(script);
    });
  /** @param {string} path below the language's folder */
  const address = path => {
    const { base } = JSON.parse(document.getElementById("__config")?.textContent ?? '{"base":"."}');
    return new URL(path, new URL(base, location.href)).href;
  };
  /** @param {SearchDoc} doc */
  const link = ({ location: place, title }) => {
    const isSingle = Boolean(document.getElementById("hb-index"));
    return make("a", { href: isSingle ? `#${place.replace("#", "--")}` : address(place) }, title);
  };

  /** @type {HTMLInputElement[]} */
  const inputs = all("[data-filter]");
  inputs.forEach(input => {
    /** @type {HTMLElement | null} */
    const box = input.closest(".hb-filter");
    const page = input.closest(".hb-page") ?? document;
    const status = box?.querySelector('[role="status"]');
    const entries = all(input.dataset.filter ?? "", page).map(entry => ({ entry, text: folded(entry.textContent) }));
    const ids = new Set(entries.map(({ entry }) => entry.id.split("--").at(-1)));
    const others = make("ul", { class: "hb-elsewhere" });
    box?.after(others);

    // Of the list's other pages: sources, sources/2.
    const list = input.dataset.list ? new RegExp(`^${input.dataset.list}([-/]\\d+)?(/|\\.html)?#`) : null;
    /** @type {Promise<{ doc: SearchDoc; text: string }[]> | undefined} */
    let held;
    const elsewhere = () => {
      held ??= load().then(docs =>
        docs
          .filter(({ location: place }) => list?.test(place) && !ids.has(place.split("#")[1]))
          .map(doc => ({ doc, text: folded(`${doc.title} ${doc.text}`) })),
      );
      return held;
    };

    const narrow = async () => {
      const wanted = folded(input.value).split(" ");
      /** @param {{ text: string }} one */
      const fits = ({ text }) => wanted.every(word => text.includes(word));
      entries.forEach(one => {
        one.entry.hidden = !fits(one);
      });
      const asked = input.value;
      const more = list && asked ? await elsewhere() : [];
      if (asked !== input.value) return; // somebody has typed on
      const found = more.filter(fits);
      others.replaceChildren(...found.map(({ doc }) => make("li", {}, link(doc))));
      const left = entries.filter(({ entry }) => !entry.hidden).length + found.length;
      if (status) status.textContent = asked ? `${left} / ${entries.length + more.length}` : "";
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
      const id = location.hash.slice(1);
      if (!list || !id || document.getElementById(id)) return;
      const entry = (await elsewhere()).find(({ doc }) => doc.location.endsWith(`#${id}`));
      if (entry) location.replace(link(entry.doc).href);
    };
    if (page === document) {
      addEventListener("hashchange", follow);
      follow();
    }
  });
})();
