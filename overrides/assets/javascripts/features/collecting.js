// The button that begins to collect for the dossier; what does it loads only then.
//
// A page in the hidden frame of a dossier only says how what was collected stands there today.
(() => {
  "use strict";
  const { handbook } = window;
  const ON = "handbook-collecting"; // unlike the keys of what groups fill in
  const FRAME = "handbook-dossier ";
  /** @type {HTMLElement | null} */
  const mount = document.querySelector("[data-collect]");
  /** @type {HTMLScriptElement | null} */
  const beside = document.querySelector('script[src$="core/dom.js"]');

  /* core/load-script.js */
  /** @param {string} name below the assets */
  const place = name => new URL(`../../${name}`, beside?.src).href;
  /** @param {string} name */
  const load = name => loadScript(place(name));
  const turnOn = async () => {
    if (!window.handbookItems) await load(`handbook-items.${document.documentElement.lang.slice(0, 2)}.js`);
    if (!handbook.say) await load("javascripts/core/words.js");
    if (!handbook.dossier) await load("javascripts/core/dossier.js");
    if (!handbook.collect) {
      document.head.append(handbook.make("link", { rel: "stylesheet", href: place("stylesheets/collect.css") }));
      await load("javascripts/features/collect.js");
    }
    if (location.protocol === "file:" && beside && !document.querySelector('script[src$="core/shared.js"]'))
      await load("javascripts/core/shared.js");
  };
  /** @param {boolean} isOn */
  const remember = isOn => {
    try {
      if (isOn) sessionStorage.setItem(ON, "");
      else sessionStorage.removeItem(ON);
    } catch {
      // Then the next page has to be asked again.
    }
  };
  const wasOn = () => {
    try {
      return sessionStorage.getItem(ON) !== null;
    } catch {
      return false;
    }
  };

  if (parent !== window && window.name.startsWith(FRAME)) load("javascripts/features/told.js");
  else if (mount && document.querySelector("[data-ref], [data-entity], [data-item]")) {
    const { collect = "", failed = "" } = mount.dataset;
    const button = handbook.button(collect, () => turn(button.getAttribute("aria-pressed") !== "true", true));
    /** @type {(isOn: boolean, isTold?: boolean) => Promise<void>} */
    const turn = async (isOn, isTold) => {
      try {
        if (isOn) await turnOn();
        button.setAttribute("aria-pressed", String(isOn));
        handbook.collect?.(isOn, () => turn(false), isTold);
        remember(isOn);
      } catch {
        mount.append(handbook.make("span", { role: "alert" }, failed));
      }
    };
    button.setAttribute("aria-pressed", "false");
    mount.append(button);
    if (wasOn()) turn(true);
  }
})();
