/** What those hear who do not see the page: one sentence for a change of what is shown. Pure. */

import { branchCounts } from "./branches.js";
import { formatDate } from "./dates.js";
import { inLanguage } from "./i18n.js";
import { SHOWN } from "./scene.js";

/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {"undo" | "redo" | ""} Moved */

const MOST_NAMED = 3;

/** "A, B and C". (`Intl.ListFormat` takes long to make.) @param {string[]} names @param {string} lang */
export function listed(names, lang) {
  const [comma, and] = lang === "zh" ? ["、", "和"] : [", ", " and "];
  return [names.slice(0, -1).join(comma), ...names.slice(-1)].filter(Boolean).join(and);
}

/** How many of how many. @param {Scene} scene */
export function shownOf({ visible, text }) {
  let shown = 0;
  for (const level of visible) shown += Number(level === SHOWN);
  return text("count.shown", shown, visible.length);
}

/** The day that is shown with its numbers, or what two days differ in. @param {Scene} scene */
function dayOf(scene) {
  const { state, tint, text } = scene;
  const { date, against, lang } = state;
  const day = date ? formatDate(date, lang) : text("time.all");
  if (!against || !tint) return text("live.day", day, shownOf(scene));
  const counts = [0, 0, 0, 0];
  for (const one of tint) counts[one]++;
  const told = ["new", "ended", "changed"].map((name, at) => text(`tint.${name}`, counts[at + 1]));
  return text("live.between", formatDate(against, lang), day, ...told);
}

/** @param {Scene} scene @param {(i: number) => number} degree */
function selectionOf({ selected, text, label, state }, degree) {
  const nodes = [...selected];
  if (nodes.length > MOST_NAMED) return text("compare.many", nodes.length, MOST_NAMED);
  if (nodes.length > 1) return text("live.comparing", listed(nodes.map(label), state.lang));
  return text("live.selected", label(nodes[0]), degree(nodes[0]));
}

/** @param {Scene} before @param {Scene} scene @param {(i: number) => number} degree of a node @returns {string} "" for nothing */
function changeOf(before, scene, degree) {
  const [old, { state, selected, text }] = [before.state, scene];
  if (old.view !== state.view) return text(`view.${state.view}`);
  if (before.selected !== selected && selected.size) return selectionOf(scene, degree);
  if (old.date !== state.date || old.against !== state.against) return dayOf(scene);
  return old.facets !== state.facets || old.hidden !== state.hidden || old.focus !== state.focus ? shownOf(scene) : "";
}

/** A branch of the mind map that opens or closes. @param {import("./types.js").Model} model @param {Scene} scene @param {number} category @param {boolean} folded */
export function foldOf(model, { visible, state, text }, category, folded) {
  const count = branchCounts(model, (i) => visible[i] === SHOWN).all[category];
  const name = inLanguage(model.categories[category]?.label, state.lang);
  return text(folded ? "live.closed" : "live.opened", name, count);
}

/**
 * @param {Scene} before @param {Scene} scene @param {(i: number) => number} degree of a node
 * @param {Moved} moved  whether the reader went back or forth in the history
 * @returns {string} "" where nothing is to be said
 */
export function announcement(before, scene, degree, moved) {
  const change = changeOf(before, scene, degree);
  return moved ? scene.text(`live.${moved}`, change || shownOf(scene)) : change;
}
