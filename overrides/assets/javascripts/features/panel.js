// The panel above a checklist or an assessment: whose answers these are, what became of them, and the tools.
//
// Nothing is written before it is settled who sits here. Then every change is written at once, onto what is stored at
// that moment, so that two open pages of a group do not undo each other. Where the browser keeps nothing, the page says
// so at once and asks before it is left.
(function part() {
  "use strict";
  const { handbook } = window;
  const place = handbook.parts.push(`(${part})();`);
  const { all, say, make, button, blank, store } = handbook;

  // Before any script changes it; see copy.js.
  /** @type {HTMLElement} */
  const article = document.querySelector(".md-content__inner") || document.body;
  const before = /** @type {HTMLElement} */ (article.cloneNode(true));
  for (const plus of all(".hb-plus", before)) plus.remove(); // that of collect.js
  /** @type {HTMLElement | null} */
  const mount = document.querySelector("[data-work]");
  let unsaved = false;
  /** @type {((record: Progress) => void)[]} */
  const listeners = [];
  // The lines for group and date on paper, two a page; a hand-out's stay empty.
  const sheet = all("[data-work] ~ .hb-sheet p").map(element => ({ element, text: element.textContent }));
  const CONTROLS = ":is([data-item], [data-rate], [data-own], [data-indicator]) :is(input, select, textarea, button)";

  const record = () => store.get(store.seat()) || blank("");
  const settled = () => Boolean(store.get(store.seat()));
  /** @type {Handbook["fileName"]} */
  const fileName = ending => {
    const group =
      (settled() ? handbook.whose(record()) : "").replace(/[\s\\/:*?"<>|.\u0000-\u001f]+/g, "-").slice(0, 40) ||
      "group";
    return `handbook-${group}-${handbook.today()}.${ending}`;
  };

  const seats = make("div", { class: "hb-panel" });
  const status = make("p", { class: "hb-status", role: "status" });
  const warning = make("p", { class: "hb-warning", role: "alert", hidden: "" });
  const talk = make("div", { class: "hb-talk" });
  const tools = make("div", { class: "hb-tools" });
  /** @type {Handbook["tell"]} */
  const tell = (text, ...more) => status.replaceChildren(text, ...more.flatMap(one => [" ", one]));
  const warn = () => {
    warning.hidden = store.keeps();
    warning.textContent = store.keeps() ? "" : say("keeps_nothing");
  };

  // What somebody types there stays while nothing changes in what there is to choose from, and a name even then.
  let drawn = "";
  function draw() {
    const fresh = handbook.seats();
    if (fresh.outerHTML === drawn) return;
    const [before, typing] = [seats.querySelector("input"), document.activeElement];
    const wasHere = seats.contains(typing) || (!drawn && status.contains(typing));
    drawn = fresh.outerHTML;
    seats.replaceChildren(fresh);
    const field = seats.querySelector("input");
    if (field && before) field.value = before.value;
    // Where the form is gone, who is at work is what comes first.
    if (before && before === typing && field) field.focus();
    else if (wasHere) all("[data-group]", seats)[0]?.focus();
  }
  /** @type {Handbook["show"]} */
  const show = () => {
    const held = record();
    warn();
    draw();
    tools.hidden = !settled();
    sheet.forEach(({ element, text }, place) => {
      element.textContent = `${text} ${[held.group && handbook.whose(held), held.group && handbook.day(Date.now())][place % 2] || ""}`;
    });
    listeners.forEach(listener => listener(held));
    all(CONTROLS).forEach(control => control.toggleAttribute("disabled", !settled()));
  };
  // That all is kept is said once a visit; how far the group has come, whenever that has changed.
  let saidKept = false;
  const kept = () => {
    const text = store.keeps() && !saidKept ? say("keeps") : "";
    saidKept = saidKept || Boolean(text);
    return text;
  };
  /** @param {string} count */
  const tellCount = count => {
    const text = [kept(), count].filter(Boolean).join(" ");
    if (status.textContent !== text) tell(text);
  };
  /** @type {Handbook["edit"]} */
  function edit(kind, id, change) {
    const next = settled() ? handbook.changed(record(), kind, id, change) : null;
    if (!next) return false;
    store.put(store.seat(), next);
    unsaved = true;
    listeners.forEach(listener => listener(next));
    tellCount(handbook.counts[kind]?.() ?? "");
    return true;
  }

  /** @type {Handbook["open"]} */
  function open(key) {
    store.sit(key);
    drawn = "";
    const held = store.get(key);
    talk.replaceChildren();
    if (held) handbook.tellNews(held, false);
    show();
    tell(held ? say(handbook.count(held) ? "group_opened" : "group_new", { group: handbook.whose(held) }) : "");
  }
  /** @type {Handbook["replace"]} */
  function replace(key, next, told) {
    const [seat, old] = [store.seat(), store.get(key)];
    /** @param {Progress | null} one */
    const put = one => (one ? store.put(key, one) : store.forget(key));
    put(next);
    if (next) store.sit(key);
    drawn = "";
    show();
    const undo = button(say("undo"), () => {
      // What was typed since, here or in another window, would go with it.
      if (JSON.stringify(written(store.get(key))) !== JSON.stringify(written(next))) tell(say("undo_late"));
      else {
        put(old);
        store.sit(seat);
        show();
        tell(say("undone"));
      }
    });
    tell(told, undo);
    unsaved = Boolean(next);
  }
  /** @param {Progress | null} one */
  const written = one => one && handbook.write(one);

  // Called by each script that has something to fill in.
  function start() {
    if (!mount || seats.isConnected) return;
    mount.append(seats, warning, status, talk, handbook.loading());
    article.classList.add("hb-scripted");
    handbook.bring();
    const held = store.get(store.seat());
    if (held && !talk.hasChildNodes()) handbook.tellNews(held, false);
    tell(settled() ? kept() : "");
    show();
    store.listen(key => {
      if (!key || key === store.seat() || !settled()) show();
    });
    // Who begins to fill in first says who it is.
    document.addEventListener("pointerdown", ({ target }) => {
      if (settled() || !(target instanceof Element) || !target.closest("[data-item], [data-rate], [data-indicator]"))
        return;
      if (target.closest("a, summary, .hb-plus")) return;
      tell(say("settle_first"));
      seats.querySelector("input")?.focus();
    });
    addEventListener("beforeunload", event => {
      if (!store.keeps() && unsaved) {
        event.preventDefault();
        event.returnValue = "";
      }
    });
  }

  /** @type {Handbook["listen"]} */
  const listen = listener => {
    listeners.push(listener);
    if (seats.isConnected) show();
  };
  // Bakers put into a copy, as text, what they show.
  Object.assign(handbook, {
    afterPanel: place,
    before,
    bakers: [],
    counts: {},
    record,
    edit,
    replace,
    tell,
    open,
    confirmed: () => {
      unsaved = false;
    },
    fileName,
  });
  Object.assign(handbook, {
    start,
    tools,
    talk,
    mount,
    show,
    listen,
    groupName: () => (settled() ? handbook.whose(record()) : ""),
  });
})();
