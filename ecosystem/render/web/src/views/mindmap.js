/**
 * The mind map: a two-sided tree of categories that folds, with the relations that cross it as arcs.
 *
 * @typedef {import("../types.js").Scene} Scene
 * @typedef {import("../types.js").Actions} Actions
 * @typedef {import("../model.js").Model} Model
 * @typedef {import("./mindmap/tree.js").Branch} Branch
 * @typedef {import("./mindmap/layout.js").Item} Item
 * @typedef {import("./mindmap/layout.js").Layout} Layout
 */
import { between, centred, revealed, zoomed } from "../drawing/camera.js";
import { paletteOf } from "../drawing/colours.js";
import { freePart } from "../drawing/free.js";
import { attachGestures } from "../drawing/gestures.js";
import { modified, taken, zoomKey } from "../drawing/keys.js";
import { animate } from "../drawing/motion.js";
import { sizeOf } from "../drawing/size.js";
import { set } from "../drawing/svg.js";
import { createTip } from "../drawing/tip.js";
import { createTools, toolsRoom } from "../drawing/tools.js";
import { finished } from "../work.js";
import { groupArcs } from "./mindmap/arcs.js";
import { blend } from "./mindmap/blend.js";
import { another, Folds } from "./mindmap/folds.js";
import { differs, keepingPlace, showingAll } from "./mindmap/framing.js";
import { layOut, NARROW, ROOMY, widening } from "./mindmap/layout.js";
import { boxOf, MANY, Picture } from "./mindmap/picture.js";
import { idOf, Reading } from "./mindmap/reading.js";
import { arcEdges, bundling, FEW, follow, present } from "./mindmap/relations.js";
import { mindmapSvg } from "./mindmap/save.js";
import { tipLines } from "./mindmap/tips.js";
import { ancestors, grown, representatives } from "./mindmap/tree.js";
import { walked } from "./mindmap/walk.js";
import { word } from "./words.js";

/** @type {[number, number]} */
const LIMITS = [0.04, 4];

/** @param {HTMLElement} root @param {Model} model @param {Actions} actions @returns {import("../types.js").View} */
export function createView(root, model, actions) {
  return new MindMap(root, model, actions);
}

