/** If it went away: what would go with it, what rests on it, and by which relation. */

import { h } from "../dom.js";
import { icon } from "../icons.js";
import { isThere, removal } from "../removal.js";
import { section } from "./facts.js";
import { relationList } from "./relations.js";

/** @typedef {import("../app.js").App} App */
/** @typedef {import("../removal.js").Effect} Effect */

/** Of these nobody asks what would be without them. */
const LASTING = new Set(["concept", "practice", "event", "document", "person", "place", "licence"]);
/** A longer list is closed at first. */
const FEW = 6;

/** @param {App} app @param {number} i */
export function removalSection(app, i) {
  const { model, scene, text } = app;
  if (LASTING.has(model.kindOf(i)?.id ?? "") || !isThere(model, i, scene.day)) return null;
  const found = removal(model, i, scene.day);
  if (!found.length) return null;
  const groups = /** @type {const} */ ([
    ["removal.goes", found.filter(({ distance }) => distance === 0)],
    ["removal.direct", found.filter(({ distance }) => distance === 1)],
    ["removal.further", found.filter(({ distance }) => distance > 1)],
  ]);
  const nodes = [i, ...found.map(({ node }) => node)];
  const show = h(
    "button",
    { type: "button", class: "action", on: { click: () => app.actions.selectMany(nodes) } },
    icon("focus"),
    text("removal.show", found.length),
  );
  const made = section(
    text("panel.removal"),
    ...groups.filter(([, effects]) => effects.length).map(([key, effects]) => group(app, text(key), effects)),
    h("p", { class: "hint" }, text("removal.hint")),
    h("div", { class: "actions" }, show),
  );
  made.classList.add("removal");
  return made;
}

/** The more important come first; the sentences of a long list are made when somebody opens it. @param {App} app @param {string} title @param {Effect[]} effects */
function group(app, title, effects) {
  const worth = (/** @type {Effect} */ { node, distance }) => app.model.importance[node] - 2000 * distance;
  const edges = [...effects].sort((a, b) => worth(b) - worth(a)).map(({ edge }) => edge);
  const open = edges.length <= FEW;
  const element = h(
    "details",
    { class: "effects", open },
    h("summary", {}, icon("down"), h("h4", {}, title, h("span", { class: "number" }, edges.length))),
  );
  const fill = () => element.childElementCount === 1 && element.append(...relationList(app, edges));
  if (open) fill();
  element.addEventListener("toggle", () => element.open && fill());
  return element;
}
