// In the single file, a copy with the answers inside is this very file, as it was before any script touched it.
// Stands after panel.js, which keeps that state, and before checklist.js, which offers the copy.
(() => {
  "use strict";
  const { handbook } = window;
  const { all, one } = handbook;
  const { title } = document; // of the whole; later that of the page shown

  handbook.copy = json => {
    const body = /** @type {HTMLElement} */ (handbook.before.cloneNode(true));
    body.dataset.mdColorScheme = "default";
    // The scripts that stood behind panel.js were not there yet.
    const have = all("script", body).length;
    body.append(
      ...all("script", document.body)
        .slice(have)
        .map(script => script.cloneNode(true)),
    );
    all("#hb-saved, .hb-filled", body).forEach(old => old.remove());
    all(".hb-box", body).forEach(box => {
      box.textContent = "";
    });
    handbook.bakers.forEach(bake => bake(body));
    all(".hb-copy", body).forEach(old => old.remove());
    const { data, say, make, day } = handbook;
    one("main", body).prepend(
      make(
        "p",
        { class: "hb-copy" },
        say("copy_foot", {
          group: handbook.groupName() || say("nameless"),
          date: day(Date.now()),
          version: data.version,
          data: data.dataDate,
        }),
      ),
    );
    const saved = document.createElement("script");
    saved.type = "application/json";
    saved.id = "hb-saved";
    saved.textContent = json.replace(/</g, "\\u003c");
    one("script", body).before(saved);
    const whole = /** @type {HTMLElement} */ (document.documentElement.cloneNode(false));
    whole.removeAttribute("class");
    whole.append(document.head.cloneNode(true), body);
    one("title", whole).textContent = title;
    return `<!doctype html>\n${whole.outerHTML}`;
  };
})();
