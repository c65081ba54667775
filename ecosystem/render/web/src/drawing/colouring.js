/** What colours mean in a view: kinds, branches or an answer that was put on the map. The legend stands elsewhere in the page, so the page is told. */
import { put } from "../dom.js";

/** @typedef {"answer" | "branch" | "kind"} Meaning */

/** @param {HTMLElement} root of the view @param {Meaning} meaning */
export function colourBy(root, meaning) {
  root.dataset.colouring = meaning;
  tellColouring(root);
}

/** Tell the page of the view that is shown now. @param {HTMLElement} root */
export function tellColouring(root) {
  put(document.body, "data-colouring", root.dataset.colouring ?? "kind");
}
