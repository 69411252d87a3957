// The entries of a list's further pages: from a script, or in the single file from these pages themselves.
//
// Other scripts take this one in where they name it; see macros/render/scripts.py.

/** @type {(container: HTMLElement) => HTMLElement[]} */
const besideHere = container => {
  const others = window.handbook
    .all(`[data-list="${container.dataset.list}"]`)
    .filter(other => other !== container)
    .flatMap(other => [...other.children]);
  return others.map(other => {
    const copy = /** @type {HTMLElement} */ (other.cloneNode(true));
    for (const element of [copy, ...window.handbook.all("[id]", copy)]) element.removeAttribute("id");
    return copy;
  });
};

/** @type {(html: string) => HTMLElement[]} */
const parsed = html => {
  const holder = document.createElement("template");
  holder.innerHTML = html;
  return /** @type {HTMLElement[]} */ ([...holder.content.children]);
};

// Puts them, hidden, where the others stand; fails where they cannot be loaded.
/** @type {(list: string, containers: HTMLElement[], isSingle: boolean) => Promise<HTMLElement[]>} */
// biome-ignore lint/correctness/noUnusedVariables: others take it in
const loadFurther = async (list, containers, isSingle) => {
  /** @type {Record<string, string>} */
  let held = {};
  if (!isSingle)
    held = await new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.onload = () => (window.handbookFurther ? resolve(window.handbookFurther) : reject(new Error(list)));
      script.onerror = () => reject(new Error(list));
      script.src = below(`list-${list}.js`);
      document.head.append(script);
    });
  return containers.flatMap(container => {
    const came = isSingle ? besideHere(container) : parsed(held[container.dataset.list ?? ""] ?? "");
    for (const element of came) element.hidden = true;
    container.append(...came);
    return came;
  });
};
