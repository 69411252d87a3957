// Fields of several values: lists, and values by name; form.js takes this in.

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
  /** @type {(place: number, step: number) => void} */
  const move = (place, step) => {
    const now = items();
    const isOpen = all(":scope > ol > li", holder).map(item => Boolean(item.querySelector(":scope > details[open]")));
    for (const held of [now, isOpen]) held.splice(place + step, 0, ...held.splice(place, 1));
    put(now);
    draw();
    all(":scope > ol > li > details", holder).forEach((one, number) => {
      if (!isOpen[number]) return;
      fillers.get(one)?.();
      one.setAttribute("open", "");
    });
    tellState();
    tellMoved(holder.querySelector(":scope > ol"), place + step, step, shortOf(now[place + step]));
  };
  /** @type {(opened?: number) => void} */
  const draw = (opened = -1) => {
    const count = items().length;
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
      const mover = moversOf(
        place,
        count,
        () => shortOf(items()[place]),
        step => move(place, step),
      );
      return make("li", {}, one, ...(isFolded ? [] : [remove, " "]), ...(count > 1 ? [mover] : []));
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
      tellState();
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
    if (of.t === "cited") more.append(button(proposed("new_source"), () => newSource(slot, id => add(id))));
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
    if (opened) tellState();
  };
  draw();
  return holder;
};
