// Entries of a list and what they are told apart by: chosen values of one facet add up, those of several narrow.
//
// Other scripts take this one in where they name it; see macros/render/scripts.py.

// A city may have a row in each of several tables: these are one entry.
/** @type {(elements: HTMLElement[]) => ListEntry[]} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const entriesOf = elements => {
  /** @type {Map<unknown, ListEntry>} */
  const held = new Map();
  for (const element of elements) {
    const key = element.dataset.row ?? element;
    const known = held.get(key);
    if (known) known.elements.push(element);
    else held.set(key, { elements: [element] });
  }
  return [...held.values()];
};

/** @type {(entry: ListEntry, facet: string) => string[]} */
const valuesOf = (entry, facet) => {
  entry.values ??= new Map();
  const known = entry.values.get(facet) ?? (entry.elements[0].getAttribute(`data-by-${facet}`) ?? "").split(" ");
  entry.values.set(facet, known);
  return known;
};

// With all that is chosen, or with all but one thing.
/** @type {(entry: ListEntry, choice: ListChoice, without?: string) => boolean} */
const fits = (entry, { facets, words }, without) => {
  for (const [facet, wanted] of facets)
    if (wanted.length && facet !== without && !valuesOf(entry, facet).some(value => wanted.includes(value)))
      return false;
  if (without === "words" || !words.length) return true;
  entry.text ??= folded(entry.elements[0].textContent ?? "");
  return words.every(word => entry.text?.includes(word));
};

// How many entries each value of a facet would show, given what else is chosen.
/** @type {(entries: ListEntry[], choice: ListChoice, facet: string) => Map<string, number>} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const countsOf = (entries, choice, facet) => {
  const counts = new Map();
  for (const entry of entries)
    if (fits(entry, choice, facet))
      for (const value of new Set(valuesOf(entry, facet))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return counts;
};
