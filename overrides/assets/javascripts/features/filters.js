// Lists that narrow to entries with every word typed.
(() => {
  "use strict";
  const { all, folded, reveal } = window.handbook;

  /** @type {HTMLInputElement[]} */
  const inputs = all("[data-filter]");
  inputs.forEach(input => {
    /** @type {HTMLElement | null} */
    const box = input.closest(".hb-filter");
    const status = box?.querySelector('[role="status"]');
    const entries = all(input.dataset.filter ?? "").map(entry => ({ entry, text: folded(entry.textContent) }));
    const narrow = () => {
      const wanted = folded(input.value).split(" ");
      entries.forEach(({ entry, text }) => {
        entry.hidden = !wanted.every(word => text.includes(word));
      });
      const left = entries.filter(({ entry }) => !entry.hidden).length;
      if (status) status.textContent = input.value ? `${left} / ${entries.length}` : "";
    };
    input.addEventListener("input", narrow);
    reveal(() => {
      input.value = "";
      narrow();
    });
    if (box) box.hidden = false;
    narrow();
  });
})();
