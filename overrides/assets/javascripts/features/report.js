// The figures behind a merged report: what the groups agree on, where they differ, and what they tell the editors.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { STATES, data, own, said, say, stateWord, title } = handbook;

  /** @param {number[]} values */
  const mean = values => values.reduce((sum, value) => sum + value, 0) / values.length;
  /** @param {string} id */
  const ownerOf = id => (id.includes("/") ? id : id.split(".").slice(0, 2).join("/"));
  // A file may name kinds that this copy does not have.
  const rated = new Set(
    Object.keys(data.hashes)
      .filter(id => id.includes("/"))
      .map(id => id.split("/")[0]),
  );
  /** @param {string} id */
  const where = id => {
    const [kind] = id.split("/");
    if (!id.includes("/")) return title(ownerOf(id));
    return rated.has(kind) ? say(`kind_${kind}`) : kind;
  };
  /** @param {string[]} ids */
  const order = ids => {
    const all = Object.keys(data.hashes);
    const rank = new Map(all.map((id, place) => [id, place]));
    return ids.sort((a, b) => (rank.get(a) ?? all.length) - (rank.get(b) ?? all.length) || (a < b ? -1 : 1));
  };
  // Why an item is not for a group, as long as it says so.
  /** @type {(record: Progress, id: string) => string} */
  const reasonOf = (record, id) => {
    const { state } = handbook.entryOf(record, "items", id);
    return state === "not-for-us" ? handbook.entryOf(record, "dropped", id).reason : "";
  };
  /** @type {(groups: NamedProgress[], kind: keyof Entries, id: string) => MergedNote[]} */
  const notes = (groups, kind, id) =>
    groups
      .map(({ name, record }) => {
        const reason = kind === "items" ? reasonOf(record, id) : "";
        return { name, note: "", owner: "", date: "", ...record[kind].get(id), reason };
      })
      .filter(({ note, owner, date, reason }) => note || owner || date || reason);

  /** @type {Handbook["everyone"]} */
  const everyone = groups => groups.flatMap(one => [one, ...one.persons]);
  // What a group says of items: its own answers, and where it has none the newest of its members'.
  /** @param {NamedGroup} group */
  const voice = ({ record, persons }) => {
    const joined = persons.map(one => one.record).reduce(handbook.join, handbook.blank(""));
    return new Map([...said(joined, "items"), ...said(record, "items")]);
  };
  /** @type {(one: NamedProgress, id: string) => { name: string; level: number }} */
  const rating = ({ name, record }, id) => ({ name, level: record.ratings.get(id)?.level || 0 });
  /** @type {(group: NamedGroup, id: string) => MergedRating["given"][number]} */
  const level = (group, id) => {
    const alone = group.persons.map(one => rating(one, id)).filter(({ level }) => level);
    const { name, level } = rating(group, id);
    return { name, level: level || (alone.length && mean(alone.map(({ level }) => level))), alone };
  };
  // A group that left an item alone has no say on it, and is named as such.
  /** @type {Handbook["items"]} */
  function items(groups) {
    const given = groups.map(one => ({ name: one.name, said: voice(one) }));
    const ids = new Set(given.flatMap(({ said }) => [...said.keys()]));
    return order([...ids]).map(id => {
      const [asked, others] = [true, false].map(touched => given.filter(({ said }) => said.has(id) === touched));
      const states = STATES.map(state => ({
        state,
        names: asked.filter(({ said }) => said.get(id)?.state === state).map(({ name }) => name),
      }));
      return {
        id,
        text: title(id),
        where: where(id),
        given: states.filter(({ names }) => names.length),
        groups: asked.length,
        agree: Math.max(...states.map(({ names }) => names.length)),
        untouched: others.map(({ name }) => name),
        notes: notes(everyone(groups), "items", id),
      };
    });
  }
  /** @type {Handbook["ratings"]} */
  function ratings(groups) {
    const ids = new Set(everyone(groups).flatMap(({ record }) => [...said(record, "ratings").keys()]));
    return order([...ids]).map(id => {
      const given = groups.map(one => level(one, id)).filter(({ level }) => level);
      const levels = given.map(({ level }) => level);
      return {
        id,
        text: title(id),
        where: where(id),
        given,
        mean: levels.length ? mean(levels).toFixed(1) : "–",
        spread: levels.length ? handbook.decimal(Math.max(...levels) - Math.min(...levels)) : "–",
        notes: notes(everyone(groups), "ratings", id),
      };
    });
  }

  // Each group's own numbers beside each other: what is agreed is seen, and nothing is averaged.
  /** @type {Handbook["targets"]} */
  function targets(groups) {
    const all = everyone(groups);
    const ids = new Set(all.flatMap(({ record }) => [...said(record, "targets").keys()]));
    return order([...ids]).map(id => ({
      id,
      text: title(id),
      where: where(id),
      given: all
        .map(({ name, record }) => ({ name, ...handbook.entryOf(record, "targets", id) }))
        .filter(({ baseline, interim, target }) => baseline || interim || target),
      notes: notes(all, "targets", id),
    }));
  }

  /** @type {Handbook["added"]} */
  const added = groups =>
    everyone(groups).flatMap(({ name, record }) =>
      [...record.own]
        .filter(([, { text }]) => text)
        .map(([id, { text, why, place, state }]) => {
          const own = { id, name, text, why, state, where: title(ownerOf(place)) };
          return { ...own, notes: notes([{ name, record }], "own", id) };
        }),
    );

  // One line an answer, and one for each item by `ids`, answered or not, before all others.
  /** @type {Handbook["csv"]} */
  function csv(groups, ids = []) {
    const heads = [
      "kind",
      "id",
      "subject",
      "group",
      "person",
      "state",
      "level",
      "note",
      "owner",
      "date",
      "for_editors",
      "reason",
      "baseline",
      "interim",
      "target",
    ];
    /** @type {(string | number)[][]} */
    const lines = [[...heads, "saved_on", "version"].map(name => say(name))];
    // A group that goes by its file, or is one of several of its name, is called so.
    const named = groups.flatMap(({ name, record, persons }) => [
      { name, record },
      ...persons.map(one => ({ name, record: one.record })),
    ]);
    for (const { name, record } of named) {
      /** @type {(kind: string, id: string, subject: string, held: any, reason?: string) => void} */
      const line = (kind, id, subject, { state, level, note, owner, date, forEditors, ...held }, reason = "") => {
        const answered = [state ? stateWord(state) : "", level || "", note, owner || "", date || ""];
        const numbers = [held.baseline || "", held.interim || "", held.target || ""];
        const end = [forEditors ? say("yes") : "", reason, ...numbers, record.saved, record.handbook.version];
        lines.push([say(kind), id, subject, name, record.person, ...answered, ...end]);
      };
      const asked = new Map(ids.map(id => [id, handbook.entryOf(record, "items", id)]));
      for (const [id, held] of new Map([...asked, ...said(record, "items")]))
        line("item", id, title(id), held, reasonOf(record, id));
      for (const [id, held] of record.own) if (held.text) line("own_item", id, held.text, held, held.why);
      for (const [id, held] of said(record, "ratings")) line("rating", id, title(id), held);
      for (const [id, held] of said(record, "targets")) line("target", id, title(id), held);
    }
    return handbook.csvOf(lines);
  }

  // What the editors are told of an item, of what is rated or, by its id, of a list.
  /** @typedef {{ about: string; name: string; record: Progress; head?: string; text: string }} Told */
  /** @param {NamedGroup[]} groups */
  function told(groups) {
    /** @type {Told[]} */
    const found = [];
    for (const { name, record } of everyone(groups)) {
      for (const [id, { forEditors, note }] of [...record.items, ...record.ratings, ...record.targets])
        if (forEditors && note) found.push({ about: id, name, record, text: note });
      for (const [id] of record.dropped) {
        const text = reasonOf(record, id);
        if (text) found.push({ about: id, name, record, head: say("not_for_us"), text });
      }
      for (const { text, why, place, forEditors, note } of record.own.values()) {
        const whole = [text, why, forEditors ? note : ""].filter(Boolean).join("\n\n");
        if (text)
          found.push({ about: ownerOf(place).replace(".", "/"), name, record, head: say("own_item"), text: whole });
      }
    }
    return found;
  }

  // Markdown to paste into an issue. What groups wrote stands in quotations, and @ cannot call anybody.
  /** @type {Handbook["issue"]} */
  function issue(groups) {
    /** @param {string} text */
    const quiet = text => text.replace(/@/g, "@\u200b");
    /** @type {Map<string, Told[]>} */
    const found = new Map();
    for (const one of told(groups)) found.set(one.about, [...(found.get(one.about) || []), one]);
    return order([...found.keys()])
      .map(id => {
        const owner = ownerOf(id),
          [, file = ""] = own(window.handbookTexts?.owners || {}, owner) || [];
        const parts = [
          `## ${title(id)}`,
          "",
          `${say("record")}${say("colon")}\`${owner}\`${file && ` (\`${file}\`)`}${id === owner ? "" : ` · ${say("item")}${say("colon")}\`${id}\``}`,
        ];
        for (const { name, record, head, text } of found.get(id) || [])
          parts.push(
            "",
            ...(head ? [`${head}${say("colon")}`, ""] : []),
            `> ${quiet(text).split(/\r?\n/).join("\n> ")}`,
            "",
            `— ${quiet(name)}, ${record.saved.slice(0, 10)}, ${say("version")} ${record.handbook.version} (${record.handbook.dataDate})`,
          );
        return parts.join("\n");
      })
      .join("\n\n");
  }

  Object.assign(handbook, { everyone, items, ratings, targets, added, csv, issue });
})();
