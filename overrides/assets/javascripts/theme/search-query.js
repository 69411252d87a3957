// A query as terms to look for, and as names. search-worker.js takes this in, behind core/fold.js.
//
// A run of Chinese, Japanese or Korean is looked for as it was typed, anywhere in a text; a Latin word at the beginning
// of any word. What nobody wrote so leads, through the glossary, to the form that the handbook uses; or it is cut into
// pieces, or taken for a slip of one letter, and is then known to be inexact.

const RUN = "\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}\\p{sc=Hang}ー々〆";
const IN_RUN = new RegExp(`^[${RUN}]`, "u");
const WORD = `[^\\s${RUN}\\p{P}\\p{S}]+(?:[.'-][^\\s${RUN}\\p{P}\\p{S}]+)*`;
const ENDED = `(?:(?![\\p{L}\\p{N}])|(?=[${RUN}]))`;
const RUNS = new RegExp(`[${RUN}]+|${WORD}`, "gu");
const COMMON = new Set(
  "a about an and are at be by can could do does for from have how i in is it its me my of on or our should that the these this to was we were what when where which who why will with would you your".split(
    " ",
  ),
);
const ASKING =
  /^\s*(什么是|什么叫|何谓|何为)|(是什么意思|是什么|指什么|怎么办|怎么做|吗|呢)\s*$|为什么|如何|怎么|怎样|有?哪些/g;
const PLURAL = /^s(?![\p{L}\p{N}])/u;
const ASKED = /^(?:(?:what|who|where|how|is|are|was|the|an?) )+/;
// Of the same word, in the plural, in Britain and in America.
/** @type {[RegExp, string][]} */
const SPELLINGS = [
  [/our(?=s?$|ed$|ing$|ite$|able$)/, "or"],
  [/or(?=s?$|ed$|ing$|ite$|able$)/, "our"],
  [/is(?=e[srd]?$|ing$|ation$)/, "iz"],
  [/iz(?=e[srd]?$|ing$|ation$)/, "is"],
  [/re(?=s?$)/, "er"],
  [/er(?=s?$)/, "re"],
  [/ogue(?=s?$)/, "og"],
  [/og(?=s?$)/, "ogue"],
  [/ence(?=s?$)/, "ense"],
  [/ense(?=s?$)/, "ence"],
  [/ll(?=ed$|ing$|er$)/, "l"],
  [/l(?=ed$|ing$|er$)/, "ll"],
  [/ging$/, "geing"],
  [/geing$/, "ging"],
  [/ies$/, "y"],
  [/y$/, "ies"],
];

/** Signs between words, of which Chinese pages are full: each is folded to one other, and no word has any. */
const SIGNS = "，：；（）？！“”";

/**
 * A long text in one go, all but the signs between its words, and with those of the characters that mean others that
 * stand in it: a tenth of the time, since nearly all else stays as it is.
 * @type {(text: string, also?: string) => string}
 */
// biome-ignore lint/correctness/noUnusedVariables: the search takes it in
const foldLong = (text, also = "") => {
  const changed = `[^\\0-\\x7f\\u3400-\\u9fff\\ud800-\\udfff。、《》·〔〕${SIGNS}]${also && `|[${also}]`}`;
  return text
    .toLowerCase()
    .replace(THOUSANDS, "")
    .replace(new RegExp(changed, "g"), foldCharacter)
    .replace(/[\ud800-\udbff][\udc00-\udfff]/g, foldCharacter);
};

