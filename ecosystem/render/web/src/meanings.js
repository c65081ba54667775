/** In the drawer: what the sizes of nodes mean in the network, and their colours where an answer was put on the map. */

import { h, setText, svg } from "./dom.js";
import { inLanguage } from "./i18n.js";
import { backgroundOf } from "./views/network/threads.js";

/** @typedef {import("./types.js").LegendBlock} LegendBlock */

/** The largest circle of the legend, in pixels: sizes are told by their ratios, since the camera scales the nodes. */
const WIDEST = 14;

/** @param {LegendBlock} block */
function signsOf({ channel, entries }) {
  const scale = Math.min(1, WIDEST / Math.max(...entries.map(({ radius }) => radius ?? 6)));
  const widest = Math.max(...entries.map(({ radius }) => (radius ?? 6) * scale));
  return entries.map(({ colour, radius: size = 6, label }) => {
    const radius = size * scale;
    const side = 2 * widest + 2;
    const circle = svg("circle", { cx: side / 2, cy: side / 2, r: radius, ...(colour ? { fill: colour } : {}) });
    const sign = svg("svg", { class: "mark", width: side, height: 2 * radius + 2, "aria-hidden": "true" }, circle);
    sign.setAttribute("viewBox", `0 ${widest - radius} ${side} ${2 * radius + 2}`);
    return { label, name: h("span", { class: "name" }), sign: h("span", { class: `sign-${channel}` }, sign) };
  });
}

/** Which relations the network leaves out until somebody asks for them. */
export class LeftOut {
  /** @param {import("./types.js").Model} model */
  constructor(model) {
    const left = backgroundOf(model);
    this.predicates = model.predicates.filter((_, p) => left[p]);
    this.text = h("p", { class: "hint" });
    this.element = h(
      "section",
      { class: "facet meaning", "data-channel": "edges", hidden: !this.predicates.length },
      this.text,
    );
  }

  /** @param {import("./types.js").Scene} scene */
  update({ state, text }) {
    if (state.lang === this.lang) return;
    this.lang = state.lang;
    const words = this.predicates.map(({ label }) => inLanguage(label, state.lang));
    setText(this.text, text("legend.left", words.join(text("legend.and"))));
  }

  /** @type {string | undefined} */
  lang = undefined;
}

/** One block of the legend, as Python computed it. */
export class Meaning {
  /** @param {LegendBlock} block */
  constructor(block) {
    this.block = block;
    this.signs = signsOf(block);
    this.title = h("h3");
    this.element = h(
      "section",
      { class: "facet meaning", "data-channel": block.channel },
      this.title,
      h(
        "ul",
        {},
        this.signs.map(({ sign, name }) => h("li", {}, sign, name)),
      ),
    );
  }

  /** @param {import("./types.js").Scene} scene */
  update({ state, text }) {
    if (state.lang === this.lang) return;
    this.lang = state.lang;
    setText(this.title, text(`legend.${this.block.channel}`, inLanguage(this.block.title, state.lang)));
    for (const { label, name } of this.signs) setText(name, inLanguage(label, state.lang));
  }

  /** @type {string | undefined} */
  lang = undefined;
}
