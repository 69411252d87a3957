// Search in both languages, in the place of the theme's worker and with its messages.
//
// The theme's own engine cuts a Chinese query by the words of the index and, in doing so, drops the last one: 数据开放
// became 数据. Here nothing depends on how a dictionary cuts, when the index is made or when it is asked.
//
// In:  {type: 0, data: {docs: [{location, title, text, kind, boost, also}], kinds: [[id, word], …], same, simple}}
//      plain text, pages before their parts; kind is a place in kinds
//      {type: 2, data: "query"}   or {type: 2, data: "query", kind: "measure"} for what is of one kind
// Out: {type: 1} ready
//      {type: 3, data: {items: [[entry, …], …], kinds: [{id, word, count}, …]}}
//      items: a list a page, the best first. An entry is {location, title, text, kind, score, terms}: title and text are
//      HTML with matches marked, text the sentence that has most of the words, kind a word to show. The page's own entry,
//      without "#", is always there: where it matches, in its place, otherwise last, with no score.
//      kinds: what the query finds of each kind, in the order in which to offer them, whichever kind was asked for.
(() => {
  "use strict";

  const SETUP = 0,
    READY = 1,
    QUERY = 2,
    RESULT = 3;
  const MOST_PAGES = 60,
    BEFORE = 40,
    LONGEST = 200;
  // After a full stop in Chinese; in Latin where a sentence follows, and no name that was cut short stands before.
  const END =
    /[。！？!?][”’"')）」』]*\s*|(?<!\b(?:St|No|Mr|Ms|Dr|vs|ca|\p{Lu}))\.[”’"')]*\s+(?=[\p{Lu}\p{Lo}\p{N}“‘"'(]|$)/gu;
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
  /** @type {[id: string, word: string][]} */
  let kinds = [];
  let vocabulary = new Vocabulary({ docs: [] }, "");

  /** @param {string} text */
  const escaped = text => text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);

  /** @param {SearchIndex} index */
  function setup(index) {
    foldAlso(index.simple);
    kinds = index.kinds ?? [];
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
   * Where each term stands in a text.
   * @param {string} text
   * @param {string} folded
   * @param {Term[]} terms
   * @returns {[start: number, end: number][][]}
   */
  function found(text, folded, terms) {
    const held = terms.map(({ expression }) => places(expression, folded));
    if (!held.some(spans => spans.length)) return held;
    const began = origins(text);
    return held.map(spans => spans.map(([start, end]) => [began[start], began[end]]));
  }

  /**
   * The sentence that has most of what was found, the first of several.
   * @param {string} text
   * @param {[start: number, end: number][][]} found
   * @returns {[from: number, to: number]}
   */
  function sentence(text, found) {
    let [best, most, from] = [[0, text.length], -1, 0];
    for (const to of [...places(END, text).map(([, end]) => end), text.length]) {
      const count = found.filter(spans => spans.some(([start, end]) => start >= from && end <= to)).length;
      if (count > most && to > from) [best, most] = [[from, to], count];
      from = to;
    }
    return [best[0], best[1]];
  }

  /**
   * @param {Entry} entry
   * @param {Term[]} terms
   */
  function snippet({ doc, text: folded }, terms) {
    const { text } = doc;
    const spans = found(text, folded, terms);
    const [begin, end] = sentence(text, spans);
    let from = begin;
    if (end - begin > LONGEST) {
      const first = Math.min(...spans.flat().map(([start]) => (start >= begin ? start : end)), end);
      if (first < end) from = Math.max(begin, Math.min(first - BEFORE, end - LONGEST));
      // Do not begin in the middle of a Latin word.
      if (from > begin)
        while (from < first && /[\p{L}\p{N}]/u.test(text[from - 1]) && /[a-z0-9]/i.test(text[from])) from++;
    }
    const to = Math.min(end, from + LONGEST);
    return `${from > begin ? "…" : ""}${mark(text, spans.flat(), from, to).trim()}${to < end ? "…" : ""}`;
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
    const { location, title, kind = -1 } = entry.doc;
    return {
      location,
      title: mark(title, found(title, entry.title, terms).flat()),
      text: snippet(entry, terms),
      kind: kinds[kind]?.[1] ?? "",
      score: points,
      terms: Object.fromEntries(terms.map(term => [term.term, term.isExact && matched.includes(term)])),
    };
  }

  /**
   * @param {string} text
   * @param {string} [kind]
   * @returns {SearchAnswer}
   */
  function search(text, kind) {
    const query = vocabulary.query(text);
    if (!query.terms.length) return { items: [], kinds: [] };
    let hits = entries.map(entry => ({ entry, ...score(entry, query) })).filter(hit => hit.matched.length);
    // What has every word; only where nothing has, what has most of them.
    const most = Math.max(0, ...hits.map(hit => hit.matched.length));
    hits = hits.filter(hit => hit.matched.length === most).sort((a, b) => b.points - a.points);
    const counts = kinds.map(() => 0);
    for (const { entry } of hits) if (entry.doc.kind !== undefined) counts[entry.doc.kind]++;
    const number = kinds.findIndex(([id]) => id === kind);
    if (kind) hits = hits.filter(({ entry }) => entry.doc.kind === number);

    /** @type {Map<string, typeof hits>} */
    const groups = new Map();
    for (const hit of hits) {
      if (!groups.has(hit.entry.page) && groups.size === MOST_PAGES) continue;
      groups.set(hit.entry.page, [...(groups.get(hit.entry.page) || []), hit]);
    }
    const pages = new Map(entries.filter(entry => entry.isPage).map(entry => [entry.page, entry]));
    const items = [...groups].map(([page, held]) => {
      const group = held.map(({ entry, points, matched }) => item(entry, points, query.terms, matched));
      // The list shows a page above its parts, whether or not it matches itself.
      const above = pages.get(page);
      if (above && !held.some(({ entry }) => entry.isPage)) group.push(item(above, 0, query.terms, held[0].matched));
      return group;
    });
    const named = kinds.map(([id, word], place) => ({ id, word, count: counts[place] }));
    return { items, kinds: named.filter(({ count }) => count) };
  }

  addEventListener("message", ({ data: message }) => {
    if (message?.type === SETUP) {
      setup(message.data);
      postMessage({ type: READY });
    } else if (message?.type === QUERY) {
      postMessage({ type: RESULT, data: search(message.data, message.kind) });
    }
  });
})();
