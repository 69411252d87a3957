// A dossier to take away: as HTML that word processors open, and as Markdown. features/dossier.js takes this one in.

/** @type {(whole: DossierWhole) => string} */
const titleOf = ({ title }) => title || window.handbook.say("dossier");
const originOf = () => {
  const { say, day, data } = window.handbook;
  return say("dossier_from", { date: day(data.dataDate) });
};
/** @type {(item: DossierItem) => string} */
const aboutItem = item => [item.kind, item.shown.label, markOfItem(item)].filter(Boolean).join(" · ");
/** @type {(item: DossierItem) => string} */
const citedIn = ({ cited }) => cited.map(({ number, at }) => `[${number}]${at && ` ${at}`}`).join(", ");
// A heading stands once above what follows each other of one record.
/** @type {(items: DossierItem[], place: number) => string} */
const headingAt = (items, place) => {
  const { about } = items[place].shown;
  return items[place - 1]?.shown.about === about ? "" : about;
};
const reuseOf = () => marksOf(window.handbook.data.language)?.reuse ?? "";

/** @type {(whole: DossierWhole) => string} */
// biome-ignore lint/correctness/noUnusedVariables: dossier.js takes it in
const htmlOf = whole => {
  const { make, say } = window.handbook;
  /** @type {(text: string) => (Node | string)[]} */
  const broken = text => text.split("\n").flatMap((line, place) => (place ? [make("br"), line] : [line]));
  /** @type {(address: string) => (Node | string)[]} */
  const link = address => (address ? [" ", make("a", { href: address }, address)] : []);
  const entries = whole.items.flatMap((item, place) => {
    const { entry, shown, published } = item;
    const heading = headingAt(whole.items, place);
    const [notice, comment] = [noticeOf(item), entry.comment.trim()];
    const label = make("b", {}, `${say("dossier_comment")}${say("colon")}`);
    const parts = [
      ...(heading ? [make("h2", {}, heading)] : []),
      ...(aboutItem(item) ? [make("p", {}, make("i", {}, aboutItem(item)))] : []),
      make("p", {}, ...broken(shown.text), item.cited.length ? ` ${citedIn(item)}` : ""),
      ...(notice ? [make("p", {}, make("i", {}, notice), ...(item.since.now ? [" ", entry.text] : []))] : []),
      ...(comment ? [make("p", {}, label, ...broken(comment))] : []),
      make("p", {}, ...(published ? link(published) : [entry.ref])),
    ];
    for (const part of parts) if (!part.contains(label)) part.lang = entry.language === "zh" ? "zh-Hans" : "en";
    return parts;
  });
  const sources = whole.sources.map((source, place) => {
    const title = make("span", source.lang ? { lang: source.lang } : {}, source.title);
    return make("p", {}, `[${place + 1}] `, title, `. ${aboutSource(source)}.`, ...link(source.address));
  });
  const body = make("body", {}, make("h1", {}, titleOf(whole)), make("p", {}, originOf()), ...entries);
  if (sources.length) body.append(make("h2", {}, say("dossier_sources")), ...sources);
  body.append(make("p", {}, reuseOf()));
  const head = make("head", {}, make("meta", { charset: "utf-8" }), make("title", {}, titleOf(whole)));
  return `<!doctype html>\n${make("html", { lang: document.documentElement.lang }, head, body).outerHTML}\n`;
};

// What somebody typed, or a source is called, is no mark of Markdown.
/** @type {(text: string) => string} */
const markdownText = text =>
  text
    .replace(/[\\`*_{}[\]<>#|~$&!]/g, "\\$&")
    .replace(
      /^(\s*)([-+=]|\d+(?=[.)]))/gm,
      (_, blank, sign) => `${blank}${sign.length > 1 || /\d/.test(sign) ? `${sign}\\` : `\\${sign}`}`,
    );
/** @type {(text: string) => string} */
const markdownLines = text => text.trim().split("\n").map(markdownText).join("  \n");

/** @type {(whole: DossierWhole) => string} */
// biome-ignore lint/correctness/noUnusedVariables: dossier.js takes it in
const markdownOf = whole => {
  const { say } = window.handbook;
  const entries = whole.items.flatMap((item, place) => {
    const { entry, shown, published } = item;
    const heading = headingAt(whole.items, place);
    const notice = noticeOf(item);
    return [
      ...(heading ? [`## ${markdownText(heading)}`] : []),
      ...(aboutItem(item) ? [`*${markdownText(aboutItem(item))}*`] : []),
      `${markdownLines(shown.text)} ${markdownText(citedIn(item))}`.trim(),
      ...(notice ? [`${markdownText(notice)} ${item.since.now ? markdownText(entry.text) : ""}`.trim()] : []),
      ...(entry.comment.trim() ? [`**${say("dossier_comment")}** ${markdownLines(entry.comment)}`] : []),
      published ? `<${published}>` : markdownText(entry.ref),
    ].filter(Boolean);
  });
  const sources = whole.sources.map((source, place) =>
    [
      `\\[${place + 1}\\] ${markdownText(source.title)}. ${markdownText(aboutSource(source))}.`,
      source.address && `<${source.address}>`,
    ]
      .filter(Boolean)
      .join(" "),
  );
  const cited = sources.length ? [`## ${say("dossier_sources")}`, ...sources] : [];
  const parts = [`# ${markdownText(titleOf(whole))}`, markdownText(originOf()), ...entries, ...cited, reuseOf()];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
};
