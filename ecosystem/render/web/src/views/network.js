/**
 * The network: every node at the place that the map gives it. vis-network carries the most important nodes in view and the camera;
 * everything else is on a bitmap below, and labels are placed so that none covers another. Nothing here moves by itself.
 *
 * @typedef {import("../types.js").Scene} Scene
 * @typedef {import("../types.js").Actions} Actions
 * @typedef {import("../model.js").Model} Model
 * @typedef {import("../drawing/colouring.js").Meaning} Meaning
 */
import { aboutNode } from "../drawing/about.js";
import { colourBy } from "../drawing/colouring.js";
import { paletteOf } from "../drawing/colours.js";
import { freePart } from "../drawing/free.js";
import { modified, taken, zoomKey } from "../drawing/keys.js";
import { reducedMotion } from "../drawing/motion.js";
import { sizeOf, textScale } from "../drawing/size.js";
import { createTip } from "../drawing/tip.js";
import { createTools, toolsRoom } from "../drawing/tools.js";
import { work } from "../work.js";
import { attachBrush } from "./network/brush.js";
import { around, fewOf, fitting, isElsewhere, isUpright, planeOf, swelling } from "./network/camera.js";
import { Carrier, loadVis } from "./network/carrier.js";
import { Field } from "./network/field.js";
import { Layers } from "./network/layers.js";
import { litOf } from "./network/lit.js";
import { boxOf, Painter } from "./network/painter.js";
import { networkSvg } from "./network/save.js";
import { word } from "./words.js";

