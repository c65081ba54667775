/** The keys that mean the same in every picture. */

/**
 * Plus and minus zoom, nought shows all.
 * @param {KeyboardEvent} event @param {{zoom: (factor: number) => void, fit: () => void}} view @returns {boolean} whether the key was one of these
 */
export function zoomKey({ key }, view) {
  if (key === "+" || key === "=") view.zoom(1.25);
  else if (key === "-") view.zoom(0.8);
  else if (key === "0") view.fit();
  else return false;
  return true;
}

/** Keys with a modifier belong to the browser and the page. @param {KeyboardEvent} event */
export const modified = (event) => event.altKey || event.ctrlKey || event.metaKey;

/** The key is used up. @param {Event} event */
export function taken(event) {
  event.preventDefault();
  event.stopPropagation();
}
