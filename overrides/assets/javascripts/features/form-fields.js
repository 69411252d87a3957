// The fields of a record, made from its type; form.js takes this in.

/** @type {Handbook} */
const { make, button, all } = window.handbook;
/** @type {(ref: string, path: FormPath) => string} */
const keyOf = (ref, path) => `${ref} ${pathName(path)}`;
/** @type {WeakMap<Element, () => void>} */
const fillers = new WeakMap();
let numbered = 0;
// What form.js does for them.
const acts = {
  show: () => {},
  /** @type {(state: FormState, then: (id: string) => void) => void} */
  newSource: () => {},
};
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
    acts.show();
  };
  fillers.set(made, fill);
  summaries.set(made, tellSummary);
  tellSummary();
  made.addEventListener("toggle", () => made.open && fill());
  return made;
};
/** @type {WeakMap<Element, () => void>} */
const summaries = new WeakMap();

/** @type {(slot: FormSlot) => (Node | string)[]} */
const modelFields = slot => {
  const holder = make("div", { class: "hb-form__model" });
  const shown = new Set(slot.type.t === "shapes" ? ["text", "sources"] : []);
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
    if (opened) acts.show();
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

/** @type {(slot: FormSlot) => HTMLElement} */
const listField = slot => {
  const of = /** @type {FormType} */ (slot.type.of);
  const holder = make("fieldset", { "data-control": keyOf(slot.state.ref, slot.path) });
  const wasAlone = slot.get() !== undefined && !Array.isArray(slot.get());
  /** @type {() => any[]} */
  const items = () => (slot.get() === undefined ? [] : [slot.get()].flat());
  /** @type {(now: any[]) => void} */
  const put = now => {
    const isAlone = (wasAlone || slot.path[0] === "facts") && slot.type.bare && now.length === 1;
    slot.set(now.length ? (isAlone ? now[0] : now) : undefined);
  };
  /** @type {(place: number) => FormSlot} */
  const at = place => ({
    state: slot.state,
    path: Array.isArray(slot.get()) ? [...slot.path, place] : slot.path,
    type: of,
    label: isFolded ? "" : `${slot.label} ${place + 1}`,
    help: "",
    get: () => items()[place],
    set: value => {
      const now = items();
      now[place] = value ?? (isFolded ? {} : "");
      put(now);
    },
  });
  const isFolded = of.t === "model" || of.t === "shapes";
  /** @type {(opened?: number) => void} */
  const draw = (opened = -1) => {
    const made = items().map((_, place) => {
      const remove = button(proposed("remove"), () => {
        put(items().filter((_, other) => other !== place));
        draw();
        holder.querySelector("button")?.focus();
      });
      const one = isFolded ? foldedField(at(place), () => modelFields(at(place)), [remove]) : fieldOf(at(place));
      if (place === opened && one instanceof HTMLDetailsElement) {
        fillers.get(one)?.();
        one.open = true;
      }
      return make("li", {}, one, ...(isFolded ? [] : [remove]));
    });
    const about = slot.help ? [make("p", { class: "hb-form__help" }, slot.help)] : [];
    holder.replaceChildren(
      make("legend", {}, slot.label),
      ...about,
      make("ol", { class: "hb-form__list" }, ...made),
      adder(),
      faultLine(slot),
    );
    if (opened >= 0) {
      const last = holder.querySelector("ol > li:last-child");
      if (last) first(last, keyOf(slot.state.ref, at(opened).path));
      acts.show();
    }
  };
  /** @type {(value: any) => void} */
  const add = value => {
    const now = items();
    if (now.length === 1 && wasAlone && isMapping(now[0]) && !now[0].id && slot.path[0] === "facts")
      now[0] = { id: [slot.path[1], now[0].layer].filter(Boolean).join("."), ...now[0] };
    put([...now, value]);
    draw(now.length);
  };
  const adder = () => {
    const more = make("div", { class: "hb-form__more" });
    if (of.t !== "shapes") more.append(button(proposed("add_item"), () => add(emptyItem(slot, of))));
    else {
      const shape = make("select", { "aria-label": proposed("shape") });
      for (const [name, word] of [
        ["Fact", proposed("shape_fact")],
        ["View", proposed("shape_view")],
        ["Use", proposed("shape_use")],
      ])
        shape.append(make("option", { value: name }, word));
      more.append(
        shape,
        button(proposed("add_item"), () => add(blankStatement(slot, shape.value, items().length > 0))),
      );
    }
    if (of.t === "cited") more.append(button(proposed("new_source"), () => acts.newSource(slot.state, id => add(id))));
    return more;
  };
  draw();
  return holder;
};
/** @type {(slot: FormSlot, of: FormType) => any} */
const emptyItem = (slot, of) => {
  if (of.t !== "model") return "";
  const hasId = known().models[of.is ?? ""].some(field => field.key === "id" && field.due);
  return hasId ? { id: freeId(slot.state, String(slot.path.at(-1)).replace(/s$/, "").replace(/_/g, "-")) } : {};
};
/** @type {(slot: FormSlot, shape: string, isFurther: boolean) => any} */
const blankStatement = (slot, shape, isFurther) => {
  const stem = String([...slot.path].reverse().find(key => typeof key === "string" && ID.test(key)) ?? slot.path[0]);
  const id = slot.path[0] === "facts" && !isFurther && shape === "Fact" ? {} : { id: freeId(slot.state, stem) };
  return { ...id, ...(shape === "View" ? { kind: "judgement" } : shape === "Use" ? { facts: [""] } : {}) };
};
/** @type {(slot: FormSlot) => HTMLElement} */
const mapField = slot => {
  const of = /** @type {FormType} */ (slot.type.of);
  const isAnswers = pathName(slot.path) === "facts" && slot.state.type === "City";
  const holder = make("fieldset", { "data-control": keyOf(slot.state.ref, slot.path) });
  /** @type {[string, string][]} */
  const named = isAnswers
    ? Object.entries(known().questions).map(([name, [label]]) => [name, label])
    : (slot.type.keys?.words ?? []);
  /** @type {(key: string) => string} */
  const word = key => named.find(([name]) => name === key)?.[1] ?? key;
  /** @type {(opened?: string) => void} */
  const draw = (opened = "") => {
    const keys = Object.keys(slot.get() ?? {});
    const made = keys.map(key => {
      const one = fieldOf(inner(slot, key, of, word(key)));
      const remove = button(proposed("remove"), () => {
        inner(slot, key, of, "").set(undefined);
        draw();
        holder.querySelector("button")?.focus();
      });
      const held = inner(slot, key, of, word(key));
      const wrap = one instanceof HTMLDetailsElement ? one : foldedField(held, () => [one], [remove]);
      if (key === opened) {
        fillers.get(wrap)?.();
        wrap.open = true;
      }
      return make("li", {}, wrap);
    });
    const rest = named.filter(([name]) => !keys.includes(name));
    const key = named.length ? selectOf(rest, "") : make("input", { type: "text", autocomplete: "off" });
    key.setAttribute("aria-label", proposed("key"));
    const act = button(proposed("add"), () => {
      const name = key.value.trim();
      if (!name || keys.includes(name) || /^__/.test(name)) return;
      const start =
        of.t === "list"
          ? of.of?.t === "shapes"
            ? blankStatement({ ...slot, path: [...slot.path, name] }, "Fact", false)
            : ""
          : of.t === "line"
            ? ""
            : {};
      inner(slot, name, of, "").set(of.t === "list" ? (of.bare ? start : [start]) : start);
      draw(name);
      for (const one of all("details", holder)) {
        if (one.dataset.path !== keyOf(slot.state.ref, [...slot.path, name])) continue;
        for (const inside of all("details", one)) {
          fillers.get(inside)?.();
          inside.setAttribute("open", "");
        }
        first(one, keyOf(slot.state.ref, [...slot.path, name]));
      }
    });
    const about = slot.help ? [make("p", { class: "hb-form__help" }, slot.help)] : [];
    holder.replaceChildren(
      make("legend", {}, slot.label),
      ...about,
      make("ol", { class: "hb-form__list" }, ...made),
      make("div", { class: "hb-form__more" }, key, act),
      faultLine(slot),
    );
    if (opened) acts.show();
  };
  draw();
  return holder;
};
