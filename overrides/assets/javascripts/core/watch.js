// The first script of every page: says on it when this browser lacks what the others need, or one of them cannot start.
//
// In the oldest JavaScript, which any browser reads. What it cannot read of the others ends in an error that is heard
// here. macros/views/browsers.py says since when browsers have what is needed.
(function part() {
  "use strict";
  /** @type {Record<string, unknown>} */
  var NEEDED = {
    "Array.prototype.at": [].at,
    "Object.hasOwn": Object.hasOwn,
    "RegExp (?<=)": looksBehind(),
    "String.prototype.replaceAll": "".replaceAll,
  };
  /** @type {string[]} */
  var lacking = [];
  // Whatever an extension of the browser puts into the page is none of ours.
  var script = /** @type {HTMLScriptElement | null} */ (document.currentScript);
  var site = script ? script.src.replace(/assets\/javascripts\/.*/, "") : "";

  function looksBehind() {
    try {
      return new RegExp("(?<=a)b");
    } catch (_) {
      return null;
    }
  }

  function show() {
    /** @type {HTMLElement[]} */
    var places = [].slice.call(document.querySelectorAll("[data-lacking]"));
    places.forEach(function (place) {
      /** @type {HTMLElement} */ (place.parentNode).hidden = !lacking.length;
      place.textContent = lacking.join(", ");
    });
  }
  /** @param {string} name */
  function lack(name) {
    if (lacking.indexOf(name) < 0) lacking.push(name);
    show();
  }

  // A script could not be loaded, read or run to its end; later errors are not about starting.
  window.addEventListener(
    "error",
    function (event) {
      var target = /** @type {any} */ (event.target);
      var dead = target && target.tagName === "SCRIPT" ? target : document.currentScript;
      if (!dead || (dead.src && (!site || dead.src.indexOf(site) !== 0))) return;
      lack(dead.src ? dead.src.replace(/.*\//, "") : event.message);
    },
    true
  );
  document.addEventListener("DOMContentLoaded", show);
  Object.keys(NEEDED).forEach(function (name) {
    if (!NEEDED[name]) lack(name);
  });

  // A saved copy of the page watches, too.
  window.handbook = /** @type {any} */ ({ parts: ["(" + part + ")();"], lacking: lacking, lack: lack });
})();
