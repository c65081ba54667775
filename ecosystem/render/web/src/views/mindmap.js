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
import { between, centred, fitted, revealed, zoomed } from "../drawing/camera.js";
import { paletteOf } from "../drawing/colours.js";
import { attachGestures } from "../drawing/gestures.js";
import { isGone } from "../drawing/life.js";
import { animate } from "../drawing/motion.js";
import { sentences } from "../drawing/sentences.js";
import { set, standalone } from "../drawing/svg.js";
import { textWidth } from "../drawing/text.js";
import { createTip } from "../drawing/tip.js";
import { createTools } from "../drawing/tools.js";
import { groupArcs } from "./mindmap/arcs.js";
import { blend } from "./mindmap/blend.js";
import { layOut, readableFolds, TYPE } from "./mindmap/layout.js";
import { boxOf, Picture } from "./mindmap/picture.js";
import { ancestors, branchLinks, buildTree, representatives, walk } from "./mindmap/tree.js";
import { walked } from "./mindmap/walk.js";
import { word } from "./words.js";

const NARROW = 560;
/** Room for the buttons at the top. */
const TOOLS = 40;
/** @type {[number, number]} */
const LIMITS = [0.04, 4];

/** @param {HTMLElement} root @param {Model} model @param {Actions} actions @returns {import("../types.js").View} */
export function createView(root, model, actions) {
  return new MindMap(root, model, actions);
}

class MindMap {
  /** @param {HTMLElement} root @param {Model} model @param {Actions} actions */
  constructor(root, model, actions) {
    Object.assign(this, { root, model, actions });
    this.root = root;
    this.model = model;
    this.actions = actions;
    root.classList.add("view", "view-mindmap");
    root.dataset.colouring = "branch";
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
    /** @type {Map<number, boolean> | null} */
    this.defaults = null;
    this.active = "";
    this.bundles = true;
    /** @type {Scene | null} */
    this.scene = null;
    /** @type {Layout | null} */
    this.layout = null;
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
    element.addEventListener("dblclick", (event) => this.#doubleClick(/** @type {MouseEvent} */ (event)));
    element.addEventListener("keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event)));
    element.addEventListener("pointermove", (event) => this.#hover(/** @type {PointerEvent} */ (event)));
    element.addEventListener("pointerleave", () => this.tip.hide());
    this.watch = new ResizeObserver(() => this.#resized());
    this.watch.observe(this.root);
  }

  // What is to be seen ------------------------------------------------------------------------------------------------

  /** @param {Scene} scene */
  show(scene) {
    const before = this.scene;
    this.scene = scene;
    this.palette = paletteOf(scene.state.theme);
    set(this.picture.element, { "aria-label": word(scene.state.lang, "tree") });
    this.tools.show(scene.state.lang, "tools", [this.bundles]);
    this.tree = buildTree(this.model, scene.visible);
    this.branches = new Map([...walk(this.tree)].map((branch) => [branch.key, branch]));
    if (!this.defaults && this.root.clientWidth) this.#chooseDefaults();
    this.#openSelected(before);
    this.#arrange(before !== null);
    if (!before) this.#warmUp();
  }

  /** Measure names while nothing else is to be done, so that opening many branches is quick. */
  #warmUp() {
    const { label } = /** @type {Scene} */ (this.scene);
    let node = 0;
    const some = () => {
      for (const end = Math.min(this.model.n, node + 60); node < end; node++) textWidth(label(node), TYPE.leaf.size);
      if (node < this.model.n && this.scene?.label === label) setTimeout(some, 30);
    };
    setTimeout(some, 600);
  }

  #chooseDefaults() {
    const { clientWidth: width, clientHeight: height } = this.root;
    this.narrow = width < NARROW;
    this.defaults = readableFolds(
      /** @type {Branch} */ (this.tree),
      this.#lookOf(),
      width,
      height - TOOLS,
      width > 2200 ? 1.15 : 0.86,
    );
  }

  /** A node that was chosen elsewhere must be seen: its branches open, and stay open. @param {Scene | null} before */
  #openSelected(before) {
    const scene = /** @type {Scene} */ (this.scene);
    if (scene.selected.size > 5) return;
    for (const node of scene.selected) {
      if (before?.selected.has(node)) continue;
      const branch = this.branches?.get(`n${node}`);
      if (branch)
        for (const up of ancestors(branch)) if (up.depth && scene.state.folded[up.category] !== true) this.opened.add(up.category);
    }
  }

  /** @param {Branch} branch */
  #folded(branch) {
    if (branch.depth === 0) return false;
    if (this.opened.has(branch.category)) return false;
    return this.scene?.state.folded[branch.category] ?? this.defaults?.get(branch.category) ?? true;
  }

