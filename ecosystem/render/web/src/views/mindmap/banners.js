/** Main branches are written larger when one looks from afar, as far as there is room: they cover nothing. Pure. */
import { overlap } from "../../drawing/camera.js";
import { glimpseWidth } from "./layout.js";

/** @typedef {import("./layout.js").Item} Item */
/** @typedef {import("../../drawing/camera.js").Box} Box */

/** The steps in which all grow together, as shares of the scale that would be best: so neighbours come out alike. */
const SHARES = [0.2, 0.3, 0.4, 0.5, 0.64, 0.8, 1];

/**
 * How much larger than the rest each main branch and the root can be, by key; those that can not are missing.
 * @param {Item[]} items all that is near @param {Box[]} sheets @param {number} scale @returns {Map<string, number>}
 */
export function bannersOf(items, sheets, scale) {
  /** @type {Map<string, number>} */
  const scales = new Map();
  const boxes = items.map((item) => bannerBox(item, 1));
  const main = items.map((item, at) => ({ item, at })).filter(({ item }) => item.branch.depth < 2);
  main.sort((a, b) => rank(a.item) - rank(b.item));
  for (const share of SHARES.filter((one) => scale * one > 1)) {
    for (const { item, at } of main) {
      const box = bannerBox(item, scale * share);
      const covers = (/** @type {Box} */ other, /** @type {number} */ place) => place !== at && overlap(box, other);
      if (boxes.some(covers) || sheets.some((sheet) => overlap(box, sheet))) continue;
      boxes[at] = box;
      scales.set(item.key, scale * share);
    }
  }
  return scales;
}

/** The root first, then the branches that hold most. @param {Item} item */
const rank = ({ branch }) => (branch.depth ? -branch.total : -Infinity);

/** An item that is larger: it grows towards the root. @param {Item} item @param {number} scale @returns {Box} */
export function scaledBox(item, scale) {
  const cx = item.branch.depth === 0 ? item.x + item.w / 2 : item.side > 0 ? item.x + item.w : item.x;
  const x0 = item.branch.depth === 0 ? cx - (item.w * scale) / 2 : item.side > 0 ? cx - item.w * scale : cx;
  const y0 = item.y + item.h / 2 - (item.h * scale) / 2;
  return { x0, y0, x1: x0 + item.w * scale, y1: y0 + item.h * scale };
}

/** With the names beside it. @param {Item} item @param {number} scale @returns {Box} */
export function bannerBox(item, scale) {
  const box = scaledBox(item, scale);
  const beside = glimpseWidth(item) * scale;
  return item.side > 0 ? { ...box, x1: box.x1 + beside } : { ...box, x0: box.x0 - beside };
}
