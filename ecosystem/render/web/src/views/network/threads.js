/** The edges as threads: how strong each is, which are not drawn until they are asked for, and their painting on a bitmap. */

/**
 * @typedef {import("./field.js").Field} Field
 * @typedef {import("./bitmap.js").Dress} Dress
 * @typedef {import("../../drawing/camera.js").Box} Box
 * @typedef {{colour: string, alpha: number, width: number}} Look
 */

const STROKE = 160;
/** How much a thread between branches follows the line between their middles: beside each other they make a band. */
const LEAN = 0.7;
const FEW_LEAN = 0.1;

/** @param {Field} field */
export const leanOf = (field) => (field.few.length ? FEW_LEAN : LEAN);
/** How strong relations of a family are beside each other; what became of a thing and who is behind it comes first. @type {Record<string, [number, number]>} alpha, width */
const STRENGTH = { lineage: [2.2, 1.6], people: [1.1, 1], structure: [0.9, 1], use: [0.75, 0.9], category: [0.8, 0.9] };
const WEAK = /** @type {[number, number]} */ ([0.7, 0.9]);
/** What leads to another branch is fainter. */
const ABROAD = 0.55;

/** The colours of the families of relations, as in the legend (base.css). @type {Record<string, [string, string]>} light, dark */
const FAMILY = {
  lineage: ["#b3363b", "#ff8f8b"],
  people: ["#a8520f", "#f0a460"],
  structure: ["#2458c5", "#8ab0ff"],
  use: ["#0b7a6b", "#58cbb9"],
  category: ["#7b8794", "#8f9bab"],
  evidence: ["#7a4fb5", "#c3a1f5"],
  other: ["#5f6b7a", "#a3adba"],
};

/** The colour of an edge's family. @param {import("../../model.js").Model} model @param {number} k @param {import("../../drawing/colours.js").Palette} palette */
export function familyColour(model, k, palette) {
  return (FAMILY[model.predicateOf(k)?.family] ?? FAMILY.other)[palette.dark ? 1 : 0];
}

/**
 * Which predicates are of the background: licences, languages, hosts. Where they are most of what there is, none is.
 * @param {import("../../model.js").Model} model @returns {Uint8Array} by predicate
 */
export function backgroundOf(model) {
  const of = Uint8Array.from(model.predicates, ({ background }) => Number(background ?? false));
  let count = 0;
  for (const predicate of model.predicate) count += of[predicate];
  return 2 * count > model.m ? of.fill(0) : of;
}

/** Whether an edge is drawn before it is asked for. @param {Field} field @param {Dress} dress @param {number} k */
export function isDrawn(field, dress, k) {
  return dress.edgeVisible[k] === 1 && (dress.asked || !field.background[field.model.predicate[k]]);
}

/** What an edge looks like. @param {Field} field @param {Dress} dress @param {number} k @param {number} strength @returns {Look} */
export function lookOf(field, dress, k, strength) {
  const { model } = field;
  const family = model.predicateOf(k)?.family ?? "other";
  const [alpha, width] = STRENGTH[family] ?? WEAK;
  const abroad = !field.few.length && field.topOf(model.source[k]) !== field.topOf(model.target[k]);
  const colour = family === "lineage" ? familyColour(model, k, dress.palette) : dress.colour(model.source[k]);
  return { colour, width, alpha: Math.min(0.9, strength * alpha * (abroad ? ABROAD : 1)) };
}

/** How strong a thread of many is. @param {number} count */
export const strengthOf = (count) => Math.min(0.5, Math.max(0.11, 13 / Math.sqrt(count + 1)));

/**
 * All threads of a part of the plane, some at each step.
 * @param {OffscreenCanvasRenderingContext2D} context @param {Field} field @param {Dress} dress @param {Box} box @param {number} scale
 */
export function* paintThreads(context, field, dress, box, scale) {
  for (const [look, edges] of threads(field, dress, box)) {
    context.strokeStyle = look.colour;
    context.globalAlpha = look.alpha;
    context.lineWidth = Math.max(0.8, 0.9 / scale) * look.width;
    for (let at = 0; at < edges.length; at += STROKE) {
      context.beginPath();
      for (const k of edges.slice(at, at + STROKE)) traceEdge(context, field, k, leanOf(field));
      context.stroke();
      yield;
    }
  }
  context.globalAlpha = 1;
}

/** Threads that look alike, the faintest first. @param {Field} field @param {Dress} dress @param {Box} box @returns {[Look, number[]][]} */
export function threads(field, dress, box) {
  const drawn = [];
  for (let k = 0; k < field.model.m; k++) if (isDrawn(field, dress, k)) drawn.push(k);
  const strength = strengthOf(drawn.length);
  /** @type {Map<string, [Look, number[]]>} */
  const found = new Map();
  for (const k of drawn) {
    if (misses(field, k, box)) continue;
    const look = lookOf(field, dress, k, strength);
    const key = `${look.colour}${look.alpha}${look.width}`;
    const known = found.get(key);
    if (known) known[1].push(k);
    else found.set(key, [look, [k]]);
  }
  return [...found.values()].sort(([a], [b]) => a.alpha - b.alpha);
}

/** Whether both ends of an edge lie beyond the same side of a box. @param {Field} field @param {number} k @param {Box} box */
function misses({ model, x, y }, k, box) {
  const [a, b] = [model.source[k], model.target[k]];
  if (Math.max(x[a], x[b]) < box.x0 || Math.min(x[a], x[b]) > box.x1) return true;
  return Math.max(y[a], y[b]) < box.y0 || Math.min(y[a], y[b]) > box.y1;
}

/** @param {OffscreenCanvasRenderingContext2D | CanvasRenderingContext2D} context @param {Field} field @param {number} k @param {number} [lean] */
export function traceEdge(context, field, k, lean) {
  const { model, x, y } = field;
  const [a, b] = [model.source[k], model.target[k]];
  const bend = field.bend(k, lean);
  context.moveTo(x[a], y[a]);
  if (bend) context.bezierCurveTo(bend[0], bend[1], bend[2], bend[3], x[b], y[b]);
  else context.lineTo(x[b], y[b]);
}