class MindMap {
  /** @param {HTMLElement} root @param {Model} model @param {Actions} actions */
  constructor(root, model, actions) {
    this.root = root;
    this.model = model;
    this.actions = actions;
    root.classList.add("view", "view-mindmap");
    root.dataset.colouring = "branch";
    this.grown = grown(model, new Uint8Array(model.n));
    this.bundling = bundling(model);
    this.picture = new Picture(root, word("en", "tree"));
    this.tip = createTip(root);
    this.tools = createTools(root, [
      ["arcs", () => this.#toggleBundles()],
      ["openAll", () => this.#foldAll(false)],
      ["foldAll", () => this.#foldAll(true)],
    ]);
    this.camera = { x: 0, y: 0, k: 1 };
    /** Categories that were opened to show a selected node. @type {Set<number>} */
    this.opened = new Set();
    this.folds = new Folds();
    /** @type {Map<number, boolean> | null} */
    this.defaults = null;
    this.active = ""; // the key of the item that has the keyboard
    this.shownIn = "";
    this.narrow = false;
    /** Whether the camera still shows all, untouched by the reader. */
    this.fitted = false;
    this.bundles = true;
    /** @type {Scene | null} */
    this.scene = null;
    /** @type {Layout | null} */
    this.layout = null;
    /** Key of the branch that the reader just opened or closed. @type {string | undefined} */
    this.touched = undefined;
    this.stop = () => {};
    this.#listen();
  }

  #listen() {
    const element = this.picture.element;
    this.detach = attachGestures(element, {
      get: () => this.camera,
      set: (camera) => this.#look(camera),
      limits: LIMITS,
    });
    element.addEventListener("click", (event) => this.#click(/** @type {MouseEvent} */ (event)));
    element.addEventListener("dblclick", (event) => {
      const node = this.#itemAt(event)?.branch.node ?? -1;
      if (node >= 0) this.actions.focus(node);
    });
    element.addEventListener("keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event)));
    element.addEventListener("pointermove", (event) => this.#hover(/** @type {PointerEvent} */ (event)));
    element.addEventListener("pointerleave", () => this.tip.hide());
    this.watch = new ResizeObserver(() => this.#resized());
    this.watch.observe(this.root);
  }

  /** The scene, once there is one. */
  #now() {
    return /** @type {Scene} */ (this.scene);
  }

  // What is to be seen ------------------------------------------------------------------------------------------------

  /** What takes long before the first picture. @param {Scene} scene @returns {Generator<void, void>} */
  *prepare(scene) {
    this.grown = grown(this.model, present(scene), this.grown);
    yield;
    this.bundling.strongest(scene.edgeVisible, this.grown.branches);
    yield* this.#start(scene);
  }

  /** @param {Scene} scene */
  show(scene) {
    const before = this.scene;
    this.scene = scene;
    set(this.picture.element, { "aria-label": word(scene.state.lang, "tree") });
    this.tools.show(scene.state.lang, "tools", [this.bundles]);
    this.grown = grown(this.model, present(scene), this.grown);
    const anew = before !== null && another(before, scene);
    if (anew) {
      Object.assign(this, { defaults: null, refit: !scene.selected.size, arrived: [...scene.selected][0] });
      this.opened.clear();
    }
    if (!this.defaults) finished(this.#start(scene));
    this.reading = new Reading(this.model, scene, this.grown.tree);
    this.#openSelected(anew ? null : before);
    this.#arrange(before?.state.lang === scene.state.lang);
  }

  /** @param {Scene} scene @returns {Generator<void, void>} */
  *#start(scene) {
    const reading = new Reading(this.model, scene, this.grown.tree);
    const lookOf = (/** @type {boolean} */ narrow) => this.#lookOf(scene, reading, narrow);
    const found = yield* this.folds.choose(this.grown.tree, lookOf, sizeOf(this.root));
    if (found) [this.narrow, this.defaults] = [found.narrow, found.folds];
  }

  /** A node that was chosen elsewhere must be seen: its branches open, and stay open. @param {Scene | null} before */
  #openSelected(before) {
    const scene = this.#now();
    const shown = scene.selected.size > FEW ? [] : scene.selected;
    for (const node of [...shown, ...scene.pathNodes]) {
      if (before?.selected.has(node) || before?.pathNodes.has(node)) continue;
      if (before) this.arrived = node;
      const branch = this.grown.branches.get(`n${node}`);
      if (branch)
        for (const up of ancestors(branch))
          if (up.depth && scene.state.folded[up.category] !== true) this.opened.add(up.category);
    }
  }

  /** @param {Branch} branch */
  #folded(branch) {
    if (branch.depth === 0 || this.opened.has(branch.category)) return false;
    return this.scene?.state.folded[branch.category] ?? this.defaults?.get(branch.category) ?? true;
  }

  /** @param {Scene} scene @param {Reading} reading @param {boolean} narrow @returns {import("./mindmap/layout.js").Look} */
  #lookOf(scene, reading, narrow) {
    return {
      narrow: narrow || scene.pathNodes.size > 0,
      wide: widening(sizeOf(this.root).clientWidth),
      folded: (branch) => this.#folded(branch),
      label: (branch) => reading.label(branch),
      suffix: (branch) => reading.suffix(branch),
      glimpse: (branch) => (sizeOf(this.root).clientWidth < ROOMY ? [] : reading.glimpse(branch)),
    };
  }

  /** Lay out anew; things glide from where they were, and what the reader touched last stays under the pointer. @param {boolean} glide */
  #arrange(glide) {
    if (!this.defaults) return;
    const before = this.layout;
    const reading = /** @type {Reading} */ (this.reading);
    const layout = layOut(this.grown.tree, this.#lookOf(this.#now(), reading, this.narrow));
    this.layout = layout;
    this.cover = representatives(this.grown.tree, (branch) => this.#folded(branch), this.model.n);
    this.bundleLinks = this.bundles ? this.bundling.of(this.#now(), this.grown.branches, layout) : [];
    if (!before) return this.#first();
    this.stop();
    const goal = this.refit
      ? showingAll(layout, sizeOf(this.root))
      : keepingPlace(this.camera, before, layout, this.touched, sizeOf(this.root));
    this.fitted = Boolean(this.refit);
    Object.assign(this, { refit: false, touched: undefined });
    return this.#move(before, layout, this.#withArrival(goal, layout), glide);
  }

  /** Bring into view what was selected elsewhere. @param {import("../drawing/camera.js").Camera} camera @param {Layout} layout */
  #withArrival(camera, layout) {
    const item = layout.byKey.get(this.cover?.[this.arrived ?? -1]?.key ?? "");
    this.arrived = undefined;
    if (item && this.#now().pathNodes.size) return showingAll(layout, sizeOf(this.root));
    const { clientWidth: width, clientHeight: height } = freePart(this.root);
    return item ? revealed(camera, boxOf(item), width, height, 24, toolsRoom() + 16) : camera;
  }

  /** @param {Layout} before @param {Layout} layout @param {import("../drawing/camera.js").Camera} goal @param {boolean} glide */
  #move(before, layout, goal, glide) {
    const start = this.camera;
    const moved = glide && layout.items.length < MANY && before.items.length < MANY && differs(before, layout);
    if (!moved) {
      this.camera = goal;
      return this.#paint(layout);
    }
    this.stop = animate(260, (t) => {
      this.camera = t === 1 ? goal : between(start, goal, t);
      this.#paint(t === 1 ? layout : blend(before, layout, t));
    });
  }

  #first() {
    this.fit();
    const { selected, pathNodes } = this.#now();
    if (!pathNodes.size && selected.size && selected.size <= FEW) this.centre([...selected][0]);
  }

  /** @param {Layout} layout */
  #paint(layout) {
    const reading = /** @type {Reading} */ (this.reading);
    const itemOf = (/** @type {number} */ node) => layout.byKey.get(this.cover?.[node]?.key ?? "");
    const arcs = groupArcs(this.model, arcEdges(this.model, this.#now()), itemOf);
    this.arcs = new Map(arcs.map((arc) => [arc.key, arc]));
    reading.linked = new Set(arcs.flatMap((arc) => [arc.from.key, arc.to.key]));
    const bundles = follow(this.bundleLinks ?? [], layout);
    const palette = paletteOf(this.#now().state.theme);
    this.picture.show({ layout, arcs, bundles, palette, reading, active: this.active }, this.camera);
    set(this.picture.element, { "aria-activedescendant": this.active ? idOf(this.active) : null });
  }

  // What the reader does ----------------------------------------------------------------------------------------------

  /** @param {Event} event @returns {Item | undefined} */
  #itemAt(event) {
    const key = /** @type {Element} */ (event.target).closest("[data-key]")?.getAttribute("data-key");
    return key ? this.layout?.byKey.get(key) : undefined;
  }

  /** @param {MouseEvent} event */
  #click(event) {
    this.picture.element.focus({ preventScroll: true });
    const item = this.#itemAt(event);
    if (!item) {
      if (!(/** @type {Element} */ (event.target).closest("[data-arc]"))) this.actions.select(-1);
      return;
    }
    this.active = item.key;
    this.#act(item, event.shiftKey || event.ctrlKey || event.metaKey);
  }

  /** A leaf is selected; a branch opens or closes, or is selected when it is asked for with shift. @param {Item} item @param {boolean} extend */
  #act(item, extend) {
    const { branch } = item;
    if (branch.leaf || !branch.children.length) this.actions.select(branch.node, { extend });
    else if (branch.depth === 0 || extend) this.actions.select(branch.node, { extend: extend && branch.depth > 0 });
    else this.#fold(branch, !item.folded);
  }

  /** @param {Branch} branch @param {boolean} folded */
  #fold(branch, folded) {
    this.touched = branch.key;
    this.opened.delete(branch.category);
    this.actions.toggleFold(branch.category, folded);
  }

