// Checklists: a state, a note, an owner and a date for each item, and how far a group has come.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { STATES, MOST_NAME, MOST_TEXT, data, say, make, edit } = handbook;

  const word = state => say(state.replace(/-/g, "_"));
  const field = (text, input, wide) =>
    make("label", { class: wide ? "hb-field hb-wide" : "hb-field" }, make("span", {}, text), input);
  const entryOf = (record, id) => record.items.get(id) || handbook.emptyItem;

  // What stands on paper, and in a copy where no script runs.
  function filled(entry) {
    const facts = [
      entry.state !== "not-started" && word(entry.state),
      entry.owner && `${say("owner")}${say("colon")}${entry.owner}`,
      entry.date && `${say("date")}${say("colon")}${entry.date}`,
      entry.forEditors && say("for_editors"),
    ]
      .filter(Boolean)
      .join(" · ");
    return [facts, entry.note].filter(Boolean).join("\n");
  }

  class Item {
    constructor(element) {
      this.element = element;
      this.id = element.dataset.item;
      const task = element.querySelector(".hb-item__do");
      task.id = `${element.id}-do`;
      const named = name => ({ "aria-describedby": task.id, name });
      this.tick = make("input", { type: "checkbox", class: "hb-tick", "aria-labelledby": task.id });
      this.state = make(
        "select",
        named("state"),
        ...STATES.map(state => make("option", { value: state }, word(state))),
      );
      this.note = make("textarea", { ...named("note"), rows: 2, maxlength: MOST_TEXT, dir: "auto" });
      this.owner = make("input", { ...named("owner"), type: "text", maxlength: MOST_NAME, dir: "auto" });
      this.date = make("input", { ...named("date"), type: "date" });
      this.forEditors = make("input", { ...named("editors"), type: "checkbox" });
      this.summary = make("span", { class: "hb-summary", dir: "auto" });
      this.filled = make("p", { class: "hb-filled", dir: "auto" });
      element.querySelector(".hb-box").hidden = true;
      element.querySelector(".hb-box").after(this.tick);
      element
        .querySelector(".hb-item__text")
        .append(
          make(
            "div",
            { class: "hb-item__work" },
            field(say("state"), this.state),
            make(
              "details",
              { class: "hb-cell hb-more" },
              make("summary", {}, say("more"), " ", this.summary),
              make(
                "div",
                { class: "hb-fields" },
                field(say("note"), this.note, true),
                field(say("owner"), this.owner),
                field(say("date"), this.date),
                make("label", { class: "hb-check" }, this.forEditors, make("span", {}, say("for_editors"))),
              ),
            ),
          ),
          this.filled,
        );
      this.tick.addEventListener("change", () => this.write({ state: this.tick.checked ? "done" : "not-started" }));
      this.state.addEventListener("change", () => this.write({ state: this.state.value }));
      for (const name of ["note", "owner", "date"])
        this[name].addEventListener("input", () => this.write({ [name]: this[name].value }));
      this.forEditors.addEventListener("change", () => this.write({ forEditors: this.forEditors.checked }));
    }

    write(change) {
      edit("items", this.id, change);
    }

    show(record) {
      const entry = entryOf(record, this.id);
      this.element.dataset.progress = entry.state;
      this.tick.checked = entry.state === "done";
      this.tick.indeterminate = entry.state === "under-way";
      this.state.value = entry.state;
      // Setting a value that is there already would move the caret.
      for (const name of ["note", "owner", "date"])
        if (this[name].value !== entry[name]) this[name].value = entry[name];
      this.forEditors.checked = entry.forEditors;
      this.summary.textContent = [entry.owner, entry.date, entry.note.split("\n")[0].slice(0, 60)]
        .filter(Boolean)
        .join(" · ");
      this.filled.textContent = filled(entry);
    }
  }

  class Bar {
    constructor(ids, place) {
      this.ids = ids;
      this.text = make("span", { class: "hb-count" });
      this.bar = make("progress", { max: 1, value: 0, "aria-label": say("progress") });
      place.append(make("span", { class: "hb-bar" }, this.bar, this.text));
    }

    // What is not for the group does not hold it back.
    show(record) {
      const states = this.ids().map(id => entryOf(record, id).state);
      const total = states.filter(state => state !== "not-for-us").length;
      const done = states.filter(state => state === "done").length;
      const way = states.filter(state => state === "under-way").length;
      this.bar.max = total || 1;
      this.bar.value = total ? done : 1;
      this.text.textContent = say("count", { done, total, way });
      this.bar.parentElement.toggleAttribute("data-none", !done && !way); // not worth its ink
    }
  }

  handbook.bakers.push(page => {
    for (const element of page.querySelectorAll("[data-item]")) {
      const item = items.find(({ id }) => id === element.dataset.item);
      const text = item && item.filled.textContent;
      if (!text) continue;
      element.querySelector(".hb-item__text").append(make("p", { class: "hb-filled", dir: "auto" }, text));
      if (item.tick.checked) element.querySelector(".hb-box").textContent = "✓";
    }
  });

  const items = [...document.querySelectorAll("[data-item]")].map(element => new Item(element));
  const lists = [...document.querySelectorAll("[data-list]")];
  if ((!items.length && !lists.length) || !handbook.mount) return;
  const groups = [...document.querySelectorAll(".hb-group")].filter(group => group.querySelector("[data-item]"));
  const filter = make(
    "select",
    {},
    make("option", { value: "" }, say("all_states")),
    ...STATES.map(state => make("option", { value: state }, word(state))),
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
  const listed = list => known.filter(id => list.dataset.list.split(" ").some(start => id.startsWith(start)));
  const within = place => items.filter(({ element }) => place.contains(element)).map(({ id }) => id);
  // Of the single file's pages, the one that is shown.
  const shown = () => within(document.querySelector(".hb-routed .hb-current") || document);
  const whole = make("p", { class: "hb-whole" });
  const count = (ids, place) => new Bar(() => ids, place);
  const bars = [
    new Bar(() => (shown().length ? shown() : known), whole),
    ...lists.map(list => count(listed(list), list)),
    ...groups.map(group => count(within(group), group.querySelector(".hb-group__title"))),
  ];
  handbook.listen(record => [...items, ...bars].forEach(one => one.show(record)));
  handbook.start();
  handbook.mount.append(whole, handbook.tools);
  if (items.length) handbook.tools.prepend(field(say("filter"), filter));
})();
