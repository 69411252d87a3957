// A dossier as it is shown and taken away: in today's words, its sources numbered. features/dossier.js takes this in.

/** @type {(entry: DossierEntry, since: DossierSince) => { shown: Snapshot; kind: string }} */
const wordedEntry = (entry, since) => {
  const marks = marksOf(entry.language);
  const { record, ref } = markOf(entry);
  const [kind] = ref.split(/[/#]/);
  const shown = since.state === "changed" && since.now ? since.now : entry;
  const about = record?.[1] || shown.about || ref;
  return { shown: { ...shown, about }, kind: (marks && window.handbook.own(marks.kinds, kind)) ?? "" };
};

/** @type {(dossier: Dossier, since: Map<string, DossierSince>) => DossierWhole} */
// biome-ignore lint/correctness/noUnusedVariables: dossier.js takes it in
const wholeOf = ({ title, entries }, since) => {
  /** @type {Map<string, number>} */
  const numbers = new Map();
  /** @type {DossierSource[]} */
  const sources = [];
  /** @param {DossierSource} source */
  const cite = source => {
    const key = `${source.id} ${source.title} ${source.address}`;
    if (!numbers.has(key)) numbers.set(key, sources.push(source));
    return { number: numbers.get(key) ?? 0, at: source.at };
  };
  const items = entries.map(entry => {
    const key = window.handbook.dossier.keyOf(entry);
    const held = since.get(sinceKey(entry)) ?? { state: "unknown" };
    const { shown, kind } = wordedEntry(entry, held);
    return { key, entry, since: held, shown, kind, ...placeOf(entry), cited: shown.sources.map(cite) };
  });
  return { title, items, sources };
};

// How sure it is; of what the handbook itself thinks, that it is a view.
/** @type {(item: DossierItem) => string} */
// biome-ignore lint/correctness/noUnusedVariables: dossier.js takes it in
const markOfItem = ({ shown: { isView, mark } }) =>
  [isView ? window.handbook.say("dossier_view") : "", mark].filter(Boolean).join(" · ");
/** @type {(item: DossierItem) => string} */
// biome-ignore lint/correctness/noUnusedVariables: dossier.js takes it in
const noticeOf = ({ entry, since }) => {
  const { say, day } = window.handbook;
  const date = entry.date ? (/^\d{4}-\d\d-\d\d$/.test(entry.date) ? day(entry.date) : entry.date) : "?";
  if (since.state === "changed") return say(since.now ? "dossier_changed" : "dossier_changed_unread", { date });
  if (since.state === "gone") return say("dossier_gone", { date });
  return since.state === "absent" ? say("dossier_absent", { date }) : "";
};
/** @type {(source: DossierSource) => string} */
// biome-ignore lint/correctness/noUnusedVariables: dossier.js takes it in
const aboutSource = ({ publisher, date, isCopy }) =>
  [publisher, date, isCopy ? window.handbook.say("dossier_as_copy") : ""].filter(Boolean).join(" · ");

// A dossier before it was replaced by the next, with what was written or collected since.
/** @type {(before: Dossier, next: Dossier, now: Dossier) => Dossier} */
// biome-ignore lint/correctness/noUnusedVariables: dossier.js takes it in
const undone = (before, next, now) => {
  const { keyOf } = window.handbook.dossier;
  const [were, are] = [next, now].map(({ entries }) => new Map(entries.map(entry => [keyOf(entry), entry])));
  /** @param {DossierEntry} entry */
  const isWritten = entry => entry.comment !== were.get(keyOf(entry))?.comment;
  const back = before.entries.map(entry => {
    const is = are.get(keyOf(entry));
    return is && isWritten(is) ? { ...entry, comment: is.comment || entry.comment } : entry;
  });
  const known = new Set(before.entries.map(keyOf));
  const later = now.entries.filter(entry => !known.has(keyOf(entry)) && isWritten(entry));
  return { title: now.title === next.title ? before.title : now.title, entries: [...back, ...later] };
};
