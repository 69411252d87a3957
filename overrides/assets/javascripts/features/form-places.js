// Records that are open on the page, and the way to a place in one; form.js takes this in.

const opened = make("div", { class: "hb-form__records" });
/** @type {(ref: string) => string} */
const headingOf = ref => `${known().kinds[partsOf(ref)[0]][0]} · ${recordTitle(ref)}`;
// Each record that is open stands below the others, the newest on top.
/** @type {(state: FormState) => HTMLElement} */
const placeRecord = state => {
  all("[data-record]", opened)
    .find(other => other.dataset.record === state.ref)
    ?.remove();
  const { ref, path, from } = state;
  const number = known().files.indexOf(path);
  const slot = {
    state,
    path: [],
    type: { t: "model", is: state.type },
    label: "",
    help: "",
    get: () => state.now,
    /** @param {any} value */
    set: value => {
      state.now = value ?? {};
      noteTyping();
    },
  };
  const links = [
    ...(known().pages[ref] ? [make("a", { href: known().pages[ref], target: "_blank" }, proposed("page"))] : []),
    ...(known().hosts[number] ? [make("a", { href: known().hosts[number], rel: "edit" }, proposed("host"))] : []),
    button(proposed("restore"), () => {
      if (state.old === undefined) states.delete(ref);
      else state.now = cloneOf(state.old);
      if (state.old === undefined)
        all("[data-record]", opened)
          .find(other => other.dataset.record === ref)
          ?.remove();
      else placeRecord(state);
      tellState();
    }),
  ];
  const title = make("h2", { id: `r${++numbered}`, tabindex: "-1" }, headingOf(ref));
  const note = make("p", { class: "hb-form__fault", "data-fault": keyOf(ref, []) });
  const made = make(
    "section",
    { "data-record": ref, "aria-labelledby": title.id },
    title,
    make("p", { class: "hb-meta" }, make("code", {}, ref), " ", ...links.flatMap(link => [link, " "])),
    note,
    ...modelFields(slot),
    ...(from
      ? [
          make(
            "p",
            {},
            button(proposed("back"), () => revealPlace(from.state, from.path)),
          ),
        ]
      : []),
  );
  opened.prepend(made);
  return made;
};
/** @type {number | undefined} */
let waitingToTell;
const noteTyping = () => {
  clearTimeout(waitingToTell);
  waitingToTell = setTimeout(() => {
    tellState();
    keepDraft();
  }, 200);
};
addEventListener("pagehide", () => {
  if (formWindow.handbookForm) keepDraft();
});

// Opens all that a place lies in, and goes there.
/** @type {(state: FormState, path: FormPath) => void} */
const revealPlace = (state, path) => {
  const section = all("[data-record]", opened).find(other => other.dataset.record === state.ref) ?? placeRecord(state);
  for (let length = 1; length <= path.length; length++) {
    const wanted = keyOf(state.ref, path.slice(0, length));
    /** @type {HTMLElement | undefined} */
    let part;
    do {
      part = all("details:not([open])", section).find(one => one.dataset.path === wanted);
      if (part) fillers.get(part)?.();
      part?.setAttribute("open", "");
    } while (part);
  }
  const keys = path.map((_, place) => keyOf(state.ref, path.slice(0, path.length - place)));
  if (!keys.some(key => first(section, key))) one("h2", section).focus();
};

// A source beside the fact that cites it, with the next number of its subject, and the way back.
/** @type {(from: FormSlot, then: (id: string) => void) => void} */
const newSource = (from, then) => {
  const { ref } = from.state;
  const stem = ref.startsWith("city/") ? partsOf(ref)[1] : "general";
  const taken = [...Object.keys(known().records), ...states.keys()];
  let number = 1;
  while (taken.includes(`source/${stem}-${number}`)) number++;
  const made = holdRecord(`source/${stem}-${number}`, undefined);
  made.from = from;
  then(`${stem}-${number}`);
  placeRecord(made);
  tellState();
  revealPlace(made, ["title"]);
};
