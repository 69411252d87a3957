// How search is asked: in a worker, where browsers let pages have one; opened from disk, in the page.
//
// Other scripts take this one in where they name it, behind core/entries.js; see macros/render/scripts.py.

/** @type {(script: string, entries: string) => Promise<(message: ToSearch) => Promise<FromSearch>>} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const beginSearch = async (script, entries) => {
  const { handbook } = window;
  if (location.protocol === "file:") {
    const [index] = await Promise.all([loadEntries(entries), handbook.answer ? null : loadScript(script)]);
    handbook.answer?.({ index });
    return async message => {
      if (!handbook.answer) throw new Error(`Cannot load ${script}`);
      return handbook.answer(message);
    };
  }
  const worker = new Worker(script);
  // One question at a time.
  /** @type {(message: ToSearch) => Promise<FromSearch>} */
  const ask = message =>
    new Promise((resolve, reject) => {
      worker.onmessage = ({ data }) => resolve(data);
      worker.onerror = reject;
      worker.postMessage(message);
    });
  await ask({ entries });
  return ask;
};
