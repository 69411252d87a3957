// One store for all pages of a folder.
//
// Firefox gives every file on disk a store of its own, so a group's answers would stay on the one page where they were
// typed. But shared.xhtml is a file too: each page opens it in a hidden frame and keeps everything in its store, through
// messages. This script runs on both sides. Where all files have one store, the frame is closed again.
(() => {
  "use strict";
  const PREFIX = "handbook:",
    PROBE = "handbook?",
    SEAT = "handbook=";
  if (location.protocol !== "file:") return;

  // In the frame; files have no origin that could be named, hence the '*'.
  function serve() {
    /** @param {FromStore} message */
    const tell = message => parent.postMessage(message, "*");
    const greet = () =>
      tell({
        same: localStorage.getItem(PROBE + location.hash) !== null,
        seat: sessionStorage.getItem(SEAT) ?? "",
        entries: Object.keys(localStorage)
          .filter(key => key.startsWith(PREFIX))
          .map(key => [key, localStorage.getItem(key) ?? ""]),
      });
    addEventListener("message", ({ source, data }) => {
      if (source !== parent) return;
      /** @type {ToStore} */
      const { key, text = null, seat } = data;
      if (seat !== undefined) sessionStorage.setItem(SEAT, seat);
      else if (!key) greet();
      else if (!key.startsWith(PREFIX)) return;
      else if (text === null) localStorage.removeItem(key);
      else
        try {
          localStorage.setItem(key, text);
          tell({ kept: key });
        } catch {
          tell({ full: true });
        }
    });
    addEventListener("storage", ({ key, newValue }) => {
      if (key) tell({ key, text: newValue });
    });
    greet();
  }

  // On the page: the frame's store, with the face of localStorage and a copy to read from at once.
  /** @param {string} address */
  function use(address) {
    const { handbook } = window;
    const frame = document.createElement("iframe");
    /** @type {Map<string, string>} */
    const held = new Map();
    /** @type {Map<string, (() => void)[]>} */
    const waiting = new Map();
    const probe = `#${Math.random()}`;
    /** @param {ToStore} message */
    const ask = message => frame.contentWindow?.postMessage(message, "*");
    /** @type {SharedStore} */
    const store = {
      getItem: key => held.get(key) ?? null,
      setItem: (key, text) => {
        held.set(key, text);
        ask({ key, text });
      },
      removeItem: key => {
        held.delete(key);
        ask({ key, text: null });
      },
      kept: (key, then) => {
        waiting.set(key, [...(waiting.get(key) || []), then]);
      },
      sit: seat => ask({ seat }),
      key: place => [...held.keys()][place] ?? null,
      get length() {
        return held.size;
      },
    };
    // As if another page had written here.
    /** @param {string} key */
    const changed = key => dispatchEvent(new StorageEvent("storage", { key }));
    let adopted = false;

    /**
     * @param {boolean} same
     * @param {string} seat
     * @param {[key: string, text: string][]} entries
     */
    function greeted(same, seat, entries) {
      localStorage.removeItem(PROBE + probe);
      if (same) {
        frame.remove();
        return;
      }
      held.clear();
      entries.forEach(([key, text]) => held.set(key, text));
      if (adopted) entries.forEach(([key]) => changed(key));
      else {
        handbook.adopters.forEach(({ adopt }) => adopt(store, seat));
        // Scripts that come later are given it at once.
        const push = handbook.adopters.push.bind(handbook.adopters);
        handbook.adopters.push = later => {
          later.adopt(store, seat);
          return push(later);
        };
      }
      adopted = true;
    }
    addEventListener("message", ({ source, data }) => {
      if (source !== frame.contentWindow) return;
      /** @type {FromStore} */
      const { same = false, seat = "", entries, full, kept, key, text = null } = data;
      if (entries) greeted(same, seat, entries);
      else if (full) handbook.adopters.forEach(({ lose }) => lose());
      else if (kept) {
        (waiting.get(kept) || []).forEach(then => then());
        waiting.delete(kept);
      } else if (key) {
        if (text === null) held.delete(key);
        else held.set(key, text);
        changed(key);
      }
    });
    // A page that was put aside has missed what others wrote.
    addEventListener("pageshow", event => {
      if (event.persisted && adopted) ask({});
    });

    try {
      localStorage.setItem(PROBE + probe, "");
    } catch {
      return; // then the frame has none either
    }
    addEventListener("pagehide", () => localStorage.removeItem(PROBE + probe));
    frame.hidden = true;
    frame.src = address + probe;
    document.body.append(frame);
  }

  if (parent !== window) serve();
  else if (window.handbook?.adopters.length && document.currentScript instanceof HTMLScriptElement)
    use(document.currentScript.src.replace(/javascripts\/core\/shared\.js$/, "shared.xhtml"));
})();
