/** What the tip beside the pointer says about a node. */
import { formatDate } from "../dates.js";
import { word } from "../views/words.js";
import { isDormant, isGone } from "./life.js";

/** @param {import("../model.js").Model} model @param {import("../types.js").Scene} scene @param {number} node @param {string} [note] @returns {string[]} */
export function aboutNode(model, scene, node, note = "") {
  const { lang } = scene.state;
  const { until } = model.dates(node);
  const end = until && isGone(scene, node) ? word(lang, "ended", until.slice(0, 4)) : "";
  const silent = isDormant(scene, node) && scene.text("panel.silent", formatDate(model.sign(node), lang));
  const head = [scene.label(node), model.kindOf(node)?.label[lang], end || note, silent].filter(Boolean).join(" · ");
  return [head, model.summary(node, lang)].filter(Boolean);
}
