// Comparison: which cities, and only what differs. The address keeps the choice, #cities=london,paris&differences=1.
(() => {
  "use strict";
  const { handbook } = window;
  const { all, one } = handbook;

  /* core/fold.js */
  /* core/entries.js */

  /** @type {HTMLElement | null} */
  const picker = document.querySelector("[data-picker]");
  /** @type {HTMLElement | null} */
  const table = document.querySelector('[data-table="compare"]');
  if (!picker || !table) return;

  /** @type {HTMLInputElement[]} */
  const boxes = all('[name="city"]', picker);
  /** @type {HTMLInputElement} */
  const differences = one('[name="differences"]', picker);
  /** @type {HTMLElement | null} */
  const status = document.querySelector("[data-picker-status]");
  const chosen = () => boxes.filter(box => box.checked).map(box => box.value);
  // Answers are told apart by codes, values and states, never by their wording; nor is the number of sources one.
  /** @type {(cell: HTMLElement, compared?: string) => string} */
  const answer = (cell, compared) => {
    const { code, state = "", column = "" } = cell.dataset;
    // What is answered and has no code can be told from nothing: it stays.
    if (compared === "codes") return code ?? (state.endsWith("sourced") ? column : state);
    if (compared === "states") return state;
    const parts = all(".hb-answer", cell).map(part => part.textContent);
    return folded(parts.join(" ")) || state;
  };

  // Columns of other pages come when they are asked for: from a script, or in the single file from their own page.
  const has = (/** @type {string} */ city) => Boolean(table.querySelector(`thead [data-column="${city}"]`));
  /** @type {HTMLAnchorElement | null} */
  const first = document.querySelector(".hb-pager a"); // on the first page there is none to itself
  const isFirst = Boolean(picker.closest(".hb-page, body")?.querySelector(".hb-pager li:first-child [aria-current]"));
  /** @type {(other: ParentNode, base: string) => void} */
  const take = (other, base) => {
    for (const cell of all("[data-column]", other)) {
      const { column = "" } = cell.dataset;
      const row = cell.closest("tr")?.dataset.row;
      const there = one(row ? `tbody [data-row="${row}"]` : "thead tr", table);
      if (there.querySelector(`[data-column="${column}"]`)) continue;
      /** @type {HTMLElement} */
      const copy = /** @type {HTMLElement} */ (cell.cloneNode(true));
      if (base)
        all("a", copy).forEach(link => {
          link.setAttribute("href", new URL(link.getAttribute("href") ?? "", base).href);
        });
      there.append(copy);
    }
  };
  /** @type {Promise<boolean> | undefined} */
  let loading;
  /** @returns {Promise<boolean>} */
  const load = () =>
    new Promise(done => {
      const others = all('[data-table="compare"]').filter(other => other !== table);
      others.forEach(other => take(other, ""));
      if (others.length || !document.querySelector(".hb-pager")) return done(true);
      const script = document.createElement("script");
      script.onload = () => {
        for (const html of window.handbookTables ?? []) {
          const holder = document.createElement("template");
          holder.innerHTML = html;
          take(holder.content, isFirst ? location.href.split("#")[0] : (first?.href ?? ""));
        }
        done(true);
      };
      script.onerror = () => done(false);
      script.src = below("compare-tables.js");
      document.head.append(script);
    });
  // In the order of the boxes, wherever they came from.
  const sort = () => {
    for (const row of all("tr", table))
      for (const { value } of boxes) {
        const cell = row.querySelector(`[data-column="${value}"]`);
        if (cell) row.append(cell);
      }
  };

  const show = async () => {
    if (!chosen().every(has)) {
      loading ??= load();
      const came = await loading;
      sort();
      if (!came) {
        loading = undefined;
        for (const box of boxes) if (!has(box.value)) box.checked = false;
        draw();
        if (status) status.textContent = status.dataset.missing ?? "";
        return;
      }
    }
    draw();
  };
  const draw = () => {
    const cities = chosen();
    all("[data-column]", table).forEach(cell => {
      cell.hidden = !cities.includes(cell.dataset.column ?? "");
    });
    let same = 0,
      prose = 0;
    all("tbody tr", table).forEach(row => {
      const { compared } = row.dataset;
      const answers = new Set(all("td:not([hidden])", row).map(cell => answer(cell, compared)));
      row.hidden = differences.checked && cities.length > 1 && answers.size < 2;
      if (row.hidden && compared === "states") prose++;
      else if (row.hidden) same++;
    });
    if (!status) return;
    const { shown = "", hidden = "" } = status.dataset;
    const words = same || prose ? shown + hidden : shown;
    status.textContent = Object.entries({ number: cities.length, same, prose }).reduce(
      (text, [name, value]) => text.replace(`{${name}}`, String(value)),
      words,
    );
  };

  const read = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    // An ordinary anchor says nothing about the table.
    if (location.hash && !state.has("cities") && !state.has("differences")) return;
    const named = (state.get("cities") || "").split(",");
    const known = boxes.some(box => named.includes(box.value));
    boxes.forEach(box => {
      box.checked = known ? named.includes(box.value) : box.defaultChecked;
    });
    differences.checked = state.get("differences") === "1";
  };

  picker.addEventListener("change", event => {
    if (!chosen().length && event.target instanceof HTMLInputElement) event.target.checked = true; // one city remains
    const parts = [];
    if (boxes.some(box => box.checked !== box.defaultChecked)) parts.push(`cities=${chosen()}`);
    if (differences.checked) parts.push("differences=1");
    history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : location.pathname + location.search);
    show();
    handbook.carry();
  });
  picker.addEventListener("submit", event => event.preventDefault());
  addEventListener("hashchange", () => {
    read();
    show();
  });
  picker.hidden = false;
  // Where all cities are in the picker, other pages are for those without scripts.
  const page = picker.closest(".hb-page, body") ?? document;
  for (const pager of all(".hb-pager", page)) pager.hidden = "whole" in picker.dataset;
  read();
  show();
})();
