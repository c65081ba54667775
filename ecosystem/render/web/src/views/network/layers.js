/**
 * The bitmaps below the network: a sharp one of what is in view and a coarse one of the whole, nodes and edges apart.
 * Nodes are painted at once; edges in slices of a few milliseconds, so that the page answers meanwhile.
 *
 * @typedef {import("./field.js").Field} Field
 * @typedef {import("./bitmap.js").Dress} Dress
 * @typedef {import("../../drawing/camera.js").Box} Box
 * @typedef {{canvas: OffscreenCanvas, box: Box}} Tile
 * @typedef {{nodes: Tile | null, edges: Tile | null}} Pair
 */
import { inside } from "../../drawing/camera.js";
import { paintEdges, paintNodes } from "./bitmap.js";

const SLICE = 7;
const COARSE = 1400;

export class Layers {
  /** @param {Field} field @param {() => void} redraw */
  constructor(field, redraw) {
    this.field = field;
    this.redraw = redraw;
    /** @type {Pair} */
    this.sharp = { nodes: null, edges: null };
    /** @type {Pair} */
    this.coarse = { nodes: null, edges: null };
    this.frame = 0;
  }

  /** Everything looks different now. */
  forget() {
    this.coarse = { nodes: null, edges: null };
  }

  /** @param {Dress} dress @param {Box} box @param {number} scale pixels for one unit */
  sharpen(dress, box, scale) {
    this.destroy();
    this.sharp.nodes = tileOf(this.field, dress, box, scale, paintNodes);
    this.#paintEdges(dress, box, scale, (tile) => {
      this.sharp.edges = tile;
      this.redraw();
      if (!this.coarse.edges) this.timer = window.setTimeout(() => this.#coarsen(dress), 350);
    });
  }

  /** @param {Dress} dress */
  #coarsen(dress) {
    const { x0, y0, x1, y1 } = /** @type {Box} */ (this.field.box);
    const box = { x0: x0 - 60, y0: y0 - 60, x1: x1 + 60, y1: y1 + 60 };
    const scale = Math.min(1, COARSE / Math.max(box.x1 - box.x0, box.y1 - box.y0));
    this.coarse.nodes = tileOf(this.field, dress, box, scale, paintNodes);
    this.#paintEdges(dress, box, scale, (tile) => {
      this.coarse.edges = tile;
    });
  }

  /**
   * Browsers put drawing off until somebody looks: reading one pixel makes each slice cost what it costs.
   * @param {Dress} dress @param {Box} box @param {number} scale @param {(tile: Tile) => void} done
   */
  #paintEdges(dress, box, scale, done) {
    const { canvas, context } = canvasOf(box, scale);
    const steps = paintEdges(context, this.field, dress, box, scale);
    const slice = () => {
      const start = performance.now();
      while (performance.now() - start < SLICE) {
        if (steps.next().done) return done({ canvas, box });
        context.getImageData(0, 0, 1, 1);
      }
      this.frame = requestAnimationFrame(slice);
    };
    slice();
  }

  /** @param {CanvasRenderingContext2D} context in units of the plane @param {Box} view */
  draw(context, view) {
    drawPair(context, this.sharp.edges, this.coarse.edges, view);
    drawPair(context, this.sharp.nodes, this.coarse.nodes, view);
  }

  destroy() {
    clearTimeout(this.timer);
    cancelAnimationFrame(this.frame);
  }
}

/** The sharp tile, and the coarse one around it where it does not reach. @param {CanvasRenderingContext2D} context @param {Tile | null} sharp @param {Tile | null} coarse @param {Box} view */
function drawPair(context, sharp, coarse, view) {
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

/** @param {CanvasRenderingContext2D} context @param {Tile} tile */
function drawTile(context, { canvas, box }) {
  context.drawImage(canvas, box.x0, box.y0, box.x1 - box.x0, box.y1 - box.y0);
}

/** @param {Box} box @param {number} scale */
function canvasOf(box, scale) {
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.ceil((box.x1 - box.x0) * scale)),
    Math.max(1, Math.ceil((box.y1 - box.y0) * scale)),
  );
  const context = /** @type {OffscreenCanvasRenderingContext2D} */ (
    canvas.getContext("2d", { willReadFrequently: true })
  );
  context.setTransform(scale, 0, 0, scale, -box.x0 * scale, -box.y0 * scale);
  return { canvas, context };
}

/** @param {Field} field @param {Dress} dress @param {Box} box @param {number} scale @param {typeof paintNodes} paint @returns {Tile} */
function tileOf(field, dress, box, scale, paint) {
  const { canvas, context } = canvasOf(box, scale);
  paint(context, field, dress, box, scale);
  return { canvas, box };
}
