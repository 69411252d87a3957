// What differs between a record as it was and as it is to be, as edits that `handbook apply` reads; form.js takes this in.

/** @type {(value: any) => boolean} */
const isMapping = value => typeof value === "object" && value !== null && !Array.isArray(value);
/** @type {(value: any) => any} */
const cloneOf = value => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)));
/** @type {(one: any, other: any) => boolean} */
const isSame = (one, other) => {
  if (isMapping(one) && isMapping(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every(key => Object.hasOwn(other, key) && isSame(one[key], other[key]))
    );
  }
  return Array.isArray(one) && Array.isArray(other)
    ? one.length === other.length && one.every((held, place) => isSame(held, other[place]))
    : one === other;
};
// Without what was left empty; what the data hold stays, whatever it is.
/** @type {(value: any, old: any) => any} */
const withoutEmpty = (value, old) => {
  if (isSame(value, old)) return value;
  if (Array.isArray(value)) {
    const held = value.map((one, place) => withoutEmpty(one, old?.[place])).filter(one => one !== undefined);
    return held.length ? held : undefined;
  }
  if (!isMapping(value)) return value === "" ? undefined : value;
  const held = Object.entries(value)
    .map(([key, one]) => [key, withoutEmpty(one, isMapping(old) && Object.hasOwn(old, key) ? old[key] : undefined)])
    .filter(([, one]) => one !== undefined);
  return held.length ? Object.fromEntries(held) : undefined;
};
/** @type {(list: any[]) => string[] | null} */
const idsOf = list => {
  const ids = list.map(one => (isMapping(one) && typeof one.id === "string" ? one.id : ""));
  return ids.every(Boolean) && new Set(ids).size === ids.length ? ids : null;
};

// What is added comes before what is taken out, so that nothing is ever empty in between.
/** @type {(old: any, now: any, at?: string[]) => FormEdit[]} */
const editsOf = (old, now, at = []) => {
  if (isSame(old, now)) return [];
  if (isMapping(old) && isMapping(now)) {
    const keys = [...new Set([...Object.keys(now), ...Object.keys(old)])];
    return inOrder(
      keys.map(key => [key, own(old, key), own(now, key)]),
      at,
    );
  }
  const [before, after] = [old, now].map(one => (Array.isArray(one) ? idsOf(one) : null));
  if (before && after) {
    const kept = after.filter(id => before.includes(id));
    const isInOrder =
      isSame(
        kept,
        before.filter(id => after.includes(id)),
      ) && isSame(after.slice(0, kept.length), kept);
    /** @type {(list: any[], id: string) => any} */
    const held = (list, id) => list.find(one => one.id === id);
    if (isInOrder && kept.length)
      return inOrder(
        [...new Set([...after, ...before])].map(id => [`#${id}`, held(old, id), held(now, id)]),
        at,
      );
  }
  return [{ at, ...(old === undefined ? {} : { old }), ...(now === undefined ? {} : { new: now }) }];
};
/** @type {(held: any, key: string) => any} */
const own = (held, key) => (Object.hasOwn(held, key) ? held[key] : undefined);
/** @type {(held: [string, any, any][], at: string[]) => FormEdit[]} */
const inOrder = (held, at) => {
  /** @type {([, old, now]: [string, any, any]) => number} */
  const rank = ([, old, now]) => (old === undefined ? 0 : now === undefined ? 2 : 1);
  const sorted = [...held].sort((one, other) => rank(one) - rank(other));
  return sorted.flatMap(([key, old, now]) => editsOf(old, now, [...at, key]));
};

// Makes an edit in a value; false where that is not what it was made from.
/** @type {(value: any, edit: FormEdit) => boolean} */
const makeEdit = (value, edit) => {
  let held = value;
  /** @type {(around: any, key: string) => string | number} */
  const step = (around, key) => {
    if (!Array.isArray(around)) return key;
    const place = around.findIndex(one => one?.id === key.slice(1));
    return place < 0 ? around.length : place;
  };
  for (const key of edit.at.slice(0, -1)) {
    const next = step(held, key);
    if (typeof held !== "object" || held === null || !Object.hasOwn(held, next)) return false;
    held = held[next];
  }
  if (typeof held !== "object" || held === null) return false;
  const last = step(held, edit.at[edit.at.length - 1]);
  if (!isSame(Object.hasOwn(held, last) ? held[last] : undefined, edit.old)) return false;
  if (edit.new !== undefined) held[last] = cloneOf(edit.new);
  else if (Array.isArray(held)) held.splice(Number(last), 1);
  else delete held[last];
  return true;
};
