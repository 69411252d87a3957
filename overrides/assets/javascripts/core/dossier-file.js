// The dossier's file: what it looks like as text, and how such a text is read, whoever wrote it. core/dossier.js takes
// this one in. Every value is checked where it enters:
//   {"format": "handbook-dossier", "version": 1, "handbook": {"version": "0.1.0", "dataDate": "2026-11-24"},
//    "title": "", "entries": [{"ref": "city/london#plan", "language": "zh", "about": "伦敦", "label": "", "mark": "一手",
//      "isView": false, "text": "…", "address": "https://…", "date": "2026-11-24",   of the data, when it was collected
//      "comment": "", "sources": [{"id": "london-2", "title": "…", "lang": "en", "publisher": "…", "date": "2018-06",
//        "at": "p. 3", "address": "https://…", "isCopy": true}]}]}
// An entry is known by its ref and language.

const DOSSIER_ENTRIES = 2000,
  DOSSIER_BYTES = 4 * 1024 * 1024;
const DOSSIER_REF = /^[a-z][a-z0-9-]*(\/[a-z0-9.-]+)?(#[a-z0-9.-]+)?$/;
/** @typedef {Record<string, unknown>} Fields */

/**
 * @param {unknown} value
 * @returns {value is Fields}
 */
const isFields = value => typeof value === "object" && value !== null && !Array.isArray(value);
/** @type {(value: unknown, most?: number) => string} */
const plainOf = (value, most = 500) =>
  typeof value === "string" ? value.replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, " ").slice(0, most) : "";
/** @type {(value: unknown) => string} */
const linkOf = value => (/^https?:\/\/[^\s"<>]+$/.test(plainOf(value, 2000)) ? plainOf(value, 2000) : "");
/** @type {(value: unknown) => string} */
const dateOf = value => (/^\d{4}(-\d\d){0,2}$/.test(plainOf(value, 10)) ? plainOf(value, 10) : "");

/** @type {(held: unknown) => DossierSource[]} */
const sourceOf = held =>
  isFields(held) && plainOf(held.title)
    ? [
        {
          id: plainOf(held.id, 200),
          title: plainOf(held.title),
          lang: /^[A-Za-z-]{2,12}$/.test(plainOf(held.lang, 13)) ? plainOf(held.lang) : "",
          publisher: plainOf(held.publisher),
          date: dateOf(held.date),
          at: plainOf(held.at, 200),
          address: linkOf(held.address),
          isCopy: held.isCopy === true,
        },
      ]
    : [];
/** @type {(held: unknown) => DossierEntry[]} */
function entryOf(held) {
  if (!isFields(held)) return [];
  const ref = plainOf(held.ref, 300),
    { language } = held;
  if (!DOSSIER_REF.test(ref) || (language !== "zh" && language !== "en")) return [];
  return [
    {
      ref,
      language,
      about: plainOf(held.about),
      label: plainOf(held.label),
      mark: plainOf(held.mark, 100),
      isView: held.isView === true,
      text: plainOf(held.text, 10000),
      address: linkOf(held.address),
      date: dateOf(held.date),
      comment: plainOf(held.comment, 20000),
      sources: (Array.isArray(held.sources) ? held.sources.slice(0, 100) : []).flatMap(sourceOf),
    },
  ];
}
/** @type {(entry: { ref: string; language: string }) => string} */
const entryKey = ({ ref, language }) => `${language} ${ref}`;
/** @type {(entries: DossierEntry[]) => DossierEntry[]} */
const eachOnce = entries => [...new Map(entries.map(entry => [entryKey(entry), entry])).values()];

/** Why nothing of a text is read, worded. */
class DossierRefused extends Error {}
/** @type {(name: string, values?: Record<string, string | number>) => never} */
const refuseDossier = (name, values) => {
  throw new DossierRefused(window.handbook.say(name, values));
};
/** @type {Handbook["dossier"]["read"]} */
function readDossier(text) {
  /** @type {unknown} */
  let file;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    refuseDossier("why_json");
  }
  if (!isFields(file) || file.format !== "handbook-dossier") return refuseDossier("dossier_format");
  if (file.version !== 1) refuseDossier("dossier_version", { version: plainOf(String(file.version), 20) });
  const lines = Array.isArray(file.entries) ? file.entries : [];
  const entries = eachOnce(lines.slice(0, DOSSIER_ENTRIES).flatMap(entryOf));
  return { dossier: { title: plainOf(file.title, 200), entries }, bad: lines.length - entries.length };
}
/** @type {Handbook["dossier"]["readFile"]} */
// biome-ignore lint/correctness/noUnusedVariables: dossier.js takes it in
async function readDossierFile(file) {
  if (file.size > DOSSIER_BYTES) refuseDossier("why_big", { most: DOSSIER_BYTES / 1024 / 1024 });
  const bytes = await file.arrayBuffer().catch(() => refuseDossier("why_unreadable"));
  try {
    return readDossier(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    return error instanceof DossierRefused ? Promise.reject(error) : refuseDossier("why_encoding");
  }
}
/** @type {Handbook["dossier"]["write"]} */
// biome-ignore lint/correctness/noUnusedVariables: dossier.js takes it in
const writeDossier = ({ title, entries }) => {
  const { version, dataDate } = window.handbook.data;
  const head = { format: "handbook-dossier", version: 1, handbook: { version, dataDate } };
  return JSON.stringify({ ...head, title, entries }, null, 1);
};

// Of two dossiers, the order of the first; no word of the reader's in either is lost.
/** @type {Handbook["dossier"]["join"]} */
// biome-ignore lint/correctness/noUnusedVariables: dossier.js takes it in
const joinDossiers = (one, other) => {
  const incoming = new Map(other.entries.map(entry => [entryKey(entry), entry]));
  const both = one.entries.map(entry => {
    const theirs = incoming.get(entryKey(entry))?.comment ?? "";
    incoming.delete(entryKey(entry));
    if (entry.comment.includes(theirs)) return entry;
    return { ...entry, comment: theirs.includes(entry.comment) ? theirs : `${entry.comment}\n\n${theirs}` };
  });
  return { title: one.title || other.title, entries: [...both, ...incoming.values()] };
};
