// What a reader collects of a page: a statement, a record or an item as it stands there, with the sources that the page
// lists for it. Other scripts take this one in where they name it.

const HELD = "[data-ref], [data-entity], [data-item]";
// Marks, notes and figures that are no part of what a statement says.
const BESIDE =
  "details, figure, svg, button, .hb-where, .hb-aspect, .hb-layer, .hb-code, .hb-help, .hb-sr, .hb-twin, .headerlink";

/** @type {(text: string | null) => string} */
const inLine = text => (text ?? "").replace(/\s+/g, " ").trim();
/** @type {(element: Element | null | undefined) => string} */
const plainText = element => {
  if (!element) return "";
  const copy = /** @type {HTMLElement} */ (element.cloneNode(true));
  for (const more of copy.querySelectorAll(BESIDE)) more.remove();
  return inLine(copy.textContent);
};
/** @type {(element: HTMLElement) => string} */
const refOf = ({ dataset }) => dataset.ref ?? dataset.entity ?? `item/${dataset.item}`;

/** @type {(statement: Element) => string[]} */
const linesOfStatement = statement =>
  [...statement.querySelectorAll(":scope > p:not(.hb-where, .hb-code, .hb-basis), :scope > ul > li")]
    .map(plainText)
    .filter(Boolean);
// A record that is a statement itself is collected as that, a statement only where all of it stands together.
/** @type {(root: ParentNode) => HTMLElement[]} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const heldIn = root =>
  window.handbook
    .all(HELD, root)
    .filter(one =>
      one.dataset.ref === undefined
        ? !one.dataset.entity || !one.querySelector(`[data-ref="${one.dataset.entity}"]`)
        : linesOfStatement(one).length,
    );

/**
 * The sources that an element names by their numbers.
 * @type {(element: Element | null) => DossierSource[]}
 */
const sourcesOf = element =>
  [...(element?.querySelectorAll(".hb-from > li, .hb-basis > a") ?? [])].flatMap(line => {
    /** @type {HTMLAnchorElement | null} */
    const number = line.matches("a") ? line : line.querySelector("a[href^='#']");
    // In the comparison they lead to the sources themselves.
    const named = number?.dataset.source && `li[data-source="${number.dataset.source}"]`;
    /** @type {HTMLElement | null} */
    const entry = named ? document.querySelector(named) : number && document.getElementById(number.hash.slice(1));
    const title = entry?.querySelector("a");
    if (!entry?.dataset.source || !title) return [];
    const at = /** @type {HTMLElement} */ (line.cloneNode(true));
    for (const more of at.querySelectorAll("a, .hb-named, .hb-twin")) more.remove();
    return {
      id: entry.dataset.source,
      title: plainText(title),
      lang: title.lang,
      publisher: plainText(entry.querySelector(".hb-publisher")),
      date: entry.querySelector("time")?.dateTime ?? "",
      at: line.matches("a") ? "" : inLine(at.textContent),
      address: /^https?:/.test(title.getAttribute("href") ?? "") ? title.href : "",
      isCopy: Boolean(entry.querySelector(".hb-copied")),
    };
  });

