/**
 * The bitmaps below the network: a sharp one of what is in view and a coarse one of the whole, nodes and edges apart.
 * They are painted between frames, nodes first; until the new ones are whole, the old ones stay. At last both are
 * put on one, so that a frame has a single bitmap to draw.
 *
 * @typedef {import("./field.js").Field} Field
 * @typedef {import("./bitmap.js").Dress} Dress
 * @typedef {import("../../drawing/camera.js").Box} Box
 * @typedef {{canvas: OffscreenCanvas, box: Box}} Tile
 * @typedef {{nodes: Tile | null, edges: Tile | null, both: Tile | null}} Pair
 */
import { inside } from "../../drawing/camera.js";
import { work } from "../../work.js";
import { paintEdges, paintNodes } from "./bitmap.js";

const COARSE = 1400;
/** Between these scales, as shares of its own, a bitmap does for nodes: it is sharp again as soon as the camera rests. */
const NEAR = [0.4, 1.3];
/** So nearly the same size is the same: a bitmap is rounded up to whole pixels. */
const EVEN = 0.002;

export class Layers {
  /** @param {Field} field @param {() => void} redraw */
  constructor(field, redraw) {
    this.field = field;
    this.redraw = redraw;
    /** @type {Pair} */
    this.sharp = { nodes: null, edges: null, both: null };
    /** @type {Pair} */
    this.coarse = { nodes: null, edges: null, both: null };
    /** Canvases out of use, to be painted on next: new memory costs more than painting. @type {OffscreenCanvas[]} */
    this.spare = [];
    /** Where and how the sharp pair is painted, or being painted. */
    this.painted = "";
    this.scale = 0;
  }

  /** Everything looks different now. */
  forget() {
    this.coarse = { nodes: null, edges: null, both: null };
    this.painted = "";
  }

  /** @param {Dress} dress @param {Box} box @param {number} scale pixels for one unit */
  sharpen(dress, box, scale) {
    const wanted = `${Object.values(box)} ${scale}`;
    if (wanted === this.painted) return;
    this.painted = wanted;
    work.begin(this, this.#painting(dress, box, scale));
  }

  /** @param {Dress} dress @param {Box} box @param {number} scale @returns {Generator<void, void>} */
  *#painting(dress, box, scale) {
    const nodes = yield* this.#paint(paintNodes, dress, box, scale);
    this.#keep(this.sharp.nodes);
    this.sharp.nodes = nodes;
    this.#keep(this.sharp.both);
    this.sharp.both = null;
    this.scale = scale;
    this.redraw();
    yield;
    const edges = yield* this.#paint(paintEdges, dress, box, scale);
    this.#keep(this.sharp.edges);
    this.sharp.edges = edges;
    yield;
    this.sharp.both = this.#joined(nodes, edges, scale);
    this.redraw();
    if (this.coarse.edges) return;
    yield;
    yield* this.#coarsening(dress);
  }

  /** @param {Dress} dress @returns {Generator<void, void>} */
  *#coarsening(dress) {
    const { x0, y0, x1, y1 } = /** @type {Box} */ (this.field.box);
    const box = { x0: x0 - 60, y0: y0 - 60, x1: x1 + 60, y1: y1 + 60 };
    const scale = Math.min(1, COARSE / Math.max(box.x1 - box.x0, box.y1 - box.y0));
    const nodes = yield* this.#paint(paintNodes, dress, box, scale);
    const edges = yield* this.#paint(paintEdges, dress, box, scale);
    yield;
    this.coarse = { nodes, edges, both: this.#joined(nodes, edges, scale) };
  }

