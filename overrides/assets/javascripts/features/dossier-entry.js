// An entry of the dossier on its page. features/dossier.js takes this one in.

/**
 * @typedef {{ move(key: string, by: number): void; remove(key: string): void; comment(key: string, text: string): void; update(item: DossierItem): void }} EntryActs
 * @typedef {{ element: HTMLElement; key: string; show(item: DossierItem, place: number, of: number): void }} EntryView
 */

/** @type {(key: string, acts: EntryActs) => EntryView} */
// biome-ignore lint/correctness/noUnusedVariables: dossier.js takes it in
const entryView = (key, acts) => {
  const { make, button, say } = window.handbook;
  const head = make("p", { class: "hb-eyebrow" });
  const text = make("div", { class: "hb-typed" });
  const cited = make("p", { class: "hb-meta" });
  const notice = make("div", { class: "hb-report" });
  const typed = make("textarea", { rows: 1, maxlength: 20000 });
  const printed = make("p", { class: "hb-typed hb-dossier__comment" });
  const up = button(say("dossier_up"), () => acts.move(key, -1));
  const down = button(say("dossier_down"), () => acts.move(key, 1));
  const remove = button(say("remove"), () => acts.remove(key));
  const field = make(
    "label",
    { class: "hb-field hb-wide hb-noprint" },
    make("span", {}, say("dossier_comment")),
    typed,
  );
  const tools = make("div", { class: "hb-tools hb-noprint" }, up, down, remove);
  const element = make(
    "li",
    { class: "hb-dossier__entry", "data-key": key },
    head,
    text,
    cited,
    notice,
    printed,
    field,
    tools,
  );

  // As high as what was typed.
  const fit = () => {
    typed.rows = Math.min(20, Math.max(1, typed.value.split("\n").length, Math.ceil(typed.value.length / 60)));
    printed.textContent = typed.value.trim() && `${say("dossier_comment")}${say("colon")}${typed.value.trim()}`;
  };
  typed.addEventListener("input", () => {
    fit();
    acts.comment(key, typed.value);
  });

  /** @param {DossierItem} item */
  const fill = item => {
    const { entry, shown, since, here } = item;
    const name = here ? make("a", { href: here }, shown.about) : shown.about;
    head.replaceChildren(
      ...[item.kind, name, shown.label].filter(Boolean).flatMap((one, at) => (at ? [" · ", one] : [one])),
    );
    text.replaceChildren(...shown.text.split("\n").map(line => make("p", {}, line)));
    element.lang = entry.language === "zh" ? "zh-Hans" : "en";
    const numbers = item.cited.flatMap(({ number, at }) => [
      " ",
      make("a", { href: `#d${number}` }, `[${number}]`),
      at && ` ${at}`,
    ]);
    const address = make("span", { class: "hb-dossier__address" }, ` ${item.published || entry.ref}`);
    cited.replaceChildren(...[markOfItem(item), ...numbers, address].filter(Boolean));
    const told = noticeOf(item);
    notice.replaceChildren(...(told ? [make("p", {}, told)] : []));
    if (since.state !== "changed" || !since.now) return;
    const keep = button(say("dossier_update"), () => acts.update(item));
    notice.append(make("blockquote", { class: "hb-typed" }, entry.text), keep);
  };
  return {
    element,
    key,
    show: (item, place, of) => {
      fill(item);
      // What is typed is kept at once: another value comes from elsewhere.
      if (typed.value !== item.entry.comment) typed.value = item.entry.comment;
      fit();
      const what = (item.shown.text || item.shown.about).slice(0, 60);
      typed.setAttribute("aria-label", say("dossier_comment_on", { what }));
      for (const [act, word] of /** @type {[HTMLElement, string][]} */ ([
        [up, "dossier_up"],
        [down, "dossier_down"],
        [remove, "remove"],
      ]))
        act.setAttribute("aria-label", `${say(word)}${say("colon")}${what}`);
      up.setAttribute("aria-disabled", String(place === 0));
      down.setAttribute("aria-disabled", String(place === of - 1));
    },
  };
};
