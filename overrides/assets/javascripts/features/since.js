// What became of entries of a dossier since they were collected: features/dossier.js takes this one in.
//
// A fingerprint of every statement tells whether it is still as it was. What is not, and records collected from other
// data, are looked up where they stand today: in a hidden frame, since nothing can be fetched from disk.
/* core/crc.js */
/* core/snapshot.js */

/** @type {(language: string) => HandbookMarks | undefined} */
const marksOf = language => window.handbookMarks?.[language];
/** @type {(language: string) => Promise<unknown>} */
const loadMarks = language =>
  new Promise(done => {
    const { need, data, all } = window.handbook;
    const isHere = language === data.language || all(`a.md-select__link[hreflang^="${language}"]`).length;
    if (isHere)
      need(
        () => marksOf(language),
        `handbook-items.${data.language}`,
        `handbook-marks.${language}`,
        () => done(null),
      );
    else done(null);
  });

// Records lead on from their earlier ids.
/** @type {(entry: { ref: string; language: string }) => { ref: string; own: string; record?: HandbookMarks["records"][""] }} */
const markOf = ({ ref, language }) => {
  const marks = marksOf(language);
  const [owner, own] = ref.split("#");
  if (!marks) return { ref, own: own ?? "" };
  const today = window.handbook.own(marks.formerly, owner) ?? owner;
  return {
    ref: own === undefined ? today : `${today}#${own}`,
    own: own ?? "",
    record: window.handbook.own(marks.records, today),
  };
};
/** @type {(page: string, anchors: string, own: string) => string} */
const withAnchor = (page, anchors, own) =>
  own ? `${page.replace(/#.*/, "")}#${anchors}${own.replaceAll(".", "--")}` : page;

/** @type {(entry: DossierEntry) => { here: string; published: string }} */
const placeOf = entry => {
  const { record, ref, own } = markOf(entry);
  if (!record?.[0]) return { here: "", published: entry.address };
  const place = withAnchor(record[0], record[2], own);
  const { root } = document.documentElement.dataset;
  const site = marksOf(entry.language)?.site;
  // The single file has all pages inside.
  const inside = root === undefined && entryIn(document, ref)?.closest("[id]")?.id;
  const here =
    root === undefined
      ? inside
        ? `#${inside}`
        : ""
      : new URL(`../${entry.language}/${place}`, new URL(root, location.href)).href;
  const asFolders = place.replace(/(?:(^|\/)index)?\.html(?=#|$)/, (_, slash) => slash ?? "/");
  if (site) return { here, published: `${site}${entry.language}/${asFolders}` };
  return { here, published: here.startsWith("http") ? here : entry.address };
};

// What a view rests on are statements, which have fingerprints of their own.
/** @type {(snapshot: Snapshot) => string} */
const printOf = ({ text, sources, isView }) => {
  const ids = isView ? [] : [...new Set(sources.map(({ id }) => id))].sort();
  return checksum([text.replace(/\s+/g, ""), ...ids].join("|"));
};
// What is known of an entry holds for it as it was collected.
/** @type {(entry: DossierEntry) => string} */
const sinceKey = entry => `${window.handbook.dossier.keyOf(entry)} ${entry.date} ${printOf(entry)}`;
/** @type {(root: ParentNode, ref: string) => HTMLElement | undefined} */
const entryIn = (root, ref) => {
  const { all } = window.handbook;
  const record = ref.startsWith("item/") ? `[data-item="${ref.slice(5)}"]` : `[data-entity="${ref}"]`;
  return all(`[data-ref="${ref}"][id]`, root)[0] ?? all(`[data-ref="${ref}"]`, root)[0] ?? all(record, root)[0];
};

/**
 * Asks a page in a hidden frame how some of what it holds stands there.
 * @type {(address: string, language: "zh" | "en", refs: string[]) => Promise<Snapshot[]>}
 */
const askPage = (address, language, refs) =>
  new Promise(done => {
    const { make, dossier } = window.handbook;
    const name = `handbook-dossier ${JSON.stringify(refs)}`;
    const frame = make("iframe", { name, src: address, hidden: "", "aria-hidden": "true" });
    /** @param {unknown[]} told */
    const end = told => {
      removeEventListener("message", hear);
      clearTimeout(patience);
      frame.remove();
      const entries = told.map(one => (typeof one === "object" ? { ...one, language } : one));
      done(dossier.read(JSON.stringify({ format: "handbook-dossier", version: 1, entries })).dossier.entries);
    };
    /** @param {MessageEvent} event */
    const hear = ({ source, data }) => {
      if (source === frame.contentWindow && Array.isArray(data?.dossier)) end(data.dossier);
    };
    const patience = setTimeout(end, 60000, []);
    addEventListener("message", hear);
    document.body.append(frame);
  });

/** @type {(entry: DossierEntry) => DossierSince & { isDue?: boolean }} */
const judged = entry => {
  if (!marksOf(entry.language)) return { state: "unknown" };
  const { record, own } = markOf(entry);
  const print = record && window.handbook.own(record[3], own);
  if (!record || (own && print === undefined)) return { state: "gone" };
  if (print === undefined && entry.date === window.handbook.data.dataDate) return { state: "same" };
  if (print === printOf(entry)) return { state: "same" };
  return record[0] ? { state: print === undefined ? "same" : "changed", isDue: true } : { state: "absent" };
};
/**
 * By `sinceKey`, when all is known.
 * @type {(entries: DossierEntry[]) => Promise<Map<string, DossierSince>>}
 */
// biome-ignore lint/correctness/noUnusedVariables: dossier.js takes it in
const sinceOf = async entries => {
  await Promise.all([...new Set(entries.map(({ language }) => language))].map(loadMarks));
  const found = new Map(entries.map(entry => [sinceKey(entry), judged(entry)]));
  const due = entries.filter(entry => found.get(sinceKey(entry))?.isDue);
  /** @type {Map<string, DossierEntry[]>} */
  const byPage = new Map();
  for (const entry of due) {
    const page = placeOf(entry).here.replace(/#.*/, "");
    byPage.set(page, [...(byPage.get(page) ?? []), entry]);
  }
  for (const [page, held] of byPage) {
    const refs = held.map(entry => markOf(entry).ref);
    const inside = refs.map(ref => entryIn(document, ref)).flatMap(one => (one ? [snapshotOf(one)] : []));
    const told = page ? await askPage(page, held[0].language, refs) : inside;
    for (const entry of held) {
      const now = told.find(({ ref }) => ref === markOf(entry).ref);
      const { state } = judged(entry);
      const isSame = now && printOf(now) === printOf(entry);
      if (now) found.set(sinceKey(entry), { state: isSame ? "same" : "changed", now });
      else found.set(sinceKey(entry), { state });
    }
  }
  return found;
};
