// Several groups' files on one page. They come from anybody: each is read by reading.js before a word of it is used, and
// words get into the page only as text. What was loaded stays until it is removed; nothing is sent anywhere.
(() => {
  "use strict";
  const { handbook } = window;
  const { data, say, make, button } = handbook;

  /** @type {HTMLElement | null} */
  const mount = document.querySelector("[data-merge]");
  if (!mount) return;
  /** @type {LoadedFile[]} */
  let loaded = [];
  /** @type {Map<string, "one" | "apart">} */
  let decided = new Map();
  let keeps = true;

  const status = make("p", { class: "hb-status", role: "status" });
  const bar = make("progress", { hidden: "", "aria-label": say("reading") });
  const files = make("ul", { class: "hb-files" });
  const asked = make("div");
  const differing = make("input", { type: "checkbox" });
  const sound = () => /** @type {SoundFile[]} */ (loaded.filter(one => one.record));

  /** @param {LoadedFile} one */
  function described({ record, why = "" }) {
    if (!record) return say("refused", { file: "", why });
    return say("file_line", {
      group: handbook.whose(record),
      date: handbook.moment(record.saved),
      items: handbook.said(record, "items").size,
      ratings: handbook.said(record, "ratings").size,
      own: [...record.own.values()].filter(({ text }) => text).length,
      version: record.handbook.version,
    });
  }
  /** @type {(one: LoadedFile, groups: Gathered[]) => HTMLElement} */
  function fileLine(one, groups) {
    const group = handbook.everyone(groups).find(({ members }) => members.some(member => member === one));
    const remove = button(say("remove"), () => {
      loaded = loaded.filter(other => other !== one);
      changed();
    });
    remove.setAttribute("aria-label", `${say("remove")} ${one.file}`);
    const joined = group && group.members.length > 1;
    return make(
      "li",
      { "data-file": one.file, "data-sound": one.record ? "yes" : "no" },
      make("strong", { class: "hb-typed", dir: "auto" }, one.file),
      " ",
      make("span", { class: "hb-typed", dir: "auto" }, described(one)),
      ...(joined ? [say("joined_file", { group: group.name, number: group.members.length })] : []),
      " ",
      remove,
      ...handbook.faultLines(one.faults || []),
    );
  }

  let result = make("div", { class: "hb-merged" });
  function show() {
    const groups = handbook.gather(sound(), decided);
    files.replaceChildren(...loaded.map(one => fileLine(one, groups)));
    asked.replaceChildren(
      ...handbook.questions(handbook.everyone(groups), decided, changed),
      // What a question lists already is not told twice.
      ...handbook
        .everyone(groups)
        .filter(({ doubtful, members }) => !doubtful && members.length > 1)
        .flatMap(({ name, members }) =>
          handbook
            .differing(members)
            .map(list => make("div", { class: "hb-meta", "data-differing": name }, name, say("colon"), list)),
        ),
    );
    // What an earlier call still puts in goes nowhere.
    const fresh = make("div", { class: "hb-merged" });
    result.replaceWith(fresh);
    result = fresh;
    tools.hidden = !loaded.length;
    return groups.length ? handbook.merged(groups, differing.checked, fresh) : Promise.resolve();
  }
  /** @param {string} word */
  const tell = word => {
    const good = sound().length;
    status.textContent = say(word, { good, bad: loaded.length - good });
  };
  async function changed() {
    await show();
    keeps = await handbook.kept.put({
      files: loaded.map(({ file, text, why }) => ({ file, text, why })),
      decided: [...decided],
    });
    tell("files_loaded");
  }
  // What the ids stand for is read only now, since many come here without a file.
  const texts = () =>
    new Promise(then =>
      handbook.need(
        () => window.handbookTexts,
        "handbook-items",
        "handbook-texts",
        () => then(null),
      ),
    );
  /** @type {(file: string, reading: () => Promise<ReadProgress & { text: string }>) => Promise<LoadedFile>} */
  async function attempt(file, reading) {
    try {
      return { file, ...(await reading()) };
    } catch (error) {
      // Only words of our own: a fault that we did not foresee is told as such.
      return { file, why: error instanceof handbook.Refused ? error.message : say("why_unreadable") };
    }
  }
  /** @type {(given: { file: string; reading: () => Promise<ReadProgress & { text: string }> }[]) => Promise<void>} */
  async function add(given) {
    bar.max = given.length;
    bar.hidden = false;
    await texts();
    await handbook.slices(given, async (one, place) => {
      bar.value = place;
      status.textContent = say("reading_file", { number: place, total: given.length });
      if (one) loaded.push(await attempt(one.file, one.reading));
    });
    await changed();
    bar.hidden = true;
  }
  /** @param {File[]} chosen */
  const addFiles = chosen => add(chosen.map(file => ({ file: file.name, reading: () => handbook.readFile(file) })));

  const input = make("input", { type: "file", multiple: "", accept: ".json,application/json" });
  input.addEventListener("change", () => {
    const chosen = [...(input.files || [])];
    input.value = "";
    addFiles(chosen);
  });
  const pasted = make("textarea", { rows: 2, "aria-label": say("paste") });
  const readPasted = button(say("paste_read"), () => {
    const text = pasted.value;
    const reading = async () => ({ ...handbook.read(text), text });
    add([{ file: `${say("paste_name")} ${loaded.length + 1}`, reading }]);
    pasted.value = "";
  });
  const drop = make(
    "div",
    { class: "hb-drop" },
    make("label", { class: "hb-field" }, make("span", {}, say("choose_files")), input),
    make("details", { class: "hb-more" }, make("summary", {}, say("paste")), pasted, readPasted),
  );
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
    if (mount.offsetParent) addFiles([...(event.dataTransfer?.files || [])]);
  });
  addEventListener("beforeunload", event => {
    if (keeps || !loaded.length) return;
    event.preventDefault();
    event.returnValue = "";
  });

  const csv = () => {
    const table = handbook.csv(handbook.gather(sound(), decided));
    handbook.download(table, "text/csv;charset=utf-8", `handbook-merged-${handbook.today()}.csv`);
  };
  const away = button(say("remove_all"), () => {
    if (!confirm(say("remove_sure"))) return;
    [loaded, decided] = [[], new Map()];
    changed();
  });
  const tools = make(
    "div",
    { class: "hb-tools", hidden: "" },
    make("label", { class: "hb-check" }, differing, make("span", {}, say("only_differing"))),
    button(say("csv"), csv),
    button(say("print"), () => print()),
    away,
  );
  differing.addEventListener("change", show);
  const stamp = make("p", { class: "hb-stamp" }, `${say("version")} ${data.version} · ${data.dataDate}`);
  mount.replaceChildren(drop, status, bar, files, asked, tools, stamp, result);

  // What was loaded before is there again.
  (async () => {
    const before = await handbook.kept.get();
    if (!before?.files.length || loaded.length) return;
    await texts();
    const again = before.files.map(({ file, text, why }) =>
      text === undefined ? { file, why } : attempt(file, async () => ({ ...handbook.read(text), text })),
    );
    decided = new Map(before.decided);
    loaded = [...(await Promise.all(again)), ...loaded];
    await show();
    tell("files_again");
  })();
})();
