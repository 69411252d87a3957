// The fields of a record, made from its type; form.js takes this in.

/** @type {(slot: FormSlot) => HTMLElement} */
const fieldOf = slot => {
  const { t } = slot.type;
  if (t === "text") return textField(slot);
  if (t === "one") return choiceField(slot, slot.type.words ?? []);
  if (t === "switch")
    return choiceField(
      slot,
      [
        ["true", proposed("yes")],
        ["false", proposed("no")],
      ],
      text => text === "true",
    );
  if (t === "layer")
    return choiceField(
      slot,
      Object.entries(slot.state.now.layers ?? {}).map(([id, text]) => [id, text[known().language]]),
    );
  if (t === "code") return codeField(slot);
  if (t === "ref") return refField(slot);
  if (t === "cited") return citedField(slot);
  if (t === "list") return listField(slot);
  if (t === "map") return mapField(slot);
  return t === "model" || t === "shapes" ? foldedField(slot, () => modelFields(slot)) : lineField(slot);
};
/** @type {(slot: FormSlot, key: string | number, type: FormType, label: string, help?: string) => FormSlot} */
const inner = (slot, key, type, label, help = "") => ({
  state: slot.state,
  path: [...slot.path, key],
  type,
  label,
  help,
  get: () => slot.get()?.[key],
  set: value => {
    const held = slot.get() ?? {};
    if (value === undefined) delete held[key];
    else held[key] = value;
    slot.set(held);
  },
});
// What has fields of its own is foldedField, and made when it is opened.
/** @type {(slot: FormSlot, content: () => (Node | string)[], more?: (Node | string)[]) => HTMLDetailsElement} */
const foldedField = (slot, content, more = []) => {
  const summary = make("summary", {});
  const body = make("div", { class: "hb-form__body" });
  const made = make("details", { "data-path": keyOf(slot.state.ref, slot.path) }, summary, body);
  const tellSummary = () => {
    const short = shortOf(slot.get());
    summary.textContent =
      short && short !== slot.label ? [slot.label, short].filter(Boolean).join(" · ") : slot.label || "…";
  };
  const fill = () => {
    if (!body.childNodes.length) body.append(...content(), ...more);
    tellState();
  };
  fillers.set(made, fill);
  summaries.set(made, tellSummary);
  tellSummary();
  made.addEventListener("toggle", () => made.open && fill());
  return made;
};
/** @type {WeakMap<Element, () => void>} */
const summaries = new WeakMap();

// In which fields an answer to a question of a kind is given, others in words.
/** @type {Record<string, string[]>} */
const GIVEN = { date: ["date"], number: ["value", "unit", "as_of"], list: ["list"], references: ["refs"] };
/** @type {(path: FormPath, value: any) => string[]} */
const fieldsAtFirst = (path, value) => {
  const [, kind = "", codes = {}] = (path[0] === "facts" && known().questions[String(path[1])]) || [];
  if (FORMS.some(form => form in (value ?? {}))) return ["text"];
  return [...(GIVEN[kind] ?? ["text"]), ...(Object.keys(codes).length ? ["code"] : [])];
};
/** @type {(slot: FormSlot) => (Node | string)[]} */
const modelFields = slot => {
  const holder = make("div", { class: "hb-form__model" });
  const shown = new Set(slot.type.t === "shapes" ? [...fieldsAtFirst(slot.path, slot.get()), "sources"] : []);
  /** @type {(opened?: string) => void} */
  const draw = (opened = "") => {
    const value = slot.get() ?? {};
    const fields = fieldsOf(slot.type, value);
    const rest = fields.filter(field => value[field.key] === undefined && !field.due && !shown.has(field.key));
    const made = fields
      .filter(field => !rest.includes(field))
      .map(field => {
        const one = fieldOf(inner(slot, field.key, field, field.label, field.help));
        if (field.key === opened && one instanceof HTMLDetailsElement) {
          fillers.get(one)?.();
          one.open = true;
        }
        return one;
      });
    const more = selectOf(
      rest.map(field => [field.key, field.label]),
      "",
    );
    more.setAttribute("aria-label", proposed("add_field"));
    const act = button(proposed("add_field"), () => {
      if (!more.value) return;
      const { value: key } = more;
      shown.add(key);
      draw(key);
      first(holder, keyOf(slot.state.ref, [...slot.path, key]));
    });
    const isStatement = slot.type.t === "shapes" || slot.type.is === "Fact";
    const preview = isStatement ? [shownOf(slot)] : [];
    holder.replaceChildren(
      ...made,
      ...preview,
      ...(rest.length ? [make("div", { class: "hb-form__more" }, more, act)] : []),
    );
    if (opened) tellState();
  };
  draw();
  return [holder];
};
// Goes to the first control of a place, or to what is folded there; whether there is one.
/** @type {(holder: Element, key: string) => boolean} */
const first = (holder, key) => {
  const found = all("[data-control], [data-path]", holder).find(one => {
    const name = one.dataset.control ?? one.dataset.path ?? "";
    return name === key || name.startsWith(`${key}/`);
  });
  const inside = found?.matches("details") ? "summary" : found?.matches("fieldset") ? "input, select, button" : "";
  /** @type {HTMLElement | null | undefined} */
  const target = inside ? found?.querySelector(inside) : found;
  target?.focus();
  target?.scrollIntoView({ block: "center" });
  return Boolean(target);
};
