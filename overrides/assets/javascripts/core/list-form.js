// The form above a list: what is chosen in it, and how that stands in the address.
//
// Other scripts take this one in where they name it; see macros/render/scripts.py.

/** @type {(form: HTMLFormElement) => ListForm} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const listForm = form => {
  const { all, one } = window.handbook;
  /** @type {HTMLInputElement[]} */
  const boxes = all('[type="checkbox"]', form);
  /** @type {HTMLInputElement} */
  const words = one('[name="words"]', form);
  /** @type {HTMLSelectElement | null} */
  const select = form.querySelector('[name="sort"]');
  const names = ["words", "sort", ...new Set(boxes.map(({ name }) => name))];
  const chosen = (name = "") => boxes.filter(box => box.checked && (!name || box.name === name));

  return {
    boxes,
    words,
    select,
    sort: "",
    phrase: (name, values = {}) =>
      Object.entries(values).reduce(
        (text, [key, value]) => text.replace(`{${key}}`, () => String(value)),
        form.dataset[name] ?? "",
      ),
    choice: () => ({
      facets: new Map(names.map(name => [name, chosen(name).map(({ value }) => value)])),
      words: folded(words.value).split(" ").filter(Boolean),
    }),
    // Each thing that is chosen: facet, value, and both in words.
    chosen: () => {
      const held = chosen().map(box => {
        const legend = box.closest("fieldset")?.querySelector("legend")?.textContent ?? "";
        return { name: box.name, value: box.value, legend, title: box.nextElementSibling?.textContent ?? "" };
      });
      const typed = words.value.trim();
      return typed ? [{ name: "words", value: typed, legend: "", title: typed }, ...held] : held;
    },
    drop: (name, value) => {
      for (const box of chosen(name)) if (!value || box.value === value) box.checked = false;
      if (!name || name === "words") words.value = "";
    },
    address() {
      const state = new URLSearchParams();
      if (words.value.trim()) state.set("words", words.value.trim());
      for (const name of names.slice(2)) {
        const values = chosen(name).map(({ value }) => value);
        if (values.length) state.set(name, values.join(","));
      }
      if (this.sort) state.set("sort", this.sort);
      return String(state).replaceAll("%2C", ",");
    },
    // Whether an address says something about the list; an anchor does not.
    take(address) {
      const state = new URLSearchParams(address);
      if (address && !names.some(name => state.has(name))) return false;
      for (const box of boxes) box.checked = (state.get(box.name) ?? "").split(",").includes(box.value);
      words.value = state.get("words") ?? "";
      this.sort = state.get("sort") ?? "";
      return true;
    },
  };
};
