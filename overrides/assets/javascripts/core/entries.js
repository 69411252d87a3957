// The entries of search: a script, which loads on http and from disk alike, and leaves them in a variable.
//
// Other scripts take this one in where they name it; see macros/render/scripts.py.

/** @param {string} path below the language's folder */
const below = path => {
  const { base } = JSON.parse(document.getElementById("__config")?.textContent ?? '{"base":"."}');
  return new URL(path, new URL(base, location.href)).href;
};

/** @type {(address?: string) => Promise<SearchIndex>} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const loadEntries = (address = below("search/entries.js")) =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = () => {
      const index = window.__index;
      window.__index = undefined;
      if (index) resolve(index);
      else reject(new Error(`No entries in ${address}`));
    };
    script.onerror = () => reject(new Error(`Cannot load ${address}`));
    script.src = address;
    document.head.append(script);
  });