  #lookOf() {
    const { label, state } = /** @type {Scene} */ (this.scene);
    const { map, categories } = this.model;
    return {
      narrow: this.narrow ?? false,
      folded: (/** @type {Branch} */ branch) => this.#folded(branch),
      label: (/** @type {Branch} */ branch) =>
        branch.leaf ? label(branch.node) : branch.depth === 0 ? map.title[state.lang] : branch.category === this.tree?.category ? word(state.lang, "general") : categories[branch.category].label[state.lang],
      suffix: (/** @type {Branch} */ branch) => (branch.leaf ? this.#endOf(branch.node) : countOf(branch)),
    };
  }

  /** @param {number} node */
  #endOf(node) {
    if (!this.scene || !isGone(this.model, this.scene, node)) return "";
    const { until } = this.model.dates(node);
    return until ? `–${until.slice(0, 4)}` : "";
  }

  /** Lay out anew; things glide from where they were, and what the reader touched last stays under the pointer. @param {boolean} glide */
  #arrange(glide) {
    if (!this.defaults) return;
    const before = this.layout;
    const layout = layOut(/** @type {Branch} */ (this.tree), this.#lookOf());
    this.layout = layout;
    this.cover = representatives(/** @type {Branch} */ (this.tree), (branch) => this.#folded(branch), this.model.n);
    this.bundleLinks =
      this.bundles && !this.scene?.selected.size && !this.scene?.pathEdges.size ? this.#bundleList(layout) : [];
    if (!before) return this.#first();
    this.stop();
    const start = this.camera;
    const goal = this.#keepPlace(before, layout);
    const moved = before && glide && layout.items.length < 900 && before.items.length < 900 && differs(before, layout);
    if (!moved) {
      this.camera = goal;
      this.#paint(layout);
      return;
    }
    this.stop = animate(260, (t) => {
      this.camera = t === 1 ? goal : between(start, goal, t);
      this.#paint(t === 1 ? layout : blend(before, layout, t));
    });
  }

  #first() {
    this.fit();
    if (this.scene?.selected.size) this.centre([...this.scene.selected][0]);
  }

  /** The camera under which the toggled branch, or the root, does not move, and what it opened is in view. @param {Layout} before @param {Layout} after */
  #keepPlace(before, after) {
    const key = this.touched ?? after.items[0].key;
    const [old, now] = [before.byKey.get(key), after.byKey.get(key)];
    if (!old || !now) return this.camera;
    const k = this.camera.k;
    const kept = { x: this.camera.x + (old.x - now.x) * k, y: this.camera.y + (old.y - now.y) * k, k };
    if (!this.touched) return kept;
    this.touched = undefined;
    return revealed(kept, this.#bandOf(now, after), this.root.clientWidth, this.root.clientHeight, 24);
  }

  /** The box of an item and its children. @param {Item} item @param {Layout} layout */
  #bandOf(item, layout) {
    const box = boxOf(item);
    for (const other of [
      ...layout.items.filter((one) => one.parent === item),
      ...layout.sheets.filter((sheet) => sheet.owner === item),
    ]) {
      const own = boxOf(other);
      box.x0 = Math.min(box.x0, own.x0);
      box.x1 = Math.max(box.x1, own.x1);
      box.y0 = Math.min(box.y0, own.y0);
      box.y1 = Math.max(box.y1, own.y1);
    }
    return box;
  }

  /** @param {Layout} layout */
  #paint(layout) {
    const itemOf = (/** @type {number} */ node) => layout.byKey.get(this.cover?.[node]?.key ?? "");
    const arcs = groupArcs(this.model, this.#arcEdges(), itemOf);
    this.arcs = new Map(arcs.map((arc) => [arc.key, arc]));
    this.linked = new Set(arcs.flatMap((arc) => [arc.from.key, arc.to.key]));
    this.picture.show(
      {
        layout,
        arcs,
        palette: /** @type {any} */ (this.palette),
        mood: (item) => this.#moodOf(item),
        colour: (item) => this.#colourOf(item),
        aria: (item) => this.#ariaOf(item),
        bundles: (this.bundleLinks ?? []).map((link) => ({
          ...link,
          from: layout.byKey.get(link.from.key) ?? link.from,
          to: layout.byKey.get(link.to.key) ?? link.to,
        })),
      },
      this.camera,
    );
    this.picture.element.setAttribute("aria-activedescendant", this.active ? idOf(this.active) : "");
  }

  /** The relations of what is selected and of the path asked for. */
  #arcEdges() {
    const { selected, edgeVisible, pathEdges } = /** @type {Scene} */ (this.scene);
    const edges = new Set(pathEdges);
    if (selected.size <= 5)
      for (const node of selected) for (const k of this.model.incident(node)) if (edgeVisible[k]) edges.add(k);
    return edges;
  }

  /** @param {Layout} layout */
  #bundleList(layout) {
    const { edgeVisible, state } = /** @type {Scene} */ (this.scene);
    const topOf = new Map();
    for (const branch of this.branches?.values() ?? [])
      if (branch.node >= 0 && branch.top > 0) topOf.set(branch.node, branch.top);
    const named = (/** @type {number} */ category) => this.model.categories[category].label[state.lang];
    return branchLinks(this.model, edgeVisible, topOf)
      .slice(0, 18)
      .flatMap(({ a, b, count }) => {
        const [from, to] = [layout.byKey.get(`c${a}`), layout.byKey.get(`c${b}`)];
        return from && to ? [{ from, to, count, label: word(state.lang, "links", count, named(a), named(b)) }] : [];
      });
  }

  /** @param {Item} item */
  #colourOf(item) {
    return this.model.categories[Math.max(0, item.branch.top)]?.colour ?? "#5f7187";
  }

  /** @param {Item} item @returns {import("./mindmap/paint.js").Mood} */
  #moodOf(item) {
    const scene = /** @type {Scene} */ (this.scene);
    const { node, leaf, shown, total } = item.branch;
    const narrowed = scene.matches.size > 0 && scene.matches.size < this.model.n;
    return {
      colour: this.#colourOf(item),
      shape: leaf ? (this.model.kindOf(node)?.shape ?? "dot") : "",
      selected: node >= 0 && scene.selected.has(node),
      active: false,
      faded: leaf ? scene.visible[node] === 2 : total > 0 && shown === 0,
      ended: leaf && isGone(this.model, scene, node),
      match: narrowed && node >= 0 && scene.matches.has(node),
      tint: leaf && scene.tint ? scene.tint[node] : 0,
      linked: scene.pathNodes.has(node) || (this.linked?.has(item.key) ?? false),
    };
  }

  /** @param {Item} item */
  #ariaOf(item) {
    const { branch } = item;
    const scene = /** @type {Scene} */ (this.scene);
    const siblings = branch.parent?.children ?? [branch];
    return {
      id: idOf(item.key),
      role: "treeitem",
      "aria-level": branch.depth + 1,
      "aria-label": this.#spoken(item),
      "aria-setsize": siblings.length,
      "aria-posinset": siblings.indexOf(branch) + 1,
      "aria-expanded": branch.leaf || branch.depth === 0 ? null : String(!item.folded),
      "aria-selected": String(branch.node >= 0 && scene.selected.has(branch.node)),
      "data-active": item.key === this.active ? 1 : null,
    };
  }

  /** @param {Item} item */
  #spoken(item) {
    const { lang } = /** @type {Scene} */ (this.scene).state;
    const { branch } = item;
    const name = this.#lookOf().label(branch);
    if (!branch.leaf) return `${name}, ${word(lang, "nodes", branch.shown)}`;
    const kind = this.model.kindOf(branch.node)?.label[lang] ?? "";
    const until = this.model.dates(branch.node).until;
    const end =
      this.scene?.life[branch.node] === 2
        ? until
          ? word(lang, "ended", until.slice(0, 4))
          : word(lang, "endedUnknown")
        : "";
    return [name, kind, end].filter(Boolean).join(", ");
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
    const all = [...(this.branches?.values() ?? [])]
      .filter((branch) => !branch.leaf && branch.depth > 0)
      .map((branch) => branch.category);
    this.actions.foldAll(all, folded);
    this.fit();
  }

  #toggleBundles() {
    this.bundles = !this.bundles;
    if (this.scene) this.show(this.scene);
  }

  /** @param {MouseEvent} event */
  #doubleClick(event) {
    const item = this.#itemAt(event);
    if (item && item.branch.node >= 0) this.actions.focus(item.branch.node);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.altKey || event.ctrlKey || event.metaKey || !this.layout) return;
    const item = this.layout.byKey.get(this.active) ?? this.layout.items[0];
    if (event.key === "+" || event.key === "=") this.zoom(1.25);
    else if (event.key === "-") this.zoom(0.8);
    else if (event.key === "0") this.fit();
    else if (event.key === "Enter" || event.key === " ") this.#act(item, event.shiftKey);
    else if (event.key === "Escape" && this.scene?.selected.size) this.actions.select(-1);
    else {
      const step = walked(this.layout, item.key, event.key);
      if (!step) return;
      if (step.fold !== undefined) this.#fold(item.branch, step.fold);
      else if (step.go) this.#activate(step.go);
    }
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {string} key */
  #activate(key) {
    this.active = key;
    const item = this.layout?.byKey.get(key);
    if (!item || !this.layout) return;
    this.camera = revealed(this.camera, boxOf(item), this.root.clientWidth, this.root.clientHeight, 40);
    this.#paint(this.layout);
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    const frame = this.root.getBoundingClientRect();
    const target = /** @type {Element} */ (event.target);
    const lines = this.#tipFor(target);
    if (lines.length) this.tip.show(lines, event.clientX - frame.left, event.clientY - frame.top);
    else this.tip.hide();
  }

  /** @param {Element} target @returns {string[]} */
  #tipFor(target) {
    const { lang } = /** @type {Scene} */ (this.scene).state;
    const arc = this.arcs?.get(target.getAttribute("data-arc") ?? "");
    if (arc) return sentences(this.model, arc.edges, lang);
    const bundle = target.getAttribute("data-tip");
    if (bundle) return [bundle];
    const item = this.layout?.byKey.get(target.closest("[data-key]")?.getAttribute("data-key") ?? "");
    if (!item) return [];
    const summary = item.branch.node >= 0 ? this.model.summary(item.branch.node, lang) : "";
    return [this.#spoken(item), ...(summary && item.branch.depth > 0 ? [summary] : [])];
  }

  // The camera --------------------------------------------------------------------------------------------------------

  /** @param {import("../drawing/camera.js").Camera} camera */
  #look(camera) {
    this.stop();
    this.camera = camera;
    this.tip.hide();
    this.picture.look(camera);
  }

  #resized() {
    if (!this.scene || !this.root.clientWidth) return;
    if (!this.defaults) return this.show(this.scene);
    const narrow = this.root.clientWidth < NARROW;
    if (narrow === this.narrow) return this.#keepInView();
    this.narrow = narrow;
    this.layout = null;
    this.#arrange(false);
  }

  /** When the window changes, the picture stays; what is selected is kept in it. */
  #keepInView() {
    const [node] = this.scene?.selected ?? [];
    const item = node === undefined ? undefined : this.layout?.byKey.get(this.cover?.[node]?.key ?? "");
    if (item) this.camera = revealed(this.camera, boxOf(item), this.root.clientWidth, this.root.clientHeight, 40);
    this.picture.look(this.camera);
  }

  fit() {
    if (!this.layout) return;
    const { clientWidth: width, clientHeight: height } = this.root;
    const { box } = this.layout;
    const below = fitted(box, width, height - TOOLS, this.narrow ? 12 : 20, width > 2200 ? 2 : 1.2);
    this.camera = { ...below, y: below.y + TOOLS };
    if (this.narrow && this.camera.k < 0.8) {
      const k = Math.min(1.1, Math.max(0.8, (width - 24) / (box.x1 - box.x0)));
      this.camera = { k, x: 12 - box.x0 * k, y: TOOLS + 12 - box.y0 * k };
    }
    this.#paint(this.layout);
  }

  /** @param {number} factor */
  zoom(factor) {
    const start = this.camera;
    const goal = zoomed(start, factor, this.root.clientWidth / 2, this.root.clientHeight / 2, LIMITS);
    this.stop();
    this.stop = animate(140, (t) => {
      this.camera = between(start, goal, t);
      this.picture.look(this.camera);
    });
  }

  /** @param {number} node */
  centre(node) {
    const branch = this.branches?.get(`n${node}`);
    if (branch) for (const up of ancestors(branch)) if (up.depth) this.opened.add(up.category);
    this.#arrange(false);
    const item = this.layout?.byKey.get(this.cover?.[node]?.key ?? "");
    if (!item || !this.layout) return;
    this.active = item.key;
    const { clientWidth: width, clientHeight: height } = this.root;
    const near = { ...this.camera, k: Math.max(this.camera.k, 0.85) };
    this.camera = centred(near, item.x + item.w / 2, item.y + item.h / 2, width, height);
    this.#paint(this.layout);
  }

  svg() {
    if (!this.scene || !this.layout) return "";
    const { clientWidth: width, clientHeight: height } = this.root;
    return standalone(
      this.picture.seenElements(),
      width,
      height,
      /** @type {any} */ (this.palette),
      this.model.map.title[this.scene.state.lang],
    );
  }

  destroy() {
    this.stop();
    this.detach?.();
    this.watch?.disconnect();
    this.root.replaceChildren();
    this.root.classList.remove("view", "view-mindmap");
  }
}

/** @param {Branch} branch */
function countOf(branch) {
  if (!branch.total) return "";
  return branch.shown === branch.total ? String(branch.total) : `${branch.shown}/${branch.total}`;
}

/** @param {string} key */
function idOf(key) {
  return `mm-${key}`;
}

/** @param {Layout} before @param {Layout} after */
function differs(before, after) {
  if (before.items.length !== after.items.length) return true;
  return after.items.some((item) => {
    const old = before.byKey.get(item.key);
    return !old || Math.abs(old.x - item.x) + Math.abs(old.y - item.y) > 0.5;
  });
}
