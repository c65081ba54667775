/**
 * The landscape: a box for each branch, boxes for its parts in it, a card for each node, with life and maturity to be seen.
 *
 * @typedef {import("../types.js").Scene} Scene
 * @typedef {import("../types.js").Actions} Actions
 * @typedef {import("../model.js").Model} Model
 * @typedef {import("./landscape/bands.js").Band} Band
 */

import { branchCounts, countOf, ofAll } from "../branches.js";
import { put } from "../dom.js";
import { aboutNode } from "../drawing/about.js";
import { paletteOf } from "../drawing/colours.js";
import { zoomWithWheel } from "../drawing/gestures.js";
import { modified, taken, zoomKey } from "../drawing/keys.js";
import { sizeOf, textScale } from "../drawing/size.js";
import { createTip } from "../drawing/tip.js";
import { finished, work } from "../work.js";
import { Bands, readRooms, screenful, settle } from "./landscape/bands.js";
import { boxesOf, maturityOf } from "./landscape/boxes.js";
import { createLegend, createRegion, dyeRegion, restAgain, sizeRegions, stir, write } from "./landscape/cards.js";
import { Dressing } from "./landscape/dressing.js";
import { landscapeSvg } from "./landscape/save.js";
import { cardAmid, stepFrom } from "./landscape/steps.js";
import { word } from "./words.js";

