// The worksheet of indicators: what each is today, what it is to become, who answers for it, by when.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { all, one, say, make, button, edit, mount, MOST_NAME } = handbook;

  /* core/row-note.js */

  const NS = "http://www.w3.org/2000/svg";
  const elements = all("[data-indicator]");
  if (!elements.length || !mount) return;

  /** @typedef {"baseline" | "interim" | "target" | "owner" | "date"} Column */
  /** @type {Column[]} */
  const COLUMNS = ["baseline", "interim", "target", "owner", "date"];

  class Row {
    /** @param {HTMLElement} element */
    constructor(element) {
      this.element = element;
      this.id = element.dataset.indicator ?? "";
      this.title = element.dataset.title ?? "";
      all(".hb-filled", element).forEach(text => text.remove()); // of the copy that this page is
      /** @type {Map<Column, HTMLInputElement>} */
      this.inputs = new Map(COLUMNS.map(column => [column, this.input(column)]));
      this.note = rowNote("targets", this);
    }

    /** @param {Column} column */
    input(column) {
      /** @type {Record<string, string | number>} */
      const kind = column === "date" ? { type: "date", max: "9999-12-31" } : { type: "text", maxlength: MOST_NAME };
      const made = make("input", {
        ...kind,
        name: column,
        dir: "auto",
        "aria-label": `${this.title}${say("colon")}${say(column)}`,
      });
      made.addEventListener("input", () => this.type(column, made));
      one(`[data-column="${column}"]`, this.element).prepend(made);
      return made;
    }

    // What does not fit stays in its field and is told; nothing stands in its place.
    /** @type {(column: Column, input: HTMLInputElement) => void} */
    type(column, input) {
      const fits = !input.validity.badInput && edit("targets", this.id, { [column]: input.value });
      input.setCustomValidity(fits ? "" : say("wrong_value"));
      input.toggleAttribute("aria-invalid", !fits);
      if (fits) return;
      edit("targets", this.id, { [column]: "" });
      handbook.tell(say("wrong_value"));
      input.reportValidity();
    }

    /** @param {Progress} record */
    show(record) {
      const entry = handbook.entryOf(record, "targets", this.id);
      // Setting a value that is there already would move the caret.
      for (const [column, input] of this.inputs)
        if (input.value !== entry[column] && input.validity.valid) input.value = entry[column];
      this.note.show(entry);
      this.element.toggleAttribute("data-filled", handbook.says("targets", entry));
    }
  }

  // A quiet bar a group says how far its table is; the words beside it say the same.
  class Share {
    /** @param {HTMLElement} part */
    constructor(part) {
      this.rows = all("[data-indicator]", part);
      all(".hb-share", part).forEach(share => share.remove()); // of the copy that this page is
      this.text = make("span", {});
      const svg = document.createElementNS(NS, "svg");
      svg.setAttribute("aria-hidden", "true");
      this.bar = document.createElementNS(NS, "rect");
      this.bar.setAttribute("height", "100%");
      svg.append(this.bar);
      one("table", part).parentElement?.before(make("p", { class: "hb-share hb-meta" }, svg, this.text));
    }

    show() {
      const filled = this.rows.filter(row => row.hasAttribute("data-filled")).length;
      this.bar.setAttribute("width", `${(100 * filled) / this.rows.length}%`);
      this.text.textContent = say("worksheet_count", { number: filled, total: this.rows.length });
    }
  }

  const rows = elements.map(element => new Row(element));
  const shares = all("[data-entries]")
    .filter(part => part.querySelector("[data-indicator]"))
    .map(part => new Share(part));
  const count = make("p", { class: "hb-meta" });

  /** @param {Progress} record */
  function show(record) {
    rows.forEach(row => row.show(record));
    shares.forEach(share => share.show());
    const filled = rows.filter(({ element }) => element.hasAttribute("data-filled")).length;
    // On paper those that were chosen take the place of the whole list; in the single file, on this page alone.
    one(".hb-worksheet")
      .closest(".hb-page, body")
      ?.toggleAttribute("data-chosen", filled > 0);
    count.textContent = say("worksheet_count", { number: filled, total: rows.length });
  }

  function save() {
    const record = handbook.record();
    const heads = [...all("thead th", one(".hb-worksheet")).map(head => head.textContent), say("unit"), say("note")];
    const lines = rows
      .filter(({ id }) => handbook.said(record, "targets").has(id))
      .map(({ id, title, element }) => {
        const entry = handbook.entryOf(record, "targets", id);
        return [title, ...COLUMNS.map(column => entry[column]), element.dataset.unit ?? "", entry.note];
      });
    handbook.download(handbook.csvOf([heads, ...lines]), "text/csv", handbook.fileName("csv"));
    handbook.handed(handbook.fileName("csv"));
  }

  /** @param {string} value */
  const filled = value => make("p", { class: "hb-filled", dir: "auto" }, value);
  handbook.bakers.push(page => {
    for (const row of rows) {
      const copy = one(`[data-indicator="${row.id}"]`, page);
      // No copy is narrowed, since nothing in it widens it again.
      for (const part of [copy, copy.closest("[data-entries]")]) part?.removeAttribute("hidden");
      for (const [column, { value }] of row.inputs) {
        if (value) one(`[data-column="${column}"]`, copy).prepend(filled(value));
      }
      if (row.note.note.value) one("th", copy).append(filled(row.note.note.value));
    }
  });
  handbook.counts.targets = () => count.textContent ?? "";
  handbook.listen(show);
  handbook.start();
  handbook.tools.append(button(say("worksheet_csv"), save));
  mount.append(count, handbook.tools);
})();
