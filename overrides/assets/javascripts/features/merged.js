// The merged report as it is shown: a figure, a table of ratings, one of items, and the text for the editors.
(() => {
  "use strict";
  const { handbook } = window;
  const { say, stateWord, make, button, download } = handbook;

  /** @type {(tag: "span" | "strong", attributes: Record<string, string>, text: string) => HTMLElement} */
  const typed = (tag, attributes, text) => make(tag, { dir: "auto", ...attributes, class: "hb-typed" }, text);
  // What so many say in one cell that a reader asks for the rest; folded, it need not be laid out.
  const MOST_NOTES = 12;
  /** @param {MergedNote} held */
  const note = ({ name, note, owner, date, forEditors, reason }) =>
    make(
      "p",
      {},
      typed("strong", {}, name),
      say("colon"),
      ...[reason && `${say("reason")}${say("colon")}${reason}`, owner, date && handbook.day(date), note]
        .filter(text => text)
        .flatMap((text = "", place) => [place ? " · " : "", typed("span", {}, text)]),
      ...(forEditors && note ? [` · ${say("for_editors")}`] : []),
    );
  /** @param {MergedNote[]} held */
  const noted = held => {
    const [first, rest] = [held.slice(0, MOST_NOTES), held.slice(MOST_NOTES)].map(some => some.map(note));
    const more = rest.length
      ? [make("details", {}, make("summary", {}, say("more_notes", { number: rest.length })), ...rest)]
      : [];
    return make("td", { "data-column": "notes" }, ...first, ...more);
  };
  /** @type {(one: Merged, ...cells: [column: string, ...parts: (Node | string)[]][]) => HTMLElement} */
  const line = (one, ...cells) => {
    const place = handbook.href(one.id);
    return make(
      "tr",
      { "data-row": one.id },
      make(
        "th",
        { scope: "row" },
        place ? make("a", { href: place }, one.text) : one.text,
        make("span", { class: "hb-help" }, one.where),
      ),
      ...cells.map(([column, ...parts]) => make("td", { "data-column": column }, ...parts)),
      noted(one.notes),
    );
  };
  // Who gave an answer: 「done: A, B」, each name apart from what stands around it.
  /** @type {(word: string, names: string[]) => HTMLElement} */
  const answer = (word, names) =>
    make(
      "p",
      {},
      `${word}${say("colon")}`,
      ...names.flatMap((name, place) => [place ? say("list_comma") : "", typed("span", {}, name)]),
    );
  // What its members said alone stands below a group's level.
  /** @param {MergedRating["given"][number]} given */
  const level = ({ name, level, alone }) =>
    make(
      "p",
      {},
      typed("strong", {}, name),
      say("colon"),
      handbook.decimal(level),
      ...alone.map(one =>
        make("span", { class: "hb-help hb-typed", dir: "auto" }, `${one.name}${say("colon")}${one.level}`),
      ),
    );

  /** @param {MergedRating} one */
  const ratingLine = one => line(one, ["given", ...one.given.map(level)], ["mean", one.mean], ["spread", one.spread]);
  /** @param {MergedItem} one */
  const itemLine = one =>
    line(
      one,
      [
        "state",
        ...one.given.map(({ state, names }) => answer(stateWord(state), names)),
        ...(one.untouched.length ? [answer(say("untouched"), one.untouched)] : []),
      ],
      ["agreement", `${one.agree} / ${one.groups}`],
    );

  /** @param {MergedTarget} one */
  const targetLine = one =>
    line(
      one,
      ...["baseline", "interim", "target"].map(
        field =>
          /** @type {[string, ...HTMLElement[]]} */ ([
            field,
            ...one.given.map(given => answer(given[/** @type {"target"} */ (field)] || "–", [given.name])),
          ]),
      ),
    );

  /** @param {MergedOwn} one */
  const ownLine = one =>
    line(
      one,
      ["why", typed("span", {}, one.why)],
      ["group", typed("span", {}, one.name)],
      ["state", stateWord(one.state)],
    );

  /** @type {Handbook["slices"]} */
  const slices = async (held, act) => {
    let begun = performance.now();
    for (let place = 0; place <= held.length; place++) {
      await act(held[place], place);
      if (performance.now() - begun < 40) continue;
      await new Promise(then => setTimeout(then)); // what was shown meanwhile is painted
      begun = performance.now();
    }
  };

  // Many lines are put in by slices, between which the page can be used. The table is out of sight meanwhile, or each
  // slice would lay all of it out again, which takes most of the time of two hundred files.
  /**
   * @template T
   * @param {string} name
   * @param {string[]} heads
   * @param {T[]} held
   * @param {(one: T) => HTMLElement} line
   */
  function table(name, heads, held, line) {
    const head = make("thead", {}, make("tr", {}, ...heads.map(word => make("th", { scope: "col" }, say(word)))));
    const body = make("tbody");
    const caption = make("caption", {}, make("span", { class: "hb-sr" }, say(name)));
    const whole = make("table", { class: "hb-table", "data-table": `merge-${name}` }, caption, head, body);
    const place = make("div", { class: "hb-scroll", tabindex: 0, role: "region", "aria-label": say(name) }, whole);
    place.hidden = true;
    const filled = slices(held, one => {
      if (one) body.append(line(one));
    }).then(() => {
      place.hidden = false;
    });
    return { title: say(name), place, filled };
  }

  /** @param {MergedRating[]} ratings */
  function figure(ratings) {
    const place = make("figure");
    handbook.figure(
      ratings.flatMap((one, number) => [
        ...(number && ratings[number - 1].where === one.where ? [] : [{ head: one.where }]),
        { text: one.text, values: one.given.map(({ level }) => level), dots: true },
      ]),
      say("figure_merged"),
      place,
    );
    return place;
  }
  /** @param {string} issue */
  function editors(issue) {
    const label = { readonly: "", rows: 12, class: "hb-issue", "aria-label": say("issue"), dir: "auto" };
    const area = make("textarea", label, issue);
    area.addEventListener("focus", () => area.select());
    return [
      make("h2", { id: "issue" }, say("issue")),
      make("p", { class: "hb-meta" }, say("issue_text")),
      area,
      make("div", { class: "hb-issue-print hb-typed", "aria-hidden": "true" }, issue), // a text area is cut on paper
      make(
        "p",
        { class: "hb-noprint" },
        button(say("issue_save"), () => download(issue, "text/markdown", `handbook-merged-${handbook.today()}.md`)),
      ),
    ];
  }

  /** @param {MergedRating["given"][number]} given */
  const differs = ({ alone }) => alone.some(({ level }) => level !== alone[0].level);

  /** @type {Handbook["merged"]} */
  async function merged(groups, differing, place) {
    const items = handbook.items(groups).filter(one => !differing || one.agree < one.groups || one.notes.length);
    const all = handbook.ratings(groups);
    const ratings = all.filter(
      one => !differing || Number(one.spread) > 0 || one.notes.length || one.given.some(differs),
    );
    const added = handbook.added(groups);
    const targets = handbook
      .targets(groups)
      .filter(
        one =>
          !differing ||
          new Set(one.given.map(held => [held.baseline, held.interim, held.target].join("\n"))).size > 1 ||
          one.notes.length,
      );
    if (differing) place.append(make("p", { class: "hb-meta" }, say("only_differing")));
    /** @type {Promise<void>[]} */
    const waiting = [];
    /** @type {(id: string, text: string, shown: ReturnType<typeof table>, ...more: HTMLElement[]) => void} */
    const section = (id, text, { title, place: shown, filled }, ...more) => {
      place.append(make("h2", { id }, title), make("p", { class: "hb-meta" }, text), ...more, shown);
      waiting.push(filled);
    };
    if (all.length) {
      const heads = ["subject", "given", "mean", "spread", "notes"];
      const shown = table("merged_ratings", heads, ratings, ratingLine);
      section("ratings", say("merged_ratings_text"), shown, figure(all));
    }
    if (items.length) {
      const heads = ["subject", "state", "agreement", "notes"];
      section("items", say("merged_items_text"), table("merged_items", heads, items, itemLine));
    }
    if (targets.length) {
      const heads = ["subject", "baseline", "interim", "target", "notes"];
      section("targets", say("merged_targets_text"), table("merged_targets", heads, targets, targetLine));
    }
    if (added.length) {
      const heads = ["own_item", "why", "group", "state", "notes"];
      section("own", say("merged_own_text"), table("merged_own", heads, added, ownLine));
    }
    const issue = handbook.issue(groups);
    if (issue) place.append(...editors(issue));
    await Promise.all(waiting);
  }

  Object.assign(handbook, { merged, slices });
})();
