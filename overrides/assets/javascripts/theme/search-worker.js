// Search in both languages, as a worker or in a page. Nothing in it depends on how a dictionary cuts Chinese.
//
// In:  {index: {places, words, kind, rank, kinds, same, simple, traditional}}    .ci/handbook.d.ts says what these are
//      {entries: "address of a script with the index"}   the same for a worker, which loads it by itself
//      {query: "words"}   or {query: "words", kind: "measure"} for what is of one kind, or {query, kind, from: 6, to: 18}
//                         for the seventh to the eighteenth of the pages that it finds
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

  // An entry is its number; parts of pages are entries, too. One text holds them all, in which a word is looked for
  // once: where it was found tells in which entry, and no other is looked at.
  /** @type {SearchIndex} */
  let index = { places: "", words: "", kind: [], rank: [] };
  let everything = "";
  // What an entry is called, its other names, its text, as they were written and folded.
  /** @type {string[]} */
  let written = [];
  /** @type {string[]} */
  let known = [];
  /** @type {string[]} */
  let places = [];
  /** @type {Map<string, number>} */
  let pages = new Map();
  let vocabulary = new Vocabulary();
  /** @type {(ReturnType<typeof find> & { text: string; kind?: string }) | undefined} */
  let last;

  /** @param {string} text */
  const escaped = text => text.replace(/[&<>"]/g, char => `&#${char.charCodeAt(0)};`);

  /** @param {SearchIndex | undefined} given */
  function setup(given) {
    if (!given) throw new Error("No entries");
    index = given;
    foldAlso(index.simple);
    everything = foldLong(index.words, index.traditional);
    [written, known] = [index.words.split("\f"), everything.split("\f")];
    places = index.places.split("\n");
    pages = new Map(places.flatMap((place, entry) => (place.includes("#") ? [] : [[place, entry]])));
    vocabulary = new Vocabulary(index.same, everything);
    last = undefined;
  }

  /** @param {number} entry */
  const pageOf = entry => places[entry].split("#")[0];

  /** @type {(expression: RegExp, text: string) => [start: number, end: number][]} */
  const spansIn = (expression, text) =>
    [...text.matchAll(expression)].map(({ 0: { length }, index }) => [index, index + length]);

  /**
   * The entries in which a term stands: where first in the title, whether in another name, how often in the text.
   * @typedef {{ inTitle?: [start: number, length: number]; isNamed: boolean; inText: number }} Standing
   * @type {(term: Term) => Map<number, Standing>}
   */
  function standing({ expression }) {
    /** @type {Map<number, Standing>} */
    const found = new Map();
    let [field, begin] = [0, 0];
    for (const { 0: word, index: place } of everything.matchAll(expression)) {
      while (place >= begin + known[field].length) begin += known[field++].length + 1;
      const entry = Math.floor(field / 3);
      const held = found.get(entry) ?? { isNamed: false, inText: 0 };
      if (field % 3 === 0) held.inTitle ??= [place - begin, word.length];
      else if (field % 3 === 1) held.isNamed = true;
      else held.inText++;
      found.set(entry, held);
    }
    return found;
  }

  /**
   * @typedef {{ entry: number; matched: Term[]; points: number }} Hit
   * @type {(entry: number, query: Query, standings: Map<number, Standing>[]) => Hit}
   */
  function score(entry, { names, others, terms }, standings) {
    const title = fold(written[3 * entry]);
    const name = fold(written[3 * entry].split(" · ")[0]).replace(/\s*\(.*?\)/g, "");
    const also = written[3 * entry + 1] ? fold(written[3 * entry + 1]).split("\n") : [];
    const page = places[entry].includes("#") ? pages.get(pageOf(entry)) : undefined;
    let points = 0;
    // A part is also found by the title of its page: 伦敦 数据开放.
    const matched = terms.filter((_, place) => {
      const { inTitle, isNamed = false, inText = 0 } = standings[place].get(entry) ?? {};
      if (inTitle) points += 40 + 40 * Math.min(1, inTitle[1] / name.length) + (inTitle[0] === 0 ? 10 : 0);
      else if (isNamed) points += 40;
      points += 4 * Math.min(inText, 5);
      return inTitle || isNamed || inText || (page !== undefined && standings[place].get(page)?.inTitle);
    });
    const weight = index.rank[entry];
    // By another name of it half so; the names of what every city has, or of what editors read, say little.
    const named = Math.max(
      0,
      ...names.map(asked => likeness(title, [name, ...also], asked)),
      ...others.map(asked => likeness(title, [name, ...also], asked) / 2),
    );
    points = (points + (places[entry].includes("#") ? 0 : 2)) * weight + named * (weight < 0.5 ? weight ** 2 : 1);
    return { entry, matched, points };
  }

  // What is called exactly what was asked for comes first, whatever it is; then what has it in one piece.
  /** @type {(title: string, names: string[], asked: string) => number} */
  function likeness(title, names, asked) {
    if (title === asked || names.includes(asked)) return 100;
    if (asked.includes(" ") && title.includes(asked)) return 60;
    return title.startsWith(asked) ? 30 : 0;
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
    const held = terms.map(({ expression }) => spansIn(expression, folded));
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
    for (const to of [...spansIn(END, text).map(([, end]) => end), text.length]) {
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
  /** @type {(hit: Hit, terms: Term[]) => SearchItem} */
  function item({ entry, points, matched }, terms) {
    const [title, , text] = written.slice(3 * entry, 3 * entry + 3);
    const [inTitle, inText] = [found(title, known[3 * entry], terms), found(text, known[3 * entry + 2], terms)];
    const words = [
      ...inTitle.flat().map(([start, end]) => title.slice(start, end)),
      ...inText.flat().map(([start, end]) => text.slice(start, end)),
    ];
    return {
      location: places[entry],
      title: mark(title, inTitle.flat()),
      text: snippet(text, inText),
      kind: index.kinds?.[index.kind[entry]]?.[1] ?? "",
      score: points,
      terms: Object.fromEntries(terms.map(term => [term.term, term.isExact && matched.includes(term)])),
      words: [...new Set(words.map(word => word.toLowerCase()))].slice(0, MOST_WORDS),
    };
  }

  /** @type {(text: string, kind?: string) => Pick<FromSearch, "kinds" | "number"> & { terms: Term[]; pages: [string, Hit[]][] }} */
  function find(text, kind) {
    const query = vocabulary.query(text);
    const standings = query.terms.map(standing);
    const entries = new Set(standings.flatMap(found => [...found.keys()]));
    let hits = [...entries].sort((one, other) => one - other).map(entry => score(entry, query, standings));
    // What has every word; only where nothing has, what has most of them.
    const most = hits.reduce((held, hit) => Math.max(held, hit.matched.length), 0);
    hits = hits.filter(hit => hit.matched.length === most).sort((a, b) => b.points - a.points);
    const kinds = index.kinds ?? [];
    const counts = kinds.map(() => 0);
    for (const { entry } of hits) counts[index.kind[entry]]++;
    const number = kinds.findIndex(([id]) => id === kind);
    if (kind) hits = hits.filter(({ entry }) => index.kind[entry] === number);

    /** @type {Map<string, Hit[]>} */
    const groups = new Map();
    for (const hit of hits) {
      const page = pageOf(hit.entry);
      if (groups.has(page)) groups.get(page)?.push(hit);
      else if (groups.size < MOST_PAGES) groups.set(page, [hit]);
    }
    const named = kinds.map(([id, word], place) => ({ id, word, count: counts[place] }));
    return {
      terms: query.terms,
      pages: [...groups],
      kinds: named.filter(({ count }) => count),
      number: hits.length,
    };
  }

  /** @type {(text: string, kind?: string, from?: number, to?: number) => FromSearch} */
  function search(text, kind, from = 0, to = MOST_PAGES) {
    if (!last || last.text !== text || last.kind !== kind) last = { text, kind, ...find(text, kind) };
    const { terms, kinds, number } = last;
    const items = last.pages.slice(from, to).map(([page, held]) => {
      const group = held.map(hit => item(hit, terms));
      // The list shows a page above its parts, whether or not it matches itself.
      const above = pages.get(page);
      if (above !== undefined && held.every(({ entry }) => places[entry].includes("#")))
        group.push(item({ entry: above, points: 0, matched: held[0].matched }, terms));
      return group;
    });
    return { items, kinds, number };
  }

  /** @type {NonNullable<Handbook["answer"]>} */
  const answer = message => {
    if ("query" in message) return search(message.query, message.kind, message.from, message.to);
    if ("entries" in message) importScripts(message.entries);
    setup("index" in message ? message.index : self.__index);
    return search("");
  };
  // A worker has no document.
  if (typeof document === "undefined") addEventListener("message", ({ data }) => postMessage(answer(data)));
  else window.handbook.answer = answer;
})();
