// Collecting for the dossier: a "+" beside every statement, record and item, and a bar that counts what is there.
(() => {
  "use strict";
  const { handbook } = window;
  const { all, make, button, say, data, dossier } = handbook;
  /* core/snapshot.js */

  const language = data.language;
  const BRINGS = `${HELD}, table, tbody, tr, td, details, section`;
  const mount = document.querySelector("[data-collect]");
  let isOn = false;
  let stop = () => {};

  const count = make("span");
  const status = make("span", { class: "hb-sr", role: "status" });
  const warning = make("span", { class: "hb-warning", role: "alert" });
  const open = make("a", { href: mount?.getAttribute("data-dossier") ?? "" }, say("collect_open"));
  const done = button(say("collect_stop"), () => {
    stop();
    mount?.querySelector("button")?.focus();
  });
  const bar = make("div", { class: "hb-collecting hb-noprint", role: "region", "aria-label": say("collect_bar") });
  bar.append(count, status, warning, open, done);

  // Beside a statement before its mark, in a record at its right.
  /** @type {(element: HTMLElement, plus: HTMLElement) => void} */
  const put = (element, plus) => {
    const basis = element.querySelector(":scope > .hb-basis");
    const mark = element.dataset.ref !== undefined && element.querySelector(":scope > .hb-prov");
    if (mark) mark.before(plus);
    else if (basis) basis.prepend(plus);
    else (element.querySelector(":scope > :is(dt, th, .hb-item__text)") ?? element).prepend(plus);
  };
  /** @param {HTMLElement} element */
  const begins = element => {
    const what = element.dataset.ref === undefined ? nameOf(element) : linesOfStatement(element)[0];
    return what.length > 60 ? `${what.slice(0, 60)}…` : what;
  };
  /** @type {(plus: HTMLElement) => HTMLElement | null} */
  const ownerOf = plus => plus.closest(HELD);
  const keys = () => new Set(dossier.get().entries.map(dossier.keyOf));
  /** @param {HTMLElement} element */
  const keyFor = element => dossier.keyOf({ ref: refOf(element), language });
  function show() {
    const held = keys();
    for (const plus of all(".hb-plus")) {
      const element = ownerOf(plus);
      if (element) plus.setAttribute("aria-pressed", String(held.has(keyFor(element))));
    }
    count.textContent = say("collect_count", { number: held.size });
    warning.textContent = dossier.keeps() ? "" : say("dossier_keeps_nothing");
  }
  /** @param {HTMLElement} element */
  function toggle(element) {
    const key = keyFor(element);
    const isIn = keys().has(key);
    const { dataDate: date } = data;
    const kept = dossier.change(({ title, entries }) => ({
      title,
      entries: isIn
        ? entries.filter(entry => dossier.keyOf(entry) !== key)
        : [...entries, { ...snapshotOf(element), language, date, comment: "" }],
    }));
    const told = kept ? (isIn ? "collect_out" : "collect_in") : "collect_full";
    status.textContent = say(told, { number: keys().size });
  }
  // In the single file only the page that is shown.
  function decorate() {
    const page = document.querySelector(".hb-routed .hb-page.hb-current") ?? document;
    for (const element of heldIn(page)) {
      if (all(".hb-plus", element).some(plus => ownerOf(plus) === element)) continue;
      const plus = make("button", { type: "button", class: "hb-plus hb-noprint" });
      plus.setAttribute("aria-label", say("collect_one", { what: begins(element) }));
      put(element, plus);
    }
  }
  document.addEventListener("click", ({ target }) => {
    const element = target instanceof HTMLElement && target.matches(".hb-plus") && ownerOf(target);
    if (element) toggle(element);
  });
  const refresh = () => {
    if (!isOn) return;
    decorate();
    show();
  };
  // Once the page of a single file, or what a list brings later, is shown.
  addEventListener("hashchange", () => setTimeout(refresh));
  const later = new MutationObserver(changes => {
    if (changes.some(({ addedNodes }) => [...addedNodes].some(one => one instanceof Element && one.matches(BRINGS))))
      setTimeout(refresh);
  });
  dossier.listen(() => {
    if (isOn) show();
  });

  /** @type {NonNullable<Handbook["collect"]>} */
  const collect = (turned, ending, isTold) => {
    isOn = turned;
    stop = ending;
    document.documentElement.classList.toggle("hb-collects", isOn);
    later.disconnect();
    if (isOn) {
      document.body.append(bar);
      refresh();
      status.textContent = "";
      if (isTold) setTimeout(() => (status.textContent = say("collect_begun")), 100); // once the bar is known of
      for (const article of all("article, main")) later.observe(article, { childList: true, subtree: true });
    } else bar.remove();
  };
  Object.assign(handbook, { collect });
})();
