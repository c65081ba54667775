/** The views on the stage, of which one is seen. Each is made when it is first wanted, step by step, while the one before it stays. */

import { h, settling } from "./dom.js";
import { tellColouring } from "./drawing/colouring.js";
import { createView, hasView } from "./views.js";
import { work } from "./work.js";

/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./types.js").View} View */
/** @typedef {import("./types.js").ViewName} ViewName */

export class Stage {
  /** @param {HTMLElement} element @param {import("./types.js").Model} model @param {import("./types.js").Actions} actions */
  constructor(element, model, actions) {
    this.element = element;
    this.model = model;
    this.actions = actions;
    /** @type {Map<ViewName, {view: View, place: HTMLElement}>} */
    this.views = new Map();
    /** What is being made. @type {{name: ViewName, place: HTMLElement, view?: View} | null} */
    this.coming = null;
    /** @type {Scene | null} */
    this.scene = null;
    /** Who waits for the picture. @type {(() => void)[]} */
    this.waiting = [];
  }

  /** The view that the reader is in, once it is made. @returns {View | undefined} */
  get view() {
    return this.scene ? this.views.get(this.scene.state.view)?.view : undefined;
  }

  /** A promise for the first picture of a scene. @param {Scene} scene @returns {Promise<void>} */
  open(scene) {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.show(scene);
    });
  }

  /** Show a scene: at once, or as soon as its view is made. @param {Scene} scene */
  show(scene) {
    this.scene = scene;
    const { view: name } = scene.state;
    if (this.coming?.name === name) return;
    this._drop();
    if (this.views.has(name) || !hasView(name)) this._reveal();
    else work.begin(this, this._making(name), { urgent: true });
  }

  /** The reader has gone elsewhere before a view was made. */
  _drop() {
    work.cancel(this);
    this.coming?.view?.destroy();
    this.coming?.place.remove();
    this.coming = null;
  }

  /** It has its size from the start, but is not seen before it is whole. @param {ViewName} name @returns {Generator<unknown, undefined>} */
  *_making(name) {
    const place = h("div", { class: `view view-${name} coming` });
    this.element.append(place);
    this.coming = { name, place };
    yield;
    const view = createView(name, place, this.model, this.actions);
    this.coming.view = view;
    yield;
    if (this.scene) yield* view.prepare?.(this.scene) ?? [];
    yield;
    place.classList.remove("coming");
    this.coming = null;
    this.views.set(name, { view, place });
    this._reveal();
    yield;
    yield* settling(place);
  }

  _reveal() {
    const { scene } = this;
    if (!scene) return;
    for (const [name, { place, view }] of this.views) {
      place.hidden = name !== scene.state.view;
      if (place.hidden) continue;
      tellColouring(place);
      view.show(scene);
    }
    for (const tell of this.waiting.splice(0)) tell();
  }
}
