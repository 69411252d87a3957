// Search in both languages, in the place of the theme's worker and with its messages.
//
// The theme's own engine cuts a Chinese query by the words of the index and, in doing so, drops the last one: 数据开放
// became 数据. Here nothing depends on how a dictionary cuts, when the index is made or when it is asked.
//
// In:  {type: 0, data: {docs: [{location, title, text, boost, also}], same, simple}}   plain text, pages before their parts
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
  /* core/fold.js */
  /* theme/search-query.js */

  /**
   * @typedef {{
   *   doc: SearchDoc;
   *   page: string;
   *   isPage: boolean;
   *   title: string;
   *   name: string;
   *   also: string[];
   *   text: string;
   *   above: string;
   * }} Entry
   */

  /** @type {Entry[]} */
  let entries = [];
  let vocabulary = new Vocabulary({ docs: [] }, "");

  /** @param {string} text */
  const escaped = text => text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);

  /** @param {SearchIndex} index */
  function setup(index) {
    foldAlso(index.simple);
    entries = index.docs.map(doc => ({
      doc,
      page: doc.location.split("#")[0],
      isPage: !doc.location.includes("#"),
      title: fold(doc.title),
      name: fold(doc.title.split(" · ")[0]).replace(/\s*\(.*?\)/g, ""),
      also: (doc.also ?? []).map(fold),
      text: fold(doc.text),
      above: "",
    }));
    const titles = new Map(entries.filter(entry => entry.isPage).map(entry => [entry.page, entry.title]));
    for (const entry of entries) entry.above = entry.isPage ? "" : titles.get(entry.page) || "";
    vocabulary = new Vocabulary(
      index,
      entries.map(({ title, also, text }) => [title, ...also, text].join("\n")).join("\n"),
    );
  }

  /** @type {(expression: RegExp, text: string) => [start: number, end: number][]} */
  const places = (expression, text) =>
    [...text.matchAll(expression)].map(({ 0: { length }, index }) => [index, index + length]);

  /**
   * @param {Entry} entry
   * @param {Query} query
   */
  function score(entry, { names, others, terms }) {
    let points = 0,
      own = false;
    /** @type {Term[]} */
    const matched = [];
    for (const term of terms) {
      const [inTitle] = places(term.expression, entry.title);
      const [inName] = inTitle ? [] : entry.also.flatMap(name => places(term.expression, name));
      const inText = places(term.expression, entry.text).length;
      const isOwn = inTitle || inName || inText;
      if (isOwn) own = true;
      // A part is also found by the title of its page: 伦敦 数据开放.
      if (isOwn || places(term.expression, entry.above).length) matched.push(term);
      if (inTitle) {
        const length = inTitle[1] - inTitle[0];
        points += 40 + 40 * Math.min(1, length / entry.name.length) + (inTitle[0] === 0 ? 10 : 0);
      } else if (inName) points += 40;
      points += 4 * Math.min(inText, 5);
    }
    if (!own) return { matched: [], points: 0 };
    const weight = entry.doc.boost ?? 1;
    // By another name of it half so; the names of what every city has, or of what editors read, say little.
    const named = Math.max(
      0,
      ...names.map(name => likeness(entry, name)),
      ...others.map(name => likeness(entry, name) / 2),
    );
    return { matched, points: (points + (entry.isPage ? 2 : 0)) * weight + named * (weight < 0.5 ? weight ** 2 : 1) };
  }

  // What is called exactly what was asked for comes first, whatever it is; then what has it in one piece.
  /** @type {(entry: Entry, name: string) => number} */
  function likeness({ title, name: own, also }, name) {
    if ([title, own, ...also].includes(name)) return 100;
    if (name.includes(" ") && title.includes(name)) return 60;
    return title.startsWith(name) ? 30 : 0;
  }

  /**
   * @param {string} text
   * @param {[start: number, end: number][]} spans
   */
  function mark(text, spans, from = 0, to = text.length) {
    let html = "",
      done = from;
    for (const [start, end] of [...spans].sort((one, other) => one[0] - other[0])) {
      if (start < done || end > to) continue;
      html += `${escaped(text.slice(done, start))}<mark>${escaped(text.slice(start, end))}</mark>`;
      done = end;
    }
    return html + escaped(text.slice(done, to));
  }

  /**
   * @param {string} text
   * @param {string} folded
   * @param {Term[]} terms
   * @returns {[start: number, end: number][]}
   */
  function found(text, folded, terms) {
    const held = terms.flatMap(({ expression }) => places(expression, folded));
    if (!held.length) return [];
    const began = origins(text);
    return held.map(([start, end]) => [began[start], began[end]]);
  }

  /**
   * @param {Entry} entry
   * @param {Term[]} terms
   */
  function snippet({ doc, text: folded }, terms) {
    const { text } = doc;
    const spans = found(text, folded, terms);
    const first = Math.min(...spans.map(([start]) => start));
    let from = Number.isFinite(first) ? Math.max(0, first - BEFORE) : 0;
    // Do not begin in the middle of a Latin word.
    if (from > 0) while (from < first && /[\p{L}\p{N}]/u.test(text[from - 1]) && /[a-z0-9]/i.test(text[from])) from++;
    const to = Math.min(text.length, from + SNIPPET);
    return `${from ? "…" : ""}${mark(text, spans, from, to)}${to < text.length ? "…" : ""}`;
  }

  // The theme shows the terms that are false as missing.
  /**
   * @param {Entry} entry
   * @param {number} points
   * @param {Term[]} terms
   * @param {Term[]} matched
   * @returns {SearchItem}
   */
  function item(entry, points, terms, matched) {
    const { location, title } = entry.doc;
    return {
      location,
      title: mark(title, found(title, entry.title, terms)),
      text: snippet(entry, terms),
      score: points,
      terms: Object.fromEntries(terms.map(term => [term.term, term.isExact && matched.includes(term)])),
    };
  }

  /** @param {string} text */
  function search(text) {
    const query = vocabulary.query(text);
    if (!query.terms.length) return [];
    let hits = entries.map(entry => ({ entry, ...score(entry, query) })).filter(hit => hit.matched.length);
    // What has every word; only where nothing has, what has most of them.
    const most = Math.max(0, ...hits.map(hit => hit.matched.length));
    hits = hits.filter(hit => hit.matched.length === most).sort((a, b) => b.points - a.points);

    /** @type {Map<string, typeof hits>} */
    const groups = new Map();
    for (const hit of hits) {
      if (!groups.has(hit.entry.page) && groups.size === MOST_PAGES) continue;
      groups.set(hit.entry.page, [...(groups.get(hit.entry.page) || []), hit]);
    }
    const pages = new Map(entries.filter(entry => entry.isPage).map(entry => [entry.page, entry]));
    return [...groups].map(([page, held]) => {
      const group = held.map(({ entry, points, matched }) => item(entry, points, query.terms, matched));
      // The list shows a page above its parts, whether or not it matches itself.
      const above = pages.get(page);
      if (above && !held.some(({ entry }) => entry.isPage)) group.push(item(above, 0, query.terms, held[0].matched));
      return group;
    });
  }

  addEventListener("message", ({ data: message }) => {
    if (message?.type === SETUP) {
      setup(message.data);
      postMessage({ type: READY });
    } else if (message?.type === QUERY) {
      postMessage({ type: RESULT, data: { items: search(message.data) } });
    }
  });
})();
