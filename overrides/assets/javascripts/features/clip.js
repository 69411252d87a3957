// The comparison as a table for a document or a spreadsheet, with its sources as notes.
//
// features/compare.js takes this one in; see macros/render/scripts.py.

/** @type {(text: string | null | undefined) => string} */
const oneLine = text => (text ?? "").replace(/\s+/g, " ").trim();

/**
 * A cell in the page's language alone.
 * @type {(cell: HTMLElement) => HTMLElement}
 */
const bare = cell => {
  /** @type {HTMLElement} */
  const copy = /** @type {HTMLElement} */ (cell.cloneNode(true));
  for (const twin of window.handbook.all(".hb-twin", copy)) twin.remove();
  return copy;
};

/**
 * What a cell says, in lines: its words, then each answer with the numbers of its sources.
 * @type {(cell: HTMLElement) => string[]}
 */
const linesOf = cell => {
  const { all } = window.handbook;
  /** @type {HTMLElement} */
  const copy = /** @type {HTMLElement} */ (cell.cloneNode(true));
  for (const hidden of all(".hb-sr, .hb-who, [data-proposes]", copy)) hidden.remove();
  const heads = all(".hb-headline", copy).map(head => {
    const layer = head.querySelector(".hb-headline__layer")?.textContent;
    const words = oneLine(head.querySelector(".hb-headline__words")?.textContent);
    return layer ? `${layer}: ${words}` : words;
  });
  const prose = all(".hb-prose", copy).map(said => oneLine(said.textContent));
  const answers = all(".hb-answer", copy).map((answer, place) => {
    const basis = oneLine(answer.querySelector(".hb-basis")?.textContent);
    const said = all("p:not(.hb-basis), ul:not(.hb-origins) > li", answer).map(part => oneLine(part.textContent));
    return oneLine(`${heads.length ? said.join("; ") : prose[place]} (${basis})`);
  });
  if (answers.length) return [...heads, ...answers];
  const listed = all("li", copy);
  return (listed.length ? listed : [copy]).map(part => oneLine(part.textContent));
};

/**
 * A source as a note: its title leads to where it was read, and the address stands there for paper.
 * @type {(source: HTMLElement, number: number) => HTMLElement}
 */
const noteOf = (source, number) => {
  const { make } = window.handbook;
  const [title, about] = source.children;
  const address = title instanceof HTMLAnchorElement && /^https?:/.test(title.href) ? title.href : "";
  /** @type {(text: string) => Node | string} */
  const link = text => (address ? make("a", { href: address }, text) : text);
  const named = make("span", title instanceof HTMLElement && title.lang ? { lang: title.lang } : {});
  named.append(link(oneLine(title?.textContent)));
  const rest = ` ${oneLine(about?.textContent)}`;
  return make("p", {}, `[${number}] `, named, rest, ...(address ? [" ", link(address)] : []));
};

/**
 * Rows of cells, each of one or more lines.
 * @type {(tables: HTMLTableElement[], sources: HTMLElement[], title: string) => { html: string, text: string, lines: string[][] }}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const clipOf = (tables, sources, title) => {
  const { make } = window.handbook;
  const page = make("div", {}, make("p", {}, make("b", {}, title)));
  /** @type {string[][]} */
  const lines = [[title]];
  for (const table of tables) {
    const copy = make("table", { border: 1 });
    for (const row of table.rows) {
      const cells = Array.from(row.cells, bare).map(cell => {
        const isHead = cell.tagName === "TH";
        const name = cell.querySelector("summary, a, .hb-sr") ?? cell;
        return { isHead, lines: isHead ? [oneLine(name.textContent)] : linesOf(cell) };
      });
      lines.push(cells.map(cell => cell.lines.join(" · ")));
      const made = cells.map(cell => {
        const place = make(cell.isHead ? "th" : "td", { valign: "top" });
        cell.lines.forEach((line, count) => {
          if (count) place.append(make("br"));
          place.append(line);
        });
        return place;
      });
      copy.append(make("tr", {}, ...made));
    }
    page.append(copy);
    lines.push([]);
  }
  sources.forEach((source, place) => {
    const note = noteOf(source, place + 1);
    page.append(note);
    lines.push([oneLine(note.textContent)]);
  });
  // A cell that a spreadsheet would take for a formula gets an apostrophe before it.
  const guarded = lines.map(cells => cells.map(cell => (/^[=+\-@＝＋－＠]/.test(cell) ? `'${cell}` : cell)).join("\t"));
  // Or a spreadsheet would make a row of each line.
  const html = page.innerHTML.replaceAll("<br>", '<br style="mso-data-placement:same-cell">');
  return { html, text: `${guarded.join("\r\n")}\r\n`, lines };
};
