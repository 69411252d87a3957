// Which record is opened or begun; form.js takes this in.

const chosen = make("div", { class: "hb-form__choose" });
const said = make("p", { class: "hb-meta", role: "status" });

const choose = () => {
  const { kinds, records } = known();
  const kind = make("select", { id: "form-kind" });
  for (const [name, [word]] of Object.entries(kinds)) kind.append(make("option", { value: name }, word));
  const list = make("datalist", { id: "form-known" });
  const name = make("input", {
    type: "text",
    id: "form-record",
    list: list.id,
    autocomplete: "off",
    spellcheck: "false",
  });
  const fill = () => {
    const held = Object.keys(records).filter(ref => partsOf(ref)[0] === kind.value);
    list.replaceChildren(
      ...held.slice(0, 800).map(ref => make("option", { value: partsOf(ref)[1] || ref }, recordTitle(ref))),
    );
  };
  kind.addEventListener("change", fill);
  fill();
  /** @type {() => string} */
  const wanted = () => {
    const typed = name.value.trim();
    const layout = kinds[kind.value][2];
    if (layout === "record") return kind.value;
    const found = Object.keys(records).find(ref => partsOf(ref)[0] === kind.value && recordTitle(ref) === typed);
    return found ?? `${kind.value}/${typed}`;
  };
  const open = button(proposed("open"), async () => {
    if (!(await openRecord(wanted()))) said.textContent = proposed("no_record");
  });
  const make_ = button(proposed("new"), () => {
    const ref = wanted();
    const id = partsOf(ref)[1];
    const isTaken = Boolean(records[ref] || states.has(ref));
    if (!ID.test(id) || isTaken) {
      said.textContent = isTaken ? proposed("id_taken") : proposed("id_wrong");
      name.focus();
      return;
    }
    said.textContent = "";
    const state = holdRecord(ref, undefined);
    placeRecord(state);
    tellState();
    revealPlace(state, [known().models[state.type].find(field => field.due)?.key ?? ""]);
  });
  name.addEventListener("keydown", event => {
    if (event.key === "Enter" && !event.isComposing) open.click();
  });
  chosen.replaceChildren(
    make("div", {}, make("label", { for: "form-kind" }, proposed("kind")), kind),
    make("div", {}, make("label", { for: "form-record" }, `${proposed("record")} / ${proposed("new_id")}`), name, list),
    open,
    make_,
  );
};
/** @type {(hash: string) => Promise<boolean>} */
const openRecord = async named => {
  const [ref] = named.split("#");
  const state = await loadRecord(ref);
  if (!state) return false;
  said.textContent = "";
  placeRecord(state);
  tellState();
  revealPlace(state, named.includes("#") ? (pathOf(state.now, named) ?? answerBegun(state, named.split("#")[1])) : []);
  return true;
};
// A question that a city has not answered is begun; what stays empty is no change.
/** @type {(state: FormState, question: string) => FormPath} */
const answerBegun = (state, question) => {
  const held = state.now.facts ?? {};
  if (state.type !== "City" || !Object.hasOwn(known().questions, question) || Object.hasOwn(held, question)) return [];
  state.now.facts = { ...held, [question]: {} };
  placeRecord(state);
  return ["facts", question, fieldsAtFirst(["facts", question], {})[0]];
};
