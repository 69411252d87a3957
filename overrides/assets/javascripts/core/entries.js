// The entries of search: a script, which loads on http and from disk alike, and leaves them in a variable.
//
// Other scripts take this one in where they name it; see macros/render/scripts.py.

/** @param {string} path below the language's folder */
const below = path => new URL(path, new URL(document.documentElement.dataset.root ?? ".", location.href)).href;

/* core/load-script.js */

/** @type {(address?: string) => Promise<SearchIndex>} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const loadEntries = async (address = below("search/entries.js")) => {
  await loadScript(address);
  const index = window.__index;
  window.__index = undefined;
  if (!index) throw new Error(`No entries in ${address}`);
  return index;
};
