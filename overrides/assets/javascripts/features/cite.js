// Citations of single statements, with their original sources, and of the page with what is chosen on it: as
// `macros/views/citing.py` has them for the page.
(() => {
  "use strict";
  const { all, make, button } = window.handbook;

  const take = document.getElementById("take");
  if (!take) return;
  const told = take.dataset;

  /** @typedef {{ key: string; title: string; publisher: string; inside: string; date: string; read: string; language: string; address: string; note: string }} Entry */
  /** @type {Record<string, string>} */
  const SIGNS = {
    "\\": "\\textbackslash{}",
    "{": "\\textbraceleft{}",
    "}": "\\textbraceright{}",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
  };
  /** @type {Record<string, string>} */
  const TONGUES = { zh: "chinese", en: "british" };
  /** @param {string} text */
  const line = text => text.replace(/\s+/g, " ").trim();
  /** @param {string} text */
  const tex = text => text.replace(/[\\{}~^]/g, sign => SIGNS[sign] ?? sign).replace(/[$&#%_]/g, "\\$&");

  /** @param {Entry} one */
  const gbt = ({ title, publisher, inside, date, read, address }) => {
    const carrier = address ? "EB/OL" : inside ? "EB/DK" : "Z";
    const work = `${publisher && `${publisher}. `}${title}[${carrier}]${inside && `//${inside}`}`;
    return line(`${work}. ${date && `(${date})`}[${read}].${address && ` ${address}.`}`);
  };
  /** @param {Entry} one */
  const bibtex = ({ key, title, publisher, inside, date, read, language, address, note }) => {
    const fields = {
      title: `{${tex(title)}}`,
      howpublished: tex(inside || publisher),
      year: date.slice(0, 4),
      date,
      url: address.replace(/[{}\\]/g, encodeURIComponent),
      urldate: read,
      langid: TONGUES[language] ?? "",
      note: tex(note),
    };
    const lines = Object.entries(fields).flatMap(([name, value]) => (value ? `  ${name} = {${line(value)}},` : []));
    return [`@misc{${key},`, ...lines, "}"].join("\n");
  };
  /** @param {Entry} one */
  const ris = ({ key, title, publisher, inside, date, read, language, address, note }) => {
    const fields = [
      ["TY", "ELEC"],
      ["ID", key],
      ["TI", title],
      ["T2", inside],
      ["PB", publisher],
      ["PY", date.slice(0, 4)],
      ["DA", date.replace(/-/g, "/")],
      ["Y2", read.replace(/-/g, "/")],
      ["LA", language],
      ["UR", address],
      ["N1", note],
    ];
    return [...fields.flatMap(([tag, value = ""]) => (value ? `${tag}  - ${line(value)}` : [])), "ER  - "].join("\n");
  };

  // Where the page is published, or where it is read on a server; a file on a disk has no address for others.
  const page = () => told.address || (/^http/.test(location.protocol) ? location.href.replace(/#.*/, "") : "");
  /** @type {(title: string, anchor: string, key: string) => Entry} */
  const own = (title, anchor, key) => ({
    key: told.key + key,
    title,
    publisher: "",
    inside: told.inside ?? "",
    date: told.date ?? "",
    read: told.date ?? "",
    language: told.language ?? "",
    address: page() && page() + anchor,
    note: told.note ?? "",
  });
  /** @type {(number: HTMLAnchorElement) => Entry[]} */
  const source = number => {
    const entry = document.getElementById(number.hash.slice(1));
    const title = entry?.querySelector("a");
    if (!entry || !title) return [];
    const outside = /^https?:/.test(title.getAttribute("href") ?? "");
    return [
      {
        key: `source-${entry.dataset.source}`,
        title: title.textContent ?? "",
        publisher: entry.querySelector(".hb-publisher")?.textContent ?? "",
        inside: "",
        date: entry.querySelector("time")?.dateTime ?? "",
        read: entry.dataset.read ?? "",
        language: (title.lang || (told.language ?? "")).replace(/-.*/, ""),
        address: outside ? title.href : "",
        note: entry.querySelector(".hb-copied")?.textContent ?? "",
      },
    ];
  };
  /** @param {Entry} one */
  const text = one => line(`${(told.text ?? "").replace("{title}", () => one.title)} ${one.address}`);

  /** @param {HTMLElement} statement */
  const cited = statement => {
    const bare = /** @type {HTMLElement} */ (statement.cloneNode(true));
    for (const more of all("details, .hb-prov, .hb-aspect, .hb-layer, .hb-twin", bare)) more.remove();
    const key = (statement.dataset.ref ?? "").replace(/[^a-z0-9]+/g, "-");
    const one = own(line(bare.textContent ?? "").replace(/[。.；;]$/, ""), `#${statement.id}`, `-${key}`);
    /** @type {HTMLAnchorElement[]} */
    const numbers = all(".hb-from a[href^='#r']", statement);
    const sources = numbers.flatMap(source);
    const every = [one, ...sources];
    const named = sources.length ? ` ${told.sources}${sources.map(gbt).join(" ")}` : "";
    return make(
      "div",
      { class: "hb-named hb-quoted" },
      make("p", {}, text(one) + named),
      ...[every.map(gbt).join("\n"), every.map(bibtex).join("\n\n"), every.map(ris).join("\n")].map(held =>
        make("pre", { tabindex: "0" }, held),
      ),
    );
  };

  /** @param {Element} drawer */
  const offer = drawer => {
    /** @type {HTMLElement | null} */
    const statement = drawer.closest("[data-ref][id]");
    const acts = drawer.querySelector(".hb-acts");
    if (!statement || !acts || acts.querySelector("button")) return;
    const ask = button(told.cite ?? "", () => {
      const shown = acts.parentElement?.querySelector(".hb-quoted");
      ask.setAttribute("aria-expanded", String(!shown));
      if (shown) shown.remove();
      else acts.after(cited(statement));
    });
    ask.setAttribute("aria-expanded", "false");
    // As the link beside it, it is known by its statement.
    const link = acts.querySelector("a");
    const name = link?.getAttribute("aria-label")?.replace(link.textContent ?? "", "");
    if (name) ask.setAttribute("aria-label", `${told.cite}${name}`);
    acts.append(" ", ask);
  };
  // What is chosen on a page stands in its address.
  const refresh = () => {
    const one = own(told.title ?? "", told.selected ? location.hash : "", "");
    /** @type {Record<string, string>} */
    const held = {
      text: text(one),
      gbt: gbt(one),
      bibtex: bibtex(one),
      ris: ris(one),
    };
    for (const part of all("[data-cited]", take)) part.textContent = held[part.dataset.cited ?? ""] ?? "";
  };
  // What asked for this script is open already.
  refresh();
  all(".hb-prov[open]").forEach(offer);
  document.addEventListener(
    "toggle",
    ({ target }) => {
      if (target === take) refresh();
      else if (target instanceof HTMLDetailsElement && target.matches(".hb-prov[open]")) offer(target);
    },
    true,
  );
})();
