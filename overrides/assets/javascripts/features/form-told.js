// What is wrong and what has changed, beside the fields and in a list; form.js takes this in.

const proposal = make("section", { class: "hb-form__proposal", "aria-labelledby": "form-proposal" });
const standing = make("p", { class: "hb-form__status", role: "status" });
const listed = make("div");

// Tells what is wrong, beside each field and in the list, and what has changed.
const tellState = () => {
  const faults = [...states.values()].flatMap(state =>
    changesOf(state).length || state.old === undefined ? faultsOf(state).map(fault => ({ ...fault, state })) : [],
  );
  const byKey = new Map(faults.map(fault => [keyOf(fault.state.ref, fault.path), fault.text]));
  for (const note of all("[data-fault]", opened)) {
    const text = byKey.get(note.dataset.fault ?? "") ?? "";
    if (note.textContent !== text) note.textContent = text;
  }
  for (const control of all("[data-control]", opened)) {
    const isWrong = byKey.has(control.dataset.control ?? "");
    if (control.matches("input, select, textarea")) control.setAttribute("aria-invalid", String(isWrong));
  }
  for (const section of all("[data-record]", opened))
    one("h2", section).textContent = headingOf(section.dataset.record ?? "");
  for (const part of all("details, [data-move]", opened)) summaries.get(part)?.();
  for (const part of all(".hb-form__shown", opened)) previews.get(part)?.();
  tellAll(faults);
};
/** @type {(faults: (FormFault & { state: FormState })[]) => void} */
const tellAll = faults => {
  const made = changes();
  const text = !made.length
    ? proposed("nothing")
    : faults.length
      ? proposed("count", { number: made.length, faults: faults.length })
      : proposed("count_sound", { number: made.length });
  if (standing.textContent !== text) standing.textContent = text;
  /** @type {(value: any) => string} */
  const short = value => {
    const whole =
      value === undefined
        ? proposed("gone")
        : typeof value === "object"
          ? shortOf(value) || (Array.isArray(value) && value.map(shortOf).join(" · ")) || JSON.stringify(value)
          : String(value);
    return whole.length > 160 ? `${whole.slice(0, 160)}…` : whole;
  };
  const wrong = faults.map(fault =>
    make(
      "li",
      {},
      button(`${recordTitle(fault.state.ref)} · ${wordsOf(fault.state, fault.path)}`, () =>
        revealPlace(fault.state, fault.path),
      ),
      ` ${fault.text}`,
    ),
  );
  const items = made.map(edit => {
    const state = /** @type {FormState} */ (states.get(edit.record ?? ""));
    const was = edit.old === undefined ? [] : [make("del", {}, short(edit.old)), " "];
    return make(
      "li",
      {},
      make("b", {}, `${recordTitle(state.ref)} ${wordsOf(state, edit.at)}`),
      " ",
      ...was,
      make("ins", {}, short(edit.new)),
    );
  });
  listed.replaceChildren(
    ...(wrong.length ? [make("h3", {}, proposed("faults")), make("ul", { class: "hb-form__wrong" }, ...wrong)] : []),
    ...(items.length ? [make("h3", {}, proposed("changed")), make("ul", { class: "hb-form__changes" }, ...items)] : []),
  );
  one(".hb-form__acts", proposal).hidden = !made.length;
};
/** @type {(state: FormState, path: (string | number)[]) => string} */
const wordsOf = (state, path) =>
  path
    .map(key => {
      const name = String(key);
      for (const fields of [
        known().models[state.type],
        known().models.Fact,
        known().models.View,
        known().models.Label,
      ]) {
        const found = fields.find(field => field.key === name);
        if (found) return found.label;
      }
      return typeof key === "number" ? String(key + 1) : (known().questions[name]?.[0] ?? name.replace(/^#/, ""));
    })
    .join(" › ");
