/** How far up the panel is where it is a sheet: to its head alone while the tour is told, until it is asked for. */

import { h, nameTool, put } from "../dom.js";

/** @typedef {import("../types.js").Scene} Scene */
/** @typedef {{low: boolean, story: number | null, selected: Set<number> | null}} Height */

/** A new step of the tour leaves the picture free; whoever selects something else wants to read of it. @param {Height} before @param {Scene} scene @returns {Height} */
export function heightAt(before, { state, selected }) {
  const { story } = state;
  const asked = selected !== before.selected && selected.size > 0;
  const low = story !== before.story ? story !== null : before.low && !(asked && story === null);
  return { low, story, selected };
}

/** The bar at the top of the sheet, and what it does. */
export class Grip {
  /** @param {() => void} toTop what is read begins anew */
  constructor(toTop) {
    this.toTop = toTop;
    /** @type {Height} */
    this.height = { low: false, story: null, selected: null };
    this.element = h("button", { type: "button", class: "grip", on: { click: () => this.lower(!this.height.low) } });
  }

  /** The whole head of a low sheet opens it. @param {HTMLElement} body */
  listen(body) {
    body.addEventListener("click", () => this.height.low && this.lower(false));
  }

  /** @param {Scene} scene */
  update(scene) {
    this.height = heightAt(this.height, scene);
    nameTool(this.element, scene.text("panel.grip"));
    this._draw();
  }

  /** @param {boolean} low */
  lower(low) {
    this.height = { ...this.height, low };
    if (low) this.toTop();
    this._draw();
  }

  _draw() {
    const { low } = this.height;
    put(this.element, "aria-expanded", String(!low));
    const { classList } = document.body;
    if (classList.contains("sheet-low") !== low) classList.toggle("sheet-low", low);
  }
}
