// Words in the language of the page, and what there is to work on, with its titles and places.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const { make } = handbook;
  const data = window.handbookItems;

  /** @type {Handbook["own"]} */
  const own = (held, id) => (Object.hasOwn(held, id) ? held[id] : undefined);
  /** @type {Handbook["say"]} */
  const say = (name, values = {}) => {
    const word = own(data.words, name);
    if (word === undefined) throw new Error(`no word ${name}`);
    return word.replace(/\{(\w+)\}/g, (place, key) => String(key in values ? values[key] : place));
  };
  /** @type {Handbook["stateWord"]} */
  const stateWord = state => say(state.replace(/-/g, "_"));
  /** @type {HandbookTexts} */
  const NONE = { items: {}, owners: {} };
  /** @type {Handbook["title"]} */
  const title = (id, records = []) => {
    const { items, owners } = window.handbookTexts || NONE;
    const typed = records.map(record => record.own.get(id)?.text).find(Boolean);
    if (typed) return typed;
    return own(items, id) || (own(owners, id) || [id])[0];
  };
  // Whose answers they are: 第1组, or 第1组 · 李 for one person's.
  /** @type {Handbook["whose"]} */
  const whose = ({ group, person }) => [group || say("nameless"), person].filter(Boolean).join(" · ");
  /** @type {HTMLScriptElement | null | undefined} Looked for once: a merged table is long, and has a link in each row. */
  let beside;
  // Where an item or what is rated stands in this copy; '' for what it does not have. Known once the texts are there.
  /** @type {Handbook["href"]} */
  const href = id => {
    const { items, owners } = window.handbookTexts || NONE;
    const [kind, owner, item] = id.split(/[./]/);
    const [, , list, record] = own(owners, `${kind}/${owner}`) || [];
    const place = item ? own(items, id) && list + item : record;
    if (beside === undefined) beside = document.querySelector('script[src*="handbook-items"]');
    return place && beside ? new URL(`../${data.language}/${place}`, beside.src).href : place || "";
  };
  // Scripts that a page needs only now and then stand beside those that it has; in a saved copy all are inside.
  /** @type {Map<string, (() => void)[]>} */
  const waiting = new Map();
  /** @type {Handbook["need"]} */
  const need = (present, beside, name, then) => {
    /** @type {HTMLScriptElement | null} */
    const neighbour = document.querySelector(`script[src*="${beside}"]`);
    if (present() || !neighbour) {
      then();
      return;
    }
    const held = waiting.get(name);
    if (held) {
      held.push(then);
      return;
    }
    waiting.set(name, [then]);
    const script = document.createElement("script");
    script.src = neighbour.src.replace(beside, name);
    script.onload = script.onerror = () => {
      const asked = waiting.get(name) ?? [];
      waiting.delete(name);
      asked.forEach(one => one());
    };
    document.head.append(script);
  };
  // A field of an entry, and what it holds, as readers are told of it.
  /** @type {Handbook["fieldWord"]} */
  const fieldWord = field => say({ forEditors: "for_editors" }[field] || field);
  /** @type {Handbook["answerWord"]} */
  const answerWord = (field, value) => {
    if (value === "" || value === 0 || value === false) return say("nothing");
    if (field === "state") return stateWord(/** @type {ItemState} */ (value));
    if (field === "place") return title(String(value).split(".").slice(0, 2).join("/"));
    return value === true ? say("yes") : handbook.short(value, 200);
  };
  const LANGUAGE = data.language === "en" ? "en-GB" : "zh-CN";
  // Made once: a merged report words thousands of days.
  const days = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "long" }),
    moments = new Intl.DateTimeFormat(LANGUAGE, { dateStyle: "long", timeStyle: "short" });
  /** @type {Handbook["day"]} */
  const day = when => days.format(new Date(when));
  /** @type {Handbook["moment"]} */
  const moment = when => moments.format(new Date(when));

  // Of many faults, the first and how many more there are.
  /** @type {Handbook["faultLines"]} */
  const faultLines = faults => {
    const more = faults.length > 20 ? [say("more_faults", { number: faults.length - 20 })] : [];
    return [...faults.slice(0, 20), ...more].map(text => make("p", { class: "hb-fault", dir: "auto" }, text));
  };

  /** @type {Handbook["decimal"]} */
  const decimal = value => (Number.isInteger(value) ? String(value) : value.toFixed(1));
  const today = () => new Intl.DateTimeFormat("sv-SE").format(new Date()); // 2026-11-25, where the group is

  Object.assign(handbook, { fieldWord, answerWord });
  Object.assign(handbook, {
    data,
    own,
    say,
    stateWord,
    title,
    whose,
    href,
    need,
    day,
    moment,
    today,
    decimal,
    faultLines,
  });
})();
