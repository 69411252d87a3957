// The form for those who edit without git: loads records, holds what is changed in them, and saves it as a file.
//
// What is typed goes into copies of the records; what differs from the data is the change. Nothing is sent anywhere.
(() => {
  "use strict";
  /* core/load-script.js */
  /* features/form-change.js */
  /* features/form-known.js */
  /* features/form-rules.js */
  /* features/form-controls.js */
  /* features/form-fields.js */
  /* features/form-order.js */
  /* features/form-lists.js */
  /* features/form-shown.js */
  /* features/form-records.js */
  /* features/form-draft.js */
  /* features/form-places.js */
  /* features/form-told.js */
  /* features/form-choose.js */
  const root = one("[data-form]");

  const begin = async () => {
    root.replaceChildren(make("p", { class: "hb-meta", role: "status" }, "…"));
    const language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
    if (!formWindow.handbookForm) await loadScript(besideForm(language)).catch(() => null);
    if (!formWindow.handbookForm) {
      root.replaceChildren(make("p", { class: "hb-warning", role: "status" }, root.dataset.lost ?? ""));
      return;
    }
    choose();
    const input = make("input", { type: "file", accept: ".json,application/json", id: "form-file" });
    input.addEventListener("change", async () => {
      const left = await takeChange((await input.files?.[0]?.text()) ?? "");
      said.textContent =
        left === undefined ? proposed("load_wrong") : left ? proposed("load_left", { number: left }) : "";
      keepDraft();
    });
    const save = button(proposed("save"), () => {
      const name = `handbook-change-${today()}.json`;
      download(`${JSON.stringify(changeFile(), null, 1)}\n`, "application/json", name);
      said.textContent = proposed("saved", { name });
    });
    const discard = button(proposed("discard"), () => {
      if (!confirm(proposed("discard_sure"))) return;
      states.clear();
      opened.replaceChildren();
      tellState();
      keepDraft();
    });
    proposer.id = "form-by";
    reason.id = "form-why";
    for (const held of [proposer, reason]) held.addEventListener("change", keepDraft);
    proposal.append(
      make("h2", { id: "form-proposal" }, proposed("proposal")),
      listed,
      make(
        "div",
        { class: "hb-form__acts" },
        make("div", {}, make("label", { for: proposer.id }, proposed("by")), proposer),
        make("div", {}, make("label", { for: reason.id }, proposed("why")), reason),
        make("p", {}, save, " ", discard),
      ),
      make("p", {}, make("label", { for: input.id }, proposed("load")), " ", input),
    );
    root.replaceChildren(chosen, said, opened, standing, proposal);
    tellState();
    let draft = null;
    try {
      draft = localStorage.getItem(DRAFT);
    } catch {
      keepsDraft = false;
    }
    proposal.append(make("p", { class: "hb-meta" }, keepsDraft ? proposed("draft") : proposed("draft_lost")));
    if (draft) await takeChange(draft);
    await follow();
  };
  const follow = async () => {
    const named = decodeURIComponent(location.hash.slice(1));
    if (named.includes("/") || Object.hasOwn(known().records, named)) await openRecord(named);
  };
  addEventListener("hashchange", () => formWindow.handbookForm && follow());

  let hasDraft = false;
  try {
    hasDraft = Boolean(localStorage.getItem(DRAFT));
  } catch {
    hasDraft = false;
  }
  if (hasDraft || location.hash.length > 1 || !src) begin();
  else root.replaceChildren(button(root.dataset.begin ?? "", begin));
})();
