// Tables of the comparison: as many columns beside each other as fit; what is more goes on in a table below.
//
// features/compare.js takes this one in; see macros/render/scripts.py.

/**
 * A row or a column: what it is called, and the cell that heads it.
 * @typedef {{ id: string, name: string, head: HTMLElement }} Line
 */

/**
 * Parts of nearly the same length, none longer than the most.
 * @type {<T>(held: T[], most: number) => T[][]}
 */
const evenly = (held, most) => {
  const count = Math.ceil(held.length / most) || 1;
  const size = Math.ceil(held.length / count);
  return Array.from({ length: count }, (_, place) => held.slice(place * size, (place + 1) * size));
};

/** @type {(line: Line, role: string, scope: string) => HTMLElement} */
const headOf = ({ id, head }, role, scope) => {
  /** @type {HTMLElement} */
  const cell = /** @type {HTMLElement} */ (head.cloneNode(true));
  cell.setAttribute("role", role);
  cell.setAttribute("scope", scope);
  // A city may head a row and a question a column.
  if (scope === "col") cell.dataset.column = id;
  else delete cell.dataset.column;
  return cell;
};

/** From here on a telephone lays out the answers in sight alone. */
const MANY = 6;

/** @type {(rows: Line[], columns: Line[], answer: (row: Line, column: Line) => HTMLElement, title: string, corner: string) => HTMLElement} */
const tableOf = (rows, columns, answer, title, corner) => {
  const { make } = window.handbook;
  const first = make("th", { role: "columnheader", scope: "col" }, make("span", { class: "hb-sr" }, corner));
  const heads = columns.map(column => headOf(column, "columnheader", "col"));
  const body = make("tbody", { role: "rowgroup" });
  for (const row of rows) {
    const line = make("tr", { role: "row", "data-row": row.id }, headOf(row, "rowheader", "row"));
    for (const column of columns) {
      const cell = answer(row, column);
      const who = cell.querySelector(".hb-who");
      if (who) who.textContent = column.name;
      line.append(cell);
    }
    body.append(line);
  }
  const table = make(
    "table",
    { class: "hb-compare", role: "table", "data-table": "compare", "data-columns": columns.length },
    make("caption", {}, title),
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, first, ...heads)),
    body,
  );
  if (columns.length > MANY) {
    table.dataset.many = "";
    table.style.setProperty("--columns", `${columns.length}`); // from which a telephone guesses how high a row is
  }
  return table;
};

/**
 * The tables of one group of questions.
 * @type {(rows: Line[], columns: Line[], most: number, answer: (row: Line, column: Line) => HTMLElement, title: string, corner: string) => HTMLElement[]}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const tablesOf = (rows, columns, most, answer, title, corner) => {
  const parts = evenly(columns, most);
  return parts.map(part => {
    const names = part.map(({ name }) => name).join(" · ");
    return tableOf(rows, part, answer, parts.length > 1 ? `${title} · ${names}` : title, corner);
  });
};

/**
 * Numbers the sources of all answers as they come, those of folds that are still text, too.
 * @type {(place: HTMLElement, cells: Cells) => Map<string, number>}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const numbersOf = (place, cells) => {
  const found = window.handbook
    .all(".hb-answered, .hb-basis a", place)
    .flatMap(one => cells.folds.get(one)?.sources ?? one.dataset.source ?? []);
  return new Map([...new Set(found)].map((source, place) => [source, place + 1]));
};

/** @type {(links: HTMLElement[], numbers: Map<string, number>, sources: Cells["sources"]) => void} */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const nameSources = (links, numbers, sources) => {
  for (const link of links) {
    const { source = "" } = link.dataset;
    const entry = sources.get(source)?.();
    link.textContent = `[${numbers.get(source)}]`;
    link.setAttribute("href", entry?.querySelector("a")?.getAttribute("href") ?? "");
    link.title = (entry?.textContent ?? "").trim();
  }
};

/**
 * Puts the sources of an answer below it, once it is opened.
 * @type {(opened: HTMLElement, sources: Cells["sources"]) => void}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const spellOut = (opened, sources) => {
  const { all, make } = window.handbook;
  for (const basis of all(".hb-basis", opened)) {
    const entries = all("a", basis).flatMap(({ dataset }) => sources.get(dataset.source ?? "")?.() ?? []);
    if (!entries.length || basis.nextElementSibling) continue;
    const list = make("ul", { class: "hb-origins" });
    for (const entry of entries) {
      const item = make("li");
      item.append(...Array.from(entry.cloneNode(true).childNodes));
      list.append(item);
    }
    basis.after(list);
  }
};
