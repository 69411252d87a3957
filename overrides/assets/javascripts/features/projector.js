// The projector view: one item of the page's list a screen. Without this script the list stays what it is.
(() => {
  "use strict";
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
  function project(page) {
    const stage = page.querySelector("[data-stage]");
    const start = page.querySelector("[data-project]");
    const slides = [...page.querySelectorAll("[data-slide]")];
    if (!stage.showModal || !slides.length) return;
    const shown = stage.querySelector("[data-shown]");
    const counter = stage.querySelector("[data-counter]");
    let place = 0;

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
      const button = event.target.closest("button");
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

  document.querySelectorAll("[data-stage]").forEach(stage => project(stage.closest(".hb-page, body")));
})();
