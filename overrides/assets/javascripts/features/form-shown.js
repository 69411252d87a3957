// A statement as a page would show it, while it is written; form.js takes this in.

/** @type {(slot: FormSlot) => HTMLElement} */
const shownOf = slot => {
  const made = make("div", { class: "hb-form__shown", "aria-label": proposed("preview"), role: "group" });
  const draw = () =>
    made.replaceChildren(make("p", { class: "hb-meta" }, proposed("preview")), ...shownParts(slot.get() ?? {}));
  previews.set(made, draw);
  draw();
  return made;
};
/** @type {WeakMap<Element, () => void>} */
const previews = new WeakMap();

/** @type {(value: any) => HTMLElement[]} */
const shownParts = value =>
  ["zh", "en"].map(language => {
    const text = (value.text ?? value.view ?? value.point)?.[language] ?? "";
    const number = shownNumber(value, language);
    const items = (value.list ?? []).map((/** @type {any} */ one) => make("li", {}, one?.[language] ?? ""));
    const cited = [value.sources ?? []].flat().map((/** @type {any} */ one) => {
      const id = isMapping(one) ? one.id : one;
      return id ? recordTitle(`source/${id}`) : "";
    });
    const why = [value.because ?? value.facts ?? []].flat().filter(Boolean);
    const rest = [
      ...cited,
      ...why.map((/** @type {string} */ ref) => known().statements[ref] ?? recordTitle(ref.split("#")[0])),
    ];
    return make(
      "div",
      { class: "hb-statement", lang: language === "zh" ? "zh-Hans" : "en" },
      ...(text || number ? [make("p", {}, [number, text].filter(Boolean).join(language === "zh" ? "：" : ": "))] : []),
      ...(items.length ? [make("ul", {}, ...items)] : []),
      ...(value.note?.[language] ? [make("p", { class: "hb-meta" }, value.note[language])] : []),
      ...(rest.filter(Boolean).length
        ? [
            make(
              "p",
              { class: "hb-meta" },
              rest
                .filter(Boolean)
                .map((one, place) => `[${place + 1}] ${one}`)
                .join("  "),
            ),
          ]
        : []),
    );
  });
/** @type {(value: any, language: string) => string} */
const shownNumber = (value, language) => {
  /** @type {(number: any) => string} */
  const worded = number =>
    typeof number === "number" ? number.toLocaleString(language === "zh" ? "zh-CN" : "en-GB") : "";
  const unit =
    known()
      .models.Fact.find(field => field.key === "unit")
      ?.words?.find(([name]) => name === value.unit)?.[1] ?? "";
  if (value.value !== undefined) return `${worded(value.value)} ${unit}${value.as_of ? ` (${value.as_of})` : ""}`;
  if (value.money?.amount !== undefined)
    return `${worded(value.money.amount)} ${value.money.currency ?? ""} (${value.money.year ?? ""})`;
  if (value.date !== undefined) return String(value.date);
  return value.period ? `${value.period.from ?? ""}–${value.period.to ?? ""}` : "";
};
