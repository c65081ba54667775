/** What the tip beside the pointer says: of an arc its relations, of a bundle its count, of an item what it is. */
import { sentences } from "../../drawing/sentences.js";

/**
 * @param {Element} target @param {import("./layout.js").Layout} layout @param {import("./reading.js").Reading} reading
 * @param {Map<string, import("./arcs.js").Arc>} arcs @returns {string[]}
 */
export function tipLines(target, layout, reading, arcs) {
  const arc = arcs.get(target.getAttribute("data-arc") ?? "");
  if (arc) return sentences(reading.model, arc.edges, reading.scene.state.lang);
  const bundle = target.getAttribute("data-tip");
  if (bundle) return [bundle];
  const item = layout.byKey.get(target.closest("[data-key]")?.getAttribute("data-key") ?? "");
  return item ? reading.tip(item) : [];
}
