// Lines of cells as CSV, for spreadsheets.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.push(`(${part})();`);

  // A cell that a spreadsheet would take for a formula gets an apostrophe before it.
  /** @param {string | number} value */
  const cell = value => {
    const text = String(value);
    return `"${(/^[\s\u0000-\u001f]*[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text).replace(/"/g, '""')}"`;
  };
  // The mark at the beginning tells spreadsheets that this is UTF-8.
  /** @type {Handbook["csvOf"]} */
  const csvOf = lines => `\ufeff${lines.map(line => line.map(cell).join(",")).join("\r\n")}\r\n`;
  Object.assign(handbook, { csvOf });
})();
