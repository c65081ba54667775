/** Where the camera of the network goes, and how large nodes are when few are shown. Pure. */
import { fitted } from "../../drawing/camera.js";

/**
 * @typedef {import("./field.js").Field} Field
 * @typedef {{clientWidth: number, clientHeight: number, head?: number}} Size  `head` is taken by buttons
 * @typedef {{position: {x: number, y: number}, scale: number}} Goal
 */

/** What the buttons take at the usual size of text. */
const HEAD = 44;
const LEAST = 0.02;
const LARGEST = 3;
/** Around a node and its neighbours there is room for their names; so near, and so far, the camera goes. */
const AROUND = 70;
const NEAREST = 1.8;
const FARTHEST = 0.3;
/** Around the whole there is room for the names of regions. */
const MARGIN = 40;
/** A mark of middling size is this part of the distance between nodes, if they lay evenly on the screen; in pixels no less and no more than so. */
const SHARE = 0.11;
const SMALL = 2;
const LARGE = 11;
/** So much larger than on the whole map a mark is at most. */
const MOST = 5;
/** Of the way to the nearest other node, a mark of middling size covers no more. */
const NEAR = 0.4;
/** So many are as large as on the whole map. */
const MANY = 400;
/** A window so much taller than wide shows the map upright. */
const UPRIGHT = 1.1;

/** So few nodes are spread over the whole. */
const FEW = 80;

/** The nodes that are shown, where they are so few that they are to fill the window by themselves. @param {Uint8Array} visible @returns {number[]} */
export function fewOf(visible) {
  /** @type {number[]} */
  const shown = [];
  if (visible.length <= FEW) return shown;
  for (let i = 0; i < visible.length; i++) {
    if (visible[i] === 2) return [];
    if (visible[i] === 1) shown.push(i);
    if (shown.length > FEW) return [];
  }
  return shown;
}

/** Whether a window is better filled by the map turned on its side. @param {Size} size */
export const isUpright = ({ clientWidth, clientHeight, head = HEAD }) => clientHeight - head > UPRIGHT * clientWidth;

/** From the screen to the plane. @param {import("./overlay.js").Window} view @param {number} px @param {number} py @returns {[number, number]} */
export const planeOf = ({ scale, x, y, width, height }, px, py) => [
  (px - width / 2) / scale + x,
  (py - height / 2) / scale + y,
];

/** The camera that shows what is shown. @param {Field} field @param {Uint8Array} visible @param {Size} size @returns {Goal} */
export function fitting(field, visible, { clientWidth, clientHeight, head = HEAD }) {
  const shown = [...field.rank].filter((i) => visible[i] === 1);
  const box = field.boxOf(shown.length ? shown : field.rank);
  const { k } = fitted(box, clientWidth, clientHeight - head, MARGIN, LARGEST);
  const scale = Math.max(LEAST, k);
  return { position: { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 - head / 2 / scale }, scale };
}

/** The camera that shows a node with all its neighbours; where these lie too far apart, the node in the middle. @param {Field} field @param {number} node @param {Uint8Array} visible @param {Size} free what of the window is free @param {number} height of the window @returns {Goal} */
export function around(field, node, visible, { clientWidth, clientHeight, head = HEAD }, height) {
  const box = field.homeOf(node, visible);
  const { k } = fitted(box, clientWidth, clientHeight - head, AROUND, NEAREST);
  const scale = Math.max(FARTHEST, k);
  const [x, y] = k < FARTHEST ? [field.x[node], field.y[node]] : [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return { position: { x, y: y + (height - clientHeight - head) / 2 / scale }, scale };
}

/**
 * How much larger marks are drawn than on the whole map, so that a few of them are no pin pricks when they are fitted into the window.
 * @param {Field} field with its nodes as large as on the whole map @param {Uint8Array} visible @param {Size} size @returns {number} 1 or more
 */
export function swelling(field, visible, size) {
  const shown = [...field.rank].filter((i) => visible[i] === 1);
  if (!shown.length || shown.length > MANY || !size.clientWidth || !size.clientHeight) return 1;
  const { scale } = fitting(field, visible, size);
  const mean = shown.reduce((sum, i) => sum + field.radius[i], 0) / shown.length;
  const apart = Math.sqrt((size.clientWidth * size.clientHeight) / shown.length);
  const wanted = Math.min(LARGE, Math.max(SMALL, SHARE * apart)) / (mean * scale);
  return Math.max(1, Math.min(MOST, wanted, (NEAR * nearness(field, shown)) / mean));
}

/** How far the nearest other is, for a node of few (a fifth have one nearer). @param {Field} field @param {number[]} shown */
function nearness({ x, y }, shown) {
  if (shown.length < 2) return Infinity;
  const nearest = shown.map((i) =>
    shown.reduce((least, j) => (i === j ? least : Math.min(least, Math.hypot(x[i] - x[j], y[i] - y[j]))), Infinity),
  );
  return nearest.sort((a, b) => a - b)[Math.floor(shown.length / 5)];
}

/** Whether the camera goes to what is shown now: after a filter only if the reader has not moved it. @param {import("../../types.js").State} before @param {import("../../types.js").State} state @param {boolean | undefined} fitted */
export function isElsewhere(before, state, fitted) {
  if (before.focus !== state.focus || before.path !== state.path) return true;
  return Boolean(fitted) && (before.facets !== state.facets || before.hidden !== state.hidden);
}
