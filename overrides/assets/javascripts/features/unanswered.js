// A cell that nobody has looked into leads to the form for editors, where there is one, opened at its question.
//
// features/compare.js takes this one in; see macros/render/scripts.py.

/**
 * Gives a cell the way to its answer; the cell.
 * @type {(cell: HTMLElement, question: Line, city: Line) => HTMLElement}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const withWayToAnswer = (cell, question, city) => {
  /** @type {HTMLAnchorElement | null} */
  const form = document.querySelector("a[data-propose]");
  const empty = cell.dataset.state === "unknown" && cell.querySelector(".hb-nothing");
  if (!form || !empty || empty.querySelector("a")) return cell;
  const { answer = "" } = form.dataset;
  const link = window.handbook.make(
    "a",
    { class: "hb-noprint", href: `${form.href}#city/${city.id}#${question.id}`, "data-proposes": "" },
    answer,
    window.handbook.make("span", { class: "hb-sr" }, ` ${city.name} · ${question.name}`),
  );
  empty.append(" ", link);
  return cell;
};
