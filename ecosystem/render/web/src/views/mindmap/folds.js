/** Which branches are folded unless the reader says otherwise: chosen for the whole map once, and anew whenever it is narrowed to few. */
import { toolsRoom } from "../../drawing/tools.js";
import { NARROW, readableFolds } from "./layout.js";

/** So many entries are laid out at once. */
const FEW = 400;

export class Folds {
  /** @type {Map<number, boolean> | null} */
  whole = null;

  /**
   * Whether a window is narrow, and which branches are folded in it at first; null while it has no size.
   * @param {import("./tree.js").Branch} tree @param {(narrow: boolean) => import("./layout.js").Look} lookOf
   * @param {import("./framing.js").Window} window
   * @returns {Generator<void, {narrow: boolean, folds: Map<number, boolean>} | null>}
   */
  *choose(tree, lookOf, { clientWidth: width, clientHeight: height }) {
    if (!width) return null;
    const [narrow, wall] = [width < NARROW, width > 2200];
    const made = (/** @type {number} */ smallest) =>
      readableFolds(tree, lookOf(narrow), width, height - toolsRoom(), smallest);
    if (tree.total <= FEW) return { narrow, folds: yield* made(wall ? 1.3 : 0.75) };
    this.whole ??= yield* made(wall ? 1.5 : 0.86);
    return { narrow, folds: this.whole };
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
