/**
 * The landscape: a box for each branch, boxes for its parts in it, a card for each node, with life and maturity to be seen.
 *
 * @typedef {import("../types.js").Scene} Scene
 * @typedef {import("../types.js").Actions} Actions
 * @typedef {import("../model.js").Model} Model
 */

import { put } from "../dom.js";
import { aboutNode } from "../drawing/about.js";
import { paletteOf } from "../drawing/colours.js";
import { modified, taken, zoomKey } from "../drawing/keys.js";
import { isGone } from "../drawing/life.js";
import { textScale } from "../drawing/size.js";
import { createTip } from "../drawing/tip.js";
import { work } from "../work.js";
import { boxesOf, columnsFor, maturityOf } from "./landscape/boxes.js";
import { createCard, createLegend, createRegion, dyeRegion, initial, write } from "./landscape/cards.js";
import { landscapeSvg } from "./landscape/save.js";
import { stepFrom } from "./landscape/steps.js";
import { word } from "./words.js";

/** Cards that are made or dressed in one step, and milliseconds of such steps before the first frame. */
const CARDS = 24;
const AT_ONCE = 6;
/** From the largest to the smallest cards. */
const SCALES = [1.8, 1.4, 1.1, 0.9, 0.8, 0.65, 0.5, 0.4, 0.3, 0.22];

/** @param {HTMLElement} root @param {Model} model @param {Actions} actions @returns {import("../types.js").View} */
export function createView(root, model, actions) {
  return new Landscape(root, model, actions);
}

class Landscape {
  /** @param {HTMLElement} root @param {Model} model @param {Actions} actions */
  constructor(root, model, actions) {
    this.root = root;
    this.model = model;
    this.actions = actions;
    this.regions = boxesOf(model);
    this.maturity = maturityOf(model);
    root.classList.add("view", "view-landscape");
    root.dataset.colouring = "branch";
    this.scroll = Object.assign(document.createElement("div"), { className: "ls-scroll" });
    root.append(this.scroll);
    this.legend = createLegend(this.scroll);
    this.tip = createTip(root);
    /** @type {Map<number, ReturnType<typeof createCard> & {look: string}>} */
    this.cards = new Map();
    this.drawn = this.regions.map(createRegion);
    /** Where each node's card is: region and part. @type {Map<number, [number, number]>} */
    this.places = new Map();
    this.regions.forEach(({ parts }, at) => {
      parts.forEach(({ nodes }, p) => {
        for (const node of nodes) this.places.set(node, [at, p]);
      });
    });
    /** Boxes that are in view or nearly so. @type {Set<Element>} */
    this.near = new Set();
    this.scale = (model.n > 1000 ? 0.9 : 1.1) * textScale();
    /** @type {Scene | null} */
    this.scene = null;
    /** The card that takes part in the tab order. @type {number | undefined} */
    this.roving = undefined;
    this.#listen();
  }

