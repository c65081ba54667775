/**
 * The mind map's SVG: layers from back to front, of which only what is in view exists.
 *
 * @typedef {import("./layout.js").Item} Item
 * @typedef {import("./layout.js").Layout} Layout
 * @typedef {import("./arcs.js").Arc} Arc
 * @typedef {import("../../drawing/camera.js").Camera} Camera
 * @typedef {import("../../drawing/camera.js").Box} Box
 * @typedef {import("../../drawing/colours.js").Palette} Palette
 */
import { inside, overlap, seen } from "../../drawing/camera.js";
import { legible, mix } from "../../drawing/colours.js";
import { keyed } from "../../drawing/keyed.js";
import { sizeOf } from "../../drawing/size.js";
import { FONT, set, svg } from "../../drawing/svg.js";
import { work } from "../../work.js";
import { arcCurve, arrowHead, bundleCurve } from "./arcs.js";
import { bannersOf, scaledBox } from "./banners.js";
import { elbow } from "./outline.js";
import { drawItem, drawSheet, lookOf, saidPart, taper } from "./paint.js";

const MARGIN = 200;
/** How many items are made before the first frame, and in each step after it. */
const AT_ONCE = 24;
const STEP = 12;
const LINKS_AT_ONCE = 60;
/** A picture of so many items is drawn in a task of its own, after the one that laid it out. */
export const MANY = 900;
const NOWHERE = { clientWidth: 0, clientHeight: 0 };
/** Around a picture that is saved whole. */
const EDGE = 24;
/** Below these scales leaves become bars, and main branches keep a readable size of their own. */
const BARS_BELOW = 0.5;
/** Below this scale, smaller branches are bars, too: the browser sets each word anew at each step of a zoom. */
const SPECKS_BELOW = 0.3;
const BANNERS_BELOW = 0.62;
/** Which items are bars. @type {Record<string, string[]>} */
const BARRED = { text: [], bars: ["leaf"], specks: ["leaf", "sub"] };

/**
 * @typedef {object} Showing  what is to be drawn
 * @property {Layout} layout
 * @property {Palette} palette
 * @property {import("./reading.js").Reading} reading
 * @property {string} active  key of the item that has the keyboard
 * @property {Arc[]} arcs
 * @property {{from: Item, to: Item, count: number, label: string}[]} bundles
 */

export class Picture {
  /** @param {HTMLElement} root @param {string} label */
  constructor(root, label) {
    this.element = svg("svg", {
      class: "mindmap",
      tabindex: 0,
      role: "tree",
      "aria-label": label,
      "font-family": FONT,
      width: "100%",
      height: "100%",
    });
    this.world = svg("g");
    const layer = () => /** @type {SVGElement} */ (this.world.appendChild(svg("g", { role: "none" })));
    this.sheetLayer = layer();
    this.bundleLayer = layer();
    this.linkLayer = layer();
    this.barLayer = layer();
    this.arcLayer = layer();
    this.itemLayer = layer();
    this.world.setAttribute("role", "none");
    this.element.append(this.world);
    root.append(this.element);
    /** @type {Showing | null} */
    this.showing = null;
    /** @type {Box | null} */
    this.drawn = null;
    this.level = "";
    /** What the bars that were made last stand for. @type {string[] | null} */
    this.barsMade = null;
    /** What is drawn on, where that is not the window. @type {{clientWidth: number, clientHeight: number} | null} */
    this.sheet = null;
    /** Items and links that are as they are to be: while only the camera moves, nothing is done to them. @type {WeakMap<Item, Element>} */
    this.told = new WeakMap();
    /** @type {WeakMap<Item, Element>} */
    this.linked = new WeakMap();
    const { items, links, sheets } = this.#keepers();
    this.items = items;
    this.links = links;
    this.sheets = sheets;
  }

