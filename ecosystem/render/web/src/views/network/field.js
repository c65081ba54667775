/** The nodes as points in a plane: where they are, how large, and which one is under the pointer. Pure. */

/** @typedef {import("../../model.js").Model} Model */
/** @typedef {import("../../drawing/camera.js").Box} Box */

import { scalesOf, spreadFrom, spreadTo } from "./spread.js";
import { backgroundOf } from "./threads.js";

const CELLS = 64;

/** The radius of a node, in units of the plane: as `ecosystem.maps.importance.radii` has it. @param {number} importance 0 to 1000 */
export const radiusOf = (importance) => 4 + Math.round(26 * (importance / 1000) ** 2);

export class Field {
  /** @param {Model} model */
  constructor(model) {
    this.model = model;
    this.x = Float32Array.from(model.x);
    this.y = Float32Array.from(model.y);
    /** Radii on the whole map, and as they are drawn now. */
    this.plain = Float32Array.from(model.importance, radiusOf);
    this.radius = this.plain.slice();
    this.widest = 30;
    /** Whether the map stands upright: x and y of the payload change places. */
    this.upright = false;
    /** The nodes that are spread over the whole, where only few are shown. @type {number[]} */
    this.few = [];
    /** @type {import("./spread.js").Scale[] | null} */
    this.scales = null;
    /** Nodes, most important first. */
    this.rank = Uint32Array.from({ length: model.n }, (_, i) => i).sort(
      (a, b) => model.importance[b] - model.importance[a] || a - b,
    );
    /** Which predicates are not drawn before they are asked for. */
    this.background = backgroundOf(model);
    this.tops = model.categories.map((_, c) => model.ancestry(c)[1] ?? c);
    this.pinned = "{}";
    /** Counts up whenever nodes move or change in size. */
    this.places = 0;
    this.box = { x0: 0, y0: 0, x1: 0, y1: 0 };
    this.middleX = new Float32Array(0);
    this.middleY = new Float32Array(0);
    this.#gather();
  }

  /**
   * Put pinned nodes where the reader left them, the others where the map has them.
   * @param {Record<string, [number, number]>} pinned @param {boolean} [upright] @param {number[]} [few] nodes that are spread over the whole, or none
   * @returns {boolean} whether anything moved
   */
  pin(pinned, upright = this.upright, few = this.few) {
    const key = JSON.stringify(pinned);
    if (key === this.pinned && upright === this.upright && few.join() === this.few.join()) return false;
    Object.assign(this, { pinned: key, upright, few });
    const [x, y] = upright ? [this.y, this.x] : [this.x, this.y];
    x.set(this.model.x);
    y.set(this.model.y);
    for (const [id, place] of Object.entries(pinned)) {
      const i = this.model.index.get(id);
      if (i === undefined) continue;
      x[i] = place[0];
      y[i] = place[1];
    }
    this.#spreadFew();
    this.#gather();
    return true;
  }

