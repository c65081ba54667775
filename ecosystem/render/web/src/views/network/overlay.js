/** What is drawn anew in each frame over the bitmap: highlighted edges, rings and labels that never cover each other. */
import { inkOn, tintOf } from "../../drawing/colours.js";
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

/** From this size on a mark is not written over, in pixels. */
const MARK = 6;

/**
 * Which labels fit: the first of `candidates` come first; each stands below its node, or else above or beside it.
 * @param {Field} field @param {Window} view @param {number[]} candidates @param {(i: number) => string} label
 * @param {(i: number) => {weight: number, ink: string}} style @param {LabelField} [room] what is taken already
 * @returns {Label[]}
 */
export function placeLabels(field, view, candidates, label, style, room = new LabelField()) {
  /** @type {Label[]} */
  const placed = [];
  blockMarks(field, view, candidates, room);
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
    const [below, beside] = [r + size * 0.62 + 3, r + width / 2 + 9];
    const spots = [
      [x, y + below],
      [x, y - below],
      [node + beside, y],
      [node - beside, y],
    ].filter(([at]) => at - width / 2 > 0 && at + width / 2 < view.width);
    const spot = spots.find(([at, high]) =>
      room.take(at - width / 2 - 5, high - size * 0.62 - 1, at + width / 2 + 5, high + size * 0.62 + 1),
    );
    if (spot) placed.push({ x: spot[0], y: spot[1], text, size, weight, ink, width, node: i });
  }
  return placed;
}

/** Large marks keep their room: no name is written over them. @param {Field} field @param {Window} view @param {number[]} nodes @param {LabelField} room */
function blockMarks(field, view, nodes, room) {
  for (const i of nodes) {
    const r = field.radius[i] * view.scale * 0.8;
    if (r < MARK) continue;
    const x = (field.x[i] - view.x) * view.scale + view.width / 2;
    const y = (field.y[i] - view.y) * view.scale + view.height / 2;
    room.block(x - r, y - r, x + r, y + r);
  }
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

/** A ring around a selected node, a sign on a changed one. @param {CanvasRenderingContext2D} context @param {Field} field @param {number} i @param {Palette} palette @param {number} scale @param {{shape: string, selected: boolean, tint: number}} how */
export function drawMarks(context, field, i, palette, scale, how) {
  const r = Math.max(field.radius[i], 1.6 / scale);
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
