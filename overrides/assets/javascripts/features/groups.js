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
  /** @type {(name: string, person: string, but?: string) => { key: string; record: Progress } | undefined} */
  const taken = (name, person, but) =>
    store
      .groups()
      .find(
        ({ key, record }) =>
          key !== but && nameKey(record.group) === nameKey(name) && nameKey(record.person) === nameKey(person),
      );

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

  /** @type {(name: string, person?: string) => void} */
  function begin(name, person = "") {
    const there = taken(name, person);
    if (there) {
      // It may be the same group, or another that goes by the same number.
      handbook.tell(
        say("name_taken", { group: handbook.whose(there.record) }),
        button(say("go_on_as", { group: handbook.whose(there.record) }), () => handbook.open(there.key)),
      );
      return;
    }
    const key = handbook.newId();
    store.put(key, handbook.begin(name, person));
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
        button(say("go_on_as", { group: handbook.whose(record) }), () => handbook.open(key)),
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
      asked(say("group"), say("begin_group"), "", name => begin(name)),
    );
  }

  // One person's answers stand beside those of the group, under both names.
  /** @type {(record: Progress, ask: (form: HTMLFormElement) => void) => HTMLElement[]} */
  function alone(record, ask) {
    const { group, person } = record;
    if (!person) {
      const begun = () => ask(asked(say("person"), say("alone_begin"), "", name => begin(group, name)));
      return document.querySelector("[data-rate]") ? [button(say("alone"), begun)] : [];
    }
    const home = taken(group, "");
    return [button(say("to_group", { group }), () => (home ? handbook.open(home.key) : begin(group)))];
  }

  /** @param {Progress} record */
  function present(record) {
    const { group, person } = record;
    const key = store.seat();
    /** @param {HTMLFormElement} form */
    const ask = form => {
      whole.replaceChildren(form);
      form.querySelector("input")?.select();
    };
    const rename = () =>
      ask(
        asked(say(person ? "person" : "group"), say("rename"), person || group, name => {
          const there = person ? taken(group, name, key) : taken(name, "", key);
          const now = store.get(key);
          if (there) handbook.tell(say("name_taken", { group: handbook.whose(there.record) }));
          else if (now) {
            const next = person ? handbook.renamed({ ...now, person: name }, group) : handbook.renamed(now, name);
            const told = say("renamed", { before: handbook.whose(now), group: handbook.whose(next) });
            handbook.replace(key, next, told);
          }
        }),
      );
    const whole = make(
      "div",
      { class: "hb-choice" },
      ...rescue(),
      make(
        "p",
        { class: "hb-tools" },
        make(
          "span",
          { "data-group": "", tabindex: -1 },
          `${say("group")}${say("colon")}`,
          named(handbook.whose(record)),
        ),
        button(say("rename"), rename),
        ...alone(record, ask),
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
