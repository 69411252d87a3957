// What the form knows of records and types: names, choices, where a statement stands; form.js takes this in.

/** @type {(name: string, values?: Record<string, any>) => string} */
const proposed = (name, values = {}) =>
  known().words[name].replace(/\{(\w+)\}/g, (place, key) => String(Object.hasOwn(values, key) ? values[key] : place));
/** @type {() => FormKnown} */
const known = () => /** @type {any} */ (window).handbookForm;
/** @type {(path: FormPath) => string} */
const pathName = path => path.join("/");
/** @type {(ref: string) => string[]} */
const partsOf = ref => [ref.split("/")[0], ref.split("/").slice(1).join("/")];

/** @type {Map<string, FormState>} */
const states = new Map();
/** @type {(ref: string) => string} */
const recordTitle = ref => {
  const { records, inside } = known();
  const named = states.get(ref)?.now;
  const typed = named?.title ?? named?.name;
  const text = typeof typed === "string" ? typed : typed?.[known().language];
  return text || records[ref]?.[0] || inside[ref] || partsOf(ref)[1] || ref;
};
/** @type {(ref: string) => boolean} */
const isKnown = ref => {
  const { records, inside, statements } = known();
  const [record, name] = ref.split("#");
  if (states.get(record)?.old === undefined && !states.has(record) && !records[record] && !inside[ref]) return false;
  return !name || ref in statements || Boolean(states.has(record) && pathOf(states.get(record)?.now, ref));
};
// What may be chosen for a reference: value and title, those that fit what was typed.
/** @type {(type: FormType, typed: string) => [string, string][]} */
const choicesOf = (type, typed) => {
  const { records, inside, statements } = known();
  const sought = typed.trim().toLowerCase();
  /** @type {[string, string][]} */
  const found = [];
  const start = type.kind ? `${type.kind}/` : "";
  const refs = [...states.keys(), ...Object.keys(records), ...Object.keys(inside)];
  if (type.deep) refs.push(...ownStatements(), ...Object.keys(statements));
  for (const ref of new Set(refs)) {
    if (!ref.startsWith(start) || (!start && /^(label|exempt|level|awaited|dimension)\//.test(ref))) continue;
    const title = statements[ref] ?? recordTitle(ref.split("#")[0]);
    const value = ref.slice(start.length);
    if (sought && !value.includes(sought) && !title.toLowerCase().includes(sought)) continue;
    found.push([value, title]);
    if (found.length === 40) break;
  }
  return found;
};
/** @type {() => string[]} */
const ownStatements = () => [...states].flatMap(([ref, { now }]) => statementsIn(now).map(([id]) => `${ref}#${id}`));
// Every statement of a record: how it is named in it, and where it stands.
/** @type {(value: any, path?: FormPath) => [string, FormPath][]} */
const statementsIn = (value, path = []) => {
  if (Array.isArray(value)) return value.flatMap((one, place) => statementsIn(one, [...path, place]));
  if (!isMapping(value)) return [];
  const isAnswer = path[0] === "facts" && (path.length === 2 || (path.length === 3 && typeof path[2] === "number"));
  const name =
    value.id ?? (isAnswer && shapeOf(value) === "Fact" ? [path[1], value.layer].filter(Boolean).join(".") : "");
  const isOne = isAnswer || ["view", "facts", "not_found", ...FORMS].some(key => key in value);
  /** @type {[string, FormPath][]} */
  const own = name && isOne && typeof name === "string" ? [[name, path]] : [];
  return [...own, ...Object.entries(value).flatMap(([key, one]) => statementsIn(one, [...path, key]))];
};
/** @type {(value: any, ref: string) => FormPath | undefined} */
const pathOf = (value, ref) => statementsIn(value).find(([id]) => id === ref.split("#")[1])?.[1];

/** @type {(value: any) => "Fact" | "View" | "Use"} */
const shapeOf = value => {
  const held = value ?? {};
  if ("view" in held || "because" in held || "kind" in held) return "View";
  return "facts" in held || "point" in held ? "Use" : "Fact";
};
/** @type {(type: FormType, value: any) => FormField[]} */
const fieldsOf = (type, value) => known().models[type.t === "shapes" ? shapeOf(value) : (type.is ?? "")];
/** @type {(value: any) => string} */
const shortOf = value => {
  if (!isMapping(value)) return Array.isArray(value) || value === undefined ? "" : String(value);
  const key = ["text", "view", "title", "point", "label", "name", "do", "note"].find(name => isMapping(value[name]));
  const { language } = known();
  const text = key ? (value[key][language] ?? "") : (value[language] ?? "");
  return text.length > 70 ? `${text.slice(0, 70)}…` : String(text || (value.id ?? value.date ?? value.value ?? ""));
};
/** @type {(state: FormState, stem: string) => string} */
const freeId = (state, stem) => {
  const taken = JSON.stringify(state.now);
  let number = 1;
  while (taken.includes(`"${stem}-${number}"`)) number++;
  return `${stem}-${number}`;
};
