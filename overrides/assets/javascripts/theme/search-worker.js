// Search in both languages, as a worker or in a page. Nothing in it depends on how a dictionary cuts Chinese.
//
// In:  {index: {docs: [{location, title, text, kind, boost, also}], kinds: [[id, word], …], same, simple}}
//      plain text, pages before their parts; kind is a place in kinds
//      {entries: "address of a script with the index"}   the same for a worker, which loads it by itself
//      {query: "words"}   or {query: "words", kind: "measure"} for what is of one kind
// Out: {items: [[entry, …], …], kinds: [{id, word, count}, …], number}
//      items: a list a page, the best first. An entry is {location, title, text, kind, score, terms, words}: title and text
//      are HTML with matches marked, text the sentence that has most of the words, kind a word to show, words what to mark
//      on the page. The page's own entry, without "#", is always there: where it matches, in its place, otherwise last,
//      with no score.
//      kinds: what the query finds of each kind, in the order in which to offer them, whichever kind was asked for.
//      number: of the entries that match and are of that kind.
(() => {
  "use strict";

  const MOST_PAGES = 60,
    MOST_WORDS = 6,
    BEFORE = 40,
    LONGEST = 200;
  // At the end of a line; after a full stop in Chinese; in Latin where a sentence follows, and no name that was cut short stands before.
  const END =
    /\n|[。！？!?][”’"')）」』]*\s*|(?<!\b(?:St|No|Mr|Ms|Dr|vs|ca|\p{Lu}))\.[”’"')]*\s+(?=[\p{Lu}\p{Lo}\p{N}“‘"'(]|$)/gu;
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

  /** @param {SearchIndex | undefined} index */
  function setup(index) {
    if (!index) throw new Error("No entries");
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
   * @param {string} text
   * @param {[start: number, end: number][][]} spans
   */
  function snippet(text, spans) {
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

  // The terms that are false are shown as missing.
  /**
   * @param {Entry} entry
   * @param {number} points
   * @param {Term[]} terms
   * @param {Term[]} matched
   * @returns {SearchItem}
   */
  function item(entry, points, terms, matched) {
    const { location, title, text, kind = -1 } = entry.doc;
    const [inTitle, inText] = [found(title, entry.title, terms), found(text, entry.text, terms)];
    const words = [
      ...inTitle.flat().map(([start, end]) => title.slice(start, end)),
      ...inText.flat().map(([start, end]) => text.slice(start, end)),
    ];
    return {
      location,
      title: mark(title, inTitle.flat()),
      text: snippet(text, inText),
      kind: kinds[kind]?.[1] ?? "",
      score: points,
      terms: Object.fromEntries(terms.map(term => [term.term, term.isExact && matched.includes(term)])),
      words: [...new Set(words.map(word => word.toLowerCase()))].slice(0, MOST_WORDS),
    };
  }

  /**
   * @param {string} text
   * @param {string} [kind]
   * @returns {FromSearch}
   */
  function search(text, kind) {
    const query = vocabulary.query(text);
    if (!query.terms.length) return { items: [], kinds: [], number: 0 };
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
    return { items, kinds: named.filter(({ count }) => count), number: hits.length };
  }

  /** @type {NonNullable<Handbook["answer"]>} */
  const answer = message => {
    if ("query" in message) return search(message.query, message.kind);
    if ("entries" in message) importScripts(message.entries);
    setup("index" in message ? message.index : self.__index);
    return search("");
  };
  // A worker has no document.
  if (typeof document === "undefined") addEventListener("message", ({ data }) => postMessage(answer(data)));
  else window.handbook.answer = answer;
})();
