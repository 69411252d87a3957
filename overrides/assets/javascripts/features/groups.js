// Who sits here: the choice at the start, a new name, another group.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { say, make, button, store, nameKey, MOST_NAME } = handbook;

  /** @type {(record: Progress) => string} */
  const described = record => {
    const number = handbook.count(record);
    return number ? say("group_line", { date: handbook.moment(record.saved), number }) : say("group_empty");
  };
  /** @param {string} name */
  const named = name => make("strong", { class: "hb-typed", dir: "auto" }, name || say("nameless"));
  // A name that another group here has, in whatever way it is written.
  /** @type {(name: string, but?: string) => { key: string; record: Progress } | undefined} */
  const taken = (name, but) =>
    store.groups().find(({ key, record }) => key !== but && !record.person && nameKey(record.group) === nameKey(name));

  /** @type {(label: string, act: string, value: string, then: (name: string) => void) => HTMLFormElement} */
  function asked(label, act, value, then) {
    const field = make("input", { type: "text", maxlength: MOST_NAME, autocomplete: "off", dir: "auto", value });
    const form = make(
      "form",
      { class: "hb-panel" },
      make("label", { class: "hb-field" }, make("span", {}, label), field),
      make("button", { class: "hb-button" }, act),
    );
    form.addEventListener("submit", event => {
      event.preventDefault();
      const name = field.value.trim();
      if (nameKey(name)) then(name);
      else {
        handbook.tell(say("name_wanted"));
        field.focus();
      }
    });
    return form;
  }

  /** @param {string} name */
  function begin(name) {
    const there = taken(name);
    if (there) {
      // It may be the same group, or another that goes by the same number.
      handbook.tell(
        say("name_taken", { group: there.record.group }),
        button(say("go_on_as", { group: there.record.group }), () => handbook.open(there.key)),
      );
      return;
    }
    const key = handbook.newId();
    store.put(key, handbook.begin(name));
    handbook.open(key);
  }

  /** @param {string} text */
  const faultsOf = text => {
    try {
      return handbook.read(text).faults.slice(0, 5);
    } catch (error) {
      return error instanceof handbook.Refused ? [error.message] : [];
    }
  };
  // What could not be read, or not whole, is offered where it is seen first.
  function rescue() {
    return store.damaged().map(({ place, text }) =>
      make(
        "p",
        { class: "hb-warning", "data-damaged": "" },
        say("damaged"),
        " ",
        ...faultsOf(text).map(fault => make("span", { class: "hb-fault", dir: "auto" }, fault, " ")),
        button(say("damaged_save"), () => {
          const name = `handbook-rescue-${handbook.today()}.json`;
          handbook.download(text, "application/json", name);
          handbook.handed(name);
        }),
        " ",
        button(say("damaged_forget"), () => {
          if (!confirm(say("damaged_sure"))) return;
          store.discard(place);
          handbook.show();
        }),
      ),
    );
  }

  function choice() {
    const groups = store.groups();
    const list = groups.map(({ key, record }) =>
      make(
        "li",
        {},
        button(say("go_on_as", { group: record.group || say("nameless") }), () => handbook.open(key)),
        " ",
        make("span", { class: "hb-count" }, described(record)),
      ),
    );
    return make(
      "div",
      { class: "hb-choice", role: "group", "aria-label": say("who") },
      ...rescue(),
      make("p", {}, say("who_text")),
      ...(list.length ? [make("ul", { class: "hb-list" }, ...list)] : []),
      asked(say("group"), say("begin_group"), "", begin),
    );
  }

  /** @param {Progress} record */
  function present(record) {
    const key = store.seat();
    const rename = () => {
      const form = asked(say("group"), say("rename"), record.group, name => {
        const there = taken(name, key);
        const now = store.get(key);
        if (there) handbook.tell(say("name_taken", { group: there.record.group }));
        else if (now)
          handbook.replace(key, handbook.renamed(now, name), say("renamed", { before: now.group, group: name }));
      });
      whole.replaceChildren(form);
      form.querySelector("input")?.select();
    };
    const whole = make(
      "div",
      { class: "hb-choice" },
      ...rescue(),
      make(
        "p",
        { class: "hb-tools" },
        make("span", { "data-group": "" }, `${say("group")}${say("colon")}`, named(record.group)),
        button(say("rename"), rename),
        button(say("other_group"), () => {
          handbook.open("");
          handbook.one(".hb-choice :is(button, input)").focus();
        }),
      ),
    );
    return whole;
  }

  Object.assign(handbook, {
    seats: () => {
      const record = store.get(store.seat());
      return record ? present(record) : choice();
    },
  });
})();
