/** A few nodes that lie close together or far apart fill the window evenly: left stays left and above stays above. Pure. */

/**
 * Along one axis: places before and after, both ascending. Between two the way is straight.
 * @typedef {{from: number[], to: number[]}} Scale
 */

/** How evenly: 0 as the map has them, 1 the same distance between all. */
const EVEN = 0.75;

/** How much wider than tall the whole is, at most and at least. */
const WIDE = 1.7;
const TALL = 1.2;

/** The scales across and down: each fills at least as much as makes the whole fit a window. @param {number[]} x @param {number[]} y @returns {[Scale, Scale]} */
export function scalesOf(x, y) {
  const [across, down] = [x, y].map((places) => Math.max(1, Math.max(...places) - Math.min(...places)));
  return [scaleOf(x, Math.max(across, down * TALL)), scaleOf(y, Math.max(down, across / WIDE))];
}

/** @param {number[]} places @param {number} span how far apart the ends come to lie @returns {Scale} */
function scaleOf(places, span) {
  const from = [...new Set(places)].sort((a, b) => a - b);
  const [low, high] = [from[0], from[from.length - 1]];
  const start = (low + high - span) / 2;
  const to = from.map((place, at) => {
    const even = at / Math.max(1, from.length - 1);
    const own = (place - low) / Math.max(1, high - low);
    return start + span * (own + (even - own) * EVEN);
  });
  return { from, to };
}

/** Where a place goes; beyond the ends by as much as before. @param {Scale} scale @param {number} place */
export function spreadTo({ from, to }, place) {
  const last = from.length - 1;
  if (place <= from[0]) return place - from[0] + to[0];
  if (place >= from[last]) return place - from[last] + to[last];
  const at = from.findIndex((next) => next >= place);
  const share = (place - from[at - 1]) / (from[at] - from[at - 1]);
  return to[at - 1] + share * (to[at] - to[at - 1]);
}

/** The way back. @param {Scale} scale @param {number} place */
export const spreadFrom = ({ from, to }, place) => spreadTo({ from: to, to: from }, place);
