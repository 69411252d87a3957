// What is said aloud: once, after a pause, and not anew while somebody goes on typing.
//
// Other scripts take this one in where they name it; see macros/render/scripts.py.

/** @type {(status: HTMLElement) => (text: string) => void} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const sayOnce = status => {
  let timer = 0;
  return text => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (status.textContent !== text) status.textContent = text;
    }, 500); // milliseconds
  };
};