  /** Few nodes fill the plane; the others, which are not seen, stay in their order between them. */
  #spreadFew() {
    const { x, y, few } = this;
    this.scales =
      few.length > 2
        ? scalesOf(
            few.map((i) => x[i]),
            few.map((i) => y[i]),
          )
        : null;
    if (!this.scales) return;
    [x, y].forEach((places, axis) => {
      const scale = /** @type {import("./spread.js").Scale[]} */ (this.scales)[axis];
      for (let i = 0; i < places.length; i++) places[i] = spreadTo(scale, places[i]);
    });
  }

  /** Where a node is, as the map counts. @param {number} x @param {number} y @returns {[number, number]} */
  placeOf(x, y) {
    const [across, down] = this.scales ? [spreadFrom(this.scales[0], x), spreadFrom(this.scales[1], y)] : [x, y];
    return this.upright ? [Math.round(down), Math.round(across)] : [Math.round(across), Math.round(down)];
  }

  /** Draw what is shown larger by a factor. @param {number} factor @param {Uint8Array} visible */
  swell(factor, visible) {
    this.radius.set(this.plain);
    if (factor > 1) for (let i = 0; i < this.model.n; i++) if (visible[i] === 1) this.radius[i] *= factor;
    this.widest = 30 * Math.max(1, factor);
    this.places++;
  }

  /** The middle of each branch: edges between branches run along the lines between these. */
  #gather() {
    this.places++;
    const { model } = this;
    const count = model.categories.length + 1;
    this.middleX = new Float32Array(count);
    this.middleY = new Float32Array(count);
    this.members = new Float32Array(count);
    for (let i = 0; i < model.n; i++) {
      const top = this.topOf(i);
      this.middleX[top] += this.x[i];
      this.middleY[top] += this.y[i];
      this.members[top]++;
    }
    for (let top = 0; top < count; top++) {
      this.middleX[top] /= this.members[top] || 1;
      this.middleY[top] /= this.members[top] || 1;
    }
    this.#spread(count);
    this.#grid();
  }

  /** How far the nodes of each branch lie from its middle, on average. @param {number} count */
  #spread(count) {
    this.spread = new Float32Array(count);
    for (let i = 0; i < this.model.n; i++) {
      const top = this.topOf(i);
      this.spread[top] +=
        Math.hypot(this.x[i] - this.#middle(top)[0], this.y[i] - this.#middle(top)[1]) / this.#members(top);
    }
  }

  /** @param {number} top @returns {[number, number]} */
  #middle(top) {
    return [this.middleX[top], this.middleY[top]];
  }

  /** @param {number} top */
  #members(top) {
    return /** @type {Float32Array} */ (this.members)[top] || 1;
  }

  /** Whether a branch lies together: not much farther apart than if all nodes lay evenly on the whole. @param {number} top @param {number} loose */
  compact(top, loose) {
    const { x0, x1, y0, y1 } = this.box;
    const even = Math.sqrt(((x1 - x0) * (y1 - y0) * this.#members(top)) / Math.max(1, this.model.n) / Math.PI);
    return /** @type {Float32Array} */ (this.spread)[top] < loose * (2 / 3) * even;
  }

  #grid() {
    this.box = this.boxOf(this.rank);
    /** @type {Map<number, number[]>} */
    this.cells = new Map();
    this.cell = Math.max(1, this.box.x1 - this.box.x0, this.box.y1 - this.box.y0) / CELLS;
    for (let i = 0; i < this.model.n; i++) {
      const key = this.#cellOf(this.x[i], this.y[i]);
      const here = this.cells.get(key);
      if (here) here.push(i);
      else this.cells.set(key, [i]);
    }
  }

  #cellOf(/** @type {number} */ x, /** @type {number} */ y) {
    const box = this.box;
    return (
      Math.floor((x - box.x0) / /** @type {number} */ (this.cell)) * 4096 +
      Math.floor((y - box.y0) / /** @type {number} */ (this.cell))
    );
  }

  /** Main branch of a node. @param {number} i */
  topOf(i) {
    const category = this.model.category[i];
    return category >= 0 ? this.tops[category] : this.model.categories.length;
  }

  /** The box of some nodes with their discs. @param {Iterable<number>} nodes @returns {Box} */
  boxOf(nodes) {
    const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
    for (const i of nodes) {
      const r = this.radius[i];
      box.x0 = Math.min(box.x0, this.x[i] - r);
      box.y0 = Math.min(box.y0, this.y[i] - r);
      box.x1 = Math.max(box.x1, this.x[i] + r);
      box.y1 = Math.max(box.y1, this.y[i] + r);
    }
    return box.x0 <= box.x1 ? box : { x0: -100, y0: -100, x1: 100, y1: 100 };
  }

  /** The node under a point, or -1. @param {number} x @param {number} y @param {number} slack @param {Uint8Array} visible */
  at(x, y, slack, visible) {
    const reach = this.widest + slack;
    let best = -1;
    let nearest = Infinity;
    const size = /** @type {number} */ (this.cell);
    for (let cx = x - reach; cx <= x + reach + size; cx += size) {
      for (let cy = y - reach; cy <= y + reach + size; cy += size) {
        for (const i of this.cells?.get(this.#cellOf(cx, cy)) ?? []) {
          const distance = Math.hypot(this.x[i] - x, this.y[i] - y) - this.radius[i];
          if (visible[i] && distance < slack && distance < nearest) {
            nearest = distance;
            best = i;
          }
        }
      }
    }
    return best;
  }

  /** Nodes whose middle is in a box. @param {Box} box @param {Uint8Array} visible */
  within(box, visible) {
    const found = [];
    for (let i = 0; i < this.model.n; i++) {
      if (visible[i] === 1 && this.x[i] >= box.x0 && this.x[i] <= box.x1 && this.y[i] >= box.y0 && this.y[i] <= box.y1)
        found.push(i);
    }
    return found;
  }

  /** The most important nodes in a box. @param {Box} box @param {Uint8Array} visible @param {number} most @returns {number[]} */
  foremost(box, visible, most) {
    const found = [];
    for (let at = 0; at < this.rank.length && found.length < most; at++) {
      const i = this.rank[at];
      if (visible[i] && this.x[i] >= box.x0 && this.x[i] <= box.x1 && this.y[i] >= box.y0 && this.y[i] <= box.y1)
        found.push(i);
    }
    return found;
  }

  /**
   * The two control points of an edge: between branches it leans towards the line that joins their middles, so that edges gather into bundles.
   * @param {number} k @param {number} [lean] @returns {[number, number, number, number] | null} null: a straight line
   */
  bend(k, lean = 0.5) {
    const { source, target } = this.model;
    const [a, b] = [this.topOf(source[k]), this.topOf(target[k])];
    if (a === b) return null;
    const [ax, ay] = this.#middle(a);
    const [bx, by] = this.#middle(b);
    const near = (/** @type {number} */ from, /** @type {number} */ to) => from * 0.75 + to * 0.25;
    return [
      this.x[source[k]] * (1 - lean) + near(ax, bx) * lean,
      this.y[source[k]] * (1 - lean) + near(ay, by) * lean,
      this.x[target[k]] * (1 - lean) + near(bx, ax) * lean,
      this.y[target[k]] * (1 - lean) + near(by, ay) * lean,
    ];
  }

  /** The box of a node and its neighbours. @param {number} i @param {Uint8Array} visible */
  homeOf(i, visible) {
    const others = this.model.incident(i).map((k) => this.model.other(k, i));
    return this.boxOf([i, ...others.filter((other) => visible[other])]);
  }

  /** The neighbour that lies best in a direction. @param {number} i @param {number} dx @param {number} dy @param {Uint8Array} visible @returns {number} or -1 */
  neighbour(i, dx, dy, visible) {
    let best = -1;
    let least = Infinity;
    for (const k of this.model.incident(i)) {
      const other = this.model.other(k, i);
      if (!visible[other] || other === i) continue;
      const [ox, oy] = [this.x[other] - this.x[i], this.y[other] - this.y[i]];
      const distance = Math.hypot(ox, oy) || 1;
      const cosine = (ox * dx + oy * dy) / distance / Math.hypot(dx, dy);
      if (cosine < 0.35) continue;
      const cost = distance * (1 + 3 * (1 - cosine));
      if (cost < least) {
        least = cost;
        best = other;
      }
    }
    return best;
  }
}
