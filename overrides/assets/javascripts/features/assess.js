// Self-assessment: a level for each system, domain and lesson; the result as a figure and as a table.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { data, all, one, say, make, edit, mount } = handbook;

  /* core/row-note.js */

  const elements = all("[data-rate]");
  if (!elements.length || !mount) return;
  const place = one("[data-result]");

  class Row {
    /** @param {HTMLElement} element */
    constructor(element) {
      this.element = element;
      this.id = element.dataset.rate ?? "";
      this.title = element.dataset.title ?? "";
      this.levels = all("[data-level]", element).map(cell => {
        const level = Number(cell.dataset.level);
        const input = make("input", {
          type: "radio",
          name: this.id,
          value: level,
          "aria-label": `${this.title}${say("colon")}${level} ${data.levels[level - 1]}`,
        });
        input.addEventListener("change", () => edit("ratings", this.id, { level }));
        one(".hb-box", cell).hidden = true;
        cell.append(make("label", { class: "hb-rate__cell" }, input));
        return input;
      });
      const clear = handbook.button(say("no_level"), () => edit("ratings", this.id, { level: 0 }));
      this.note = rowNote("ratings", this, clear);
    }

    /** @param {Progress} record */
    show(record) {
      const entry = handbook.entryOf(record, "ratings", this.id);
      this.levels.forEach(input => {
        input.checked = Number(input.value) === entry.level;
      });
      this.note.show(entry);
    }
  }

  const rows = elements.map(element => new Row(element));
  const tables = all(".hb-rate");

  /** @param {Progress} record */
  function table(record) {
    const body = make("tbody");
    for (const { id, title } of rows) {
      const { level, note, forEditors } = handbook.entryOf(record, "ratings", id);
      body.append(
        make(
          "tr",
          { "data-row": id },
          make("th", { scope: "row" }, title),
          make("td", { "data-column": "level" }, level ? `${level} ${data.levels[level - 1]}` : "–"),
          make(
            "td",
            { "data-column": "note", class: "hb-typed", dir: "auto" },
            [note, forEditors && say("for_editors")].filter(Boolean).join("\n"),
          ),
        ),
      );
    }
    const heads = ["subject", "level", "note"].map(name => make("th", { scope: "col" }, say(name)));
    return make(
      "div",
      { class: "hb-scroll", tabindex: 0, role: "region", "aria-label": say("result") },
      make(
        "table",
        { class: "hb-table", "data-table": "assess-result" },
        make("thead", {}, make("tr", {}, ...heads)),
        body,
      ),
    );
  }

  // Only who works here needs it; then it is in saved copies, too.
  /** @param {() => void} then */
  const drawing = then =>
    handbook.need(
      () => handbook.figure,
      "panel.js",
      "figure.js",
      () => typeof handbook.figure === "function" && then(),
    );
  /** @param {Progress} record */
  function show(record) {
    if (record.ids.length) drawing(() => {});
    rows.forEach(row => row.show(record));
    const rated = rows.filter(({ id }) => record.ratings.get(id)?.level);
    const touched = rated.length || rows.some(({ id }) => handbook.said(record, "ratings").has(id));
    // On paper the result takes the place of the empty form; in the single file, of this page's alone.
    place.closest(".hb-page, body")?.toggleAttribute("data-rated", Boolean(touched));
    if (!touched) {
      place.replaceChildren(make("p", { class: "hb-meta" }, say("nothing_rated")));
      return;
    }
    const figure = make("figure");
    place.replaceChildren(
      make("p", { class: "hb-meta" }, say("rated", { number: rated.length, total: rows.length })),
      figure,
      table(record),
    );
    /** @param {Row} row */
    const values = ({ id }) => {
      const level = record.ratings.get(id)?.level;
      return level ? [level] : [];
    };
    const drawn = tables.flatMap(table => [
      { head: one("thead th", table).textContent },
      ...rows.filter(({ element }) => table.contains(element)).map(row => ({ text: row.title, values: values(row) })),
    ]);
    drawing(() => handbook.figure(drawn, say("figure"), figure));
  }

  handbook.bakers.push(page => {
    one("[data-result]", page).replaceWith(place.cloneNode(true));
    for (const row of rows) {
      const chosen = row.levels.find(input => input.checked);
      if (chosen) one(`[data-rate="${row.id}"] [data-level="${chosen.value}"] .hb-box`, page).textContent = "✓";
    }
  });

  handbook.counts.ratings = () => {
    const { ratings } = handbook.record();
    const number = rows.filter(({ id }) => ratings.get(id)?.level).length;
    return say("rated_count", { number, total: rows.length });
  };
  handbook.listen(show);
  handbook.start();
  mount.append(handbook.tools);
})();