// Where others find it; a file on a disk has no address for them.
const pageAddress = () => {
  /** @type {HTMLLinkElement | null} */
  const published = document.querySelector("link[rel=canonical]");
  return published?.href ?? (/^http/.test(location.protocol) ? location.href.replace(/#.*/, "") : "");
};
/** @type {(element: HTMLElement) => string} */
const addressOf = element => {
  const page = pageAddress();
  return page && page + (element.id ? `#${element.id}` : "");
};
const NOTHING_CITED = { publisher: "", date: "", at: "", isCopy: false };
const pause = () => (document.documentElement.lang.startsWith("zh") ? "：" : ": ");

/**
 * What a view rests on, each as a source of the handbook's own.
 * @type {(view: HTMLElement) => DossierSource[]}
 */
const restsOn = view => {
  const held = view.querySelector(":scope > .hb-prov");
  const word = plainText(held?.querySelector("summary > .hb-support"));
  return [...(held?.querySelectorAll(".hb-because a") ?? [])].map(link => {
    const [page, href] = [pageAddress(), link.getAttribute("href") ?? ""];
    const title = word + pause() + plainText(link);
    return {
      ...NOTHING_CITED,
      id: href.replace(/.*#/, ""),
      title,
      lang: "",
      address: page && new URL(href, page).href,
    };
  });
};
/** @type {(element: Element | null | undefined) => string} */
const titleIn = element =>
  plainText(element?.querySelector("h1, h2, h3, h4, h5, dt, th, .hb-subtitle, .hb-source__title"));

/** @type {(record: HTMLElement) => string} */
const nameOf = record =>
  record.dataset.item === undefined ? titleIn(record) : plainText(record.querySelector(".hb-item__do"));

/** @type {(statement: HTMLElement) => Snapshot} */
const statementOf = statement => {
  const labels = [...statement.querySelectorAll(":scope > :is(.hb-aspect, .hb-layer, .hb-code, .hb-headline__layer)")];
  const question = statement.matches(".hb-answer") ? [statement.closest("tr")?.querySelector("th summary")] : [];
  const isView = statement.dataset.statement === "view";
  const owner = statement.dataset.ref?.replace(/#.*/, "") ?? "";
  const measure = titleIn(statement.closest(".hb-measure"));
  return {
    ref: refOf(statement),
    about: plainText(statement.querySelector(".hb-where a")) || titleIn(statement.closest(`[data-entity="${owner}"]`)),
    label: [measure, ...[...question, ...labels].map(plainText)].filter(Boolean).join(" · "),
    mark: plainText(statement.querySelector(isView ? ".hb-prov .hb-kind" : ".hb-prov .hb-support, .hb-basis__word")),
    isView,
    text: linesOfStatement(statement).join("\n"),
    sources: isView ? restsOn(statement) : sourcesOf(statement),
    address: addressOf(statement),
  };
};
const UNSAID = "details, .hb-meta, .hb-edit, .hb-chips, .hb-where, .hb-subtitle";
// Lines of a record that are shown without unfolding anything, each with what it answers.
/** @type {(record: HTMLElement) => string[]} */
const linesIn = record => {
  return [...record.querySelectorAll("p, li, dd, td")].flatMap(one => {
    const isOwn = one.closest("[data-entity]") === record && !one.closest(UNSAID);
    const text = isOwn && !one.querySelector("p, li, dd, td") ? plainText(one) : "";
    const question = one.matches("dd") ? plainText(one.previousElementSibling) : "";
    return text ? [question ? question + pause() + text : text] : [];
  });
};
// Of a record, its name and what it is in short: its lead, or else what stands open in it.
/** @type {(record: HTMLElement) => Snapshot} */
const recordOf = record => {
  const isItem = record.dataset.item !== undefined;
  const isPage = record.tagName === "ARTICLE";
  const marked = [...record.querySelectorAll(isItem ? ".hb-item__yields" : ".hb-lead, .hb-source__title + .hb-meta")];
  const lead = plainText(marked.find(one => isItem || one.closest("[data-entity]") === record));
  const about = nameOf(record);
  const lines = linesIn(record).filter(line => line !== about);
  const statements =
    lead || isPage ? [] : [...record.querySelectorAll("[data-ref]")].filter(one => !one.closest("details"));
  const sources = new Map(statements.flatMap(sourcesOf).map(one => [one.id + one.at, one]));
  /** @type {HTMLElement | null} */
  const title = record.querySelector(".hb-source__title");
  const address = title?.querySelector("a")?.href ?? "";
  const own = title && { ...NOTHING_CITED, id: record.id, title: about, lang: title.lang, address };
  return {
    ref: refOf(record),
    about,
    label: "",
    mark: "",
    isView: false,
    text: lead || lines.slice(0, isPage ? 1 : 20).join("\n"),
    sources: own ? [own] : [...sources.values()],
    address: addressOf(record),
  };
};
/** @type {(element: HTMLElement) => Snapshot} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const snapshotOf = element => (element.dataset.ref === undefined ? recordOf(element) : statementOf(element));
