// One store for all pages of a folder.
//
// Firefox gives every file on disk a store of its own, so a group's answers would stay on the one page where they were
// typed. But shared.xhtml is a file too: each page opens it in a hidden frame and keeps everything in its store, through
// messages. This script runs on both sides. Where all files have one store, the frame is closed again.
(() => {
  "use strict";
  const PREFIX = "handbook:",
    PROBE = "handbook?";
  if (location.protocol !== "file:") return;

  // In the frame; files have no origin that could be named, hence the '*'.
  function serve() {
    const tell = message => parent.postMessage(message, "*");
    const greet = () =>
      tell({
        same: localStorage.getItem(PROBE + location.hash) !== null,
        entries: Object.keys(localStorage)
          .filter(key => key.startsWith(PREFIX))
          .map(key => [key, localStorage.getItem(key)]),
      });
    addEventListener("message", ({ source, data }) => {
      if (source !== parent) return;
      const { key, text } = data;
      if (!key) greet();
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
  function use(address) {
    const { handbook } = window;
    const frame = document.createElement("iframe");
    const held = new Map(),
      waiting = new Map();
    const probe = `#${Math.random()}`;
    const ask = message => frame.contentWindow.postMessage(message, "*");
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
      }, // once it is really written
      key: place => [...held.keys()][place],
      get length() {
        return held.size;
      },
    };
    const changed = key => dispatchEvent(new StorageEvent("storage", { key })); // as if another page had written here
    let adopted = false;

    function greeted({ same, entries }) {
      localStorage.removeItem(PROBE + probe);
      if (same) {
        frame.remove();
        return;
      }
      held.clear();
      entries.forEach(([key, text]) => held.set(key, text));
      if (adopted) entries.forEach(([key]) => changed(key));
      else handbook.adopt(store);
      adopted = true;
    }
    addEventListener("message", ({ source, data }) => {
      if (source !== frame.contentWindow) return;
      if (data.entries) greeted(data);
      else if (data.full) handbook.lose();
      else if (data.kept) {
        (waiting.get(data.kept) || []).forEach(then => then());
        waiting.delete(data.kept);
      } else {
        if (data.text === null) held.delete(data.key);
        else held.set(data.key, data.text);
        changed(data.key);
      }
    });
    // A page that was put aside has missed what others wrote.
    addEventListener("pageshow", event => {
      if (event.persisted && adopted) ask({});
    });

    try {
      localStorage.setItem(PROBE + probe, "");
    } catch {
      return;
    } // then the frame has none either
    addEventListener("pagehide", () => localStorage.removeItem(PROBE + probe));
    frame.hidden = true;
    frame.src = address + probe;
    document.body.append(frame);
  }

  if (parent !== window) serve();
  else if (window.handbook?.mount)
    use(document.currentScript.src.replace(/javascripts\/core\/shared\.js$/, "shared.xhtml"));
})();
