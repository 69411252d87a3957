// Figures on the scale of levels, drawn as SVG: a bar for one answer, a span with a dot a group for several.
(function part() {
  'use strict';
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);
  const NS = 'http://www.w3.org/2000/svg';

  const draw = (tag, attributes, text) => {
    const element = document.createElementNS(NS, tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    if (text !== undefined) element.textContent = text;
    return element;
  };

  // rows: [{head: text} | {text, values: [level, …]}]. The table beside a figure says the same to those who cannot see it.
  handbook.figure = (rows, label, place) => {
    const most = handbook.data.levels.length;
    const room = place.parentElement ? place.parentElement.clientWidth : 0;
    const narrow = room > 0 && room < 560;
    const width = narrow ? 340 : 720, left = narrow ? 8 : 330, right = width - 16, top = 26, step = narrow ? 40 : 24;
    const x = level => left + (right - left) * level / most;
    const height = top + rows.length * step + 6;
    const svg = draw('svg', { viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label, class: 'hb-figure' });
    for (let level = 0; level <= most; level++) {
      svg.append(draw('line', { x1: x(level), x2: x(level), y1: top - 6, y2: height - 6, class: 'hb-figure__grid' }));
      if (level) svg.append(draw('text', { x: x(level), y: 14, 'text-anchor': 'middle' }, level));
    }
    rows.forEach((row, index) => {
      const y = top + index * step;
      if (row.head) { svg.append(draw('text', { x: narrow ? left : 0, y: y + (narrow ? 28 : 16), class: 'hb-figure__head' }, row.head)); return; }
      svg.append(draw('text', narrow ? { x: left, y: y + 14 } : { x: left - 10, y: y + 16, 'text-anchor': 'end' }, row.text));
      const middle = y + (narrow ? 26 : 12), { values } = row;
      if (!values.length) return;
      if (values.length === 1) svg.append(draw('rect', { x: left, y: middle - 6, width: x(values[0]) - left, height: 12, class: 'hb-figure__bar' }));
      else {
        svg.append(draw('line', { x1: x(Math.min(...values)), x2: x(Math.max(...values)), y1: middle, y2: middle, class: 'hb-figure__span' }));
        // Groups of the same level stand side by side rather than on top of each other.
        const seen = new Map();
        for (const value of values) {
          const count = seen.get(value) || 0;
          seen.set(value, count + 1);
          svg.append(draw('circle', { cx: x(value) - count * 9, cy: middle, r: 4, class: 'hb-figure__dot' }));
        }
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        svg.append(draw('line', { x1: x(mean), x2: x(mean), y1: middle - 9, y2: middle + 9, class: 'hb-figure__mean' }));
      }
    });
    place.replaceChildren(svg);
  };
})();
