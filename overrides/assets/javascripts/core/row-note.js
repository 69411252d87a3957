// The folded note of a row that a group fills in, and whether it is for the editors; worksheet and self-assessment have
// one in each row's head. Other scripts take this one in where they name it; see macros/render/scripts.py.

/**
 * @param {"ratings" | "targets"} kind of what the row holds
 * @param {{ element: HTMLElement; id: string; title: string }} row
 * @param {...HTMLElement} more what else stands in the fold
 */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const rowNote = (kind, { element, id, title }, ...more) => {
  const { one, make, say, edit, MOST_TYPED } = window.handbook;
  const name = `${title}${say("colon")}${say("note")}`;
  const note = make("textarea", { "aria-label": name, rows: 2, maxlength: MOST_TYPED, dir: "auto" });
  const forEditors = make("input", { type: "checkbox" });
  const summary = make("span", { class: "hb-summary", dir: "auto" });
  const called = make("span", { class: "hb-sr" }, say("colon"), title);
  one("th", element).append(
    make(
      "details",
      { class: "hb-more hb-work__more" },
      make("summary", {}, say("note"), called, " ", summary),
      make(
        "div",
        { class: "hb-fields", role: "group", "aria-label": title },
        make("label", { class: "hb-field hb-wide" }, make("span", {}, say("note")), note),
        make("label", { class: "hb-check" }, forEditors, make("span", {}, say("for_editors"))),
        ...more,
      ),
    ),
  );
  note.addEventListener("input", () => edit(kind, id, { note: note.value }));
  forEditors.addEventListener("change", () => edit(kind, id, { forEditors: forEditors.checked }));
  return {
    note,
    /** @param {{ note: string; forEditors: boolean }} entry */
    show(entry) {
      if (note.value !== entry.note) note.value = entry.note; // setting it anyway would move the caret
      forEditors.checked = entry.forEditors;
      summary.textContent = entry.note.split("\n")[0].slice(0, 60);
    },
  };
};
