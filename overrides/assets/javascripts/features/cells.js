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

/**
 * What stands on a page stays there; what comes from the text of another, with a `base`, is nobody else's.
 * @type {(held: HTMLElement, base: string) => HTMLElement}
 */
const ownOf = (held, base) => {
  if (!base) return /** @type {HTMLElement} */ (held.cloneNode(true));
  for (const link of window.handbook.all("a", held))
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", base).href);
  return held;
};

/**
 * Takes what a page has of some cities, or all, each once. `find` gives the entry of a source by its anchor.
 * @type {(cells: Cells, other: ParentNode, base: string, find: (id: string) => HTMLElement | null, wanted?: string[]) => void}
 */
const takeCells = (cells, other, base, find, wanted) => {
  const { all } = window.handbook;
  for (const cell of all("[data-column]", other)) {
    const { column = "" } = cell.dataset;
    if (wanted && !wanted.includes(column)) continue;
    const row = cell.closest("tr")?.dataset.row;
    const [held, key] = row ? [cells.answers, cellKey(row, column)] : [cells.cities, column];
    if (held.has(key)) continue;
    const own = ownOf(cell, base);
    held.set(key, own);
    for (const link of all(".hb-basis a", own)) {
      const entry = find(link.getAttribute("href")?.split("#")[1] ?? "");
      const source = entry?.dataset.source ?? "";
      if (entry && !cells.sources.has(source)) cells.sources.set(source, ownOf(entry, base));
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
 * Takes some cities' cells from the text of other pages, of which only those are parsed that have one of them.
 * @type {(cells: Cells, html: string, base: string, wanted: string[]) => void}
 */
const takeFromText = (cells, html, base, wanted) => {
  const there = wanted.filter(city => html.includes(`data-column="${city}"`));
  if (!there.length) return;
  const holder = document.createElement("template");
  holder.innerHTML = html;
  // No browser keeps an index of the ids in there.
  const sources = new Map(window.handbook.all("[data-source]", holder.content).map(entry => [entry.id, entry]));
  takeCells(cells, holder.content, base, id => sources.get(id) ?? null, there);
};

/** @type {Promise<boolean> | undefined} */
let texts;

/** @type {() => Promise<boolean>} */
const textsOfOthers = () =>
  new Promise(done => {
    const script = document.createElement("script");
    script.onload = () => done(true);
    script.onerror = () => {
      texts = undefined;
      done(false);
    };
    script.src = below("compare-tables.js");
    document.head.append(script);
  });

/**
 * Brings what other pages have of some cities; says whether it came. In the single file it is there, else a script has
 * it.
 * @type {(cells: Cells, page: Node, wanted: string[]) => Promise<boolean>}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const loadCells = async (cells, page, wanted) => {
  const others = window.handbook.all(TABLES).filter(other => !page.contains(other));
  for (const other of others) takeCells(cells, other, "", onThisPage, wanted);
  const pager = document.querySelector(".hb-pager");
  if (others.length || !pager) return true;
  texts ??= textsOfOthers();
  if (!(await texts)) return false;
  // The script's links are those of the first page, on which there is no link to itself.
  const isFirst = Boolean(pager.querySelector("li:first-child [aria-current]"));
  const base = isFirst ? location.href.split("#")[0] : (pager.querySelector("a")?.href ?? "");
  for (const html of window.handbookTables ?? []) takeFromText(cells, html, base, wanted);
  return true;
};

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