  /** @param {boolean} folded */
  #foldAll(folded) {
    this.opened.clear();
    const inner = [...this.grown.branches.values()].filter((branch) => !branch.leaf && branch.depth > 0);
    const all = inner.map((branch) => branch.category);
    this.refit = true;
    this.actions.foldAll(all, folded);
  }

  #toggleBundles() {
    this.bundles = !this.bundles;
    if (this.scene) this.show(this.scene);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (modified(event) || !this.layout) return;
    if (zoomKey(event, this)) return taken(event);
    const item = this.layout.byKey.get(this.active) ?? this.layout.items[0];
    if (event.key === "Enter" || event.key === " ") this.#act(item, event.shiftKey);
    else if (event.key === "Escape" && this.scene?.selected.size) this.actions.select(-1);
    else {
      const step = walked(this.layout, item.key, event.key);
      if (!step) return;
      if (step.fold !== undefined) this.#fold(item.branch, step.fold);
      else if (step.go) this.#activate(step.go);
    }
    taken(event);
  }

  /** @param {string} key */
  #activate(key) {
    this.active = key;
    const item = this.layout?.byKey.get(key);
    if (!item || !this.layout) return;
    const { clientWidth: width, clientHeight: height } = sizeOf(this.root);
    this.camera = revealed(this.camera, boxOf(item), width, height, 40, toolsRoom() + 16);
    this.#paint(this.layout);
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    if (!this.layout || !this.reading) return;
    const frame = this.root.getBoundingClientRect();
    const lines = tipLines(/** @type {Element} */ (event.target), this.layout, this.reading, this.arcs ?? new Map());
    if (lines.length) this.tip.show(lines, event.clientX - frame.left, event.clientY - frame.top);
    else this.tip.hide();
  }

  // The camera --------------------------------------------------------------------------------------------------------

  /** @param {import("../drawing/camera.js").Camera} camera */
  #look(camera) {
    this.stop();
    this.fitted = false;
    this.camera = camera;
    this.tip.hide();
    this.picture.look(camera);
  }

  #resized() {
    const { clientWidth: width, clientHeight: height } = sizeOf(this.root);
    if (!this.scene || !width || this.shownIn === `${width} ${height}`) return;
    this.shownIn = `${width} ${height}`;
    if (!this.defaults) return this.show(this.scene);
    const narrow = width < NARROW;
    if (narrow === this.narrow) return this.fitted ? this.fit() : this.#keepInView();
    Object.assign(this, { narrow, layout: null });
    this.#arrange(false);
  }

  /** When the window changes, the picture stays; what is selected is kept in it. */
  #keepInView() {
    const [node] = this.scene?.selected ?? [];
    const item = node === undefined ? undefined : this.layout?.byKey.get(this.cover?.[node]?.key ?? "");
    const { clientWidth: width, clientHeight: height } = freePart(this.root);
    if (item) this.camera = revealed(this.camera, boxOf(item), width, height, 40, toolsRoom() + 16);
    this.picture.look(this.camera);
  }

  fit() {
    if (!this.layout) return;
    this.shownIn = Object.values(sizeOf(this.root)).join(" ");
    this.stop();
    this.camera = showingAll(this.layout, sizeOf(this.root));
    this.fitted = true;
    this.#paint(this.layout);
  }

  /** @param {number} factor */
  zoom(factor) {
    const start = this.camera;
    const { clientWidth: width, clientHeight: height } = sizeOf(this.root);
    const goal = zoomed(start, factor, width / 2, height / 2, LIMITS);
    this.stop();
    this.fitted = false;
    this.stop = animate(140, (t) => {
      this.camera = between(start, goal, t);
      this.picture.look(this.camera);
    });
  }

  /** @param {number} node */
  centre(node) {
    const branch = this.grown.branches.get(`n${node}`);
    if (branch) for (const up of ancestors(branch)) if (up.depth) this.opened.add(up.category);
    this.#arrange(false);
    const item = this.layout?.byKey.get(this.cover?.[node]?.key ?? "");
    if (!item || !this.layout) return;
    Object.assign(this, { active: item.key, fitted: false });
    const { clientWidth: width, clientHeight: height } = freePart(this.root);
    const near = { ...this.camera, k: Math.max(this.camera.k, 0.85) };
    this.camera = centred(near, item.x + item.w / 2, item.y + item.h / 2, width, height);
    this.#paint(this.layout);
  }

  svg() {
    if (!this.scene || !this.layout) return "";
    const { theme, lang } = this.scene.state;
    return mindmapSvg(this.root, this.picture, this.layout, this.camera, paletteOf(theme), this.model.map.title[lang]);
  }

  destroy() {
    this.stop();
    this.detach?.();
    this.watch?.disconnect();
    this.root.replaceChildren();
    this.root.classList.remove("view", "view-mindmap");
  }
}
