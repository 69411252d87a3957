// Several groups' files on one page: agreement, spread and notes as tables and a figure. Nothing is kept or sent.
//
// The files come from anybody. Each is checked by store.js before a word of it is used, and words get into the page
// only as text.
(() => {
  "use strict";
  const { handbook } = window;
  const { data, one, say, stateWord, make, button, download } = handbook;

  const mount = one("[data-merge]");
  /** @type {({ file: string; record: Progress; faults: string[]; why?: undefined } | { file: string; record?: undefined; faults?: undefined; why: string })[]} */
  const loaded = [];

  /** @type {(text: string, type: string, ending: string) => void} */
  const hand = (text, type, ending) => download(text, type, `handbook-merged-${handbook.today()}.${ending}`);
  /** @type {(tag: "span" | "strong", attributes: Record<string, string>, text: string) => HTMLElement} */
  const typed = (tag, attributes, text) => make(tag, { dir: "auto", ...attributes, class: "hb-typed" }, text);
  /** @param {MergedNote[]} held */
  const noted = held =>
    make(
      "td",
      { "data-column": "notes" },
      ...held.map(({ name, note, owner, date, forEditors }) =>
        make(
          "p",
          {},
          typed("strong", {}, name),
          say("colon"),
          ...[owner, date && handbook.day(date), note]
            .filter(text => text)
            .flatMap((text, place) => [place ? " · " : "", typed("span", {}, text)]),
          ...(forEditors && note ? [` · ${say("for_editors")}`] : []),
        ),
      ),
    );

  /**
   * @param {string} name
   * @param {string[]} heads
   * @param {HTMLElement[]} lines
   */
  function table(name, heads, lines) {
    const head = make("thead", {}, make("tr", {}, ...heads.map(text => make("th", { scope: "col" }, text))));
    return make(
      "div",
      { class: "hb-scroll", tabindex: 0, role: "region", "aria-label": say(name) },
      make("table", { class: "hb-table", "data-table": `merge-${name}` }, head, make("tbody", {}, ...lines)),
    );
  }
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
  // Which groups gave an answer: 「done: A, B」.
  /** @type {(word: string, names: string[]) => HTMLElement} */
  const answer = (word, names) => make("p", {}, `${word}${say("colon")}`, typed("span", {}, names.join(say("comma"))));

  const status = make("p", { class: "hb-status", role: "status" });
  const files = make("ul", { class: "hb-files" });
  const result = make("div", { class: "hb-merged" });
  const differing = make("input", { type: "checkbox" });

  const sound = () => loaded.flatMap(one => (one.record ? [one] : []));
  // An early and a late file of a group are joined; files without a name are as many groups.
  function groups() {
    /** @type {Map<string, Progress>} */
    const held = new Map();
    sound().forEach(({ file, record }, place) => {
      const before = record.group && held.get(record.group);
      const name = record.group || (held.has(file) ? `${file} (${place + 1})` : file);
      held.set(name, before ? handbook.join(before, record) : record);
    });
    return [...held].map(([name, record]) => ({ name, record }));
  }
  /** @param {Progress} record */
  const isJoined = record =>
    record.group && sound().find(other => other.record.group === record.group)?.record !== record;

  function showFiles() {
    files.replaceChildren(
      ...loaded.map(one => {
        const { record } = one;
        const text = record
          ? say("file_line", {
              group: record.group || say("nameless"),
              date: handbook.day(record.saved),
              items: record.items.size,
              ratings: record.ratings.size,
              version: record.handbook.version,
            })
          : say("refused", { file: "", why: one.why });
        const joined = record && isJoined(record) ? say("joined_file") : "";
        const remove = button(say("remove"), () => {
          loaded.splice(loaded.indexOf(one), 1);
          show();
        });
        remove.setAttribute("aria-label", `${say("remove")} ${one.file}`);
        return make(
          "li",
          { "data-file": one.file, "data-sound": record ? "yes" : "no" },
          typed("strong", {}, one.file),
          " ",
          typed("span", {}, text),
          joined,
          " ",
          remove,
          ...(one.faults || []).slice(0, 20).map(fault => make("p", { class: "hb-fault", dir: "auto" }, fault)),
        );
      }),
    );
  }

  function show() {
    showFiles();
    const held = groups();
    result.replaceChildren();
    tools.hidden = !held.length;
    if (!held.length) return;
    if (differing.checked) result.append(make("p", { class: "hb-meta" }, say("only_differing")));
    const items = handbook.items(held),
      ratings = handbook.ratings(held);
    /** @param {MergedItem} one */
    const keepItem = one => !differing.checked || one.agree < one.groups || one.notes.length;
    /** @param {MergedRating} one */
    const keepRating = one => !differing.checked || Number(one.spread) > 0 || one.notes.length;
    if (ratings.length) {
      const figure = make("figure");
      result.append(
        make("h2", { id: "ratings" }, say("merged_ratings")),
        make("p", { class: "hb-meta" }, say("merged_ratings_text")),
        figure,
      );
      handbook.figure(
        ratings.flatMap((one, place) => [
          ...(place && ratings[place - 1].where === one.where ? [] : [{ head: one.where }]),
          { text: one.text, values: one.given.map(({ level }) => level), dots: true },
        ]),
        say("figure_merged"),
        figure,
      );
      result.append(
        table(
          "merged_ratings",
          [say("subject"), say("given"), say("mean"), say("spread"), say("notes")],
          ratings
            .filter(keepRating)
            .map(one =>
              line(
                one,
                ["given", typed("span", {}, one.given.map(({ name, level }) => `${name} ${level}`).join(" · "))],
                ["mean", one.mean],
                ["spread", String(one.spread)],
              ),
            ),
        ),
      );
    }
    if (items.length) {
      result.append(
        make("h2", { id: "items" }, say("merged_items")),
        make("p", { class: "hb-meta" }, say("merged_items_text")),
      );
      result.append(
        table(
          "merged_items",
          [say("subject"), say("state"), say("agreement"), say("notes")],
          items
            .filter(keepItem)
            .map(one =>
              line(
                one,
                [
                  "state",
                  ...one.given.map(({ state, names }) => answer(stateWord(state), names)),
                  ...(one.untouched.length ? [answer(say("untouched"), one.untouched)] : []),
                ],
                ["agreement", `${one.agree} / ${one.groups}`],
              ),
            ),
        ),
      );
    }
    const issue = handbook.issue(held);
    if (issue) {
      const area = make(
        "textarea",
        { readonly: "", rows: 12, class: "hb-issue", "aria-label": say("issue"), dir: "auto" },
        issue,
      );
      area.addEventListener("focus", () => area.select());
      result.append(
        make("h2", { id: "issue" }, say("issue")),
        make("p", { class: "hb-meta" }, say("issue_text")),
        area,
        make("div", { class: "hb-issue-print hb-typed", "aria-hidden": "true" }, issue), // a text area is cut on paper
        make(
          "p",
          { class: "hb-noprint" },
          button(say("issue_save"), () => hand(issue, "text/markdown", "md")),
        ),
      );
    }
  }

  /** @param {File[]} chosen */
  async function add(chosen) {
    for (const file of chosen) {
      try {
        loaded.push({ file: file.name, ...(await handbook.readFile(file)) });
      } catch (error) {
        // Only words of our own: a fault that we did not foresee is told as such.
        loaded.push({
          file: file.name,
          why: error instanceof handbook.Refused ? error.message : say("why_unreadable"),
        });
      }
    }
    // What the ids stand for is read only now, since many come here without a file.
    await new Promise(then =>
      handbook.need(
        () => window.handbookTexts,
        "handbook-items",
        "handbook-texts",
        () => then(null),
      ),
    );
    show();
    status.textContent = say("files_loaded", {
      good: sound().length,
      bad: loaded.length - sound().length,
    });
  }

  const input = make("input", { type: "file", multiple: "", accept: ".json,application/json" });
  const drop = make(
    "div",
    { class: "hb-drop" },
    make("label", { class: "hb-field" }, make("span", {}, say("choose_files")), input),
  );
  input.addEventListener("change", async () => {
    await add([...(input.files || [])]);
    input.value = "";
  });
  // Dropped beside the box, a file would replace the page.
  /** @param {DragEvent} event */
  const holdsFiles = event => event.dataTransfer?.types.includes("Files"); // not text on its way from note to note
  addEventListener("dragover", event => {
    if (holdsFiles(event)) event.preventDefault();
  });
  addEventListener("drop", event => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    // In the single file another page may be the one that is shown.
    if (mount.offsetParent) add([...(event.dataTransfer?.files || [])]);
  });
  const tools = make(
    "div",
    { class: "hb-tools", hidden: "" },
    make("label", { class: "hb-check" }, differing, make("span", {}, say("only_differing"))),
    button(say("csv"), () => hand(handbook.csv(groups()), "text/csv;charset=utf-8", "csv")),
    button(say("print"), () => print()),
  );
  differing.addEventListener("change", show);
  mount.replaceChildren(
    drop,
    status,
    files,
    tools,
    make("p", { class: "hb-stamp" }, `${say("version")} ${data.version} · ${data.dataDate}`),
    result,
  );
})();
