// Lists that narrow to what was chosen: by step, system, tier, size … What was chosen stands in the address.
(() => {
  "use strict";
  const { all, reveal } = window.handbook;
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
    /** @type {HTMLElement | null} */
    const status = form.querySelector('[role="status"]');

    /** @type {(entry: HTMLElement, field: HTMLSelectElement) => boolean} */
    const fits = (entry, { name, value }) => !value || (entry.dataset[name] ?? "").split(" ").includes(value);
    const narrow = () => {
      const chosen = fields.filter(({ value }) => value);
      for (const entry of entries) entry.hidden = !fields.every(field => fits(entry, field));
      const left = entries.filter(({ hidden }) => !hidden);
      for (const part of parts) part.hidden = Boolean(chosen.length) && !left.some(entry => part.contains(entry));
      if (status) status.textContent = chosen.length ? `${left.length} / ${entries.length}` : "";
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
    form.addEventListener("submit", event => event.preventDefault());
    // What a link leads to is there, whatever was chosen.
    reveal(() => {
      for (const field of fields) field.value = "";
      narrow();
    });
    form.hidden = !fields.length;
    narrow();
  });
})();
