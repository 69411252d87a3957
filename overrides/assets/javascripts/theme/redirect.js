// Leads from an earlier address of a page to the one of today, to the same place on it, which no redirect in HTML keeps.
(() => {
  "use strict";
  const today = document.querySelector("link[rel=canonical]");
  if (today instanceof HTMLLinkElement) location.replace(today.href + location.search + location.hash);
})();
