/** The help dialog, and one that offers a text to copy where the clipboard is closed to the page. */

import { fill, h } from "./dom.js";
import { icon } from "./icons.js";
import { singleKeys, useSingleKeys } from "./settings.js";

/** @typedef {import("./app.js").App} App */

const KEYS = [
  ["/", "key.search"],
  ["↑ ↓ Enter", "key.hits"],
  ["1 – 5", "key.views"],
  ["F", "key.focus"],
  ["H", "key.hide"],
  ["[ ]", "key.time"],
  ["P", "key.play"],
  ["+ − 0", "key.zoom"],
  ["Ctrl Z", "key.undo"],
  ["Ctrl Shift Z", "key.redo"],
  ["Shift ⏎", "key.extend"],
  ["D", "key.drawer"],
  ["L", "key.language"],
  ["T", "key.theme"],
  ["Esc", "key.escape"],
  ["?", "key.help"],
];

const GESTURES = ["tap", "drag", "pinch", "sheet"];

/** @param {string} label @param {(Node | string)[]} content @param {string} closing */
function dialog(label, content, closing) {
  const close = h(
    "button",
    { type: "button", class: "tool close", "aria-label": closing, on: { click: () => element.close() } },
    icon("close"),
  );
  const element = h("dialog", { "aria-label": label }, close, ...content);
  element.addEventListener("click", (event) => event.target === element && element.close());
  element.addEventListener("close", () => element.remove());
  document.body.append(element);
  element.showModal();
  return element;
}

/** @param {(Node | string)[]} hand what the hand does @param {string} does what that does */
const row = (hand, does) => h("div", {}, h("dt", {}, hand), h("dd", {}, does));

/** What the page can do, and its keys. */
export class Help {
  /** @param {App} app */
  constructor(app) {
    this.app = app;
  }

  open() {
    const { text } = this.app;
    const rows = KEYS.map(([keys, word]) =>
      row(
        keys.split(" ").map((key) => h("kbd", {}, key)),
        text(word),
      ),
    );
    const about = ["help.about", "help.evidence", "help.time", "help.share"].map((key) => h("p", {}, text(key)));
    dialog(
      text("help.title"),
      [
        h("h2", {}, text("help.title")),
        ...about,
        ...this._gestures(),
        h("h3", {}, text("help.keys")),
        this._switch(),
        h("dl", { class: "keys" }, rows),
      ],
      text("close"),
    );
  }

  /** What fingers do, where the page is touched. */
  _gestures() {
    const { text } = this.app;
    if (!matchMedia("(any-pointer: coarse)").matches) return [];
    const rows = GESTURES.map((one) => row([text(`touch.${one}`)], text(`touch.${one}.does`)));
    return [h("h3", {}, text("help.touch")), h("dl", { class: "keys" }, rows)];
  }

  /** Whether single keys are shortcuts (WCAG 2.1.4). */
  _switch() {
    const change = (/** @type {Event} */ event) =>
      useSingleKeys(/** @type {HTMLInputElement} */ (event.target).checked);
    const box = h("input", { type: "checkbox", checked: singleKeys(), on: { change } });
    return h("label", { class: "switch" }, box, this.app.text("help.single"));
  }
}

/** @param {App} app @param {string} words */
export function offer(app, words) {
  const field = h("textarea", { readonly: true, rows: 4, "aria-label": app.text("offer.title") });
  field.value = words;
  dialog(app.text("offer.title"), [h("h2", {}, app.text("offer.title")), field], app.text("close"));
  field.select();
}

/** A short message that goes away by itself. */
export class Toast {
  constructor() {
    this.element = h("div", { class: "toast", "aria-hidden": "true" });
    this.timer = 0;
  }

  /** @param {string} words */
  show(words) {
    fill(this.element, icon("check"), words);
    this.element.classList.add("shown");
    clearTimeout(this.timer);
    this.timer = Number(setTimeout(() => this.element.classList.remove("shown"), 2600));
  }
}
