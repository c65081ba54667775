/** What colours mean in a view: kinds or branches. The legend stands elsewhere in the page, so the page is told. */
import { put } from "../dom.js";

/** @param {HTMLElement} root of the view @param {"branch" | "kind"} meaning */
export function colourBy(root, meaning) {
  root.dataset.colouring = meaning;
  tellColouring(root);
}

/** Tell the page of the view that is shown now. @param {HTMLElement} root */
export function tellColouring(root) {
  put(document.body, "data-colouring", root.dataset.colouring ?? "kind");
}
