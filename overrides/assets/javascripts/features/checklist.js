// Checklists: a state, a note, an owner and a date for each item, and how far a group has come.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { STATES, MOST_NAME, MOST_TYPED, data, all, one, say, stateWord, make, edit, mount } = handbook;

  all("[data-baked]").forEach(one => one.remove()); // own items, as the text of a saved copy
  const elements = all("[data-item]");
  const lists = all("[data-list]");
  if ((!elements.length && !lists.length) || !mount) return;

  /** @type {(text: string, input: HTMLElement, wide?: boolean, id?: string) => HTMLElement} */
  const field = (text, input, wide, id) =>
    make("label", { class: wide ? "hb-field hb-wide" : "hb-field" }, make("span", id ? { id } : {}, text), input);
  // What a part of the page is called, without what stands beside its name.
  /** @type {(element: Element | null | undefined) => string} */
  const nameOf = element =>
    [...(element?.childNodes ?? [])]
      .filter(node => !(node instanceof Element && node.matches(".headerlink, .hb-bar")))
      .map(node => node.textContent)
      .join("")
      .trim();
  /** @type {(record: Progress, id: string) => ItemEntry} */
  const entryOf = (record, id) => handbook.entryOf(record, "items", id);

  // What stands on paper, and in a copy where no script runs.
  /** @type {(entry: ItemEntry, reason: string) => string} */
  function filled(entry, reason) {
    const facts = [
      entry.state !== "not-started" && stateWord(entry.state),
      reason && `${say("reason")}${say("colon")}${reason}`,
      entry.owner && `${say("owner")}${say("colon")}${entry.owner}`,
      entry.date && `${say("date")}${say("colon")}${entry.date}`,
      entry.forEditors && say("for_editors"),
    ]
      .filter(Boolean)
      .join(" · ");
    return [facts, entry.note].filter(Boolean).join("\n");
  }

  /** @type {("note" | "owner" | "date")[]} */
  const TYPED = ["note", "owner", "date"];

  class Item {
    /**
     * @param {HTMLElement} element
     * @param {"items" | "own"} kind
     */
    constructor(element, kind = "items") {
      this.element = element;
      this.kind = kind;
      this.id = element.dataset.item ?? "";
      const task = one(".hb-item__do", element);
      task.id = `${element.id}-do`;
      /** @param {string} name */
      const wordOf = name => `${element.id}-${name}`;
      /** @param {string} name */
      const named = name => ({ "aria-labelledby": `${wordOf(name)} ${task.id}`, name });
      this.tick = make("input", { type: "checkbox", class: "hb-tick", "aria-labelledby": task.id });
      this.state = make(
        "select",
        named("state"),
        ...STATES.map(state => make("option", { value: state }, stateWord(state))),
      );
      this.note = make("textarea", { ...named("note"), rows: 2, maxlength: MOST_TYPED, dir: "auto" });
      this.owner = make("input", { ...named("owner"), type: "text", maxlength: MOST_NAME, dir: "auto" });
      this.date = make("input", { ...named("date"), type: "date", max: "9999-12-31" });
      this.forEditors = make("input", { ...named("editors"), type: "checkbox" });
      this.reason = make("textarea", { ...named("reason"), rows: 2, maxlength: MOST_TYPED, dir: "auto" });
      this.because = field(say("reason_wanted"), this.reason, true, wordOf("reason"));
      this.summary = make("span", { class: "hb-summary", dir: "auto", id: wordOf("summary") });
      this.filled = make("p", { class: "hb-filled", dir: "auto" });
      const box = one(".hb-box", element);
      box.hidden = true;
      box.after(this.tick);
      one(".hb-item__text", element).append(
        make(
          "div",
          { class: "hb-item__work" },
          field(say("state"), this.state, false, wordOf("state")),
          this.because,
          make(
            "details",
            { class: "hb-more hb-work__more" },
            make(
              "summary",
              { "aria-labelledby": `${wordOf("more")} ${task.id} ${wordOf("summary")}` },
              make("span", { id: wordOf("more") }, say("more")),
              " ",
              this.summary,
            ),
            make(
              "div",
              { class: "hb-fields" },
              field(say("note"), this.note, true, wordOf("note")),
              field(say("owner"), this.owner, false, wordOf("owner")),
              field(say("date"), this.date, false, wordOf("date")),
              make(
                "label",
                { class: "hb-check" },
                this.forEditors,
                make("span", { id: wordOf("editors") }, say("for_editors")),
              ),
            ),
          ),
        ),
        this.filled,
      );
      this.tick.addEventListener("change", () => this.write({ state: this.tick.checked ? "done" : "not-started" }));
      this.state.addEventListener("change", () => this.write({ state: /** @type {ItemState} */ (this.state.value) }));
      this.reason.addEventListener("input", () => edit("dropped", this.id, { reason: this.reason.value }));
      for (const name of TYPED) this[name].addEventListener("input", () => this.type(name));
      this.forEditors.addEventListener("change", () => this.write({ forEditors: this.forEditors.checked }));
    }

    // Items of its own a group takes back rather than leaves out.
    isOut() {
      return this.kind === "items" && this.state.value === "not-for-us";
    }

    /** @param {Partial<Work>} change */
    write(change) {
      return edit(this.kind, this.id, change);
    }

    // What does not fit stays in its field and is told; nothing stands in its place.
    /** @param {"note" | "owner" | "date"} name */
    type(name) {
      const field = this[name];
      const fits = !field.validity.badInput && this.write({ [name]: field.value });
      field.setCustomValidity(fits ? "" : say("wrong_value"));
      field.toggleAttribute("aria-invalid", !fits);
      if (fits) return;
      this.write({ [name]: "" });
      handbook.tell(say("wrong_value"));
      field.reportValidity();
    }

    /** @param {Progress} record */
    show(record) {
      const entry = handbook.entryOf(record, this.kind, this.id);
      this.element.dataset.progress = entry.state;
      this.tick.checked = entry.state === "done";
      this.tick.indeterminate = entry.state === "under-way";
      this.state.value = entry.state;
      // Setting a value that is there already would move the caret.
      for (const name of TYPED)
        if (this[name].value !== entry[name] && this[name].validity.valid) this[name].value = entry[name];
      this.forEditors.checked = entry.forEditors;
      const { reason } = handbook.entryOf(record, "dropped", this.id);
      this.because.hidden = !this.isOut();
      if (this.reason.value !== reason) this.reason.value = reason;
      const because = this.isOut() ? reason : "";
      this.summary.textContent = [because, entry.owner, entry.date, entry.note]
        .filter(Boolean)
        .map(text => text.split("\n")[0].slice(0, 60))
        .join(" · ");
      this.filled.textContent = filled(entry, because);
    }
  }

  class Bar {
    /**
     * @param {() => string[]} ids
     * @param {HTMLElement} place
     * @param {string} title
     */
    constructor(ids, place, title) {
      this.ids = ids;
      this.text = make("span", { class: "hb-count" });
      this.bar = make("progress", { max: 1, value: 0, "aria-label": `${say("progress")}${say("colon")}${title}` });
      this.whole = make("span", { class: "hb-bar" }, this.bar, this.text);
      place.append(this.whole);
    }

    // What is not for the group does not hold it back.
    /** @param {Progress} record */
    show(record) {
      const states = this.ids().map(id => entryOf(record, id).state);
      const total = states.filter(state => state !== "not-for-us").length;
      const done = states.filter(state => state === "done").length;
      const way = states.filter(state => state === "under-way").length;
      this.bar.max = total || 1;
      this.bar.value = total ? done : 1;
      this.text.textContent = say("count", { done, total, way });
      this.whole.toggleAttribute("data-none", !done && !way); // not worth its ink
    }
  }

  handbook.bakers.push(page => {
    for (const element of all("[data-item]", page)) {
      const item = items.find(({ id, kind }) => id === element.dataset.item && kind === "items");
      const text = item?.filled.textContent;
      if (!item || !text) continue;
      one(".hb-item__text", element).append(make("p", { class: "hb-filled", dir: "auto" }, text));
      if (item.tick.checked) one(".hb-box", element).textContent = "✓";
    }
  });

  const items = elements.map(element => new Item(element));
  handbook.item = (element, kind) => {
    const item = new Item(element, kind);
    items.push(item);
    return item;
  };
  const groups = all(".hb-group").filter(group => group.querySelector("[data-item]"));
  const filter = make(
    "select",
    {},
    make("option", { value: "" }, say("all_states")),
    ...STATES.map(state => make("option", { value: state }, stateWord(state))),
  );
  const narrow = () => {
    items.forEach(({ element }) => {
      element.hidden = Boolean(filter.value) && element.dataset.progress !== filter.value;
    });
    groups.forEach(group => {
      group.hidden = !group.querySelector("[data-item]:not([hidden])");
    });
  };
  filter.addEventListener("change", narrow);
  handbook.reveal(() => {
    filter.value = "";
    narrow();
  });

  // A list may stand on another page: the overview counts by the ids of all items, [data-list="path.goals. system."].
  const known = Object.keys(data.hashes).filter(id => id.includes("."));
  /** @param {HTMLElement} list */
  const listed = list => known.filter(id => list.dataset.list?.split(" ").some(start => id.startsWith(start)));
  /** @param {Node} place */
  const within = place =>
    items.filter(({ element, kind }) => kind === "items" && place.contains(element)).map(({ id }) => id);
  // Of the single file's pages, the one that is shown.
  const shown = () => within(document.querySelector(".hb-routed .hb-current") || document);
  const whole = make("p", { class: "hb-whole" });
  /** @type {(ids: string[], place: HTMLElement, title: Element | null | undefined) => Bar} */
  const count = (ids, place, title) => new Bar(() => ids, place, nameOf(title));
  /** @param {HTMLElement} list */
  const titleOf = list => list.closest("li")?.querySelector(".hb-card__title") ?? list.previousElementSibling;
  /** @param {HTMLElement} group */
  const headOf = group => one(".hb-group__title", group);
  // A page's only group has the page's own bar already.
  /** @param {HTMLElement} group */
  const isOneOfSeveral = group => all(":scope > .hb-group", group.parentElement || document).length > 1;
  const bars = [
    new Bar(
      () => (shown().length ? shown() : known),
      whole,
      nameOf(mount.closest(".hb-page, body")?.querySelector("h1")),
    ),
    ...lists.map(list => count(listed(list), list, titleOf(list))),
    ...groups.filter(isOneOfSeveral).map(group => count(within(group), headOf(group), headOf(group))),
  ];
  for (const kind of /** @type {const} */ (["items", "own", "dropped"]))
    handbook.counts[kind] = () => bars[0].text.textContent ?? "";
  handbook.listen(record => [...items, ...bars].forEach(one => one.show(record)));
  // What shows the items that a group added waits until there is one.
  const places = all("[data-own]");
  /** @param {string} [place] */
  const own = place =>
    handbook.late(
      "own.js",
      () => handbook.ownItems,
      () => place && handbook.ownItems?.add(place),
    );
  for (const place of places) {
    const add = handbook.button(say("own_add"), () => own(place.dataset.own));
    add.classList.add("hb-noprint");
    place.append(add);
  }
  handbook.listen(record => {
    if (places.length && !handbook.ownItems && [...record.own].some(([, { text }]) => text)) own();
  });
  // The page's items, and what the group has filled in elsewhere, as the merge page has them.
  const sheet = () =>
    handbook.late(
      "report.js",
      () => handbook.csv,
      () => {
        const record = handbook.record();
        const group = { name: record.group || say("nameless"), record, persons: [] };
        const name = handbook.fileName("csv");
        handbook.download(handbook.csv([group], shown()), "text/csv;charset=utf-8", name);
        handbook.tell(say("handed", { name }));
      },
    );
  handbook.start();
  mount.append(whole, handbook.tools);
  handbook.tools.append(handbook.button(say("checklist_csv"), sheet));
  if (items.length) handbook.tools.prepend(field(say("filter"), filter));
})();
