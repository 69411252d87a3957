// What is done with a dossier as a whole: it is printed, saved, copied and brought. features/dossier.js takes this one in.
/* core/clipboard.js */

/**
 * @typedef {{ whole(): DossierWhole; tell(text: string, ...more: Node[]): void; replace(next: Dossier, told: string): void }} DossierPage
 */

/** @type {(page: DossierPage) => { away: HTMLElement; loading: HTMLElement }} */
// biome-ignore lint/correctness/noUnusedVariables: dossier.js takes it in
const dossierTools = ({ whole, replace, tell }) => {
  const { make, button, say, dossier, download, today } = window.handbook;

  /** @type {(word: string, type: string, ending: string, textOf: () => string) => HTMLElement} */
  const saving = (word, type, ending, textOf) =>
    button(say(word), () => {
      const name = `handbook-dossier-${today()}.${ending}`;
      download(textOf(), type, name);
      tell(say("handed", { name }));
    });
  /** @param {File} chosen */
  async function load(chosen) {
    try {
      const { dossier: theirs, bad } = await dossier.readFile(chosen);
      const mine = dossier.get();
      const joined = dossier.join(mine, theirs);
      const added = joined.entries.length - mine.entries.length;
      const told = say("dossier_loaded", { file: chosen.name, added, known: theirs.entries.length - added });
      replace(joined, bad ? `${told} ${say("dossier_bad", { number: bad })}` : told);
    } catch (error) {
      const why = error instanceof dossier.Refused ? error.message : say("why_unreadable");
      tell(say("refused", { file: chosen.name, why }));
    }
  }
  const file = make("input", { type: "file", accept: ".json,application/json", hidden: "" });
  file.addEventListener("change", () => {
    const [chosen] = file.files ?? [];
    file.value = "";
    if (chosen) load(chosen);
  });
  const copy = () => {
    const isTaken = putOnClipboard({ html: htmlOf(whole()), text: markdownOf(whole()) });
    tell(say(isTaken ? "text_copied" : "dossier_by_hand"));
  };
  const ways = [
    button(say("print"), () => print()),
    saving("dossier_html", "text/html", "html", () => htmlOf(whole())),
    saving("dossier_markdown", "text/markdown", "md", () => markdownOf(whole())),
    button(say("dossier_copy"), copy),
    saving("save", "application/json", "json", () => dossier.write(dossier.get())),
    button(say("dossier_clear"), () => replace({ title: "", entries: [] }, say("dossier_cleared"))),
  ];
  const choose = button(say("load"), () => file.click());
  return {
    away: make("div", { class: "hb-tools" }, ...ways),
    loading: make("div", { class: "hb-tools" }, choose, file),
  };
};
