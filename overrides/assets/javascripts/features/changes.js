// How this copy of the handbook differs from the one that a record was written with.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { say, stateWord, make } = handbook;

  /** @type {(record: Progress, word: string, ids: string[]) => HTMLElement} */
  function list(record, word, ids) {
    /** @param {string} id */
    const answer = id => {
      const item = record.items.get(id),
        rating = record.ratings.get(id);
      return item?.note || (item && stateWord(item.state)) || rating?.note || rating?.level;
    };
    /** @param {string} id */
    const line = id => {
      const kept = word === "changes_gone" && answer(id);
      return make("li", {}, handbook.title(id), ...(kept ? [" ", make("q", { dir: "auto" }, String(kept))] : []));
    };
    return make(
      "details",
      { class: "hb-more" },
      make("summary", {}, say(word, { number: ids.length })),
      make("ul", { class: "hb-list" }, ...ids.slice(0, 200).map(line)),
    );
  }

  /** @type {NonNullable<Handbook["tellChanges"]>} */
  const tellChanges = (record, { added, changed, gone }) => {
    /** @type {[word: string, ids: string[]][]} */
    const lists = [
      ["changes_added", added],
      ["changes_changed", changed],
      ["changes_gone", gone],
    ];
    const { version, dataDate: date } = record.handbook;
    const values = { added: added.length, changed: changed.length, gone: gone.length, version, date };
    handbook.talk.append(
      make(
        "div",
        { class: "hb-report", "data-changes": "" },
        make("p", {}, say("changes", values)),
        ...lists.filter(([, ids]) => ids.length).map(([word, ids]) => list(record, word, ids)),
      ),
    );
  };

  Object.assign(handbook, { tellChanges });
})();