  #keepers() {
    const now = () => /** @type {Showing} */ (this.showing);
    const items = keyed(this.itemLayer, {
      key: (/** @type {Item} */ item) => item.key,
      look: (item) => lookOf(item, now().reading.mood(item), now().palette),
      make: (item) => drawItem(item, now().reading.mood(item), now().palette),
      move: (item, element) => this.#moveItem(item, element),
    });
    const links = keyed(this.linkLayer, {
      key: (/** @type {Item} */ item) => item.key,
      look: () => "",
      make: () => svg("path", { role: "presentation" }),
      move: (item, element) => this.#moveLink(item, element),
    });
    const sheets = keyed(this.sheetLayer, {
      key: (/** @type {import("./layout.js").Sheet} */ sheet) => sheet.owner.key,
      look: (sheet) => `${sheet.w} ${sheet.h} ${now().palette.paper} ${now().reading.colour(sheet.owner)}`,
      make: (sheet) => drawSheet(sheet, now().reading.colour(sheet.owner), now().palette),
      move: (sheet, element) => set(element, { transform: `translate(${round(sheet.x)} ${round(sheet.y)})` }),
    });
    return { items, links, sheets };
  }

  /** @param {Showing} showing @param {Camera} camera */
  show(showing, camera) {
    this.showing = showing;
    this.linked = new WeakMap();
    this.told = new WeakMap();
    this.drawn = null;
    this.level = "";
    this.barsMade = null;
    this.camera = camera;
    if (showing.layout.items.length < MANY) this.look(camera);
    else work.begin(this, this.#drawing(), { urgent: true });
    this.#drawBundles();
    this.#drawArcs();
  }

  /** It may begin to fill the picture, which takes the place of this job. @returns {Generator<void, void>} */
  *#drawing() {
    yield this.look(/** @type {Camera} */ (this.camera));
  }

  /** Move the camera; draw again only when it leaves what is drawn. @param {Camera} camera */
  look(camera) {
    this.camera = camera;
    set(this.world, {
      transform: `translate(${round(camera.x)} ${round(camera.y)}) scale(${Math.round(camera.k * 1e4) / 1e4})`,
    });
    const place = this.element.parentElement;
    const { clientWidth: w, clientHeight: h } = this.sheet ?? (place ? sizeOf(place) : NOWHERE);
    const level = camera.k < SPECKS_BELOW ? "specks" : camera.k < BARS_BELOW ? "bars" : "text";
    const banner = camera.k < BANNERS_BELOW ? Math.round(Math.log(camera.k) * 8) : 0;
    if (this.drawn && inside(seen(camera, w, h), this.drawn) && this.level === `${level}${banner}`) return;
    this.drawn = seen(camera, w, h, MARGIN);
    this.level = `${level}${banner}`;
    this.#drawTree(BARRED[level]);
  }

  /** @param {string[]} barred the styles of which items are bars */
  #drawTree(barred) {
    if (!this.showing) return;
    const { layout } = this.showing;
    const view = /** @type {Box} */ (this.drawn);
    const near = layout.items.filter((item) => overlap(boxOf(item), view));
    const { k } = /** @type {Camera} */ (this.camera);
    const sheets = layout.sheets.filter((sheet) => overlap(boxOf(sheet), view));
    this.banners = k < BANNERS_BELOW ? bannersOf(near, sheets.map(boxOf), BANNERS_BELOW / k) : new Map();
    const links = layout.items.filter((item) => item.parent && !item.sheeted && crosses(item, item.parent, view));
    const left = this.links.show(links, LINKS_AT_ONCE);
    this.sheets.show(sheets);
    const written = near.filter((item) => !barred.includes(item.style));
    this.#fill(written, left, barred);
  }

  /** Draw items, the first of them at once; until all are there, bars stand for the leaves. @param {Item[]} items @param {Item[]} links to be drawn, too @param {string[]} barred */
  #fill(items, links, barred) {
    const left = this.items.show(items, AT_ONCE);
    this.#showBars(left.length && !barred.length ? BARRED.bars : barred);
    if (left.length || links.length) work.begin(this, this.#filling(left, links, barred));
    else work.cancel(this);
  }

  /** @param {Item[]} left @param {Item[]} links @param {string[]} barred @returns {Generator<void, void>} */
  *#filling(left, links, barred) {
    for (let at = 0; at < links.length; at += 4 * STEP) {
      this.links.add(links.slice(at, at + 4 * STEP));
      yield;
    }
    for (let at = 0; at < left.length; at += STEP) {
      this.items.add(left.slice(at, at + STEP));
      yield;
    }
    this.#showBars(barred);
  }

  /** @param {string[]} barred */
  #showBars(barred) {
    set(this.barLayer, { visibility: barred.length ? null : "hidden" });
    if (!barred.length || this.barsMade === barred) return;
    this.barsMade = barred;
    const { items } = /** @type {Showing} */ (this.showing).layout;
    this.barLayer.replaceChildren(...this.#bars(items.filter((item) => barred.includes(item.style))));
  }

  /** @param {Item} item */
  #placeOf(item) {
    const scale = this.banners?.get(item.key);
    if (!scale) return `translate(${round(item.x)} ${round(item.y)})`;
    const box = scaledBox(item, scale);
    return `translate(${round(box.x0)} ${round(box.y0)}) scale(${round(scale)})`;
  }

  /** What is too small to read is a bar: its number and length still show. @param {Item[]} small */
  #bars(small) {
    /** @type {Map<string, string>} */
    const paths = new Map();
    const { palette, reading } = /** @type {Showing} */ (this.showing);
    for (const item of small) {
      const { ended, faded, selected } = reading.mood(item);
      const fill = selected
        ? palette.accent
        : mix(reading.colour(item), palette.paper, faded ? 0.85 : ended ? 0.7 : 0.35);
      paths.set(
        fill,
        `${paths.get(fill) ?? ""}M${round(item.x + 4)} ${round(item.y + item.h / 2 - 4)}h${round(item.w - 8)}v8h${-round(item.w - 8)}z`,
      );
    }
    return [...paths].map(([fill, d]) => svg("path", { d, fill }));
  }

  /** @param {Item} item @param {Element} element */
  #moveItem(item, element) {
    set(element, { transform: this.#placeOf(item) });
    if (this.told.get(item) === element) return;
    this.told.set(item, element);
    const { reading, active } = /** @type {Showing} */ (this.showing);
    set(saidPart(element), reading.aria(item, active));
  }

  /** @param {Item} item @param {Element} element */
  #moveLink(item, element) {
    if (this.linked.get(item) === element) return;
    this.linked.set(item, element);
    set(element, this.#linkOf(item));
  }

  /** @param {Item} item */
  #linkOf(item) {
    const { palette, reading, layout } = /** @type {Showing} */ (this.showing);
    const { outline } = layout;
    const parent = /** @type {Item} */ (item.parent);
    const depth = item.branch.depth;
    const thick = item.style === "top" ? 7 : depth === 2 ? 4 : 2.4;
    const thin = item.style === "top" ? 3 : item.style === "sub" ? 2 : 1.2;
    const drop = item.style === "sub" ? item.h / 2 - 1 : 0;
    const from = parent.style === "sub" ? { ...parent, y: parent.y + parent.h / 2 - 1 } : parent;
    const d = outline ? elbow(parent, item, drop) : taper(from, item, item.side, thick, thin, drop);
    return {
      d,
      fill: mix(reading.colour(item), palette.paper, depth === 1 ? 0.25 : 0.4),
      opacity: reading.mood(item).faded ? 0.4 : null,
    };
  }

  #drawBundles() {
    const { bundles, palette, layout } = /** @type {Showing} */ (this.showing);
    const most = Math.max(1, ...bundles.map((bundle) => bundle.count));
    this.bundleLayer.replaceChildren(
      ...bundles.map(({ from, to, count, label }) =>
        svg("path", {
          d: layout.outline ? arcCurve(from, to).d : bundleCurve(from, to),
          fill: "none",
          stroke: mix(palette.muted, palette.paper, 0.35),
          "stroke-width": round(1 + 4 * Math.sqrt(count / most)),
          "stroke-opacity": round(0.16 + 0.2 * (count / most)),
          class: "mm-bundle",
          "data-tip": label,
        }),
      ),
    );
  }

  #drawArcs() {
    const { arcs, palette } = /** @type {Showing} */ (this.showing);
    this.arcLayer.replaceChildren(...arcs.flatMap((arc) => drawArc(arc, palette)));
  }

  /** What is seen, as elements for a picture that stands alone. */
  seenElements() {
    if (this.camera) this.look(this.camera);
    work.finish(this);
    return [this.world];
  }

  /** All of it, for a moment, in the size in which it is laid out. @param {(elements: Element[], width: number, height: number) => string} save */
  wholly(save) {
    const before = /** @type {Camera} */ (this.camera);
    const { x0, y0, x1, y1 } = /** @type {Showing} */ (this.showing).layout.box;
    this.sheet = { clientWidth: x1 - x0, clientHeight: y1 - y0 };
    this.look({ x: -x0, y: -y0, k: 1 });
    work.finish(this);
    const { x, y, width, height } = /** @type {SVGGElement} */ (/** @type {unknown} */ (this.world)).getBBox();
    set(this.world, { transform: `translate(${round(EDGE - x)} ${round(EDGE - y)})` });
    const saved = save([this.world], Math.ceil(width) + 2 * EDGE, Math.ceil(height) + 2 * EDGE);
    this.sheet = this.drawn = null;
    this.look(before);
    return saved;
  }
}

