// The order of entries: by their first words, by a date or a number that they carry, or by the column of a table.
//
// Other scripts take this one in where they name it; see macros/render/scripts.py.

const inWords = new Intl.Collator(document.documentElement.lang, { numeric: true });

// `sort` is `name`, `-date`, `coverage-lessons.open-data`: a minus begins with the greatest.
/** @type {(element: HTMLElement, sort: string) => string} */
const sortValue = (element, sort) => {
  const [key, column] = sort.replace(/^-/, "").split(".");
  if (column && column !== "name") {
    const cell = element.querySelector(`[data-column="${column}"]`);
    return String(Number.parseInt(cell?.textContent?.trim() ?? "", 10) || 0);
  }
  if (column || key === "name") return element.textContent?.trim() ?? "";
  return element.getAttribute(`data-at-${key}`) ?? "";
};

// What has no date comes last either way.
/** @type {(elements: HTMLElement[], sort: string) => HTMLElement[]} */
const ordered = (elements, sort) => {
  const values = new Map(elements.map(element => [element, sortValue(element, sort)]));
  const side = sort.startsWith("-") ? -1 : 1;
  return [...elements].sort((one, other) => {
    const [first, second] = [values.get(one) ?? "", values.get(other) ?? ""];
    return first && second ? side * inWords.compare(first, second) : Number(!first) - Number(!second);
  });
};

// In a table's column, an entry stands where its row of this table does.
/** @type {(entries: ListEntry[], sort: string) => ListEntry[]} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const orderedEntries = (entries, sort) => {
  const [key, column] = sort.replace(/^-/, "").split(".");
  const held = new Map(
    entries.map(entry => {
      const row = column && entry.elements.find(one => one.closest("table")?.dataset.table === key);
      return [row || entry.elements[0], entry];
    }),
  );
  return ordered([...held.keys()], sort).flatMap(element => held.get(element) ?? []);
};

// Each container in turn; a table only by a column of its own.
/** @type {(elements: HTMLElement[], sort: string) => void} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const arrange = (elements, sort) => {
  const [key, column] = sort.replace(/^-/, "").split(".");
  for (const container of new Set(elements.map(element => element.parentElement))) {
    const table = container?.closest("table");
    const inside = elements.filter(element => element.parentElement === container);
    const isMeant = sort && (!column || table?.dataset.table === key);
    container?.append(...(isMeant ? ordered(inside, sort) : inside));
  }
};

// Read by itself, what a cell unfolds says of which row and column it is.
/** @type {(tables: HTMLElement[]) => void} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const nameCells = tables => {
  for (const table of tables)
    for (const fold of window.handbook.all("td > details > summary:not([aria-label])", table)) {
      const cell = fold.closest("td");
      const heads = [
        cell?.parentElement?.querySelector("th a"),
        table.querySelector(`thead [data-column="${cell?.dataset.column}"] a`),
      ];
      const said = [...fold.childNodes].map(node => node.textContent?.trim()).filter(Boolean);
      fold.setAttribute("aria-label", [said.join(" "), ...heads.map(head => head?.textContent?.trim())].join(" · "));
    }
};

// Buttons in the heads of tables: names from the first, numbers from the greatest, then turned round, then as listed.
/** @type {(tables: HTMLElement[], words: string, chosen: (sort: string) => void) => (sort: string) => void} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const sortByHeads = (tables, words, chosen) => {
  let now = "";
  /** @type {[HTMLElement, string][]} */
  const heads = tables.flatMap(table =>
    window.handbook
      .all("thead th", table)
      .map(
        head =>
          /** @type {[HTMLElement, string]} */ ([head, `${table.dataset.table}.${head.dataset.column ?? "name"}`]),
      ),
  );
  for (const [head, key] of heads) {
    const turns = key.endsWith(".name") ? [key, `-${key}`, ""] : [`-${key}`, key, ""];
    const button = window.handbook.button("", () => chosen(turns[(turns.indexOf(now) + 1) % turns.length]));
    button.className = "hb-sort";
    button.setAttribute("aria-label", words.replace("{column}", head.textContent?.trim() ?? ""));
    head.append(button);
  }
  return sort => {
    now = heads.some(([, key]) => key === sort.replace(/^-/, "")) ? sort : "";
    for (const [head, key] of heads)
      if (now === key) head.setAttribute("aria-sort", "ascending");
      else if (now === `-${key}`) head.setAttribute("aria-sort", "descending");
      else head.removeAttribute("aria-sort");
  };
};
