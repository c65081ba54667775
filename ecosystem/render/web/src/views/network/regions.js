/** The regions of the atlas: the main branches that lie together, each on a ground of its own with its name at the upper coast. Pure but for painting. */
import { legible, mix } from "../../drawing/colours.js";
import { textWidth, wrapped } from "../../drawing/text.js";

/**
 * @typedef {import("./field.js").Field} Field
 * @typedef {import("./overlay.js").Label} Label
 * @typedef {import("./overlay.js").Window} Window
 * @typedef {import("../../drawing/colours.js").Palette} Palette
 * @typedef {{top: number, nodes: number[], x0: number, y0: number, x1: number, y1: number, x: number, y: number}} Region  its nodes, their box and their middle, in units of the plane
 */

/** Fewer nodes are no region. */
const FEWEST = 4;
/** How far the ground reaches beyond a node, in units of the plane; the coast is a little wider. */
export const SHORE = 17;
export const COAST = 2.5;
/** How much farther from their middle than in a full disc the nodes of a region may lie, on average. */
const LOOSE = 1.5;
/** So many of a branch are its heartland. */
const MOST = 0.95;
const DISCS = 200;

/** @param {Field} field @param {Uint8Array} visible @returns {Region[]} the largest first */
export function regionsOf(field, visible) {
  /** @type {Map<number, number[]>} */
  const members = new Map();
  for (let i = 0; i < field.model.n; i++) {
    const top = field.topOf(i);
    if (visible[i] !== 1 || top <= 0 || top >= field.model.categories.length) continue;
    const known = members.get(top);
    if (known) known.push(i);
    else members.set(top, [i]);
  }
  return [...members]
    .filter(([top, nodes]) => nodes.length >= FEWEST && field.compact(top, LOOSE))
    .map(([top, nodes]) => ({ top, nodes, ...heartland(field, nodes) }))
    .sort((a, b) => b.nodes.length - a.nodes.length || a.top - b.top);
}

/** Where most of a branch lies: its middle, and the box of those nearest to it, without what lies among others. @param {Field} field @param {number[]} nodes */
function heartland(field, nodes) {
  const median = (/** @type {Float32Array} */ at) => Float32Array.from(nodes, (i) => at[i]).sort()[nodes.length >> 1];
  const [x, y] = [median(field.x), median(field.y)];
  const far = Float32Array.from(nodes, (i) => Math.hypot(field.x[i] - x, field.y[i] - y));
  const most = far.slice().sort()[Math.ceil(nodes.length * MOST) - 1];
  return { x, y, ...field.boxOf(nodes.filter((_, at) => far[at] <= most)) };
}

/** The tones of a region's ground and its coast. @param {string} colour @param {Palette} palette @returns {[string, string]} coast, ground */
export function groundOf(colour, palette) {
  return palette.dark
    ? [mix(colour, palette.paper, 0.62), mix(colour, palette.paper, 0.82)]
    : [mix(colour, palette.paper, 0.68), mix(colour, palette.paper, 0.88)];
}

/**
 * The ground of all regions, some at each step.
 * @param {OffscreenCanvasRenderingContext2D} context @param {Field} field @param {Region[]} regions
 * @param {(top: number) => string} colour @param {Palette} palette @param {number} scale
 */
export function* paintGround(context, field, regions, colour, palette, scale) {
  for (const reach of [SHORE + Math.min(COAST, 3 / scale), SHORE]) {
    for (const region of regions) {
      context.fillStyle = groundOf(colour(region.top), palette)[reach === SHORE ? 1 : 0];
      for (let at = 0; at < region.nodes.length; at += DISCS) {
        context.beginPath();
        for (const i of region.nodes.slice(at, at + DISCS)) {
          context.moveTo(field.x[i], field.y[i]);
          context.arc(field.x[i], field.y[i], field.radius[i] + reach, 0, 6.2832);
        }
        context.fill();
        yield;
      }
    }
  }
}

/**
 * The names of the regions, as large as these allow, each at the first place that is free: its upper coast, its lower, its middle.
 * @param {Field} field @param {Window} view @param {Region[]} regions @param {(top: number) => string} name @param {(top: number) => string} colour
 * @param {Palette} palette @param {import("../../drawing/labels.js").LabelField} room @returns {Label[]}
 */
export function placeRegions(field, view, regions, name, colour, palette, room) {
  /** @type {Label[]} */
  const placed = [];
  for (const region of regions) {
    const across = (region.x1 - region.x0) * view.scale;
    const size = Math.round(Math.min(26, 11 + Math.sqrt(region.nodes.length), Math.max(13, across / 10)) * view.type);
    const lines = wrapped(name(region.top), Math.max(150 * view.type, across * 1.15), size, 700, 3);
    const width = Math.max(...lines.map((line) => textWidth(line, size, 700)));
    const half = (lines.length * size * 1.12) / 2;
    const x = Math.max(
      width / 2 + 4,
      Math.min(view.width - width / 2 - 4, onScreen(region.x, view.x, view.width, view.scale)),
    );
    const [top, low, mid] = [region.y0 - SHORE, region.y1 + SHORE, region.y].map((y) =>
      onScreen(y, view.y, view.height, view.scale),
    );
    if (x < 0 || x > view.width || low < 0 || top > view.height) continue;
    const spot = [top - half * 0.4, low + half * 0.4, mid].find(
      (y) =>
        y - half > 0 && y + half < view.height && room.take(x - width / 2 - 6, y - half, x + width / 2 + 6, y + half),
    );
    if (spot === undefined) continue;
    const ink = legible(mix(colour(region.top), palette.ink, 0.15), groundOf(colour(region.top), palette)[1], 4.5);
    const node = field.model.categories[region.top].node;
    lines.forEach((text, at) => {
      placed.push({
        x,
        y: spot + (at - (lines.length - 1) / 2) * size * 1.12,
        text,
        size,
        weight: 700,
        ink,
        width: textWidth(text, size, 700),
        node,
      });
    });
  }
  return placed;
}

/** From the plane to the screen, along one axis. @param {number} at @param {number} eye @param {number} side @param {number} scale */
const onScreen = (at, eye, side, scale) => (at - eye) * scale + side / 2;