const CARRIED = 400;
const REST = 110;
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
    root.dataset.colouring = model.answer ? "answer" : "branch";
    this.stage = Object.assign(document.createElement("div"), { className: "network-stage", tabIndex: 0 });
    this.stage.setAttribute("role", "application");
    root.append(this.stage);
    this.layers = new Layers(this.field, () => this.#redrawSoon());
    this.painter = new Painter(this.field, this.layers);
    this.tip = createTip(root);
    /** @param {Meaning} one @returns {[string, () => void]} */
    const button = (one) => [`colour.${one}`, () => this.#colourBy(one)];
    this.tools = createTools(root, this.painter.meanings.map(button));
    this.hovered = -1;
    /** @type {string | undefined} */
    this.seenFrom = undefined;
    /** @type {Scene | null} */
    this.scene = null;
    /** What was shown when nodes were last made larger. @type {Uint8Array | undefined} */
    this.swollen = undefined;
    this.gone = false;
    this.starting = loadVis()
      .then((vis) => this.#start(vis))
      .catch(() => {
        this.stage.textContent = word(this.scene?.state.lang ?? "en", "networkMissing");
      });
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
    this.network.on("resize", () => (this.fitted ? this.fit() : this.#later()));
    for (const touch of ["dragStart", "zoom"]) this.network.on(touch, () => Object.assign(this, { fitted: false }));
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
    this.painter.scene = scene;
    this.type = textScale();
    const palette = paletteOf(scene.state.theme);
    const dyed = palette === this.painter.palette;
    this.painter.palette = palette;
    this.stage.setAttribute("aria-label", word(scene.state.lang, "network"));
    const pressed = this.painter.meanings.map((one) => one === this.painter.meaning);
    this.tools.show(scene.state.lang, "colour", pressed);
    const moved = this.field.pin(scene.state.pinned, this.field.upright, fewOf(scene.visible));
    if (!this.carrier) return;
    if (moved) this.carrier.move();
    this.#swell();
    if (!this.placed || moved || !dyed || this.#differs(before, scene)) this.layers.forget();
    this.painter.lit = litOf(this.model, this.#now(), this.hovered);
    if (!this.placed && sizeOf(this.root).clientWidth) this.#first();
    else if (before && before !== scene && isElsewhere(before.state, scene.state, this.fitted)) this.fit();
    this.#refresh();
  }

  /** Few nodes are drawn larger. */
  #swell() {
    const { visible } = this.#now();
    if (this.swollen === visible) return;
    this.swollen = visible;
    this.field.swell(1, visible);
    this.field.swell(swelling(this.field, visible, this.#size()), visible);
  }

  /** Whether the bitmaps have to be painted anew. @param {Scene | null} before @param {Scene} scene */
  #differs(before, scene) {
    if (!before || before === scene) return true;
    if (before.visible !== scene.visible || before.edgeVisible !== scene.edgeVisible) return true;
    return before.life !== scene.life || before.tint !== scene.tint;
  }

  /** The scene, once there is one. */
  #now() {
    return /** @type {Scene} */ (this.scene);
  }

  #first() {
    this.placed = true;
    this.network.setSize("100%", "100%");
    this.fit();
    const { selected, pathEdges, state } = this.#now();
    const [first] = selected;
    if (first !== undefined && !pathEdges.size && !state.focus) this.centre(first);
  }

  /** @param {Meaning} meaning */
  #colourBy(meaning) {
    this.painter.meaning = meaning;
    colourBy(this.root, meaning);
    this.layers.forget();
    if (this.scene) this.show({ ...this.scene });
  }

  // The picture -------------------------------------------------------------------------------------------------------

  /** @returns {import("./network/overlay.js").Window} */
  #window() {
    const { clientWidth: width, clientHeight: height } = sizeOf(this.root);
    return { .../** @type {Carrier} */ (this.carrier).camera(width, height), width, height, type: this.type ?? 1 };
  }

  /** After a movement: a sharp bitmap of what is in view, and its most important nodes for vis-network. */
  #refresh() {
    if (!this.scene || !this.carrier || this.gone || !sizeOf(this.root).clientWidth) return;
    const { scale, width, height } = this.#window();
    const ratio = Math.min(window.devicePixelRatio || 1, Math.sqrt(PIXELS / (width * height * 1.7)));
    this.layers.sharpen(this.painter.dress(), boxOf(this.#window(), 0.15), scale * ratio);
    work.begin(this.carrier, this.carrier.carrying(this.#carried()));
    this.#redrawSoon();
  }

  #carried() {
    const { visible, selected } = this.#now();
    const near = this.field.foremost(boxOf(this.#window()), visible, CARRIED);
    return [...new Set([...near, ...[...selected].filter((i) => visible[i])])];
  }

  #later() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.#refresh(), REST);
  }

  /** One node; while it is dragged, vis-network knows best where it is. @param {CanvasRenderingContext2D} context @param {number} i */
  #drawNode(context, i) {
    if (this.dragged === i) {
      const { x, y } = this.network.getPosition(i);
      this.field.x[i] = x;
      this.field.y[i] = y;
    }
    if (this.layers.begun) this.painter.node(context, i, this.network.getScale());
  }

  /** @param {CanvasRenderingContext2D} context */
  #drawBelow(context) {
    if (this.scene && this.layers.begun)
      this.painter.below(context, this.#window(), /** @type {Carrier} */ (this.carrier).carried);
  }

  /** @param {CanvasRenderingContext2D} context */
  #drawAbove(context) {
    if (!this.scene) return;
    this.drawn = document.timeline.currentTime;
    if (this.layers.whole) this.painter.above(context, this.#window());
    this.#followCamera();
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
    const { left, top } = this.stage.getBoundingClientRect();
    const view = this.#window();
    const slack = ("pointerType" in event && event.pointerType === "touch" ? 16 : 6) / view.scale;
    return this.field.at(...planeOf(view, event.clientX - left, event.clientY - top), slack, this.scene.visible);
  }

  /** A node that is pressed is carried from now on, so that it can be dragged. @param {PointerEvent} event */
  #press(event) {
    this.pressedAt = [event.clientX, event.clientY];
    const i = this.#at(event);
    this.dragged = i;
    this.painter.dragged = i;
    if (i >= 0 && !event.shiftKey) this.carrier?.also(i);
    this.#point(-1);
  }

  /** @param {number[]} nodes */
  #dropped(nodes) {
    const i = this.dragged ?? -1;
    this.dragged = -1;
    this.painter.dragged = -1;
    if (i < 0 || !nodes.includes(i)) return;
    const { x, y } = this.network.getPosition(i);
    this.actions.pin(i, ...this.field.placeOf(x, y));
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    if (event.buttons) return;
    const i = this.#at(event);
    this.#point(i);
    const frame = this.root.getBoundingClientRect();
    if (i < 0 || !this.scene) return this.tip.hide();
    this.tip.show(aboutNode(this.model, this.scene, i), event.clientX - frame.left, event.clientY - frame.top);
  }

  /** @param {number} i */
  #point(i) {
    if (i === this.hovered) return;
    this.hovered = i;
    this.painter.hovered = i;
    this.stage.style.cursor = i >= 0 ? "pointer" : "";
    if (i < 0) this.tip.hide();
    if (!this.scene || !this.network) return;
    this.painter.lit = litOf(this.model, this.#now(), this.hovered);
    this.#redrawSoon();
  }

  /** Draw in the next frame, unless vis-network does so by itself. */
  #redrawSoon() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      if (!this.gone && this.drawn !== document.timeline.currentTime) this.network.redraw();
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
    const [x0, y0] = planeOf(this.#window(), box.x0, box.y0);
    const [x1, y1] = planeOf(this.#window(), box.x1, box.y1);
    this.actions.selectMany(this.field.within({ x0, y0, x1, y1 }, this.scene.visible));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (modified(event) || !this.scene || !this.network) return;
    if (zoomKey(event, this)) return taken(event);
    const way = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
    const [current] = this.scene.selected;
    if (way) this.#walk(current, way[0], way[1]);
    else if (event.key === "Enter" && current !== undefined) this.actions.focus(current);
    else if (event.key === "Escape" && this.scene.selected.size) this.actions.select(-1);
    else return;
    taken(event);
  }

  /** @param {number | undefined} current @param {number} dx @param {number} dy */
  #walk(current, dx, dy) {
    const { visible } = this.#now();
    const next =
      current === undefined
        ? this.field.foremost(boxOf(this.#window()), visible, 1)[0]
        : this.field.neighbour(current, dx, dy, visible);
    if (next === undefined || next < 0) return;
    this.actions.select(next);
    this.#reveal(next);
  }

  /** @param {number} i */
  #reveal(i) {
    const { x, y, scale, width, height } = this.#window();
    const [sx, sy] = [(this.field.x[i] - x) * scale + width / 2, (this.field.y[i] - y) * scale + height / 2];
    if (sx < 60 || sy < 60 || sx > width - 60 || sy > height - 60) this.centre(i);
  }

  // The camera --------------------------------------------------------------------------------------------------------

  #size = () => ({ ...sizeOf(this.root), head: toolsRoom() });

  fit() {
    if (!this.scene || !this.network) return;
    const size = this.#size();
    if (this.field.pin(this.scene.state.pinned, isUpright(size))) {
      this.carrier?.move();
      this.layers.forget();
    }
    this.network.moveTo({ ...fitting(this.field, this.scene.visible, size), animation: false });
    this.fitted = true;
    this.#later();
  }

  /** @param {number} factor */
  zoom(factor) {
    if (this.network) this.#glide({ scale: Math.min(6, Math.max(0.02, this.network.getScale() * factor)) }, 160);
  }

  /** @param {number} node */
  centre(node) {
    if (!this.network) return;
    const { clientHeight } = sizeOf(this.root);
    this.#glide(around(this.field, node, this.#now().visible, freePart(this.root), clientHeight), 320);
  }

  /** @param {{position?: {x: number, y: number}, scale: number}} goal @param {number} duration */
  #glide(goal, duration) {
    this.fitted = false;
    const animation = reducedMotion() ? false : { duration, easingFunction: "easeInOutQuad" };
    this.network.moveTo({ ...goal, animation });
  }

  svg() {
    if (!this.scene || !this.network) return "";
    const { lit } = this.painter;
    const view = this.#window();
    const title = this.model.map.title[this.scene.state.lang];
    return networkSvg(this.field, this.painter.dress(), view, {
      labels: this.painter.labels(view),
      lit: lit.nodes,
      litEdges: lit.edges,
      title,
    });
  }

  destroy() {
    this.gone = true;
    clearTimeout(this.timer);
    this.layers.destroy();
    if (this.carrier) work.cancel(this.carrier);
    this.detach?.();
    this.carrier?.destroy();
    this.root.replaceChildren();
    this.root.classList.remove("view", "view-network");
  }
}
