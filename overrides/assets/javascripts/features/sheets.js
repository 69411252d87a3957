// What a table needs for one session: the parts of a checklist that were chosen, in a short form, on paper.
(() => {
  "use strict";
  const { all, one } = window.handbook;

  // The single file has several lists.
  /** @type {(box: HTMLElement, page: HTMLElement) => void} */
  function choose(box, page) {
    /** @type {HTMLInputElement[]} */
    const inputs = all("input", box);
    /** @type {HTMLButtonElement} */
    const button = one("[data-print-chosen]", box);
    const chosen = () => inputs.filter(input => input.checked).map(input => input.value);
    /** @param {boolean} short */
    const mark = short => {
      page.toggleAttribute("data-short", short);
      all("[data-part]", page).forEach(part => {
        part.toggleAttribute("data-unprinted", short && !chosen().includes(part.dataset.part ?? ""));
      });
    };
    box.addEventListener("change", () => {
      button.disabled = !chosen().length;
    });
    button.addEventListener("click", () => {
      mark(true);
      print();
    });
    // Whoever prints in another way gets the whole list.
    addEventListener("afterprint", () => mark(false));
    button.disabled = !chosen().length; // a browser may remember what was ticked
    box.hidden = false;
  }

  all("[data-sheets]").forEach(box => {
    /** @type {HTMLElement | null} */
    const page = box.closest(".hb-page, body");
    if (page) choose(box, page);
  });
})();
