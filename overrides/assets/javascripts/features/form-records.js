// The records that are edited: as the data have them, as they are to be, and what differs; form.js takes this in.

// A form that is one file has no address of its scripts, and holds what they would load.
const { src } = /** @type {HTMLScriptElement} */ (document.currentScript);
/** @type {(name: string) => string} */
const besideForm = name => new URL(`../../form/${name}.js`, src).href;
const DRAFT = `handbook-form:${src && new URL("../../../", src).pathname}`;

/** @type {any} */
const formWindow = window;
/** @type {(ref: string) => Promise<FormState | undefined>} */
const loadRecord = async ref => {
  const held = states.get(ref);
  if (held) return held;
  const place = Object.hasOwn(known().records, ref) ? known().records[ref] : undefined;
  if (!place) return undefined;
  const path = known().files[place[1]];
  if (!formWindow.handbookRecords?.[path]) {
    const name = path
      .replace(/^data\//, "")
      .replace(/\.yml$/, "")
      .replace(/\//g, ".");
    await loadScript(besideForm(name));
  }
  const value = place[2].reduce((around, key) => around[key], formWindow.handbookRecords[path]);
  return holdRecord(ref, cloneOf(value), path);
};
/** @type {(ref: string, old: any, path?: string) => FormState} */
const holdRecord = (ref, old, path = "") => {
  const state = { ref, type: known().kinds[partsOf(ref)[0]][1], old, now: cloneOf(old) ?? {}, path };
  states.set(ref, state);
  return state;
};
/** @type {(state: FormState) => FormEdit[]} */
const changesOf = state => {
  const now = withoutEmpty(state.now, state.old);
  if (state.old === undefined) return now ? [{ record: state.ref, at: [], new: now }] : [];
  return editsOf(state.old, now ?? {}).map(edit => ({ record: state.ref, ...edit }));
};
const changes = () => [...states.values()].flatMap(changesOf);
