// The projector view: one item of the page's list a screen. Without this script the list stays what it is.
(() => {
  "use strict";
  const { all, one } = window.handbook;
  /** @type {Record<string, number>} */
  const STEPS = {
    ArrowRight: 1,
    ArrowDown: 1,
    PageDown: 1,
    ArrowLeft: -1,
    ArrowUp: -1,
    PageUp: -1,
    Home: -Infinity,
    End: Infinity,
  };

  // The single file has several such pages.
  /** @param {HTMLElement} page */
  function project(page) {
    /** @type {HTMLDialogElement} */
    const stage = one("[data-stage]", page);
    const start = one("[data-project]", page);
    const slides = all("[data-slide]", page);
    if (!stage.showModal || !slides.length) return;
    const shown = one("[data-shown]", stage);
    const counter = one("[data-counter]", stage);
    let place = 0;

    /** @param {number} by */
    function turn(by) {
      place = Math.min(Math.max(place + by, 0), slides.length - 1);
      shown.replaceChildren(...slides[place].cloneNode(true).childNodes);
      shown.scrollTop = 0;
      counter.textContent = `${place + 1} / ${slides.length}`;
    }

    // The theme has keys of its own, which would leave the page.
    stage.addEventListener("keydown", event => {
      event.stopPropagation();
      const by = STEPS[event.key];
      if (!by || event.altKey || event.ctrlKey || event.metaKey) return;
      event.preventDefault();
      turn(by);
    });
    stage.addEventListener("click", event => {
      const button = event.target instanceof Element && event.target.closest("button");
      if (!button) return;
      if ("leave" in button.dataset) stage.close();
      else turn(Number(button.dataset.turn));
    });
    // Whoever comes back goes on where they left.
    stage.addEventListener("close", () => {
      start.focus();
      slides[place].scrollIntoView({ block: "center" });
    });
    start.addEventListener("click", () => {
      stage.showModal();
      turn(0);
    });
    start.hidden = false;
    // A page that is left while its stage is open must not keep the others from answering.
    addEventListener("hashchange", () => stage.close());
  }

  all("[data-stage]").forEach(stage => {
    /** @type {HTMLElement | null} */
    const page = stage.closest(".hb-page, body");
    if (page) project(page);
  });
})();
