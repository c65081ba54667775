/**
 * A camera over a flat world: screen = world * k + (x, y). Pure functions; gestures are in gestures.js.
 * @typedef {{x: number, y: number, k: number}} Camera
 * @typedef {{x0: number, y0: number, x1: number, y1: number}} Box
 */

/** @param {Camera} camera @param {number} dx @param {number} dy @returns {Camera} */
export function panned(camera, dx, dy) {
  return { x: camera.x + dx, y: camera.y + dy, k: camera.k };
}

/**
 * Zoom so that the screen point (px, py) stays where it is.
 * @param {Camera} camera @param {number} factor @param {number} px @param {number} py
 * @param {[number, number]} [limits] @returns {Camera}
 */
export function zoomed(camera, factor, px, py, limits = [0.05, 8]) {
  const k = Math.min(limits[1], Math.max(limits[0], camera.k * factor));
  const ratio = k / camera.k;
  return { x: px - (px - camera.x) * ratio, y: py - (py - camera.y) * ratio, k };
}

/**
 * The camera that shows a whole box in the middle, never larger than `largest`.
 * @param {Box} box @param {number} width @param {number} height @param {number} [margin] @param {number} [largest]
 * @returns {Camera}
 */
export function fitted(box, width, height, margin = 24, largest = 1.25) {
  const w = Math.max(1, box.x1 - box.x0);
  const h = Math.max(1, box.y1 - box.y0);
  const k = Math.min(largest, Math.max(1, width - 2 * margin) / w, Math.max(1, height - 2 * margin) / h);
  return { x: width / 2 - ((box.x0 + box.x1) / 2) * k, y: height / 2 - ((box.y0 + box.y1) / 2) * k, k };
}

/** The camera that puts a world point in the middle. @returns {Camera} */
export function centred(
  /** @type {Camera} */ camera,
  /** @type {number} */ wx,
  /** @type {number} */ wy,
  width = 0,
  height = 0,
) {
  return { x: width / 2 - wx * camera.k, y: height / 2 - wy * camera.k, k: camera.k };
}

/**
 * The smallest pan that brings a box into a window with a margin; the same camera when it is there already.
 * @param {Camera} camera @param {Box} box @param {number} width @param {number} height @param {number} [margin]
 * @param {number} [top]  the margin at the top, where that is another
 */
export function revealed(camera, box, width, height, margin = 32, top = margin) {
  const dx = nudge(box.x0 * camera.k + camera.x, box.x1 * camera.k + camera.x, width, margin, margin);
  const dy = nudge(box.y0 * camera.k + camera.y, box.y1 * camera.k + camera.y, height, top, margin);
  return dx || dy ? panned(camera, dx, dy) : camera;
}

function nudge(
  /** @type {number} */ low,
  /** @type {number} */ high,
  /** @type {number} */ size,
  /** @type {number} */ before,
  /** @type {number} */ after,
) {
  if (low < before) return before - low;
  if (high > size - after) return Math.max(before - low, size - after - high);
  return 0;
}

/**
 * The part of the world that a window shows, wider by `margin` screen pixels on each side.
 * @param {Camera} camera @param {number} width @param {number} height @param {number} [margin] @returns {Box}
 */
export function seen(camera, width, height, margin = 0) {
  return {
    x0: (-margin - camera.x) / camera.k,
    y0: (-margin - camera.y) / camera.k,
    x1: (width + margin - camera.x) / camera.k,
    y1: (height + margin - camera.y) / camera.k,
  };
}

/** Between two cameras, with the scale moving evenly to the eye. @param {Camera} a @param {Camera} b @param {number} t */
export function between(a, b, t) {
  return {
    x: a.x + (b.x - a.x) * t,
    y: a.y + (b.y - a.y) * t,
    k: a.k * (b.k / a.k) ** t,
  };
}

/** @param {Box} a @param {Box} b */
export function overlap(a, b) {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 < b.y1 && b.y0 < a.y1;
}

/** @param {Box} inner @param {Box} outer */
export function inside(inner, outer) {
  return inner.x0 >= outer.x0 && inner.x1 <= outer.x1 && inner.y0 >= outer.y0 && inner.y1 <= outer.y1;
}
