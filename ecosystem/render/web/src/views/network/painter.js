/** Paints the network in each frame: bitmaps, highlighted edges, crisp nodes, labels. */
import { legible, mix, paletteOf, tintOf } from "../../drawing/colours.js";
import { LabelField } from "../../drawing/labels.js";
import { isDormant, isGone } from "../../drawing/life.js";
import { traceShape } from "../../drawing/shapes.js";
import { RELATION } from "../../facets.js";
import { finished } from "../../work.js";
import { finishNodes, paintHalves, paintNodes } from "./bitmap.js";
import { Lettering } from "./lettering.js";
import { drawLabels, drawMarks, placeLabels } from "./overlay.js";
import { placeRegions, regionsOf } from "./regions.js";
import { familyColour, traceEdge } from "./threads.js";

/**
 * @typedef {import("./field.js").Field} Field
 * @typedef {import("./overlay.js").Window} Window
 * @typedef {import("../../types.js").Scene} Scene
 * @typedef {import("../../drawing/colouring.js").Meaning} Meaning
 */

/** Of nodes about which the answer says nothing. */
const UNKNOWN = "#9aa5b1";
const UNCHANGED = "#9aa5b1";
const LABELLED = 300;
const LIT_LABELS = 120;
const FADED = 0.16;
/** Highlighted edges in one stroke: few, because where they cross they add up. */
const STROKE = 8;
/** How much a highlighted edge follows its bundle. */
const LEAN = 0.12;
/** Screen area for one label, so that a picture is not all words. */
const AREA = 11000;

export class Painter {
  /** @param {Field} field @param {import("./layers.js").Layers} layers */
  constructor(field, layers) {
    this.field = field;
    this.model = field.model;
    this.layers = layers;
    /** What colours can mean here. */
    this.meanings = /** @type {Meaning[]} */ (["kind", "branch", ...(this.model.answer ? ["answer"] : [])]);
    /** What they mean now. @type {Meaning} */
    this.meaning = this.model.answer ? "answer" : "branch";
    this.hovered = -1;
    /** The node that is being dragged, or -1. */
    this.dragged = -1;
    /** Whether the bitmap shows the nodes as well as they could be drawn now: then only what looks otherwise is drawn by itself. */
    this.crisp = false;
    /** @type {Scene | null} */
    this.scene = null;
    this.palette = paletteOf("light");
    this.lettering = new Lettering();
    /** @type {{visible: Uint8Array, places: number, found: import("./regions.js").Region[]} | undefined} */
    this.regionsFor = undefined;
    /** @type {{lit: import("./lit.js").Lit, palette: import("../../drawing/colours.js").Palette, edgeVisible: Uint8Array, groups: [{faded: boolean, path: boolean, doubt: boolean, colour: string}, number[]][]} | undefined} */
    this.litFor = undefined;
    /** @type {import("./lit.js").Lit} */
    this.lit = { nodes: new Set(), edges: new Set() };
  }

  /** Between two dates colours tell what changed, whatever they tell else. @param {number} i */
  colour(i) {
    const tint = this.scene?.tint;
    if (tint) return tintOf(this.palette, tint[i])?.colour ?? UNCHANGED;
    if (this.meaning === "answer") return this.model.answer?.[i] ?? UNKNOWN;
    const branch = this.meaning === "branch" ? this.model.categories[this.field.topOf(i)] : undefined;
    return (branch ?? this.model.kindOf(i))?.colour ?? "#5f7187";
  }

  /** @returns {import("./bitmap.js").Dress} */
  dress() {
    const scene = /** @type {Scene} */ (this.scene);
    const { visible, edgeVisible } = scene;
    const gone = (/** @type {number} */ i) => isGone(scene, i);
    const dormant = (/** @type {number} */ i) => isDormant(scene, i);
    const asked = Boolean(scene.state.facets[RELATION]) || scene.pathEdges.size + this.field.few.length > 0;
    const ground = (/** @type {number} */ top) => this.#groundColour(top);
    const regions = this.regions();
    const colour = (/** @type {number} */ i) => this.colour(i);
    return { palette: this.palette, colour, visible, edgeVisible, gone, dormant, asked, regions, ground };
  }

