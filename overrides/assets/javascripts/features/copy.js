// A copy of the page with the answers inside: one file that opens anywhere, without the folder it came from.
//
// It is made from the page as it was before any script touched it. The answers stand in it twice: as text, for those
// who open it where scripts do not run, and as data, which the scripts inside read at start.
(function part() {
  "use strict";
  const { handbook } = window;
  handbook.parts.splice(handbook.afterPanel, 0, `(${part})();`); // before those that ask whether it is there
  const { data, all, say, make } = handbook;

  const STYLE = `:root{color-scheme:light dark;--line:#8888;--link:#1b5288;--accent:#b83a0b;--soft:GrayText;--card:Canvas;--tint:Canvas;--ink:CanvasText}
@media (prefers-color-scheme:dark){:root{--link:#8fbff2;--accent:#fb923c}}
body{max-width:48rem;margin:1rem auto;padding:0 1rem;font:16px/1.6 system-ui,sans-serif;overflow-wrap:break-word}
[hidden],.hb-scripted .hb-box,.hb-sheet{display:none!important}
.hb-items{padding:0;list-style:none}.hb-item{display:flex;gap:.7rem;padding:.5rem 0;border-top:1px solid var(--line)}.hb-item p{margin:.1rem 0}
.hb-item__text{flex:1}.hb-box{flex:none;width:.9rem;height:.9rem;margin-top:.4rem;border:1px solid}.hb-item__do,.hb-group__title{font-weight:700}
.hb-panel,.hb-tools,.hb-item__work,.hb-fields{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:end}.hb-field{display:flex;flex-direction:column}
.hb-wide{flex:1 1 100%}textarea{width:100%;box-sizing:border-box}input,select,textarea,button{font:inherit}
.hb-warning{padding:.5rem;border:2px solid var(--accent)}.hb-filled{white-space:pre-line;unicode-bidi:isolate}
table{width:100%;border-collapse:collapse}th,td{padding:.3rem;border:1px solid var(--line);text-align:left;vertical-align:top}
.hb-help{display:block;font-weight:400}figure{margin:0}svg{max-width:100%}
@media screen{.hb-scripted .hb-filled{display:none}}
@media print{.hb-work,.hb-tools,.hb-item__work,.hb-work__more,.hb-noprint{display:none!important}.hb-item,tr{break-inside:avoid}}`;

  // Data inside a script element must not be able to close it.
  /** @param {string} json */
  const safe = json => json.replace(/</g, "\\u003c");

  /** @param {HTMLElement} page */
  function unlink(page) {
    for (const link of page.querySelectorAll("a")) {
      const href = link.getAttribute("href") || "";
      if (href.startsWith("#") || /^https?:/.test(href)) continue;
      // On disk the copy knows no way back to the folder; from a server it does.
      if (/^https?:/.test(location.protocol)) link.setAttribute("href", new URL(href, location.href).href);
      else link.replaceWith(...link.childNodes);
    }
  }

  handbook.copy = json => {
    const page = /** @type {HTMLElement} */ (handbook.before.cloneNode(true));
    all(".headerlink, .md-content__button, [data-print], .hb-narrow, .hb-filled", page).forEach(one => one.remove());
    all(".hb-box", page).forEach(box => {
      box.textContent = "";
    }); // of the copy that this one is made from
    handbook.bakers.forEach(bake => bake(page));
    unlink(page);
    const copy = document.implementation.createHTMLDocument(document.title);
    copy.documentElement.lang = document.documentElement.lang;
    copy.head.prepend(
      make("meta", { charset: "utf-8" }),
      make("meta", { name: "viewport", content: "width=device-width, initial-scale=1" }),
    );
    copy.body.append(
      make(
        "p",
        {},
        say("copy_foot", {
          group: handbook.groupName() || say("nameless"),
          date: handbook.day(Date.now()),
          version: data.version,
          data: data.dataDate,
        }),
      ),
      page,
      make("script", { type: "application/json", id: "hb-saved" }, safe(json)),
      make("script", {}, safe(`var handbookItems = ${JSON.stringify(data)};`)),
      make("script", {}, safe(`var handbookTexts = ${JSON.stringify(window.handbookTexts)};`)),
      ...handbook.parts.map(text => make("script", {}, text)),
    );
    // As text: this page's policy would hold a style element for its own.
    const whole = copy.documentElement.outerHTML.replace("</head>", () => `<style>${STYLE}</style></head>`);
    return `<!doctype html>\n${whole}`;
  };
})();
