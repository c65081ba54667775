/** On paper: pictures as saved ones, in the light palette; what is made of boxes and rows as it stands, all of it. */

import { h } from "./dom.js";
import { pagesOf } from "./pages.js";
import { asPoster } from "./poster.js";
import { work } from "./work.js";

/** @typedef {import("./app.js").App} App */

const BOXES = new Set(["landscape", "table"]);

/** What is printed in place of the picture. */
export class Sheet {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
    this.element = h("div", { class: "sheet" });
    addEventListener("beforeprint", () => this.begin());
    addEventListener("afterprint", () => this.end());
  }

  begin() {
    const { view, scene } = this.app;
    work.finishAll();
    if (!view) return;
    const light = /** @type {import("./types.js").Scene} */ ({ ...scene, state: { ...scene.state, theme: "light" } });
    view.show(light);
    view.whole?.(true);
    work.finishAll();
    const picture = BOXES.has(scene.state.view) ? "" : asPoster(view.svg(), this.app, light);
    document.body.classList.toggle("on-paper", picture !== "");
    if (!picture) return;
    const drawn = new DOMParser().parseFromString(picture, "image/svg+xml").documentElement;
    const top = Number(drawn.querySelector("svg")?.getAttribute("y"));
    const cuts = (view.cuts?.() ?? []).map((cut) => cut + top);
    this.element.replaceChildren(...pagesOf(document.importNode(drawn, true), cuts));
  }

  end() {
    const { view, scene } = this.app;
    document.body.classList.remove("on-paper");
    this.element.replaceChildren();
    view?.whole?.(false);
    view?.show(scene);
  }
}