  /** The regions of what is shown, found anew when that or a place has changed. */
  regions() {
    const { visible } = /** @type {Scene} */ (this.scene);
    if (this.regionsFor?.visible !== visible || this.regionsFor.places !== this.field.places)
      this.regionsFor = { visible, places: this.field.places, found: regionsOf(this.field, visible) };
    return this.regionsFor.found;
  }

  /** A branch's own colour where colours mean branches, else grey. @param {number} top */
  #groundColour(top) {
    return this.meaning === "branch" && !this.scene?.tint ? this.model.categories[top].colour : this.palette.muted;
  }

  /** Bitmaps and highlighted edges. @param {CanvasRenderingContext2D} context @param {Window} view @param {Set<number>} carried nodes that are drawn above */
  below(context, view, carried) {
    const ratio = context.canvas.width / Math.max(1, view.width);
    this.crisp = this.layers.crisp(view.scale * ratio, boxOf(view));
    context.save();
    context.globalAlpha = this.lit.nodes.size ? FADED : 1;
    this.layers.draw(context, boxOf(view));
    context.restore();
    this.#litEdges(context, view.scale);
    if (this.crisp && this.lit.nodes.size) this.#litNodes(context, view);
    for (const i of this.lit.nodes) if (!carried.has(i)) this.node(context, i, view.scale);
  }

  /** What is lit, in as few strokes as the bitmap has: a hub has hundreds of neighbours. @param {CanvasRenderingContext2D} context @param {Window} view */
  #litNodes(context, view) {
    const dress = this.dress();
    const visible = dress.visible.map((level, i) => (this.lit.nodes.has(i) ? level : 0));
    finished(paintNodes(context, this.field, { ...dress, visible }, boxOf(view, 0.1), view.scale));
  }

  /** @param {CanvasRenderingContext2D} context @param {number} scale */
  #litEdges(context, scale) {
    const { edges } = this.lit;
    context.save();
    for (const [look, alike] of this.#litByLook()) {
      context.strokeStyle = look.colour;
      context.globalAlpha = look.faded ? 0.3 : Math.max(0.35, 0.85 - edges.size / 400);
      context.lineWidth = (look.path ? 3 : 1.4) / scale;
      context.setLineDash(look.doubt ? [6 / scale, 4 / scale] : []);
      for (let at = 0; at < alike.length; at += STROKE) {
        context.beginPath();
        for (const k of alike.slice(at, at + STROKE)) traceEdge(context, this.field, k, LEAN);
        context.stroke();
      }
    }
    context.restore();
  }

  /** Highlighted edges that look alike, to be drawn with one stroke: a hub has hundreds. */
  #litByLook() {
    const scene = /** @type {Scene} */ (this.scene);
    if (
      this.litFor?.lit === this.lit &&
      this.litFor.palette === this.palette &&
      this.litFor.edgeVisible === scene.edgeVisible
    )
      return this.litFor.groups;
    /** @type {Map<string, [{faded: boolean, path: boolean, doubt: boolean, colour: string}, number[]]>} */
    const looks = new Map();
    for (const k of this.lit.edges) {
      const look = {
        faded: scene.edgeVisible[k] === 2,
        path: scene.pathEdges.has(k),
        doubt: this.model.modality(k) !== "stated",
        colour: familyColour(this.model, k, this.palette),
      };
      const key = Object.values(look).join();
      const known = looks.get(key);
      if (known) known[1].push(k);
      else looks.set(key, [look, [k]]);
    }
    const groups = [...looks.values()];
    this.litFor = { lit: this.lit, palette: this.palette, edgeVisible: scene.edgeVisible, groups };
    return groups;
  }

  /** One node, crisp at any scale. @param {CanvasRenderingContext2D} context @param {number} i @param {number} scale */
  node(context, i, scale) {
    const { scene, field, palette } = this;
    if (!scene?.visible[i] || (this.crisp && !this.#marked(i))) return;
    const lit = !this.lit.nodes.size || this.lit.nodes.has(i);
    const shape = this.model.kindOf(i)?.shape ?? "dot";
    context.save();
    context.globalAlpha = !lit ? FADED : scene.visible[i] === 2 ? 0.22 : 1;
    context.beginPath();
    traceShape(context, shape, field.x[i], field.y[i], Math.max(field.radius[i], 1.6 / scale));
    const dormant = isDormant(scene, i);
    finishNodes(context, this.colour(i), dormant || isGone(scene, i), palette, scale);
    if (dormant) paintHalves(context, field, [i], this.colour(i), palette);
    const selected = scene.selected.has(i) || i === this.hovered;
    if (lit) drawMarks(context, field, i, palette, scale, { shape, selected, tint: scene.tint?.[i] ?? 0 });
    context.restore();
  }

  /** Whether a node looks otherwise than on the bitmap. @param {number} i */
  #marked(i) {
    const scene = /** @type {Scene} */ (this.scene);
    return i === this.hovered || i === this.dragged || scene.selected.has(i) || Boolean(scene.tint?.[i]);
  }

  /** Labels, in screen pixels. @param {CanvasRenderingContext2D} context @param {Window} view */
  above(context, view) {
    const ratio = context.canvas.width / Math.max(1, view.width);
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    const labels = this.labels(view);
    const now = this.lettering.turn(labels);
    drawLabels(context, now, this.palette);
    context.restore();
    if (now.length < labels.length) this.layers.redraw();
  }

  /** All labels that fit: what is lit, or else the names of branches from afar and nodes by importance. @param {Window} view */
  labels(view) {
    const scene = /** @type {Scene} */ (this.scene);
    const room = new LabelField(64);
    const place = (/** @type {number[]} */ nodes) =>
      placeLabels(this.field, view, nodes, scene.label, (i) => this.#type(i), room);
    if (this.lit.nodes.size) return place(this.#litByRank().slice(0, LIT_LABELS));
    const regions = this.#regions(view, room);
    const named = new Set(regions.map(({ node }) => node));
    const free = (/** @type {number} */ i) => scene.visible[i] === 1 && !named.has(i);
    const near = this.field.foremost(boxOf(view), scene.visible, LABELLED).filter(free);
    return [
      ...regions,
      ...place(near.slice(0, Math.max(12, Math.round((view.width * view.height) / (AREA * view.type ** 2))))),
    ];
  }

  /** @param {number} i */
  #type(i) {
    const strong = this.scene?.selected.has(i) || i === this.hovered;
    const weight = strong ? 700 : this.model.importance[i] > 500 ? 600 : 450;
    return { weight, ink: legible(mix(this.colour(i), this.palette.ink, 0.62), this.palette.paper, 4.5) };
  }

  #litByRank() {
    const { visible, selected } = /** @type {Scene} */ (this.scene);
    const { importance } = this.model;
    const first = (/** @type {number} */ i) => Number(selected.has(i) || i === this.hovered);
    const shown = [...this.lit.nodes].filter((i) => visible[i]);
    return shown.sort((a, b) => first(b) - first(a) || importance[b] - importance[a]);
  }

  /** The names of the regions, as long as several are in view. @param {Window} view @param {LabelField} room */
  #regions(view, room) {
    const { lang } = /** @type {Scene} */ (this.scene).state;
    const { box, model } = this.field;
    if ((box.x1 - box.x0) * view.scale > Math.max(view.width, view.height) * 3.2) return [];
    const name = (/** @type {number} */ top) => model.categories[top].label[lang];
    return placeRegions(this.field, view, this.regions(), name, (top) => this.#groundColour(top), this.palette, room);
  }
}

/** The part of the plane in a window. @param {Window} view @param {number} [margin] as a share of the window */
export function boxOf({ scale, x, y, width, height }, margin = 0) {
  const [w, h] = [(width / scale) * (0.5 + margin), (height / scale) * (0.5 + margin)];
  return { x0: x - w, y0: y - h, x1: x + w, y1: y + h };
}
