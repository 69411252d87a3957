// Boxes that a reader ticks, and what happens around a print.
//
// features/compare.js takes this one in; see macros/render/scripts.py.

/** @type {(text: string | undefined, values: Record<string, string | number>) => string} */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const fill = (text, values) =>
  Object.entries(values).reduce((held, [name, value]) => held.replace(`{${name}}`, String(value)), text ?? "");

/** @type {(held: HTMLInputElement[]) => string[]} */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const ticked = held => held.filter(box => box.checked).map(box => box.value);

/**
 * Ticks those that are named, and no others; where none of them is, does nothing and says so.
 * @type {(held: HTMLInputElement[], ids: string) => boolean}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const tick = (held, ids) => {
  const named = ids.split(",");
  const known = held.some(box => named.includes(box.value));
  if (known) for (const box of held) box.checked = named.includes(box.value);
  return known;
};

/**
 * Ticks all, or leaves the first that is ticked.
 * @type {(held: HTMLInputElement[], isAll: boolean) => void}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const tickMany = (held, isAll) => {
  const first = held.find(box => box.checked);
  for (const box of held) box.checked = isAll || box === first;
};

/** @type {(held: HTMLInputElement[], heads: Map<string, HTMLElement>) => Line[]} */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const linesOfTicked = (held, heads) =>
  held.flatMap(({ checked, value, parentElement }) => {
    const head = checked && heads.get(value);
    return head ? { id: value, name: (parentElement?.textContent ?? "").trim(), head } : [];
  });

/**
 * Says something anew only where it has changed, or a screen reader would say it again.
 * @type {(place: HTMLElement, text: string) => void}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const sayWhatIsNew = (place, text) => {
  if (place.textContent !== text) place.textContent = text;
};

/**
 * Draws for paper, with all open, and again for the screen.
 * @type {(page: ParentNode, draw: (isPaper: boolean) => void) => void}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const onPaper = (page, draw) => {
  /** @type {HTMLElement[]} */
  let closed = [];
  addEventListener("beforeprint", () => {
    draw(true);
    closed = window.handbook.all(".hb-compared details:not([open]), .hb-compared__sources:not([open])", page);
    for (const fold of closed) fold.setAttribute("open", "");
  });
  addEventListener("afterprint", () => {
    for (const fold of closed) fold.removeAttribute("open");
    draw(false);
  });
};
