/** vis-network as the carrier: it moves the camera and drags nodes, and holds only the most important nodes in view. */

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

async function start() {
  const block = document.getElementById("vis-network");
  if (!block) throw new Error("vis-network is not in this page");
  const bytes = Uint8Array.from(atob((block.textContent ?? "").trim()), (letter) => letter.charCodeAt(0));
  const code = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).blob();
  const address = URL.createObjectURL(new Blob([code], { type: "text/javascript" }));
  await new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = address;
    script.onload = resolve;
    script.onerror = () => reject(new Error("vis-network did not start"));
    document.head.append(script);
  });
  URL.revokeObjectURL(address);
  return /** @type {any} */ (window).vis;
}

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
    this.edges = new vis.DataSet();
    /** @type {Set<number>} */
    this.carried = new Set();
    const renderer = (/** @type {any} */ { ctx, id }) => {
      const size = 2 * field.radius[id];
      return { drawNode: () => draw(ctx, id), nodeDimensions: { width: size, height: size } };
    };
    this.network = new vis.Network(
      element,
      { nodes: this.nodes, edges: this.edges },
      { ...OPTIONS, nodes: { ...OPTIONS.nodes, shape: "custom", ctxRenderer: renderer } },
    );
  }

  /** @param {number} i */
  #row(i) {
    return { id: i, x: this.field.x[i], y: this.field.y[i], size: this.field.radius[i], label: undefined };
  }

  /** Carry these nodes and the edges among them, and no others. @param {number[]} wanted */
  carry(wanted) {
    const next = new Set(wanted);
    const gone = [...this.carried].filter((i) => !next.has(i));
    const fresh = wanted.filter((i) => !this.carried.has(i));
    if (!gone.length && !fresh.length) return;
    if (gone.length) this.nodes.remove(gone);
    if (fresh.length) this.nodes.add(fresh.map((i) => this.#row(i)));
    this.carried = next;
    this.#carryEdges(next);
  }

  /** @param {Set<number>} among */
  #carryEdges(among) {
    const { model } = this.field;
    const wanted = new Set();
    for (const i of among) {
      for (let at = model.out.start[i]; at < model.out.start[i + 1] && wanted.size < 1200; at++) {
        const k = model.out.edges[at];
        if (among.has(model.target[k])) wanted.add(k);
      }
    }
    const known = new Set(this.edges.getIds());
    this.edges.remove([...known].filter((k) => !wanted.has(k)));
    this.edges.add(
      [...wanted].filter((k) => !known.has(k)).map((k) => ({ id: k, from: model.source[k], to: model.target[k] })),
    );
  }

  /** Carry one more, so that it can be dragged. @param {number} i */
  also(i) {
    if (this.carried.has(i)) return;
    this.carried.add(i);
    this.nodes.add(this.#row(i));
  }

  /** Put the carried nodes where the field has them. */
  move() {
    this.nodes.update([...this.carried].map((i) => ({ id: i, x: this.field.x[i], y: this.field.y[i] })));
  }

  destroy() {
    this.network.destroy();
  }
}
