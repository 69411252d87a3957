// Cells of the comparison: those of this page, and those of others, which come when they are asked for.
//
// features/compare.js takes this one in; see macros/render/scripts.py.

/**
 * Questions, problems and cities by id, each with the cell that heads it, the answers, and what gives the entry of a
 * source by its id. An answer of another page has folds that are still text: most are never opened, and those of twenty
 * cities take a telephone half a second.
 * @typedef {{
 *   questions: Map<string, HTMLElement>,
 *   cities: Map<string, HTMLElement>,
 *   answers: Map<string, HTMLElement>,
 *   compared: Map<string, string>,
 *   sources: Map<string, () => HTMLElement>,
 *   folds: Map<HTMLElement, { text: string, sources: string[], base: string }>,
 * }} Cells
 */

/** @type {(question: string, city: string) => string} */
const cellKey = (question, city) => `${question} ${city}`;

/**
 * Makes links of what comes from a page with another address lead where they led there.
 * @type {(held: HTMLElement, base: string) => void}
 */
const lead = (held, base) => {
  if (base)
    for (const link of window.handbook.all("a", held))
      link.setAttribute("href", new URL(link.getAttribute("href") ?? "", base).href);
};

/** @type {(cells: Cells, row: string | undefined, column: string, cell: () => HTMLElement) => HTMLElement | undefined} */
const takeCell = (cells, row, column, cell) => {
  const [held, key] = row ? [cells.answers, cellKey(row, column)] : [cells.cities, column];
  if (held.has(key)) return undefined;
  const own = cell();
  held.set(key, own);
  return own;
};

/**
 * Takes what a page has of some cities, or all, each once. What stands on another page stays there.
 * @type {(cells: Cells, other: ParentNode, isOther: boolean, wanted?: string[]) => void}
 */
const takeCells = (cells, other, isOther, wanted) => {
  const { all } = window.handbook;
  /** @type {(held: HTMLElement) => HTMLElement} */
  const own = held => (isOther ? /** @type {HTMLElement} */ (held.cloneNode(true)) : held);
  for (const cell of all("[data-column]", other)) {
    const { column = "" } = cell.dataset;
    if (wanted && !wanted.includes(column)) continue;
    const taken = takeCell(cells, cell.closest("tr")?.dataset.row, column, () => own(cell));
    for (const link of taken ? all(".hb-basis a", taken) : []) {
      const entry = document.getElementById(link.getAttribute("href")?.split("#")[1] ?? "");
      const source = entry?.dataset.source ?? "";
      if (entry && !cells.sources.has(source)) {
        const listed = own(entry);
        cells.sources.set(source, () => listed);
      }
      link.dataset.source = source;
    }
  }
};

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
    folds: new Map(),
  };
  for (const table of tables) takeCells(cells, table, false);
  return cells;
};

/** @type {(html: string) => HTMLElement} in this very document, which has nothing to take over then */
const holding = html => {
  const holder = document.createElement("div");
  holder.innerHTML = html;
  return holder;
};

/**
 * Takes some cities' cells from the text of other pages, of which only those are parsed that have one of them.
 * @type {(cells: Cells, page: NonNullable<Window["handbookTables"]>[number], base: string, wanted: string[]) => void}
 */
const takeFromText = (cells, [html, folded, sources], base, wanted) => {
  const { all } = window.handbook;
  const there = new Set(wanted.filter(city => html.includes(`data-column="${city}"`)));
  if (!there.size) return;
  const holder = holding(html);
  const folds = new Map(all(".hb-answered", holder).map((fold, place) => [fold, folded[place]]));
  for (const [id, entry] of sources)
    if (!cells.sources.has(id))
      cells.sources.set(
        id,
        once(() => sourceFrom(entry, base)),
      );
  for (const cell of all("[data-column]", holder)) {
    const { column = "" } = cell.dataset;
    const taken = there.has(column) && takeCell(cells, cell.closest("tr")?.dataset.row, column, () => cell);
    if (!taken) continue;
    lead(taken, base);
    for (const fold of all(".hb-answered", taken)) {
      const text = folds.get(fold) ?? "";
      const named = Array.from(text.matchAll(/ href="#r(\d+)"/g), ([, number]) => sources[Number(number) - 1][0]);
      cells.folds.set(fold, { text, sources: named, base });
    }
  }
};

/** @type {(make: () => HTMLElement) => () => HTMLElement} */
const once = make => {
  /** @type {HTMLElement | undefined} */
  let made;
  return () => {
    made ??= make();
    return made;
  };
};

/** @type {(html: string, base: string) => HTMLElement} */
const sourceFrom = (html, base) => {
  const entry = window.handbook.one("li", holding(html));
  lead(entry, base);
  return entry;
};

/**
 * Makes elements of what an answer has folded away; these, where it has not yet been done.
 * @type {(cells: Cells, fold: HTMLElement) => HTMLElement[]} the links to its sources
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const fillFold = (cells, fold) => {
  const held = cells.folds.get(fold);
  if (!held) return [];
  cells.folds.delete(fold);
  fold.insertAdjacentHTML("beforeend", held.text);
  lead(fold, held.base);
  const links = window.handbook.all(".hb-basis a", fold);
  links.forEach((link, place) => {
    link.dataset.source = held.sources[place];
  });
  return links;
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

/** @type {(page: Node) => HTMLElement[]} */
const othersThan = page => window.handbook.all(TABLES).filter(other => !page.contains(other));

/**
 * Asks for what other pages have, which takes a while.
 * @type {(page: Node) => void}
 */
const beginCells = page => {
  if (!othersThan(page).length && document.querySelector(".hb-pager")) texts ??= textsOfOthers();
};

/**
 * Brings what other pages have of some cities; says whether it came. In the single file it is there, else a script has
 * it.
 * @type {(cells: Cells, page: Node, wanted: string[]) => Promise<boolean>}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const loadCells = async (cells, page, wanted) => {
  const others = othersThan(page);
  for (const other of others) takeCells(cells, other, true, wanted);
  beginCells(page);
  if (texts && !(await texts)) return false;
  const pager = document.querySelector(".hb-pager");
  // The script's links are those of the first page, on which there is no link to itself.
  const isFirst = Boolean(pager?.querySelector("li:first-child [aria-current]"));
  const base = isFirst ? "" : (pager?.querySelector("a")?.href ?? "");
  for (const other of window.handbookTables ?? []) takeFromText(cells, other, base, wanted);
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
