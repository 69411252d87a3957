// The single file takes on the colours of the device, before anything is painted. Without this script they are light.
(() => {
  "use strict";
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const set = () => {
    document.body.dataset.mdColorScheme = dark.matches ? "slate" : "default";
  };
  dark.addEventListener("change", set);
  set();
})();
