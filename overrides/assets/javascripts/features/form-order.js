// Buttons with which an item of a list moves up and down; form.js takes this in.

/** @type {[string, number][]} */
const WAYS = [
  ["up", -1],
  ["down", 1],
];

// `move` takes the item so many places further. At an end a button stays, so that the focus does.
/** @type {(place: number, count: number, name: () => string, move: (step: number) => void) => HTMLElement} */
const moversOf = (place, count, name, move) => {
  const made = WAYS.map(([way, step]) => {
    const isEnd = place + step < 0 || place + step >= count;
    const act = button(proposed(way), () => {
      if (!isEnd) move(step);
    });
    act.dataset.move = way;
    if (isEnd) act.setAttribute("aria-disabled", "true");
    const tellName = () =>
      act.setAttribute("aria-label", proposed("move_item", { act: proposed(way), name: name() || place + 1 }));
    summaries.set(act, tellName);
    tellName();
    return act;
  });
  return make("span", { class: "hb-form__move" }, made[0], " ", made[1]);
};
// Goes to the button that was pressed, which stands elsewhere now, and says where.
/** @type {(list: Element | null, place: number, step: number, name: string) => void} */
const tellMoved = (list, place, step, name) => {
  const items = [...(list?.children ?? [])];
  const act = items[place]?.querySelector(`:scope > span > [data-move=${step < 0 ? "up" : "down"}]`);
  if (act instanceof HTMLElement) act.focus();
  said.textContent = proposed("moved", { name: name || place + 1, place: place + 1, number: items.length });
};
