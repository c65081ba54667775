/** What the scene says about the items of the mind map: their words, their look, and what a screen reader hears. */
import { formatDate } from "../../dates.js";
import { isDormant, isGone } from "../../drawing/life.js";
import { word } from "../words.js";
import { FEW } from "./relations.js";
import { walk } from "./tree.js";

/**
 * @typedef {import("../../types.js").Scene} Scene
 * @typedef {import("./layout.js").Item} Item
 * @typedef {import("./tree.js").Branch} Branch
 */

const GLIMPSED = 6;

export class Reading {
  /** @param {import("../../model.js").Model} model @param {Scene} scene @param {Branch} tree */
  constructor(model, scene, tree) {
    this.model = model;
    this.scene = scene;
    this.tree = tree;
    /** Keys of items at an arc. @type {Set<string>} */
    this.linked = new Set();
    /** Places among siblings. @type {Map<Branch[], Map<Branch, number>>} */
    this.places = new Map();
  }

  /** @param {Branch} branch */
  label(branch) {
    const { lang } = this.scene.state;
    if (branch.leaf) return this.scene.label(branch.node);
    if (branch.depth === 0) return this.model.map.title[lang];
    if (branch.category === this.tree.category) return word(lang, "general");
    return this.model.categories[branch.category].label[lang];
  }

  /** The names of the foremost nodes that are shown in a branch, those of its commonest kind first. @param {Branch} branch @returns {string[]} */
  glimpse(branch) {
    const { importance, kind } = this.model;
    const leaves = [...walk(branch)].filter(({ leaf, shown }) => leaf && shown).map(({ node }) => node);
    const common = commonest(leaves.map((node) => kind[node]));
    const rank = (/** @type {number} */ node) => importance[node] + (kind[node] === common ? 1001 : 0);
    leaves.sort((a, b) => rank(b) - rank(a) || a - b);
    return leaves.slice(0, GLIMPSED).map((node) => this.scene.label(node));
  }

  /** The count of a branch, the end of a leaf. @param {Branch} branch */
  suffix(branch) {
    if (branch.leaf) return this.#endOf(branch.node);
    if (!branch.children.length) return "";
    const changes = this.scene.tint ? this.#changes(branch) : "";
    if (changes) return changes;
    const hits = this.#hits(branch);
    if (hits) return `${hits}/${branch.total}`;
    return branch.shown === branch.total ? String(branch.total) : `${branch.shown}/${branch.total}`;
  }

  /** Against another date: how many nodes came, went and changed. @param {Branch} branch */
  #changes(branch) {
    const counts = [0, 0, 0, 0];
    for (const { node } of walk(branch)) if (node >= 0) counts[this.scene.tint?.[node] ?? 0]++;
    return ["", "+", "−", "~"]
      .map((sign, tint) => (sign && counts[tint] ? `${sign}${counts[tint]}` : ""))
      .filter(Boolean)
      .join(" ");
  }

  /** How many nodes in a branch the search finds, or are among many that are selected. @param {Branch} branch */
  #hits(branch) {
    const { matches, selected } = this.scene;
    const marked = matches.size || selected.size <= FEW ? matches : selected;
    let hits = 0;
    if (marked.size) for (const { node } of walk(branch)) if (marked.has(node)) hits++;
    return hits;
  }

  /** @param {number} node */
  #endOf(node) {
    const { until } = this.model.dates(node);
    return until && isGone(this.scene, node) ? `–${until.slice(0, 4)}` : "";
  }

  /** @param {Item} item */
  colour(item) {
    return this.model.categories[Math.max(0, item.branch.top)]?.colour ?? "#5f7187";
  }

  /** @param {Item} item @returns {import("./paint.js").Mood} */
  mood(item) {
    const { scene, model } = this;
    const { node, leaf, shown, total } = item.branch;
    return {
      colour: this.colour(item),
      shape: leaf ? (model.kindOf(node)?.shape ?? "dot") : "",
      selected: node >= 0 && scene.selected.has(node),
      faded: leaf ? scene.visible[node] === 2 : total > 0 && shown === 0,
      ended: leaf && isGone(scene, node),
      dormant: leaf && isDormant(scene, node),
      match: leaf ? scene.matches.has(node) : this.#hits(item.branch) > 0,
      tint: leaf && scene.tint ? scene.tint[node] : 0,
      linked: scene.pathNodes.has(node) || this.linked.has(item.key),
    };
  }

  /** @param {Item} item @param {string} active key of the item that has the keyboard */
  aria(item, active) {
    const { branch } = item;
    const siblings = branch.parent?.children ?? [branch];
    return {
      id: idOf(item.key),
      role: "treeitem",
      "aria-level": branch.depth + 1,
      "aria-label": this.heard(item),
      "aria-setsize": siblings.length,
      "aria-posinset": this.#placeIn(siblings, branch) + 1,
      "aria-expanded": branch.depth === 0 || !branch.children.length ? null : String(!item.folded),
      "aria-selected": String(branch.node >= 0 && this.scene.selected.has(branch.node)),
      "data-active": item.key === active ? 1 : null,
    };
  }

  /** The place of a branch among its siblings; of thousands too. @param {import("./tree.js").Branch[]} siblings @param {import("./tree.js").Branch} branch */
  #placeIn(siblings, branch) {
    let places = this.places.get(siblings);
    if (!places) {
      places = new Map(siblings.map((sibling, at) => [sibling, at]));
      this.places.set(siblings, places);
    }
    return places.get(branch) ?? -1;
  }

  /** The name of an item for those who hear it; counts and samples that are seen beside it are not in the tree. @param {Item} item */
  heard(item) {
    const { branch } = item;
    if (branch.leaf) return this.spoken(item);
    const { text, tint, matches } = this.scene;
    const counts = [0, 0, 0, 0];
    if (tint) for (const { leaf, node } of walk(branch)) if (leaf) counts[tint[node]]++;
    const changes = ["new", "ended", "changed"].map(
      (name, at) => counts[at + 1] && text(`tint.${name}`, counts[at + 1]),
    );
    const hits = matches.size ? this.#hits(branch) : 0;
    return [this.spoken(item), ...changes, hits && text("count.found", hits)].filter(Boolean).join(", ");
  }

  /** @param {Item} item */
  spoken({ branch }) {
    const { lang } = this.scene.state;
    const name = this.label(branch);
    if (branch.children.length) return `${name}, ${word(lang, "nodes", branch.shown)}`;
    if (branch.node < 0) return name;
    const kind = this.model.kindOf(branch.node)?.label[lang] ?? "";
    const { until } = this.model.dates(branch.node);
    const end = until ? word(lang, "ended", until.slice(0, 4)) : word(lang, "endedUnknown");
    const state = isGone(this.scene, branch.node)
      ? end
      : isDormant(this.scene, branch.node)
        ? this.#silent(branch.node)
        : "";
    return [name, kind, state].filter(Boolean).join(", ");
  }

  /** @param {number} node */
  #silent(node) {
    return this.scene.text("panel.silent", formatDate(this.model.sign(node), this.scene.state.lang));
  }

  /** What the tip beside the pointer says. @param {Item} item @returns {string[]} */
  tip(item) {
    const { node, depth } = item.branch;
    const summary = node >= 0 && depth > 0 ? this.model.summary(node, this.scene.state.lang) : "";
    return summary ? [this.spoken(item), summary] : [this.spoken(item)];
  }
}

/** @param {number[]} values */
function commonest(values) {
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [-1, 0])[0];
}

/** The id of an item's element. @param {string} key */
export function idOf(key) {
  return `mm-${key}`;
}
