/** Names that are written for the first time cost the browser many times what they cost later: there are so many of them in a frame. */

/** @typedef {import("./overlay.js").Label} Label */

const FRESH = 12;
const MOST = 4000;

export class Lettering {
  constructor() {
    /** What was written before: text, size and weight. @type {Set<string>} */
    this.known = new Set();
  }

  /** Those of the names that can be written in this frame, in order; the rest have their turn in the next. @param {Label[]} labels @returns {Label[]} */
  turn(labels) {
    if (this.known.size > MOST) this.known.clear();
    let fresh = 0;
    return labels.filter(({ text, size, weight }) => {
      const key = `${size} ${weight} ${text}`;
      if (this.known.has(key)) return true;
      if (++fresh > FRESH) return false;
      this.known.add(key);
      return true;
    });
  }
}
