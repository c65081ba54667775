/**
 * The network: every node at the place that the map gives it. vis-network carries the most important nodes in view and the camera;
 * everything else is on a bitmap below, and labels are placed so that none covers another. Nothing here moves by itself.
 *
 * @typedef {import("../types.js").Scene} Scene
 * @typedef {import("../types.js").Actions} Actions
 * @typedef {import("../model.js").Model} Model
 */
import { legible, mix, paletteOf } from "../drawing/colours.js";
import { LabelField } from "../drawing/labels.js";
import { reducedMotion } from "../drawing/motion.js";
import { traceShape } from "../drawing/shapes.js";
import { isGone } from "../drawing/life.js";
import { createTip } from "../drawing/tip.js";
import { createTools } from "../drawing/tools.js";
import { finishNodes, traceEdge } from "./network/bitmap.js";
import { attachBrush } from "./network/brush.js";
import { Carrier, loadVis } from "./network/carrier.js";
import { Field } from "./network/field.js";
import { Layers } from "./network/layers.js";
import { drawLabels, drawMarks, placeLabels, placeRegions } from "./network/overlay.js";
import { networkSvg } from "./network/save.js";
import { word } from "./words.js";

const CARRIED = 400;
const LABELLED = 300;
const REST = 110;
/** How much a highlighted edge follows its bundle. */
const LEAN = 0.12;
const PIXELS = 9e6;

/** @param {HTMLElement} root @param {Model} model @param {Actions} actions @returns {import("../types.js").View} */
export function createView(root, model, actions) {
  return new NetworkView(root, model, actions);
}

