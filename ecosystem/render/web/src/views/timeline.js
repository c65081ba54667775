/**
 * The timeline: a lifeline for each dated node, what happened on it, and the lineage between them.
 *
 * @typedef {import("../types.js").Scene} Scene
 * @typedef {import("../types.js").Actions} Actions
 * @typedef {import("../model.js").Model} Model
 * @typedef {import("./timeline/rows.js").Row} Row
 */
import { formatInterval, isoDay } from "../dates.js";
import { setText } from "../dom.js";
import { paletteOf } from "../drawing/colours.js";
import { modified, taken, zoomKey } from "../drawing/keys.js";
import { told } from "../drawing/sentences.js";
import { sizeOf, textScale } from "../drawing/size.js";
import { set } from "../drawing/svg.js";
import { createTip } from "../drawing/tip.js";
import { finished, work } from "../work.js";
import { createLegend } from "./timeline/legend.js";
import { AXIS, TimelinePicture } from "./timeline/picture.js";
import { lifeline, lineageOf, rowsOf } from "./timeline/rows.js";
import { cutsOf, timelineSvg } from "./timeline/save.js";
import { scaleOf } from "./timeline/scale.js";
import { word } from "./words.js";

const NARROW = 620;
/** Lifelines that are read in one step. */
const SOME = 100;

/** @param {HTMLElement} root @param {Model} model @param {Actions} actions @returns {import("../types.js").View} */
export function createView(root, model, actions) {
  return new Timeline(root, model, actions);
}

class Timeline {
  /** @param {HTMLElement} root @param {Model} model @param {Actions} actions */
  constructor(root, model, actions) {
    this.root = root;
    this.model = model;
    this.actions = actions;
    root.classList.add("view", "view-timeline");
    root.dataset.colouring = "branch";
    this.legend = createLegend(root);
    this.scroll = Object.assign(document.createElement("div"), { className: "tl-scroll" });
    this.space = Object.assign(document.createElement("div"), { className: "tl-space" });
    this.scroll.append(this.space);
    this.none = Object.assign(document.createElement("p"), { className: "tl-none", hidden: true });
    root.append(this.scroll, this.none);
    this.tip = createTip(root);
    this.stretch = 1;
    this.type = 1;
    /** @type {Scene | null} */
    this.scene = null;
    this.active = -1;
    /** What the rows were made for. @type {string | undefined} */
    this.shape = undefined;
    /** The lifelines by node, and the language and day that they were read for. @type {ReturnType<typeof lifeline>[]} */
    this.known = [];
    this.linesFor = "";
    /** How far the reader has scrolled: to ask in the middle of a change would lay out the page. */
    this.at = { left: 0, top: 0 };
    /** The size that the picture was drawn for. */
    this.shownIn = "";
    this.picture = new TimelinePicture(this.space, model);
    this.#listen();
  }

  #listen() {
    const { element } = this.picture;
    const nodeOf = (/** @type {Event} */ event) => this.#nodeAt(/** @type {MouseEvent} */ (event));
    this.scroll.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.scroll.addEventListener(
      "wheel",
      (event) => {
        if (!event.ctrlKey) return;
        event.preventDefault();
        this.#zoomAt(Math.exp(-event.deltaY * 0.004), event.clientX - this.root.getBoundingClientRect().left);
      },
      { passive: false },
    );
    element.addEventListener("click", (event) => {
      const node = nodeOf(event);
      this.active = node;
      element.focus({ preventScroll: true });
      this.actions.select(node, { extend: node >= 0 && (event.shiftKey || event.ctrlKey || event.metaKey) });
    });
    element.addEventListener("dblclick", (event) => {
      const node = nodeOf(event);
      if (node >= 0) this.actions.focus(node);
    });
    element.addEventListener("pointermove", (event) => this.#hover(event));
    element.addEventListener("pointerleave", () => this.tip.hide());
    element.addEventListener("keydown", (event) => this.#key(event));
    this.watch = new ResizeObserver(() => this.#resized());
    this.watch.observe(this.root);
  }

  /** A window of another size has a scale of its own: all is drawn anew, in a task of its own. */
  #resized() {
    const { clientWidth, clientHeight } = sizeOf(this.scroll);
    if (!this.scene || !clientWidth || this.shownIn === `${clientWidth} ${clientHeight}`) return;
    const again = function* (/** @type {Timeline} */ view) {
      yield view.show(/** @type {Scene} */ (view.scene));
    };
    work.begin(this, again(this), { urgent: true });
  }

  #scrolled() {
    this.at = { left: this.scroll.scrollLeft, top: this.scroll.scrollTop };
    this.picture.look(this.at);
  }

