// Whether the single file is as it was made. In the oldest JavaScript, as watch.js.
(function () {
  "use strict";
  var lack = window.handbook.lack;

  // A script that was changed is stopped by the policy, without an error.
  document.addEventListener("securitypolicyviolation", function (event) {
    var target = /** @type {HTMLElement} */ (event.target);
    if (target.tagName === "SCRIPT" && target.parentNode === document.body && document.readyState === "loading")
      lack(event.effectiveDirective);
  });
  // A file that was cut short has fewer than the policy names.
  document.addEventListener("DOMContentLoaded", function () {
    /** @type {HTMLMetaElement | null} */
    var policy = document.querySelector("meta[http-equiv]");
    var there = document.querySelectorAll("script:not([type])").length;
    if (policy && there < policy.content.split("sha256").length - 1) lack("</html>");
  });
})();
