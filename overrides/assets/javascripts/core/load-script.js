// Loads a script, on http and from disk alike. Other scripts take this one in where they name it.

/** @type {(src: string) => Promise<unknown>} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const loadScript = src =>
  new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.onload = resolve;
    script.onerror = () => reject(new Error(`Cannot load ${src}`));
    script.src = src;
    document.head.append(script);
  });