  // What is to be seen ------------------------------------------------------------------------------------------------

  /** The lifelines are read before the first picture. @param {Scene} scene @returns {Generator<void, void>} */
  *prepare(scene) {
    sizeOf(this.root);
    sizeOf(this.scroll);
    yield* this.#reading(scene);
  }

  /** @param {Scene} scene */
  show(scene) {
    const before = this.scene;
    this.scene = scene;
    const { lang, theme } = scene.state;
    this.palette = paletteOf(theme);
    this.type = textScale();
    const room = sizeOf(this.scroll);
    const whole = sizeOf(this.root).clientWidth;
    const width = room.clientWidth / this.type;
    const narrow = whole < NARROW;
    this.sizes = {
      row: narrow ? 36 : 22,
      heading: 30,
      names: narrow ? whole : Math.min(230, Math.round(width * 0.22)),
      narrow,
    };
    this.shownIn = `${room.clientWidth} ${room.clientHeight}`;
    finished(this.#reading(scene));
    const shape = `${lang} ${narrow} ${width}`;
    if (before?.visible !== scene.visible || shape !== this.shape || !this.rows) {
      this.rows = rowsOf(this.model, scene.visible, (node) => this.known[node], this.sizes);
      this.shape = shape;
    }
    this.links = lineageOf(this.model, scene.edgeVisible, this.rows.byNode);
    this.#chooseLinked();
    this.#measure(width);
    set(this.picture.element, {
      width: room.clientWidth,
      height: room.clientHeight,
      "aria-label": word(lang, "timeline"),
    });
    const lived = this.rows.rows.length;
    this.legend.show(lang, this.palette, word(lang, "undated", lived, this.rows.undated));
    set(this.picture.element, { role: lived ? "listbox" : "img" });
    this.none.hidden = lived > 0 || !this.rows.undated;
    setText(this.none, word(lang, "noDates"));
    this.picture.show(this.#showing(), room, this.at);
    const [selected] = scene.selected;
    if (selected !== undefined && !before?.selected.has(selected)) this.#reveal(selected);
  }

  /** @returns {import("./timeline/picture.js").Showing} */
  #showing() {
    const { scene, rows, links, linked, scale, left, sizes, palette, today, active, type } = /** @type {any} */ (this);
    const look = `${scene.state.lang} ${palette.paper} ${sizes.narrow}`;
    const stamps = {
      line: `${look} ${scale.width} ${scale.first} ${scale.last} ${scale.bend} ${left} ${today}`,
      name: `${look} ${sizes.names}`,
    };
    return { stamps, type, scene, rows, links, linked, scale, left, sizes, palette, today, active };
  }

  /** The lifelines, worked out once for a language and a day. @param {Scene} scene @returns {Generator<void, void>} */
  *#reading({ state: { lang, date }, day }) {
    this.today = Math.max(date ? 0 : day, Math.floor(Date.parse(this.model.map.today ?? "2026-11-23") / 864e5));
    const { today } = this;
    const key = `${lang} ${today}`;
    if (this.linesFor === key) return;
    const known = [];
    for (let node = 0; node < this.model.n; node++) {
      known.push(lifeline(this.model, node, lang, today));
      if (node % SOME === 0) yield;
    }
    [this.known, this.linesFor] = [known, key];
  }

