// The controls for single values, each with its label, its help and a place for what is wrong; form.js takes this in.

/** @type {Handbook} */
const { make, button, all, one, download } = window.handbook;
/** @type {(ref: string, path: FormPath) => string} */
const keyOf = (ref, path) => `${ref} ${pathName(path)}`;
/** @type {WeakMap<Element, () => void>} */
const fillers = new WeakMap();
let numbered = 0;
/** @type {(slot: FormSlot) => HTMLElement} */
const faultLine = slot =>
  make("p", { class: "hb-form__fault", id: `f${++numbered}`, "data-fault": keyOf(slot.state.ref, slot.path) });
// Tells what is typed once an input method has done with it.
/** @type {(input: HTMLInputElement | HTMLTextAreaElement, act: (text: string) => void) => void} */
const onTyped = (input, act) => {
  let isComposing = false;
  input.addEventListener("compositionstart", () => {
    isComposing = true;
  });
  input.addEventListener("compositionend", () => {
    isComposing = false;
    act(input.value);
  });
  input.addEventListener("input", event => {
    if (!isComposing && !(/** @type {InputEvent} */ (event).isComposing)) act(input.value);
  });
};
/** @type {(slot: FormSlot, control: HTMLElement, more?: (Node | string)[]) => HTMLElement} */
const labelled = (slot, control, more = []) => {
  const id = `c${++numbered}`;
  const note = faultLine(slot);
  control.id = id;
  control.dataset.control = keyOf(slot.state.ref, slot.path);
  const about = slot.help ? make("p", { class: "hb-form__help", id: `h${id}` }, slot.help) : "";
  control.setAttribute("aria-describedby", `${slot.help ? `h${id} ` : ""}${note.id}`);
  return make(
    "div",
    { class: "hb-form__field" },
    make("label", { for: id }, slot.label),
    about,
    control,
    ...more,
    note,
  );
};
/** @type {(options: [string, string][], value: string) => HTMLSelectElement} */
const selectOf = (options, value) => {
  const made = make("select", {}, make("option", { value: "" }, proposed("none")));
  for (const [name, word] of options) made.append(make("option", { value: name }, word));
  if (value && !options.some(([name]) => name === value)) made.append(make("option", { value }, value));
  made.value = value;
  return made;
};

