// In the hidden frame of a dossier: says how the statements and records that the frame's name lists stand here today.
(() => {
  "use strict";
  /* core/snapshot.js */

  /** @type {unknown} */
  const asked = JSON.parse(window.name.replace(/^\S+ /, ""));
  const refs = new Set(Array.isArray(asked) ? asked.map(String) : []);
  /** @type {Map<string, Snapshot>} */
  const found = new Map();
  for (const element of heldIn(document)) {
    const ref = refOf(element);
    if (refs.has(ref) && !found.has(ref)) found.set(ref, snapshotOf(element));
  }
  // Files have no origin that could be named, hence the '*'; all of this is public.
  parent.postMessage({ dossier: [...found.values()] }, "*");
})();
