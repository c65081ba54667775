/** The landscape's cards by node: made when first wanted, and given the looks of a scene. */

import { put } from "../../dom.js";
import { isDormant, isGone } from "../../drawing/life.js";
import { LIFE } from "../../scene.js";
import { word } from "../words.js";
import { createCard, write, writeNote } from "./cards.js";

/** @typedef {import("../../types.js").Scene} Scene */
/** @typedef {import("./cards.js").Card} Card */

export class Dressing {
  /** @param {import("../../model.js").Model} model @param {import("./boxes.js").Maturity} maturity */
  constructor(model, maturity) {
    this.model = model;
    this.maturity = maturity;
    /** @type {Map<number, Card>} */
    this.cards = new Map();
  }

  /** A node's card, if it was made. @param {number | undefined} node */
  get(node) {
    return this.cards.get(node ?? -1);
  }

  /** A node's card as it is to look: what looks so already is left alone. @param {number} node @param {Scene} scene @returns {Card} */
  dress(node, scene) {
    const card = this.cards.get(node) ?? createCard(node, this.model.kindOf(node)?.shape ?? "dot");
    this.cards.set(node, card);
    const level = this.maturity.of(node);
    const gone = isGone(scene, node);
    const classes = this._classes(node, scene, level, gone);
    const chosen = scene.selected.has(node);
    const look = `${classes}|${chosen}|${scene.state.lang}`;
    if (look === card.look) return card;
    card.look = look;
    put(card.button, "class", classes);
    put(card.button, "aria-pressed", String(chosen));
    const [name, note] = [scene.label(node), this.note(node, scene)];
    write(card.name, name);
    writeNote(card, note, level >= 0 && !gone);
    // Said outright: who asks a button for its name without this looks through the whole page for labels, card by card.
    put(card.button, "aria-label", `${name} ${note}`.trim());
    return card;
  }

  /** The cards of some nodes, dressed, as what stands in a list. @param {number[]} nodes @param {Scene} scene */
  cells(nodes, scene) {
    return nodes.map((node) => this.dress(node, scene).cell);
  }

  /** @param {number} node @param {Scene} scene @param {number} level @param {boolean} gone */
  _classes(node, scene, level, gone) {
    return [
      "ls-card",
      scene.visible[node] === 2 && "is-faded",
      gone && "is-ended",
      isDormant(scene, node) && "is-dormant",
      scene.life[node] === LIFE.unborn && "is-unborn",
      scene.matches.has(node) && "is-match",
      level >= 0 && level < 3 && `ls-level-${level}`,
      scene.tint?.[node] && `ls-tint-${scene.tint[node]}`,
    ]
      .filter(Boolean)
      .join(" ");
  }

  /** What a card says besides its name: when it ended, or how mature it is. @param {number} node @param {Scene} scene */
  note(node, scene) {
    const { lang } = scene.state;
    const { until } = this.model.dates(node);
    if (isGone(scene, node)) return until ? `–${until.slice(0, 4)}` : word(lang, "endedUnknown");
    return this.maturity.levels[this.maturity.of(node)]?.[lang] ?? "";
  }
}
