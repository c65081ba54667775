/** What is drawn anew in each frame over the bitmap: highlighted edges, rings and labels that never cover each other. */
import { inkOn, legible, mix, tintOf } from "../../drawing/colours.js";
import { LabelField } from "../../drawing/labels.js";
import { traceShape } from "../../drawing/shapes.js";
import { FONT } from "../../drawing/svg.js";
import { clipped, textWidth } from "../../drawing/text.js";

/**
 * @typedef {import("./field.js").Field} Field
 * @typedef {import("../../drawing/colours.js").Palette} Palette
 * @typedef {{x: number, y: number, text: string, size: number, weight: number, ink: string, width: number, node: number}} Label on the screen; x is the middle
 * @typedef {{scale: number, x: number, y: number, width: number, height: number, type: number}} Window  screen = (plane - (x, y)) * scale + size / 2
 */

/**
 * Which labels fit: the first of `candidates` come first; each stands below its node.
 * @param {Field} field @param {Window} view @param {number[]} candidates @param {(i: number) => string} label
 * @param {(i: number) => {weight: number, ink: string}} style @param {LabelField} [room] what is taken already
 * @returns {Label[]}
 */
export function placeLabels(field, view, candidates, label, style, room = new LabelField()) {
  /** @type {Label[]} */
  const placed = [];
  for (const i of candidates) {
    const node = (field.x[i] - view.x) * view.scale + view.width / 2;
    const y = (field.y[i] - view.y) * view.scale + view.height / 2;
    if (node < -20 || y < -20 || node > view.width + 20 || y > view.height + 20) continue;
    const size = Math.round((11 + (4 * field.model.importance[i]) / 1000) * view.type);
    const { weight, ink } = style(i);
    const text = clipped(label(i), 210 * view.type, size, weight);
    const width = textWidth(text, size, weight);
    // The name of what stands near an edge moves inwards: it would be cut.
    const aside = node >= 0 && node <= view.width ? Math.max(0, view.width / 2 - width / 2 - 2) : Infinity;
    const x = Math.max(view.width / 2 - aside, Math.min(view.width / 2 + aside, node));
    const r = field.radius[i] * view.scale;
    const spots = [y + r + size * 0.55 + 2, y - r - size * 0.55 - 2];
    const spot = spots.find((at) =>
      room.take(x - width / 2 - 5, at - size * 0.62 - 1, x + width / 2 + 5, at + size * 0.62 + 1),
    );
    if (spot !== undefined) placed.push({ x, y: spot, text, size, weight, ink, width, node: i });
  }
  return placed;
}

/** @param {CanvasRenderingContext2D} context in screen pixels @param {Label[]} labels @param {Palette} palette */
export function drawLabels(context, labels, palette) {
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.lineJoin = "round";
  context.strokeStyle = palette.paper;
  for (const label of labels) {
    context.font = `${label.weight} ${label.size}px ${FONT}`;
    context.lineWidth = 4;
    context.strokeText(label.text, label.x, label.y);
    context.fillStyle = label.ink;
    context.fillText(label.text, label.x, label.y);
  }
}

/** The names of the main branches, large, where their nodes are; only from afar. @param {Field} field @param {Window} view @param {(top: number) => string} name @param {(top: number) => string} colour @param {Palette} palette @param {LabelField} room @returns {Label[]} */
export function placeRegions(field, view, name, colour, palette, room) {
  /** @type {Label[]} */
  const placed = [];
  const members = /** @type {Float32Array} */ (field.members);
  const tops = [...new Set(field.tops)]
    .filter((top) => top > 0 && field.compact(top))
    .sort((a, b) => members[b] - members[a]);
  for (const top of tops) {
    const x = (field.middleX[top] - view.x) * view.scale + view.width / 2;
    const y = (field.middleY[top] - view.y) * view.scale + view.height / 2;
    const size = Math.round(15 * view.type);
    const text = clipped(name(top), 300 * view.type, size, 700);
    const width = textWidth(text, size, 700);
    if (x - width / 2 < 2 || x + width / 2 > view.width - 2 || y < 10 || y > view.height - 10) continue;
    if (!room.take(x - width / 2 - 8, y - size * 0.85, x + width / 2 + 8, y + size * 0.85)) continue;
    placed.push({
      x,
      y,
      text,
      size,
      weight: 700,
      width,
      node: field.model.categories[top].node,
      ink: legible(mix(colour(top), palette.ink, 0.3), palette.paper, 4.5),
    });
  }
  return placed;
}

/** A ring around a selected node, a sign on a changed one. @param {CanvasRenderingContext2D} context @param {Field} field @param {number} i @param {Palette} palette @param {number} scale @param {{shape: string, selected: boolean, tint: number}} how */
export function drawMarks(context, field, i, palette, scale, how) {
  const r = Math.max(field.radius[i], 1.3 / scale);
  if (how.selected) {
    context.beginPath();
    traceShape(context, how.shape, field.x[i], field.y[i], r + 3 / scale + 1);
    context.strokeStyle = palette.accent;
    context.lineWidth = 3 / scale;
    context.stroke();
  }
  const tint = tintOf(palette, how.tint);
  if (!tint) return;
  const size = Math.min(r * 0.9, 7 / scale);
  context.beginPath();
  context.arc(field.x[i] + r * 0.8, field.y[i] - r * 0.8, size, 0, 6.2832);
  context.fillStyle = tint.colour;
  context.fill();
  context.font = `700 ${size * 1.7}px ${FONT}`;
  context.textAlign = "center";
  context.textBaseline = "middle";
  context.fillStyle = inkOn(tint.colour);
  context.fillText(tint.sign, field.x[i] + r * 0.8, field.y[i] - r * 0.8);
}
