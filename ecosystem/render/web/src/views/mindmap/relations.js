/** Which cross-links the mind map shows: those of what is selected and of a path, or the bundles between main branches. */
import { remembering } from "../../scene.js";
import { word } from "../words.js";
import { branchLinks } from "./tree.js";

/** Of more that are selected neither places nor relations are shown one by one. */
export const FEW = 5;
const BUNDLES = 18;

/** What does not hold on the day is left out. @param {import("../../model.js").Model} model @param {import("../../types.js").Scene} scene @returns {Set<number>} */
export function arcEdges(model, { selected, edgeVisible, pathEdges }) {
  const edges = new Set(pathEdges);
  if (edges.size || selected.size > FEW) return edges;
  for (const node of selected) for (const k of model.incident(node)) if (edgeVisible[k] === 1) edges.add(k);
  return edges;
}

/**
 * The relations between main branches. To count them takes a while, so the last count is remembered.
 * @param {import("../../model.js").Model} model
 */
export function bundling(model) {
  /** @typedef {Map<string, import("./tree.js").Branch>} Branches */
  const strongest = remembering((/** @type {Uint8Array} */ edgeVisible, /** @type {Branches} */ branches) => {
    /** @type {Map<number, number>} */
    const topOf = new Map();
    for (const branch of branches.values()) if (branch.node >= 0 && branch.top > 0) topOf.set(branch.node, branch.top);
    return branchLinks(model, edgeVisible, topOf).slice(0, BUNDLES);
  });

  return {
    strongest,
    /**
     * The strongest bundles; none while arcs of their own are shown.
     * @param {import("../../types.js").Scene} scene @param {Branches} branches @param {import("./layout.js").Layout} layout
     */
    of({ edgeVisible, state, selected, pathEdges }, branches, layout) {
      if (selected.size || pathEdges.size) return [];
      const named = (/** @type {number} */ category) => model.categories[category].label[state.lang];
      return strongest(edgeVisible, branches).flatMap(({ a, b, count }) => {
        const [from, to] = [layout.byKey.get(`c${a}`), layout.byKey.get(`c${b}`)];
        return from && to ? [{ from, to, count, label: word(state.lang, "links", count, named(a), named(b)) }] : [];
      });
    },
  };
}

/** Bundles between the places that items have on the way from one layout to the next. @param {ReturnType<ReturnType<typeof bundling>["of"]>} bundles @param {import("./layout.js").Layout} layout */
export function follow(bundles, { byKey }) {
  return bundles.map((one) => ({
    ...one,
    from: byKey.get(one.from.key) ?? one.from,
    to: byKey.get(one.to.key) ?? one.to,
  }));
}

/** Of a path only the path is shown: the rest would push its ends apart. @param {import("../../types.js").Scene} scene */
export function present({ visible, pathNodes }) {
  return pathNodes.size ? visible.map((level) => Number(level === 1)) : visible;
}