/** @type {(slot: FormSlot) => HTMLElement} */
const lineField = slot => {
  const { type } = slot;
  const input = make("input", { type: "text", autocomplete: "off", spellcheck: type.t === "line" ? "true" : "false" });
  if (type.t === "number" || type.t === "whole") input.inputMode = "decimal";
  input.value = slot.get() === undefined ? "" : String(slot.get());
  onTyped(input, text => {
    const isNumber = /^-?\d+(\.\d+)?$/.test(text.trim()) && Number.isFinite(Number(text));
    const isYear = type.t === "day" && /^[1-9]\d{3}$/.test(text.trim());
    const isTyped = (/number|whole/.test(type.t) && isNumber) || isYear;
    slot.set(text === "" ? undefined : isTyped ? Number(text) : type.t === "line" ? text : text.trim());
  });
  return labelled(slot, input);
};
/** @type {(slot: FormSlot) => HTMLElement} */
const textField = slot => {
  const cells = [
    ["zh", "zh-Hans"],
    ["en", "en"],
  ].map(([language, lang]) => {
    const label = known().models.Label.find(field => field.key === language)?.label ?? language;
    const path = [...slot.path, language];
    const input = make("textarea", { rows: "2", lang });
    input.value = slot.get()?.[language] ?? "";
    input.rows = Math.min(8, Math.max(2, Math.ceil(input.value.length / (language === "zh" ? 22 : 45))));
    onTyped(input, text => {
      const held = { zh: "", en: "", ...slot.get(), [language]: text };
      slot.set(held.zh || held.en ? held : undefined);
    });
    const field = labelled({ ...slot, path, help: "", label: `${slot.label} · ${label}` }, input);
    field.setAttribute("lang", known().language === "zh" ? "zh-Hans" : "en");
    return field;
  });
  const about = slot.help ? [make("p", { class: "hb-form__help" }, slot.help)] : [];
  return make(
    "div",
    { class: "hb-form__text" },
    ...about,
    make("div", { class: "hb-form__both" }, ...cells),
    faultLine(slot),
  );
};
/** @type {(slot: FormSlot, options: [string, string][], from?: (text: string) => any) => HTMLElement} */
const choiceField = (slot, options, from = text => text) => {
  const held = slot.get();
  const select = selectOf(options, held === undefined ? "" : String(held));
  select.addEventListener("change", () => slot.set(select.value ? from(select.value) : undefined));
  return labelled(slot, select);
};
/** @type {(slot: FormSlot) => HTMLElement} */
const codeField = slot => {
  const codes = slot.path[0] === "facts" ? (known().questions[String(slot.path[1])]?.[2] ?? {}) : {};
  /** @type {() => string[]} */
  const held = () => [slot.get() ?? []].flat();
  const boxes = Object.entries(codes).map(([code, word]) => {
    const box = make("input", { type: "checkbox", value: code });
    box.checked = held().includes(code);
    box.addEventListener("change", () => {
      const now = Object.keys(codes).filter(one => (one === code ? box.checked : held().includes(one)));
      slot.set(now.length > 1 ? now : now[0]);
    });
    return make("label", { class: "hb-form__box" }, box, ` ${word}`);
  });
  const about = slot.help ? [make("p", { class: "hb-form__help" }, slot.help)] : [];
  return make(
    "fieldset",
    { "data-control": keyOf(slot.state.ref, slot.path) },
    make("legend", {}, slot.label),
    ...about,
    ...boxes,
    faultLine(slot),
  );
};
/** @type {(slot: FormSlot) => HTMLElement} */
const refField = slot => {
  const list = make("datalist", { id: `l${++numbered}` });
  const input = make("input", { type: "text", list: list.id, autocomplete: "off", spellcheck: "false" });
  const shown = make("span", { class: "hb-form__named" });
  const start = slot.type.kind ? `${slot.type.kind}/` : "";
  const name = () => {
    const ref = start + input.value;
    shown.textContent = isKnown(ref) ? (known().statements[ref] ?? recordTitle(ref.split("#")[0])) : "";
  };
  const offer = () =>
    list.replaceChildren(
      ...choicesOf(slot.type, input.value).map(([value, title]) => make("option", { value }, title)),
    );
  input.value = slot.get() ?? "";
  input.addEventListener("focus", offer);
  onTyped(input, text => {
    offer();
    slot.set(text.trim() || undefined);
    name();
  });
  name();
  return labelled(slot, input, [list, shown]);
};
/** @type {(slot: FormSlot) => HTMLElement} */
const citedField = slot => {
  const held = () => {
    const value = slot.get();
    return isMapping(value) ? value : value === undefined ? {} : { id: value };
  };
  /** @type {(now: any) => void} */
  const put = now => slot.set(now.at && Object.keys(now.at).length ? now : now.id);
  const [id, at] = known().models.Citation;
  const where = Object.entries(held().at ?? {})[0] ?? ["", ""];
  const source = refField({
    ...slot,
    type: id,
    label: proposed("source_cited"),
    help: "",
    get: () => held().id,
    set: value => put({ ...held(), id: value }),
  });
  const kinds = /** @type {[string, string][]} */ (
    (at.keys?.words ?? []).map(([name, word]) => [name, word.replace("{number}", "…")])
  );
  const select = selectOf(kinds, where[0]);
  const number = make("input", { type: "text", value: where[1], "aria-label": at.label, class: "hb-form__number" });
  const both = () =>
    put({ id: held().id, at: select.value && number.value.trim() ? { [select.value]: number.value.trim() } : {} });
  select.setAttribute("aria-label", at.label);
  select.addEventListener("change", both);
  onTyped(number, both);
  return make("div", { class: "hb-form__cited" }, source, select, number);
};
