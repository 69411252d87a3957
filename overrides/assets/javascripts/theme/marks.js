// Marks on a page the words by which search has found it; theme/search.js asks for it where the address names some.
(() => {
  "use strict";
  const { one } = window.handbook;
  const NEVER = "script, style, svg, textarea, select, button, mark";
  const words = new URLSearchParams(location.search).getAll("h").filter(word => word.trim());
  if (!words.length) return;
  // A Latin word from its beginning, others anywhere, as they are looked for.
  const patterns = words
    .sort((one, other) => other.length - one.length)
    .map(word => word.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"))
    .map(word => (/^[\p{sc=Latin}\p{N}]/u.test(word) ? `(?<![\\p{sc=Latin}\\p{N}])${word}` : word));
  const expression = new RegExp(patterns.join("|"), "giu");

  const walker = document.createTreeWalker(one("article"), NodeFilter.SHOW_TEXT);
  /** @type {Text[]} */
  const texts = [];
  while (walker.nextNode()) texts.push(/** @type {Text} */ (walker.currentNode));
  for (const text of texts) {
    if (text.parentElement?.closest(NEVER)) continue;
    const found = [...text.data.matchAll(expression)].reverse();
    for (const { 0: word, index } of found) {
      const rest = text.splitText(index);
      rest.splitText(word.length);
      const mark = document.createElement("mark");
      rest.replaceWith(mark);
      mark.append(rest);
    }
  }
  // What was found may be folded at the place that the address names.
  const target = document.getElementById(location.hash.slice(1));
  const found = [...(target?.closest("[data-entity], section") ?? one("article")).querySelectorAll("mark")];
  if (target && !found.some(mark => mark.getClientRects().length))
    for (let fold = found[0]?.parentElement; fold; fold = fold.parentElement)
      if (fold instanceof HTMLDetailsElement) fold.open = true;
  // To the place, where the address does not name one.
  const seen = [...document.querySelectorAll("article mark")].find(mark => mark.getClientRects().length);
  if (!location.hash) seen?.scrollIntoView({ block: "center" });
})();
