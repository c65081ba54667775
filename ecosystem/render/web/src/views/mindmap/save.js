/** The mind map as a file: as it is seen where all of it is, and otherwise whole. */
import { inside, seen } from "../../drawing/camera.js";
import { sizeOf } from "../../drawing/size.js";
import { standalone } from "../../drawing/svg.js";

/** @typedef {import("./picture.js").Picture} Picture */

/** From this scale on words can be read. */
const READABLE = 0.6;

/** Whether a window shows all of a picture, and large enough. @param {import("../../drawing/camera.js").Box} box @param {import("../../drawing/camera.js").Camera} camera @param {import("./framing.js").Window} window */
export function showsAll(box, camera, { clientWidth, clientHeight }) {
  return camera.k >= READABLE && inside(box, seen(camera, clientWidth, clientHeight));
}

/** @param {HTMLElement} root @param {Picture} picture @param {import("./layout.js").Layout} layout @param {import("../../drawing/camera.js").Camera} camera @param {{paper: string}} palette @param {string} title */
export function mindmapSvg(root, picture, layout, camera, palette, title) {
  const window = sizeOf(root);
  if (showsAll(layout.box, camera, window))
    return standalone(picture.seenElements(), window.clientWidth, window.clientHeight, palette, title);
  return picture.wholly((elements, width, height) => standalone(elements, width, height, palette, title));
}