/** Cards that are made or dressed in one step, and milliseconds of such steps before the first frame. */
const CARDS = 24;
const AT_ONCE = 6;
/** From the first width on cards are as long as most names. */
const WALL = 2200;
const LONG = 186;
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
    this.dressing = new Dressing(model, this.maturity);
    /** Bands that are in view or nearly so. @type {Set<Element>} */
    this.near = new Set();
    this.watch = new IntersectionObserver((seen) => this.#look(seen), { root: this.scroll, rootMargin: "25%" });
    this.widths = new ResizeObserver((seen) => this.#widen(seen));
    this.drawn = this.regions.map(createRegion);
    this.bands = this.drawn.map(({ parts }) => parts.map(({ list }) => new Bands(list, this.watch)));
    /** Where each node's card is. @type {Map<number, Bands>} */
    this.places = new Map();
    this.regions.forEach(({ parts }, at) => {
      parts.forEach(({ nodes }, p) => {
        for (const node of nodes) this.places.set(node, this.bands[at][p]);
      });
    });
    /** Bands whose cards are yet to be dressed for the scene. @type {Set<Band>} */
    this.stale = new Set();
    this.frame = 0;
    /** @type {import("../drawing/colours.js").Palette | null} */
    this.palette = null;
    this.scale = model.n > 1000 ? 0.9 : 1.1;
    /** @type {Scene | null} */
    this.scene = null;
    /** The card that takes part in the tab order. @type {number | undefined} */
    this.roving = undefined;
    this.#listen();
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
    zoomWithWheel(this.scroll, (factor) => this.zoom(factor));
  }

  /** The scene, once there is one. */
  #now() {
    return /** @type {Scene} */ (this.scene);
  }

  // What is to be seen ------------------------------------------------------------------------------------------------

  /** Boxes find their size before cards come into them; a windowful of cards is made, too. @param {Scene} scene @returns {Generator<unknown, void>} */
  *prepare(scene) {
    this.#dye(scene);
    this.#countAll(scene);
    this.#measure();
    yield this.scroll.append(...this.drawn.map(({ section }) => section));
    yield sizeRegions(this.regions, this.drawn, this.#measures());
    yield readRooms(this.bands.flat());
    const first = [...this.places.keys()].filter((node) => scene.visible[node]);
    const most = screenful(this.#measures(), sizeOf(this.root).clientHeight);
    for (let at = 0; at < most; at += CARDS) yield this.dressing.cells(first.slice(at, at + CARDS), scene);
  }

  /** @param {Scene} scene */
  show(scene) {
    const before = this.scene;
    this.scene = scene;
    if (!this.measures) finished(this.prepare(scene));
    this.#dye(scene);
    if (before?.visible !== scene.visible || before.state.lang !== scene.state.lang) this.#countAll(scene);
    if (before?.visible !== scene.visible) this.#arrange();
    if (!before) for (const { element } of this.bands.flat()) this.widths.observe(element);
    if (before?.state.lang !== scene.state.lang) this.legend.show(scene.state.lang, this.maturity.levels);
    this.#dressAll();
    const [selected] = scene.selected;
    if (selected !== undefined && !before?.selected.has(selected)) this.#reveal(selected, before === null);
    if (before?.visible !== scene.visible || before.state.lang !== scene.state.lang) restAgain(this.drawn);
    if (!scene.visible[this.roving ?? -1]) this.#rove(selected ?? this.#shown()[0]?.nodes[0]);
  }

  /** @param {IntersectionObserverEntry[]} entries */
  #look(entries) {
    for (const { target, isIntersecting } of entries) this.near[isIntersecting ? "add" : "delete"](target);
  }

  /** The bands of the boxes that are shown. */
  #shown() {
    const boxes = this.drawn.flatMap(({ parts }, at) => parts.map(({ box }, p) => ({ box, bands: this.bands[at][p] })));
    return boxes.flatMap(({ box, bands }) => (box.hidden ? [] : bands.bands));
  }

  /** Cards get the looks of the scene: those in view now, the others between frames. The focus stays where it was. */
  #dressAll() {
    const focus = /** @type {HTMLElement | null} */ (document.activeElement);
    this.stale = new Set(this.#shown());
    const steps = this.#working();
    const end = performance.now() + AT_ONCE;
    let left = screenful(this.#measures(), sizeOf(this.root).clientHeight);
    while (left > 0 && performance.now() < end && !steps.next().done) left -= CARDS;
    work.begin(this, steps);
    if (focus?.dataset.node && this.scroll.contains(focus)) this.#card(this.roving);
    if (focus !== document.activeElement) focus?.focus({ preventScroll: true });
  }

  /** @returns {Generator<unknown, void>} */
  *#working() {
    for (let band = this.#next(); band; band = this.#next()) yield* this.#fill(band);
  }

  /** Of the bands that are to be dressed, the first that is near the window, or else the first. */
  #next() {
    for (const band of this.stale) if (this.near.has(band.element)) return band;
    return this.stale.values().next().value;
  }

  /** @param {Band} band @returns {Generator<unknown, void>} */
  *#fill(band) {
    const cells = [];
    for (let from = 0; from < band.nodes.length; from += CARDS) {
      yield cells.push(...this.dressing.cells(band.nodes.slice(from, from + CARDS), this.#now()));
    }
    settle(band, cells);
    this.stale.delete(band);
  }

  /** A node's card, dressed and in its place. @param {number | undefined} node */
  #card(node = -1) {
    const band = this.places.get(node)?.of(node);
    if (band && this.stale.has(band)) for (const _ of this.#fill(band));
    return this.dressing.get(node);
  }

  /** The colours of the theme. @param {Scene} scene */
  #dye({ state }) {
    const palette = paletteOf(state.theme);
    if (palette === this.palette) return;
    this.palette = palette;
    this.regions.forEach(({ category }, at) => {
      dyeRegion(this.drawn[at].section, this.model.categories[category].colour, palette);
    });
    const { style } = this.root;
    style.setProperty("--card-paper", palette.dark ? "#262f3c" : "#ffffff");
    style.setProperty("--card-ink", palette.ink);
    style.setProperty("--card-muted", palette.muted);
  }

  /** @param {Scene} scene */
  #countAll(scene) {
    const counts = branchCounts(this.model, (node) => scene.visible[node] === 1);
    for (let at = 0; at < this.drawn.length; at++) this.#count(at, scene, counts);
  }

  /** Names and counts of boxes; empty ones go. @param {number} at @param {Scene} scene @param {ReturnType<typeof branchCounts>} counts */
  #count(at, { visible, state }, counts) {
    const { categories } = this.model;
    const region = this.regions[at];
    const drawn = this.drawn[at];
    const say = (/** @type {number} */ shown, /** @type {number} */ all) => word(state.lang, "count", shown, all);
    region.parts.forEach((part, p) => {
      const own = part.category === region.category;
      const alone = own && region.parts.length === 1;
      const { box, title, count } = drawn.parts[p];
      const empty = part.nodes.every((node) => visible[node] === 0);
      if (empty && !box.hidden) this.bands[at][p].leave();
      if (box.hidden !== empty) box.hidden = empty;
      put(box, "class", alone ? "ls-part is-own" : own ? "ls-part is-general" : "ls-part");
      write(title, alone ? "" : own ? word(state.lang, "general") : categories[part.category].label[state.lang]);
      const cards = String(countOf(part.nodes, visible));
      write(count, alone ? "" : own ? cards : ofAll(counts.own[part.category], counts.all[part.category], say));
    });
    const none = drawn.parts.every(({ box }) => box.hidden);
    if (drawn.section.hidden !== none) drawn.section.hidden = none;
    const { parent, label } = categories[region.category];
    const total = parent < 0 ? countOf(region.parts[0].nodes, visible) : counts.all[region.category];
    write(drawn.title, parent < 0 ? word(state.lang, "general") : label[state.lang]);
    write(drawn.count, String(total));
  }

  // Size --------------------------------------------------------------------------------------------------------------

  /** Cards get their size, and each box a width that suits its number of cards. */
  #resize() {
    this.#measure();
    sizeRegions(this.regions, this.drawn, this.#measures());
    readRooms(this.bands.flat());
    this.#arrange();
  }

  /** The browser has told how wide boxes are: where rows hold more or fewer cards now, they are divided anew. @param {ResizeObserverEntry[]} entries */
  #widen(entries) {
    const rooms = new Map(entries.map(({ target, contentRect }) => [target, contentRect.width]));
    const told = this.bands.flat().filter((bands) => rooms.has(bands.element));
    const other = told.filter((bands) => bands.widen(rooms.get(bands.element) ?? 0, this.#measures()));
    if (other.length) this.frame ||= requestAnimationFrame(() => this.#divide());
  }

  #divide() {
    this.frame = 0;
    this.#arrange();
    this.#dressAll();
    restAgain(this.drawn);
  }

  #arrange() {
    const { visible } = this.#now();
    this.regions.forEach(({ parts }, at) => {
      parts.forEach(({ nodes }, p) => {
        const shown = nodes.filter((node) => visible[node]);
        if (shown.length) this.bands[at][p].arrange(shown, this.#measures());
      });
    });
  }

  #measures() {
    return /** @type {NonNullable<typeof this.measures>} */ (this.measures);
  }

  #measure() {
    const wide = sizeOf(this.root).clientWidth;
    const type = textScale();
    const width = Math.round((wide > WALL ? LONG : 132) * this.scale * type);
    const tiles = this.scale < 0.44;
    const { style, classList } = this.root;
    style.setProperty("--card", `${width}px`);
    const height = Math.round(tiles ? Math.max(9, width * 0.4) : (18 + 13 * this.scale) * type);
    style.setProperty("--card-height", `${height}px`);
    style.setProperty("--card-font", `${(type * Math.max(10.5, Math.min(26, 7 + 5.5 * this.scale))).toFixed(1)}px`);
    classList.toggle("is-tiles", tiles);
    classList.toggle("is-compact", width < 110);
    const room = Math.max(1, Math.floor((wide - 60) / (width + 6)));
    this.measures = { width, height, gap: tiles ? 2 : 4, tiles, wide, room };
  }

  /** The largest cards with which everything is in view, or the smallest there are. */
  fit() {
    work.finish(this);
    stir(this.drawn, true);
    let [low, high] = [0, SCALES.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      this.#scale(SCALES[middle]);
      if (this.scroll.scrollHeight <= this.root.clientHeight + 2) high = middle;
      else low = middle + 1;
    }
    this.#scale(SCALES[low]);
    restAgain(this.drawn);
    this.#dressAll();
  }

  /** @param {number} scale */
  #scale(scale) {
    if (scale === this.scale) return;
    this.scale = scale;
    this.#resize();
  }

  /** @param {number} factor */
  zoom(factor) {
    const anchor = cardAmid(this.root);
    const before = anchor?.getBoundingClientRect().top ?? 0;
    this.scale = Math.min(2.6, Math.max(0.22, this.scale * factor));
    this.#resize();
    this.#dressAll();
    restAgain(this.drawn);
    if (!anchor) return;
    this.#card(Number(anchor.dataset.node));
    this.scroll.scrollTop += anchor.getBoundingClientRect().top - before;
  }

  /** @param {number} node */
  centre(node) {
    this.#reveal(node, true);
  }

  /** @param {number} node @param {boolean} middle */
  #reveal(node, middle) {
    const card = this.#card(node);
    if (!card) return;
    this.#rove(node);
    card.button.scrollIntoView({ block: middle ? "center" : "nearest", inline: "nearest" });
  }

  // What the reader does ----------------------------------------------------------------------------------------------

  /** One card takes part in the tab order. @param {number | undefined} node */
  #rove(node) {
    const card = this.#card(node);
    if (!card || node === this.roving) return;
    const old = this.dressing.get(this.roving);
    if (old) old.button.tabIndex = -1;
    this.roving = node;
    card.button.tabIndex = 0;
  }

  /** @param {KeyboardEvent} event @param {number} node */
  #key(event, node) {
    if (modified(event)) return;
    if (zoomKey(event, this)) return taken(event);
    if (event.key === "Escape" && this.scene?.selected.size) this.actions.select(-1);
    else {
      work.finish(this);
      const card = this.dressing.get(node)?.button;
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
    const lines = aboutNode(this.model, this.scene, node, this.dressing.note(node, this.scene));
    this.tip.show(lines, event.clientX - frame.left, event.clientY - frame.top);
  }

  svg() {
    if (!this.scene || !this.palette) return "";
    work.finish(this);
    return landscapeSvg(this.root, this.palette, this.model.map.title[this.scene.state.lang]);
  }

  destroy() {
    for (const place of [this, this.drawn]) work.cancel(place);
    cancelAnimationFrame(this.frame);
    this.watch.disconnect();
    this.widths.disconnect();
    this.root.replaceChildren();
    this.root.classList.remove("view", "view-landscape", "is-tiles", "is-compact");
  }
}
