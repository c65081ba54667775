/** What stands out in the network while the rest fades: a neighbourhood, a path, a selection or what the search finds. Pure. */

/** @typedef {{nodes: Set<number>, edges: Set<number>}} Lit */

const FEW = 12;

/**
 * @param {import("../../model.js").Model} model @param {import("../../types.js").Scene} scene @param {number} hovered node under the pointer, or -1
 * @returns {Lit}
 */
export function litOf(model, scene, hovered) {
  const nodes = new Set(scene.pathNodes);
  const edges = new Set(scene.pathEdges);
  const { selected, edgeVisible } = scene;
  const chosen = !edges.size && selected.size <= FEW ? [...selected] : [];
  const centres = hovered >= 0 ? [hovered] : chosen;
  for (const i of centres) {
    nodes.add(i);
    for (const k of model.incident(i)) {
      if (!edgeVisible[k]) continue;
      edges.add(k);
      nodes.add(model.other(k, i));
    }
  }
  if (hovered < 0 && selected.size > FEW) for (const i of selected) nodes.add(i);
  if (!nodes.size) for (const i of scene.matches) nodes.add(i);
  return { nodes, edges };
}