/** Of a folded text: what foldLong leaves as it was. */
const SIGN = /[,:;()?!"]/;
const AS_LEFT = new Map(Array.from(",:;()?!", (sign, place) => [sign, `[${sign}${SIGNS[place]}]`])).set('"', '["“”]');

/** @typedef {{ term: string; expression: RegExp; isExact: boolean }} Term */
/** @typedef {{ names: string[]; others: string[]; terms: Term[] }} Query */

// biome-ignore lint/correctness/noUnusedVariables: the search takes it in
class Vocabulary {
  /** @param {SearchIndex["same"]} same @param {string} everything folded by foldLong */
  constructor(same = {}, everything = "") {
    this.everything = everything;
    this.same = new Map(Object.entries(same).map(([alias, forms]) => [fold(alias), forms.map(fold)]));
    this.aliases = [...this.same.keys()].sort((one, other) => other.length - one.length);
  }

  /** @param {string} text folded */
  has(text) {
    return SIGN.test(text) ? new RegExp(literal(text), "u").test(this.everything) : this.everything.includes(text);
  }

  /** @type {Set<string> | undefined} */
  #words;

  /** Every word in Latin letters, for which no query in Chinese has to wait. */
  get words() {
    this.#words ??= new Set(this.everything.match(new RegExp(WORD, "gu")));
    return this.#words;
  }

  /** @type {Map<string, Set<string>> | undefined} */
  #hyphened;

  // wifi → wi-fi
  get hyphened() {
    if (this.#hyphened) return this.#hyphened;
    this.#hyphened = new Map();
    for (const word of this.words)
      if (word.includes("-")) {
        const joined = word.replaceAll("-", "");
        this.#hyphened.set(joined, (this.#hyphened.get(joined) ?? new Set()).add(word));
      }
    return this.#hyphened;
  }

  /** @param {string} typed @returns {Query} */
  query(typed) {
    const asked = fold(typed).replaceAll("?", " ");
    const plain = asked.replace(ASKING, blank).trim() ? asked.replace(ASKING, blank) : asked;
    /** @type {Term[]} */
    const terms = [];
    const began = origins(typed);
    const words = new Map();
    for (const { 0: word, index } of this.#aliased(plain, terms).matchAll(RUNS))
      words.set(word, typed.slice(began[index], began[index + word.length]));
    const telling = [...words].filter(([word]) => !COMMON.has(word));
    const tells = telling.length || terms.length;
    for (const [word, shown] of tells ? telling : words)
      terms.push(...(IN_RUN.test(word) ? this.#run(word, shown) : [this.#word(word, shown)]));
    const whole = tells ? plain.trim().replace(ASKED, "") : plain.trim();
    const names = [whole, whole.replace(/ies$/, "y"), whole.replace(/s$/, "")].filter(name => name);
    return { names, others: names.flatMap(name => this.same.get(name) ?? []), terms };
  }

  // Takes out what the glossary knows by another name, the longest first, and leaves the rest in its place.
  /** @param {string} text @param {Term[]} found */
  #aliased(text, found) {
    for (const alias of this.aliases) {
      const place = this.#place(text, alias);
      if (place < 0) continue;
      const forms = [alias, ...(this.same.get(alias) ?? [])].filter(form => this.has(form));
      if (!forms.length) continue;
      found.push({ term: alias, expression: anyOf(forms.map(pattern)), isExact: true });
      const end = text.length - text.slice(place + alias.length).replace(PLURAL, "").length;
      text = text.slice(0, place) + blank(text.slice(place, end)) + text.slice(end);
    }
    return text;
  }

  /** @param {string} text @param {string} alias */
  #place(text, alias) {
    const place = text.indexOf(alias);
    if (place < 0) return place;
    const before = text[place - 1] ?? " ",
      after = text.slice(place + alias.length).replace(PLURAL, "")[0] ?? " ";
    if (!IN_RUN.test(alias)) return /[\p{L}\p{N}]/u.test(before) || /[\p{L}\p{N}]/u.test(after) ? -1 : place;
    // Inside a run that somebody wrote in one piece it is what was meant.
    const run = (text.match(RUNS) ?? []).find(one => one.includes(alias)) ?? alias;
    return run !== alias && this.everything.includes(run) ? -1 : place;
  }

  // A run that nobody wrote in one piece is cut into pieces that somebody did: what leaves the fewest characters, in the
  // fewest pieces; 规划目标 into 规划 and 目标, though somebody wrote 规划目录.
  /** @param {string} run */
  #cut(run) {
    /** @type {{ lost: number; pieces: string[] }[]} */
    const best = [{ lost: 0, pieces: [] }];
    for (let end = 1; end <= run.length; end++) {
      best[end] = { lost: best[end - 1].lost + 1, pieces: best[end - 1].pieces };
      for (let start = end - 2; start >= 0 && this.everything.includes(run.slice(start, end)); start--) {
        const { lost, pieces } = best[start];
        const isBetter = lost < best[end].lost || (lost === best[end].lost && pieces.length < best[end].pieces.length);
        if (isBetter) best[end] = { lost, pieces: [...pieces, run.slice(start, end)] };
      }
    }
    return best[run.length].pieces;
  }

  /** @param {string} run @param {string} shown @returns {Term[]} */
  #run(run, shown) {
    if (this.everything.includes(run)) return [{ term: shown, expression: anyOf([pattern(run)]), isExact: true }];
    const pieces = this.#cut(run);
    return [
      { term: shown, expression: NOTHING, isExact: false },
      ...pieces.map(piece => ({ term: piece, expression: anyOf([pattern(piece)]), isExact: true })),
    ];
  }

  /** @param {string} word @param {string} shown @returns {Term} */
  #word(word, shown) {
    const joined = word.replaceAll("-", "");
    const stem = word.length > 3 && /[^s]s$/.test(word) ? [word.replace(/'?s$/, "")] : [];
    // AI is not the beginning of aims and air.
    if (word.length < 4 && (this.words.has(word) || this.words.has(`${word}s`)))
      return { term: shown, expression: anyOf([`(?:${pattern(word)})s?${ENDED}`]), isExact: true };
    const forms = [
      ...[word, ...stem].map(pattern),
      ...(word.includes("-") ? [pattern(joined), pattern(word).replaceAll("-", " ")] : []),
      ...[...(this.hyphened.get(joined) ?? [])].map(pattern),
      ...spellings(word)
        .filter(other => this.everything.includes(other))
        .map(pattern),
    ];
    const expression = anyOf(forms);
    if (this.everything.search(expression) >= 0) return { term: shown, expression, isExact: true };
    const meant = [...this.words].filter(other => isSlip(word, other));
    return { term: shown, expression: meant.length ? anyOf(meant.map(pattern)) : NOTHING, isExact: false };
  }
}

/** @type {Map<string, number>} How long each character is that was folded by itself. */
const LENGTHS = new Map();

/** @param {string} character */
function foldedLength(character) {
  const length = LENGTHS.get(character) ?? fold(character).length;
  LENGTHS.set(character, length);
  return length;
}

// Where each character of a folded text began before it was folded.
/** @param {string} text */
function origins(text) {
  const found = [];
  const lost = new Set([...text.matchAll(THOUSANDS)].map(({ index }) => index));
  let place = 0;
  for (const character of text) {
    if (!lost.has(place)) for (let unit = foldedLength(character); unit; unit--) found.push(place);
    place += character.length;
  }
  found.push(text.length);
  return found;
}

/** @param {string} text */
const blank = text => " ".repeat(text.length);

const NOTHING = /(?!)/gu;

/** @param {string} text */
const literal = text => text.replace(/[.*+?^${}()|[\]\\/,:;!"]/g, sign => AS_LEFT.get(sign) ?? `\\${sign}`);

// Anywhere for a run, at the beginning of a word otherwise.
/** @param {string} text */
function pattern(text) {
  const written = literal(text) + (/^\d{3,}$/.test(text) ? "(?!\\d)" : ""); // 1200 is not 12000
  return IN_RUN.test(text) ? written : `(?<![\\p{L}\\p{N}])${written}|(?<=[${RUN}])${written}`;
}

/** @param {string[]} patterns */
const anyOf = patterns => new RegExp(patterns.join("|"), "gu");

/** @param {string} word */
const spellings = word =>
  SPELLINGS.filter(([ending]) => ending.test(word)).map(([ending, other]) => word.replace(ending, other));

// Whether two words are one letter apart: too many, missing, wrong, or two exchanged. Short words are too many.
/** @param {string} word @param {string} other */
function isSlip(word, other) {
  if (word.length < 4 || Math.abs(word.length - other.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === other[start]) start++;
  const [rest, left] = [word.slice(start), other.slice(start)];
  return (
    rest.slice(1) === left.slice(1) ||
    rest.slice(1) === left ||
    rest === left.slice(1) ||
    (rest.slice(2) === left.slice(2) && rest[0] === left[1] && rest[1] === left[0])
  );
}
