/** vis-network as the carrier: it moves the camera and drags nodes, and holds only the most important nodes in view. */

import { nextFrame } from "../../dom.js";
import { inflated } from "../../model.js";

/** @typedef {import("./field.js").Field} Field */

/** @type {Promise<any> | undefined} */
let loading;

/** The library, inflated from its block in the page and started through a blob. @returns {Promise<any>} */
export function loadVis() {
  const known = /** @type {any} */ (window).vis;
  if (known) return Promise.resolve(known);
  loading ??= start();
  return loading;
}

/** Chromium compiles all of the library beside the main thread then, not each function there when it is first called: a third of its start. */
const COMPILE = "//# allFunctionsCalledOnLoad\n";

async function start() {
  const block = document.getElementById("vis-network");
  if (!block) throw new Error("vis-network is not in this page");
  const code = await inflated(block.textContent ?? "").blob();
  const address = URL.createObjectURL(new Blob([COMPILE, code], { type: "text/javascript" }));
  const errors = /** @type {any} */ (Error);
  const { stackTraceLimit } = errors;
  errors.stackTraceLimit = 0; // Errors that the library makes on its way would have the browser read all of it once more.
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = () => reject(new Error("vis-network did not start"));
    document.head.append(script);
  });
  errors.stackTraceLimit = stackTraceLimit;
  URL.revokeObjectURL(address);
  await nextFrame();
  return /** @type {any} */ (window).vis;
}

/** Nodes that are handed over in one step. */
const AT_ONCE = 20;

const OPTIONS = {
  physics: false,
  layout: { improvedLayout: false },
  autoResize: true,
  nodes: { chosen: false, font: { size: 0 } },
  edges: { hidden: true, smooth: false, chosen: false },
  interaction: {
    hover: false,
    selectable: false,
    selectConnectedEdges: false,
    hoverConnectedEdges: false,
    hideEdgesOnDrag: true,
    hideEdgesOnZoom: true,
    zoomSpeed: 0.6,
    keyboard: false,
    tooltipDelay: 1e6,
  },
};

export class Carrier {
  /** @param {any} vis @param {HTMLElement} element @param {Field} field @param {(context: CanvasRenderingContext2D, i: number) => void} draw */
  constructor(vis, element, field, draw) {
    this.field = field;
    this.nodes = new vis.DataSet();
    /** @type {Set<number>} */
    this.carried = new Set();
    const renderer = (/** @type {any} */ { ctx, id }) => {
      const size = 2 * field.radius[id];
      return { drawNode: () => draw(ctx, id), nodeDimensions: { width: size, height: size } };
    };
    this.network = new vis.Network(
      element,
      { nodes: this.nodes, edges: [] },
      { ...OPTIONS, nodes: { ...OPTIONS.nodes, shape: "custom", ctxRenderer: renderer } },
    );
    this.network.canvas.frame.tabIndex = -1; // The stage around it takes the keys, and has a name.
  }

  /** @param {number} i */
  #row(i) {
    return { id: i, x: this.field.x[i], y: this.field.y[i], size: this.field.radius[i], label: undefined };
  }

  /** Carry these nodes and no others, some at each step. @param {number[]} wanted @returns {Generator<void, void>} */
  *carrying(wanted) {
    const next = new Set(wanted);
    const gone = [...this.carried].filter((i) => !next.has(i));
    for (let at = 0; at < gone.length; at += AT_ONCE) {
      const some = gone.slice(at, at + AT_ONCE);
      for (const i of some) this.carried.delete(i);
      this.#quietly(() => this.nodes.remove(some));
      yield;
    }
    const fresh = wanted.filter((i) => !this.carried.has(i));
    for (let at = 0; at < fresh.length; at += AT_ONCE) {
      const some = fresh.slice(at, at + AT_ONCE).filter((i) => !this.carried.has(i));
      for (const i of some) this.carried.add(i);
      this.#quietly(() => this.nodes.add(some.map((i) => this.#row(i))));
      yield;
    }
  }

  /** vis-network draws everything at each change of its data; the view draws when it is time. @param {() => void} change */
  #quietly(change) {
    const { emitter } = this.network.body;
    emitter.emit("_blockRedraw");
    change();
    emitter.emit("_allowRedraw");
  }

  /** Carry one more, so that it can be dragged. @param {number} i */
  also(i) {
    if (this.carried.has(i)) return;
    this.carried.add(i);
    this.#quietly(() => this.nodes.add(this.#row(i)));
  }

  /**
   * Scale, and what is in the middle of a window of this size. vis-network itself would have the page laid out to tell it.
   * @param {number} width @param {number} height @returns {{scale: number, x: number, y: number}}
   */
  camera(width, height) {
    const { scale, translation } = this.network.body.view;
    return { scale, x: (width / 2 - translation.x) / scale, y: (height / 2 - translation.y) / scale };
  }

  /** Put the carried nodes where the field has them. */
  move() {
    const { x, y } = this.field;
    const moved = [...this.carried].filter((i) => {
      const node = this.network.body.nodes[i];
      return node && (node.x !== x[i] || node.y !== y[i]);
    });
    this.#quietly(() => this.nodes.update(moved.map((i) => ({ id: i, x: x[i], y: y[i] }))));
  }

  destroy() {
    this.network.destroy();
  }
}
