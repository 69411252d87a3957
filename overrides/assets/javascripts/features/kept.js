// The files behind a merged report, kept in the browser: following a link of the report or reloading loses nothing.
(() => {
  "use strict";
  const { handbook } = window;
  const STORE = "files";

  /** @type {Promise<IDBDatabase> | undefined} */
  let opened;
  /** @returns {Promise<IDBDatabase>} */
  const open = () =>
    new Promise((resolve, reject) => {
      const asked = indexedDB.open(`handbook:${handbook.data.site}:merge`, 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });

  /** @type {<T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>) => Promise<T>} */
  const ask = async (mode, act) => {
    opened ??= open();
    const transaction = (await opened).transaction(STORE, mode);
    const asked = act(transaction.objectStore(STORE));
    return new Promise((resolve, reject) => {
      transaction.oncomplete = () => resolve(asked.result);
      transaction.onabort = transaction.onerror = () => reject(transaction.error);
    });
  };

  /** @type {Handbook["kept"]} */
  const kept = {
    // Whether it was kept.
    put: files =>
      ask("readwrite", store => store.put(files, STORE)).then(
        () => true,
        () => false,
      ),
    get: () => ask("readonly", store => store.get(STORE)).catch(() => undefined),
  };
  Object.assign(handbook, { kept });
})();
