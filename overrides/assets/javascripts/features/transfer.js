// Answers from elsewhere: a file, or pasted text. Before anything is joined the page shows what would change.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { say, make, button, store, join, KINDS, talk, faultLines, fieldWord, answerWord } = handbook;

  /** @type {(word: string, lines: HTMLElement[]) => HTMLElement[]} */
  const folded = (word, lines) =>
    lines.length
      ? [
          make(
            "details",
            { class: "hb-more", "data-preview": word, ...(lines.length < 12 ? { open: "" } : {}) },
            make("summary", {}, say(word, { number: lines.length })),
            make("ul", { class: "hb-list" }, ...lines.slice(0, 500)),
          ),
        ]
      : [];
  /** @param {string} text */
  const quoted = text => make("q", { class: "hb-typed", dir: "auto" }, text);

  /** @type {(present: Progress, incoming: Progress) => HTMLElement[]} */
  function preview(present, incoming) {
    const records = [present, incoming];
    /** @type {(id: string, field: string, ...parts: (Node | string)[]) => HTMLElement} */
    const line = (id, field, ...parts) =>
      make("li", {}, handbook.short(handbook.title(id, records), 80), " · ", fieldWord(field), say("colon"), ...parts);
    const differing = handbook.differences(records);
    /** @param {number} from */
    const won = from =>
      differing
        .filter(({ answers }) => answers[0].from === from)
        .map(one => {
          const [stands, other] = one.answers.map(({ value }) => quoted(answerWord(one.field, value)));
          return line(one.id, one.field, ...(from ? [other, " → ", stands] : [stands, say("not"), other]));
        });
    const added = handbook.kinds.flatMap(kind =>
      [...incoming[kind]].flatMap(([id, entry]) =>
        Object.entries(KINDS[kind].fields)
          .map(([field, { empty }]) => ({ field, empty, value: /** @type {any} */ (entry)[field] }))
          .filter(({ field, empty, value }) => value !== empty && !present[kind].get(id)?.at[field])
          .map(one => line(id, one.field, quoted(answerWord(one.field, one.value)))),
      ),
    );
    return [
      ...folded("preview_added", added),
      ...folded("preview_replaced", won(1)),
      ...folded("preview_kept", won(0)),
    ];
  }

  /** @type {(key: string, record: Progress, told: string, faults: string[], incoming: Progress) => void} */
  function put(key, record, told, faults, incoming) {
    if (!handbook.fits(record)) {
      handbook.tell(say("too_much"));
      return;
    }
    const { saved } = incoming;
    talk.replaceChildren(...faultLines(faults));
    handbook.replace(key, record, say(told, { group: handbook.whose(incoming), date: handbook.moment(saved) }));
    handbook.tellNews(incoming, true);
  }
  // A name that no other group here has; of a person, in no other group of the name.
  /** @type {(name: string, person: string) => string} */
  function free(name, person) {
    const others = store.groups().filter(({ record }) => record.person === person);
    const names = new Set(others.map(({ record }) => handbook.nameKey(record.group)));
    let number = 1;
    const numbered = () => (number > 1 ? `${name} (${number})` : name);
    while (names.has(handbook.nameKey(numbered()))) number++;
    return numbered();
  }

  /** @type {NonNullable<Handbook["transfer"]>["take"]} */
  function take({ record: incoming, faults }, file) {
    const groups = store.groups();
    const mine = { ...incoming, ids: incoming.ids.length ? incoming.ids : [handbook.newId()] };
    const same = groups.find(({ record }) => handbook.isSame(record, incoming));
    const namesake = groups.find(
      ({ record: { group, person } }) =>
        person === incoming.person && incoming.group && handbook.nameKey(group) === handbook.nameKey(incoming.group),
    );
    const seated = groups.find(({ key }) => key === store.seat());
    const there = same || namesake || (incoming.group ? undefined : seated);
    const apart = () => {
      const group = free(incoming.group || file.replace(/\.json$/, ""), incoming.person);
      const record = group === incoming.group ? mine : handbook.renamed(mine, group);
      put(handbook.newId(), record, "loaded", faults, record);
    };
    if (!there) {
      apart();
      return;
    }
    const joined = join(there.record, mine);
    const question = same ? "same_text" : incoming.group ? "namesake_text" : "nameless_text";
    const close = button(say("leave"), () => {
      talk.replaceChildren();
      handbook.tell(say("left"));
    });
    talk.replaceChildren(
      make(
        "section",
        { class: "hb-report", "aria-label": say("preview") },
        make(
          "p",
          {},
          say("preview_text", {
            file,
            group: handbook.whose(incoming),
            date: handbook.moment(incoming.saved),
            number: handbook.count(incoming),
          }),
        ),
        make("p", {}, say(question, { group: handbook.whose(there.record) })),
        ...faultLines(faults),
        ...preview(there.record, mine),
        make(
          "div",
          { class: "hb-tools" },
          button(say("join", { group: handbook.whose(there.record) }), () =>
            put(there.key, joined, "joined", faults, incoming),
          ),
          ...(same ? [] : [button(say("apart"), apart)]),
          close,
        ),
      ),
    );
    handbook.tell(say("preview_wait"));
  }
  /** @type {(name: string, reading: () => Promise<ReadProgress> | ReadProgress) => Promise<void>} */
  async function attempt(name, reading) {
    try {
      take(await reading(), name);
    } catch (error) {
      const why = error instanceof handbook.Refused ? error.message : say("why_unreadable");
      handbook.tell(say("refused", { file: name, why }));
    }
  }

  // Without files: text that goes through a chat, and comes back.
  function text() {
    const mine = make("textarea", { readonly: "", rows: 4, "aria-label": say("text_out") });
    mine.value = handbook.write(handbook.record());
    mine.addEventListener("focus", () => mine.select());
    const theirs = make("textarea", { rows: 4, "aria-label": say("text_in") });
    const copy = button(say("text_copy"), () => {
      mine.select();
      handbook.tell(say(document.execCommand("copy") ? "text_copied" : "text_by_hand"));
    });
    /** @type {(label: string, ...parts: HTMLElement[]) => HTMLElement} */
    const field = (label, ...parts) => make("div", { class: "hb-field hb-wide" }, make("span", {}, label), ...parts);
    talk.replaceChildren(
      make(
        "section",
        { class: "hb-report", "aria-label": say("as_text") },
        ...(store.seat() ? [field(say("text_out"), mine, copy)] : []),
        field(
          say("text_in"),
          theirs,
          button(say("text_read"), () => attempt(say("text_name"), () => handbook.read(theirs.value))),
        ),
        button(say("close"), () => talk.replaceChildren()),
      ),
    );
    (store.seat() ? mine : theirs).focus();
  }

  /** @type {NonNullable<Handbook["transfer"]>} */
  const transfer = { load: file => attempt(file.name, () => handbook.readFile(file)), take, text };
  Object.assign(handbook, { transfer });
})();
