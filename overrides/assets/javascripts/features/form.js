// The form for those who edit without git: loads records, holds what is changed in them, and saves it as a file.
//
// What is typed goes into copies of the records; what differs from the data is the change. Nothing is sent anywhere.
(() => {
  "use strict";
  /* core/load-script.js */
  /* features/form-change.js */
  /* features/form-known.js */
  /* features/form-rules.js */
  /* features/form-controls.js */
  /* features/form-fields.js */
  /* features/form-lists.js */
  /* features/form-shown.js */
  const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const { one, download } = window.handbook;
  const root = one("[data-form]");
  /** @type {(name: string) => string} */
  const beside = name => new URL(`../../form/${name}.js`, src).href;
  const DRAFT = `handbook-form:${new URL("../../../", src).pathname}`;

  /** @type {any} */
  const words = window;
  /** @type {(ref: string) => Promise<FormState | undefined>} */
  const load = async ref => {
    const held = states.get(ref);
    if (held) return held;
    const place = Object.hasOwn(known().records, ref) ? known().records[ref] : undefined;
    if (!place) return undefined;
    const path = known().files[place[1]];
    if (!words.handbookRecords?.[path]) {
      const name = path
        .replace(/^data\//, "")
        .replace(/\.yml$/, "")
        .replace(/\//g, ".");
      await loadScript(beside(name));
    }
    const value = place[2].reduce((around, key) => around[key], words.handbookRecords[path]);
    return hold(ref, cloneOf(value), path);
  };
  /** @type {(ref: string, old: any, path?: string) => FormState} */
  const hold = (ref, old, path = "") => {
    const state = { ref, type: known().kinds[partsOf(ref)[0]][1], old, now: cloneOf(old) ?? {}, path };
    states.set(ref, state);
    return state;
  };
  /** @type {(state: FormState) => FormEdit[]} */
  const changesOf = state => {
    const now = withoutEmpty(state.now, state.old);
    if (state.old === undefined) return now ? [{ record: state.ref, at: [], new: now }] : [];
    return editsOf(state.old, now ?? {}).map(edit => ({ record: state.ref, ...edit }));
  };
  const changes = () => [...states.values()].flatMap(changesOf);

  const chosen = make("div", { class: "hb-form__choose" });
  const opened = make("div", { class: "hb-form__records" });
  const proposal = make("section", { class: "hb-form__proposal", "aria-labelledby": "form-proposal" });
  const status = make("p", { class: "hb-form__status", role: "status" });
  const by = make("input", { type: "text", autocomplete: "name" });
  const why = make("textarea", { rows: "2" });
  const listed = make("div");
  const said = make("p", { class: "hb-meta", role: "status" });

  const file = () => ({
    format: "handbook-change",
    version: 1,
    data: known().data,
    saved: new Date().toISOString(),
    ...(by.value.trim() ? { by: by.value.trim() } : {}),
    ...(why.value.trim() ? { why: why.value.trim() } : {}),
    changes: changes(),
  });
  let keeps = true;
  const keep = () => {
    try {
      if (changes().length) localStorage.setItem(DRAFT, JSON.stringify(file()));
      else localStorage.removeItem(DRAFT);
    } catch {
      keeps = false;
    }
  };
  /** @type {(text: string) => Promise<number | undefined>} how many did not fit; nothing for another file */
  const take = async text => {
    /** @type {any} */
    let held;
    try {
      held = JSON.parse(text);
    } catch {
      return undefined;
    }
    if (held?.format !== "handbook-change" || held.version !== 1 || !Array.isArray(held.changes)) return undefined;
    by.value ||= typeof held.by === "string" ? held.by : "";
    why.value ||= typeof held.why === "string" ? held.why : "";
    let left = 0;
    const touched = new Set();
    for (const edit of held.changes) {
      const isFit =
        typeof edit?.record === "string" &&
        Array.isArray(edit.at) &&
        edit.at.every((/** @type {any} */ key) => typeof key === "string" && key !== "__proto__");
      const kind = isFit ? partsOf(edit.record)[0] : "";
      if (!isFit || !Object.hasOwn(known().kinds, kind)) left++;
      else if (!edit.at.length) {
        if (known().records[edit.record] || !isMapping(edit.new)) left++;
        else hold(edit.record, undefined).now = cloneOf(edit.new);
        touched.add(edit.record);
      } else {
        const state = await load(edit.record);
        if (!state || !makeEdit(state.now, edit)) left++;
        touched.add(edit.record);
      }
    }
    for (const ref of touched) {
      const state = states.get(ref);
      if (state) place(state);
    }
    acts.show();
    return left;
  };

  /** @type {(ref: string) => string} */
  const headingOf = ref => `${known().kinds[partsOf(ref)[0]][0]} · ${recordTitle(ref)}`;
  // Each record that is open stands below the others, the newest on top.
  /** @type {(state: FormState) => HTMLElement} */
  const place = state => {
    all("[data-record]", opened)
      .find(other => other.dataset.record === state.ref)
      ?.remove();
    const { ref, path } = state;
    const number = known().files.indexOf(path);
    const slot = {
      state,
      path: [],
      type: { t: "model", is: state.type },
      label: "",
      help: "",
      get: () => state.now,
      /** @param {any} value */
      set: value => {
        state.now = value ?? {};
        typed();
      },
    };
    const links = [
      ...(known().pages[ref] ? [make("a", { href: known().pages[ref], target: "_blank" }, proposed("page"))] : []),
      ...(known().hosts[number] ? [make("a", { href: known().hosts[number], rel: "edit" }, proposed("host"))] : []),
      button(proposed("restore"), () => {
        if (state.old === undefined) states.delete(ref);
        else state.now = cloneOf(state.old);
        if (state.old === undefined)
          all("[data-record]", opened)
            .find(other => other.dataset.record === ref)
            ?.remove();
        else place(state);
        acts.show();
      }),
    ];
    const title = make("h2", { id: `r${++numbered}`, tabindex: "-1" }, headingOf(ref));
    const note = make("p", { class: "hb-form__fault", "data-fault": keyOf(ref, []) });
    const made = make(
      "section",
      { "data-record": ref, "aria-labelledby": title.id },
      title,
      make("p", { class: "hb-meta" }, make("code", {}, ref), " ", ...links.flatMap(link => [link, " "])),
      note,
      ...modelFields(slot),
    );
    opened.prepend(made);
    return made;
  };
  /** @type {number | undefined} */
  let waiting;
  const typed = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      acts.show();
      keep();
    }, 200);
  };
  addEventListener("pagehide", () => {
    if (words.handbookForm) keep();
  });

  // Tells what is wrong, beside each field and in the list, and what has changed.
  acts.show = () => {
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
    for (const part of all("details", opened)) summaries.get(part)?.();
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
    if (status.textContent !== text) status.textContent = text;
    /** @type {(value: any) => string} */
    const short = value => {
      const whole =
        value === undefined
          ? proposed("gone")
          : typeof value === "object"
            ? shortOf(value) || JSON.stringify(value)
            : String(value);
      return whole.length > 160 ? `${whole.slice(0, 160)}…` : whole;
    };
    const wrong = faults.map(fault =>
      make(
        "li",
        {},
        button(`${recordTitle(fault.state.ref)} · ${wordsOf(fault.state, fault.path)}`, () =>
          reveal(fault.state, fault.path),
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
      ...(items.length
        ? [make("h3", {}, proposed("changed")), make("ul", { class: "hb-form__changes" }, ...items)]
        : []),
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
  // Opens all that a place lies in, and goes there.
  /** @type {(state: FormState, path: FormPath) => void} */
  const reveal = (state, path) => {
    const section = all("[data-record]", opened).find(other => other.dataset.record === state.ref) ?? place(state);
    for (let length = 1; length <= path.length; length++) {
      const wanted = keyOf(state.ref, path.slice(0, length));
      /** @type {HTMLElement | undefined} */
      let part;
      do {
        part = all("details:not([open])", section).find(one => one.dataset.path === wanted);
        if (part) fillers.get(part)?.();
        part?.setAttribute("open", "");
      } while (part);
    }
    const keys = path.map((_, place) => keyOf(state.ref, path.slice(0, path.length - place)));
    if (!keys.some(key => first(section, key))) one("h2", section).focus();
  };

  // A source beside the fact that cites it, with the next number of its subject.
  acts.newSource = (state, then) => {
    const stem = state.ref.startsWith("city/") ? partsOf(state.ref)[1] : "general";
    const taken = [...Object.keys(known().records), ...states.keys()];
    let number = 1;
    while (taken.includes(`source/${stem}-${number}`)) number++;
    const made = hold(`source/${stem}-${number}`, undefined);
    then(`${stem}-${number}`);
    place(made);
    acts.show();
    reveal(made, ["title"]);
  };

  const choose = () => {
    const { kinds, records } = known();
    const kind = make("select", { id: "form-kind" });
    for (const [name, [word]] of Object.entries(kinds)) kind.append(make("option", { value: name }, word));
    const list = make("datalist", { id: "form-known" });
    const name = make("input", {
      type: "text",
      id: "form-record",
      list: list.id,
      autocomplete: "off",
      spellcheck: "false",
    });
    const fill = () => {
      const held = Object.keys(records).filter(ref => partsOf(ref)[0] === kind.value);
      list.replaceChildren(
        ...held.slice(0, 800).map(ref => make("option", { value: partsOf(ref)[1] || ref }, recordTitle(ref))),
      );
    };
    kind.addEventListener("change", fill);
    fill();
    /** @type {() => string} */
    const wanted = () => {
      const typed = name.value.trim();
      const layout = kinds[kind.value][2];
      if (layout === "record") return kind.value;
      const found = Object.keys(records).find(ref => partsOf(ref)[0] === kind.value && recordTitle(ref) === typed);
      return found ?? `${kind.value}/${typed}`;
    };
    const open = button(proposed("open"), async () => {
      if (!(await go(wanted()))) said.textContent = proposed("no_record");
    });
    const make_ = button(proposed("new"), () => {
      const ref = wanted();
      const id = partsOf(ref)[1];
      const isTaken = Boolean(records[ref] || states.has(ref));
      if (!ID.test(id) || isTaken) {
        said.textContent = isTaken ? proposed("id_taken") : proposed("id_wrong");
        name.focus();
        return;
      }
      said.textContent = "";
      const state = hold(ref, undefined);
      place(state);
      acts.show();
      reveal(state, [known().models[state.type].find(field => field.due)?.key ?? ""]);
    });
    name.addEventListener("keydown", event => {
      if (event.key === "Enter" && !event.isComposing) open.click();
    });
    chosen.replaceChildren(
      make("div", {}, make("label", { for: "form-kind" }, proposed("kind")), kind),
      make(
        "div",
        {},
        make("label", { for: "form-record" }, `${proposed("record")} / ${proposed("new_id")}`),
        name,
        list,
      ),
      open,
      make_,
    );
  };
  /** @type {(hash: string) => Promise<boolean>} */
  const go = async named => {
    const [ref] = named.split("#");
    const state = await load(ref);
    if (!state) return false;
    said.textContent = "";
    place(state);
    acts.show();
    reveal(state, named.includes("#") ? (pathOf(state.now, named) ?? []) : []);
    return true;
  };

  const begin = async () => {
    root.replaceChildren(make("p", { class: "hb-meta", role: "status" }, "…"));
    await loadScript(beside(document.documentElement.lang.startsWith("zh") ? "zh" : "en")).catch(() => null);
    if (!words.handbookForm) {
      root.replaceChildren(make("p", { class: "hb-warning", role: "status" }, root.dataset.lost ?? ""));
      return;
    }
    choose();
    const input = make("input", { type: "file", accept: ".json,application/json", id: "form-file" });
    input.addEventListener("change", async () => {
      const left = await take((await input.files?.[0]?.text()) ?? "");
      said.textContent =
        left === undefined ? proposed("load_wrong") : left ? proposed("load_left", { number: left }) : "";
      keep();
    });
    const save = button(proposed("save"), () => {
      const name = `handbook-change-${today()}.json`;
      download(`${JSON.stringify(file(), null, 1)}\n`, "application/json", name);
      said.textContent = proposed("saved", { name });
    });
    const discard = button(proposed("discard"), () => {
      if (!confirm(proposed("discard_sure"))) return;
      states.clear();
      opened.replaceChildren();
      acts.show();
      keep();
    });
    by.id = "form-by";
    why.id = "form-why";
    for (const held of [by, why]) held.addEventListener("change", keep);
    proposal.append(
      make("h2", { id: "form-proposal" }, proposed("proposal")),
      listed,
      make(
        "div",
        { class: "hb-form__acts" },
        make("div", {}, make("label", { for: by.id }, proposed("by")), by),
        make("div", {}, make("label", { for: why.id }, proposed("why")), why),
        make("p", {}, save, " ", discard),
      ),
      make("p", {}, make("label", { for: input.id }, proposed("load")), " ", input),
    );
    root.replaceChildren(chosen, said, opened, status, proposal);
    acts.show();
    let draft = null;
    try {
      draft = localStorage.getItem(DRAFT);
    } catch {
      keeps = false;
    }
    proposal.append(make("p", { class: "hb-meta" }, keeps ? proposed("draft") : proposed("draft_lost")));
    if (draft) await take(draft);
    await follow();
  };
  const follow = async () => {
    const named = decodeURIComponent(location.hash.slice(1));
    if (named.includes("/") || Object.hasOwn(known().records, named)) await go(named);
  };
  addEventListener("hashchange", () => words.handbookForm && follow());

  let hasDraft = false;
  try {
    hasDraft = Boolean(localStorage.getItem(DRAFT));
  } catch {
    hasDraft = false;
  }
  if (hasDraft || location.hash.length > 1) begin();
  else root.replaceChildren(button(root.dataset.begin ?? "", begin));
})();
