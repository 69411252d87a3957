// Problems to start from: which cities have measures for one, and what these are.
//
// features/compare.js takes this one in; see macros/render/scripts.py.

/**
 * The ids of the cities that a problem brings up; nothing for no problem.
 * @type {(starts: HTMLButtonElement[], problem: string) => string}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const broughtUp = (starts, problem) =>
  starts.find(({ value }) => value === problem)?.dataset.cities?.replaceAll(" ", ",") ?? "";

/** @type {(cells: Cells, problem: string, title: string | undefined) => string} */
const nameOfProblem = (cells, problem, title) => {
  const head = cells.questions.get(`problem/${problem}`);
  return head ? fill(title, { problem: (head.textContent ?? "").trim() }) : "";
};

/**
 * The measures of cities for a problem, in tables of their own that stand above the answers; nothing for no problem.
 * @type {(cells: Cells, problem: string, title: string | undefined, tables: (line: Line, title: string) => HTMLElement[]) => HTMLElement[]}
 */
// biome-ignore lint/correctness/noUnusedVariables: compare.js takes it in
const measuresFor = (cells, problem, title, tables) => {
  const id = `problem/${problem}`;
  const head = cells.questions.get(id);
  if (!head) return [];
  const name = (head.textContent ?? "").trim();
  const held = tables({ id, name, head }, nameOfProblem(cells, problem, title));
  for (const table of held) table.dataset.table = "problems";
  return [window.handbook.make("section", { class: "hb-answering" }, ...held)];
};
