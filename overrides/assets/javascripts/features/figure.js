// Figures on the scale of levels, drawn as SVG: a bar for one answer, a span with a dot a group for several.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.splice(handbook.afterPanel ?? handbook.parts.length, 0, `(${part})();`); // before what draws with it
  const NS = "http://www.w3.org/2000/svg";

  /** @type {(tag: keyof SVGElementTagNameMap, attributes: Record<string, string | number>, text?: string) => SVGElement} */
  const draw = (tag, attributes, text) => {
    const element = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    if (text !== undefined) element.textContent = text;
    return element;
  };

  // Guessed, since nothing can be measured where nothing is shown.
  /** @param {string} text */
  const widthOf = text => [...text].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 13 : 6.6), 0);
  /**
   * @param {string} text
   * @param {number} room
   */
  function cut(text, room) {
    const signs = [...text];
    if (widthOf(text) > room) while (signs.length && widthOf(signs.join("")) > room - 13) signs.pop();
    return signs.length < [...text].length ? `${signs.join("")}…` : text;
  }

  /**
   * @param {FigureRow[]} rows
   * @param {string} label
   * @param {HTMLElement} place
   * @param {boolean} narrow
   */
  function paint(rows, label, place, narrow) {
    const most = handbook.data.levels.length;
    const longest = Math.max(...rows.map(row => (row.head === undefined ? widthOf(row.text) : 0)));
    const width = narrow ? 340 : 720,
      left = narrow ? 8 : Math.min(Math.max(longest + 20, 140), 420);
    const right = width - 16,
      top = 26,
      step = narrow ? 40 : 22,
      room = narrow ? right - left : left - 20;
    /** @param {number} level */
    const x = level => left + ((right - left) * level) / most;
    const height = top + rows.length * step + 6;
    const svg = draw("svg", {
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-label": label,
      class: "hb-figure",
    });
    for (let level = 0; level <= most; level++) {
      svg.append(draw("line", { x1: x(level), x2: x(level), y1: top - 6, y2: height - 6, class: "hb-figure__grid" }));
      if (level) svg.append(draw("text", { x: x(level), y: 14, "text-anchor": "middle" }, String(level)));
    }
    rows.forEach((row, index) => {
      const y = top + index * step;
      if (row.head !== undefined) {
        svg.append(
          draw("text", { x: narrow ? left : 0, y: y + (narrow ? 28 : 16), class: "hb-figure__head" }, row.head),
        );
        return;
      }
      svg.append(
        draw(
          "text",
          narrow ? { x: left, y: y + 14 } : { x: left - 10, y: y + 16, "text-anchor": "end" },
          cut(row.text, room),
        ),
      );
      const middle = y + (narrow ? 26 : 12),
        { values } = row;
      if (!values.length) return;
      if (!row.dots)
        svg.append(
          draw("rect", { x: left, y: middle - 6, width: x(values[0]) - left, height: 12, class: "hb-figure__bar" }),
        );
      else {
        svg.append(
          draw("line", {
            x1: x(Math.min(...values)),
            x2: x(Math.max(...values)),
            y1: middle,
            y2: middle,
            class: "hb-figure__span",
          }),
        );
        // Groups of the same level stand side by side rather than on top of each other.
        const seen = new Map();
        for (const value of values) {
          const count = seen.get(value) || 0;
          seen.set(value, count + 1);
          const beside = count - (values.filter(other => other === value).length - 1) / 2;
          svg.append(draw("circle", { cx: x(value) + beside * 9, cy: middle, r: 4, class: "hb-figure__dot" }));
        }
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        svg.append(
          draw("line", { x1: x(mean), x2: x(mean), y1: middle - 9, y2: middle + 9, class: "hb-figure__mean" }),
        );
      }
    });
    place.replaceChildren(svg);
  }

  // The table beside a figure says the same to those who cannot see it.
  // A page of the single file that is not shown has no width yet, and a telephone may be turned.
  handbook.figure = (rows, label, place) => {
    /** @type {boolean | null} */
    let drawn = null;
    const fit = () => {
      const room = place.parentElement ? place.parentElement.clientWidth : 0,
        narrow = room > 0 && room < 560;
      if (drawn === narrow || (drawn !== null && !room)) return;
      drawn = narrow;
      paint(rows, label, place, narrow);
    };
    fit();
    if (window.ResizeObserver) new ResizeObserver(() => requestAnimationFrame(fit)).observe(place);
  };
})();