  /** @param {number} node */
  #makeCard(node) {
    const card = { ...createCard(node, this.model.kindOf(node)?.shape ?? "dot"), look: "" };
    this.cards.set(node, card);
    return card.item;
  }

  #listen() {
    const nodeOf = (/** @type {Event} */ event) =>
      Number(/** @type {HTMLElement} */ (event.target).closest?.("[data-node]")?.getAttribute("data-node") ?? -1);
    this.scroll.addEventListener("click", (event) => {
      const node = nodeOf(event);
      if (node >= 0) this.#rove(node);
      this.actions.select(node, { extend: node >= 0 && (event.shiftKey || event.ctrlKey || event.metaKey) });
    });
    this.scroll.addEventListener("dblclick", (event) => {
      const node = nodeOf(event);
      if (node >= 0) this.actions.focus(node);
    });
    this.scroll.addEventListener("keydown", (event) => this.#key(event, nodeOf(event)));
    this.scroll.addEventListener("pointerover", (event) => this.#hover(event, nodeOf(event)));
    this.scroll.addEventListener("pointerleave", () => this.tip.hide());
    this.scroll.addEventListener("scroll", () => this.tip.hide(), { passive: true });
    this.scroll.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        this.zoom(Math.exp(-event.deltaY * 0.004));
      },
      { passive: false },
    );
  }

  /** The scene, once there is one. */
  #now() {
    return /** @type {Scene} */ (this.scene);
  }

  // What is to be seen ------------------------------------------------------------------------------------------------

  /** @param {Scene} scene */
  show(scene) {
    const before = this.scene;
    this.scene = scene;
    const palette = paletteOf(scene.state.theme);
    const dyed = this.palette === palette;
    this.palette = palette;
    if (!before) this.#build();
    for (let at = 0; at < this.drawn.length; at++) {
      if (!dyed) this.#dye(at);
      if (before?.visible !== scene.visible || before.state.lang !== scene.state.lang) this.#count(at);
    }
    if (!dyed) this.#dyeCards();
    if (before?.state.lang !== scene.state.lang) this.legend.show(scene.state.lang, this.maturity.levels);
    const steps = this.#working();
    for (const end = performance.now() + AT_ONCE; performance.now() < end && !steps.next().done; );
    work.begin(this, steps);
    const [selected] = scene.selected;
    if (selected !== undefined && !before?.selected.has(selected)) this.#reveal(selected, before === null);
    if (this.roving === undefined) this.#rove(selected ?? this.regions[0]?.parts[0]?.nodes[0]);
  }

  /** All boxes, still without cards: where things stand does not change when these come. */
  #build() {
    this.#measure();
    this.scroll.append(...this.drawn.map(({ section }) => section));
    this.drawn.forEach((_, at) => {
      this.#size(at);
    });
    this.watch = new IntersectionObserver((entries) => this.#look(entries), { root: this.scroll, rootMargin: "50%" });
    for (const { parts } of this.drawn) for (const { box } of parts) this.watch.observe(box);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #look(entries) {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) this.near.add(target);
      else this.near.delete(target);
    }
  }

  /** What is to be done to the cards, those in view first: dress those that are there, make those that are missing. @returns {Generator<void, void>} */
  *#working() {
    const parts = this.regions.flatMap((region, at) => region.parts.map((_, p) => ({ at, p })));
    const near = (/** @type {{at: number, p: number}} */ { at, p }) => this.near.has(this.drawn[at].parts[p].box);
    const ordered = [...parts.filter(near), ...parts.filter((part) => !near(part))];
    for (const { at, p } of ordered) yield* this.#fill(at, p);
  }

  /** @param {number} at @param {number} p @returns {Generator<void, void>} */
  *#fill(at, p) {
    const { nodes } = this.regions[at].parts[p];
    const { list } = this.drawn[at].parts[p];
    const made = list.childElementCount;
    for (let from = 0; from < nodes.length; from += CARDS) {
      const some = nodes.slice(from, from + CARDS);
      const fresh = some.filter((node) => !this.cards.has(node)).map((node) => this.#makeCard(node));
      for (const node of some) this.#dress(node, /** @type {any} */ (this.cards.get(node)));
      list.append(...fresh);
      yield;
    }
    if (made < nodes.length) list.style.minHeight = "";
  }

  /** @param {number} at */
  #dye(at) {
    const palette = /** @type {import("../drawing/colours.js").Palette} */ (this.palette);
    dyeRegion(this.drawn[at].section, this.model.categories[this.regions[at].category].colour, palette);
  }

  #dyeCards() {
    const palette = /** @type {import("../drawing/colours.js").Palette} */ (this.palette);
    const { style } = this.root;
    style.setProperty("--card-paper", palette.dark ? "#1a212b" : "#ffffff");
    style.setProperty("--card-ink", palette.ink);
    style.setProperty("--card-muted", palette.muted);
  }

  /** @param {number} node @param {ReturnType<typeof createCard> & {look: string}} card */
  #dress(node, card) {
    const scene = this.#now();
    const level = this.maturity.of(node);
    const narrowed = scene.matches.size > 0;
    const classes = [
      "ls-card",
      scene.visible[node] === 2 && "is-faded",
      isGone(scene, node) && "is-ended",
      scene.life[node] === 3 && "is-unborn",
      narrowed && scene.matches.has(node) && "is-match",
      level >= 0 && level < 3 && `ls-level-${level}`,
      scene.tint?.[node] && `ls-tint-${scene.tint[node]}`,
    ]
      .filter(Boolean)
      .join(" ");
    const chosen = scene.selected.has(node);
    const look = `${classes}|${scene.visible[node] > 0}|${chosen}|${scene.state.lang}`;
    if (look === card.look) return;
    card.look = look;
    const hidden = scene.visible[node] === 0;
    if (card.item.hidden !== hidden) card.item.hidden = hidden;
    put(card.button, "class", classes);
    put(card.button, "aria-pressed", String(chosen));
    write(card.name, scene.label(node));
    this.#note(node, card.note);
  }

  /** What a card says besides its name: when it ended, or how mature it is. @param {number} node */
  #noteOf(node) {
    const scene = this.#now();
    const { lang } = scene.state;
    const until = this.model.dates(node).until;
    if (isGone(scene, node)) return until ? `–${until.slice(0, 4)}` : word(lang, "endedUnknown");
    return this.maturity.levels[this.maturity.of(node)]?.[lang] ?? "";
  }

  /** The year of an end as it is; a maturity as its initial, which the legend explains. @param {number} node @param {HTMLElement} note */
  #note(node, note) {
    const text = this.#noteOf(node);
    const mature = this.maturity.of(node) >= 0 && !isGone(this.#now(), node);
    put(note, "class", mature ? "ls-note ls-badge" : "ls-note");
    put(note, "title", mature ? text : "");
    write(note, mature ? initial(text) : text);
  }

  /** Names and counts of boxes; empty ones go. @param {number} at */
  #count(at) {
    const { visible, state } = this.#now();
    const { categories } = this.model;
    const region = this.regions[at];
    const drawn = this.drawn[at];
    let total = 0;
    region.parts.forEach((part, p) => {
      const own = part.category === region.category;
      const { box, title, count } = drawn.parts[p];
      const shown = part.nodes.reduce((sum, node) => sum + Number(visible[node] === 1), 0);
      total += shown;
      const empty = part.nodes.every((node) => visible[node] === 0);
      if (box.hidden !== empty) box.hidden = empty;
      put(box, "class", own ? "ls-part is-own" : "ls-part");
      write(title, own ? "" : categories[part.category].label[state.lang]);
      write(count, own ? "" : String(shown));
    });
    const none = drawn.parts.every(({ box }) => box.hidden);
    if (drawn.section.hidden !== none) drawn.section.hidden = none;
    const { parent, label } = categories[region.category];
    write(drawn.title, parent < 0 ? word(state.lang, "general") : label[state.lang]);
    write(drawn.count, String(total));
  }

  // Size --------------------------------------------------------------------------------------------------------------

  /** Cards get their size, and each box a width that suits its number of cards. */
  #resize() {
    this.#measure();
    for (let at = 0; at < this.drawn.length; at++) this.#size(at);
  }

  #measure() {
    const width = Math.round(132 * this.scale);
    const tiles = width < 58;
    const { style, classList } = this.root;
    style.setProperty("--card", `${width}px`);
    style.setProperty("--card-height", `${Math.round(tiles ? Math.max(9, width * 0.4) : 18 + 13 * this.scale)}px`);
    style.setProperty("--card-font", `${Math.max(10.5, Math.min(26, 7 + 5.5 * this.scale)).toFixed(1)}px`);
    classList.toggle("is-tiles", tiles);
    classList.toggle("is-compact", width < 110);
    const wide = this.root.clientWidth;
    this.measures = { width, tiles, wide, room: Math.max(1, Math.floor((wide - 60) / (width + 6))) };
  }

  /** @param {number} at */
  #size(at) {
    const { width, tiles, wide, room } = /** @type {NonNullable<typeof this.measures>} */ (this.measures);
    let widest = 0;
    this.regions[at].parts.forEach((part, p) => {
      const columns = columnsFor(part.nodes.length, Math.min(room, tiles ? 30 : 9));
      widest += columns;
      const { box, list } = this.drawn[at].parts[p];
      box.style.flex = `${columns} 1 ${columns * (width + 5) + 18}px`;
      const rows = Math.ceil(part.nodes.length / columns);
      const height = `${rows * (22 + 13 * this.scale)}px`;
      list.style.setProperty("contain-intrinsic-height", `auto ${height}`);
      list.style.minHeight = list.childElementCount < part.nodes.length ? height : "";
    });
    const columns = Math.min(room, widest);
    this.drawn[at].section.style.flex = `${columns} 1 ${Math.min(columns * (width + 5) + 34, wide - 26)}px`;
  }

  /** The largest cards with which everything is in view, or the smallest there are. */
  fit() {
    work.finish(this);
    let [low, high] = [0, SCALES.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      this.#scale(SCALES[middle]);
      if (this.scroll.scrollHeight <= this.root.clientHeight + 2) high = middle;
      else low = middle + 1;
    }
    this.#scale(SCALES[low]);
  }

  /** @param {number} scale */
  #scale(scale) {
    if (scale === this.scale) return;
    this.scale = scale;
    this.#resize();
  }

  /** @param {number} factor */
  zoom(factor) {
    const anchor = this.#nearestCard();
    const before = anchor?.getBoundingClientRect().top ?? 0;
    this.scale = Math.min(2.6, Math.max(0.22, this.scale * factor));
    this.#resize();
    if (anchor) this.scroll.scrollTop += anchor.getBoundingClientRect().top - before;
  }

  #nearestCard() {
    const { left, top } = this.root.getBoundingClientRect();
    const { clientWidth: w, clientHeight: h } = this.root;
    for (const share of [0.5, 0.4, 0.6, 0.25, 0.75]) {
      const card = document.elementFromPoint(left + w * share, top + h * share)?.closest(".ls-card");
      if (card) return card;
    }
    return null;
  }

  /** @param {number} node */
  centre(node) {
    this.#reveal(node, true);
  }

  /** @param {number} node @param {boolean} middle */
  #reveal(node, middle) {
    const place = this.places.get(node);
    if (place && !this.cards.has(node)) for (const _ of this.#fill(...place));
    const card = this.cards.get(node);
    if (!card) return;
    this.#rove(node);
    card.button.scrollIntoView({ block: middle ? "center" : "nearest", inline: "nearest" });
  }

  // What the reader does ----------------------------------------------------------------------------------------------

  /** One card takes part in the tab order. @param {number | undefined} node */
  #rove(node) {
    if (node === undefined || node === this.roving || !this.cards.has(node)) return;
    const old = this.cards.get(this.roving ?? -1);
    if (old) old.button.tabIndex = -1;
    this.roving = node;
    /** @type {any} */ (this.cards.get(node)).button.tabIndex = 0;
  }

  /** @param {KeyboardEvent} event @param {number} node */
  #key(event, node) {
    if (modified(event)) return;
    if (zoomKey(event, this)) return taken(event);
    if (event.key === "Escape" && this.scene?.selected.size) this.actions.select(-1);
    else {
      work.finish(this);
      const card = this.cards.get(node)?.button;
      const next = card && stepFrom(this.scroll, card, event.key);
      if (!next) return;
      this.#rove(Number(next.dataset.node));
      next.focus({ preventScroll: true });
      next.scrollIntoView({ block: "nearest" });
    }
    taken(event);
  }

  /** @param {PointerEvent} event @param {number} node */
  #hover(event, node) {
    if (node < 0 || !this.scene || event.pointerType === "touch") return this.tip.hide();
    const frame = this.root.getBoundingClientRect();
    const lines = aboutNode(this.model, this.scene, node, this.#noteOf(node));
    this.tip.show(lines, event.clientX - frame.left, event.clientY - frame.top);
  }

  svg() {
    if (!this.scene || !this.palette) return "";
    work.finish(this);
    return landscapeSvg(this.root, this.palette, this.model.map.title[this.scene.state.lang]);
  }

  destroy() {
    work.cancel(this);
    this.watch?.disconnect();
    this.root.replaceChildren();
    this.root.classList.remove("view", "view-landscape", "is-tiles", "is-compact");
  }
}
