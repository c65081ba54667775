/** Who is gone, and who has not stirred for long. What happens on a day, such as a conference, is over but not gone. */

import { LIFE } from "../scene.js";

/** @param {import("../types.js").Scene} scene @param {number} node */
export function isGone(scene, node) {
  return scene.life[node] === LIFE.ended;
}

/** @param {import("../types.js").Scene} scene @param {number} node */
export function isDormant(scene, node) {
  return scene.life[node] === LIFE.dormant;
}
