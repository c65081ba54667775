/** Which branches are folded unless the reader says otherwise: chosen for the whole map once, and anew whenever it is narrowed to few. */
import { TOOLS } from "../../drawing/tools.js";
import { readableFolds } from "./layout.js";

/** So many entries are laid out at once. */
const FEW = 400;

export class Folds {
  /** @type {Map<number, boolean> | null} */
  whole = null;

  /**
   * @param {import("./tree.js").Branch} tree @param {Omit<import("./layout.js").Look, "folded">} look
   * @param {import("./framing.js").Window} window
   * @returns {Map<number, boolean>}
   */
  choose(tree, look, { clientWidth: width, clientHeight: height }) {
    const wall = width > 2200;
    const made = (/** @type {number} */ smallest) => readableFolds(tree, look, width, height - TOOLS, smallest);
    if (tree.total <= FEW) return made(wall ? 1 : 0.75);
    this.whole ??= made(wall ? 1.15 : 0.86);
    return this.whole;
  }
}

/** Whether what is to be seen has become another map: narrowed or widened, or a step of the tour that shows the whole. @param {import("../../types.js").Scene} before @param {import("../../types.js").Scene} scene */
export function another({ state: before }, { state, selected }) {
  if (before.focus !== state.focus || !alike(before.facets, state.facets)) return true;
  return before.story !== state.story && state.story !== null && selected.size === 0;
}

/** Relations that are let through change what is drawn between the branches, not the branches. @param {Record<string, string[]>} a @param {Record<string, string[]>} b */
function alike(a, b) {
  return [...Object.keys(a), ...Object.keys(b)].every(
    (facet) => facet === "relation" || `${a[facet]}` === `${b[facet]}`,
  );
}
