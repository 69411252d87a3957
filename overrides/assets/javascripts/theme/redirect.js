// Leads from an earlier or a permanent address to the one of today, to the same place on it, which no redirect in HTML
// keeps. A permanent address knows its place itself.
(() => {
  "use strict";
  const today = document.querySelector("link[rel=canonical]");
  if (!(today instanceof HTMLLinkElement)) return;
  const place = new URL(today.href);
  place.search = location.search;
  if (location.hash) place.hash = location.hash;
  location.replace(place.href);
})();
