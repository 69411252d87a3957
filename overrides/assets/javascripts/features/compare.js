// Comparison: which cities, and only what differs. The address keeps the choice, #cities=london,paris&differences=1.
(() => {
  "use strict";
  const { handbook } = window;
  const { all, one } = handbook;

  /* core/fold.js */

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
  // The number of sources is no difference between cities.
  /** @param {HTMLElement} cell */
  const answer = cell =>
    folded(
      all(".hb-answer", cell)
        .map(part => part.textContent)
        .join(" "),
    ) || cell.dataset.state;

  const show = () => {
    const cities = chosen();
    all("[data-column]", table).forEach(cell => {
      cell.hidden = !cities.includes(cell.dataset.column ?? "");
    });
    all("tbody tr", table).forEach(row => {
      const answers = new Set(all("td:not([hidden])", row).map(answer));
      row.hidden = differences.checked && cities.length > 1 && answers.size < 2;
    });
    if (status) status.textContent = (status.dataset.shown ?? "").replace("{number}", String(cities.length));
  };

  const read = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    // An ordinary anchor says nothing about the table.
    if (location.hash && !state.has("cities") && !state.has("differences")) return;
    const named = (state.get("cities") || "").split(",");
    const known = boxes.some(box => named.includes(box.value));
    boxes.forEach(box => {
      box.checked = !known || named.includes(box.value);
    });
    differences.checked = state.get("differences") === "1";
  };

  picker.addEventListener("change", event => {
    if (!chosen().length && event.target instanceof HTMLInputElement) event.target.checked = true; // one city remains
    const parts = [];
    if (chosen().length < boxes.length) parts.push(`cities=${chosen()}`);
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
  read();
  show();
})();
