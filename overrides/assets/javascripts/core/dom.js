// Elements, found and made, and files to keep. Every other script builds on this one.
//
// Each script that a saved copy of a page needs hands over its own text, so that the copy can carry it: on file://
// nothing can be fetched.
(function part() {
  "use strict";

  /** @type {Handbook["all"]} */
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  // For what has to be there.
  /**
   * @template {HTMLElement} T
   * @param {string} selector
   * @param {ParentNode} root
   * @returns {T}
   */
  const one = (selector, root = document) => {
    /** @type {T | null} */
    const found = root.querySelector(selector);
    if (!found) throw new Error(`no ${selector}`);
    return found;
  };

  /** @type {Handbook["make"]} */
  const make = (tag, attributes = {}, ...children) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
    element.append(...children);
    return element;
  };
  /** @type {Handbook["button"]} */
  const button = (text, act) => {
    const made = make("button", { type: "button", class: "hb-button" }, text);
    made.addEventListener("click", act);
    return made;
  };

  /** @type {Handbook["download"]} */
  const download = (text, type, name) => {
    const link = make("a", { href: URL.createObjectURL(new Blob([text], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  };

  // A link to what is filtered away, or inside of it, brings it back.
  /** @type {Handbook["reveal"]} */
  const reveal = clear =>
    addEventListener("hashchange", () => {
      const target = document.getElementById(location.hash.slice(1));
      if (!target?.closest("[hidden]")) return;
      clear();
      target.scrollIntoView();
    });

  // The scripts that follow bring the rest.
  window.handbook = /** @type {Handbook} */ ({
    ...window.handbook,
    adopters: [],
    parts: [...(window.handbook?.parts ?? []), `(${part})();`],
    all,
    one,
    make,
    button,
    download,
    reveal,
  });
})();
