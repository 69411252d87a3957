// Search in both languages, in the place of the theme's worker and with its messages.
//
// The theme's own engine cuts a Chinese query by the words of the index and, in doing so,
// drops the last one: 数据开放 became 数据. Here a run of Chinese is looked for as it was
// typed, anywhere in a text, and a Latin word at the beginning of any word, so that nothing
// depends on how a dictionary cuts, when the index is made or when it is asked.
//
// In:  {type: 0, data: {docs: [{location, title, text, boost}]}}   plain text, pages before their parts
//      {type: 2, data: "query"}
// Out: {type: 1} ready · {type: 3, data: {items: [[page, part, …], …]}}   HTML, matches marked
(() => {
  "use strict";

  const SETUP = 0,
    READY = 1,
    QUERY = 2,
    RESULT = 3;
  const MOST_PAGES = 60,
    BEFORE = 24,
    SNIPPET = 160;
  const HAN = "\\u3400-\\u9fff";
  const RUNS = new RegExp(`[${HAN}]+|[^\\s${HAN}\\p{P}\\p{S}]+(?:[.'’][^\\s${HAN}\\p{P}\\p{S}]+)*`, "gu");

  /** @typedef {{ doc: SearchDoc; page: string; isPage: boolean; title: string; text: string; above: string }} Entry */
  /** @typedef {{ term: string; expression: RegExp }} Term */

  /** @type {Entry[]} */
  let entries = [];
  let everything = "";

  // One character stays one character, so that a place in the folded text is a place in the text.
  /** @param {string} text */
  const fold = text =>
    Array.from(text, char => {
      const folded = char.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
      return folded.length === char.length
        ? folded
        : char.toLowerCase().length === char.length
          ? char.toLowerCase()
          : char;
    }).join("");

  /** @param {string} text */
  const escaped = text => text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);

  /** @param {SearchDoc[]} docs */
  function setup(docs) {
    entries = docs.map(doc => ({
      doc,
      page: doc.location.split("#")[0],
      isPage: !doc.location.includes("#"),
      title: fold(doc.title),
      text: fold(doc.text),
      above: "",
    }));
    const titles = new Map(entries.filter(entry => entry.isPage).map(entry => [entry.page, entry.title]));
    for (const entry of entries) entry.above = entry.isPage ? "" : titles.get(entry.page) || "";
    everything = entries.map(({ title, text }) => `${title}\n${text}`).join("\n");
  }

  // A run that nobody wrote in one piece is cut into the longest pieces that somebody did.
  /** @param {string} run */
  function pieces(run) {
    if (!new RegExp(`^[${HAN}]`).test(run) || everything.includes(run)) return [run];
    const found = [];
    for (let start = 0; start < run.length; ) {
      let end = run.length;
      while (end > start + 1 && !everything.includes(run.slice(start, end))) end--;
      found.push(run.slice(start, end));
      start = end;
    }
    return found;
  }

  // All places of a term: anywhere for Chinese, at the beginning of a word otherwise; plurals find singulars.
  /** @param {string} term */
  function matcher(term) {
    if (new RegExp(`^[${HAN}]`).test(term)) return new RegExp(term, "gu");
    /** @param {string} word */
    const literal = word => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    const stem = term.length > 3 && /[^s]s$/.test(term) ? `${literal(term.slice(0, -1))}s?` : literal(term);
    return new RegExp(`(?<![\\p{L}\\p{N}])${stem}|(?<=[${HAN}])${stem}`, "gu");
  }

  /** @type {(expression: RegExp, text: string) => [start: number, end: number][]} */
  const places = (expression, text) =>
    [...text.matchAll(expression)].map(({ 0: { length }, index }) => [index, index + length]);

  /**
   * @param {Entry} entry
   * @param {Term[]} terms
   * @param {string} whole
   */
  function score(entry, terms, whole) {
    let points = 0,
      matched = 0,
      own = false;
    for (const { expression } of terms) {
      const inTitle = places(expression, entry.title);
      const inText = places(expression, entry.text).length;
      if (inTitle.length || inText) own = true;
      // A part is also found by the title of its page: 伦敦 数据开放.
      if (inTitle.length || inText || places(expression, entry.above).length) matched++;
      if (inTitle.length) {
        const length = inTitle[0][1] - inTitle[0][0];
        points += 40 + (40 * length) / entry.title.length + (inTitle[0][0] === 0 ? 10 : 0);
      }
      points += 4 * Math.min(inText, 5);
    }
    if (!own) return { matched: 0, points: 0 };
    // What is called exactly what was asked for comes first, whatever it is; then what begins with it.
    const named =
      entry.title === whole || entry.title.startsWith(`${whole} · `) ? 100 : entry.title.startsWith(whole) ? 30 : 0;
    const weight = entry.doc.boost ?? 1; // twice for names: a heading that every city has says little
    return { matched, points: (points + named * weight + (entry.isPage && matched ? 2 : 0)) * weight };
  }

  /**
   * @param {string} text
   * @param {string} folded
   * @param {Term[]} terms
   */
  function mark(text, folded, terms, from = 0, to = text.length) {
    const spans = terms
      .flatMap(({ expression }) => places(expression, folded))
      .filter(([start, end]) => start >= from && end <= to)
      .sort((a, b) => a[0] - b[0]);
    let html = "",
      done = from;
    for (const [start, end] of spans) {
      if (start < done) continue;
      html += `${escaped(text.slice(done, start))}<mark>${escaped(text.slice(start, end))}</mark>`;
      done = end;
    }
    return html + escaped(text.slice(done, to));
  }

  /**
   * @param {Entry} entry
   * @param {Term[]} terms
   */
  function snippet({ doc, text }, terms) {
    const first = Math.min(...terms.flatMap(({ expression }) => places(expression, text).map(([start]) => start)));
    let from = Number.isFinite(first) ? Math.max(0, first - BEFORE) : 0;
    // Do not begin in the middle of a Latin word.
    if (from > 0) while (from < first && /[\p{L}\p{N}]/u.test(text[from - 1]) && /[a-z0-9]/.test(text[from])) from++;
    const to = Math.min(text.length, from + SNIPPET);
    return `${from ? "…" : ""}${mark(doc.text, text, terms, from, to)}${to < text.length ? "…" : ""}`;
  }

  /**
   * @param {Entry} entry
   * @param {number} points
   * @param {Term[]} terms
   * @returns {SearchItem}
   */
  function item(entry, points, terms) {
    return {
      location: entry.doc.location,
      title: mark(entry.doc.title, entry.title, terms),
      text: snippet(entry, terms),
      score: points,
      terms: Object.fromEntries(terms.map(({ term }) => [term, true])),
    };
  }

  /** @param {string} query */
  function search(query) {
    const words = [...new Set((fold(query).match(RUNS) || []).flatMap(pieces))];
    const terms = words.map(term => ({ term, expression: matcher(term) }));
    if (!terms.length) return [];

    let hits = entries.map(entry => ({ entry, ...score(entry, terms, fold(query).trim()) })).filter(hit => hit.matched);
    // What has every word; only where nothing has, what has most of them.
    const most = Math.max(0, ...hits.map(hit => hit.matched));
    hits = hits.filter(hit => hit.matched === most).sort((a, b) => b.points - a.points);

    /** @type {Map<string, typeof hits>} */
    const groups = new Map();
    for (const hit of hits) {
      if (!groups.has(hit.entry.page) && groups.size === MOST_PAGES) continue;
      groups.set(hit.entry.page, [...(groups.get(hit.entry.page) || []), hit]);
    }
    const pages = new Map(entries.filter(entry => entry.isPage).map(entry => [entry.page, entry]));
    return [...groups].map(([page, held]) => {
      const group = held.map(({ entry, points }) => item(entry, points, terms));
      // The list shows a page above its parts, whether or not it matches itself.
      const above = pages.get(page);
      if (above && !held.some(({ entry }) => entry.isPage)) group.push(item(above, 0, terms));
      return group;
    });
  }

  addEventListener("message", ({ data: message }) => {
    if (message?.type === SETUP) {
      setup(message.data.docs);
      postMessage({ type: READY });
    } else if (message?.type === QUERY) {
      postMessage({ type: RESULT, data: { items: search(message.data) } });
    }
  });
})();
