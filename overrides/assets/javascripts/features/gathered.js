// Which of the loaded files are one group, and where that has to be asked.
//
// Files that have grown from one record are, whatever they are called. Files of one name may be: an early and a late
// one of a table, or two tables that both go by "1". They count as one, and are asked about where they disagree.
(() => {
  "use strict";
  const { handbook } = window;
  const { say, make, button, join, nameKey, KINDS } = handbook;

  /** @param {SoundFile[]} files */
  function families(files) {
    /** @type {Map<string, SoundFile[]>} */
    const byId = new Map();
    for (const one of files) {
      const mine = [one, ...new Set(one.record.ids.flatMap(id => byId.get(id) || []))];
      const ids = mine.flatMap(({ record }) => record.ids);
      for (const id of ids.length ? ids : [`file ${files.indexOf(one)}`]) byId.set(id, mine);
    }
    return [...new Set(byId.values())].map(members => ({
      members: files.filter(one => members.includes(one)),
      record: members.map(({ record }) => record).reduce(join),
    }));
  }
  /** @type {(record: Progress, file: string) => string} */
  const nameOf = (record, file) => (record.group || record.person ? handbook.whose(record) : file);

  /** @type {(files: SoundFile[], decided: Map<string, "one" | "apart">) => Gathered[]} */
  function apart(files, decided) {
    /** @type {Map<string, ReturnType<typeof families>>} */
    const named = new Map();
    for (const family of families(files)) {
      const { group, person } = family.record;
      const key = group ? `${nameKey(group)}|${nameKey(person)}` : `file ${files.indexOf(family.members[0])}`;
      named.set(key, [...(named.get(key) || []), family]);
    }
    return [...named].flatMap(([key, held]) => {
      const records = held.map(({ record }) => record);
      const members = held.flatMap(one => one.members);
      const known = records.filter(({ ids }) => ids.length).length;
      const doubtful = held.length > 1 && (known > 1 || handbook.differences(records).length > 0);
      if (doubtful && decided.get(key) === "apart")
        return held.map(({ record, members }) => ({
          name: `${nameOf(record, "")} (${members[0].file})`.trim(),
          ...{ key, record, members, doubtful, persons: [] },
        }));
      const record = records.reduce(join);
      return [{ name: nameOf(record, members[0].file), key, record, members, doubtful, persons: [] }];
    });
  }

  // Persons stand under their group. Where it has no file, or several go by its name, they are a group by themselves.
  /** @type {Handbook["gather"]} */
  function gather(files, decided) {
    const found = apart(files, decided);
    const groups = found.filter(({ record }) => !record.person);
    for (const one of found.filter(({ record }) => record.person)) {
      const { group } = one.record;
      const key = `persons ${nameKey(group)}`;
      const homes = groups.filter(({ record }) => group && nameKey(record.group) === nameKey(group));
      let home = homes.length === 1 ? homes[0] : homes.find(other => other.key === key);
      if (!home) {
        const name = homes.length ? `${group} (${say("persons")})` : group || say("nameless");
        home = { name, key, record: handbook.blank(group), members: [], doubtful: false, persons: [] };
        groups.push(home);
      }
      home.persons.push(one);
    }
    return groups;
  }

  // What was taken back is not spelt out again.
  /** @type {Handbook["differing"]} */
  function differing(members) {
    const records = members.map(({ record }) => record);
    const lines = handbook.differences(records).map(one => {
      const [stands, ...others] = one.answers;
      const gone = stands.value === KINDS[one.kind].fields[one.field].empty && one.field !== "state";
      /** @param {{ value: unknown }} answer */
      const quoted = ({ value }) =>
        make("q", { class: "hb-typed", dir: "auto" }, handbook.answerWord(one.field, value));
      return make(
        "li",
        {},
        handbook.short(handbook.title(one.id, records), 80),
        " · ",
        handbook.fieldWord(one.field),
        say("colon"),
        ...(gone ? [say("taken_back")] : [quoted(stands), say("not"), ...others.map(quoted)]),
      );
    });
    if (!lines.length) return [];
    const summary = make("summary", {}, say("differing", { number: lines.length }));
    return [make("details", { class: "hb-more" }, summary, make("ul", { class: "hb-list" }, ...lines.slice(0, 500)))];
  }

  /** @type {Handbook["questions"]} */
  function questions(gathered, decided, then) {
    const doubtful = new Map(gathered.filter(one => one.doubtful).map(({ key }) => [key, key]));
    return [...doubtful.keys()].map(key => {
      const members = gathered.filter(one => one.key === key).flatMap(one => one.members);
      const answer = decided.get(key);
      /** @type {(word: string, value: "one" | "apart") => HTMLButtonElement} */
      const choice = (word, value) => {
        const made = button(say(word), () => {
          decided.set(key, value);
          then();
        });
        made.setAttribute("aria-pressed", String(answer === value));
        return made;
      };
      return make(
        "div",
        { class: answer ? "hb-meta" : "hb-warning", "data-question": key, role: "group" },
        make(
          "p",
          {},
          say("one_group", {
            group: handbook.whose(members[0].record),
            files: members.map(({ file }) => file).join(say("list_comma")),
          }),
        ),
        ...differing(members),
        make("p", { class: "hb-tools" }, choice("one_group_yes", "one"), choice("one_group_no", "apart")),
      );
    });
  }

  Object.assign(handbook, { gather, differing, questions });
})();
