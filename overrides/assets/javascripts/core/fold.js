// Text as it is compared: a query and what it is looked for in are folded alike, in search and in lists.
//
// Other scripts take this one in where they name it; see macros/render/scripts.py.

/** Letters and signs that Unicode does not take apart. */
const FOLDED = new Map(Object.entries({ ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i" }));
for (const quote of "’‘ʼ´`") FOLDED.set(quote, "'");
for (const quote of "“”„«»") FOLDED.set(quote, '"');
for (const dash of "‐‑‒–—−") FOLDED.set(dash, "-");

/** 1,200: taken out before widths are folded, since 2012，300 are two numbers. */
const THOUSANDS = /(?<=\p{Nd}),(?=\p{Nd}{3}(?!\p{Nd}))/gu;

/**
 * One character, without accents, widths, ligatures and what cannot be seen.
 * @param {string} character
 */
function foldCharacter(character) {
  let folded = FOLDED.get(character);
  if (folded === undefined) {
    const letters = character
      .normalize("NFKD")
      .replace(/[\p{M}\p{Cf}]/gu, "")
      .toLowerCase();
    folded = Array.from(letters, letter => FOLDED.get(letter) ?? letter)
      .join("")
      .normalize("NFC");
    FOLDED.set(character, folded);
  }
  return folded;
}

/** What folding may change: neither ASCII nor a Chinese character, unless it means another; pages are full of both. */
let changing = /[^\0-\x7f\u3400-\u9fff]/gu;

/** @param {string} text */
const fold = text => text.toLowerCase().replace(THOUSANDS, "").replace(changing, foldCharacter);

/** @param {string} text */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const folded = text => fold(text).replace(/\s+/g, " ").trim();

// Characters that mean others: two and two, the other first.
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const foldAlso = (pairs = "") => {
  const characters = Array.from(pairs);
  for (let place = 0; place < characters.length; place += 2) FOLDED.set(characters[place], characters[place + 1]);
  const others = characters.filter((one, place) => place % 2 === 0 && one >= "\u3400" && one <= "\u9fff").join("");
  if (others) changing = new RegExp(`[^\\0-\\x7f\\u3400-\\u9fff]|[${others}]`, "gu");
};
