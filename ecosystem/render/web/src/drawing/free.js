/** How much of a view can be seen: on a phone the panel is a sheet that covers its lower part. */

import { sizeOf } from "./size.js";

/** Where the panel is a sheet: in narrower windows than this (panel.css). */
const SHEET = "(max-width: 60rem)";

/** @param {HTMLElement} root @returns {{clientWidth: number, clientHeight: number}} */
export function freePart(root) {
  const { clientWidth, clientHeight } = sizeOf(root);
  if (!matchMedia(SHEET).matches) return { clientWidth, clientHeight };
  const panel = /** @type {HTMLElement | null} */ (document.querySelector("body.panel-open .panel"));
  if (!panel || panel.offsetWidth < clientWidth * 0.9) return { clientWidth, clientHeight };
  const covered = root.getBoundingClientRect().bottom - (window.innerHeight - panel.offsetHeight);
  return { clientWidth, clientHeight: Math.max(120, clientHeight - Math.max(0, covered)) };
}
