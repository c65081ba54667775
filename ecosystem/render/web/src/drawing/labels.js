/**
 * Greedy label placement: whoever comes first (the more important) keeps the room, nobody covers anybody.
 * Boxes live in a coarse grid, so that a question costs the few boxes near by.
 */
export class LabelField {
  /** @param {number} [cell] grid size in pixels */
  constructor(cell = 48) {
    this.cell = cell;
    /** @type {Map<number, number[]>} */
    this.grid = new Map();
    /** @type {number[]} x0, y0, x1, y1 of each box */
    this.boxes = [];
  }

  /** Take the room if it is free. @returns {boolean} */
  take(/** @type {number} */ x0, /** @type {number} */ y0, /** @type {number} */ x1, /** @type {number} */ y1) {
    if (!this.free(x0, y0, x1, y1)) return false;
    this.block(x0, y0, x1, y1);
    return true;
  }

  /** Occupy a box without asking (a node's own disc, a control on the picture). */
  block(/** @type {number} */ x0, /** @type {number} */ y0, /** @type {number} */ x1, /** @type {number} */ y1) {
    const at = this.boxes.length;
    this.boxes.push(x0, y0, x1, y1);
    this.#cells(x0, y0, x1, y1, (key) => {
      const here = this.grid.get(key);
      if (here) here.push(at);
      else this.grid.set(key, [at]);
      return true;
    });
  }

  /** @returns {boolean} whether nothing placed so far overlaps */
  free(/** @type {number} */ x0, /** @type {number} */ y0, /** @type {number} */ x1, /** @type {number} */ y1) {
    const boxes = this.boxes;
    return this.#cells(x0, y0, x1, y1, (key) => {
      for (const at of this.grid.get(key) ?? []) {
        if (boxes[at] < x1 && boxes[at + 2] > x0 && boxes[at + 1] < y1 && boxes[at + 3] > y0) return false;
      }
      return true;
    });
  }

  /** @param {number} x0 @param {number} y0 @param {number} x1 @param {number} y1 @param {(key: number) => boolean} visit */
  #cells(x0, y0, x1, y1, visit) {
    const size = this.cell;
    for (let column = Math.floor(x0 / size); column <= Math.floor(x1 / size); column++) {
      for (let row = Math.floor(y0 / size); row <= Math.floor(y1 / size); row++) {
        if (!visit(column * 65536 + row)) return false;
      }
    }
    return true;
  }
}