/** @param {Arc} arc @param {Palette} palette */
function drawArc(arc, palette) {
  const { d } = arcCurve(arc.from, arc.to);
  const same = arc.from.side === arc.to.side && arc.from.branch.depth > 0 && arc.to.branch.depth > 0;
  const colour = legible(palette.accent, palette.paper, 3);
  const parts = [
    svg("path", {
      d,
      fill: "none",
      stroke: "#000",
      "stroke-opacity": 0,
      "stroke-width": 14,
      class: "mm-arc-hit",
      "data-arc": arc.key,
      "data-live": 1,
      "pointer-events": "stroke",
    }),
    svg("path", {
      d,
      fill: "none",
      stroke: colour,
      "stroke-opacity": 0.75,
      "stroke-width": round(1.3 + Math.log2(arc.edges.length) * 0.8),
      "stroke-dasharray": arc.doubt ? "6 5" : null,
      "stroke-linecap": "round",
      class: "mm-arc",
      "data-arc": arc.key,
      "pointer-events": "none",
    }),
  ];
  if (arc.out)
    parts.push(svg("path", { d: arrowHead(arc.to, arc.from, same), fill: colour, "pointer-events": "none" }));
  if (arc.back)
    parts.push(svg("path", { d: arrowHead(arc.from, arc.to, same), fill: colour, "pointer-events": "none" }));
  return parts;
}

function crosses(/** @type {Item} */ item, /** @type {Item} */ parent, /** @type {Box} */ view) {
  const a = boxOf(item);
  const b = boxOf(parent);
  return overlap(
    { x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) },
    view,
  );
}

/** @param {{x: number, y: number, w: number, h: number}} item @returns {Box} */
export function boxOf(item) {
  return { x0: item.x, y0: item.y, x1: item.x + item.w, y1: item.y + item.h };
}

const round = (/** @type {number} */ value) => Math.round(value * 100) / 100;
