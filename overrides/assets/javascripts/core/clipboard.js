// Hands something over to the clipboard. Other scripts take this one in where they name it.

/**
 * Says whether the browser took it, as HTML and as text. Unlike newer ways this one works from disk.
 * @type {(held: { html: string, text: string }) => boolean}
 */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const putOnClipboard = held => {
  let isTaken = false;
  /** @param {ClipboardEvent} event */
  const take = event => {
    event.clipboardData?.setData("text/html", held.html);
    event.clipboardData?.setData("text/plain", held.text);
    event.preventDefault();
    isTaken = true;
  };
  document.addEventListener("copy", take);
  document.execCommand("copy");
  document.removeEventListener("copy", take);
  return isTaken;
};
