// Search in a handbook opened from a folder (file://).
//
// Material searches in a Web Worker, which browsers refuse to pages opened from
// disk. There, and only there, window.Worker becomes a class with the same face
// that runs the script in a hidden iframe. One of the theme's polyfills; the
// "iframe-worker" in its name keeps the offline plugin from adding a script
// that has to come from the network.
(() => {
  "use strict";
  if (location.protocol !== "file:") return;

  window.Worker = class extends EventTarget {
    /** @type {((event: any) => void) | null} as with any Worker, what it hears is of the type that was sent */
    onmessage = null;
    /** @type {((event: any) => void) | null} */
    onerror = null;
    onmessageerror = null;

    /** @param {string | URL} url */
    constructor(url) {
      super();
      this.addEventListener("message", event => this.onmessage?.(event));
      this.addEventListener("error", event => this.onerror?.(event));

      // A written document is there at once and shares the page's origin; one
      // loaded from disk would be a stranger. It also has the page's address,
      // so URLs are resolved here: the worker's against the page, as usual,
      // and those it imports against the worker.
      const base = new URL(url, document.baseURI).href;
      const iframe = document.createElement("iframe");
      iframe.hidden = true;
      document.body.append(iframe);
      const frame = /** @type {Window & { importScripts: (...urls: string[]) => Promise<void> }} */ (
        iframe.contentWindow
      );
      frame.document.open();
      frame.document.write("<!doctype html><title>worker</title>");
      frame.document.close();

      /** @type {(src: string) => Promise<unknown>} */
      const load = src =>
        new Promise((resolve, reject) => {
          const script = frame.document.createElement("script");
          script.onload = resolve;
          script.onerror = () => reject(new Error(`Cannot load ${src}`));
          script.src = src;
          frame.document.head.append(script);
        });
      // A page cannot wait for a script as a worker can, hence the promise,
      // which Material awaits; one by one, since later ones need earlier ones.
      frame.importScripts = async (...urls) => {
        for (const next of urls) await load(new URL(next, base).href);
      };

      // In: the iframe's own postMessage, held back until the script listens.
      // Out: a channel. Both copy the data and keep the order, as a worker does.
      const deliver = frame.postMessage.bind(frame);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = ({ data }) => this.dispatchEvent(new MessageEvent("message", { data }));
      frame.postMessage = (/** @type {unknown} */ data) => port2.postMessage(data);
      const loaded = load(base);
      loaded.catch(() => this.dispatchEvent(new Event("error")));
      /** @param {unknown} data */
      this.postMessage = data => {
        loaded.then(
          () => deliver(data, "*"),
          () => {},
        );
      };
      this.terminate = () => iframe.remove();
    }
  };
})();