  /** @param {number} width */
  #measure(width) {
    const { names, narrow } = /** @type {any} */ (this.sizes);
    this.left = narrow ? 10 : names + 16;
    const inner = Math.max(200, width - this.left - 24) * this.stretch;
    this.scale = scaleOf(this.rows?.rows ?? [], /** @type {number} */ (this.today), inner);
    const size = `width: ${(this.left + inner + 24) * this.type}px; height: ${((this.rows?.height ?? 0) + AXIS + 90) * this.type}px`;
    if (this.space.getAttribute("style") !== size) this.space.setAttribute("style", size);
  }

  /** Rows at the other end of the selected rows' lineage. */
  #chooseLinked() {
    this.linked = new Set();
    for (const { from, to } of this.links ?? []) {
      if (this.scene?.selected.has(from.node)) this.linked.add(to.node);
      if (this.scene?.selected.has(to.node)) this.linked.add(from.node);
    }
  }

  // What the reader does ----------------------------------------------------------------------------------------------

  /** The row under the pointer, wherever in it. @param {MouseEvent} event */
  #nodeAt(event) {
    const down = event.clientY - this.scroll.getBoundingClientRect().top;
    const y = (down + this.scroll.scrollTop) / this.type - AXIS;
    if (down < AXIS * this.type) return -1;
    const size = this.sizes?.row ?? 22;
    return this.rows?.rows.find((row) => y >= row.y && y < row.y + size)?.node ?? -1;
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    if (event.pointerType === "touch" || !this.scene) return;
    const frame = this.root.getBoundingClientRect();
    const { lang } = this.scene.state;
    const edge = /** @type {Element} */ (event.target).getAttribute("data-edge");
    const row = this.rows?.byNode.get(this.#nodeAt(event));
    const lines = edge !== null ? [told(this.model, Number(edge), lang)] : row ? this.#tell(row) : [];
    if (lines.length) this.tip.show(lines, event.clientX - frame.left, event.clientY - frame.top);
    else this.tip.hide();
  }

  /** @param {Row} row */
  #tell(row) {
    const { lang } = /** @type {Scene} */ (this.scene).state;
    const { since, until } = this.model.dates(row.node);
    const span = formatInterval(since, until, lang);
    const own = row.marks
      .filter(({ kind, text }) => text && kind !== "birth" && kind !== "end")
      .map(({ text, doubt }) => (doubt ? `${text} [${word(lang, "future")}]` : text));
    return [[this.scene?.label(row.node), span].filter(Boolean).join(" · "), ...own.slice(0, 8)];
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (modified(event) || !this.rows) return;
    if (zoomKey(event, this)) return taken(event);
    const { rows } = this.rows;
    const at = rows.findIndex((row) => row.node === this.active);
    const page = Math.max(1, Math.floor(this.scroll.clientHeight / 22) - 3);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key];
    if (step) this.#activate(rows[Math.min(rows.length - 1, Math.max(0, at + step))]);
    else if (event.key === "Home") this.#activate(rows[0]);
    else if (event.key === "End") this.#activate(rows.at(-1));
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight")
      this.scroll.scrollLeft += event.key === "ArrowRight" ? 60 : -60;
    else if (event.key === "Enter" || event.key === " ")
      this.active >= 0 && this.actions.select(this.active, { extend: event.shiftKey });
    else if (event.key === "Escape" && this.scene?.selected.size) this.actions.select(-1);
    else return;
    taken(event);
  }

  /** @param {Row | undefined} row */
  #activate(row) {
    if (!row) return;
    this.active = row.node;
    this.#reveal(row.node);
    this.picture.activate(row.node, this.at);
  }

  /** @param {number} node @param {boolean} [middle] */
  #reveal(node, middle = false) {
    const row = this.rows?.byNode.get(node);
    if (!row) return;
    const { clientHeight: height } = sizeOf(this.scroll);
    const { top } = this.at;
    const y = (row.y + AXIS) * this.type;
    if (!middle && y >= top + AXIS + 30 && y <= top + height - 50) return;
    this.scroll.scrollTop = y - height / 2;
    this.at = { ...this.at, top: this.scroll.scrollTop };
  }

  // The camera --------------------------------------------------------------------------------------------------------

  fit() {
    this.stretch = 1;
    if (this.scene) this.show(this.scene);
    this.scroll.scrollTo(0, 0);
  }

  /** @param {number} factor */
  zoom(factor) {
    this.#zoomAt(factor, this.scroll.clientWidth / 2);
  }

  /** The day under `x` stays where it is. @param {number} factor @param {number} x */
  #zoomAt(factor, x) {
    if (!this.scene || !this.scale) return;
    const left = /** @type {number} */ (this.left);
    const day = this.scale.day((x + this.scroll.scrollLeft) / this.type - left);
    this.stretch = Math.min(24, Math.max(1, this.stretch * factor));
    this.show(this.scene);
    this.scroll.scrollLeft = (left + this.scale.at(day)) * this.type - x;
  }

  /** @param {number} node */
  centre(node) {
    this.active = node;
    this.#reveal(node, true);
  }

  svg() {
    if (!this.scene) return "";
    const title = `${this.model.map.title[this.scene.state.lang]}, ${isoDay(this.scene.day)}`;
    return timelineSvg(this.model, this.#showing(), title);
  }

  cuts() {
    return this.rows ? cutsOf(this.rows) : [];
  }

  destroy() {
    this.watch?.disconnect();
    for (const place of [this, this.picture]) work.cancel(place);
    this.root.replaceChildren();
    this.root.classList.remove("view", "view-timeline");
  }
}
