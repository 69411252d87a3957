// What a group does with all that it entered: save, load, copy, clear; and what it is told of them.
//
// What is needed only now and then loads when it is: transfer.js, changes.js, copy.js and the texts of all items.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { say, make, button, record, store, tell, talk, tools } = handbook;

  /** @type {Handbook["late"]} */
  const late = (name, present, then) =>
    handbook.need(
      () => window.handbookTexts,
      "handbook-items",
      "handbook-texts",
      () =>
        handbook.need(present, "panel.js", name, () =>
          window.handbookTexts && present() ? then() : tell(say("not_loaded")),
        ),
    );
  /** @param {(there: NonNullable<Handbook["transfer"]>) => void} then */
  const transfer = then =>
    late(
      "transfer.js",
      () => handbook.transfer,
      () => handbook.transfer && then(handbook.transfer),
    );
  /** @type {Handbook["tellNews"]} */
  function tellNews(held, always) {
    const { added, changed, gone } = handbook.changes(held);
    // From storage, what was told once is not told again: what is gone is no longer among the known.
    const news = always ? gone : gone.filter(id => held.known.has(id));
    if (added.length || changed.length || news.length)
      late(
        "changes.js",
        () => handbook.tellChanges,
        () => handbook.tellChanges?.(held, { added, changed, gone: news }),
      );
  }

  /** @type {Handbook["handed"]} */
  const handed = name =>
    tell(
      say("handed", { name }),
      button(say("is_there"), () => {
        handbook.confirmed();
        tell(say("saved"));
      }),
      button(say("as_text"), () => transfer(({ text }) => text())),
    );
  const file = make("input", { type: "file", accept: ".json,application/json", hidden: "" });
  file.addEventListener("change", () => {
    const [chosen] = file.files || [];
    file.value = "";
    if (chosen) transfer(({ load }) => load(chosen));
  });
  function saveCopy() {
    if (!handbook.copy) return tell(say("not_loaded"));
    const name = handbook.fileName("html");
    handbook.download(handbook.copy(handbook.write(record())), "text/html", name);
    handed(name);
  }
  const save = () => {
    handbook.download(handbook.write(record()), "application/json", handbook.fileName("json"));
    handed(handbook.fileName("json"));
  };
  const clear = () => {
    if (!confirm(say("clear_sure", { group: handbook.whose(record()) }))) return;
    talk.replaceChildren();
    handbook.replace(store.seat(), handbook.cleared(record()), say("cleared"));
  };
  /** @type {Handbook["loading"]} */
  function loading() {
    tools.append(button(say("save"), save));
    // Of pages that stand alone there is a copy only where copy.js came along.
    if (handbook.copy || document.querySelector('script[src*="panel.js"]'))
      tools.append(
        button(say("copy"), () =>
          // A copy has only what is there.
          transfer(() =>
            late(
              "own.js",
              () => handbook.ownItems,
              () =>
                late(
                  "report.js",
                  () => handbook.csv,
                  () => handbook.need(() => handbook.copy, "panel.js", "copy.js", saveCopy),
                ),
            ),
          ),
        ),
      );
    tools.append(button(say("clear"), clear));
    // Files are read before it is settled who sits here, too.
    const asText = button(say("as_text"), () => transfer(({ text }) => text()));
    return make(
      "div",
      { class: "hb-tools" },
      button(say("load"), () => file.click()),
      asText,
      file,
    );
  }

  // A saved copy brings its answers. Where the browser has others of the same group, it asks before it joins them.
  /** @type {Handbook["bring"]} */
  function bring() {
    const inside = document.getElementById("hb-saved");
    if (!inside) return;
    const brought = handbook.read(inside.textContent);
    const there = store.groups().find(({ record }) => handbook.isSame(record, brought.record));
    if (!there) {
      const key = handbook.newId();
      store.put(key, brought.record);
      store.sit(key);
    } else store.sit(there.key);
    tellNews(brought.record, true);
    const adds = there && handbook.write(handbook.join(there.record, brought.record)) !== handbook.write(there.record);
    if (adds) transfer(({ take }) => take(brought, document.title));
  }

  Object.assign(handbook, { late, tellNews, handed, loading, bring });
})();
