// Items that a group adds to a list by itself: below those of the handbook, and apart from them.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.splice(handbook.afterPanel, 0, `(${part})();`); // before what asks whether it is there
  const { data, all, one, say, make, button, edit, store, newId, MOST_TYPED } = handbook;

  const places = all("[data-own]");
  const lists = new Map(places.map(place => [place.dataset.own ?? "", make("ol", { class: "hb-items" })]));
  /** @param {HTMLElement} list */
  const titled = list => make("div", {}, make("p", { class: "hb-group__title" }, say("own_items")), list);
  lists.forEach((list, owner) => one(`[data-own="${owner}"]`).prepend(titled(list)));
  /** @param {string} id */
  const ownerOf = id => id.split(".").slice(0, 2).join(".");
  const owners = new Set(Object.keys(data.hashes).map(ownerOf));
  // What belongs to a list that this copy does not have stands below the first.
  /** @param {string} place */
  const listOf = place =>
    lists.get(ownerOf(place)) ?? (owners.has(ownerOf(place)) ? undefined : [...lists.values()][0]);

  class Own {
    /**
     * @param {string} id
     * @param {string} place
     */
    constructor(id, place) {
      this.id = id;
      this.task = make("p", { class: "hb-item__do hb-typed", dir: "auto" });
      this.reason = make("p", { class: "hb-item__yields hb-typed", dir: "auto" });
      this.element = make(
        "li",
        { class: "hb-item", id, "data-item": id },
        make("span", { class: "hb-box", "aria-hidden": "true" }),
        make("div", { class: "hb-item__text" }, this.task, this.reason),
      );
      this.item = handbook.item(this.element, "own");
      this.text = make("textarea", { name: "text", rows: 2, maxlength: MOST_TYPED, dir: "auto" });
      this.why = make("textarea", { name: "why", rows: 2, maxlength: MOST_TYPED, dir: "auto" });
      /** @type {(text: string, input: HTMLElement) => HTMLElement} */
      const field = (text, input) => make("label", { class: "hb-field hb-wide" }, make("span", {}, text), input);
      const fields = one(".hb-fields", this.element);
      fields.prepend(field(say("text"), this.text), field(say("why"), this.why));
      fields.append(button(say("own_remove"), () => this.remove()));
      this.text.addEventListener("input", () => edit("own", id, { text: this.text.value, place }));
      this.why.addEventListener("input", () => edit("own", id, { why: this.why.value }));
    }

    remove() {
      const { at, ...empty } = handbook.emptyEntry("own");
      /** @type {HTMLElement | null | undefined} */
      const beside = this.element.closest("[data-own]")?.querySelector(":scope > .hb-button");
      beside?.focus(); // what has focus stays
      handbook.replace(store.seat(), handbook.changed(handbook.record(), "own", this.id, empty), say("own_removed"));
    }

    /** @param {Progress} record */
    show(record) {
      const { text, why } = handbook.entryOf(record, "own", this.id);
      this.task.textContent = text || say("text");
      this.reason.textContent = why;
      if (this.text.value !== text) this.text.value = text;
      if (this.why.value !== why) this.why.value = why;
      this.item.show(record);
    }
  }

  /** @type {Map<string, Own>} */
  const shown = new Map();
  /** @type {(id: string, place: string) => Own | undefined} */
  function put(id, place) {
    const list = listOf(place);
    const held = shown.get(id) ?? (list && new Own(id, place));
    if (held && !held.element.isConnected) list?.append(held.element);
    if (held) shown.set(id, held);
    return held;
  }
  // What is being typed has no text yet, or none for a moment.
  /** @param {Progress} record */
  function show(record) {
    const held = [...record.own].filter(([, { text }]) => text).sort(([a], [b]) => (a < b ? -1 : 1));
    held.forEach(([id, { place }]) => put(id, place));
    for (const [id, own] of shown)
      if (record.own.get(id)?.text || own.element.contains(document.activeElement)) own.show(record);
      else own.element.remove();
    lists.forEach(hide);
  }
  // No title stands above nothing.
  /** @param {HTMLElement} list */
  const hide = list => list.parentElement?.toggleAttribute("hidden", !list.children.length);
  /** @param {string} place */
  function add(place) {
    // In the order in which they were added.
    const held = put(`own.${Date.now().toString(36)}${newId().slice(0, 8)}`, place);
    if (!held) return;
    one("details", held.element).toggleAttribute("open", true);
    lists.forEach(hide);
    held.text.focus();
    held.show(handbook.record());
  }

  handbook.bakers.push(page => {
    for (const place of all("[data-own]", page)) {
      const held = [...(lists.get(place.dataset.own ?? "")?.children ?? [])];
      if (!held.length) continue;
      const baked = titled(make("ol", { class: "hb-items" }, ...held.map(one => one.cloneNode(true))));
      baked.toggleAttribute("data-baked", true);
      all(".hb-item__work, .hb-tick", baked).forEach(one => one.remove());
      held.forEach((own, place) => {
        const box = all(".hb-box", baked)[place];
        box.hidden = false;
        if (own.querySelector(".hb-tick:checked")) box.textContent = "✓";
      });
      place.prepend(baked);
    }
  });
  handbook.ownItems = { add };
  handbook.listen(show);
})();