  /**
   * Browsers put drawing off until somebody looks: reading one pixel makes each step cost what it costs.
   * @param {typeof paintEdges} steps @param {Dress} dress @param {Box} box @param {number} scale @returns {Generator<void, Tile>}
   */
  *#paint(steps, dress, box, scale) {
    const { canvas, context } = this.#canvasOf(box, scale);
    yield;
    for (const _ of steps(context, this.field, dress, box, scale)) {
      context.getImageData(0, 0, 1, 1);
      yield;
    }
    this.spare = this.spare.filter((one) => one !== canvas);
    return { canvas, box };
  }

  /** The nodes on the edges below them. @param {Tile} nodes @param {Tile} edges @param {number} scale @returns {Tile} */
  #joined(nodes, edges, scale) {
    const { canvas, context } = this.#canvasOf(edges.box, scale);
    context.setTransform(1, 0, 0, 1, 0, 0);
    for (const tile of [edges, nodes]) context.drawImage(tile.canvas, 0, 0);
    context.getImageData(0, 0, 1, 1);
    this.spare = this.spare.filter((one) => one !== canvas);
    return { canvas, box: edges.box };
  }

  /** @param {Tile | null} tile */
  #keep(tile) {
    if (tile && this.spare.length < 4) this.spare.push(tile.canvas);
  }

  /** An empty canvas for a part of the plane. @param {Box} box @param {number} scale */
  #canvasOf(box, scale) {
    const width = Math.max(1, Math.ceil((box.x1 - box.x0) * scale));
    const height = Math.max(1, Math.ceil((box.y1 - box.y0) * scale));
    const known = this.spare.find((one) => one.width === width && one.height === height);
    const canvas = known ?? new OffscreenCanvas(width, height);
    if (!known) this.spare = [...this.spare.slice(-3), canvas];
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
      canvas.getContext("2d", { willReadFrequently: true })
    );
    context.setTransform(1, 0, 0, 1, 0, 0);
    if (known) context.clearRect(0, 0, width, height);
    context.setTransform(scale, 0, 0, scale, -box.x0 * scale, -box.y0 * scale);
    return { canvas, context };
  }

  /** Whether the nodes are there; and whether all is, to write names on. */
  get begun() {
    return this.sharp.nodes !== null;
  }

  get whole() {
    return this.sharp.edges !== null;
  }

  /** Whether the bitmaps do for nodes, so that none has to be drawn by itself while the camera moves. @param {number} scale pixels for one unit @param {Box} view */
  crisp(scale, view) {
    const { nodes } = this.sharp;
    const share = scale / this.scale;
    if (!nodes || share < NEAR[0] || share > NEAR[1]) return false;
    return inside(view, nodes.box) || this.coarse.nodes !== null;
  }

  /** @param {CanvasRenderingContext2D} context in units of the plane @param {Box} view */
  draw(context, view) {
    const { sharp, coarse } = this;
    if (sharp.both && (coarse.both || !coarse.edges)) return drawTiles(context, sharp.both, coarse.both, view);
    drawTiles(context, sharp.edges, coarse.edges, view);
    drawTiles(context, sharp.nodes, coarse.nodes, view);
  }

  destroy() {
    work.cancel(this);
  }
}

/** The sharp tile, and the coarse one around it where it does not reach. @param {CanvasRenderingContext2D} context @param {Tile | null} sharp @param {Tile | null} coarse @param {Box} view */
function drawTiles(context, sharp, coarse, view) {
  if (coarse && !(sharp && inside(view, sharp.box))) {
    context.save();
    context.beginPath();
    context.rect(view.x0, view.y0, view.x1 - view.x0, view.y1 - view.y0);
    if (sharp) context.rect(sharp.box.x0, sharp.box.y0, sharp.box.x1 - sharp.box.x0, sharp.box.y1 - sharp.box.y0);
    context.clip("evenodd");
    drawTile(context, coarse);
    context.restore();
  }
  if (sharp) drawTile(context, sharp);
}

/** A tile of which each pixel is one of the screen needs no smoothing, which takes most of the time. @param {CanvasRenderingContext2D} context @param {Tile} tile */
function drawTile(context, { canvas, box }) {
  const enlarged = (context.getTransform().a * (box.x1 - box.x0)) / canvas.width;
  context.imageSmoothingEnabled = Math.abs(enlarged - 1) > EVEN;
  context.drawImage(canvas, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
}
