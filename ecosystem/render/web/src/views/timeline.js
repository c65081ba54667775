/**
 * The timeline: a lifeline for each dated node, what happened on it, and the lineage between them.
 *
 * @typedef {import("../types.js").Scene} Scene
 * @typedef {import("../types.js").Actions} Actions
 * @typedef {import("../model.js").Model} Model
 * @typedef {import("./timeline/rows.js").Row} Row
 */
import { formatDate, formatInterval, isoDay } from "../dates.js";
import { legible, mix, paletteOf } from "../drawing/colours.js";
import { keyed } from "../drawing/keyed.js";
import { isGone } from "../drawing/life.js";
import { told } from "../drawing/sentences.js";
import { FONT, set, standalone, svg } from "../drawing/svg.js";
import { clipped, textWidth } from "../drawing/text.js";
import { createTip } from "../drawing/tip.js";
import { createLegend } from "./timeline/legend.js";
import { drawLine, drawName, lineageHead, lineagePath } from "./timeline/paint.js";
import { lifeline, lineageOf, rowsOf } from "./timeline/rows.js";
import { scaleOf, ticksOf } from "./timeline/scale.js";
import { word } from "./words.js";

const AXIS = 30;
const NARROW = 620;

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
    root.append(this.scroll);
    this.tip = createTip(root);
    this.stretch = 1;
    /** @type {Scene | null} */
    this.scene = null;
    this.active = -1;
    this.#layers();
    this.#listen();
  }

  #layers() {
    this.element = svg("svg", { class: "tl-svg", tabindex: 0, role: "listbox", "font-family": FONT });
    const layer = () => /** @type {SVGElement} */ (this.element?.appendChild(svg("g", { role: "none" })));
    this.grid = layer();
    this.lineage = layer();
    this.lines = layer();
    this.sheet = layer();
    this.names = layer();
    this.axis = layer();
    this.space.append(this.element);
    this.lineRows = keyed(this.lines, {
      key: (/** @type {Row} */ row) => String(row.node),
      look: (row) => `${this.drawnFor} ${Object.values(this.#mood(row))}`,
      make: (row) => drawLine(row, (day) => this.#x(day), this.#mood(row), /** @type {any} */ (this.palette), /** @type {any} */ (this.sizes)),
      move: (row, element) => set(element, { transform: `translate(0 ${row.y})`, "data-node": row.node }),
    });
    this.nameRows = keyed(this.names, {
      key: (/** @type {Row} */ row) => String(row.node),
      look: (row) => `${this.drawnFor} ${Object.values(this.#mood(row))}`,
      make: (row) => drawName(row, this.scene?.label(row.node) ?? "", this.#mood(row), /** @type {any} */ (this.palette), /** @type {any} */ (this.sizes), this.model.kindOf(row.node)?.shape ?? "dot"),
      move: (row, element) => set(element, { transform: `translate(0 ${row.y})`, "data-node": row.node, ...this.#aria(row) }),
    });
  }

  #listen() {
    const element = /** @type {SVGElement} */ (this.element);
    const nodeOf = (/** @type {Event} */ event) => this.#nodeAt(/** @type {MouseEvent} */ (event));
    this.scroll.addEventListener("scroll", () => this.#look(), { passive: true });
    this.scroll.addEventListener("wheel", (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      this.#zoomAt(Math.exp(-event.deltaY * 0.004), event.clientX - this.root.getBoundingClientRect().left);
    }, { passive: false });
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
    this.watch = new ResizeObserver(() => this.scene && this.root.clientWidth && this.show(this.scene));
    this.watch.observe(this.root);
  }

  // What is to be seen ------------------------------------------------------------------------------------------------

  /** @param {Scene} scene */
  show(scene) {
    const before = this.scene;
    this.scene = scene;
    const { lang, theme } = scene.state;
    this.palette = paletteOf(theme);
    const { clientWidth: width, clientHeight: height } = this.scroll;
    const narrow = this.root.clientWidth < NARROW;
    this.sizes = { row: narrow ? 36 : 22, heading: 30, names: narrow ? this.root.clientWidth : Math.min(230, Math.round(width * 0.22)), narrow };
    this.today = Math.max(scene.state.date ? 0 : scene.day, Math.floor(Date.parse(this.model.map.today ?? "2026-11-23") / 864e5));
    const shape = `${lang} ${narrow} ${width}`;
    if (before?.visible !== scene.visible || shape !== this.shape || !this.rows) {
      this.rows = rowsOf(this.model, scene.visible, this.#lines(), this.sizes);
      this.shape = shape;
    }
    this.links = lineageOf(this.model, scene.edgeVisible, this.rows.byNode);
    this.#chooseLinked();
    this.#measure(width);
    set(/** @type {SVGElement} */ (this.element), { width, height, "aria-label": word(lang, "timeline") });
    this.drawnFor = `${shape} ${this.palette.paper} ${this.stretch}`;
    this.legend.show(lang, this.palette, word(lang, "undated", this.rows.rows.length, this.rows.undated));
    this.#paint();
    const [selected] = scene.selected;
    if (selected !== undefined && !before?.selected.has(selected)) this.#reveal(selected);
  }

  /** The lifelines, worked out once for a language and a day. */
  #lines() {
    const { lang } = /** @type {Scene} */ (this.scene).state;
    const today = /** @type {number} */ (this.today);
    if (this.linesFor !== `${lang} ${today}`) {
      this.linesFor = `${lang} ${today}`;
      this.known = Array.from({ length: this.model.n }, (_, node) => lifeline(this.model, node, lang, today));
    }
    return (/** @type {number} */ node) => this.known?.[node] ?? null;
  }

  /** @param {number} width */
  #measure(width) {
    const { names, narrow } = /** @type {any} */ (this.sizes);
    this.left = narrow ? 10 : names + 16;
    const inner = Math.max(200, width - this.left - 24) * this.stretch;
    this.scale = scaleOf(this.rows?.rows ?? [], /** @type {number} */ (this.today), inner);
    this.space.style.width = `${this.left + inner + 24}px`;
    this.space.style.height = `${(this.rows?.height ?? 0) + AXIS + 90}px`;
  }

  /** Rows at the other end of the selected rows' lineage. */
  #chooseLinked() {
    this.linked = new Set();
    for (const { from, to } of this.links ?? []) {
      if (this.scene?.selected.has(from.node)) this.linked.add(to.node);
      if (this.scene?.selected.has(to.node)) this.linked.add(from.node);
    }
  }

  /** @param {number} day */
  #x(day) {
    return /** @type {number} */ (this.left) + /** @type {import("./timeline/scale.js").Scale} */ (this.scale).at(day);
  }

  /** @param {Row} row @returns {import("./timeline/paint.js").Mood} */
  #mood(row) {
    const scene = /** @type {Scene} */ (this.scene);
    const { node } = row;
    return {
      colour: this.model.categories[row.category]?.colour ?? "#5f7187", selected: scene.selected.has(node), faded: scene.visible[node] === 2, ended: isGone(this.model, scene, node),
      match: scene.matches.has(node), tint: scene.tint?.[node] ?? 0, linked: this.linked?.has(node) ?? false,
    };
  }

  /** @param {Row} row */
  #aria(row) {
    const { lang } = /** @type {Scene} */ (this.scene).state;
    const { since, until } = this.model.dates(row.node);
    const rows = this.rows?.rows ?? [];
    const name = [this.scene?.label(row.node), formatInterval(since, until, lang), ...row.marks.filter(({ kind }) => kind !== "birth" && kind !== "end").map(({ text }) => text)];
    return {
      id: `tl-${row.node}`, role: "option", "aria-selected": String(this.scene?.selected.has(row.node) ?? false), "aria-label": name.filter(Boolean).join(", "),
      "aria-setsize": rows.length, "aria-posinset": rows.indexOf(row) + 1, "data-active": row.node === this.active ? 1 : null,
    };
  }

  #paint() {
    this.#paintAxis();
    this.drawn = null;
    this.#look();
  }

  /** After scrolling: the layers follow, and the rows in view exist. */
  #look() {
    if (!this.rows) return;
    const { scrollLeft: sx, scrollTop: sy, clientHeight: height } = this.scroll;
    for (const layer of [this.grid, this.axis]) set(/** @type {SVGElement} */ (layer), { transform: `translate(${-sx} 0)` });
    for (const layer of [this.lines, this.lineage]) set(/** @type {SVGElement} */ (layer), { transform: `translate(${-sx} ${AXIS - sy})` });
    set(/** @type {SVGElement} */ (this.names), { transform: `translate(0 ${AXIS - sy})` });
    if (this.drawn && sy >= this.drawn[0] && sy + height <= this.drawn[1]) return;
    this.drawn = [sy - 300, sy + height + 300];
    const [top, bottom] = this.drawn;
    const near = this.rows.rows.filter((row) => row.y > top - 40 && row.y < bottom);
    this.lineRows?.show(near);
    this.nameRows?.show(near);
    this.#paintHeadings(top, bottom);
    this.#paintLineage(top, bottom);
  }

  #paintAxis() {
    const { scale, palette, left } = /** @type {any} */ (this);
    const { clientHeight: height, clientWidth: width } = this.scroll;
    const grid = [];
    const axis = [svg("rect", { x: -40, width: left + scale.width + width + 80, height: AXIS, fill: palette.paper })];
    const covered = this.#dates().map((day) => this.#x(day) - left);
    for (const { x, year, strong } of ticksOf(scale)) {
      grid.push(svg("path", { d: `M${round(left + x)} ${AXIS}V${height}`, stroke: palette.line, "stroke-width": strong ? 1 : 0.5, "stroke-opacity": 0.7 }));
      if (strong && covered.every((at) => Math.abs(at - x) > 44)) axis.push(svg("text", { x: round(left + x), y: 19, "font-size": 12, fill: palette.muted, "text-anchor": "middle" }, String(year)));
    }
    axis.push(svg("path", { d: `M-40 ${AXIS - 0.5}H${left + scale.width + width + 40}`, stroke: palette.line }));
    if (scale.bend !== null) grid.unshift(this.#bendBand());
    grid.push(...this.#dateLine(axis));
    this.grid?.replaceChildren(...grid);
    this.axis?.replaceChildren(...axis);
    this.sheet?.replaceChildren(svg("rect", { y: AXIS, width: this.sizes?.narrow ? 0 : (this.sizes?.names ?? 0) + 2, height, fill: palette.paper, "fill-opacity": 0.94 }));
  }

  /** The strip of the early years, shaded because its scale differs. */
  #bendBand() {
    const { scale, palette, left } = /** @type {any} */ (this);
    const x = left + scale.at(scale.bend);
    return svg("g", {}, svg("rect", { x: left - 14, y: AXIS, width: x - left + 14, height: 5000, fill: palette.raised }), svg("path", { d: `M${round(x)} 8l-3 5l6 5l-6 5l3 5V5000`, fill: "none", stroke: palette.muted, "stroke-width": 1.2, "stroke-opacity": 0.6 }));
  }

  /** The day that the scene is about, and today. @returns {number[]} */
  #dates() {
    const { state, day } = /** @type {Scene} */ (this.scene);
    const today = /** @type {number} */ (this.today);
    return [...new Set([state.date ? day : today, today])];
  }

  /** @param {Element[]} axis */
  #dateLine(axis) {
    const scene = /** @type {Scene} */ (this.scene);
    const { palette } = /** @type {any} */ (this);
    return this.#dates().map((day, at) => {
      const x = round(this.#x(day));
      const colour = at === 0 ? palette.ink : palette.muted;
      const label = scene.state.date && at === 0 ? formatDate(scene.state.date, scene.state.lang) : word(scene.state.lang, "today");
      const width = textWidth(label, 11.5, 650) + 12;
      axis.push(svg("rect", { x: round(x - width / 2), y: 5, width: round(width), height: 19, rx: 9, fill: at === 0 ? palette.ink : palette.raised }));
      axis.push(svg("text", { x, y: 18.5, "font-size": 11.5, "font-weight": 650, fill: at === 0 ? palette.paper : palette.ink, "text-anchor": "middle" }, label));
      return svg("path", { d: `M${x} ${AXIS}V5000`, stroke: colour, "stroke-width": at === 0 ? 2 : 1, "stroke-dasharray": at === 0 ? null : "3 3" });
    });
  }

  /** @param {number} top @param {number} bottom */
  #paintHeadings(top, bottom) {
    const { palette, sizes, scene, model } = /** @type {any} */ (this);
    this.names?.querySelectorAll("[data-heading]").forEach((old) => old.remove());
    for (const { category, y, count } of this.rows?.headings ?? []) {
      if (y < top - 40 || y > bottom) continue;
      const { label, colour } = model.categories[category];
      const ink = legible(mix(colour, palette.ink, 0.35), palette.paper, 4.5);
      const room = Math.min(460, this.scroll.clientWidth - 24);
      const name = clipped(`${label[scene.state.lang]} · ${count}`, room, 13, 700);
      this.names?.prepend(svg("g", { "data-heading": 1, "aria-hidden": "true", transform: `translate(0 ${y})` },
        svg("path", { d: `M4 ${sizes.heading - 3}H${this.scroll.clientWidth}`, stroke: mix(colour, palette.paper, 0.55), "stroke-width": 1 }),
        svg("text", { x: 8, y: 20, "font-size": 13, "font-weight": 700, fill: ink, stroke: palette.paper, "stroke-width": 4, "paint-order": "stroke" }, name)));
    }
  }

  /** @param {number} top @param {number} bottom */
  #paintLineage(top, bottom) {
    const { palette, sizes, scene } = /** @type {any} */ (this);
    const middle = sizes.narrow ? sizes.row - 10 : sizes.row / 2;
    const parts = [];
    for (const link of this.links ?? []) {
      const [y0, y1] = [link.from.y + middle, link.to.y + middle];
      if (Math.max(y0, y1) < top || Math.min(y0, y1) > bottom) continue;
      const strong = scene.selected.has(link.from.node) || scene.selected.has(link.to.node);
      const quiet = scene.selected.size > 0 && !strong;
      const x = this.#x(Math.min(Math.max(link.day, link.from.from), link.from.to));
      const x1 = this.#x(Math.min(Math.max(link.day, link.to.from), link.to.to));
      const colour = strong ? palette.accent : palette.muted;
      const opacity = quiet ? 0.2 : strong ? 1 : 0.6;
      const way = Math.sign(y1 - y0) || 1;
      parts.push(svg("path", { d: lineagePath(x, x1, y0, y1), fill: "none", stroke: colour, "stroke-opacity": opacity, "stroke-width": strong ? 2.2 : 1.3, "stroke-dasharray": link.doubt ? "5 4" : null }));
      parts.push(svg("path", { d: lineageHead(x1, y1, way), fill: colour, "fill-opacity": opacity }));
      parts.push(svg("path", { d: lineagePath(x, x1, y0, y1), fill: "none", stroke: "#000", "stroke-opacity": 0, "stroke-width": 10, "data-edge": link.k, "data-live": 1 }));
    }
    this.lineage?.replaceChildren(...parts);
  }

  // What the reader does ----------------------------------------------------------------------------------------------

  /** The row under the pointer, wherever in it. @param {MouseEvent} event */
  #nodeAt(event) {
    const y = event.clientY - this.scroll.getBoundingClientRect().top + this.scroll.scrollTop - AXIS;
    if (event.clientY - this.scroll.getBoundingClientRect().top < AXIS) return -1;
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
    const own = row.marks.filter(({ kind }) => kind !== "birth" && kind !== "end").map(({ text, doubt }) => (doubt ? `${text} [${word(lang, "future")}]` : text));
    return [[this.scene?.label(row.node), span].filter(Boolean).join(" · "), ...own.slice(0, 8)];
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.rows) return;
    const { rows } = this.rows;
    const at = rows.findIndex((row) => row.node === this.active);
    const page = Math.max(1, Math.floor(this.scroll.clientHeight / 22) - 3);
    const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page }[event.key];
    if (step) this.#activate(rows[Math.min(rows.length - 1, Math.max(0, at + step))]);
    else if (event.key === "Home") this.#activate(rows[0]);
    else if (event.key === "End") this.#activate(rows.at(-1));
    else if (event.key === "ArrowLeft" || event.key === "ArrowRight") this.scroll.scrollLeft += event.key === "ArrowRight" ? 60 : -60;
    else if (event.key === "Enter" || event.key === " ") this.active >= 0 && this.actions.select(this.active, { extend: event.shiftKey });
    else if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") this.fit();
    else if (event.key === "Escape" && this.scene?.selected.size) this.actions.select(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {Row | undefined} row */
  #activate(row) {
    if (!row) return;
    this.active = row.node;
    this.#reveal(row.node);
    this.drawn = null;
    this.#look();
    set(/** @type {SVGElement} */ (this.element), { "aria-activedescendant": `tl-${row.node}` });
  }

  /** @param {number} node @param {boolean} [middle] */
  #reveal(node, middle = false) {
    const row = this.rows?.byNode.get(node);
    if (!row) return;
    const { clientHeight: height, scrollTop } = this.scroll;
    const y = row.y + AXIS;
    if (middle || y < scrollTop + AXIS + 30 || y > scrollTop + height - 50) this.scroll.scrollTop = y - height / 2;
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
    const day = this.scale.day(x + this.scroll.scrollLeft - /** @type {number} */ (this.left));
    this.stretch = Math.min(24, Math.max(1, this.stretch * factor));
    this.show(this.scene);
    this.scroll.scrollLeft = this.#x(day) - x;
  }

  /** @param {number} node */
  centre(node) {
    this.active = node;
    this.#reveal(node, true);
  }

  svg() {
    if (!this.scene || !this.element) return "";
    const { clientWidth: width, clientHeight: height } = this.scroll;
    return standalone([...this.element.children], width, height, /** @type {any} */ (this.palette), `${this.model.map.title[this.scene.state.lang]}, ${isoDay(this.scene.day)}`);
  }

  destroy() {
    this.watch?.disconnect();
    this.root.replaceChildren();
    this.root.classList.remove("view", "view-timeline");
  }
}

const round = (/** @type {number} */ value) => Math.round(value * 10) / 10;
