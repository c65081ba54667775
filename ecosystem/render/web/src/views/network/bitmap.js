/** Everything in the plane, painted once on a bitmap that is only moved and scaled while the reader moves. */
import { legible, mix } from "../../drawing/colours.js";
import { traceHalf, traceShape } from "../../drawing/shapes.js";
import { paintGround } from "./regions.js";
import { paintThreads } from "./threads.js";

/**
 * @typedef {import("./field.js").Field} Field
 * @typedef {import("../../drawing/camera.js").Box} Box
 * @typedef {object} Dress  what everything looks like
 * @property {import("../../drawing/colours.js").Palette} palette
 * @property {(i: number) => string} colour
 * @property {Uint8Array} visible
 * @property {Uint8Array} edgeVisible
 * @property {(i: number) => boolean} gone
 * @property {(i: number) => boolean} dormant
 * @property {boolean} asked  whether the reader asked for some relations: then those of the background are drawn too
 * @property {import("./regions.js").Region[]} regions
 * @property {(top: number) => string} ground  the colour of a branch's ground
 */

const DISCS = 120;

/**
 * What lies below the nodes in a part of the plane: the ground of the regions, then all threads; some at each step.
 * @param {OffscreenCanvasRenderingContext2D} context @param {Field} field @param {Dress} dress @param {Box} box @param {number} scale
 */
export function* paintEdges(context, field, dress, box, scale) {
  yield* paintGround(context, field, dress.regions, dress.ground, dress.palette, scale);
  yield* paintThreads(context, field, dress, box, scale);
}

/**
 * All nodes of a part of the plane, some at each step.
 * @param {OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D} context @param {Field} field @param {Dress} dress @param {Box} box @param {number} scale
 */
export function* paintNodes(context, field, dress, box, scale) {
  const { model, x, y, radius, rank } = field;
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (let at = rank.length - 1; at >= 0; at--) {
    const i = rank[at];
    if (!dress.visible[i] || x[i] < box.x0 || x[i] > box.x1 || y[i] < box.y0 || y[i] > box.y1) continue;
    const key = `${dress.visible[i]}${dress.gone(i) ? 1 : dress.dormant(i) ? 2 : 0}${dress.colour(i)}`;
    const group = groups.get(key);
    if (group) group.push(i);
    else groups.set(key, [i]);
  }
  for (const [key, nodes] of [...groups].sort(([a], [b]) => (a[0] < b[0] ? 1 : a[0] > b[0] ? -1 : 0))) {
    context.globalAlpha = key[0] === "2" ? 0.22 : 1;
    for (let at = 0; at < nodes.length; at += DISCS) {
      context.beginPath();
      for (const i of nodes.slice(at, at + DISCS)) {
        const r = Math.max(radius[i], 1.6 / scale);
        if (r * scale < 2) context.rect(x[i] - r, y[i] - r, 2 * r, 2 * r);
        else traceShape(context, model.kindOf(i)?.shape ?? "dot", x[i], y[i], r);
      }
      finishNodes(context, key.slice(2), key[1] !== "0", dress.palette, scale);
      if (key[1] === "2") paintHalves(context, field, nodes.slice(at, at + DISCS), key.slice(2), dress.palette);
      yield;
    }
  }
  context.globalAlpha = 1;
}

/** Dormant nodes are hollow but for their lower half. @param {OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D} context @param {Field} field @param {number[]} nodes @param {string} colour @param {import("../../drawing/colours.js").Palette} palette */
export function paintHalves(context, { model, x, y, radius }, nodes, colour, palette) {
  context.beginPath();
  for (const i of nodes) traceHalf(context, model.kindOf(i)?.shape ?? "dot", x[i], y[i], radius[i]);
  context.fillStyle = legible(colour, palette.paper, 3);
  context.fill();
}

/** Living nodes are filled; ended ones are hollow. @param {OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D} context @param {string} colour @param {boolean} ended @param {import("../../drawing/colours.js").Palette} palette @param {number} scale */
export function finishNodes(context, colour, ended, palette, scale) {
  const tone = legible(colour, palette.paper, 3);
  context.fillStyle = ended ? mix(tone, palette.paper, 0.82) : tone;
  context.strokeStyle = ended ? tone : palette.paper;
  context.lineWidth = (ended ? 1.4 : 1) / Math.max(scale, 0.35);
  context.fill();
  context.stroke();
}
