// Conveniences on top of pages that read and print without any script.
(() => {
  "use strict";
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const words = text => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();

  // Both languages have the same anchors, so the switcher leads to the same place.
  const carry = () =>
    all("a.md-select__link[hreflang]").forEach(link => {
      link.hash = location.hash;
    });
  carry();
  addEventListener("hashchange", carry);
  addEventListener("click", carry, true);

  // The theme's search listens to keys alone; words may also be pasted, spoken or picked from a list.
  const box = document.querySelector(".md-search__input");
  if (box) box.addEventListener("input", () => box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true })));

  all("[data-print]").forEach(button => {
    button.hidden = false;
    button.addEventListener("click", () => print());
  });

  // Comparison; the address keeps the choice, #cities=london,paris&differences=1, to pass on.
  const picker = document.querySelector("[data-picker]");
  const table = document.querySelector('[data-table="compare"]');
  if (picker && table) {
    const boxes = all('[name="city"]', picker);
    const differences = picker.querySelector('[name="differences"]');
    const status = document.querySelector("[data-picker-status]");
    const chosen = () => boxes.filter(box => box.checked).map(box => box.value);
    // The number of sources is no difference between cities.
    const answer = cell =>
      words(
        all(".hb-answer", cell)
          .map(part => part.textContent)
          .join(" "),
      ) || cell.dataset.state;

    const show = () => {
      const cities = chosen();
      all("[data-column]", table).forEach(cell => {
        cell.hidden = !cities.includes(cell.dataset.column);
      });
      all("tbody tr", table).forEach(row => {
        const answers = new Set(all("td:not([hidden])", row).map(answer));
        row.hidden = differences.checked && cities.length > 1 && answers.size < 2;
      });
      if (status) status.textContent = status.dataset.shown.replace("{number}", cities.length);
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
      if (!chosen().length) event.target.checked = true; // one city remains
      const parts = [];
      if (chosen().length < boxes.length) parts.push(`cities=${chosen()}`);
      if (differences.checked) parts.push("differences=1");
      history.replaceState(null, "", parts.length ? `#${parts.join("&")}` : location.pathname + location.search);
      show();
      carry();
    });
    picker.addEventListener("submit", event => event.preventDefault());
    addEventListener("hashchange", () => {
      read();
      show();
    });
    picker.hidden = false;
    read();
    show();
  }

  // Lists that narrow to entries with every word typed.
  all("[data-filter]").forEach(input => {
    const box = input.closest(".hb-filter");
    const status = box && box.querySelector('[role="status"]');
    const entries = all(input.dataset.filter).map(entry => [entry, words(entry.textContent)]);
    const narrow = () => {
      const wanted = words(input.value).split(" ");
      entries.forEach(([entry, text]) => {
        entry.hidden = !wanted.every(word => text.includes(word));
      });
      const left = entries.filter(([entry]) => !entry.hidden).length;
      if (status) status.textContent = input.value ? `${left} / ${entries.length}` : "";
    };
    input.addEventListener("input", narrow);
    // A link to a hidden entry brings the list back.
    addEventListener("hashchange", () => {
      const target = document.getElementById(location.hash.slice(1));
      if (!target || !target.closest("[hidden]")) return;
      input.value = "";
      narrow();
      target.scrollIntoView();
    });
    if (box) box.hidden = false;
    narrow();
  });
})();
