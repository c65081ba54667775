/** The views on the stage, of which one is seen. Each is made when it is first wanted, step by step, while the one before it stays. */

import { h, put, settling } from "./dom.js";
import { tellColouring } from "./drawing/colouring.js";
import { createView, hasView } from "./views.js";
import { work } from "./work.js";

/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./types.js").View} View */
/** @typedef {import("./types.js").ViewName} ViewName */

/** @param {HTMLElement} place */
function hide(place) {
  place.hidden = true;
  place.classList.remove("coming");
}

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

  /** The view that the reader is in, once it is there. @returns {View | undefined} */
  get view() {
    return this.scene && !this.coming ? this.views.get(this.scene.state.view)?.view : undefined;
  }

  /** A promise for the first picture of a scene. @param {Scene} scene @returns {Promise<void>} */
  open(scene) {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
      this.update(scene);
    });
  }

  /** Show a scene: at once, or as soon as its view is made. @param {Scene} scene */
  update(scene) {
    this.scene = scene;
    put(this.element, "lang", scene.state.lang);
    const { view: name } = scene.state;
    if (this.coming?.name === name) return;
    this._drop();
    const known = this.views.get(name);
    if (known?.place.hidden) work.begin(this, this._returning(name, known), { urgent: true });
    else if (known || !hasView(name)) this._reveal();
    else work.begin(this, this._making(name), { urgent: true });
  }

  /** The reader has gone elsewhere before a view was there. */
  _drop() {
    work.cancel(this);
    if (!this.coming) return;
    const { name, place, view } = this.coming;
    this.coming = null;
    if (this.views.has(name)) return hide(place);
    view?.destroy();
    place.remove();
  }

  /** It finds its place again before it is seen. @param {ViewName} name @param {{view: View, place: HTMLElement}} known @returns {Generator<unknown, undefined>} */
  *_returning(name, { view, place }) {
    this.coming = { name, place, view };
    place.classList.add("coming");
    place.hidden = false;
    yield* settling(place);
    yield;
    place.classList.remove("coming");
    this.coming = null;
    this._reveal();
    yield* settling(place);
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
