// START-HERE: tries on this very machine what a workshop will need, and says in words how each went.
(() => {
  "use strict";
  /* core/entries.js */
  /* theme/engine.js */
  const { handbook } = window;
  const { all } = handbook;
  const folder = new URL(".", location.href).href;

  // Each language has the same checks; every one of a name gets the same result.
  /** @type {(name: string, good: boolean) => void} */
  const tell = (name, good) =>
    all(`[data-check="${name}"]`).forEach(check => {
      all("[data-result]", check).forEach(text => {
        text.hidden = text.dataset.result !== (good ? "good" : "bad");
      });
      check.dataset.state = good ? "good" : "bad";
    });

  // What a group does; see trial.js.
  async function work() {
    try {
      await handbook.trial?.start(loadScript);
      const failing = handbook.trial?.failing();
      all("[data-step]").forEach(step => {
        step.hidden = step.dataset.step !== failing;
      });
      tell("record", failing === "");
      tell("storage", Boolean(await handbook.trial?.keeps()));
    } catch {
      tell("storage", false);
    }
  }

  // Asks the pages' own search, in the way in which they ask it.
  /** @type {(language: string, word: string) => Promise<boolean>} */
  async function finds(language, word) {
    try {
      const ask = await beginSearch("assets/javascripts/theme/search-worker.js", `${language}/search/entries.js`);
      return (await ask({ query: word })).number > 0;
    } catch {
      return false;
    }
  }

  // The page's policy stops whatever is not in this folder before it is asked for, and tells of it here.
  let stopped = false;
  document.addEventListener("securitypolicyviolation", () => {
    stopped = true;
  });
  // What lies on the server that shows this bundle has to lie in the bundle.
  function local() {
    /** @type {(HTMLScriptElement | HTMLImageElement | HTMLLinkElement)[]} */
    const named = all("script[src], link[href], img[src]");
    return (
      !stopped &&
      [
        ...performance.getEntriesByType("resource").map(one => one.name),
        ...named.map(one => ("src" in one ? one.src : one.href)),
      ]
        .filter(address => address && !address.startsWith("data:"))
        .every(address => new URL(address, location.href).href.startsWith(folder))
    );
  }

  // Everything of the page has been asked for by then.
  addEventListener("load", async () => {
    all("[data-print]").forEach(button => {
      button.hidden = false;
      button.addEventListener("click", () => print());
    });
    await work();
    /** @type {Map<string, string>} */
    const words = new Map();
    for (const result of all("[data-word]")) {
      /** @type {HTMLElement | null} */
      const check = result.closest("[data-check]");
      words.set(check?.dataset.check ?? "", result.dataset.word ?? "");
    }
    for (const [name, word] of words) tell(name, await finds(name.replace("search-", ""), word));
    tell("network", local());
    tell("scripts", handbook.lacking?.length === 0); // at last, since the search has scripts, too
    document.documentElement.dataset.checked = "true";
  });
})();