class NetworkView {
  /** @param {HTMLElement} root @param {Model} model @param {Actions} actions */
  constructor(root, model, actions) {
    this.root = root;
    this.model = model;
    this.actions = actions;
    this.field = new Field(model);
    root.classList.add("view", "view-network");
    this.stage = Object.assign(document.createElement("div"), { className: "network-stage", tabIndex: 0 });
    this.stage.setAttribute("role", "application");
    root.append(this.stage);
    this.tip = createTip(root);
    this.byBranch = false;
    this.tools = createTools(root, [["colourKind", () => this.#colourBy(false)], ["colourBranch", () => this.#colourBy(true)]]);
    this.hovered = -1;
    /** @type {Scene | null} */
    this.scene = null;
    this.layers = new Layers(this.field, () => this.#redrawSoon());
    this.gone = false;
    this.starting = loadVis()
      .then((vis) => this.#start(vis))
      .catch(() => this.#fail());
  }

  #fail() {
    this.stage.textContent = word(this.scene?.state.lang ?? "en", "networkMissing");
  }

  /** @param {any} vis */
  #start(vis) {
    if (this.gone) return;
    this.carrier = new Carrier(vis, this.stage, this.field, (context, i) => this.#drawNode(context, i));
    this.network = this.carrier.network;
    /** @type {any} */ (window).network = this.network;
    this.network.on("beforeDrawing", (/** @type {CanvasRenderingContext2D} */ context) => this.#drawBelow(context));
    this.network.on("afterDrawing", (/** @type {CanvasRenderingContext2D} */ context) => this.#drawAbove(context));
    this.network.on("dragEnd", (/** @type {any} */ event) => this.#dropped(event.nodes));
    this.network.on("resize", () => this.#later());
    this.#listen();
    if (this.scene) this.show(this.scene);
  }

  #listen() {
    const { stage } = this;
    this.detach = attachBrush(stage, (box) => this.#brushed(box));
    stage.addEventListener("pointerdown", (event) => this.#press(event), { capture: true });
    stage.addEventListener("pointermove", (event) => this.#hover(event));
    stage.addEventListener("pointerleave", () => this.#point(-1));
    stage.addEventListener("click", (event) => this.#click(event));
    stage.addEventListener("dblclick", (event) => {
      const i = this.#at(event);
      if (i >= 0) this.actions.focus(i);
    });
    stage.addEventListener("keydown", (event) => this.#key(event));
  }

  // What is to be seen ------------------------------------------------------------------------------------------------

  /** @param {Scene} scene */
  show(scene) {
    const before = this.scene;
    this.scene = scene;
    this.palette = paletteOf(scene.state.theme);
    this.stage.setAttribute("aria-label", word(scene.state.lang, "network"));
    this.tools.show(scene.state.lang, "colour", [!this.byBranch, this.byBranch]);
    const moved = this.field.pin(scene.state.pinned);
    if (!this.carrier) return;
    if (moved) this.carrier.move();
    const same =
      before === scene
        ? false
        : before &&
          !moved &&
          before.visible === scene.visible &&
          before.edgeVisible === scene.edgeVisible &&
          before.state.theme === scene.state.theme &&
          before.life === scene.life;
    if (!same || !this.placed) this.layers.forget();
    this.#chooseLit();
    if (!this.placed && this.root.clientWidth) this.#first();
    else if (
      before &&
      before !== scene &&
      (before.state.focus !== scene.state.focus || before.state.path !== scene.state.path)
    )
      this.fit();
    this.#refresh();
  }

  #first() {
    this.placed = true;
    this.network.setSize("100%", "100%");
    this.fit();
    const [first] = this.scene?.selected ?? [];
    if (first !== undefined) this.centre(first);
  }

  /** What stands out: the neighbourhood of what is selected or pointed at, a path, or what the search finds. */
  #chooseLit() {
    const scene = /** @type {Scene} */ (this.scene);
    /** @type {Set<number>} */
    const nodes = new Set(scene.pathNodes);
    const edges = new Set(scene.pathEdges);
    const centres = this.hovered >= 0 ? [this.hovered] : scene.selected.size <= 12 ? [...scene.selected] : [];
    for (const i of centres) {
      nodes.add(i);
      for (const k of this.model.incident(i)) {
        if (!scene.edgeVisible[k]) continue;
        edges.add(k);
        nodes.add(this.model.other(k, i));
      }
    }
    if (this.hovered < 0 && scene.selected.size > 12) for (const i of scene.selected) nodes.add(i);
    if (!nodes.size && scene.matches.size) for (const i of scene.matches) nodes.add(i);
    this.lit = nodes;
    this.litEdges = edges;
  }

  /** @param {number} i */
  #colour(i) {
    if (this.byBranch) return this.model.categories[this.field.topOf(i)]?.colour ?? "#5f7187";
    return this.model.kindOf(i)?.colour ?? "#5f7187";
  }

  /** @param {boolean} branch */
  #colourBy(branch) {
    this.byBranch = branch;
    this.root.dataset.colouring = branch ? "branch" : "kind";
    this.layers.forget();
    if (this.scene) this.show({ ...this.scene });
  }

  /** @returns {import("./network/bitmap.js").Dress} */
  #dress() {
    const scene = /** @type {Scene} */ (this.scene);
    const { visible, edgeVisible } = scene;
    const gone = (/** @type {number} */ i) => isGone(this.model, scene, i);
    return { palette: /** @type {any} */ (this.palette), colour: (i) => this.#colour(i), visible, edgeVisible, gone };
  }

  // The picture -------------------------------------------------------------------------------------------------------

  /** @returns {import("./network/overlay.js").Window} */
  #window() {
    const { x, y } = this.network.getViewPosition();
    return { scale: this.network.getScale(), x, y, width: this.root.clientWidth, height: this.root.clientHeight };
  }

  /** @param {number} [margin] as a share of the window */
  #box(margin = 0) {
    const { scale, x, y, width, height } = this.#window();
    const [w, h] = [(width / scale) * (0.5 + margin), (height / scale) * (0.5 + margin)];
    return { x0: x - w, y0: y - h, x1: x + w, y1: y + h };
  }

  /** After a movement: a sharp bitmap of what is in view, and its most important nodes for vis-network. */
  #refresh() {
    if (!this.scene || !this.carrier || this.gone || !this.root.clientWidth) return;
    const { scale, width, height } = this.#window();
    const ratio = Math.min(window.devicePixelRatio || 1, Math.sqrt(PIXELS / (width * height * 1.7)));
    this.carrier.carry(this.#carried());
    this.layers.sharpen(this.#dress(), this.#box(0.15), scale * ratio);
    this.network.redraw();
  }

  #carried() {
    const { visible, selected } = /** @type {Scene} */ (this.scene);
    const near = this.field.foremost(this.#box(), visible, CARRIED);
    const known = new Set(near);
    for (const i of selected) if (visible[i] && !known.has(i)) near.push(i);
    return near;
  }

  #later() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.#refresh(), REST);
  }

  /** @param {CanvasRenderingContext2D} context */
  #drawBelow(context) {
    if (!this.scene) return;
    const faded = this.lit?.size ? 0.16 : 1;
    context.save();
    context.globalAlpha = faded;
    this.layers.draw(context, this.#box());
    context.restore();
    this.#drawLitEdges(context);
  }

  /** @param {CanvasRenderingContext2D} context */
  #drawLitEdges(context) {
    const { scale } = this.#window();
    const palette = /** @type {any} */ (this.palette);
    const edges = this.litEdges;
    if (!edges?.size) return;
    context.save();
    context.strokeStyle = palette.accent;
    for (const k of edges) {
      context.globalAlpha = this.scene?.edgeVisible[k] === 2 ? 0.3 : Math.max(0.35, 0.85 - edges.size / 400);
      context.lineWidth = (this.scene?.pathEdges.has(k) ? 3 : 1.4) / scale;
      context.setLineDash(this.model.modality(k) === "stated" ? [] : [6 / scale, 4 / scale]);
      context.beginPath();
      traceEdge(context, this.field, k, LEAN);
      context.stroke();
    }
    context.restore();
    for (const i of this.lit ?? []) if (!this.carrier?.carried.has(i)) this.#drawNode(context, i);
  }

  /** One node, crisp at any scale. @param {CanvasRenderingContext2D} context @param {number} i */
  #drawNode(context, i) {
    const scene = /** @type {Scene} */ (this.scene);
    if (!scene.visible[i]) return;
    const lit = !this.lit?.size || this.lit.has(i);
    const { scale } = this.#window();
    const shape = this.model.kindOf(i)?.shape ?? "dot";
    const [x, y] = this.#placeOf(i);
    context.save();
    context.globalAlpha = scene.visible[i] === 2 ? 0.22 : lit ? 1 : 0.16;
    context.beginPath();
    traceShape(context, shape, x, y, Math.max(this.field.radius[i], 1.3 / scale));
    finishNodes(context, this.#colour(i), isGone(this.model, scene, i), /** @type {any} */ (this.palette), scale);
    if (lit)
      drawMarks(context, this.field, i, /** @type {any} */ (this.palette), scale, {
        shape,
        selected: scene.selected.has(i) || i === this.hovered,
        tint: scene.tint?.[i] ?? 0,
      });
    context.restore();
  }

  /** While a node is dragged, vis-network knows best where it is. @param {number} i */
  #placeOf(i) {
    if (this.dragged === i) {
      const at = this.network.getPosition(i);
      this.field.x[i] = at.x;
      this.field.y[i] = at.y;
    }
    return [this.field.x[i], this.field.y[i]];
  }

  /** @param {CanvasRenderingContext2D} context */
  #drawAbove(context) {
    if (!this.scene) return;
    const ratio = context.canvas.width / Math.max(1, this.root.clientWidth);
    context.save();
    context.setTransform(ratio, 0, 0, ratio, 0, 0);
    drawLabels(context, this.#labels(), /** @type {any} */ (this.palette));
    context.restore();
    this.#followCamera();
  }

  /** All labels that fit now: what is lit first, then the branches' names from afar, then by importance. */
  #labels() {
    const scene = /** @type {Scene} */ (this.scene);
    const palette = /** @type {any} */ (this.palette);
    const view = this.#window();
    const room = new LabelField(64);
    const lit = [...(this.lit ?? [])]
      .filter((i) => scene.visible[i])
      .sort(
        (a, b) =>
          Number(scene.selected.has(b)) - Number(scene.selected.has(a)) ||
          this.model.importance[b] - this.model.importance[a],
      );
    const style = (/** @type {number} */ i) => ({
      weight: scene.selected.has(i) || i === this.hovered ? 700 : this.model.importance[i] > 500 ? 600 : 450,
      ink: legible(mix(this.#colour(i), palette.ink, 0.62), palette.paper, 4.5),
    });
    if (lit.length) return placeLabels(this.field, view, lit.slice(0, 120), scene.label, style, room);
    const regions = this.#regions(view, room);
    const near = this.field.foremost(this.#box(), scene.visible, LABELLED).filter((i) => scene.visible[i] === 1);
    const largest = Math.min(near.length, Math.round((view.width * view.height) / 14000));
    return [
      ...regions,
      ...placeLabels(this.field, view, near.slice(0, Math.max(12, largest)), scene.label, style, room),
    ];
  }

  /** @param {import("./network/overlay.js").Window} view @param {LabelField} room */
  #regions(view, room) {
    const scene = /** @type {Scene} */ (this.scene);
    const span = /** @type {import("../drawing/camera.js").Box} */ (this.field.box);
    if ((span.x1 - span.x0) * view.scale > view.width * 2.2 || this.model.n < 60) return [];
    const { categories } = this.model;
    const palette = /** @type {any} */ (this.palette);
    return placeRegions(
      this.field,
      view,
      (top) => categories[top].label[scene.state.lang],
      (top) => categories[top].colour,
      /** @type {any} */ (this.palette),
      room,
    );
  }

  /** When the camera has moved, the sharp bitmap follows after a moment of rest. */
  #followCamera() {
    const { scale, x, y } = this.#window();
    const key = `${scale.toFixed(4)} ${x.toFixed(1)} ${y.toFixed(1)}`;
    if (key === this.seenFrom) return;
    const first = this.seenFrom === undefined;
    this.seenFrom = key;
    if (!first) this.#later();
  }

  // What the reader does ----------------------------------------------------------------------------------------------

  /** @param {MouseEvent} event */
  #at(event) {
    if (!this.scene || !this.network) return -1;
    const frame = this.stage.getBoundingClientRect();
    const { scale, x, y, width, height } = this.#window();
    const slack = /** @type {any} */ ((event).pointerType === "touch" ? 16 : 6) / scale;
    return this.field.at(
      (event.clientX - frame.left - width / 2) / scale + x,
      (event.clientY - frame.top - height / 2) / scale + y,
      slack,
      this.scene.visible,
    );
  }

  /** A node that is pressed is carried from now on, so that it can be dragged. @param {PointerEvent} event */
  #press(event) {
    this.pressedAt = [event.clientX, event.clientY];
    const i = this.#at(event);
    this.dragged = i;
    if (i >= 0 && !event.shiftKey) this.carrier?.also(i);
    this.#point(-1);
  }

  /** @param {number[]} nodes */
  #dropped(nodes) {
    const i = this.dragged ?? -1;
    this.dragged = -1;
    if (i < 0 || !nodes.includes(i)) return;
    const { x, y } = this.network.getPosition(i);
    this.actions.pin(i, Math.round(x), Math.round(y));
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    if (event.buttons) return;
    const i = this.#at(event);
    this.#point(i);
    const frame = this.root.getBoundingClientRect();
    if (i < 0 || !this.scene) return this.tip.hide();
    const { lang } = this.scene.state;
    const { until } = this.model.dates(i);
    const end = this.scene.life[i] === 2 && until ? word(lang, "ended", until.slice(0, 4)) : "";
    const head = [this.scene.label(i), this.model.kindOf(i)?.label[lang], end].filter(Boolean).join(" · ");
    this.tip.show(
      [head, this.model.summary(i, lang)].filter(Boolean),
      event.clientX - frame.left,
      event.clientY - frame.top,
    );
  }

  /** @param {number} i */
  #point(i) {
    if (i === this.hovered) return;
    this.hovered = i;
    this.stage.style.cursor = i >= 0 ? "pointer" : "";
    if (i < 0) this.tip.hide();
    if (!this.scene || !this.network) return;
    this.#chooseLit();
    this.#redrawSoon();
  }

  #redrawSoon() {
    if (this.frame) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.gone) this.network.redraw();
    });
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const [x, y] = this.pressedAt ?? [event.clientX, event.clientY];
    if (Math.hypot(event.clientX - x, event.clientY - y) > 6) return;
    const i = this.#at(event);
    this.stage.focus({ preventScroll: true });
    this.actions.select(i, { extend: event.shiftKey || event.ctrlKey || event.metaKey });
  }

  /** @param {{x0: number, y0: number, x1: number, y1: number}} box on the screen */
  #brushed(box) {
    if (!this.scene) return;
    const { scale, x, y, width, height } = this.#window();
    const plane = (/** @type {number} */ px, /** @type {number} */ py) => [
      (px - width / 2) / scale + x,
      (py - height / 2) / scale + y,
    ];
    const [x0, y0] = plane(box.x0, box.y0);
    const [x1, y1] = plane(box.x1, box.y1);
    this.actions.selectMany(this.field.within({ x0, y0, x1, y1 }, this.scene.visible));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.scene || !this.network) return;
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const [current] = this.scene.selected;
    if (way && event.shiftKey) this.#pan(way[0], way[1]);
    else if (way) this.#walk(current, way[0], way[1]);
    else if (event.key === "+" || event.key === "=") this.zoom(1.3);
    else if (event.key === "-") this.zoom(1 / 1.3);
    else if (event.key === "0") this.fit();
    else if (event.key === "Enter" && current !== undefined) this.actions.focus(current);
    else if (event.key === "Escape" && this.scene.selected.size) this.actions.select(-1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number | undefined} current @param {number} dx @param {number} dy */
  #walk(current, dx, dy) {
    const { visible } = /** @type {Scene} */ (this.scene);
    const next =
      current === undefined
        ? this.field.foremost(this.#box(), visible, 1)[0]
        : this.field.neighbour(current, dx, dy, visible);
    if (next === undefined || next < 0) return;
    this.actions.select(next);
    this.#reveal(next);
  }

  /** @param {number} dx @param {number} dy */
  #pan(dx, dy) {
    const { x, y, scale } = this.#window();
    this.network.moveTo({ position: { x: x + (dx * 80) / scale, y: y + (dy * 80) / scale } });
  }

  /** @param {number} i */
  #reveal(i) {
    const { x, y, scale, width, height } = this.#window();
    const [sx, sy] = [(this.field.x[i] - x) * scale + width / 2, (this.field.y[i] - y) * scale + height / 2];
    if (sx < 60 || sy < 60 || sx > width - 60 || sy > height - 60) this.centre(i);
  }

  // The camera --------------------------------------------------------------------------------------------------------

  fit() {
    if (!this.scene || !this.network) return;
    const shown = [...this.field.rank].filter((i) => this.scene?.visible[i] === 1);
    const box = this.field.boxOf(shown.length ? shown : this.field.rank);
    const { clientWidth: width, clientHeight: height } = this.root;
    const scale = Math.min(
      1.8,
      (width - 40) / Math.max(1, box.x1 - box.x0),
      (height - 50) / Math.max(1, box.y1 - box.y0),
    );
    this.network.moveTo({
      position: { x: (box.x0 + box.x1) / 2, y: (box.y0 + box.y1) / 2 },
      scale: Math.max(0.02, scale),
      animation: false,
    });
    this.#later();
  }

  /** @param {number} factor */
  zoom(factor) {
    const scale = Math.min(6, Math.max(0.02, this.network.getScale() * factor));
    this.network.moveTo({
      scale,
      animation: reducedMotion() ? false : { duration: 160, easingFunction: "easeInOutQuad" },
    });
  }

  /** The scale at which a node's neighbours are in view around it, within reason. @param {number} node */
  #scaleFor(node) {
    const { clientWidth: width, clientHeight: height } = this.root;
    const reach = [80, 60];
    for (const k of this.model.incident(node)) {
      const other = this.model.other(k, node);
      if (!this.scene?.visible[other]) continue;
      reach[0] = Math.max(reach[0], Math.abs(this.field.x[other] - this.field.x[node]));
      reach[1] = Math.max(reach[1], Math.abs(this.field.y[other] - this.field.y[node]));
    }
    return Math.min(1.2, Math.max(0.3, Math.min((width / 2 - 70) / reach[0], (height / 2 - 50) / reach[1])));
  }

  /** @param {number} node */
  centre(node) {
    if (!this.network) return;
    const scale = this.#scaleFor(node);
    const position = { x: this.field.x[node], y: this.field.y[node] };
    this.network.moveTo({
      position,
      scale,
      animation: reducedMotion() ? false : { duration: 320, easingFunction: "easeInOutQuad" },
    });
  }

  svg() {
    if (!this.scene || !this.network) return "";
    return networkSvg(this.field, this.#dress(), this.#window(), {
      labels: this.#labels(),
      lit: this.lit ?? new Set(),
      litEdges: this.litEdges ?? new Set(),
      title: this.model.map.title[this.scene.state.lang],
    });
  }

  destroy() {
    this.gone = true;
    clearTimeout(this.timer);
    this.layers.destroy();
    this.detach?.();
    this.carrier?.destroy();
    this.root.replaceChildren();
    this.root.classList.remove("view", "view-network");
  }
}
