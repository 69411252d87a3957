// The rules that can be stated while somebody types; all others are for `handbook apply`. form.js takes this in.

const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
const HAN = "\u3400-\u9fff";
const HALF = new RegExp(
  `[${HAN}][,;:?!(]|[,;:] *[${HAN}（《“]|\\)[${HAN}]|[${HAN}]\\.(?![A-Za-z])|[${HAN}]"|"[${HAN}]`,
);
const BLANK = new RegExp(`[${HAN}，。；：、！？）》”][ \u3000]+[${HAN}（《“]`);
const FORMS = ["text", "date", "period", "value", "series", "money", "list", "refs", "absent"];

/** @type {(text: string) => boolean} */
const isDay = text => {
  const found = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!found) return false;
  const [year, month, day] = [found[1], found[2] ?? "01", found[3] ?? "01"];
  const when = new Date(`${year}-${month}-${day}T00:00:00Z`);
  return !Number.isNaN(when.getTime()) && when.getUTCDate() === Number(day);
};
/** @type {() => string} */
const today = () => new Intl.DateTimeFormat("sv-SE").format(new Date());

/** @type {(text: string, language: string) => string} */
const faultOfText = (text, language) => {
  if (text !== text.trim() || /[\r\n]/.test(text)) return proposed("f_edge");
  if (language === "zh") {
    if (HALF.test(text)) return proposed("f_width");
    if (BLANK.test(text.replace(/《[^》]*》/g, ""))) return proposed("f_blank");
    return /[A-Za-z]{3} [a-z]{3}/.test(text) && !new RegExp(`[${HAN}]`).test(text) ? proposed("f_latin") : "";
  }
  const rest = text.replace(/（[^）]*）|\([^)]*\)|“[^”]*”|《[^》]*》/g, "");
  if (/[，。；：？！、（）]/.test(rest)) return proposed("f_english");
  return new RegExp(`[${HAN}]{5}`).test(rest) ? proposed("f_chinese") : "";
};
/** @type {(type: FormType, value: any) => string} */
const faultOfScalar = (type, value) => {
  const text = String(value);
  if (type.t === "id") return ID.test(text) && text.length <= 60 ? "" : proposed("f_id");
  if (type.t === "day") return isDay(text) ? "" : proposed("f_day");
  if (type.t === "number" || type.t === "whole") return typeof value === "number" ? "" : proposed("f_number");
  if (type.t === "url") return /^https?:\/\/[^\s<>"'`\\{}|^]+$/.test(text) ? "" : proposed("f_url");
  if (type.t === "ref") return isKnown(type.kind ? `${type.kind}/${text}` : text) ? "" : proposed("f_known");
  return type.t === "line" && (text !== text.trim() || /[\r\n]/.test(text)) ? proposed("f_edge") : "";
};
/** @type {(type: FormType, value: any, path: FormPath) => FormFault[]} */
const faultsIn = (type, value, path) => {
  if (value === undefined) return [];
  if (type.t === "text")
    return ["zh", "en"].flatMap(language => {
      const text = value[language] ?? "";
      const fault = text ? faultOfText(text, language) : proposed("f_both");
      return fault ? [{ path: [...path, language], text: fault }] : [];
    });
  if (type.t === "list" || type.t === "code") {
    /** @type {any[]} */
    const items = Array.isArray(value) ? value : [value];
    const most =
      type.most && items.length > type.most ? [{ path, text: proposed("f_most", { number: type.most }) }] : [];
    const of = type.of ?? { t: "id" };
    return [
      ...most,
      ...items.flatMap((one, place) => faultsIn(of, one, Array.isArray(value) ? [...path, place] : path)),
    ];
  }
  if (type.t === "map")
    return Object.entries(value).flatMap(([key, one]) => [
      ...(type.keys?.t === "id" ? faultsIn({ t: "id" }, key, [...path, key]) : []),
      ...faultsIn(/** @type {FormType} */ (type.of), one, [...path, key]),
    ]);
  if (type.t === "cited" && typeof value === "string") return faultsIn({ t: "ref", kind: "source" }, value, path);
  if (["model", "shapes", "cited"].includes(type.t)) return faultsOfModel(type, value, path);
  const isAhead = type.t === "day" && path[path.length - 1] === "checked" && String(value) > today();
  const fault = isAhead ? proposed("f_future") : faultOfScalar(type, value);
  return fault ? [{ path, text: fault }] : [];
};
/** @type {(type: FormType, value: any, path: FormPath) => FormFault[]} */
const faultsOfModel = (type, value, path) => {
  const fields = fieldsOf(type, value);
  const isFact = fields === known().models.Fact;
  return [
    ...fields.flatMap(field => {
      const [at, held] = [[...path, field.key], value[field.key]];
      if (held === undefined && field.due) return [{ path: at, text: proposed("f_due") }];
      return faultsIn(field, held, at);
    }),
    ...(isFact ? faultsOfFact(value, path) : []),
  ];
};
/** @type {(fact: any, path: FormPath) => FormFault[]} */
const faultsOfFact = (fact, path) => {
  const given = FORMS.filter(form => fact[form] !== undefined && fact[form] !== false);
  const stated = given.filter(form => form !== "text" || !given.some(one => /value|series|money/.test(one)));
  /** @type {FormFault[]} */
  const found = [];
  /** @type {(key: string, text: string) => void} */
  const add = (key, text) => found.push({ path: [...path, key], text });
  if (stated.length > 1) add(stated[1], proposed("f_forms"));
  if (!stated.length && !fact.not_found) add("text", proposed("f_form"));
  for (const [form, keys] of Object.entries({ value: ["unit", "as_of"], series: ["unit"], money: ["text"] }))
    if (fact[form] !== undefined)
      for (const key of keys) if (fact[key] === undefined) add(key, proposed("f_with", { field: labelOf(form) }));
  if (/refines|contradicts/.test(fact.article ?? "") && !fact.said)
    add("said", proposed("f_with", { field: labelOf("article") }));
  if (stated.length && !fact.sources && !fact.series) add("sources", proposed("f_source"));
  return found;
};
/** @type {(key: string) => string} */
const labelOf = key => known().models.Fact.find(field => field.key === key)?.label ?? key;

/** @type {(state: FormState) => FormFault[]} */
const faultsOf = state => {
  const now = withoutEmpty(state.now, state.old) ?? {};
  const twice = statementsIn(now).filter(([id], place, all) => all.findIndex(([other]) => other === id) !== place);
  const isUnused =
    state.old === undefined &&
    partsOf(state.ref)[0] === "source" &&
    ![...states.values()].some(({ now: other }) => JSON.stringify(other).includes(`"${partsOf(state.ref)[1]}"`));
  return [
    ...faultsIn({ t: "model", is: state.type }, now, []),
    ...twice.map(([, path]) => ({ path: [...path, "id"], text: proposed("f_taken") })),
    ...(isUnused ? [{ path: [], text: proposed("f_used") }] : []),
  ];
};
