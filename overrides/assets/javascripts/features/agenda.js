// The agenda as a plan: start, durations and breaks are set by who leads the session, and kept in the browser.
//
// Kept is JSON under `handbook-agenda:<site>:<step>`, by the names of the fields, and only what differs from the estimates:
//   {"start": "08:30", "stretch": "60", "framework.vision": "45", "break:together": "60"}
(() => {
  "use strict";
  const { all, one } = window.handbook;
  const DAY = 24 * 60;

  /** @param {number} minutes */
  const clock = minutes => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}`;
  /** @param {string} text */
  const minutesOf = text => text.split(":").reduce((sum, part) => 60 * sum + Number(part), 0);
  // What is kept may be of an older handbook, or somebody else's.
  /**
   * @param {HTMLInputElement} field
   * @param {unknown} value
   * @returns {value is string}
   */
  const fits = (field, value) => {
    const probe = /** @type {HTMLInputElement} */ (field.cloneNode());
    probe.value = String(value);
    return probe.value === value && probe.validity.valid;
  };
  // What is being typed stays as it is until the field is left.
  /** @type {(field: HTMLInputElement, value: string) => void} */
  const fill = (field, value) => {
    if (field !== document.activeElement) field.value = value;
  };

  class Plan {
    /** @param {HTMLElement} place */
    constructor(place) {
      this.place = place;
      this.key = `handbook-agenda:${place.dataset.agenda}`;
      this.status = one("[role=status]", place);
      this.rows = all("tbody tr", place);
      /** @type {HTMLInputElement[]} */
      const inputs = all("input", place);
      this.fields = new Map(inputs.map(field => [field.name, field]));
      /** @type {Map<string, string>} */
      this.set = new Map();
    }

    /** @param {string} name */
    value(name) {
      return this.set.get(name) ?? this.fields.get(name)?.defaultValue ?? "";
    }

    recall() {
      this.set.clear();
      try {
        const held = Object.entries(JSON.parse(localStorage.getItem(this.key) ?? "{}"));
        for (const [name, value] of held) {
          const field = this.fields.get(name);
          if (field && fits(field, value)) this.set.set(name, value);
        }
      } catch {
        // Nothing is kept here, or nothing of ours.
      }
      this.show();
    }

    keep() {
      const { kept = "", notKept = "" } = this.status.dataset;
      try {
        localStorage.setItem(this.key, JSON.stringify(Object.fromEntries(this.set)));
        this.status.textContent = kept;
      } catch {
        this.status.textContent = notKept;
      }
      this.show();
    }

    /** @type {(name: string, value: string) => void} */
    change(name, value) {
      const isDue = name.startsWith("break:"); // a break's estimate depends on what stands before it
      if (!isDue && value === this.fields.get(name)?.defaultValue) this.set.delete(name);
      else this.set.set(name, value);
      this.keep();
    }

    // As macros/views/facilitator.py does: no part is cut by a break, and none stands at the end.
    show() {
      const begin = minutesOf(this.value("start"));
      let now = begin,
        worked = 0;
      for (let n = 0; n < this.rows.length; n += 2) {
        const [rest, part] = [this.rows[n], this.rows[n + 1]];
        const minutes = Number(this.value(part.dataset.row ?? ""));
        const due = worked + minutes > Number(this.value("stretch")) ? this.value("pause") : "0";
        const pause = worked && minutes ? Number(this.set.get(rest.dataset.row ?? "") ?? due) : 0;
        this.line(rest, now, pause);
        this.line(part, now + pause, minutes);
        rest.hidden = !pause && !rest.contains(document.activeElement);
        one("[data-break]", part).hidden = !rest.hidden || !worked || !minutes;
        now += pause + minutes;
        worked = pause ? minutes : worked + minutes;
      }
      this.sum(begin, now);
    }

    /** @type {(row: HTMLElement, start: number, minutes: number) => void} */
    line(row, start, minutes) {
      one("[data-start]", row).textContent = minutes ? clock(start % DAY) : "–";
      one("[data-minutes]", row).textContent = String(minutes);
      row.toggleAttribute("data-left-out", !minutes);
      fill(one("input", row), String(minutes));
    }

    /** @type {(begin: number, end: number) => void} */
    sum(begin, end) {
      for (const name of ["start", "stretch", "pause"]) fill(one(`[name=${name}]`, this.place), this.value(name));
      /** @type {Record<string, string>} */
      const words = { start: clock(begin), end: clock(end % DAY), time: clock(end - begin) };
      const total = one("[data-total]", this.place);
      total.textContent = (total.dataset.total ?? "").replace(/\{(\w+)\}/g, (_, name) => words[name]);
      one("[data-long]", this.place).hidden = end - begin <= Number(this.place.dataset.day);
    }

    start() {
      for (const [name, field] of this.fields) {
        field.hidden = false;
        field.addEventListener("input", () => {
          if (fits(field, field.value)) this.change(name, field.value);
        });
        field.addEventListener("blur", () => this.show());
      }
      this.rows.forEach((row, n) => {
        row.querySelector("[data-break]")?.addEventListener("click", () => {
          const rest = this.rows[n - 1];
          const pause = Number(this.value("pause")) ? this.value("pause") : this.fields.get("pause")?.defaultValue;
          this.change(rest.dataset.row ?? "", pause ?? "");
          /** @type {HTMLInputElement} */
          const field = one("input", rest);
          field.focus();
          field.select();
        });
      });
      const reset = one("[data-reset]", this.place);
      reset.addEventListener("click", () => {
        if (!this.set.size || !confirm(reset.dataset.sure)) return;
        this.set.clear();
        this.keep();
      });
      addEventListener("storage", ({ key }) => {
        if (key === this.key) this.recall();
      });
      one("[data-set]", this.place).hidden = false;
      this.place.toggleAttribute("data-ready", true);
      this.recall();
    }
  }

  // The single file has one for each step.
  all("[data-agenda]").forEach(place => {
    new Plan(place).start();
  });
})();
