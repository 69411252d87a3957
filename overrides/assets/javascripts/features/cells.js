// Cells of the comparison: those of this page, and those of others, which come when they are asked for.
//
// features/compare.js takes this one in; see macros/render/scripts.py.

/**
 * Questions, problems and cities by id, each with the cell that heads it, the answers, and the entries of sources by theirs.
 * @typedef {{
 *   questions: Map<string, HTMLElement>,
 *   cities: Map<string, HTMLElement>,
 *   answers: Map<string, HTMLElement>,
 *   compared: Map<string, string>,
 *   sources: Map<string, HTMLElement>,
 * }} Cells
 */

/** @type {(question: string, city: string) => string} */
const cellKey = (question, city) => `${question} ${city}`;

/** @type {(held: HTMLElement, base: string) => HTMLElement} */
const copyOf = (held, base) => {
  /** @type {HTMLElement} */
  const copy = /** @type {HTMLElement} */ (held.cloneNode(true));
  const links = window.handbook.all("a", copy);
  if (base) for (const link of links) link.setAttribute("href", new URL(link.getAttribute("href") ?? "", base).href);
  return copy;
};

/**
 * Takes what a page has, each once. `find` gives the entry of a source by its anchor.
 * @type {(cells: Cells, other: ParentNode, base: string, find: (id: string) => HTMLElement | null) => void}
 */
const takeCells = (cells, other, base, find) => {
  const { all } = window.handbook;
  for (const cell of all("[data-column]", other)) {
    const { column = "" } = cell.dataset;
    const row = cell.closest("tr")?.dataset.row;
    const [held, key] = row ? [cells.answers, cellKey(row, column)] : [cells.cities, column];
    if (held.has(key)) continue;
    const copy = copyOf(cell, base);
    held.set(key, copy);
    for (const link of all(".hb-basis a", copy)) {
      const entry = find(link.getAttribute("href")?.split("#")[1] ?? "");
      const source = entry?.dataset.source ?? "";
      if (entry && !cells.sources.has(source)) cells.sources.set(source, copyOf(entry, base));
      link.dataset.source = source;
    }
  }
};

/** @type {(id: string) => HTMLElement | null} */
const onThisPage = id => document.getElementById(id);

const TABLES = '[data-table="compare"], [data-table="problems"]';

/** @type {(page: ParentNode) => Cells} */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const cellsOf = page => {
  const { all, one } = window.handbook;
  const tables = all(TABLES, page);
  const rows = tables.flatMap(table => all("[data-row]", table));
  const cells = {
    questions: new Map(rows.map(row => [row.dataset.row ?? "", one("th", row)])),
    compared: new Map(rows.map(row => [row.dataset.row ?? "", row.dataset.compared ?? ""])),
    cities: new Map(),
    answers: new Map(),
    sources: new Map(),
  };
  for (const table of tables) takeCells(cells, table, "", onThisPage);
  return cells;
};

/**
 * Brings what other pages have; says whether it came. In the single file it is there, else a script has it.
 * @type {(cells: Cells, page: Node) => Promise<boolean>}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const loadCells = (cells, page) =>
  new Promise(done => {
    const others = window.handbook.all(TABLES).filter(other => !page.contains(other));
    for (const other of others) takeCells(cells, other, "", onThisPage);
    const pager = document.querySelector(".hb-pager");
    if (others.length || !pager) return done(true);
    // The script's links are those of the first page, on which there is no link to itself.
    const isFirst = Boolean(pager.querySelector("li:first-child [aria-current]"));
    const base = isFirst ? location.href.split("#")[0] : (pager.querySelector("a")?.href ?? "");
    const script = document.createElement("script");
    script.onload = () => {
      for (const html of window.handbookTables ?? []) {
        const holder = document.createElement("template");
        holder.innerHTML = html;
        takeCells(cells, holder.content, base, id => holder.content.getElementById(id));
      }
      done(true);
    };
    script.onerror = () => done(false);
    script.src = below("compare-tables.js");
    document.head.append(script);
  });

/**
 * What an answer is compared by: its codes, its value or its state, never its wording.
 * @type {(cell: HTMLElement, compared: string) => string}
 */
const comparedBy = (cell, compared) => {
  const { code, state = "", column = "" } = cell.dataset;
  // What is answered and has no code can be told from nothing.
  if (compared === "codes") return code ?? (state.endsWith("sourced") ? column : state);
  if (compared === "states") return state;
  const words = window.handbook.all(".hb-headline", cell).map(word => word.textContent);
  return folded(words.join(" ")) || state;
};

/**
 * Whether some answers to a question differ, are all the same, or cannot be told apart.
 * @type {(cells: Cells, question: string, cities: string[]) => "differ" | "same" | "prose"}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const kindOfRow = (cells, question, cities) => {
  const compared = cells.compared.get(question) ?? "";
  const answers = cities.flatMap(city => cells.answers.get(cellKey(question, city)) ?? []);
  const isNothing = answers.every(({ dataset }) => !dataset.state?.endsWith("sourced"));
  if (compared === "states" && !isNothing) return "prose";
  return new Set(answers.map(answer => comparedBy(answer, compared))).size > 1 ? "differ" : "same";
};
