// The change as a file, as a draft that the browser keeps, and taken up again; form.js takes this in.

const proposer = make("input", { type: "text", autocomplete: "name" });
const reason = make("textarea", { rows: "2" });
const changeFile = () => ({
  format: "handbook-change",
  version: 1,
  data: known().data,
  saved: new Date().toISOString(),
  ...(proposer.value.trim() ? { by: proposer.value.trim() } : {}),
  ...(reason.value.trim() ? { why: reason.value.trim() } : {}),
  changes: changes(),
});
let keepsDraft = true;
const keepDraft = () => {
  try {
    if (changes().length) localStorage.setItem(DRAFT, JSON.stringify(changeFile()));
    else localStorage.removeItem(DRAFT);
  } catch {
    keepsDraft = false;
  }
};
/** @type {(text: string) => Promise<number | undefined>} how many did not fit; nothing for another file */
const takeChange = async text => {
  /** @type {any} */
  let held;
  try {
    held = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (held?.format !== "handbook-change" || held.version !== 1 || !Array.isArray(held.changes)) return undefined;
  proposer.value ||= typeof held.by === "string" ? held.by : "";
  reason.value ||= typeof held.why === "string" ? held.why : "";
  let left = 0;
  const touched = new Set();
  for (const edit of held.changes) {
    const isFit =
      typeof edit?.record === "string" &&
      Array.isArray(edit.at) &&
      edit.at.every((/** @type {any} */ key) => typeof key === "string" && key !== "__proto__");
    const kind = isFit ? partsOf(edit.record)[0] : "";
    if (!isFit || !Object.hasOwn(known().kinds, kind)) left++;
    else if (!edit.at.length) {
      if (known().records[edit.record] || !isMapping(edit.new)) left++;
      else holdRecord(edit.record, undefined).now = cloneOf(edit.new);
      touched.add(edit.record);
    } else {
      const state = await loadRecord(edit.record);
      if (!state || !makeEdit(state.now, edit)) left++;
      touched.add(edit.record);
    }
  }
  for (const ref of touched) {
    const state = states.get(ref);
    if (state) placeRecord(state);
  }
  tellState();
  return left;
};
