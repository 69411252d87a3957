// Lists that narrow to what was chosen: by step, system, tier, size … What was chosen stands in the address.
(() => {
  "use strict";
  const { all, reveal } = window.handbook;
  /* core/fold.js */

  const single = document.getElementById("hb-index"); // all pages have one address there

  /** @type {HTMLFormElement[]} */
  const forms = all("[data-choices]");
  forms.forEach(form => {
    /** @type {HTMLElement | Document} */
    const page = form.closest(".hb-page") ?? document;
    const entries = all(form.dataset.choices ?? "", page);
    const parts = all("[data-entries]", page);
    /** @type {HTMLSelectElement[]} */
    const fields = all("select", form);
    /** @type {HTMLInputElement | null} */
    const words = form.querySelector('[name="text"]');
    const texts = new Map(entries.map(entry => [entry, folded(entry.textContent)]));
    /** @type {HTMLElement | null} */
    const status = form.querySelector('[role="status"]');

    /** @type {(entry: HTMLElement, field: HTMLSelectElement) => boolean} */
    const fits = (entry, { name, value }) => !value || (entry.dataset[name] ?? "").split(" ").includes(value);
    const narrow = () => {
      const wanted = folded(words?.value ?? "")
        .split(" ")
        .filter(Boolean);
      const isNarrow = wanted.length > 0 || fields.some(({ value }) => value);
      /** @param {HTMLElement} entry */
      const says = entry => wanted.every(word => texts.get(entry)?.includes(word));
      for (const entry of entries) entry.hidden = !(fields.every(field => fits(entry, field)) && says(entry));
      const left = entries.filter(({ hidden }) => !hidden);
      for (const part of parts) part.hidden = isNarrow && !left.some(entry => part.contains(entry));
      // The way to the comparison takes along what is left.
      for (const part of parts) {
        const cities = left.filter(entry => part.contains(entry)).map(({ dataset }) => dataset.case);
        for (const link of all("[data-compare]", part))
          if (cities[0] && !single)
            link.setAttribute("href", `${link.getAttribute("href")?.split("#")[0]}#cities=${cities}`);
      }
      if (!status) return;
      const said = (left.length ? form.dataset.left : form.dataset.none) ?? "";
      const numbers = said.replace("{left}", String(left.length)).replace("{total}", String(entries.length));
      status.textContent = isNarrow ? numbers : "";
    };
    const write = () => {
      if (single) return;
      const address = new URL(location.href);
      for (const { name, value } of fields)
        if (value) address.searchParams.set(name, value);
        else address.searchParams.delete(name);
      history.replaceState(history.state, "", address);
    };
    const asked = new URLSearchParams(single ? "" : location.search);
    for (const field of fields) {
      const value = asked.get(field.name) ?? "";
      if ([...field.options].some(option => option.value === value)) field.value = value;
      field.addEventListener("change", () => {
        narrow();
        write();
      });
    }
    words?.addEventListener("input", narrow);
    form.addEventListener("submit", event => event.preventDefault());
    // What a link leads to is there, whatever was chosen.
    const clear = () => {
      for (const field of fields) field.value = "";
      if (words) words.value = "";
      narrow();
      write();
    };
    reveal(clear);
    form.hidden = false;
    narrow();
    // That is so for the address of this page too.
    const target = document.getElementById(location.hash.slice(1));
    if (target && page.contains(target) && target.closest("[hidden]")) clear();
  });
})();
