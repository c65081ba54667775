/**
 * The page inside another: in a notebook, a widget around the page learns what is selected and can select.
 * What is said is plain data, to the surrounding window only; first, that the page listens now.
 */

/** @typedef {import("./store.js").Store} Store */

/**
 * @param {Store} store
 * @param {(id: string) => boolean} known  whether there is such a node
 * @param {Window} view
 */
export function connectHost(store, known, view) {
  if (view.parent === view) return;
  let told = "";
  store.subscribe(({ selected }) => {
    const now = JSON.stringify(selected);
    if (now !== told) view.parent.postMessage({ type: "ecosystem:selected", selected }, "*");
    told = now;
  });
  view.addEventListener("message", ({ source, data }) => {
    if (source !== view.parent || data?.type !== "ecosystem:select" || !Array.isArray(data.selected)) return;
    const selected = data.selected.filter((/** @type {unknown} */ id) => typeof id === "string" && known(id));
    told = JSON.stringify(selected);
    store.change((state) => ({ ...state, selected }));
  });
  view.parent.postMessage({ type: "ecosystem:ready" }, "*");
}
