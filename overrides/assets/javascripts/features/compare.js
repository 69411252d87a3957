// Comparison: which cities and which questions, what they do about a problem, what differs first, rows and columns
// swapped, copied as a table. The address keeps the choice, #cities=london,paris&questions=level&problem=ageing&swap=1.
(() => {
  "use strict";
  const { handbook } = window;
  const { all, make, one } = handbook;

  /* core/fold.js */
  /* core/entries.js */
  /* features/ticks.js */
  /* features/cells.js */
  /* features/blocks.js */
  /* features/problems.js */
  /* features/unanswered.js */
  /* features/clip.js */
  /* core/clipboard.js */

  /** @type {HTMLFormElement | null} */
  const picker = document.querySelector("[data-picker]");
  /** @type {HTMLElement | null} */
  const table = document.querySelector('[data-table="compare"]');
  if (!picker || !table) return;

  const page = picker.closest(".hb-page, body") ?? document;
  // It comes while all else is made ready, where the address has cities that this page has not.
  const named = new URLSearchParams(location.hash.slice(1)).get("cities")?.split(",") ?? [];
  if (named.some(city => /^[a-z0-9-]+$/.test(city) && !table.querySelector(`[data-column="${city}"]`)))
    beginCells(page);

  const place = one("[data-tables]", page);
  const note = one("[data-picker-status]", page);
  const sum = one("[data-compared-sum]", page);
  /** @type {HTMLElement | null} */
  const listed = page.querySelector(".hb-compared__sources");
  /** @type {HTMLInputElement[]} */
  const boxes = all('[name="city"]', picker);
  /** @type {HTMLInputElement[]} */
  const asked = all('[name="question"]', picker);
  /** @type {HTMLInputElement} */
  const swap = one('[name="swap"]', picker);
  /** @type {HTMLButtonElement[]} */
  const starts = all("[data-cities]", picker);
  /** @type {HTMLElement | null} */
  const problems = page.querySelector("[data-problems]");
  const cells = cellsOf(page);
  /** @type {Map<string, number>} */
  let numbers = new Map();
  const SOME = 40; // answers whose folds come in one frame
  const corner = one("th", table).textContent ?? "";
  const here = [...cells.cities.keys()];
  let problem = "";
  const stacked = matchMedia("(max-width: 45em)");
  let isPrinting = false;

  // Those that a problem brings up, or as many as fit the screen.
  const atFirst = () => broughtUp(starts, problem) || here.slice(0, stacked.matches ? 2 : 3).join();
  const fitting = () => {
    if (isPrinting) return 6;
    return stacked.matches ? 99 : Math.max(2, Math.floor((place.clientWidth - 170) / 190));
  };

  const chosen = () => ({
    cities: linesOfTicked(boxes, cells.cities),
    questions: linesOfTicked(asked, cells.questions),
  });

  /** @type {(questions: Line[], cities: Line[], title: string) => HTMLElement[]} */
  const tables = (questions, cities, title) => {
    /** @type {(question: Line, city: Line) => HTMLElement} */
    const answer = (question, city) =>
      withWayToAnswer(cells.answers.get(cellKey(question.id, city.id)) ?? make("td"), question, city);
    return swap.checked
      ? tablesOf(cities, questions, fitting(), (city, question) => answer(question, city), title, corner)
      : tablesOf(questions, cities, fitting(), answer, title, corner);
  };

  // What is folded away and the list of sources: all, or some of it at a time.
  const complete = (most = Number.POSITIVE_INFINITY) => {
    for (const fold of [...cells.folds.keys()].slice(0, most))
      nameSources(fillFold(cells, fold), numbers, cells.sources);
    if (listed && !cells.folds.size)
      one("ol", listed).replaceChildren(...[...numbers.keys()].flatMap(source => cells.sources.get(source)?.() ?? []));
  };
  let drawn = 0;
  const REST = 50; // milliseconds between frames that have some
  // Nobody sees it, so it comes after what is seen, and lets a reader scroll meanwhile.
  const completeLater = async () => {
    drawn++;
    for (const now = drawn; cells.folds.size && drawn === now; complete(SOME))
      await new Promise(done => requestAnimationFrame(() => setTimeout(done, REST)));
  };

  const draw = () => {
    const { cities, questions } = chosen();
    const ids = cities.map(({ id }) => id);
    /** @type {Record<string, Line[]>} */
    const rows = { differ: [], same: [], prose: [] };
    for (const question of questions) rows[kindOfRow(cells, question.id, ids)].push(question);
    // Nothing is folded away where it was asked for, or where there is nothing to compare it with.
    const isFolding = cities.length > 1 && questions.length === asked.length;
    const opened = new Set(all("details[data-rows][open]", place).map(({ dataset }) => dataset.rows));
    place.replaceChildren(
      ...measuresFor(cells, problem, problems?.dataset.title, (line, title) => tables([line], cities, title)),
    );
    for (const start of starts) start.setAttribute("aria-pressed", String(start.value === problem));
    if (!isFolding) place.append(...tables(questions, cities, fill(sum.dataset.all, { number: questions.length })));
    else
      for (const [kind, held] of Object.entries(rows)) {
        if (!held.length) continue;
        const title = fill(sum.dataset[kind], { number: held.length });
        if (kind === "differ") place.append(...tables(held, cities, title));
        else {
          const fold = make("details", { "data-rows": kind }, make("summary", {}, title));
          fold.append(...tables(held, cities, title));
          if (opened.has(kind)) fold.setAttribute("open", "");
          place.append(fold);
        }
      }
    numbers = numbersOf(place, cells);
    nameSources(all(".hb-basis a", place), numbers, cells.sources);
    if (listed) {
      listed.hidden = !numbers.size;
      one(".hb-count", listed).textContent = String(numbers.size);
    }
    if (cells.folds.size) completeLater();
    else complete();
    const names = cities.map(({ name }) => name).join(sum.dataset.comma);
    const values = {
      cities: cities.length > 4 ? fill(sum.dataset.many, { number: cities.length }) : names,
      number: questions.length,
      differ: rows.differ.length,
      same: rows.same.length,
      prose: rows.prose.length,
    };
    const told = [
      fill(cities.length > 1 ? sum.dataset.sum : sum.dataset.one, values),
      nameOfProblem(cells, problem, problems?.dataset.title),
      swap.checked && sum.dataset.swapped,
    ];
    sayWhatIsNew(sum, told.filter(Boolean).join(" "));
    const [city, question] = all("[data-picked]", picker);
    city.textContent = values.cities;
    question.textContent =
      questions.length === asked.length ? (question.dataset.every ?? "") : `${questions.length}/${asked.length}`;
    place.dataset.ready = "";
  };

  const taken = () => {
    complete();
    return clipOf(all("table", place), listed ? all("li", listed) : [], sum.textContent ?? "");
  };

  const show = async () => {
    const missing = ticked(boxes).filter(city => !cells.cities.has(city));
    if (missing.length && !(await loadCells(cells, page, missing))) {
      for (const box of boxes) if (!cells.cities.has(box.value)) box.checked = false;
      if (!ticked(boxes).length) tick(boxes, atFirst());
      note.textContent = note.dataset.missing ?? "";
    }
    draw();
  };

  const read = () => {
    const state = new URLSearchParams(location.hash.slice(1));
    // An ordinary anchor says nothing about the table.
    if (
      location.hash &&
      place.dataset.ready !== undefined &&
      !["cities", "questions", "problem", "swap"].some(name => state.has(name))
    )
      return;
    problem = starts.find(({ value }) => value === state.get("problem"))?.value ?? "";
    tick(boxes, state.get("cities") ?? "") || tick(boxes, atFirst());
    tick(asked, state.get("questions") ?? "") || tick(asked, asked.map(({ value }) => value).join());
    swap.checked = state.get("swap") === "1";
  };
  const write = () => {
    const parts = [];
    if (ticked(boxes).join() !== atFirst()) parts.push(`cities=${ticked(boxes)}`);
    if (ticked(asked).length < asked.length) parts.push(`questions=${ticked(asked)}`);
    if (problem) parts.push(`problem=${problem}`);
    if (swap.checked) parts.push("swap=1");
    history.replaceState(history.state, "", parts.length ? `#${parts.join("&")}` : location.pathname + location.search);
    handbook.carry();
  };
  const changed = () => {
    write();
    show();
  };

  picker.addEventListener("change", event => {
    note.textContent = "";
    const { target } = event;
    if (target instanceof HTMLInputElement)
      for (const [held, name] of /** @type {const} */ ([
        [boxes, "lastCity"],
        [asked, "lastQuestion"],
      ]))
        if (!ticked(held).length) {
          target.checked = true;
          note.textContent = note.dataset[name] ?? "";
        }
    changed();
  });
  picker.addEventListener("submit", event => event.preventDefault());
  picker.addEventListener("click", event => {
    const button = event.target instanceof Element ? event.target.closest("button") : null;
    if (!(button instanceof HTMLButtonElement)) return;
    const { cities, tick: many } = button.dataset;
    note.textContent = "";
    if (cities !== undefined) {
      problem = problem === button.value ? "" : button.value;
      tick(boxes, broughtUp(starts, problem));
    } else if (many !== undefined) tickMany(button.closest('[data-pick="city"]') ? boxes : asked, many === "1");
    else {
      if ("answers" in button.dataset) {
        for (const fold of all("details", picker)) fold.removeAttribute("open");
        sum.focus();
      }
      const { saveTable } = button.dataset;
      if (saveTable) handbook.download(handbook.csvOf(taken().lines), "text/csv;charset=utf-8", saveTable);
      if ("copyTable" in button.dataset) {
        const isTaken = putOnClipboard(taken());
        note.textContent = (isTaken ? button.dataset.done : button.dataset.failed) ?? "";
      }
      return;
    }
    changed();
  });
  addEventListener("hashchange", () => {
    read();
    show();
  });
  let most = 0;
  const fit = () => {
    if (most !== fitting()) draw();
    most = fitting();
  };
  addEventListener("resize", fit);
  onPaper(page, isPaper => {
    isPrinting = isPaper;
    fit();
    complete();
  });
  place.addEventListener(
    "toggle",
    ({ target }) => {
      const opened = /** @type {HTMLElement} */ (target);
      nameSources(fillFold(cells, opened), numbers, cells.sources);
      spellOut(opened, cells.sources);
    },
    true,
  );
  for (const part of [picker, sum]) part.hidden = false;
  if (problems) problems.hidden = true;
  if (!stacked.matches) one('[data-pick="city"]', picker).setAttribute("open", "");
  // Where all cities are in the picker, other pages are for those without scripts.
  for (const pager of all(".hb-pager", page)) pager.hidden = "whole" in picker.dataset;
  read();
  // What the page comes with is no news.
  show().then(() => sum.setAttribute("role", "status"));
  most = fitting();
})();
